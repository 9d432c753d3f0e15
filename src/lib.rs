//! Taiyaku 対訳: turns Japanese research press releases into a bilingual term base with proof for every claim.
//!
//! The root package has the use cases and the doors, and re-exports the modules of its crates. A release is [`read`], its
//! entries are [`extract`]ed, [`link`]ed to English and stored in the [`store`]. docs/ARCHITECTURE.md is the map.

mod answer;
pub mod app;
pub mod cli;
pub mod config;
pub mod http;
pub mod lsp;
pub mod outgoing;

pub use taiyaku_engines::{align, candidates, check, extract, fuzzy, link, lookup, spot, suggest};
pub use taiyaku_formats::{exchange, read};
pub use taiyaku_language::{model, text};
pub use taiyaku_store::store;
