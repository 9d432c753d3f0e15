//! What everything else of Taiyaku stands on: its words as plain data, and what it knows of Japanese and English text.

#[path = "../../src/model/mod.rs"]
pub mod model;
#[path = "../../src/text/mod.rs"]
pub mod text;
