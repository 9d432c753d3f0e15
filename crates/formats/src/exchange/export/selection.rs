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
    /// The usages of the terms that are exported, within the above.
    pub usages: Usages,
}

/// A set of usages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Usages(u8);

impl Usages {
    /// Every usage.
    pub const ALL: Self = Self(u8::MAX);

    fn contains(self, usage: Usage) -> bool {
        self.0 & Self::bit(usage) != 0
    }

    fn bit(usage: Usage) -> u8 {
        match usage {
            Usage::Preferred => 1,
            Usage::Admitted => 2,
            Usage::Deprecated => 4,
            Usage::Forbidden => 8,
        }
    }
}

impl FromIterator<Usage> for Usages {
    fn from_iter<I: IntoIterator<Item = Usage>>(usages: I) -> Self {
        Self(usages.into_iter().fold(0, |set, usage| set | Self::bit(usage)))
    }
}

impl Selection {
    /// The selection for a kind of reader.
    ///
    /// Candidates are left out: a file is read without the program that could explain the doubts about them. An
    /// abbreviation counts as a translation.
    #[must_use]
    pub fn of(profile: Profile) -> Self {
        let all = Self {
            only_approved: false,
            include_candidates: false,
            include_discouraged: true,
            include_untranslated: true,
            usages: Usages::ALL,
        };
        match profile {
            Profile::Standard => all,
            Profile::Human => Self { include_discouraged: false, ..all },
            Profile::Mt | Profile::OmegaT | Profile::Weblate => {
                Self { include_discouraged: false, include_untranslated: false, ..all }
            }
        }
    }

    /// The reviews of the terms and segments that are exported.
    #[must_use]
    pub fn reviews(self) -> Vec<Review> {
        Review::ALL.iter().copied().filter(|review| self.includes_review(*review)).collect()
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

    /// Whether a term is exported.
    #[must_use]
    pub fn includes(self, term: &Term) -> bool {
        let reviewed = self.includes_review(term.review);
        let usable = match term.usage {
            Usage::Deprecated | Usage::Forbidden => self.include_discouraged,
            Usage::Preferred | Usage::Admitted => true,
        };
        reviewed && usable && self.usages.contains(term.usage)
    }
}

impl Default for Selection {
    fn default() -> Self {
        Self::of(Profile::Standard)
    }
}
