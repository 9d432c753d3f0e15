//! Protocols of other programs, so that those programs can use Taiyaku without changes.
//!
//! `tmserver` serves the memory to Weblate and Virtaal, `deepl` serves glossaries and memories to clients of that service,
//! and `page` is a page for `OmegaT`'s external search. The makers of the protocols document them, so they are not in our
//! OpenAPI document. Unknown query parameters are ignored, because we cannot correct the programs that send them.

mod body;
mod caller;
mod routes;

pub(super) mod deepl;
pub(super) mod page;
pub(super) mod tmserver;

pub(super) use body::decoded;
pub(super) use routes::ROUTES;
