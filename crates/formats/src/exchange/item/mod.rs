//! What files hold: translation units of a memory, rows of terms, and what is wrong with either.

mod categories;
mod cell_names;
mod classification;
mod faults;
mod problem;
mod row_problem;
mod term;
mod unit;

pub(super) use categories::{Standing, is_marked, part_of_speech, standing, standing_in_note};
pub(super) use cell_names::{CellNames, cell_names};
pub use problem::Fault;
pub use row_problem::RowProblem;
pub use term::{Name, NameEvidence, TermDefinition, TermRow};
pub use unit::Unit;

/// What one entry of a file is.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A source text with its translation.
    Pair(Unit),
    /// A row of a term base, or an entry of a dictionary.
    Term(TermRow),
}
