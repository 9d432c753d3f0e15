//! The files Taiyaku reads and writes: documents, and the formats of terms, memories and drafts.

pub use taiyaku_language::{model, text};

pub mod exchange;
pub mod read;
