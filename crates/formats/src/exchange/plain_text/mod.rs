//! Plain text: its lines and paragraphs with their positions.

mod document;
mod lines;
mod paragraph;

pub(super) use document::{paragraphs, passages, read};
pub(super) use lines::{lines, trimmed};
pub(super) use paragraph::joined;
