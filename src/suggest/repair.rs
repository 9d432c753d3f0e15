//! What can be put into a remembered target in; the new target, what it is worth and what was changed in it out.

use serde::{Deserialize, Serialize};

use super::alignment::Alignment;
use super::mend::{WithTerms, mended};
use super::penalty::Penalties;
use super::question::{Question, Remembered};
use super::replace::{Replacement, applied};
use crate::fuzzy::score::score_parts;
use crate::model::Span;
use crate::text::comparison::ComparisonForm;
use crate::text::tokeniser::Tokeniser;

/// A target in which something of the text asked about has been put.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repaired {
    /// The new target.
    pub target: String,
    /// What it is worth. With values alone put in it is the score of the match. With terms it is two less than the
    /// likeness of the text asked about and the source with its terms put in, at most 97, less all penalties.
    pub score: u8,
    /// What was put in, in order of the text asked about.
    pub changes: Vec<Change>,
}

/// Something that was put into a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Whether it is a term or a value.
    pub kind: ChangeKind,
    /// What it stands for, in the text asked about.
    pub query: Span,
    /// What was there instead, in the remembered source text.
    pub source: Span,
    /// What gave way, in the remembered target.
    pub target: Span,
    /// Where it stands now, in the new target.
    pub repaired: Span,
}

/// What was put into a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A number, date, code or tag.
    Value,
    /// A term.
    Term,
}

/// What a repair needs to know.
pub(super) struct Repair<'a> {
    pub(super) question: &'a Question,
    pub(super) remembered: &'a Remembered,
    /// The comparable form of the remembered source.
    pub(super) form: &'a ComparisonForm,
    pub(super) alignment: &'a Alignment,
    /// Values the target takes.
    pub(super) values: Vec<Replacement>,
    pub(super) penalties: &'a Penalties,
    /// The score of the match.
    pub(super) score: u8,
    /// All points that were taken off for it.
    pub(super) points: u8,
}

impl Repair<'_> {
    /// The target with values and terms put in, where there are any.
    pub(super) fn done(self, words: &Tokeniser) -> Option<Repaired> {
        let target = (self.remembered.segment.target.as_str(), &self.question.target_lang);
        let source = WithTerms { form: self.form, terms: &self.remembered.terms };
        let query = WithTerms { form: &self.question.form, terms: &self.question.terms };
        let terms = mended(source, query, self.alignment, target, words);
        let likeness = if terms.is_empty() { None } else { self.likeness(&terms, words) };
        let both: Vec<Replacement> = self.values.iter().chain(&terms).cloned().collect();
        // Where a term holds a value that changes too, the value alone is sure.
        match (likeness, applied(target.0, &both)) {
            (Some(likeness), Some((text, places))) => {
                let least = likeness.saturating_sub(self.penalties.mended).min(self.penalties.mended_most);
                Some(repaired(text, least.saturating_sub(self.points), &both, &places))
            }
            _ if self.values.is_empty() => None,
            _ => {
                applied(target.0, &self.values).map(|(text, places)| repaired(text, self.score, &self.values, &places))
            }
        }
    }

    /// How like the text asked about the remembered source is with its terms put in.
    fn likeness(&self, terms: &[Replacement], words: &Tokeniser) -> Option<u8> {
        let text_of = |term: &Replacement| term.query.of(&self.question.text).to_owned();
        let in_source: Vec<Replacement> =
            terms.iter().map(|term| Replacement { target: term.source, text: text_of(term), ..term.clone() }).collect();
        let (text, _) = applied(&self.remembered.segment.source, &in_source)?;
        Some(score_parts(&self.question.form, &ComparisonForm::new(&text, &self.question.source_lang, words)).base)
    }
}

fn repaired(target: String, score: u8, replacements: &[Replacement], places: &[Span]) -> Repaired {
    let change = |(replacement, repaired): (&Replacement, &Span)| Change {
        kind: if replacement.value.is_none() { ChangeKind::Term } else { ChangeKind::Value },
        query: replacement.query,
        source: replacement.source,
        target: replacement.target,
        repaired: *repaired,
    };
    let mut changes: Vec<Change> = replacements.iter().zip(places).map(change).collect();
    changes.sort_by_key(|change| (change.query, change.target));
    Repaired { target, score, changes }
}
