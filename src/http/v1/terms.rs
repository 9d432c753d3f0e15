//! Terms: look one up, in either language, however it is spelt; add a pair.

use actix_web::HttpResponse;
use actix_web::http::header::LOCATION;
use actix_web::web::{Data, Json, Query};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::suggestions::{LONGEST_FIELD, short};
use crate::answer::words::{MatchWord, TermKindWord};
use crate::answer::{MatchList, ProposedTermAnswer};
use crate::app::access::Thing;
use crate::app::lookup::LookupQuery;
use crate::app::propose::{NewTerm, ProposalOutcome, Quotation, Selection};
use crate::app::{AppError, clock};
use crate::http::access::Access;
use crate::http::parameters::{self, ActorQuery};
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;
use crate::model::{MatchKind, Role, Span, TermKind};

/// The most characters of a question.
const LONGEST_QUESTION: usize = 500;

/// What to look up.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchQuery {
    /// The term, or a part, a reading or a misspelling of it.
    #[param(min_length = 1, max_length = 500, pattern = r"\S", example = "視床下部")]
    q: String,
    /// Language of the question (BCP 47); both without.
    #[param(pattern = r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$", example = "ja")]
    lang: Option<String>,
    /// Projects in rank order, parted by commas; all without.
    project: Option<String>,
    /// Kinds of match to give, parted by commas: `exact`, `variant`, `reading`, `prefix`, `substring`, `fuzzy`; all
    /// without.
    #[param(
        pattern = r"^(exact|variant|reading|prefix|substring|fuzzy)(,(exact|variant|reading|prefix|substring|fuzzy))*$",
        example = "exact,variant"
    )]
    kind: Option<String>,
    /// The most matches to give, 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
}

/// Looks a term up.
///
/// Finds it in the spelling given, in other spellings, by its reading, as part of longer terms, and mistyped; the best
/// first, each concept once. Nothing found is an empty list.
#[utoipa::path(get, path = "/v1/terms", operation_id = "search_terms", tag = "terms", params(SearchQuery),
    responses(
        (status = 200, body = MatchList, description = "What was found."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn search(
    access: Access,
    state: Data<State>,
    query: Query<SearchQuery>,
) -> Result<Json<MatchList>, Problem> {
    let text = query.q.trim();
    if text.is_empty() || text.chars().count() > LONGEST_QUESTION {
        return Err(Problem::invalid("q", &format!("a question has 1 to {LONGEST_QUESTION} characters.")));
    }
    let mut projects = access.projects(parameters::names(query.project.as_deref()))?;
    if projects.is_empty() {
        projects.extend(state.service.projects().await?.into_iter().map(|project| project.name));
    }
    let question = LookupQuery {
        text: text.to_owned(),
        projects,
        lang: query.lang.as_deref().map(|lang| parameters::language("lang", lang)).transpose()?,
        kinds: parameters::names(query.kind.as_deref())
            .iter()
            .map(|kind| match_kind(kind))
            .collect::<Result<_, _>>()?,
        limit: usize::try_from(parameters::limit(query.limit)?).unwrap_or(1),
    };
    if question.projects.is_empty() {
        return Ok(Json(MatchList { matches: Vec::new(), did_you_mean: Vec::new(), dictionary: Vec::new() }));
    }
    let found = state.service.lookup(&question).await.map_err(in_the_query_s_words)?;
    let matches = found.matches.into_iter().map(Into::into).collect();
    let dictionary = found.dictionary.into_iter().map(Into::into).collect();
    Ok(Json(MatchList { matches, did_you_mean: found.did_you_mean, dictionary }))
}

/// A pair of terms that name the same thing.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "ja": "神経細胞", "en": "neuron",
    "segment": {"ja": "視床下部の神経細胞に着目した。", "en": "We focused on neurons of the hypothalamus.",
        "ja_span_chars": [5, 9], "en_span_chars": [14, 21]}
}))]
pub(crate) struct TermRequest {
    /// The project; the server's usual one without.
    #[schema(min_length = 1, max_length = 255)]
    project: Option<String>,
    /// The Japanese term, at most 400 characters.
    #[schema(min_length = 1, max_length = 400, pattern = r"\S", example = "神経細胞")]
    ja: String,
    /// Its English, at most 400 characters, none of them Japanese.
    #[schema(min_length = 1, max_length = 400, pattern = r"\S", example = "neuron")]
    en: String,
    /// What kind of designation the English is; told by its form without.
    #[schema(value_type = Option<TermKindWord>)]
    kind: Option<TermKind>,
    /// The concept they belong to; without, the one of that name nothing speaks against, or a new one.
    concept_id: Option<i64>,
    /// Subject field of a new concept, at most 200 characters.
    #[schema(max_length = 200)]
    field: Option<String>,
    /// What they mean, at most 4,000 characters.
    #[schema(min_length = 1, max_length = 4000)]
    definition: Option<String>,
    /// The texts they were found in; kept as evidence.
    segment: Option<TermSegment>,
}

