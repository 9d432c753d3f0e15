//! A web page with the entries of a term, for programs that open a browser with the selected text.
//!
//! The page has no scripts and no styles and loads nothing: it has a form, a heading for each concept and a table of its terms.
//! Everything that comes from the base or the request is escaped.

#![expect(unused_qualifications, reason = "the documentation macro repeats the types of a handler's arguments")]

use std::fmt::Write;

use actix_web::HttpResponse;
use actix_web::web::{Data, Query};
use serde::Deserialize;
use utoipa::IntoParams;

use super::caller::CompatCaller;
use crate::app::AppError;
use crate::app::lookup::{LONGEST, Lookup, LookupQuery};
use crate::http::address::in_address;
use crate::http::problem::Problem;
use crate::http::refusals::ProjectNotFound;
use crate::http::state::State;
use crate::http::values::ProjectList;
use crate::model::{Concept, Evidence, Reading, Term};

/// The most concepts on a page.
const MOST: usize = 20;

/// What to look up.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct PageQuery {
    /// The term; only the form if missing.
    #[param(example = "視床下部")]
    q: Option<String>,
    /// Projects in rank order, separated by commas; all if missing.
    #[param(inline)]
    project: Option<ProjectList>,
}

/// Shows the entries of a term as a web page.
#[utoipa::path(get, path = "/lookup", operation_id = "read_lookup_page", tag = "terms", params(PageQuery),
    responses(
        (status = 200, description = "The page.", content((String = "text/html"))),
        ProjectNotFound,
    ))]
pub(crate) async fn read(
    state: Data<State>,
    query: Query<PageQuery>,
    caller: CompatCaller,
) -> Result<HttpResponse, Problem> {
    let text = query.q.as_deref().unwrap_or_default().trim();
    let mut projects = caller.projects(query.project.as_ref().map(ProjectList::names).unwrap_or_default())?;
    if projects.is_empty() {
        projects = state.service.projects().await?.into_iter().map(|project| project.name).collect();
    }
    let found = if text.is_empty() || projects.is_empty() {
        Ok(None)
    } else {
        let question = LookupQuery { text: text.to_owned(), projects, lang: None, kinds: Vec::new(), limit: MOST };
        state.service.lookup(&question).await.map(Some)
    };
    let (content, problem) = match found {
        Ok(found) => (found, None),
        Err(AppError::InvalidRequest { problem, .. }) => (None, Some(problem)),
        Err(error) => return Err(error.into()),
    };
    let page = page(text, query.project.as_ref().map(ProjectList::as_str), content.as_ref(), problem.as_deref());
    Ok(HttpResponse::Ok().content_type("text/html; charset=utf-8").body(page))
}

/// Writing to a `String` cannot fail, so the result of `write!` is ignored.
macro_rules! put {
    ($page:expr, $($given:tt)*) => { let _ = write!($page, $($given)*); };
}

