//! Taiyaku 対訳: Japanese research press releases in, a bilingual term base with proof for every claim out.
//!
//! The data's way is the order of the modules: a release is [`read`], its [`text`] made comparable, its entries
//! [`extract`]ed, [`link`]ed to English, kept in the [`store`] and found again. docs/ARCHITECTURE.md is the map.

pub mod align;
mod answer;
pub mod app;
pub mod check;
pub mod cli;
pub mod config;
pub mod exchange;
pub mod extract;
pub mod fuzzy;
pub mod http;
pub mod link;
pub mod lookup;
pub mod lsp;
pub mod model;
pub mod read;
pub mod spot;
pub mod store;
pub mod suggest;
pub mod text;
