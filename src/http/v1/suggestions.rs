//! Suggestions: the known terms in segments, and remembered translations of the segments.

use std::time::Duration;

use actix_web::web::{Data, Json};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::answer::words::ReviewWord;
use crate::answer::{CONCEPT_BYTES, SuggestionAnswer};
use crate::app::assist::{AssistQuery, AssistText, MemoryFilter};
use crate::app::propose::{LONGEST_NAME, LONGEST_TEXT};
use crate::http::access::Access;
use crate::http::problem::Problem;
use crate::http::refusals::ProjectNotFound;
use crate::http::state::State;
use crate::http::values::{Batch, BodyNumber, Day, Free, LanguageTag, OrDefault, Text, Value, languages};

/// A segment, or a text around it.
pub(super) type SegmentText = Text<Free, LONGEST_TEXT>;
/// A name the client gives a segment.
pub(super) type ClientId = Text<Free, 200>;
/// A subject field.
pub(super) type FieldName = Text<Free, 200>;
/// The name of a document, or a key of a segment.
pub(super) type ReferenceName = Text<Free, LONGEST_NAME>;
/// The lowest score of a match.
pub(super) type LowestScore = OrDefault<BodyNumber<50, 101>, 60>;
/// How long the search for matches may take, in milliseconds.
pub(super) type SearchTime = OrDefault<BodyNumber<10, 60_000>, 5_000>;
/// How many terms and matches to give for a segment of many.
type SuggestionCount = OrDefault<BodyNumber<1, 1_000>, 100>;
/// The segments of one request.
type SegmentBatch = Batch<SegmentRequest, 1, 200>;

/// Segments to suggest terms and translations for.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "segments": [{"id": "s1", "text": "視床下部の神経細胞に着目した。", "previous": "研究の背景"}],
    "source_lang": "ja", "target_lang": "en", "min_score": 70, "limit": 5
}))]
pub(crate) struct SuggestionRequest {
    /// The segments.
    #[schema(inline)]
    segments: SegmentBatch,
    /// Language of the segments (BCP 47).
    #[schema(inline)]
    source_lang: LanguageTag,
    /// Language to translate into (BCP 47).
    #[schema(inline)]
    target_lang: LanguageTag,
    /// Projects in rank order; all if empty or missing.
    #[serde(default)]
    projects: Vec<String>,
    /// The most terms, and the most matches, for each segment.
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
    /// The subject field of the segments. Matches from other fields score one point less.
    #[schema(inline)]
    field: Option<FieldName>,
    /// The document or series the segments belong to. Its matches come first among equals.
    #[schema(inline)]
    document: Option<ReferenceName>,
    /// Which segments of the memory to search; all if missing.
    filter: Option<FilterRequest>,
}

/// Which segments of the memory to search.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = MemoryFilter)]
pub(crate) struct FilterRequest {
    /// Only segments of these subject fields.
    #[serde(default)]
    fields: Vec<String>,
    /// Only segments in these review states. Rejected segments are never given.
    #[serde(default)]
    review: Vec<ReviewWord>,
    /// Only segments created on this day or later, in UTC.
    #[schema(inline)]
    since: Option<Day>,
    /// Only segments created before this day.
    #[schema(inline)]
    until: Option<Day>,
}

/// One segment.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct SegmentRequest {
    /// A name of the client's choice; the answer repeats it.
    #[schema(inline)]
    id: Option<ClientId>,
    /// The text.
    #[schema(inline)]
    text: SegmentText,
    /// The segment before it in its document.
    #[schema(inline)]
    previous: Option<SegmentText>,
    /// The segment after it.
    #[schema(inline)]
    next: Option<SegmentText>,
    /// Its key in the program it comes from. A match with the same key and text is a match in context.
    #[schema(inline)]
    key: Option<ReferenceName>,
    /// Its inline codes that do not stand in it as text, such as `<g id="1">`. A match whose translation has other codes
    /// scores less.
    #[serde(default)]
    codes: Vec<String>,
}

/// Suggests known terms and remembered translations for segments.
///
/// Every concept a term may mean is given, the best supported first, with its conflicts; each once, in `concepts`, to which
/// terms refer. For a term inside a longer one both are given, the inner one with `nested`. What would make the answer too
/// large is counted instead.
#[utoipa::path(post, path = "/v1/suggestions", operation_id = "create_suggestions", tag = "suggestions", request_body = SuggestionRequest,
    responses(
        (status = 200, body = SuggestionAnswer, description = "The suggestions, segment by segment."),
        ProjectNotFound,
    ))]
pub(crate) async fn create(
    access: Access,
    state: Data<State>,
    body: Json<SuggestionRequest>,
) -> Result<Json<SuggestionAnswer>, Problem> {
    let request = body.into_inner();
    let segments = request.segments.checked("segments")?.into_iter().enumerate();
    let segments = segments.map(|(index, segment)| segment.checked(index)).collect::<Result<Vec<_>, _>>()?;
    let (ids, texts): (Vec<_>, Vec<_>) = segments.into_iter().unzip();
    let (source_lang, target_lang) = languages(request.source_lang, request.target_lang)?;
    let query = AssistQuery {
        field: request.field.checked("field")?,
        document: request.document.checked("document")?,
        limit: request.limit.checked_as("limit")?,
        floor: request.min_score.checked_as("min_score")?,
        budget: Duration::from_millis(request.budget_ms.checked_as("budget_ms")?),
        filter: request.filter.unwrap_or_default().checked("filter")?,
        projects: access.projects(request.projects)?,
        ..AssistQuery::new(texts, source_lang, target_lang)
    };
    let (query, answer) = state.service.assist(query).await?;
    let segments = ids.into_iter().zip(&query.texts);
    let revision = answer.revision.get();
    Ok(Json(SuggestionAnswer::new(segments, &answer.suggestions, CONCEPT_BYTES, revision)))
}

impl SegmentRequest {
    /// Its name, and its text with what is around it.
    fn checked(self, index: usize) -> Result<(Option<String>, AssistText), Problem> {
        let member = |name: &str| format!("segments[{index}].{name}");
        let text = AssistText {
            text: self.text.checked(&member("text"))?,
            previous: self.previous.checked(&member("previous"))?,
            next: self.next.checked(&member("next"))?,
            key: self.key.checked(&member("key"))?,
            codes: self.codes,
        };
        Ok((self.id.checked(&member("id"))?, text))
    }
}

impl Value for FilterRequest {
    type Content = MemoryFilter;

    fn checked(self, field: &str) -> Result<MemoryFilter, Problem> {
        Ok(MemoryFilter {
            fields: self.fields,
            review: self.review.into_iter().map(Into::into).collect(),
            since: self.since.checked(&format!("{field}.since"))?,
            until: self.until.checked(&format!("{field}.until"))?,
        })
    }
}
