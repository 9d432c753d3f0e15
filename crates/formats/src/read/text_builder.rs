//! Builds the text and blocks of a release.

use super::{Limits, ReadError};
use crate::model::{Anchor, Block, BlockKind, Span};

/// Collects text and blocks from a reader, within the limit on text.
pub(super) struct TextBuilder {
    text: String,
    blocks: Vec<Block>,
    anchors: Vec<Anchor>,
    limits: Limits,
}

/// The most identifiers that are kept, and the longest, in bytes.
const ANCHORS: (usize, usize) = (10_000, 120);

impl TextBuilder {
    /// An empty builder.
    pub(super) fn new(limits: Limits) -> Self {
        Self { text: String::new(), blocks: Vec::new(), anchors: Vec::new(), limits }
    }

    /// Adds a block on lines of its own, with an empty line before a heading. Blank blocks are left out.
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

    /// Keeps the identifier of the block that comes next.
    pub(super) fn anchor(&mut self, id: &str) {
        if self.anchors.len() < ANCHORS.0 && !id.is_empty() && id.len() <= ANCHORS.1 {
            self.anchors.push(Anchor { at: self.text.len(), id: id.to_owned() });
        }
    }

    /// The identifiers that were kept.
    pub(super) fn take_anchors(&mut self) -> Vec<Anchor> {
        std::mem::take(&mut self.anchors)
    }

    /// Starts a new page.
    pub(super) fn page(&mut self) {
        self.text.push('\u{c}');
    }

    /// Whether nothing has been added.
    pub(super) fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The text and its blocks.
    pub(super) fn finish(self) -> (String, Vec<Block>) {
        (self.text, self.blocks)
    }
}
