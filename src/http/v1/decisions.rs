//! Decisions of reviewers: make them, list them, undo one.

use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::answer::words::{DecisionOutcomeWord, DecisionWord, UsageWord};
use crate::answer::{ConceptAnswer, DecisionAnswer, DecisionPage, DecisionResult, DecisionResults, UndoAnswer};
use crate::app::review::{self, Basis, Decision, LONGEST_NOTE, MOST_PARTS, NoteScope};
use crate::app::{AppError, clock};
use crate::http::access::Access;
use crate::http::paging;
use crate::http::problem::Problem;
use crate::http::refusals::{DecisionNotFound, ProjectNotFound, RevisionConflict, TermOrConceptNotFound, UndoConflict};
use crate::http::state::State;
use crate::http::values::{ActorName, ActorQuery, Batch, Free, PageLength, ProjectList, RowNumber, Text, Value};
use crate::model::{Concept, ConceptId, DecisionId, DefinitionId, ReleaseId, Revision, TermId};

/// The decisions of one request.
type DecisionBatch = Batch<DecisionRequest, 1, 200>;
/// A corrected term or a note.
type DecisionText = Text<Free, LONGEST_NOTE>;

/// Decisions to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"decisions": [
    {"kind": "accept", "term_id": 12, "revision": 345},
    {"kind": "edit", "term_id": 13, "text": "optogenetics"},
    {"kind": "merge", "concept_id": 7, "other_id": 9}
]}))]
pub(crate) struct DecisionRequests {
    /// The decisions, carried out one after the other. Each is accepted or refused on its own.
    #[schema(inline)]
    decisions: DecisionBatch,
}

/// A decision. Its kind determines which members it needs.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DecisionRequest {
    /// About a term: `accept`, `edit` (with `text`), `reject`, `retire`, `usage` (with `usage`). About a concept: `merge`
    /// (`other_id` into `concept_id`), `split` (`term_ids` into a new concept), `note` (with `text`), `scope` (`release_id`, or
    /// none for the whole project), `define` (a new definition `text`; with `definition_id` the new text of that one, or
    /// without `text` its deletion). About either: `delete`, if only people support it.
    kind: DecisionWord,
    /// The term.
    #[schema(value_type = Option<i64>)]
    term_id: Option<TermId>,
    /// The concept.
    #[schema(value_type = Option<i64>)]
    concept_id: Option<ConceptId>,
    /// With `merge`: the concept that is merged into `concept_id`.
    #[schema(value_type = Option<i64>)]
    other_id: Option<ConceptId>,
    /// With `split`: the terms that move to the new concept.
    #[schema(value_type = Option<Vec<i64>>)]
    term_ids: Option<Vec<TermId>>,
    /// With `define`: the definition to change or delete.
    #[schema(value_type = Option<i64>)]
    definition_id: Option<DefinitionId>,
    /// With `edit`: the corrected text, at most 400 characters. With `note` and `define`: the note or the definition.
    #[schema(inline)]
    text: Option<DecisionText>,
    /// With `usage`: whether to use the term.
    usage: Option<UsageWord>,
    /// With `retire` and `usage`: the term to use instead.
    #[schema(value_type = Option<i64>)]
    replacement_id: Option<TermId>,
    /// With `note`: the subject field it applies to.
    field: Option<String>,
    /// With `note` and `scope`: the release.
    #[schema(value_type = Option<i64>)]
    release_id: Option<ReleaseId>,
    /// The revision of the concept the decision is based on. If the concept has changed since, the decision is refused.
    #[schema(value_type = Option<i64>)]
    revision: Option<Revision>,
}

/// Which decisions to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct HistoryQuery {
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    project: ProjectList,
    /// The most decisions to return.
    #[serde(default)]
    #[param(inline)]
    limit: PageLength,
    /// Only decisions before this id.
    #[param(inline)]
    before: Option<RowNumber>,
    /// Only decisions by this person or program.
    #[param(inline)]
    actor: Option<ActorName>,
}

