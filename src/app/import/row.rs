//! A row of a file of terms: its number, its text in one line, and its outcome.

use super::outcome::{Outcome, RowOutcome, shortened};
use crate::exchange::TermRow;

/// The most names of each language that are quoted as evidence.
const QUOTED_NAMES: usize = 20;

/// A row of terms with its number in the file, from 1.
#[derive(Debug)]
pub(super) struct NumberedRow {
    /// Its number.
    pub(super) number: u64,
    /// The row.
    pub(super) row: TermRow,
}

impl NumberedRow {
    /// Its outcome, without reasons.
    pub(super) fn outcome(&self, outcome: Outcome) -> RowOutcome {
        RowOutcome::new(self.number, self.row.line, outcome, shortened(&snippet(&self.row)))
    }

    /// Its outcome if it is not used.
    pub(super) fn refused(&self, code: &'static str, message: String) -> RowOutcome {
        RowOutcome::refused(self.number, self.row.line, shortened(&snippet(&self.row)), code, message)
    }
}

/// A row that is new to its source.
#[derive(Debug)]
pub(super) struct TakenRow<'a> {
    /// The row, with usages as they are to be understood.
    pub(super) row: TermRow,
    /// The row as it is in the file.
    pub(super) of: &'a NumberedRow,
    /// The number that stands for all it says.
    pub(super) mark: i64,
}

/// The row in one line: `量子もつれ = quantum entanglement (note)`. Every name of the row gets it as evidence, so of many names
/// only the first are listed.
pub(super) fn snippet(row: &TermRow) -> String {
    let ja = listed(row.japanese().map(|name| name.text.as_str()));
    let en = listed(row.english().map(|name| name.text.as_str()));
    let note = row.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
    match (ja.is_empty(), en.is_empty()) {
        (false, false) => format!("{ja} = {en}{note}"),
        _ => format!("{ja}{en}{note}"),
    }
}

/// Names separated by semicolons, with an ellipsis where there are more.
fn listed<'a>(mut names: impl Iterator<Item = &'a str>) -> String {
    let first: Vec<&str> = names.by_ref().take(QUOTED_NAMES).collect();
    let more = if names.next().is_some() { "; …" } else { "" };
    format!("{}{more}", first.join("; "))
}
