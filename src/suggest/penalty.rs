//! What is known of a match in; what is taken off its score, each with a name, points and a reason, out.

use serde::{Deserialize, Serialize};

use crate::model::Review;

/// Something that makes a match less trustworthy than its likeness says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Penalty {
    /// Which.
    pub code: PenaltyCode,
    /// What is taken off.
    pub points: u8,
    /// Why, in one line.
    pub reason: String,
}

/// The kinds of penalties, in the order they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PenaltyCode {
    /// Numbers, dates, codes or tags differ and could not be put into the target.
    UnplacedValues,
    /// Aligned by the program, seen by nobody.
    UnreviewedAlignment,
    /// The same, and the alignment is doubtful.
    WeakAlignment,
    /// From a file or a machine, seen by nobody.
    UnreviewedImport,
    /// The memory holds other targets for exactly this source.
    SeveralTargets,
    /// The target holds a term that must not be used.
    ForbiddenTerm,
    /// The tags of the text asked about are not those of the target.
    TagsDiffer,
    /// From another subject field.
    OtherField,
}

/// How much each penalty takes off. Sizes are proposals within the usual one to six points; none is measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Penalties {
    /// For each value that differs and could not be put into the target.
    pub unplaced_value: u8,
    /// The most for all of them together.
    pub unplaced_values_most: u8,
    /// An alignment seen by nobody.
    pub unreviewed_alignment: u8,
    /// An alignment seen by nobody with a confidence below `weak_below`.
    pub weak_alignment: u8,
    /// Below which confidence an alignment is weak.
    pub weak_below: f64,
    /// A segment from a file or a machine seen by nobody.
    pub unreviewed_import: u8,
    /// RenderingSide targets for exactly this source.
    pub several_targets: u8,
    /// A term in the target that must not be used.
    pub forbidden_term: u8,
    /// Tags that differ.
    pub tags_differ: u8,
    /// Another subject field.
    pub other_field: u8,
    /// Taken off the score of a match whose terms were mended.
    pub mended: u8,
    /// The most a match whose terms were mended can score.
    pub mended_most: u8,
}

impl Default for Penalties {
    fn default() -> Self {
        Self {
            unplaced_value: 1,
            unplaced_values_most: 5,
            unreviewed_alignment: 3,
            weak_alignment: 6,
            weak_below: 0.4,
            unreviewed_import: 2,
            several_targets: 1,
            forbidden_term: 5,
            tags_differ: 2,
            other_field: 1,
            mended: 2,
            mended_most: 97,
        }
    }
}

/// What penalties are decided by.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct Circumstances<'a> {
    pub(super) unplaced_values: usize,
    pub(super) standing: Option<(PenaltyCode, u8)>,
    pub(super) origin: &'a str,
    pub(super) targets: usize,
    pub(super) forbidden_term: Option<&'a str>,
    pub(super) tags_differ: bool,
    /// The fields of the question and of the segment, where they differ.
    pub(super) fields: Option<(&'a str, &'a str)>,
}

impl Penalties {
    /// What is taken off for where a segment comes from and who has seen it.
    #[must_use]
    pub fn for_standing(&self, review: Review, is_aligned: bool, confidence: f64) -> Option<(PenaltyCode, u8)> {
        match (review, is_aligned) {
            (Review::Approved, _) => None,
            (_, true) if confidence < self.weak_below => Some((PenaltyCode::WeakAlignment, self.weak_alignment)),
            (_, true) => Some((PenaltyCode::UnreviewedAlignment, self.unreviewed_alignment)),
            (_, false) => Some((PenaltyCode::UnreviewedImport, self.unreviewed_import)),
        }
    }

    /// All that is taken off, in the order of [`PenaltyCode`]; nothing that takes nothing off.
    pub(super) fn list(&self, about: &Circumstances<'_>) -> Vec<Penalty> {
        let mut list = Vec::new();
        let mut add = |code, points, reason: String| {
            if points > 0 {
                list.push(Penalty { code, points, reason });
            }
        };
        if about.unplaced_values > 0 {
            let count = u8::try_from(about.unplaced_values).unwrap_or(u8::MAX);
            let points = self.unplaced_value.saturating_mul(count).min(self.unplaced_values_most);
            let (verb, what) = if count == 1 { ("differs", "value") } else { ("differ", "values") };
            let reason = format!("{} {what} {verb} and could not be placed in the target.", about.unplaced_values);
            add(PenaltyCode::UnplacedValues, points, reason);
        }
        if let Some((code, points)) = about.standing {
            add(code, points, standing_reason(code, about.origin));
        }
        if about.targets > 1 {
            let reason = format!("The memory holds {} different targets for exactly this source.", about.targets);
            add(PenaltyCode::SeveralTargets, self.several_targets, reason);
        }
        if let Some(term) = about.forbidden_term {
            add(
                PenaltyCode::ForbiddenTerm,
                self.forbidden_term,
                format!("The target holds `{term}`, which is forbidden."),
            );
        }
        if about.tags_differ {
            let reason = "The tags of the text are not those of the target.".to_owned();
            add(PenaltyCode::TagsDiffer, self.tags_differ, reason);
        }
        if let Some((asked, known)) = about.fields {
            let reason = format!("It is from the field `{known}`, the text from `{asked}`.");
            add(PenaltyCode::OtherField, self.other_field, reason);
        }
        list
    }
}

fn standing_reason(code: PenaltyCode, origin: &str) -> String {
    match code {
        PenaltyCode::WeakAlignment => {
            "The two texts were put together by the program, with little to go by.".to_owned()
        }
        PenaltyCode::UnreviewedAlignment => {
            "The two texts were put together by the program; nobody has looked.".to_owned()
        }
        _ => format!("It comes from `{origin}`; nobody has looked."),
    }
}
