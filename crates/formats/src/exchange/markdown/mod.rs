//! Markdown: its blocks of running text with their positions.

mod blocks;

pub(super) use blocks::{Kind, blocks};

use super::document::Document;
use super::format::FileFormat;
use super::hint::FileHint;

/// Reads Markdown.
pub(super) fn read(text: &str, hint: &FileHint) -> Document {
    let passages = blocks(text, 0).into_iter().map(|(_, passage)| passage).collect();
    Document::of_passages(FileFormat::Markdown, passages, hint)
}
