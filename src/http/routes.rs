//! The one table of paths and methods; everything that must agree with it is made from it.

use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpResponse, Resource};

use super::problem::Problem;
use super::{compat, files, health, openapi, v1};

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
    path("/health", GET, get!(health::health)),
    path("/ready", GET, get!(health::ready)),
    path("/metrics", GET, get!(health::metrics)),
    path("/openapi.json", GET, get!(openapi::read)),
];

/// Every path with the methods it takes.
pub fn paths() -> impl Iterator<Item = (&'static str, &'static [&'static str])> {
    PATHS.iter().map(|path| (path.pattern, path.methods))
}

/// The value of `Allow` for the path with this pattern.
pub(super) fn allow(pattern: &str) -> Option<String> {
    PATHS.iter().find(|path| path.pattern == pattern).map(|path| path.methods.join(", "))
}

/// Registers every path, and what is said where there is none.
pub(super) fn configure(config: &mut ServiceConfig) {
    for path in PATHS {
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
