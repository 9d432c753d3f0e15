//! Answers to requests of a client, one file for each kind of request.

pub(super) mod actions;
pub(super) mod commands;
pub(super) mod completion;
pub(super) mod hints;
pub(super) mod hover;
pub(super) mod inline;
pub(super) mod lens;
pub(super) mod links;
mod offer;
pub(super) mod segment;
pub(super) mod symbols;

use crate::answer::TranslationAnswer;
use crate::answer::words::{ReviewWord, UsageWord};

/// Whether a translation may be suggested.
fn is_usable(translation: &TranslationAnswer) -> bool {
    !matches!(translation.usage, UsageWord::Deprecated | UsageWord::Forbidden)
        && translation.review != ReviewWord::Rejected
}

/// The beginning of a text, on one line.
fn beginning(text: &str, most: usize) -> String {
    let line: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if line.chars().count() <= most {
        return line;
    }
    line.chars().take(most).chain(['…']).collect()
}
