//! A problem with its position in a file.

use super::problem::Fault;

/// A row that could not be used, or the position behind which a file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{fault}", place(*.line, *.unit))]
pub struct RowProblem {
    /// The line of the file, from 1.
    pub line: u64,
    /// The unit of the file, from 1; 0 before the first.
    pub unit: u64,
    /// What is wrong.
    pub fault: Fault,
}

/// Where it stands, unless it is about the file as a whole.
fn place(line: u64, unit: u64) -> String {
    match (line, unit) {
        (1, 0) => String::new(),
        (_, 0) => format!("line {line}: "),
        _ => format!("line {line}, unit {unit}: "),
    }
}

impl RowProblem {
    /// A problem with the file as a whole.
    pub(in crate::exchange) fn at_start(fault: Fault) -> Self {
        Self { line: 1, unit: 0, fault }
    }

    /// A file the operating system could not read.
    #[must_use]
    pub fn unreadable(error: &std::io::Error) -> Self {
        Self::at_start(Fault::unreadable(error))
    }

    /// The column it stands at, where that is known: of a table, from 1; of another file, the character of the line.
    #[must_use]
    pub fn column(&self) -> Option<u64> {
        self.fault.column()
    }

    /// The stable name of the kind of problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.fault.code()
    }
}
