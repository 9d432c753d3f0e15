//! The one table of paths and methods, with the role each takes; everything that must agree with it is made from it.

use actix_web::http::Method as Verb;
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpResponse, Resource};

use super::problem::Problem;
use super::server::json_config;
use super::{compat, files, foreign, health, openapi, v1};
use crate::model::Role;

/// The most bytes a request may carry where its path does not say otherwise.
const USUAL_BODY: usize = 1024 * 1024;

/// What somebody must be to use a method of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Anybody.
    Nothing,
    /// Of this role, or a stronger one, in the projects it is about.
    Role(Role),
    /// Of this role, or a stronger one, in all projects: it is about the base as a whole.
    Everywhere(Role),
}

/// A method a path takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Method {
    /// Its name, such as `GET`.
    pub name: &'static str,
    /// What it takes to use it.
    pub needs: Needs,
}

/// A path and what it takes.
pub(super) struct Path {
    pattern: &'static str,
    methods: &'static [Method],
    largest: usize,
    routes: fn(Resource) -> Resource,
}

pub(super) const fn path(pattern: &'static str, methods: &'static [Method], routes: fn(Resource) -> Resource) -> Path {
    Path { pattern, methods, largest: USUAL_BODY, routes }
}

impl Path {
    /// The same, with bodies of up to so many bytes.
    pub(super) const fn largest(self, largest: usize) -> Self {
        Self { largest, ..self }
    }
}

pub(super) const fn takes(name: &'static str, role: Role) -> Method {
    Method { name, needs: Needs::Role(role) }
}

/// A `GET` that answers `HEAD` too.
macro_rules! get {
    ($handler:path) => {
        |resource| resource.route(web::get().to($handler)).route(web::head().to($handler))
    };
}
pub(super) use get;

pub(super) const GET: Method = takes("GET", Role::Read);
pub(super) const HEAD: Method = takes("HEAD", Role::Read);
pub(super) const READ: &[Method] = &[GET, HEAD];
pub(super) const ASK: &[Method] = &[takes("POST", Role::Read)];
pub(super) const ANYBODY: &[Method] =
    &[Method { name: "GET", needs: Needs::Nothing }, Method { name: "HEAD", needs: Needs::Nothing }];
const WHOLE: &[Method] = &[
    Method { name: "GET", needs: Needs::Everywhere(Role::Read) },
    Method { name: "HEAD", needs: Needs::Everywhere(Role::Read) },
];

