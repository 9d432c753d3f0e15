//! The analysis of one pair: its own findings, and what the rules that compare pairs need. It stays valid as long as the pair,
//! its terms and the settings do not change.

use super::abbreviations::{Abbreviation, abbreviations};
use super::settings::Settings;
use super::spots::PairSpots;
use super::term_uses::{TermUse, uses};
use super::terminology::Terminology;
use super::text::DraftText;
use super::{
    Unit, addresses, brackets, numbers, placeholders, repeated_words, style, tags, term_forbidden, term_not_used,
    untranslated,
};
use crate::model::{Finding, Lang, Rule};
use crate::text::chars::has_japanese;
use crate::text::english::lower;
use crate::text::normal::normal;

/// Marks at the end of a sentence; a text without one may be a label or a heading.
const SENTENCE_ENDS: [char; 7] = ['.', '!', '?', '。', '！', '？', ':'];
/// The longest label, in characters.
const LONGEST_LABEL: usize = 80;

/// The analysis of a pair.
#[derive(Debug, Clone)]
pub struct PairAnalysis {
    /// The findings of the pair by itself, as if it were the only one.
    pub(super) findings: Vec<Finding>,
    /// Whether it has a translation.
    pub(super) is_translated: bool,
    /// Whether the source reads as a label or a heading.
    pub(super) is_label: bool,
    /// Both texts in their normal form; the source without case where it has no meaning.
    pub(super) source_form: String,
    pub(super) target_form: String,
    /// The terms of the source and what the translation makes of them.
    pub(super) uses: Vec<TermUse>,
    /// Abbreviations in the translation.
    pub(super) abbreviations: Vec<Abbreviation>,
}

impl PairAnalysis {
    /// Analyses a pair with the terms in it and the names of their concepts.
    #[must_use]
    pub fn new(
        unit: Unit<'_>,
        (source_lang, target_lang): (&Lang, &Lang),
        spots: &PairSpots,
        terminology: &Terminology,
        settings: &Settings,
    ) -> Self {
        if !unit.is_translated() {
            return Self::untranslated();
        }
        let (source, target) = (DraftText::new(unit.source, source_lang), DraftText::new(unit.target, target_lang));
        let uses = uses(&source, &target, (&spots.source, &spots.target), terminology);
        let enabled = |rule| settings.is_enabled(rule);
        let mut findings = Vec::new();
        if enabled(Rule::TermNotUsed) {
            findings.extend(term_not_used::findings(&uses, terminology));
        }
        if enabled(Rule::TermForbidden) {
            findings.extend(term_forbidden::findings(&target, (&spots.source, &spots.target), terminology));
        }
        if enabled(Rule::Numbers) {
            let found = numbers::findings(&source, &target, spots);
            // The form for one thing says `one`, `a` or nothing where the other forms have a placeholder.
            findings.extend(found.into_iter().filter(|_| !unit.facts.is_singular || !has_placeholder(unit)));
        }
        if enabled(Rule::Untranslated) {
            let found = untranslated::findings(&source, &target);
            // If nothing is translated, missing terms and numbers are not worth a finding.
            if found.iter().any(|found| found.target.first().is_some_and(|span| span.len() == unit.target.len())) {
                findings.clear();
            }
            findings.extend(found);
        }
        if enabled(Rule::Placeholders) {
            findings.extend(placeholders::findings(unit));
        }
        if enabled(Rule::Tags) {
            findings.extend(tags::findings(unit));
        }
        if enabled(Rule::Addresses) {
            findings.extend(addresses::findings(&source, &target));
        }
        if enabled(Rule::RepeatedWords) {
            findings.extend(repeated_words::findings(&target, unit.source));
        }
        if enabled(Rule::Brackets) {
            findings.extend(brackets::findings(&source, &target));
        }
        if enabled(Rule::Style) {
            findings.extend(style::findings(&target, settings.style));
        }
        let abbreviations = abbreviations(&target, &spots.target, terminology);
        Self {
            findings: findings.into_iter().filter_map(|finding| settings.apply(finding)).collect(),
            is_translated: true,
            is_label: is_label(unit.source),
            source_form: lower(&source.folded.text),
            target_form: normal(unit.target),
            uses,
            abbreviations,
        }
    }

    /// The analysis of a pair without a translation.
    fn untranslated() -> Self {
        Self {
            findings: Vec::new(),
            is_translated: false,
            is_label: false,
            source_form: String::new(),
            target_form: String::new(),
            uses: Vec::new(),
            abbreviations: Vec::new(),
        }
    }

    /// Whether the pair has a translation; one without is not checked.
    #[must_use]
    pub fn is_translated(&self) -> bool {
        self.is_translated
    }
}

/// Whether either text has a placeholder.
fn has_placeholder(unit: Unit<'_>) -> bool {
    placeholders::are_in(unit.source) || placeholders::are_in(unit.target)
}

/// Whether a source text is a label, a heading, or a word.
fn is_label(source: &str) -> bool {
    let text = source.trim_end();
    let length = text.chars().count();
    let is_sentence = text.ends_with(SENTENCE_ENDS) && (text.split_whitespace().nth(1).is_some() || has_japanese(text));
    !is_sentence && (length <= LONGEST_LABEL / if has_japanese(text) { 2 } else { 1 })
}
