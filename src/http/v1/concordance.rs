//! Concordance: text search in the segments of the memory.

use std::time::Duration;

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::ConcordanceAnswer;
use crate::answer::words::ConcordanceModeWord;
use crate::app::concordance::{ConcordanceQuery, LONGEST};
use crate::http::access::Access;
use crate::http::paging;
use crate::http::problem::Problem;
use crate::http::refusals::ProjectNotFound;
use crate::http::state::State;
use crate::http::values::{
    LanguageTag, OneWord, OrDefault, PageLength, ProjectList, QueryNumber, RowNumber, Searchable, Text, Value,
};
use crate::model::SegmentId;

/// A text to search for.
type SearchText = Text<Searchable, LONGEST>;
/// How long the search may take, in milliseconds.
type SearchTime = OrDefault<QueryNumber<10, 10_000>, 2_000>;

/// How to search.
type SearchMode = OneWord<ConcordanceModeWord>;

/// What to look for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchQuery {
    /// A piece of text, or words with `mode=words`.
    #[param(inline, example = "視床下部")]
    q: SearchText,
    /// Only texts in this language (BCP 47), on either side; all if missing.
    #[param(inline, example = "ja")]
    lang: Option<LanguageTag>,
    /// Projects, separated by commas; all if missing.
    #[serde(default)]
    #[param(inline)]
    project: ProjectList,
    /// `text` searches for the text as a whole, `words` for all of its words in any order.
    #[param(inline, default = "text")]
    mode: Option<SearchMode>,
    /// The most segments to return.
    #[serde(default)]
    #[param(inline)]
    limit: PageLength,
    /// Begin after the segment with this id; the newest come first.
    #[param(inline)]
    before: Option<RowNumber>,
    /// How long the search may take, in milliseconds. Segments found by then are returned.
    #[serde(default)]
    #[param(inline)]
    budget_ms: SearchTime,
}

/// Finds a text in the memory.
///
/// Both sides of every segment are searched; width, case and kinds of dashes make no difference. Each segment comes once,
/// the newest first, with all positions of the text.
#[utoipa::path(get, path = "/v1/concordance", operation_id = "search_concordance", tag = "concordance", params(SearchQuery),
    responses(
        (status = 200, body = ConcordanceAnswer, description = "One page.",
            headers(("Link" = String, description = "The next page, `rel=\"next\"`; missing on the last."))),
        ProjectNotFound,
    ))]
pub(crate) async fn search(
    access: Access,
    state: Data<State>,
    query: Query<SearchQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let query = query.into_inner();
    let query = ConcordanceQuery {
        text: query.q.checked("q")?,
        lang: query.lang.checked("lang")?,
        projects: access.projects(query.project.names())?,
        words: query.mode.checked("mode")? == Some(ConcordanceModeWord::Words),
        before: query.before.checked("before")?.map(SegmentId::new),
        limit: query.limit.checked_as("limit")?,
        budget: Duration::from_millis(query.budget_ms.checked_as("budget_ms")?),
    };
    let found =
        state.service.concordance(&query).await.map_err(|error| Problem::with_field_name(error, "text", "q"))?;
    let mut answer = HttpResponse::Ok();
    if let Some(last) = found.next_before {
        paging::link_next(&mut answer, &request, "before", last);
    }
    Ok(answer.json(ConcordanceAnswer::from(found)))
}
