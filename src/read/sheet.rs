//! The text being built: lines with their kinds in, text and blocks of a release out.

use super::{Limits, ReadError};
use crate::model::{Block, BlockKind, Span};

/// Text and blocks as a reader writes them, watched by the limit on text.
pub(super) struct Sheet {
    text: String,
    blocks: Vec<Block>,
    limits: Limits,
}

impl Sheet {
    /// An empty sheet.
    pub(super) fn new(limits: Limits) -> Self {
        Self { text: String::new(), blocks: Vec::new(), limits }
    }

    /// Writes one block as lines of its own; a heading gets an empty line before it. Blank blocks are left out.
    pub(super) fn block(&mut self, kind: BlockKind, content: &str) -> Result<(), ReadError> {
        let content = if kind == BlockKind::Row {
            content.trim_matches(['\n', ' '])
        } else {
            content.trim_matches(['\n', ' ', '\t'])
        };
        if content.chars().all(char::is_whitespace) {
            return Ok(());
        }
        if kind == BlockKind::Heading && !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.text.push_str(content);
        self.blocks.push(Block { kind, span: Span::new(start, self.text.len()) });
        self.text.push('\n');
        self.limits.check_text(self.text.len())
    }

    /// Marks the start of the next page.
    pub(super) fn page(&mut self) {
        self.text.push('\u{c}');
    }

    /// Whether nothing was written.
    pub(super) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The text and its blocks.
    pub(super) fn finish(self) -> (String, Vec<Block>) {
        (self.text, self.blocks)
    }
}
