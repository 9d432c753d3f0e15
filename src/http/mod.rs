//! The HTTP server: the API, and the protocols of other programs. The only room that knows actix-web and OpenAPI.
//!
//! A request passes, from outside in: compression, [`credentials`] (a token in front of the path), [`finish`] (problems,
//! headers, log, metrics), [`guard`] (the caller, [`rate_limit`], host, [`origin`]), the table of [`routes`], and a handler under
//! [`v1`] (or [`pages`] of the workbench, or, for other programs' protocols, `compat`). A handler checks the [`values`] of the request, calls one use case
//! and turns its result into JSON ([`crate::answer`]). docs/API.md is the manual; `/openapi.json` is the same for machines.

mod access;
mod address;
mod authentication;
mod change_feed;
mod compat;
mod connection;
mod cookie;
mod cors;
mod credentials;
mod deadline;
mod description;
mod error_codes;
mod etag;
mod examples;
mod export_answer;
mod files;
mod finish;
mod forwarding;
mod guard;
mod health;
mod inline_schemas;
mod metrics;
mod omissions;
mod openapi;
mod origin;
mod pages;
mod paging;
mod payload;
mod problem;
mod rate_limit;
mod refusals;
mod route;
mod routes;
mod server;
mod state;
mod streams;
mod to_the_end;
mod v1;
mod values;

pub use error_codes::{CODES, ErrorCode};
pub use openapi::document;
pub use pages::Pages;
pub use route::{Method, Needs};
pub use routes::{is_own, paths};
pub(crate) use server::end_signal;
pub use server::{Handle, ServeError, Server};
