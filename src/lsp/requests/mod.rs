//! Requests of a client in, answers from one snapshot out; one file each.

pub(super) mod actions;
pub(super) mod commands;
pub(super) mod completion;
pub(super) mod hints;
pub(super) mod hover;
pub(super) mod inline;
pub(super) mod lens;
pub(super) mod links;
pub(super) mod segment;
pub(super) mod symbols;

use crate::answer::words::{ReviewWord, UsageWord};
use crate::answer::{MemoryMatchAnswer, TranslationAnswer};

/// Whether a translation may be offered.
fn is_wanted(translation: &TranslationAnswer) -> bool {
    !matches!(translation.usage, UsageWord::Deprecated | UsageWord::Forbidden)
        && translation.review != ReviewWord::Rejected
}

/// What a match would put into the document: mended where that needs no guess.
fn target_of(found: &MemoryMatchAnswer) -> &str {
    found.repaired.as_ref().map_or(&found.target, |repaired| &repaired.target)
}

/// The beginning of a text, on one line.
fn beginning(text: &str, most: usize) -> String {
    let line: String = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if line.chars().count() <= most {
        return line;
    }
    line.chars().take(most).chain(['…']).collect()
}
