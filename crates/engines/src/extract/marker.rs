//! Note marks as data: `（注1）`, `※４`, `#1.`, `[用語2]`, `①`, `†`, `◆`. [`mark_reader`](super::mark_reader) recognises them.

use super::rules::RULES;
use crate::text::chars::{fold, is_invisible};

/// A character of a line: its offset in the source, and its folded form.
pub(super) type Cell = (usize, char);

/// A note mark.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NoteMark {
    /// Number of cells it occupies, including a closing bracket and full stop.
    pub(super) length: usize,
    /// Its style; all entries of one glossary have the same.
    pub(super) style: MarkStyle,
    /// The number or letter, half-width and in lower case; the sign itself for `†`; empty for a bullet.
    pub(super) label: String,
    /// The label as a number, if it is one; letters count from 1.
    pub(super) number: Option<u32>,
}

/// Styles of marks.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum MarkStyle {
    /// A word or sign before the number: 注, 用語, ※, *, #. Brackets around it make no difference.
    Prefixed(String),
    /// A number or letter in punctuation: `(1)`, `1.`, `1)`, `[1]`, `a)`.
    Bare(String),
    /// A number or letter before a space or full stop: `1 `, `a.`, `Ⅰ.`, `ア `. Only the count from row to row makes it a mark.
    Plain(char),
    /// A circled digit.
    Circled,
    /// A superscript digit.
    Superscript,
    /// A superscript letter (`a`) or Roman numeral (`i`). An exponent looks the same.
    Raised(char),
    /// A sign such as †.
    Sign,
    /// A bullet such as ◆.
    Bullet(char),
}

impl MarkStyle {
    /// Whether such a mark in running text is always a note mark.
    pub(super) fn is_unambiguous(&self) -> bool {
        match self {
            Self::Prefixed(_) | Self::Sign | Self::Superscript => true,
            Self::Bare(_) | Self::Plain(_) | Self::Circled | Self::Raised(_) | Self::Bullet(_) => false,
        }
    }

    /// Whether it is a bullet only by the rows of a list, not by the sign itself.
    pub(super) fn is_odd_bullet(&self) -> bool {
        matches!(self, Self::Bullet(sign) if !RULES.marks.bullets.iter().any(|bullet| bullet.starts_with(*sign)))
    }

    /// Where marks of this style can be.
    pub(super) fn scope(&self) -> MarkScope {
        match self {
            Self::Plain(_) => MarkScope::List,
            Self::Bullet(_) if self.is_odd_bullet() => MarkScope::List,
            Self::Bullet(_) => MarkScope::Row,
            _ => MarkScope::Text,
        }
    }
}

/// Where a mark is looked for; each scope includes the marks of those before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MarkScope {
    /// In running text.
    Text,
    /// At the start of a row: bullets too.
    Row,
    /// At the start of a row of a glossary: numbers and letters before a space too.
    List,
}

/// The cells of a text that begins at offset `start` of the source. Invisible characters, which pages and word processors leave
/// before and inside marks, have none.
pub(super) fn cells(text: &str, start: usize) -> Vec<Cell> {
    text.char_indices().filter(|(_, c)| !is_invisible(*c)).map(|(at, c)| (start + at, fold(c))).collect()
}
