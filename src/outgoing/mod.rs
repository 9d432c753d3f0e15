//! The only room that opens connections to other machines.
//!
//! It fetches documents for people at the command line ([`Fetcher`]), and asks other Taiyaku servers for the language server and
//! for `health` ([`Client`]).
//!
//! What a document is fetched from is checked after its name is resolved and at every redirect (`address.rs`,
//! `resolver.rs`). The HTTP server cannot use this room: nobody makes it fetch anything.

mod address;
mod client;
mod error;
mod fetch;
mod resolver;
mod url;

pub(crate) use client::{Client, Request, Response};
pub use error::OutgoingError;
pub(crate) use fetch::{FetchOptions, Fetcher, WebDocument};
pub(crate) use url::{is_web_address, without_credentials};
