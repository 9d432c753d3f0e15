//! The pages of the workbench: files that were built from `web/` and are part of this program.
//!
//! They are the same for everybody and hold no data, so they need no token; all they show comes through the API. Every page is the
//! same document, which reads its own address. A program that was built without them has one plain page that says so.

mod files;

use actix_web::http::header::{self, AcceptLanguage, ContentEncoding, Header, HeaderName, HeaderValue};
use actix_web::web::{self, Data};
use actix_web::{HttpRequest, HttpResponse};

pub use files::Pages;

use super::etag;
use super::problem::Problem;
use super::route::{Route, routes};
use super::state::State;

pub(super) const ROUTES: &[Route] = routes! {
    "/" => {
        GET PAGE => read,
    }
    "/concepts/{id}" => {
        GET PAGE => read_numbered,
    }
    "/releases" => {
        GET PAGE => read,
    }
    "/releases/{id}" => {
        GET PAGE => read_numbered,
    }
    "/review" => {
        GET PAGE => read,
    }
    "/overview" => {
        GET PAGE => read,
    }
    "/import" => {
        GET PAGE => read,
    }
    "/export" => {
        GET PAGE => read,
    }
    "/settings" => {
        GET PAGE => read,
    }
    "/help" => {
        GET PAGE => read,
    }
    "/login" => {
        GET PAGE => read,
    }
    "/assets/{file}" => {
        GET PAGE => read_asset,
    }
};

/// What a page may load and do: only what this server has, no script and no style in the document, and no text that becomes markup.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
     font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
     trusted-types 'none'";
/// The name of an asset changes with its content.
const FOREVER: &str = "public, max-age=31536000, immutable";
/// A page is asked for again each time, and sent only if it has changed.
const ASK_AGAIN: &str = "no-cache";
/// The most letters of a number in an address.
const DIGITS: usize = 19;

async fn read(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let Some((document, coding)) = state.pages.document(&request) else { return without_pages(&request) };
    let tag = state.pages.tag();
    let is_current = etag::is_current(&request, tag);
    let mut answer = if is_current { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .insert_header((HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        .insert_header((header::CACHE_CONTROL, ASK_AGAIN))
        .insert_header((header::VARY, "Accept-Encoding"))
        .insert_header((header::ETAG, tag));
    if is_current {
        return answer.finish();
    }
    add_coding(&mut answer, coding);
    answer.content_type("text/html; charset=utf-8").body(document)
}

/// A page about one item; an address that can be of none is unknown.
async fn read_numbered(
    state: Data<State>,
    id: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let is_number = (1..=DIGITS).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { Ok(read(state, request).await) } else { Err(Problem::unknown_path()) }
}

async fn read_asset(
    state: Data<State>,
    file: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Problem> {
    let media_type = media_type(&file).ok_or_else(Problem::unknown_path)?;
    let found = state.pages.asset(&file, &request);
    let (bytes, coding) = found.ok_or_else(Problem::unknown_path)?;
    let mut answer = HttpResponse::Ok();
    answer.insert_header((header::CACHE_CONTROL, FOREVER)).insert_header((header::VARY, "Accept-Encoding"));
    add_coding(&mut answer, coding);
    Ok(answer.content_type(media_type).body(bytes))
}

fn add_coding(answer: &mut actix_web::HttpResponseBuilder, coding: ContentEncoding) {
    if coding != ContentEncoding::Identity {
        answer.insert_header((header::CONTENT_ENCODING, HeaderValue::from_static(coding.as_str())));
    }
}

/// The media type of a file by its extension; none for what no page loads, such as the packed form of another file.
fn media_type(file: &str) -> Option<&'static str> {
    let (_, extension) = file.rsplit_once('.')?;
    Some(match extension {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "map" => "application/json",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "svg" => "image/svg+xml",
        "txt" => "text/plain; charset=utf-8",
        "webmanifest" => "application/manifest+json",
        "woff2" => "font/woff2",
        _ => return None,
    })
}

/// The page of a program without pages.
fn without_pages(request: &HttpRequest) -> HttpResponse {
    let page =
        if prefers_japanese(request) { include_str!("missing.ja.html") } else { include_str!("missing.en.html") };
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, ASK_AGAIN))
        .insert_header((header::VARY, "Accept-Language"))
        .content_type("text/html; charset=utf-8")
        .body(page)
}

/// Whether the reader would rather read Japanese than English.
fn prefers_japanese(request: &HttpRequest) -> bool {
    let ranked = AcceptLanguage::parse(request).map(|languages| languages.ranked()).unwrap_or_default();
    let mut known =
        ranked.iter().filter_map(|language| language.item().map(|tag| tag.primary_language().to_lowercase()));
    known.find(|language| language == "ja" || language == "en").is_some_and(|language| language == "ja")
}