/// Texts a pair of terms was found in.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct TermSegment {
    /// The Japanese text, at most 10,000 characters.
    #[schema(min_length = 1, max_length = 10_000)]
    ja: Option<String>,
    /// The English text.
    #[schema(min_length = 1, max_length = 10_000)]
    en: Option<String>,
    /// Where the term stands in `ja`, in characters `[start, end)`; the first place without.
    #[schema(value_type = Option<Vec<u32>>, min_items = 2, max_items = 2)]
    ja_span_chars: Option<[usize; 2]>,
    /// Where the term stands in `en`.
    #[schema(value_type = Option<Vec<u32>>, min_items = 2, max_items = 2)]
    en_span_chars: Option<[usize; 2]>,
}

/// Adds a pair of terms.
///
/// With the role `review` it counts as approved, with `suggest` it waits for review. A pair that is there stays as it is. What
/// it is at odds with is in `conflicts` of the concept, never merged in silence.
#[utoipa::path(post, path = "/v1/terms", operation_id = "create_term", tag = "terms", params(ActorQuery), request_body = TermRequest,
    responses(
        (status = 201, body = ProposedTermAnswer, description = "It is new.",
            headers(("Location" = String, description = "Path of the concept."))),
        (status = 200, body = ProposedTermAnswer, description = "It was there.",
            headers(("Location" = String, description = "Path of the concept."))),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project or concept."),
        (status = 409, body = ProblemAnswer, content_type = "application/problem+json", description = "A person said that it is none."),
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    query: Query<ActorQuery>,
    asked: Json<TermRequest>,
) -> Result<HttpResponse, Problem> {
    let asked = asked.into_inner();
    let actor = access.actor(query.actor.as_deref())?;
    access.within(&state, Thing::Concept, asked.concept_id).await?;
    short("field", asked.field.as_deref(), LONGEST_FIELD)?;
    let segment = asked.segment.unwrap_or_default();
    let selection = Selection {
        japanese: quoted("segment.ja_span_chars", segment.ja, segment.ja_span_chars)?,
        english: quoted("segment.en_span_chars", segment.en, segment.en_span_chars)?,
    };
    let new = NewTerm {
        project: access.goes_to(&state, asked.project.as_deref()).await?,
        japanese: asked.ja,
        english: asked.en,
        kind: asked.kind,
        concept: asked.concept_id,
        field: asked.field.filter(|field| !field.trim().is_empty()),
        definition: asked.definition,
        selection,
        approved: access.role() >= Role::Review,
    };
    let proposed = state.service.propose_term(&new, &actor, &clock::now()).await?;
    let mut answer =
        if proposed.kept == ProposalOutcome::Created { HttpResponse::Created() } else { HttpResponse::Ok() };
    answer.insert_header((LOCATION, format!("/v1/concepts/{}", proposed.concept.id)));
    Ok(answer.json(ProposedTermAnswer::from(proposed)))
}

/// A text with a place that was given in characters.
fn quoted(field: &str, text: Option<String>, place: Option<[usize; 2]>) -> Result<Option<Quotation>, Problem> {
    let Some(text) = text else {
        return match place {
            Some(_) => Err(Problem::invalid(field, "a place needs the text it is in.")),
            None => Ok(None),
        };
    };
    let byte = |character: usize| text.char_indices().map(|(at, _)| at).chain([text.len()]).nth(character);
    let span = match place {
        None => None,
        Some([start, end]) => match (byte(start), byte(end)) {
            (Some(from), Some(to)) if start < end => Some(Span::new(from, to)),
            _ => {
                let wanted = "is no place in the text. Give `[start, end)` in characters, with an end after the start.";
                return Err(Problem::invalid(field, wanted));
            }
        },
    };
    Ok(Some(Quotation { text, span }))
}

fn match_kind(given: &str) -> Result<MatchKind, Problem> {
    let quoted = serde_json::Value::String(given.to_owned());
    serde_json::from_value::<MatchWord>(quoted.clone())
        .and_then(|_| serde_json::from_value::<MatchKind>(quoted))
        .map_err(|_| {
            let wanted = "is no kind of match. Use `exact`, `variant`, `reading`, `prefix`, `substring` or `fuzzy`.";
            Problem::invalid("kind", &format!("`{given}` {wanted}"))
        })
}

/// The problem of a question, by the name it has in the query.
fn in_the_query_s_words(error: AppError) -> Problem {
    match error {
        AppError::InvalidRequest { field: "text", problem } => Problem::invalid("q", &format!("{problem}.")),
        error => error.into(),
    }
}
