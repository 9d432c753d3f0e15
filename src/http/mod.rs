//! DOOR: HTTP requests in, JSON answers out. The only module that knows actix-web and OpenAPI.
//!
//! A request passes, from outside in: compression, [`finish`] (problems, headers, log, meters), [`guard`] (token, host,
//! origin), the table of [`routes`], and a handler under [`v1`] that calls one use case and dresses its answer
//! ([`crate::answer`]). docs/API.md is the manual; `/openapi.json` the same for machines.

mod codes;
mod compat;
mod etag;
mod files;
mod finish;
mod guard;
mod health;
mod meters;
mod openapi;
mod parameters;
mod problem;
mod routes;
mod server;
mod state;
mod v1;

pub use codes::{CODES, Known};
pub use openapi::document;
pub use routes::{is_own, paths};
pub use server::{ServeError, Server, serve};
