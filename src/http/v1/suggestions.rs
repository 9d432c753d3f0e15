//! Suggestions: segments in, the known terms in each and remembered translations out.

use std::ops::RangeInclusive;
use std::time::Duration;

use actix_web::web::{Data, Json};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::answer::words::ReviewWord;
use crate::answer::{SegmentAnswer, SuggestionAnswer};
use crate::app::assist::{AssistQuery, AssistText, DEFAULT_FLOOR, LOWEST_FLOOR, MemoryFilter};
use crate::app::clock;
use crate::http::access::Access;
use crate::http::parameters;
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;
use crate::model::Review;

/// The most segments of one request.
const MOST_SEGMENTS: usize = 200;
/// The most characters of one segment.
pub(super) const LONGEST_SEGMENT: usize = 10_000;
/// The most characters of a segment's name.
pub(super) const LONGEST_ID: usize = 200;
/// The most characters of a subject field.
pub(super) const LONGEST_FIELD: usize = 200;
/// The most characters of the name of a document, or of a key.
pub(super) const LONGEST_NAME: usize = 1_000;
/// The number of terms and of matches given for a segment where the asker does not say.
const USUAL_LIMIT: u64 = 100;
/// The most of them.
pub(super) const MOST_OFFERED: u64 = 1_000;
/// How long looking for matches may take where the asker does not say, in milliseconds.
pub(super) const USUAL_BUDGET: u64 = 5_000;

/// Segments to offer terms and translations for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "segments": [{"id": "s1", "text": "視床下部の神経細胞に着目した。", "previous": "研究の背景"}],
    "source_lang": "ja", "target_lang": "en", "min_score": 70, "limit": 5
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
    /// The lowest score of a match, 50 to 101.
    #[schema(value_type = Option<u32>, minimum = 50, maximum = 101, default = 60)]
    min_score: Option<f64>,
    /// How long looking for matches may take, in milliseconds, 10 to 60,000; what is found by then is given.
    #[schema(value_type = Option<u32>, minimum = 10, maximum = 60000, default = 5000)]
    budget_ms: Option<f64>,
    /// The subject field of the segments: matches from other fields are worth a point less.
    #[schema(max_length = 200)]
    field: Option<String>,
    /// The document or series they stand in: its matches come first among equals.
    #[schema(max_length = 1000)]
    document: Option<String>,
    /// Which segments of the memory count; all without.
    filter: Option<FilterRequest>,
}

