//! Assistance: everything an editor shows beside one segment, in one request.

use std::time::Duration;

use actix_web::web::{Data, Json};
use futures_util::future::try_join;
use serde::Deserialize;
use utoipa::ToSchema;

use super::suggestions::{ClientId, FieldName, FilterRequest, LowestScore, ReferenceName, SearchTime, SegmentText};
use crate::answer::{AssistAnswer, CONCEPT_BYTES, FindingAnswer, PairCharacters, SuggestionAnswer};
use crate::app::assist::{AssistQuery, AssistText};
use crate::app::check::{CheckOptions, CheckQuery, CheckUnit};
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::ProjectNotFound;
use crate::http::state::State;
use crate::http::values::{BodyNumber, LanguageTag, OrDefault, Value, languages};

/// How many terms and matches to give for one segment: as many as a person looks at.
type SuggestionCount = OrDefault<BodyNumber<1, 1_000>, 10>;

/// A segment somebody is translating.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "source": "視床下部の神経細胞に着目した。", "target": "We focused on neurons of the thalamus.", "previous": "研究の背景",
    "source_lang": "ja", "target_lang": "en", "document": "20261101_release", "limit": 5
}))]
pub(crate) struct AssistRequest {
    /// A name of the client's choice; the answer repeats it.
    #[schema(inline)]
    id: Option<ClientId>,
    /// The source text.
    #[schema(inline)]
    source: SegmentText,
    /// The draft of its translation, if there is one.
    #[schema(inline)]
    target: Option<SegmentText>,
    /// Language of `source` (BCP 47).
    #[schema(inline)]
    source_lang: LanguageTag,
    /// Language to translate into (BCP 47).
    #[schema(inline)]
    target_lang: LanguageTag,
    /// The source text before it in its document.
    #[schema(inline)]
    previous: Option<SegmentText>,
    /// The source text after it.
    #[schema(inline)]
    next: Option<SegmentText>,
    /// Its key in the program it comes from. A match with the same key and text is a match in context.
    #[schema(inline)]
    key: Option<ReferenceName>,
    /// The inline codes of the source text that do not stand in it as text, such as `<g id="1">`.
    #[serde(default)]
    codes: Vec<String>,
    /// Projects in rank order; all if empty or missing.
    #[serde(default)]
    projects: Vec<String>,
    /// Its subject field. Matches from other fields score one point less.
    #[schema(inline)]
    field: Option<FieldName>,
    /// The document or series it belongs to. Its matches come first among equals.
    #[schema(inline)]
    document: Option<ReferenceName>,
    /// The most terms, and the most matches.
    #[serde(default)]
    #[schema(inline)]
    limit: SuggestionCount,
    /// The lowest score of a match.
    #[serde(default)]
    #[schema(inline)]
    min_score: LowestScore,
    /// How long the search for matches may take, in milliseconds. Matches found by then are returned.
    #[serde(default)]
    #[schema(inline)]
    budget_ms: SearchTime,
    /// Which segments of the memory to search; all if missing.
    filter: Option<FilterRequest>,
}

/// Gives everything that helps with one segment: its terms, remembered translations, and findings in its draft.
///
/// The same as `POST /v1/suggestions` and `POST /v1/checks` for a single segment, in one round trip.
#[utoipa::path(post, path = "/v1/assist", operation_id = "assist", tag = "suggestions", request_body = AssistRequest,
    responses(
        (status = 200, body = AssistAnswer, description = "Terms, matches and findings."),
        ProjectNotFound,
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    body: Json<AssistRequest>,
) -> Result<Json<AssistAnswer>, Problem> {
    let request = body.into_inner();
    let id = request.id.checked("id")?;
    let (source_lang, target_lang) = languages(request.source_lang, request.target_lang)?;
    let source = request.source.checked("source")?;
    let target = request.target.checked("target")?.filter(|target| !target.trim().is_empty());
    let text = AssistText {
        text: source.clone(),
        previous: request.previous.checked("previous")?,
        next: request.next.checked("next")?,
        key: request.key.checked("key")?,
        codes: request.codes,
    };
    let query = AssistQuery {
        field: request.field.checked("field")?,
        document: request.document.checked("document")?,
        limit: request.limit.checked_as("limit")?,
        floor: request.min_score.checked_as("min_score")?,
        budget: Duration::from_millis(request.budget_ms.checked_as("budget_ms")?),
        filter: request.filter.unwrap_or_default().checked("filter")?,
        projects: access.projects(request.projects)?,
        ..AssistQuery::new(vec![text], source_lang.clone(), target_lang.clone())
    };
    let options = CheckOptions {
        projects: query.projects.clone(),
        document: false,
        ..CheckOptions::new(source_lang, target_lang)
    };
    let units: Vec<CheckUnit> = target.into_iter().map(|target| CheckUnit::new(source.clone(), target)).collect();
    let characters: Vec<PairCharacters> =
        units.iter().map(|unit| PairCharacters::of(&unit.source, &unit.target)).collect();
    let check = async {
        // A segment without a translation has no findings.
        if units.is_empty() { Ok(None) } else { state.service.check(CheckQuery { units, options }).await.map(Some) }
    };
    let ((query, answer), report) = try_join(state.service.assist(query), check).await?;
    let segments = std::iter::once(id).zip(&query.texts);
    let offered = SuggestionAnswer::new(segments, &answer.suggestions, CONCEPT_BYTES, answer.revision.get());
    let (findings, ignored) = report.map_or((Vec::new(), 0), |report| (report.findings, report.ignored));
    let findings = findings.into_iter().map(|finding| FindingAnswer::new(finding, &characters)).collect();
    Ok(Json(AssistAnswer::new(offered, findings, ignored)))
}
