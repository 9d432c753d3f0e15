//! The glossary sections of a release and where their entries start.

use super::marker::NoteMark;

/// One glossary of a release.
#[derive(Debug, Clone, Default)]
pub(super) struct GlossarySection {
    /// Row of the heading; `None` for notes without one.
    pub(super) heading: Option<usize>,
    /// The starts of its entries, in order.
    pub(super) starts: Vec<EntryStart>,
    /// The row after the last one of the last entry.
    pub(super) end: usize,
    /// Rows inside that belong to no entry: headings of parts.
    pub(super) between: Vec<usize>,
    /// Whether the document holds nothing else, and neither a heading nor a reference shows that it is a glossary.
    pub(super) is_whole: bool,
}

impl GlossarySection {
    /// Whether its first entry starts right under the row `heading`.
    pub(super) fn opens_under(&self, heading: usize) -> bool {
        self.starts.first().is_some_and(|start| (heading + 1..=heading + LEAD).contains(&start.row))
    }
}

/// The start of an entry.
#[derive(Debug, Clone)]
pub(super) struct EntryStart {
    /// Its row.
    pub(super) row: usize,
    /// Its mark, if it has one.
    pub(super) mark: Option<NoteMark>,
}

/// The first entry starts within this many rows under the heading, because a sentence may come first.
pub(super) const LEAD: usize = 3;
