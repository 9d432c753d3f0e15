//! CHECKING A DRAFT: finds problems in pairs of texts and the terms in them.
//!
//! Each finding says where it is and why, and how to fix it if that is certain.
//!
//! ```text
//! Unit ── PairSpots (spot) ── PairAnalysis ──┬─ rules for one pair: term_not_used, term_forbidden, numbers, untranslated, style,
//!                                            │                      placeholders, tags, addresses, repeated_words, brackets
//!                                            └─► findings ── rules for a draft: source_inconsistent, term_inconsistent,
//!                                                            abbreviation_unexpanded, term_without_translation
//! ```
//!
//! Each rule has a file of its own. The analysis of a pair depends only on the pair, its terms and the settings, so a caller
//! that checks a draft repeatedly can keep it. No finding is severe enough to prevent saving.

mod abbreviation_unexpanded;
mod abbreviations;
mod addresses;
mod analysis;
mod brackets;
mod difference;
mod finding;
mod fixes;
mod inflection;
mod name_match;
mod numbers;
mod placeholders;
mod repeated_words;
mod settings;
mod source_inconsistent;
mod spots;
mod style;
mod tags;
mod term_forbidden;
mod term_inconsistent;
mod term_not_used;
mod term_uses;
mod term_without_translation;
mod terminology;
mod text;
mod unit;
mod untranslated;
mod wording;
mod words;

pub use analysis::PairAnalysis;
pub use settings::{Brackets, RuleLevel, Settings, Spacing, Style, Width};
pub use spots::PairSpots;
pub use terminology::Terminology;
pub use unit::{Unit, UnitFacts};

use crate::model::{Finding, Lang, Rule};

/// How the pairs of a draft are related.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// They form one document, in order.
    Document,
    /// They are independent of each other.
    Loose,
}

/// What is wrong with a draft, in order of its pairs, in each the gravest first. `analyses` are those of `units`, one by one.
///
/// Loose pairs are not held against each other.
#[must_use]
pub fn findings(
    units: &[Unit<'_>],
    analyses: &[&PairAnalysis],
    target_lang: &Lang,
    terminology: &Terminology,
    scope: Scope,
    settings: &Settings,
) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for (at, analysis) in analyses.iter().enumerate() {
        found.extend(analysis.findings.iter().cloned().map(|finding| with_index(finding, at)));
    }
    let mut across_pairs = Vec::new();
    if settings.is_enabled(Rule::TermWithoutTranslation) {
        across_pairs.extend(term_without_translation::findings(analyses));
    }
    if scope == Scope::Document {
        if settings.is_enabled(Rule::SourceInconsistent) {
            across_pairs.extend(source_inconsistent::findings(units, analyses));
        }
        if settings.is_enabled(Rule::TermInconsistent) {
            across_pairs.extend(term_inconsistent::findings(units, analyses, target_lang, terminology));
        }
        if settings.is_enabled(Rule::AbbreviationUnexpanded) {
            across_pairs.extend(abbreviation_unexpanded::findings(units, analyses, target_lang, terminology));
        }
    }
    found.extend(across_pairs.into_iter().filter_map(|finding| settings.apply(finding)));
    found.sort_by(|a, b| {
        let order = |finding: &Finding| {
            (
                finding.unit,
                finding.severity,
                finding.rule,
                finding.target.first().copied(),
                finding.source.first().copied(),
            )
        };
        order(a).cmp(&order(b)).then_with(|| a.key.cmp(&b.key))
    });
    found
}

/// Assigns a finding about one pair to the pair at this index.
fn with_index(mut finding: Finding, at: usize) -> Finding {
    finding.unit = at;
    for change in finding.fixes.iter_mut().flat_map(|fix| &mut fix.changes) {
        change.place.unit = at;
    }
    for related in &mut finding.related {
        related.place.unit = at;
    }
    finding
}