/// Which segments of the memory count.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = MemoryFilter)]
pub(crate) struct FilterRequest {
    /// Only of these subject fields.
    fields: Vec<String>,
    /// Only of these review states; rejected segments are never given.
    #[schema(value_type = Vec<ReviewWord>)]
    review: Vec<Review>,
    /// Only made on this day or later, in UTC.
    #[schema(value_type = Option<String>, format = Date, pattern = "^(19[7-9][0-9]|20[0-9][0-9]|210[0-5])-", example = "2024-04-01")]
    since: Option<String>,
    /// Only made before this day.
    #[schema(value_type = Option<String>, format = Date, pattern = "^(19[7-9][0-9]|20[0-9][0-9]|210[0-5])-")]
    until: Option<String>,
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
    /// The segment before it in its document, at most 10,000 characters.
    #[schema(max_length = 10000)]
    previous: Option<String>,
    /// The segment after it.
    #[schema(max_length = 10000)]
    next: Option<String>,
    /// Its key in the program it comes from: with the same key and text a match is one in context.
    #[schema(max_length = 1000)]
    key: Option<String>,
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
    access: Access,
    state: Data<State>,
    asked: Json<SuggestionRequest>,
) -> Result<Json<SuggestionAnswer>, Problem> {
    let asked = asked.into_inner();
    check(&asked.segments)?;
    short("field", asked.field.as_deref(), LONGEST_FIELD)?;
    short("document", asked.document.as_deref(), LONGEST_NAME)?;
    let limit = whole("limit", asked.limit, 1..=MOST_OFFERED, USUAL_LIMIT)?;
    let floor = whole("min_score", asked.min_score, LOWEST_FLOOR.into()..=101, DEFAULT_FLOOR.into())?;
    let budget = whole("budget_ms", asked.budget_ms, 10..=60_000, USUAL_BUDGET)?;
    let source_lang = parameters::language("source_lang", &asked.source_lang)?;
    let target_lang = parameters::language("target_lang", &asked.target_lang)?;
    let filter = asked.filter.unwrap_or_default().filter()?;
    let (ids, texts): (Vec<_>, Vec<_>) = asked.segments.into_iter().map(SegmentRequest::parted).unzip();
    let query = AssistQuery {
        projects: access.projects(asked.projects)?,
        field: asked.field,
        document: asked.document,
        filter,
        limit: usize::try_from(limit).unwrap_or(1),
        floor: u8::try_from(floor).unwrap_or(DEFAULT_FLOOR),
        budget: Duration::from_millis(budget),
        ..AssistQuery::new(texts, source_lang, target_lang)
    };
    let (query, answer) = state.service.assist(query).await?;
    let segments = ids
        .into_iter()
        .zip(&query.texts)
        .zip(answer.suggestions)
        .map(|((id, text), offered)| SegmentAnswer::new(id, &text.text, offered))
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
        let texts =
            [("text", Some(&segment.text)), ("previous", segment.previous.as_ref()), ("next", segment.next.as_ref())];
        for (name, text) in texts {
            if text.is_some_and(|text| text.chars().count() > LONGEST_SEGMENT) {
                let field = format!("segments[{number}].{name}");
                return Err(Problem::invalid(&field, &format!("has more than {LONGEST_SEGMENT} characters. Cut it.")));
            }
        }
        short(&format!("segments[{number}].id"), segment.id.as_deref(), LONGEST_ID)?;
        short(&format!("segments[{number}].key"), segment.key.as_deref(), LONGEST_NAME)?;
    }
    Ok(())
}

/// Refuses a text that is longer than it may be.
pub(super) fn short(field: &str, text: Option<&str>, most: usize) -> Result<(), Problem> {
    if text.is_some_and(|text| text.chars().count() > most) {
        return Err(Problem::invalid(field, &format!("has more than {most} characters. Shorten it.")));
    }
    Ok(())
}

/// A number of the request as a whole one. JSON makes no difference between 5 and 5.0, so this makes none either.
pub(super) fn whole(field: &str, given: Option<f64>, range: RangeInclusive<u64>, usual: u64) -> Result<u64, Problem> {
    let Some(given) = given else { return Ok(usual) };
    let digits = Some(given).filter(|given| given.fract() == 0.0 && *given >= 0.0).map(|given| format!("{given:.0}"));
    match digits.and_then(|digits| digits.parse().ok()).filter(|given| range.contains(given)) {
        Some(given) => Ok(given),
        None => {
            let (least, most) = (range.start(), range.end());
            Err(Problem::invalid(field, &format!("{given} is no whole number within {least} and {most}.")))
        }
    }
}

impl SegmentRequest {
    /// Its name, and what is asked.
    fn parted(self) -> (Option<String>, AssistText) {
        (self.id, AssistText { text: self.text, previous: self.previous, next: self.next, unit: self.key })
    }
}

impl FilterRequest {
    /// The same, checked.
    pub(super) fn filter(self) -> Result<MemoryFilter, Problem> {
        Ok(MemoryFilter {
            fields: self.fields,
            review: self.review,
            since: self.since.map(|day| first_second("filter.since", &day)).transpose()?,
            until: self.until.map(|day| first_second("filter.until", &day)).transpose()?,
        })
    }
}

/// The first second of a day, since 1970.
fn first_second(field: &str, day: &str) -> Result<u32, Problem> {
    clock::first_second(day)
        .ok_or_else(|| Problem::invalid(field, &format!("`{day}` is no day such as `2024-04-01`, from 1970 to 2105.")))
}
