//! What a route is: a path, the methods it takes, the role each method needs, its handler, and how large a body may be.
//!
//! A table of routes is written once with [`routes!`]; the registration of handlers, `HEAD` for every `GET`, the `Allow`
//! header and the check of roles all follow from it.

use actix_web::http::Method as Verb;
use actix_web::web::{self, PayloadConfig, ServiceConfig};
use actix_web::{HttpResponse, Resource};

use super::payload::json_config;
use super::problem::Problem;
use crate::model::Role;

/// The most bytes of a body, unless the path says otherwise.
pub(super) const DEFAULT_BODY_LIMIT: usize = 1024 * 1024;

/// Who may use a method of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Needs {
    /// Everyone, without a token.
    Nothing,
    /// Everyone, without a token and under any host name, because what probes a server often knows none.
    Probe,
    /// Everyone, without a token and by links on other sites: a page of the workbench, or a file it loads, without any data.
    Page,
    /// Everyone; the request is about who is logged in.
    Session,
    /// Callers with this role or a stronger one, in the projects the request is about.
    Role(Role),
    /// Callers with this role or a stronger one in all projects, because the request is about the whole base.
    Everywhere(Role),
}

pub(super) const ANYONE: Needs = Needs::Nothing;
pub(super) const PROBE: Needs = Needs::Probe;
pub(super) const PAGE: Needs = Needs::Page;
pub(super) const SESSION: Needs = Needs::Session;
pub(super) const READ: Needs = Needs::Role(Role::Read);
pub(super) const SUGGEST: Needs = Needs::Role(Role::Suggest);
pub(super) const REVIEW: Needs = Needs::Role(Role::Review);
pub(super) const ADMIN: Needs = Needs::Role(Role::Admin);
pub(super) const READ_EVERYWHERE: Needs = Needs::Everywhere(Role::Read);
pub(super) const ADMIN_EVERYWHERE: Needs = Needs::Everywhere(Role::Admin);
pub(super) const SUGGEST_EVERYWHERE: Needs = Needs::Everywhere(Role::Suggest);

/// A method that a path takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Method {
    /// Its name, such as `GET`.
    pub name: &'static str,
    /// Who may use it.
    pub needs: Needs,
}

/// One method of a route with its handler. `GET` stands for `HEAD` too.
pub(super) struct Endpoint {
    pub(super) method: Method,
    pub(super) register: fn(Resource) -> Resource,
}

/// A path with everything it takes.
pub(super) struct Route {
    pub(super) pattern: &'static str,
    pub(super) body_limit: usize,
    pub(super) endpoints: &'static [Endpoint],
}

impl Route {
    /// The methods, with `HEAD` behind `GET`.
    fn methods(&self) -> Vec<Method> {
        let declared = self.endpoints.iter().map(|endpoint| endpoint.method);
        declared
            .flat_map(|method| {
                let head = (method.name == "GET").then_some(Method { name: "HEAD", ..method });
                [Some(method), head].into_iter().flatten()
            })
            .collect()
    }
}

/// Declares routes: for each path its methods, each with who may use it and the handler that answers.
macro_rules! routes {
    ($($pattern:literal $(, body up to $limit:expr)? => {
        $($verb:ident $needs:ident => $($handler:ident)::+),+ $(,)?
    })+) => {
        &[$($crate::http::route::Route {
            pattern: $pattern,
            body_limit: $crate::http::route::body_limit!($($limit)?),
            endpoints: &[$($crate::http::route::Endpoint {
                method: $crate::http::route::Method { name: stringify!($verb), needs: $crate::http::route::$needs },
                register: |resource| $crate::http::route::register!($verb, resource, $($handler)::+),
            }),+],
        }),+]
    };
}

macro_rules! body_limit {
    () => {
        $crate::http::route::DEFAULT_BODY_LIMIT
    };
    ($limit:expr) => {
        $limit
    };
}

macro_rules! register {
    (GET, $resource:ident, $handler:path) => {
        $resource.route(actix_web::web::get().to($handler)).route(actix_web::web::head().to($handler))
    };
    ($verb:ident, $resource:ident, $handler:path) => {
        $resource.route(actix_web::web::method(actix_web::http::Method::$verb).to($handler))
    };
}

pub(super) use {body_limit, register, routes};

/// All routes of a server, in groups.
#[derive(Clone, Copy)]
pub(super) struct RouteTable(pub(super) &'static [&'static [Route]]);

impl RouteTable {
    fn routes(self) -> impl Iterator<Item = &'static Route> {
        self.0.iter().copied().flatten()
    }

    fn route(self, pattern: &str) -> Option<&'static Route> {
        self.routes().find(|route| route.pattern == pattern)
    }

    /// The pattern of a path of this table, as it stands here; `None` for any other.
    pub(super) fn pattern(self, pattern: &str) -> Option<&'static str> {
        self.route(pattern).map(|route| route.pattern)
    }

    /// Every path with its methods.
    pub(super) fn paths(self) -> impl Iterator<Item = (&'static str, Vec<Method>)> {
        self.routes().map(|route| (route.pattern, route.methods()))
    }

    /// The value of `Allow` for the path with this pattern.
    pub(super) fn allow(self, pattern: &str) -> Option<String> {
        let methods = self.route(pattern)?.methods();
        Some(methods.iter().map(|method| method.name).collect::<Vec<_>>().join(", "))
    }

    /// What a request needs. Without a token nobody learns which paths exist or which methods they take.
    pub(super) fn needs(self, pattern: Option<&str>, verb: &Verb) -> Needs {
        let Some(route) = pattern.and_then(|pattern| self.route(pattern)) else { return READ };
        let methods = route.methods();
        match methods.iter().find(|method| method.name == verb.as_str()) {
            Some(method) => method.needs,
            None if methods.iter().all(|method| matches!(method.needs, ANYONE | PROBE | PAGE)) => ANYONE,
            None => READ,
        }
    }

    /// Registers every path, and the problems of other paths and methods.
    pub(super) fn configure(self, config: &mut ServiceConfig) {
        for route in self.routes() {
            let mut resource = web::resource(route.pattern)
                .app_data(PayloadConfig::new(route.body_limit))
                .app_data(json_config(route.body_limit));
            for endpoint in route.endpoints {
                resource = (endpoint.register)(resource);
            }
            config.service(resource.default_service(web::to(other_method)));
        }
        config.default_service(web::to(other_path));
    }
}

async fn other_path() -> Result<HttpResponse, Problem> {
    Err(Problem::unknown_path())
}

async fn other_method() -> Result<HttpResponse, Problem> {
    Err(Problem::new(
        "method_not_allowed",
        "This path does not take this method. The header `Allow` lists the methods it takes.",
    ))
}
