//! DOOR: HTTP requests in, JSON answers out. The only module that knows actix-web and OpenAPI.
//!
//! A request passes, from outside in: compression, [`shown`] (a token before the path), [`finish`] (problems, headers, log,
//! meters), [`guard`] (who asks, [`limits`], host, origin), the table of [`routes`], and a handler under [`v1`] (or, for other
//! programs' protocols, `compat`) that calls one use case and dresses its answer ([`crate::answer`]). docs/API.md is the manual; `/openapi.json` the same for machines.

mod access;
mod codes;
mod compat;
mod cors;
mod etag;
mod examples;
mod files;
mod finish;
mod following;
mod foreign;
mod guard;
mod health;
mod limits;
mod meters;
mod openapi;
mod parameters;
mod problem;
mod routes;
mod server;
mod shown;
mod state;
mod v1;

pub use codes::{CODES, Known};
pub use openapi::document;
pub use routes::{Method, Needs, is_own, paths};
pub use server::{Handle, ServeError, Server, serve};
