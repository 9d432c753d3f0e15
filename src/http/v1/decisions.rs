//! Decisions: make them, list them, take one back.

use actix_web::web::{Data, Json, Path, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::answer::words::{DecidedWord, DecisionWord, UsageWord};
use crate::answer::{ConceptAnswer, DecisionAnswer, DecisionPage, DecisionResult, DecisionResults, UndoAnswer};
use crate::app::access::Thing;
use crate::app::review::{Basis, Decision, DecisionOutcome, DecisionRequest, NoteScope};
use crate::app::{AppError, clock};
use crate::http::access::Access;
use crate::http::parameters::{self, ActorQuery};
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;
use crate::model::Usage;

/// The most decisions of one request.
const MOST: usize = 200;

/// Decisions to make.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"decisions": [
    {"kind": "accept", "term_id": 12, "revision": 345},
    {"kind": "edit", "term_id": 13, "text": "optogenetics"},
    {"kind": "merge", "concept_id": 7, "other_id": 9}
]}))]
pub(crate) struct DecisionRequests {
    /// The decisions, done one after the other; each is kept or refused by itself.
    #[schema(min_items = 1, max_items = 200)]
    decisions: Vec<DecisionBody>,
}

/// A decision; which members it needs its kind says.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct DecisionBody {
    /// `accept`, `edit` (with `text`), `reject`, `retire`, `usage` (with `usage`): a term. `merge` (`other_id` goes into
    /// `concept_id`), `split` (`term_ids` go into a new one), `note` (with `text`), `scope` (`release_id`, or none for the
    /// whole project): a concept.
    kind: DecisionWord,
    /// The term.
    term_id: Option<i64>,
    /// The concept.
    concept_id: Option<i64>,
    /// With `merge`: the concept that goes.
    other_id: Option<i64>,
    /// With `split`: the terms that go into the new concept.
    term_ids: Option<Vec<i64>>,
    /// With `edit`: the corrected text. With `note`: the note.
    #[schema(max_length = 4000)]
    text: Option<String>,
    /// With `usage`: whether to use the term.
    #[schema(value_type = Option<UsageWord>)]
    usage: Option<Usage>,
    /// With `retire` and `usage`: the term to use instead.
    replacement_id: Option<i64>,
    /// With `note`: the subject field it holds in.
    field: Option<String>,
    /// With `note` and `scope`: the release.
    release_id: Option<i64>,
    /// The revision of the concept the decision was made on; if it has changed since, the decision is refused.
    revision: Option<i64>,
}

/// Which decisions to list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct HistoryQuery {
    /// Projects, parted by commas; all without.
    project: Option<String>,
    /// The most decisions to give, 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
    /// Only decisions before this number.
    #[param(minimum = 0)]
    before: Option<i64>,
}

