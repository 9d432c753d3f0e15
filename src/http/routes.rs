//! The one table of paths and methods; everything that must agree with it is made from it.

use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpResponse, Resource};

use super::problem::Problem;
use super::compat::deepl::{glossaries, memories, service, transfers, translate};
use super::compat::{self, tmserver};
use super::{files, health, openapi, v1};

/// A path and what it takes.
struct Path {
    pattern: &'static str,
    methods: &'static [&'static str],
    routes: fn(Resource) -> Resource,
}

const fn path(pattern: &'static str, methods: &'static [&'static str], routes: fn(Resource) -> Resource) -> Path {
    Path { pattern, methods, routes }
}

/// A `GET` that answers `HEAD` too.
macro_rules! get {
    ($handler:path) => {
        |resource| resource.route(web::get().to($handler)).route(web::head().to($handler))
    };
}

const GET: &[&str] = &["GET", "HEAD"];

const PATHS: &[Path] = &[
    path("/v1/releases", &["GET", "HEAD", "POST"], |resource| {
        resource
            .app_data(web::PayloadConfig::new(v1::releases::LARGEST_UPLOAD))
            .route(web::get().to(v1::releases::list))
            .route(web::head().to(v1::releases::list))
            .route(web::post().to(v1::releases::create))
    }),
    path("/v1/releases/{id}", &["GET", "HEAD", "DELETE"], |resource| {
        resource
            .route(web::get().to(v1::releases::read))
            .route(web::head().to(v1::releases::read))
            .route(web::delete().to(v1::releases::delete))
    }),
    path("/v1/terms", GET, get!(v1::terms::search)),
    path("/v1/concepts", GET, get!(v1::concepts::list)),
    path("/v1/concepts/{id}", GET, get!(v1::concepts::read)),
    path("/v1/concordance", GET, get!(v1::concordance::search)),
    path("/v1/suggestions", &["POST"], |resource| resource.route(web::post().to(v1::suggestions::create))),
    path("/v1/review", GET, get!(v1::review::list)),
    path("/v1/review/decisions", &["GET", "HEAD", "POST"], |resource| {
        resource
            .route(web::get().to(v1::decisions::list))
            .route(web::head().to(v1::decisions::list))
            .route(web::post().to(v1::decisions::create))
    }),
    path("/v1/review/decisions/{id}/undo", &["POST"], |resource| resource.route(web::post().to(v1::decisions::undo))),
    path("/v1/review/sheet", &["GET", "HEAD", "POST"], |resource| {
        resource
            .app_data(web::PayloadConfig::new(v1::sheets::LARGEST_SHEET))
            .route(web::get().to(v1::sheets::read))
            .route(web::head().to(v1::sheets::read))
            .route(web::post().to(v1::sheets::create))
    }),
    path("/v1/export", GET, get!(v1::export::read)),
    path("/v1/sources", GET, get!(v1::sources::list)),
    path("/v1/worklists/{kind}", GET, get!(v1::worklists::read)),
    path("/v1/term-block", &["POST"], |resource| resource.route(web::post().to(v1::term_block::create))),
    path("/v1/changes", GET, get!(v1::changes::list)),
    path("/v1/projects", GET, get!(v1::projects::list)),
    path("/export/{file}", GET, get!(files::read)),
    path("/export/{project}/{file}", GET, get!(files::read_pair)),
    path("/lookup", GET, get!(compat::page::read)),
    path("/health", GET, get!(health::health)),
    path("/ready", GET, get!(health::ready)),
    path("/metrics", GET, get!(health::metrics)),
    path("/openapi.json", GET, get!(openapi::read)),
];

/// The paths of protocols that are described by those who made them, and not in our own description of the API.
const FOREIGN: &[Path] = &[
    path("/tmserver/languages/", GET, get!(tmserver::languages)),
    path("/tmserver/{project}/languages/", GET, get!(tmserver::languages)),
    path("/tmserver/{source_lang}/{target_lang}/unit/{name:.*}", &["GET", "HEAD", "POST", "PUT"], unit),
    path("/tmserver/{source_lang}/{target_lang}/store/{name:.*}", &["POST", "PUT"], store),
    path("/tmserver/{project}/{source_lang}/{target_lang}/unit/{name:.*}", &["GET", "HEAD", "POST", "PUT"], unit),
    path("/tmserver/{project}/{source_lang}/{target_lang}/store/{name:.*}", &["POST", "PUT"], store),
    path("/v2/usage", GET, get!(service::usage)),
    path("/v2/languages", GET, get!(service::languages2)),
    path("/v3/languages", GET, get!(service::languages3)),
    path("/v2/glossary-language-pairs", GET, get!(service::pairs)),
    path("/v2/translate", &["POST"], |resource| {
        resource
            .app_data(web::PayloadConfig::new(translate::LARGEST_BODY))
            .route(web::post().to(translate::create))
    }),
    path("/v2/glossaries", &["GET", "HEAD", "POST"], |resource| {
        lists(resource)
            .route(web::get().to(glossaries::list2))
            .route(web::head().to(glossaries::list2))
            .route(web::post().to(glossaries::create2))
    }),
    path("/v2/glossaries/{id}", &["GET", "HEAD", "DELETE"], |resource| {
        resource
            .route(web::get().to(glossaries::read2))
            .route(web::head().to(glossaries::read2))
            .route(web::delete().to(glossaries::delete))
    }),
    path("/v2/glossaries/{id}/entries", GET, get!(glossaries::entries2)),
    path("/v3/glossaries", &["GET", "HEAD", "POST"], |resource| {
        lists(resource)
            .route(web::get().to(glossaries::list3))
            .route(web::head().to(glossaries::list3))
            .route(web::post().to(glossaries::create3))
    }),
    path("/v3/glossaries/{id}", &["GET", "HEAD", "PATCH", "DELETE"], |resource| {
        lists(resource)
            .route(web::get().to(glossaries::read3))
            .route(web::head().to(glossaries::read3))
            .route(web::patch().to(glossaries::change3))
            .route(web::delete().to(glossaries::delete))
    }),
    path("/v3/glossaries/{id}/entries", GET, get!(glossaries::entries3)),
    path("/v3/glossaries/{id}/dictionaries", &["PUT", "DELETE"], |resource| {
        lists(resource)
            .route(web::put().to(glossaries::replace3))
            .route(web::delete().to(glossaries::delete_list))
    }),
    path("/v3/translation_memories", GET, get!(memories::list)),
    path("/v3/translation_memories/import", &["POST"], |resource| resource.route(web::post().to(memories::import))),
    path("/v3/translation_memories/jobs/{id}", GET, get!(memories::job)),
    path("/v3/translation_memories/transfers/{key}", &["GET", "HEAD", "PUT"], |resource| {
        resource
            .app_data(web::PayloadConfig::new(transfers::LARGEST_FILE))
            .route(web::get().to(transfers::send))
            .route(web::head().to(transfers::send))
            .route(web::put().to(transfers::receive))
    }),
    path("/v3/translation_memories/{id}", &["GET", "HEAD", "DELETE"], |resource| {
        resource
            .route(web::get().to(memories::read))
            .route(web::head().to(memories::read))
            .route(web::delete().to(memories::delete))
    }),
    path("/v3/translation_memories/{id}/segments", GET, get!(memories::segments)),
    path("/v3/translation_memories/{id}/export", &["POST"], |resource| resource.route(web::post().to(memories::export))),
];

fn lists(resource: Resource) -> Resource {
    resource.app_data(web::PayloadConfig::new(glossaries::LARGEST_BODY))
}

fn unit(resource: Resource) -> Resource {
    resource
        .route(web::get().to(tmserver::unit))
        .route(web::head().to(tmserver::unit))
        .route(web::post().to(tmserver::keep_unit))
        .route(web::put().to(tmserver::keep_unit))
}

fn store(resource: Resource) -> Resource {
    resource
        .app_data(web::PayloadConfig::new(tmserver::LARGEST_STORE))
        .route(web::post().to(tmserver::keep_store))
        .route(web::put().to(tmserver::keep_store))
}

fn all() -> impl Iterator<Item = &'static Path> {
    PATHS.iter().chain(FOREIGN)
}

