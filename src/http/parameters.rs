//! Query texts in; checked values, or a problem that names the field, out.

use actix_web::http::header::LINK;
use actix_web::{HttpRequest, HttpResponseBuilder};
use serde::Deserialize;
use utoipa::IntoParams;

use super::problem::Problem;
use crate::answer::words::Word;
use crate::model::Lang;

/// The number of items a page holds where the asker does not say.
pub(super) const USUAL: u32 = 50;
/// The most items a page holds.
pub(super) const MOST: u32 = 200;

/// Who does it.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct ActorQuery {
    /// Who does it, as the history will say, at most 200 characters.
    #[param(
        min_length = 1,
        max_length = 200,
        default = "api",
        pattern = r"^[^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u001f\u007f-\u009f]*$"
    )]
    pub(in crate::http) actor: Option<String>,
}

/// A page's length.
///
/// # Errors
/// `invalid_request` when it is not within 1 and [`MOST`].
pub(super) fn limit(given: Option<u32>) -> Result<u32, Problem> {
    match given {
        None => Ok(USUAL),
        Some(limit) if (1..=MOST).contains(&limit) => Ok(limit),
        Some(limit) => {
            Err(Problem::invalid("limit", &format!("{limit} is not within 1 and {MOST}. Ask page by page.")))
        }
    }
}

/// The number after which a page begins; 0 for the first.
///
/// # Errors
/// `invalid_request` when it is below 0.
pub(super) fn after(field: &str, given: Option<i64>) -> Result<i64, Problem> {
    match given {
        None => Ok(0),
        Some(after) if after >= 0 => Ok(after),
        Some(after) => Err(Problem::invalid(field, &format!("{after} is below 0. Use a number an answer gave."))),
    }
}

/// A language, by its tag.
///
/// # Errors
/// `invalid_request` for what is no tag.
pub(super) fn language(field: &str, given: &str) -> Result<Lang, Problem> {
    Lang::parse(given).map_err(|error| Problem::invalid(field, &error.to_string()))
}

/// Names in rank order, parted by commas; empty where none is given.
pub(super) fn names(given: Option<&str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in given.unwrap_or_default().split(',').map(str::trim).filter(|name| !name.is_empty()) {
        if !names.iter().any(|earlier| earlier == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// Words of one list, separated by commas; empty where none is given.
///
/// # Errors
/// `invalid_request` for any other word.
pub(super) fn words<W: Word>(field: &str, given: Option<&str>) -> Result<Vec<W>, Problem> {
    names(given).iter().map(|name| word(field, name)).collect()
}

/// A word of a list.
///
/// # Errors
/// `invalid_request` for any other word.
pub(super) fn word<W: Word>(field: &str, given: &str) -> Result<W, Problem> {
    W::ALL.iter().copied().find(|word| word.as_str() == given).ok_or_else(|| {
        let words: Vec<String> = W::ALL.iter().map(|word| format!("`{}`", word.as_str())).collect();
        Problem::invalid(field, &format!("`{given}` is not a known value. Use one of {}.", words.join(", ")))
    })
}

/// Adds the link to the next page (RFC 8288): the same query with `field` set to `last`.
pub(super) fn link_next(
    answer: &mut HttpResponseBuilder,
    request: &HttpRequest,
    field: &str,
    last: impl std::fmt::Display,
) {
    let prefix = format!("{field}=");
    let kept = request.query_string().split('&').filter(|part| !part.is_empty() && !part.starts_with(&prefix));
    let query: Vec<String> = kept.map(str::to_owned).chain([format!("{field}={last}")]).collect();
    answer.insert_header((LINK, format!("<{}?{}>; rel=\"next\"", request.path(), query.join("&"))));
}

/// The number after which the next page begins; `None` where `ids` is the last page.
pub(super) fn next(ids: impl ExactSizeIterator<Item = i64>, limit: u32) -> Option<i64> {
    let full = u32::try_from(ids.len()).is_ok_and(|length| length >= limit);
    if full { ids.last() } else { None }
}
