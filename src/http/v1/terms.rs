//! Terms: look them up in either language and any spelling; add a pair of terms.

use actix_web::HttpResponse;
use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Json, Query};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::suggestions::FieldName;
use crate::answer::words::{MatchWord, TermKindWord};
use crate::answer::{MatchList, ProposedTermAnswer};
use crate::app::clock;
use crate::app::lookup::{self, LookupQuery};
use crate::app::propose::{
    LONGEST_DEFINITION, LONGEST_TERM, LONGEST_TEXT, NewTerm, ProposalOutcome, Quotation, Selection, Statements,
};
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::{PairRejected, ProjectNotFound, ProjectOrConceptNotFound};
use crate::http::state::State;
use crate::http::values::{
    ActorQuery, CharacterSpan, ItemName, LanguageTag, PageLength, Passage, Phrase, ProjectList, Searchable, Text,
    Value, Words,
};
use crate::model::{ConceptId, Role, Span};

/// A term to look up.
type LookupText = Text<Searchable, { lookup::LONGEST }>;
/// Kinds of match, separated by commas.
type MatchKindList = Words<MatchWord>;
/// A term to add.
type TermText = Text<Phrase, LONGEST_TERM>;
/// The definition of a term to add.
type DefinitionText = Text<Passage, LONGEST_DEFINITION>;
/// A text in which a term was found.
type QuotedText = Text<Passage, LONGEST_TEXT>;

/// What to look up.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchQuery {
    /// A term, or a part, a reading or a misspelling of it.
    #[param(inline, example = "視床下部")]
    q: LookupText,
    /// Language of the term (BCP 47); both if missing.
    #[param(inline, example = "ja")]
    lang: Option<LanguageTag>,
    /// Projects in rank order, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    project: ProjectList,
    /// Kinds of match to return, separated by commas; all if missing.
    #[param(inline, example = "exact,variant")]
    kind: Option<MatchKindList>,
    /// The most matches to return.
    #[serde(default)]
    #[param(inline)]
    limit: PageLength,
}

/// Looks up a term.
///
/// Finds it in the given spelling, in other spellings, by its reading, as part of longer terms, and with typing errors. The
/// best match comes first, and each concept once. Without matches the list is empty.
#[utoipa::path(get, path = "/v1/terms", operation_id = "search_terms", tag = "terms", params(SearchQuery),
    responses(
        (status = 200, body = MatchList, description = "The matches."),
        ProjectNotFound,
    ))]
pub(crate) async fn search(
    access: Access,
    state: Data<State>,
    query: Query<SearchQuery>,
) -> Result<Json<MatchList>, Problem> {
    let query = query.into_inner();
    let mut projects = access.projects(query.project.names())?;
    let query = LookupQuery {
        text: query.q.checked("q")?,
        lang: query.lang.checked("lang")?,
        kinds: query.kind.map(|kinds| kinds.checked_as("kind")).transpose()?.unwrap_or_default(),
        limit: query.limit.checked_as("limit")?,
        projects: {
            if projects.is_empty() {
                projects.extend(state.service.projects().await?.into_iter().map(|project| project.name));
            }
            projects
        },
    };
    if query.projects.is_empty() {
        return Ok(Json(MatchList::empty()));
    }
    let found = state.service.lookup(&query).await.map_err(|error| Problem::with_field_name(error, "text", "q"))?;
    Ok(Json(found.into()))
}

/// A pair of terms with the same meaning.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "ja": "神経細胞", "en": "neuron",
    "segment": {"ja": "視床下部の神経細胞に着目した。", "en": "We focused on neurons of the hypothalamus.",
        "ja_span_chars": [5, 9], "en_span_chars": [14, 21]}
}))]
pub(crate) struct TermRequest {
    /// The project; the server's default project if missing.
    #[schema(inline)]
    project: Option<ItemName>,
    /// The Japanese term.
    #[schema(inline)]
    ja: TermText,
    /// The English term, without kana or kanji.
    #[schema(inline)]
    en: TermText,
    /// The kind of the English term; derived from its form if missing.
    kind: Option<TermKindWord>,
    /// The concept both belong to. If missing, a concept of that name without a conflict, or a new one.
    #[schema(value_type = Option<i64>)]
    concept_id: Option<ConceptId>,
    /// Subject field of a new concept.
    #[schema(inline)]
    field: Option<FieldName>,
    /// What the terms mean.
    #[schema(inline)]
    definition: Option<DefinitionText>,
    /// The texts the terms were found in; stored as evidence.
    segment: Option<TermSegment>,
}

