//! Penalties: what lowers the score of a match, each with a name, points and a reason.

use crate::model::Review;

/// A reason why a match is less trustworthy than its similarity suggests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Penalty {
    /// Its kind.
    pub code: PenaltyCode,
    /// The points taken off.
    pub points: u8,
    /// The reason, in one line.
    pub reason: String,
}

/// The kinds of penalties, in the order they are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PenaltyCode {
    /// Numbers, dates, codes or tags differ and could not be placed in the target.
    UnplacedValues,
    /// Aligned automatically, not reviewed.
    UnreviewedAlignment,
    /// Aligned automatically with low confidence, not reviewed.
    WeakAlignment,
    /// Imported from a file or a machine, not reviewed.
    UnreviewedImport,
    /// A draft that nobody has confirmed: the file it is from marks it as fuzzy, or in need of translation or review.
    Draft,
    /// The memory has several translations of this source text.
    SeveralTargets,
    /// The target has a forbidden term.
    ForbiddenTerm,
    /// The tags of the query differ from those of the target.
    TagsDiffer,
    /// It belongs to another subject field.
    OtherField,
    /// The target is in another variant of the language, such as American for British English.
    OtherVariant,
}

/// The points of each penalty. The defaults are within the usual one to six points; none of them is measured.
#[derive(Debug, Clone, PartialEq)]
pub struct PenaltyPoints {
    /// For each different value that could not be replaced in the target.
    pub unplaced_value: u8,
    /// The largest sum for all such values.
    pub unplaced_values_most: u8,
    /// An automatic alignment that was not reviewed.
    pub unreviewed_alignment: u8,
    /// The same with a confidence below `weak_below`.
    pub weak_alignment: u8,
    /// The confidence below which an alignment is weak.
    pub weak_below: f64,
    /// A segment from a file or a machine that was not reviewed.
    pub unreviewed_import: u8,
    /// A draft that nobody has confirmed.
    pub draft: u8,
    /// The confidence below which an unreviewed candidate is a draft.
    pub draft_below: f64,
    /// Several translations of this source text.
    pub several_targets: u8,
    /// A forbidden term in the target.
    pub forbidden_term: u8,
    /// Different tags.
    pub tags_differ: u8,
    /// Another subject field.
    pub other_field: u8,
    /// Another variant of the target language.
    pub other_variant: u8,
    /// For a match in whose target terms were replaced.
    pub mended: u8,
    /// The highest score of a match in whose target terms were replaced.
    pub mended_most: u8,
}

impl Default for PenaltyPoints {
    fn default() -> Self {
        Self {
            unplaced_value: 1,
            unplaced_values_most: 5,
            unreviewed_alignment: 3,
            weak_alignment: 6,
            weak_below: 0.4,
            unreviewed_import: 2,
            draft: 15,
            draft_below: 0.6,
            several_targets: 1,
            forbidden_term: 5,
            tags_differ: 2,
            other_field: 1,
            other_variant: 1,
            mended: 2,
            mended_most: 97,
        }
    }
}

/// What the penalties of a match depend on.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct PenaltyInput<'a> {
    pub(super) unplaced_values: usize,
    pub(super) provenance: Option<(PenaltyCode, u8)>,
    pub(super) origin: &'a str,
    pub(super) targets: usize,
    pub(super) forbidden_term: Option<&'a str>,
    pub(super) tags_differ: bool,
    /// How the inline codes differ, as a sentence.
    pub(super) codes_differ: Option<String>,
    /// The fields of the query and of the segment, if they differ.
    pub(super) fields: Option<(&'a str, &'a str)>,
    /// The target languages of the query and of the segment, if they are different variants of one language.
    pub(super) variants: Option<(&'a str, &'a str)>,
}

impl PenaltyPoints {
    /// The penalty for the origin and the review state of a segment.
    #[must_use]
    pub fn for_provenance(&self, review: Review, is_aligned: bool, confidence: f64) -> Option<(PenaltyCode, u8)> {
        match (review, is_aligned) {
            (Review::Approved, _) => None,
            (_, true) if confidence < self.weak_below => Some((PenaltyCode::WeakAlignment, self.weak_alignment)),
            (_, true) => Some((PenaltyCode::UnreviewedAlignment, self.unreviewed_alignment)),
            (Review::Candidate, false) if confidence < self.draft_below => Some((PenaltyCode::Draft, self.draft)),
            (_, false) => Some((PenaltyCode::UnreviewedImport, self.unreviewed_import)),
        }
    }

    /// The penalties in the order of [`PenaltyCode`], without those of zero points.
    pub(super) fn list(&self, input: &PenaltyInput<'_>) -> Vec<Penalty> {
        let mut list = Vec::new();
        let mut add = |code, points, reason: String| {
            if points > 0 {
                list.push(Penalty { code, points, reason });
            }
        };
        if input.unplaced_values > 0 {
            let count = u8::try_from(input.unplaced_values).unwrap_or(u8::MAX);
            let points = self.unplaced_value.saturating_mul(count).min(self.unplaced_values_most);
            let values = if count == 1 { "value differs" } else { "values differ" };
            let reason = format!("{} {values} and could not be placed in the target.", input.unplaced_values);
            add(PenaltyCode::UnplacedValues, points, reason);
        }
        if let Some((code, points)) = input.provenance {
            add(code, points, provenance_reason(code, input.origin));
        }
        if input.targets > 1 {
            let reason = format!("The memory has {} different translations of this source text.", input.targets);
            add(PenaltyCode::SeveralTargets, self.several_targets, reason);
        }
        if let Some(term) = input.forbidden_term {
            add(
                PenaltyCode::ForbiddenTerm,
                self.forbidden_term,
                format!("The target has the forbidden term `{term}`."),
            );
        }
        if input.tags_differ || input.codes_differ.is_some() {
            let reason = "The tags in the target differ from those in the text.".to_owned();
            let reason = input.codes_differ.clone().unwrap_or(reason);
            add(PenaltyCode::TagsDiffer, self.tags_differ, reason);
        }
        if let Some((query, stored)) = input.fields {
            let reason = format!("The match is from the field `{stored}`, the text from `{query}`.");
            add(PenaltyCode::OtherField, self.other_field, reason);
        }
        if let Some((query, stored)) = input.variants {
            let reason = format!("The translation is in `{stored}`, not in `{query}`.");
            add(PenaltyCode::OtherVariant, self.other_variant, reason);
        }
        list
    }
}

fn provenance_reason(code: PenaltyCode, origin: &str) -> String {
    match code {
        PenaltyCode::WeakAlignment => "Aligned automatically with low confidence, not reviewed.".to_owned(),
        PenaltyCode::Draft => format!("A draft from `{origin}` that nobody has confirmed."),
        PenaltyCode::UnreviewedAlignment => "Aligned automatically, not reviewed.".to_owned(),
        _ => format!("From `{origin}`, not reviewed."),
    }
}
