//! Makes faults from what readers find.

use super::problem::Fault;
use crate::model::Lang;

impl Fault {
    /// Something unusual on this line.
    pub(in crate::exchange) fn deviation(line: u64, problem: String) -> Self {
        Self::Deviation { line, problem }
    }

    /// A status that is not known.
    pub(in crate::exchange) fn status_unknown(status: &str, column: Option<usize>) -> Self {
        Self::StatusUnknown { status: status.chars().take(30).collect(), column }
    }

    /// A remark that is nothing but a status.
    pub(in crate::exchange) fn status_in_note(note: &str, column: Option<usize>) -> Self {
        Self::StatusInNote { status: note.trim().chars().take(30).collect(), column }
    }

    /// A status in a column that was left out.
    pub(in crate::exchange) fn status_elsewhere(column: usize, status: &str) -> Self {
        Self::StatusElsewhere { column, status: status.trim().chars().take(30).collect() }
    }

    /// A cell that may hold several terms.
    pub(in crate::exchange) fn cell_unclear(lang: &Lang, mark: &'static str, column: Option<usize>) -> Self {
        Self::CellUnclear { language: if lang.is_japanese() { "Japanese" } else { "English" }, mark, column }
    }

    /// The same in one of several tables of a document.
    pub(in crate::exchange) fn in_table(self, table: usize) -> Self {
        Self::InTable { table, problem: Box::new(self) }
    }

    /// A row that breaks the rules of its format.
    pub(in crate::exchange) fn broken_row(problem: impl Into<String>) -> Self {
        Self::BrokenRow { problem: problem.into() }
    }

    /// A file that breaks the rules of its format.
    pub(in crate::exchange) fn broken_file(problem: impl Into<String>) -> Self {
        Self::BrokenFile { problem: problem.into() }
    }

    /// An input that failed: the fault of an archive that is unpacked, or what the operating system says.
    pub(in crate::exchange) fn unreadable(error: &std::io::Error) -> Self {
        if let Some(own) = error.get_ref().and_then(|inner| inner.downcast_ref::<Self>()) {
            return own.clone();
        }
        Self::Unreadable { problem: error.to_string() }
    }
}
