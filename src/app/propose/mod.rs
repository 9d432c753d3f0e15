//! Terms and translations that people add while they translate.
//!
//! Adding the same thing twice changes nothing, and a caller with a weaker role cannot overwrite what was approved.

mod segment;
mod term;

pub use segment::{ConfirmedSegment, LONGEST_NAME, LONGEST_TEXT, NewSegment};
pub use term::{LONGEST_DEFINITION, LONGEST_TERM, NewTerm, ProposedTerm, Quotation, Selection, Statements};

use super::AppError;

/// What happened to something that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProposalOutcome {
    /// It is new.
    Created,
    /// It existed and has changed: it is approved now, or has another target.
    Updated,
    /// It existed already, exactly like this.
    Unchanged,
}

/// Checks that a text has 1 to `most` characters and no control characters; line breaks and tabs are allowed with
/// `lines`.
fn text<'a>(field: &'static str, given: &'a str, most: usize, lines: bool) -> Result<&'a str, AppError> {
    let invalid = |problem: String| Err(AppError::InvalidRequest { field, problem });
    let length = given.chars().count();
    if given.trim().is_empty() {
        return invalid("it is empty".to_owned());
    }
    if length > most {
        return invalid(format!("it has {length} characters, the limit is {most}"));
    }
    let commands = |c: char| c.is_control() && !(lines && matches!(c, '\n' | '\r' | '\t'));
    if given.chars().any(commands) {
        return invalid("it has control characters".to_owned());
    }
    Ok(given)
}
