//! Terms: look one up, in either language, however it is spelt.

use actix_web::web::{Data, Json, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::MatchList;
use crate::answer::words::MatchWord;
use crate::app::AppError;
use crate::app::lookup::LookupQuery;
use crate::http::access::Access;
use crate::http::parameters;
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;
use crate::model::{Lang, MatchKind};

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
        lang: query.lang.as_deref().map(language).transpose()?,
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

fn language(given: &str) -> Result<Lang, Problem> {
    Lang::parse(given).map_err(|error| Problem::invalid("lang", &error.to_string()))
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