const PATHS: &[Path] = &[
    path("/v1/releases", &[GET, HEAD, takes("POST", Role::Review)], |resource| {
        resource
            .route(web::get().to(v1::releases::list))
            .route(web::head().to(v1::releases::list))
            .route(web::post().to(v1::releases::create))
    })
    .largest(v1::releases::LARGEST_UPLOAD),
    path("/v1/releases/{id}", &[GET, HEAD, takes("DELETE", Role::Admin)], |resource| {
        resource
            .route(web::get().to(v1::releases::read))
            .route(web::head().to(v1::releases::read))
            .route(web::delete().to(v1::releases::delete))
    }),
    path("/v1/terms", &[GET, HEAD, takes("POST", Role::Suggest)], |resource| {
        resource
            .route(web::get().to(v1::terms::search))
            .route(web::head().to(v1::terms::search))
            .route(web::post().to(v1::terms::create))
    }),
    path("/v1/segments", &[takes("POST", Role::Suggest)], |resource| {
        resource.route(web::post().to(v1::segments::create))
    }),
    path("/v1/segments/{id}", &[GET, HEAD, takes("DELETE", Role::Review)], |resource| {
        resource
            .route(web::get().to(v1::segments::read))
            .route(web::head().to(v1::segments::read))
            .route(web::delete().to(v1::segments::delete))
    }),
    path("/v1/assist", ASK, |resource| resource.route(web::post().to(v1::assist::create))),
    path("/v1/concepts", READ, get!(v1::concepts::list)),
    path("/v1/concepts/{id}", READ, get!(v1::concepts::read)),
    path("/v1/concordance", READ, get!(v1::concordance::search)),
    path("/v1/suggestions", ASK, |resource| resource.route(web::post().to(v1::suggestions::create))),
    path("/v1/checks", ASK, |resource| resource.route(web::post().to(v1::checks::create)))
        .largest(v1::checks::LARGEST_DRAFT),
    path(
        "/v1/checks/ignores",
        &[GET, HEAD, takes("POST", Role::Suggest), takes("DELETE", Role::Suggest)],
        |resource| {
            resource
                .route(web::get().to(v1::checks::ignores))
                .route(web::head().to(v1::checks::ignores))
                .route(web::post().to(v1::checks::ignore))
                .route(web::delete().to(v1::checks::unignore))
        },
    ),
    path("/v1/checks/settings", &[GET, HEAD, takes("PUT", Role::Admin)], |resource| {
        resource
            .route(web::get().to(v1::checks::settings))
            .route(web::head().to(v1::checks::settings))
            .route(web::put().to(v1::checks::set_settings))
    }),
    path("/v1/review", READ, get!(v1::review::list)),
    path("/v1/review/decisions", &[GET, HEAD, takes("POST", Role::Review)], |resource| {
        resource
            .route(web::get().to(v1::decisions::list))
            .route(web::head().to(v1::decisions::list))
            .route(web::post().to(v1::decisions::create))
    }),
    path("/v1/review/decisions/{id}/undo", &[takes("POST", Role::Review)], |resource| {
        resource.route(web::post().to(v1::decisions::undo))
    }),
    path("/v1/review/sheet", &[GET, HEAD, takes("POST", Role::Review)], |resource| {
        resource
            .route(web::get().to(v1::sheets::read))
            .route(web::head().to(v1::sheets::read))
            .route(web::post().to(v1::sheets::create))
    })
    .largest(v1::sheets::LARGEST_SHEET),
    path("/v1/export", READ, get!(v1::export::read)),
    path("/v1/sources", READ, get!(v1::sources::list)),
    path("/v1/worklists/{kind}", READ, get!(v1::worklists::read)),
    path("/v1/term-block", ASK, |resource| resource.route(web::post().to(v1::term_block::create))),
    path("/v1/changes", READ, get!(v1::changes::list)),
    path("/v1/changes/stream", READ, |resource| {
        resource.route(web::get().to(v1::changes::stream)).route(web::head().to(v1::changes::stream_head))
    }),
    path("/v1/projects", READ, get!(v1::projects::list)),
    path("/export/{file}", READ, get!(files::read)),
    path("/export/{project}/{file}", READ, get!(files::read_pair)),
    path("/lookup", READ, get!(compat::page::read)),
    path("/health", ANYBODY, get!(health::health)),
    path("/ready", ANYBODY, get!(health::ready)),
    path("/metrics", WHOLE, get!(health::metrics)),
    path("/openapi.json", READ, get!(openapi::read)),
];

/// Every path with the methods it takes.
pub fn paths() -> impl Iterator<Item = (&'static str, &'static [Method])> {
    all().map(|path| (path.pattern, path.methods))
}

/// Whether a path is our own, and so in our description of the API; the others are of protocols described elsewhere.
#[must_use]
pub fn is_own(pattern: &str) -> bool {
    PATHS.iter().any(|path| path.pattern == pattern)
}

fn all() -> impl Iterator<Item = &'static Path> {
    PATHS.iter().chain(foreign::PATHS)
}

fn of(pattern: &str) -> Option<&'static Path> {
    all().find(|path| path.pattern == pattern)
}

/// The value of `Allow` for the path with this pattern.
pub(super) fn allow(pattern: &str) -> Option<String> {
    of(pattern).map(|path| path.methods.iter().map(|method| method.name).collect::<Vec<_>>().join(", "))
}

/// What a request takes. Nobody learns without a token which paths there are, or what methods they take.
pub(super) fn needs(pattern: Option<&str>, verb: &Verb) -> Needs {
    let method = pattern.and_then(of).and_then(|path| path.methods.iter().find(|method| method.name == verb.as_str()));
    match (method, pattern.and_then(of)) {
        (Some(method), _) => method.needs,
        (None, Some(path)) if path.methods.iter().all(|method| method.needs == Needs::Nothing) => Needs::Nothing,
        _ => Needs::Role(Role::Read),
    }
}

/// Registers every path, and what is said where there is none.
pub(super) fn configure(config: &mut ServiceConfig) {
    for path in all() {
        let resource = web::resource(path.pattern)
            .app_data(web::PayloadConfig::new(path.largest))
            .app_data(json_config(path.largest));
        config.service((path.routes)(resource).default_service(web::to(other_method)));
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
