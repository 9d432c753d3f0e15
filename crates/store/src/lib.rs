//! The term base and translation memory of Taiyaku in SQLite.

pub use taiyaku_language::{model, text};

pub mod store;