/// Makes decisions.
///
/// Each is carried out on its own and can be undone. A decision that changes nothing is `unchanged`. The status is 200 even if
/// some decisions are refused. If a request has only one decision and it is refused, the answer is its problem; with
/// `revision_conflict` it contains the concept as it is now.
#[utoipa::path(post, path = "/v1/review/decisions", operation_id = "create_decisions", tag = "review", params(ActorQuery),
    request_body = DecisionRequests,
    responses(
        (status = 200, body = DecisionResults, description = "The outcome of each decision."),
        TermOrConceptNotFound,
        RevisionConflict,
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    query: Query<ActorQuery>,
    body: Json<DecisionRequests>,
) -> Result<Json<DecisionResults>, Problem> {
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    let requests = body.into_inner().decisions.checked("decisions")?;
    let mut invisible = Vec::with_capacity(requests.len());
    for request in &requests {
        invisible.push(request.check_visible(&access, &state).await.err());
    }
    // All are parsed before the first is carried out.
    let requests: Vec<review::DecisionRequest> =
        requests.into_iter().enumerate().map(|(index, request)| request.parsed(index)).collect::<Result<_, _>>()?;
    let only = requests.len() == 1;
    let mut results: Vec<DecisionResult> = Vec::with_capacity(requests.len());
    let mut room = MOST_PARTS;
    for (request, problem) in requests.into_iter().zip(invisible) {
        if let Some(problem) = problem {
            if only {
                return Err(problem);
            }
            results.push(refused(&problem, None));
            continue;
        }
        match state.service.decide(&request, &actor, &clock::now()).await {
            Ok(decided) => {
                let size = decided.concept.size();
                let mut result = DecisionResult::from(decided);
                if size > room && !only {
                    result.concept = None;
                }
                room = room.saturating_sub(size);
                results.push(result);
            }
            Err(error) => {
                let concept = match &error {
                    AppError::RevisionConflict { concept, .. } => Some(state.service.concept(*concept).await?),
                    _ => None,
                };
                let size = concept.as_ref().map_or(0, Concept::size);
                let concept = concept.filter(|_| only || size <= room).map(ConceptAnswer::from);
                room = room.saturating_sub(size);
                let problem = Problem::from(error);
                if only {
                    return Err(match concept {
                        Some(concept) => problem.with_current(concept),
                        None => problem,
                    });
                }
                results.push(refused(&problem, concept));
            }
        }
    }
    Ok(Json(DecisionResults { results }))
}

/// Lists decisions, newest first.
#[utoipa::path(get, path = "/v1/review/decisions", operation_id = "list_decisions", tag = "review", params(HistoryQuery),
    responses(
        (status = 200, body = DecisionPage, description = "One page.",
            headers(("Link" = String, description = "The next page, `rel=\"next\"`; missing on the last."))),
        ProjectNotFound,
    ))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    query: Query<HistoryQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query = query.into_inner();
    let limit = query.limit.checked_as("limit")?;
    let projects = access.projects(query.project.names())?;
    let before = query.before.checked("before")?.map(DecisionId::new);
    let actor = query.actor.checked("actor")?;
    let decisions = state.service.decisions(&projects, actor.as_deref(), before, limit).await?;
    let decisions: Vec<DecisionAnswer> = decisions.into_iter().map(Into::into).collect();
    let next_before = paging::next(decisions.iter().map(|decision| decision.id), limit);
    let mut answer = HttpResponse::Ok();
    if let Some(last) = next_before {
        paging::link_next(&mut answer, &request, "before", last);
    }
    Ok(answer.json(DecisionPage { decisions, next_before }))
}

/// Undoes a decision: restores everything it changed.
///
/// Refused if a newer decision changed the same items; the problem names it.
#[utoipa::path(post, path = "/v1/review/decisions/{id}/undo", operation_id = "undo_decision", tag = "review",
    params(("id" = i64, Path, description = "Id of the decision."), ActorQuery),
    responses(
        (status = 200, body = UndoAnswer, description = "The decision is undone."),
        DecisionNotFound,
        UndoConflict,
    ))]
