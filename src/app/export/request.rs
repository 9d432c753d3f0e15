//! What is to be exported, and what became of it.

use std::collections::BTreeMap;

use super::filter::Filter;
use crate::exchange::{ExportFormat, Fact, Omission, Profile, Selection};
use crate::model::{Lang, LangPair, Review, Segment, Usage};

/// What to export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Export {
    /// Names of the projects, the most trusted first; empty for all.
    pub projects: Vec<String>,
    /// The format.
    pub format: ExportFormat,
    /// The kind of reader the file is for.
    pub profile: Profile,
    /// The lowest review state of the terms and segments that are included.
    pub review: Review,
    /// The usages of the terms that are included; empty for those of the profile.
    pub usages: Vec<Usage>,
    /// Which concepts are included.
    pub filter: Filter,
    /// The languages to translate from and into.
    pub languages: LangPair,
}

impl Export {
    /// Everything that is at least suggested in these projects, from Japanese into English.
    #[must_use]
    pub fn new(format: ExportFormat, projects: Vec<String>) -> Self {
        Self {
            projects,
            format,
            profile: Profile::Standard,
            review: Review::Suggested,
            usages: Vec::new(),
            filter: Filter::default(),
            languages: LangPair::JA_EN,
        }
    }

    /// Whether each source term has one translation only.
    pub(super) fn has_one_target(&self) -> bool {
        self.profile == Profile::Mt
    }

    /// Whether the file holds segments: those of a memory belong to no concept, so a file of selected concepts has none.
    pub(super) fn has_segments(&self) -> bool {
        self.format.holds_segments() && (!self.format.holds_concepts() || self.filter.is_empty())
    }

    /// What is selected within a concept.
    pub(super) fn selection(&self) -> Selection {
        let mut selection = Selection::of(self.profile);
        selection.include_candidates |= self.review == Review::Candidate;
        selection.only_approved = self.review == Review::Approved;
        // In TBX, Weblate knows a term that should not be used.
        selection.include_discouraged |= self.profile == Profile::Weblate && self.format == ExportFormat::Tbx2;
        if !self.usages.is_empty() {
            selection.usages = self.usages.iter().copied().collect();
        }
        selection
    }
}

/// Why a segment is not in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SegmentOmission {
    /// Only approved segments are exported, and nobody has approved it.
    Unapproved,
    /// Candidates are not exported.
    Candidates,
    /// It is translated the other way round.
    OtherDirection,
    /// It is in another language.
    OtherLanguages,
    /// The format cannot hold it: a side is empty.
    Unfit,
}

impl SegmentOmission {
    /// Every reason.
    pub const ALL: [Self; 5] =
        [Self::Unapproved, Self::Candidates, Self::OtherDirection, Self::OtherLanguages, Self::Unfit];

    /// Why a segment that was not written is not in a file; `None` for one that was rejected.
    pub(super) fn of(segment: &Segment, review: Review, selection: Selection, languages: &LangPair) -> Option<Self> {
        let primary = |one: &Lang, other: &Lang| one.primary() == other.primary();
        let (source, target) = (&segment.source_lang, &segment.target_lang);
        if review == Review::Rejected {
            return None;
        }
        Some(if !selection.reviews().contains(&review) {
            if selection.only_approved { Self::Unapproved } else { Self::Candidates }
        } else if primary(source, &languages.source) && primary(target, &languages.target) {
            Self::Unfit
        } else if primary(source, &languages.target) && primary(target, &languages.source) {
            Self::OtherDirection
        } else {
            Self::OtherLanguages
        })
    }
}

/// What an export has written, and what it has not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportReport {
    /// Number of concepts in the file.
    pub concepts: usize,
    /// Number of segments in the file.
    pub segments: usize,
    /// Number of concepts that were left out as a whole, and why.
    pub left_out: BTreeMap<Omission, usize>,
    /// Number of segments that were left out, and why.
    pub segments_left_out: BTreeMap<SegmentOmission, usize>,
    /// Number of facts of each kind the format cannot carry.
    pub lost: BTreeMap<Fact, usize>,
}