fn page(text: &str, project: Option<&str>, found: Option<&Lookup>, problem: Option<&str>) -> String {
    let shown = escaped(text);
    let mut page = String::new();
    let title = if text.is_empty() { "Taiyaku".to_owned() } else { format!("{shown} – Taiyaku") };
    put!(page, "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n");
    put!(
        page,
        "<meta name=\"viewport\" content=\"width=device-width\">\n<main>\n<form action=\"/lookup\" role=\"search\">\n"
    );
    put!(
        page,
        "<label>Term <input type=\"search\" name=\"q\" value=\"{shown}\" maxlength=\"{LONGEST}\" autofocus></label>\n"
    );
    if let Some(project) = project {
        put!(page, "<input type=\"hidden\" name=\"project\" value=\"{}\">\n", escaped(project));
    }
    put!(page, "<button>Look up</button>\n</form>\n");
    if let Some(problem) = problem {
        put!(page, "<p role=\"alert\">{}.</p>\n", escaped(problem));
    }
    if let Some(found) = found {
        put!(page, "<p role=\"status\">{} found.</p>\n", found.matches.len());
        for hit in &found.matches {
            concept(&mut page, &hit.concept);
        }
        if !found.components.is_empty() {
            put!(page, "<h2>Terms in {shown}</h2>\n");
            for component in &found.components {
                concept(&mut page, &component.found.concept);
            }
        }
        if !found.did_you_mean.is_empty() {
            put!(page, "<h2>Did you mean</h2>\n<ul>\n");
            for term in &found.did_you_mean {
                put!(page, "<li><a href=\"/lookup?q={}\">{}</a>\n", in_address(term), escaped(term));
            }
            put!(page, "</ul>\n");
        }
        if !found.dictionary.is_empty() {
            put!(page, "<h2>In dictionaries</h2>\n<dl>\n");
            for (_, entry) in &found.dictionary {
                let (ja, en, name) = (escaped(&entry.ja), escaped(&entry.en.join("; ")), escaped(&entry.source.name));
                put!(page, "<dt lang=\"ja\">{ja}<dd>{en} ({name})\n");
            }
            put!(page, "</dl>\n");
        }
    }
    put!(page, "</main>\n</html>\n");
    page
}

fn concept(page: &mut String, concept: &Concept) {
    let heading = concept.terms.first().map(|term| escaped(&term.text)).unwrap_or_default();
    put!(page, "<section>\n<h2>{heading}</h2>\n");
    if !concept.terms.iter().any(|term| term.lang.is_english()) {
        put!(page, "<p>No English term yet.</p>\n");
    }
    put!(
        page,
        "<table>\n<thead><tr><th>Term<th>Reading<th>Usage<th>Review<th>Confidence<th>Evidence</thead>\n<tbody>\n"
    );
    for term in &concept.terms {
        row(page, term);
    }
    put!(page, "</tbody>\n</table>\n");
    for definition in &concept.definitions {
        let (lang, text) = (escaped(definition.lang.as_str()), escaped(&definition.text));
        put!(page, "<blockquote lang=\"{lang}\">{text} <cite>{}</cite></blockquote>\n", escaped(&definition.source));
    }
    for conflict in &concept.conflicts {
        put!(page, "<p>In conflict with concept {}: {}</p>\n", conflict.other, escaped(&conflict.reason));
    }
    put!(page, "<p>Project {}, concept {}.</p>\n</section>\n", escaped(&concept.project), concept.id);
}

fn row(page: &mut String, term: &Term) {
    let (lang, text) = (escaped(term.lang.as_str()), escaped(&term.text));
    let guess = if term.reading.as_ref().is_some_and(Reading::is_guess) { " (guessed)" } else { "" };
    let reading = term.reading.as_ref().map(|reading| format!("{}{guess}", escaped(&reading.kana))).unwrap_or_default();
    let (usage, review, sure) = (term.usage.as_str(), term.review.as_str(), term.confidence * 100.0);
    let best = term.evidence.iter().max_by(|a, b| a.confidence.total_cmp(&b.confidence));
    let says = best.map(|best: &Evidence| format!("{}, {} @ {}", best.kind.as_str(), best.method, best.source));
    let says = escaped(&says.unwrap_or_default());
    put!(
        page,
        "<tr><th scope=\"row\" lang=\"{lang}\">{text}<td lang=\"ja\">{reading}<td>{usage}<td>{review}<td>{sure:.0} %<td>{says}\n"
    );
}

/// Text escaped for HTML, also within quotes.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::{escaped, page};

    #[test]
    fn text_of_a_request_never_becomes_markup() {
        let page = page("\"><script>alert('x')</script>&", Some("<b>"), None, Some("<i>"));
        assert!(!page.contains("<script") && !page.contains("<b>") && !page.contains("<i>"), "{page}");
        assert_eq!(escaped("<a b='\"'>&"), "&lt;a b=&#39;&quot;&#39;&gt;&amp;");
    }
}
