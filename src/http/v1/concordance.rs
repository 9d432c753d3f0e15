//! Concordance: a text in, the segments of the memory that hold it out.

use std::time::Duration;

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::answer::ConcordanceAnswer;
use crate::answer::words::ConcordanceModeWord;
use crate::app::AppError;
use crate::app::concordance::{ConcordanceQuery, LONGEST};
use crate::http::access::Access;
use crate::http::parameters;
use crate::http::problem::{Problem, ProblemAnswer};
use crate::http::state::State;
use crate::model::SegmentId;

/// How long looking may take where the asker does not say, in milliseconds.
const USUAL_BUDGET: u32 = 2_000;
/// The shortest and the longest it may be told to take.
const BUDGETS: std::ops::RangeInclusive<u32> = 10..=10_000;

/// What to look for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchQuery {
    /// A piece of text, or words with `mode=words`.
    #[param(min_length = 1, max_length = 400, pattern = r"\S", example = "視床下部")]
    q: String,
    /// Only texts of this language (BCP 47), whichever side they are on; all without.
    #[param(pattern = r"^[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*$", example = "ja")]
    lang: Option<String>,
    /// Projects, parted by commas; all without.
    project: Option<String>,
    /// `text` looks for the text as a whole, `words` for all of its words in any order.
    #[param(value_type = Option<String>, pattern = "^(text|words)$", default = "text")]
    mode: Option<ConcordanceModeWord>,
    /// The most segments to give, 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<u32>,
    /// Begin after the segment with this number; the newest come first.
    #[param(minimum = 0)]
    before: Option<i64>,
    /// How long looking may take, in milliseconds, 10 to 10,000; what is found by then is given.
    #[param(minimum = 10, maximum = 10000, default = 2000)]
    budget_ms: Option<u32>,
}

/// Finds a text in the memory.
///
/// Both sides of every segment are looked through, whatever the width, case or dashes. Each segment comes once, the
/// newest first, with every place the text stands at.
#[utoipa::path(get, path = "/v1/concordance", operation_id = "search_concordance", tag = "concordance", params(SearchQuery),
    responses(
        (status = 200, body = ConcordanceAnswer, description = "One page.",
            headers(("Link" = String, description = "The next page, `rel=\"next\"`; missing on the last."))),
        (status = 404, body = ProblemAnswer, content_type = "application/problem+json", description = "There is no such project."),
    ))]
pub(crate) async fn search(
    access: Access,
    state: Data<State>,
    query: Query<SearchQuery>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let text = query.q.trim();
    if text.is_empty() || text.chars().count() > LONGEST {
        return Err(Problem::invalid("q", &format!("a question has 1 to {LONGEST} characters.")));
    }
    let budget = query.budget_ms.unwrap_or(USUAL_BUDGET);
    if !BUDGETS.contains(&budget) {
        let (least, most) = (BUDGETS.start(), BUDGETS.end());
        return Err(Problem::invalid("budget_ms", &format!("{budget} is not within {least} and {most}.")));
    }
    let before =
        query.before.map(|before| parameters::after("before", Some(before)).map(SegmentId::new)).transpose()?;
    let question = ConcordanceQuery {
        text: text.to_owned(),
        lang: query.lang.as_deref().map(|lang| parameters::language("lang", lang)).transpose()?,
        projects: access.projects(parameters::names(query.project.as_deref()))?,
        words: query.mode == Some(ConcordanceModeWord::Words),
        before,
        limit: usize::try_from(parameters::limit(query.limit)?).unwrap_or(1),
        budget: Duration::from_millis(u64::from(budget)),
    };
    let found = state.service.concordance(&question).await.map_err(in_the_query_s_words)?;
    let mut answer = HttpResponse::Ok();
    if let Some(last) = found.next_before {
        parameters::link_next(&mut answer, &request, "before", last);
    }
    Ok(answer.json(ConcordanceAnswer::from(found)))
}

/// The problem of a question, by the name it has in the query.
fn in_the_query_s_words(error: AppError) -> Problem {
    match error {
        AppError::InvalidRequest { field: "text", problem } => Problem::invalid("q", &format!("{problem}.")),
        error => error.into(),
    }
}
