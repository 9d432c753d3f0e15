//! What people add while they translate (a pair of terms, a translation) in; what became of it out.
//!
//! The same again changes nothing, and nobody's word is taken back by somebody who has less to say.

mod segment;
mod term;

pub use segment::{ConfirmedSegment, LONGEST_NAME, LONGEST_TEXT, NewSegment};
pub use term::{LONGEST_DEFINITION, LONGEST_TERM, NewTerm, ProposedTerm, Quoted, Selection};

use super::AppError;

/// What became of something that was added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It is new.
    Created,
    /// It was there and is different now: approved, or with another target.
    Updated,
    /// It was there, just so.
    Unchanged,
}

/// A text of 1 to `most` characters without those that command a terminal, lines and tabs left alone where `lines` says so.
fn text<'a>(field: &'static str, given: &'a str, most: usize, lines: bool) -> Result<&'a str, AppError> {
    let invalid = |problem: String| Err(AppError::InvalidRequest { field, problem });
    let length = given.chars().count();
    if given.trim().is_empty() {
        return invalid("it is empty".to_owned());
    }
    if length > most {
        return invalid(format!("it has {length} characters, at most {most} are taken"));
    }
    let commands = |c: char| c.is_control() && !(lines && matches!(c, '\n' | '\r' | '\t'));
    if given.chars().any(commands) {
        return invalid("it holds characters that command a terminal".to_owned());
    }
    Ok(given)
}