pub(crate) async fn undo(
    access: Access,
    state: Data<State>,
    id: Path<DecisionId>,
    query: Query<ActorQuery>,
) -> Result<Json<UndoAnswer>, Problem> {
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    access.check_visible(&state, [*id]).await?;
    let (decision, concepts) = state.service.undo(id.into_inner(), &actor, &clock::now()).await?;
    Ok(Json(UndoAnswer::new(decision, concepts)))
}

fn refused(problem: &Problem, concept: Option<ConceptAnswer>) -> DecisionResult {
    let (code, detail) = problem.code_and_detail();
    DecisionResult {
        outcome: DecisionOutcomeWord::Refused,
        decision: None,
        concept,
        made_concept_id: None,
        code: Some(code),
        detail: Some(detail.to_owned()),
    }
}

impl DecisionRequest {
    /// Refuses items in projects the caller may not see.
    async fn check_visible(&self, access: &Access, state: &State) -> Result<(), Problem> {
        let terms = self.term_id.into_iter().chain(self.replacement_id).chain(self.term_ids.iter().flatten().copied());
        access.check_visible(state, terms).await?;
        access.check_visible(state, self.concept_id.into_iter().chain(self.other_id)).await?;
        access.check_visible(state, self.definition_id).await?;
        access.check_visible(state, self.release_id).await
    }

    /// The decision, if the members its kind needs are given.
    fn parsed(self, index: usize) -> Result<review::DecisionRequest, Problem> {
        let field = |member: &str| format!("decisions[{index}].{member}");
        let missing = |member: &str| Problem::invalid(&field(member), "is required for this kind of decision.");
        let text = self.text.checked(&field("text"))?;
        let term = || self.term_id.ok_or_else(|| missing("term_id"));
        let concept = || self.concept_id.ok_or_else(|| missing("concept_id"));
        let text = || text.clone().ok_or_else(|| missing("text"));
        let decision = match self.kind {
            DecisionWord::Accept => Decision::Accept { term: term()? },
            DecisionWord::Edit => Decision::Edit { term: term()?, text: text()? },
            DecisionWord::Reject => Decision::Reject { term: term()? },
            DecisionWord::Merge => {
                Decision::Merge { into: concept()?, from: self.other_id.ok_or_else(|| missing("other_id"))? }
            }
            DecisionWord::Split => Decision::Split {
                concept: concept()?,
                terms: self.term_ids.clone().ok_or_else(|| missing("term_ids"))?,
            },
            DecisionWord::Retire => Decision::Retire { term: term()?, replacement: self.replacement_id },
            DecisionWord::Usage => Decision::Usage {
                term: term()?,
                usage: self.usage.ok_or_else(|| missing("usage"))?.into(),
                replacement: self.replacement_id,
            },
            DecisionWord::Note => {
                let scope = match (self.field.clone(), self.release_id) {
                    (Some(field), _) => NoteScope::Field(field),
                    (None, Some(release)) => NoteScope::Release(release),
                    (None, None) => NoteScope::Project,
                };
                Decision::Note { concept: concept()?, text: text()?, scope }
            }
            DecisionWord::Define => Decision::Define {
                concept: concept()?,
                definition: self.definition_id,
                text: self.definition_id.map_or_else(|| text().map(Some), |_| Ok(text().ok()))?,
            },
            DecisionWord::Delete => match (self.term_id, self.concept_id) {
                (Some(term), _) => Decision::Delete { term },
                (None, _) => Decision::DeleteConcept { concept: concept()? },
            },
            DecisionWord::Scope => Decision::Scope { concept: concept()?, release: self.release_id },
        };
        Ok(review::DecisionRequest { decision, basis: self.revision.map_or(Basis::Present, Basis::Concept) })
    }
}
