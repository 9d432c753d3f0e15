//! What files say of a segment beyond its texts, in the words XLIFF leaves to each program: our own, Trados Studio, memoQ.

use super::confirmation::Confirmation;
use crate::model::{Provenance, Review};

/// What our own writer says at the beginning of a file.
pub(super) const OWN: &str = "Exported by Taiyaku";

/// What it says of a segment that a person approved: `state-qualifier` of 1.2, `subState` of 2.1. Other programs say `final` of
/// what nobody here has looked at.
pub(super) const APPROVED_12: &str = "x-taiyaku-approved";
pub(super) const APPROVED_21: &str = "taiyaku:approved";

/// What is known of a segment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// Whether our own writer made the file.
    pub(super) is_own: bool,
    /// Whether it is no more than a term of the glossary of its unit, with a translation of it.
    pub(super) is_term: bool,
    /// Whether a person approved it.
    pub(super) is_approved: bool,
    /// Its key, if it has one and not only a number.
    pub(super) key: Option<String>,
    pub(super) field: Option<String>,
    pub(super) document: Option<String>,
    pub(super) author: Option<String>,
    pub(super) date: Option<String>,
    /// What Trados Studio or memoQ says of it, and the document it names.
    pub(super) confirmation: Option<Confirmation>,
    pub(super) original: Option<String>,
}

impl Facts {
    /// Adds what a note or context of this name says.
    pub(super) fn add(&mut self, name: &str, text: &str) {
        let place = match name {
            "x-field" => &mut self.field,
            "x-document" => &mut self.document,
            "x-author" => &mut self.author,
            "x-date" => &mut self.date,
            _ => return,
        };
        let text = text.trim();
        if !text.is_empty() {
            *place = Some(text.to_owned());
        }
    }

    /// What is said of a segment of the memory, by name.
    pub(super) fn said_of(provenance: &Provenance) -> [(&'static str, Option<&str>); 4] {
        [
            ("x-field", provenance.field.as_deref()),
            ("x-document", provenance.document.as_deref()),
            ("x-author", provenance.author.as_deref()),
            ("x-date", provenance.created_at.as_deref()),
        ]
    }
}

/// The state of a segment: of 1.2, of 2.1.
pub(super) fn states(review: Review) -> (&'static str, &'static str) {
    match review {
        Review::Approved => ("final", "final"),
        Review::Suggested => ("translated", "translated"),
        Review::Candidate | Review::Rejected => ("needs-review-translation", "initial"),
    }
}
