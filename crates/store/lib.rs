//! The term base and translation memory of Taiyaku in SQLite.

pub use taiyaku_language::{model, text};

#[path = "../../src/store/mod.rs"]
pub mod store;