/// Every path with the methods it takes.
pub fn paths() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    all().map(|path| (path.pattern, path.methods))
}

/// Whether a path is our own, and so in our description of the API.
#[must_use]
pub fn is_own(pattern: &str) -> bool {
    PATHS.iter().any(|path| path.pattern == pattern)
}

/// The value of `Allow` for the path with this pattern.
pub(super) fn allow(pattern: &str) -> Option<String> {
    all().find(|path| path.pattern == pattern).map(|path| path.methods.join(", "))
}

/// Registers every path, and what is said where there is none.
pub(super) fn configure(config: &mut ServiceConfig) {
    for path in all() {
        let resource = (path.routes)(web::resource(path.pattern));
        config.service(resource.default_service(web::to(other_method)));
    }
    config.default_service(web::to(other_path));
}

/// The problem of a path that is not there.
pub(super) fn unknown() -> Problem {
    Problem::new("unknown_path", "There is nothing at this path. `GET /openapi.json` lists every path there is.")
}

async fn other_path() -> Result<HttpResponse, Problem> {
    Err(unknown())
}

async fn other_method() -> Result<HttpResponse, Problem> {
    Err(Problem::new(
        "method_not_allowed",
        "The path does not take this method. The header `Allow` lists those it takes.",
    ))
}
