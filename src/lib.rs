//! Taiyaku 対訳: Japanese research press releases in, a bilingual term base with proof for every claim out.
//!
//! The data's way is the order of the modules: a release is [`read`], its [`text`] made comparable, its entries
//! [`extract`]ed, [`link`]ed to English, kept in the [`store`] and found again. docs/ARCHITECTURE.md is the map.

mod answer;
pub mod app;
pub mod cli;
pub mod config;
pub mod http;
pub mod lsp;

pub use taiyaku_engines::{align, check, extract, fuzzy, link, lookup, spot, suggest};
pub use taiyaku_formats::{exchange, read};
pub use taiyaku_language::{model, text};
pub use taiyaku_store::store;