/// Makes decisions.
///
/// Each is a unit of work of its own and can be undone. What is so already is `unchanged`. The answer is 200 also where
/// some are refused; a request with one decision alone that is refused is answered with its problem, `revision_conflict`
/// with the concept as it is now.
#[utoipa::path(post, path = "/v1/review/decisions", operation_id = "create_decisions", tag = "review", params(ActorQuery),
    request_body = DecisionRequests,
    responses(
        (status = 200, body = DecisionResults, description = "What became of each."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such term or concept."),
        (status = 409, body = ProblemAnswer, content_type = "application/problem+json", description = "It has changed since."),
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    query: Query<ActorQuery>,
    asked: Json<DecisionRequests>,
) -> Result<Json<DecisionResults>, Problem> {
    let actor = access.actor(query.actor.as_deref())?;
    let asked = asked.into_inner().decisions;
    if asked.is_empty() || asked.len() > MOST {
        let count = asked.len();
        return Err(Problem::invalid("decisions", &format!("{count} are given, 1 to {MOST} are taken at once.")));
    }
    let mut out_of_reach = Vec::with_capacity(asked.len());
    for asked in &asked {
        out_of_reach.push(asked.reached(&access, &state).await.err());
    }
    // All are understood before any is made.
    let asks: Vec<DecisionRequest> =
        asked.into_iter().enumerate().map(|(number, asked)| asked.understood(number)).collect::<Result<_, _>>()?;
    let only = asks.len() == 1;
    let mut results = Vec::with_capacity(asks.len());
    for (ask, problem) in asks.into_iter().zip(out_of_reach) {
        if let Some(problem) = problem {
            if only {
                return Err(problem);
            }
            results.push(refused(&problem, None));
            continue;
        }
        match state.service.decide(&ask, &actor, &clock::now()).await {
            Ok(decided) => results.push(decided.into()),
            Err(error) => {
                let concept = match &error {
                    AppError::RevisionConflict { concept, .. } => {
                        Some(ConceptAnswer::from(state.service.concept(*concept).await?))
                    }
                    _ => None,
                };
                let problem = Problem::from(error);
                if only {
                    return Err(match &concept {
                        Some(concept) => problem.showing(concept),
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
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn list(
    access: Access,
    state: Data<State>,
    query: Query<HistoryQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let limit = parameters::limit(query.limit)?;
    let projects = access.projects(parameters::names(query.project.as_deref()))?;
    let before = query.before.map(|before| parameters::after("before", Some(before))).transpose()?;
    let decisions = state.service.decisions(&projects, before, limit).await?;
    let decisions: Vec<DecisionAnswer> = decisions.into_iter().map(Into::into).collect();
    let next_before = parameters::next(decisions.iter().map(|decision| decision.id), limit);
    let mut answer = HttpResponse::Ok();
    if let Some(last) = next_before {
        parameters::link_next(&mut answer, &request, "before", last);
    }
    Ok(answer.json(DecisionPage { decisions, next_before }))
}

/// Takes a decision back: everything it changed is as it was before.
///
/// Refused where something newer touched the same; the problem names it.
#[utoipa::path(post, path = "/v1/review/decisions/{id}/undo", operation_id = "undo_decision", tag = "review",
    params(("id" = i64, Path, description = "Number of the decision."), ActorQuery),
    responses(
        (status = 200, body = UndoAnswer, description = "Undone."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such decision."),
        (status = 409, body = ProblemAnswer, content_type = "application/problem+json", description = "Something newer stands in the way, or it was undone before."),
    ))]
pub(crate) async fn undo(
    access: Access,
    state: Data<State>,
    id: Path<i64>,
    query: Query<ActorQuery>,
) -> Result<Json<UndoAnswer>, Problem> {
    let actor = access.actor(query.actor.as_deref())?;
    access.within(&state, Thing::Decision, [*id]).await?;
    let (decision, concepts) = state.service.undo(id.into_inner(), &actor, &clock::now()).await?;
    Ok(Json(UndoAnswer { decision: decision.into(), concepts: concepts.into_iter().map(Into::into).collect() }))
}

fn refused(problem: &Problem, concept: Option<ConceptAnswer>) -> DecisionResult {
    let (code, detail) = problem.told();
    DecisionResult {
        outcome: DecidedWord::Refused,
        decision: None,
        concept,
        made_concept_id: None,
        code: Some(code),
        detail: Some(detail.to_owned()),
    }
}

impl From<DecisionOutcome> for DecisionResult {
    fn from(decided: DecisionOutcome) -> Self {
        Self {
            outcome: if decided.decision.is_some() { DecidedWord::Done } else { DecidedWord::Unchanged },
            decision: decided.decision.map(Into::into),
            concept: Some(decided.concept.into()),
            made_concept_id: decided.made,
            code: None,
            detail: None,
        }
    }
}

impl DecisionBody {
    /// Refuses what speaks of things in projects the caller may not see.
    async fn reached(&self, access: &Access, state: &State) -> Result<(), Problem> {
        let terms = self.term_id.into_iter().chain(self.replacement_id).chain(self.term_ids.iter().flatten().copied());
        access.within(state, Thing::Term, terms).await?;
        access.within(state, Thing::Concept, self.concept_id.into_iter().chain(self.other_id)).await?;
        access.within(state, Thing::Release, self.release_id).await
    }

    /// The decision it means, where all its kind needs is there.
    fn understood(self, number: usize) -> Result<DecisionRequest, Problem> {
        let missing = |member: &str| Problem::invalid(&format!("decisions[{number}].{member}"), "this kind needs it.");
        let term = || self.term_id.ok_or_else(|| missing("term_id"));
        let concept = || self.concept_id.ok_or_else(|| missing("concept_id"));
        let text = || self.text.clone().ok_or_else(|| missing("text"));
        let act = match self.kind {
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
                usage: self.usage.ok_or_else(|| missing("usage"))?,
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
            DecisionWord::Scope => Decision::Scope { concept: concept()?, release: self.release_id },
        };
        Ok(DecisionRequest { act, basis: self.revision.map_or(Basis::Present, Basis::Concept) })
    }
}
