//! Which concepts, terms and segments are exported.

use super::profile::Profile;
use crate::model::{Review, Term, Usage};

/// Which concepts and terms are exported. Rejected terms never are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Selection {
    /// Whether only approved terms are exported.
    pub only_approved: bool,
    /// Whether terms with too little evidence to be offered (review `candidate`) are exported.
    pub include_candidates: bool,
    /// Whether terms that should not be used (usage `deprecated` or `forbidden`) are exported.
    pub include_discouraged: bool,
    /// Whether concepts without a term left in one of the two languages are exported.
    pub include_untranslated: bool,
}

impl Selection {
    /// The selection for a kind of reader.
    ///
    /// Candidates are left out: a file is read without the program that could explain the doubts about them. An
    /// abbreviation counts as a translation.
    #[must_use]
    pub fn of(profile: Profile) -> Self {
        match profile {
            Profile::Standard => Self {
                only_approved: false,
                include_candidates: false,
                include_discouraged: true,
                include_untranslated: true,
            },
            Profile::OmegaT => Self {
                only_approved: false,
                include_candidates: false,
                include_discouraged: false,
                include_untranslated: false,
            },
        }
    }

    /// Whether terms or segments with this review are exported.
    pub(in crate::exchange) fn includes_review(self, review: Review) -> bool {
        match review {
            Review::Rejected => false,
            Review::Candidate => self.include_candidates && !self.only_approved,
            Review::Suggested => !self.only_approved,
            Review::Approved => true,
        }
    }

    pub(super) fn includes(self, term: &Term) -> bool {
        let reviewed = self.includes_review(term.review);
        let usable = match term.usage {
            Usage::Deprecated | Usage::Forbidden => self.include_discouraged,
            Usage::Preferred | Usage::Admitted => true,
        };
        reviewed && usable
    }
}

impl Default for Selection {
    fn default() -> Self {
        Self::of(Profile::Standard)
    }
}
