//! Suggestions: segments in, the known terms in each and remembered translations out.

use actix_web::web::{Data, Json};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::app::assist::AssistQuery;
use crate::http::answer::{SegmentAnswer, SuggestionAnswer};
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;
use crate::model::Lang;

/// The most segments of one request.
const MOST_SEGMENTS: usize = 200;
/// The most characters of one segment.
const LONGEST_SEGMENT: usize = 10_000;
/// The most characters of a segment's name.
const LONGEST_ID: usize = 200;
/// The number of terms and of matches given for a segment where the asker does not say.
const USUAL_LIMIT: usize = 100;
/// The most of them.
const MOST_OFFERED: usize = 1_000;

/// Segments to offer terms and translations for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "segments": [{"id": "s1", "text": "視床下部の神経細胞に着目した。"}], "source_lang": "ja", "target_lang": "en"
}))]
pub(crate) struct SuggestionRequest {
    /// The segments.
    #[schema(min_items = 1, max_items = 200)]
    segments: Vec<SegmentRequest>,
    /// Language of the segments (BCP 47).
    #[schema(pattern = r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$", example = "ja")]
    source_lang: String,
    /// Language to translate into (BCP 47).
    #[schema(pattern = r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$", example = "en")]
    target_lang: String,
    /// Projects in rank order; all where empty or missing.
    #[serde(default)]
    projects: Vec<String>,
    /// The most terms, and the most matches, for each segment, 1 to 1,000.
    #[schema(value_type = Option<u32>, minimum = 1, maximum = 1000, default = 100)]
    limit: Option<f64>,
}

/// One segment.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SegmentRequest {
    /// A name of the asker's own; given back.
    #[schema(max_length = 200)]
    id: Option<String>,
    /// The text, at most 10,000 characters.
    #[schema(max_length = 10000)]
    text: String,
}

/// Offers known terms and remembered translations for segments.
///
/// Every concept a term may mean is offered, the best supported first; disagreements come with the concept. Of terms
/// inside longer ones both are given, the inner with `nested`.
#[utoipa::path(post, path = "/v1/suggestions", operation_id = "create_suggestions", tag = "suggestions", request_body = SuggestionRequest,
    responses(
        (status = 200, body = SuggestionAnswer, description = "What is offered, segment by segment."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn create(
    state: Data<State>,
    asked: Json<SuggestionRequest>,
) -> Result<Json<SuggestionAnswer>, Problem> {
    let SuggestionRequest { segments, source_lang, target_lang, projects, limit } = asked.into_inner();
    check(&segments)?;
    let limit = offered(limit)?;
    let source_lang = language("source_lang", &source_lang)?;
    let target_lang = language("target_lang", &target_lang)?;
    let (ids, texts): (Vec<_>, Vec<_>) = segments.into_iter().map(|segment| (segment.id, segment.text)).unzip();
    let query = AssistQuery { texts, source_lang, target_lang, projects, limit };
    let (query, answer) = state.service.assist(query).await?;
    let segments = ids
        .into_iter()
        .zip(&query.texts)
        .zip(answer.suggestions)
        .map(|((id, text), offered)| SegmentAnswer::new(id, text, offered))
        .collect();
    Ok(Json(SuggestionAnswer { segments, revision: answer.revision }))
}

fn check(segments: &[SegmentRequest]) -> Result<(), Problem> {
    if segments.is_empty() || segments.len() > MOST_SEGMENTS {
        let count = segments.len();
        return Err(Problem::invalid(
            "segments",
            &format!("{count} are given, 1 to {MOST_SEGMENTS} are taken at once."),
        ));
    }
    for (number, segment) in segments.iter().enumerate() {
        if segment.text.chars().count() > LONGEST_SEGMENT {
            let field = format!("segments[{number}].text");
            return Err(Problem::invalid(&field, &format!("has more than {LONGEST_SEGMENT} characters. Cut it.")));
        }
        if segment.id.as_ref().is_some_and(|id| id.chars().count() > LONGEST_ID) {
            let field = format!("segments[{number}].id");
            return Err(Problem::invalid(&field, &format!("has more than {LONGEST_ID} characters. Shorten it.")));
        }
    }
    Ok(())
}

/// The limit as a whole number. JSON makes no difference between 5 and 5.0, so this makes none either.
fn offered(limit: Option<f64>) -> Result<usize, Problem> {
    let Some(limit) = limit else { return Ok(USUAL_LIMIT) };
    let whole = |limit: &f64| limit.fract() == 0.0 && *limit >= 1.0;
    let digits = Some(limit).filter(whole).map(|limit| format!("{limit:.0}"));
    match digits.and_then(|digits| digits.parse().ok()).filter(|limit| *limit <= MOST_OFFERED) {
        Some(limit) => Ok(limit),
        None => Err(Problem::invalid("limit", &format!("{limit} is no whole number within 1 and {MOST_OFFERED}."))),
    }
}

fn language(field: &str, given: &str) -> Result<Lang, Problem> {
    Lang::parse(given).map_err(|error| Problem::invalid(field, &error.to_string()))
}
