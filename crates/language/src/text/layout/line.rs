//! One printed line of a release, and how many columns text takes up.

use unicode_width::UnicodeWidthStr;

use crate::model::{BlockKind, Span};

/// A line is full if it reaches this percentage of its measure.
pub(super) const FULL: usize = 86;

/// One printed line, without the white space around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Its bytes in the source, trimmed.
    pub span: Span,
    /// Columns of white space before it; a full-width character counts two.
    pub indent: usize,
    /// Columns it fills without the indent.
    pub width: usize,
    /// Columns of a full line here; 0 if lines are not wrapped.
    pub measure: usize,
    /// Page, from 0.
    pub page: u32,
    /// What it is.
    pub kind: LineKind,
    /// The kind of block it belongs to, if the format marks blocks.
    pub block: Option<BlockKind>,
    /// Whether the format ends a paragraph after this line.
    pub ends_block: bool,
}

/// Kinds of lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineKind {
    /// Text of the author.
    Text,
    /// A blank line.
    Blank,
    /// Page number, running head or foot.
    Furniture,
}

/// Whether a line is as long as the page, or the column or box it stands in, allows, so that not the author may have ended
/// it. Never true if lines are not wrapped there.
#[must_use]
pub fn is_full(line: &Line) -> bool {
    line.measure > 0 && (line.indent + line.width) * 100 >= line.measure * FULL
}

/// Columns that a text fills (Unicode Annex 11; ambiguous characters are wide, as in Japanese fonts).
#[must_use]
pub fn width(text: &str) -> usize {
    text.width_cjk()
}
