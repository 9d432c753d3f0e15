//! Assistance: one segment in, everything an editor shows beside it out, in one go.

use std::time::Duration;

use actix_web::web::{Data, Json};
use futures_util::future::try_join;
use serde::Deserialize;
use utoipa::ToSchema;

use super::suggestions::{
    FilterRequest, LONGEST_FIELD, LONGEST_ID, LONGEST_NAME, LONGEST_SEGMENT, MOST_OFFERED, USUAL_BUDGET, short, whole,
};
use crate::answer::{AssistAnswer, FindingAnswer, PairCharacters, SegmentAnswer};
use crate::app::assist::{AssistQuery, AssistText, DEFAULT_FLOOR, LOWEST_FLOOR};
use crate::app::check::{CheckOptions, CheckQuery, CheckUnit};
use crate::http::access::Access;
use crate::http::parameters;
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;

/// The number of terms and of matches given where the asker does not say: what a person looks at.
const USUAL_LIMIT: u64 = 10;

/// A segment somebody is translating.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "source": "視床下部の神経細胞に着目した。", "target": "We focused on neurons of the thalamus.", "previous": "研究の背景",
    "source_lang": "ja", "target_lang": "en", "document": "20261101_release", "limit": 5
}))]
pub(crate) struct AssistRequest {
    /// A name of the asker's own; given back.
    #[schema(max_length = 200)]
    id: Option<String>,
    /// The text translated from, at most 10,000 characters.
    #[schema(max_length = 10_000)]
    source: String,
    /// The draft of its translation, where there is one.
    #[schema(max_length = 10_000)]
    target: Option<String>,
    /// Language of `source` (BCP 47).
    #[schema(pattern = r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$", example = "ja")]
    source_lang: String,
    /// Language to translate into (BCP 47).
    #[schema(pattern = r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$", example = "en")]
    target_lang: String,
    /// The source text before it in its document.
    #[schema(max_length = 10_000)]
    previous: Option<String>,
    /// The source text after it.
    #[schema(max_length = 10_000)]
    next: Option<String>,
    /// Its key in the program it comes from: with the same key and text a match is one in context.
    #[schema(max_length = 1000)]
    key: Option<String>,
    /// Projects in rank order; all where empty or missing.
    #[serde(default)]
    projects: Vec<String>,
    /// Its subject field: matches from other fields are worth a point less.
    #[schema(max_length = 200)]
    field: Option<String>,
    /// The document or series it stands in: its matches come first among equals.
    #[schema(max_length = 1000)]
    document: Option<String>,
    /// The most terms, and the most matches, 1 to 1,000.
    #[schema(value_type = Option<u32>, minimum = 1, maximum = 1000, default = 10)]
    limit: Option<f64>,
    /// The lowest score of a match, 50 to 101.
    #[schema(value_type = Option<u32>, minimum = 50, maximum = 101, default = 60)]
    min_score: Option<f64>,
    /// How long looking for matches may take, in milliseconds, 10 to 60,000; what is found by then is given.
    #[schema(value_type = Option<u32>, minimum = 10, maximum = 60000, default = 5000)]
    budget_ms: Option<f64>,
    /// Which segments of the memory count; all without.
    filter: Option<FilterRequest>,
}

/// Gives everything that helps with one segment: its terms, remembered translations, and what is to be looked at in its draft.
///
/// The same as `POST /v1/suggestions` and `POST /v1/checks` for a segment that stands for itself, in one round trip.
#[utoipa::path(post, path = "/v1/assist", operation_id = "assist", tag = "suggestions", request_body = AssistRequest,
    responses(
        (status = 200, body = AssistAnswer, description = "What helps."),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    asked: Json<AssistRequest>,
) -> Result<Json<AssistAnswer>, Problem> {
    let asked = asked.into_inner();
    check(&asked)?;
    let limit = whole("limit", asked.limit, 1..=MOST_OFFERED, USUAL_LIMIT)?;
    let floor = whole("min_score", asked.min_score, LOWEST_FLOOR.into()..=101, DEFAULT_FLOOR.into())?;
    let budget = whole("budget_ms", asked.budget_ms, 10..=60_000, USUAL_BUDGET)?;
    let source_lang = parameters::language("source_lang", &asked.source_lang)?;
    let target_lang = parameters::language("target_lang", &asked.target_lang)?;
    let projects = access.projects(asked.projects)?;
    let target = asked.target.filter(|target| !target.trim().is_empty());
    let options = CheckOptions {
        projects: projects.clone(),
        document: false,
        ..CheckOptions::new(source_lang.clone(), target_lang.clone())
    };
    let units: Vec<CheckUnit> =
        target.iter().map(|target| CheckUnit { source: asked.source.clone(), target: target.clone() }).collect();
    let characters: Vec<PairCharacters> =
        units.iter().map(|unit| PairCharacters::of(&unit.source, &unit.target)).collect();
    let text = AssistText { text: asked.source, previous: asked.previous, next: asked.next, unit: asked.key };
    let query = AssistQuery {
        projects,
        field: asked.field,
        document: asked.document,
        filter: asked.filter.unwrap_or_default().filter()?,
        limit: usize::try_from(limit).unwrap_or(1),
        floor: u8::try_from(floor).unwrap_or(DEFAULT_FLOOR),
        budget: Duration::from_millis(budget),
        ..AssistQuery::new(vec![text], source_lang, target_lang)
    };
    let checked = async {
        // Nothing is said of what has no translation yet.
        if units.is_empty() { Ok(None) } else { state.service.check(CheckQuery { units, options }).await.map(Some) }
    };
    let ((query, offered), report) = try_join(state.service.assist(query), checked).await?;
    let source = query.texts.first().map(|text| text.text.as_str()).unwrap_or_default();
    let suggestion = offered.suggestions.into_iter().next().unwrap_or_default();
    let segment = SegmentAnswer::new(asked.id, source, suggestion);
    let (found, ignored) = report.map_or((Vec::new(), 0), |report| (report.findings, report.ignored));
    let findings = found.into_iter().map(|finding| FindingAnswer::new(finding, &characters)).collect();
    Ok(Json(AssistAnswer::new(segment, findings, ignored, offered.revision)))
}

fn check(asked: &AssistRequest) -> Result<(), Problem> {
    short("id", asked.id.as_deref(), LONGEST_ID)?;
    short("source", Some(&asked.source), LONGEST_SEGMENT)?;
    short("target", asked.target.as_deref(), LONGEST_SEGMENT)?;
    short("previous", asked.previous.as_deref(), LONGEST_SEGMENT)?;
    short("next", asked.next.as_deref(), LONGEST_SEGMENT)?;
    short("key", asked.key.as_deref(), LONGEST_NAME)?;
    short("field", asked.field.as_deref(), LONGEST_FIELD)?;
    short("document", asked.document.as_deref(), LONGEST_NAME)
}
