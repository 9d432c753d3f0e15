//! The pages of the workbench: files that were built from `web/` and are part of this program.
//!
//! They are the same for everybody and hold no data, so they need no token; all they show comes through the API. Every page is the
//! same document, which reads its own address. A program that was built without them has one plain page that says so.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use actix_web::http::header::{
    self, AcceptEncoding, AcceptLanguage, ContentEncoding, Encoding, Header, HeaderName, HeaderValue,
};
use actix_web::web::{self, Bytes, Data};
use actix_web::{HttpRequest, HttpResponse};
use sha2::{Digest, Sha256};

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

/// The document that every page is.
const INDEX: &str = "index.html";
/// The folder of the files that it loads.
const ASSETS: &str = "assets/";
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

// `FILES`: what `npm run build` made in `web/` before this program was built, by path (build.rs).
include!(concat!(env!("OUT_DIR"), "/pages.rs"));

/// The files of the workbench, by their paths.
#[derive(Debug, Clone, Default)]
pub struct Pages {
    files: BTreeMap<String, Bytes>,
    /// The tag of the document.
    tag: String,
}

impl Pages {
    /// Those that are part of this program; none if it was built without.
    #[must_use]
    pub fn embedded() -> Self {
        let files = FILES.iter().map(|(name, bytes)| ((*name).to_owned(), Bytes::from_static(bytes)));
        Self::of(files.collect())
    }

    /// Those in a folder, as they are now.
    ///
    /// # Errors
    /// A folder or file that cannot be read.
    pub fn in_folder(folder: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        for (below, prefix) in [(folder.to_owned(), ""), (folder.join(ASSETS), ASSETS)] {
            for entry in std::fs::read_dir(below)? {
                let path = entry?.path();
                if let (true, Some(name)) = (path.is_file(), path.file_name().and_then(|name| name.to_str())) {
                    files.insert(format!("{prefix}{name}"), Bytes::from(std::fs::read(&path)?));
                }
            }
        }
        Ok(Self::of(files))
    }

    fn of(files: BTreeMap<String, Bytes>) -> Self {
        let digest = Sha256::digest(files.get(INDEX).map_or(&[][..], |document| document));
        let short: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Self { files, tag: format!("W/\"{short}\"") }
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        !self.files.contains_key(INDEX)
    }

    /// A file, packed if the client takes that and it is there packed.
    fn file(&self, name: &str, request: &HttpRequest) -> Option<(Bytes, ContentEncoding)> {
        let plain = self.files.get(name)?;
        for (encoding, coding, ending) in [
            (Encoding::brotli(), ContentEncoding::Brotli, "br"),
            (Encoding::gzip(), ContentEncoding::Gzip, "gz"),
        ] {
            let accepted = AcceptEncoding::parse(request).ok().filter(|accepted| !accepted.is_empty());
            let chosen = accepted.and_then(|accepted| accepted.negotiate([encoding.clone(), Encoding::identity()].iter()));
            if chosen == Some(encoding)
                && let Some(packed) = self.files.get(&format!("{name}.{ending}"))
            {
                return Some((packed.clone(), coding));
            }
        }
        Some((plain.clone(), ContentEncoding::Identity))
    }
}

async fn read(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let Some((document, coding)) = state.pages.file(INDEX, &request) else { return without_pages(&request) };
    let is_current = etag::is_current(&request, &state.pages.tag);
    let mut answer = if is_current { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    answer
        .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
        .insert_header((HeaderName::from_static("cross-origin-opener-policy"), "same-origin"))
        .insert_header((header::CACHE_CONTROL, ASK_AGAIN))
        .insert_header((header::VARY, "Accept-Encoding"))
        .insert_header((header::ETAG, state.pages.tag.as_str()));
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

async fn read_asset(state: Data<State>, file: web::Path<String>, request: HttpRequest) -> Result<HttpResponse, Problem> {
    let media_type = media_type(&file).ok_or_else(Problem::unknown_path)?;
    let found = state.pages.file(&format!("{ASSETS}{file}"), &request);
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
    let page = if prefers_japanese(request) { include_str!("pages/missing.ja.html") } else { include_str!("pages/missing.en.html") };
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, ASK_AGAIN))
        .insert_header((header::VARY, "Accept-Language"))
        .content_type("text/html; charset=utf-8")
        .body(page)
}

/// Whether the reader would rather read Japanese than English.
fn prefers_japanese(request: &HttpRequest) -> bool {
    let ranked = AcceptLanguage::parse(request).map(|languages| languages.ranked()).unwrap_or_default();
    let mut known = ranked.iter().filter_map(|language| language.item().map(|tag| tag.primary_language().to_lowercase()));
    known.find(|language| language == "ja" || language == "en").is_some_and(|language| language == "ja")
}
