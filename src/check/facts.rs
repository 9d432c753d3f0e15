//! One pair in; all that is to be known of it to judge it, alone and among others, out. What is made here is kept while the
//! pair and the term base stay as they are.

use super::abbreviation_unexpanded::{self, Short};
use super::known::Concepts;
use super::reading::Text;
use super::settings::Settings;
use super::uses::{Use, uses};
use super::{Unit, numbers, style, term_forbidden, term_not_used, untranslated};
use crate::model::{Finding, Lang, Rule, Spotted};
use crate::spot::{ProjectFilter, Spotter};
use crate::text::chars::has_japanese;
use crate::text::english::lower;
use crate::text::normal::normal;
use crate::text::tokeniser::Tokeniser;

/// Marks a sentence ends with; a text without one may be a label or a heading.
const SENTENCE_ENDS: [char; 7] = ['.', '!', '?', '。', '！', '？', ':'];
/// A label is no longer than this.
const LONGEST_LABEL: usize = 80;

/// The known terms of both texts of a pair.
#[derive(Debug, Clone, Default)]
pub struct Spots {
    /// Those of the source.
    pub source: Vec<Spotted>,
    /// Those of the translation.
    pub target: Vec<Spotted>,
}

impl Spots {
    /// The terms `spotter` knows in `unit`. A pair without a translation has none.
    #[must_use]
    pub fn of(
        unit: Unit<'_>,
        (source, target): (&Lang, &Lang),
        spotter: &Spotter,
        words: &Tokeniser,
        projects: ProjectFilter<'_>,
    ) -> Self {
        if !is_translated(unit) {
            return Self::default();
        }
        let mut of_source = spotter.spots(unit.source, source, words, projects);
        if source.is_japanese() && words.has_dictionary() {
            hide_cut(unit.source, &mut of_source, words);
        }
        Self { source: of_source, target: spotter.spots(unit.target, target, words, projects) }
    }

    /// The concepts of all of them.
    pub fn concepts(&self) -> impl Iterator<Item = crate::model::ConceptId> + '_ {
        self.source.iter().chain(&self.target).map(|spot| spot.concept_id)
    }
}

/// Takes terms that begin or end inside a word of the dictionary for parts of longer terms: 再発 in 再発明.
fn hide_cut(text: &str, spots: &mut [Spotted], words: &Tokeniser) {
    if spots.iter().all(|spot| spot.nested) {
        return;
    }
    let borders: Vec<usize> = words.surfaces(text).iter().flat_map(|word| [word.start, word.end]).collect();
    let is_border = |at: usize| borders.binary_search(&at).is_ok();
    for spot in spots.iter_mut().filter(|spot| !is_border(spot.span.start) || !is_border(spot.span.end)) {
        spot.nested = true;
    }
}

/// What is known of a pair.
#[derive(Debug, Clone)]
pub struct Facts {
    /// What is wrong with it by itself, as if it were the only pair.
    pub(super) findings: Vec<Finding>,
    /// Whether it has a translation at all.
    pub(super) is_translated: bool,
    /// Whether it reads as a label or a heading.
    pub(super) is_label: bool,
    /// Both texts in their normal form, the source without case where it has no meaning.
    pub(super) source_form: String,
    pub(super) target_form: String,
    /// The terms of the source.
    pub(super) uses: Vec<Use>,
    /// Abbreviations in the translation.
    pub(super) short: Vec<Short>,
}

impl Facts {
    /// The facts of a pair, with the known terms in it and what is known of their concepts.
    #[must_use]
    pub fn of(
        unit: Unit<'_>,
        (source_lang, target_lang): (&Lang, &Lang),
        spots: &Spots,
        concepts: &Concepts,
        settings: &Settings,
    ) -> Self {
        if !is_translated(unit) {
            return Self::untranslated();
        }
        let (source, target) = (Text::new(unit.source, source_lang), Text::new(unit.target, target_lang));
        let uses = uses(&source, &target, (&spots.source, &spots.target), concepts);
        let looks = |rule| settings.looks_at(rule);
        let mut findings = Vec::new();
        if looks(Rule::TermNotUsed) {
            findings.extend(term_not_used::findings(&uses, concepts));
        }
        if looks(Rule::TermForbidden) {
            findings.extend(term_forbidden::findings(&target, (&spots.source, &spots.target), concepts));
        }
        if looks(Rule::Numbers) {
            findings.extend(numbers::findings(&source, &target));
        }
        if looks(Rule::Untranslated) {
            let found = untranslated::findings(&source, &target);
            // Where nothing is translated no term is, and no number need be looked for.
            if found.iter().any(|found| found.target.first().is_some_and(|span| span.len() == unit.target.len())) {
                findings.clear();
            }
            findings.extend(found);
        }
        if looks(Rule::Style) {
            findings.extend(style::findings(&target, settings.style));
        }
        let short = abbreviation_unexpanded::short(&target, &spots.target, concepts);
        Self {
            findings: findings.into_iter().filter_map(|finding| settings.applied(finding)).collect(),
            is_translated: true,
            is_label: is_label(unit.source),
            source_form: lower(&source.folded.text),
            target_form: normal(unit.target),
            uses,
            short,
        }
    }

    /// Those of a pair without a translation.
    fn untranslated() -> Self {
        Self {
            findings: Vec::new(),
            is_translated: false,
            is_label: false,
            source_form: String::new(),
            target_form: String::new(),
            uses: Vec::new(),
            short: Vec::new(),
        }
    }

    /// Whether the pair has a translation; one without is looked at no further.
    #[must_use]
    pub fn is_translated(&self) -> bool {
        self.is_translated
    }
}

fn is_translated(unit: Unit<'_>) -> bool {
    !normal(unit.source).is_empty() && !normal(unit.target).is_empty()
}

/// Whether a source text is a label, a heading, or a word.
fn is_label(source: &str) -> bool {
    let text = source.trim_end();
    let long = text.chars().count();
    let sentence = text.ends_with(SENTENCE_ENDS) && (text.split_whitespace().nth(1).is_some() || has_japanese(text));
    !sentence && (long <= LONGEST_LABEL / if has_japanese(text) { 2 } else { 1 })
}