/// The texts a pair of terms was found in.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct TermSegment {
    /// The Japanese text.
    #[schema(inline)]
    ja: Option<QuotedText>,
    /// The English text.
    #[schema(inline)]
    en: Option<QuotedText>,
    /// The position of the term in `ja`, in characters `[start, end)`; its first occurrence if missing.
    #[schema(inline)]
    ja_span_chars: Option<CharacterSpan>,
    /// The position of the term in `en`.
    #[schema(inline)]
    en_span_chars: Option<CharacterSpan>,
}

/// Adds a pair of terms.
///
/// With the role `review` it counts as approved, with `suggest` it waits for review. A pair that already exists stays as it
/// is. Conflicts with other concepts are listed in `conflicts` and never merged silently.
#[utoipa::path(post, path = "/v1/terms", operation_id = "create_term", tag = "terms", params(ActorQuery), request_body = TermRequest,
    responses(
        (status = 201, body = ProposedTermAnswer, description = "The pair is new.",
            headers(("Location" = String, description = "Path of the concept."))),
        (status = 200, body = ProposedTermAnswer, description = "The pair already exists.",
            headers(("Location" = String, description = "Path of the concept."))),
        ProjectOrConceptNotFound,
        PairRejected,
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    query: Query<ActorQuery>,
    body: Json<TermRequest>,
) -> Result<HttpResponse, Problem> {
    let request = body.into_inner();
    let actor = access.actor(query.into_inner().checked()?.as_deref())?;
    access.check_visible(&state, request.concept_id).await?;
    let segment = request.segment.unwrap_or_default();
    let selection = Selection {
        japanese: quoted("segment.ja", segment.ja, segment.ja_span_chars)?,
        english: quoted("segment.en", segment.en, segment.en_span_chars)?,
    };
    let new = NewTerm {
        japanese: request.ja.checked("ja")?,
        english: request.en.checked("en")?,
        kind: request.kind.map(Into::into),
        concept: request.concept_id,
        field: request.field.checked("field")?.filter(|field| !field.trim().is_empty()),
        definition: request.definition.checked("definition")?,
        selection,
        approved: access.role() >= Role::Review,
        statements: Statements::default(),
        project: access.target_project(&state, request.project.checked("project")?.as_deref()).await?,
    };
    let proposed = state.service.propose_term(&new, &actor, &clock::now()).await?;
    let mut answer =
        if proposed.outcome == ProposalOutcome::Created { HttpResponse::Created() } else { HttpResponse::Ok() };
    answer.insert_header((LOCATION, format!("/v1/concepts/{}", proposed.concept.id)));
    Ok(answer.json(ProposedTermAnswer::from(proposed)))
}

/// A text with a span that was given in characters.
fn quoted(
    field: &str,
    text: Option<QuotedText>,
    characters: Option<CharacterSpan>,
) -> Result<Option<Quotation>, Problem> {
    let span_field = format!("{field}_span_chars");
    let characters = characters.checked(&span_field)?;
    let Some(text) = text.checked(field)? else {
        return match characters {
            Some(_) => Err(Problem::invalid(&span_field, &format!("needs a text. Give `{field}` too."))),
            None => Ok(None),
        };
    };
    let byte = |character: usize| text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(character);
    let span = match characters {
        None => None,
        Some((start, end)) => match (byte(start), byte(end)) {
            (Some(from), Some(to)) => Some(Span::new(from, to)),
            _ => {
                let detail = format!("is longer than `{field}`. Count in characters, not in bytes.");
                return Err(Problem::invalid(&span_field, &detail));
            }
        },
    };
    Ok(Some(Quotation { text, span }))
}
