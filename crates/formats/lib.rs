//! The files Taiyaku reads and writes: documents, and the formats of terms, memories and drafts.

pub use taiyaku_language::{model, text};

#[path = "../../src/exchange/mod.rs"]
pub mod exchange;
#[path = "../../src/read/mod.rs"]
pub mod read;
