//! What everything else of Taiyaku stands on: its words as plain data, and what it knows of Japanese and English text.

pub mod model;
pub mod text;
