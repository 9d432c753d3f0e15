//! A DRAFT → WHAT A CAREFUL READER WOULD MARK: pairs of texts and the known terms in them come in; findings go out.
//!
//! Each finding has its place, its reason, and what would mend it where that is certain.
//!
//! ```text
//! Unit ── Spots (spot) ── Facts::of ──┬─ rules of one pair: term_not_used, term_forbidden, numbers, untranslated, style
//!                                     └─► findings ── rules of a draft: source_inconsistent, term_inconsistent,
//!                                                     abbreviation_unexpanded, term_without_translation
//! ```
//!
//! One rule, one file. The facts of a pair depend on nothing but the pair, the terms and the settings, so whoever checks a
//! draft again and again keeps them. Nothing found here is reason enough not to save.

mod abbreviation_unexpanded;
mod facts;
mod known;
mod note;
mod numbers;
mod reading;
mod replace;
mod settings;
mod source_inconsistent;
mod style;
mod term_forbidden;
mod term_inconsistent;
mod term_not_used;
mod term_without_translation;
mod untranslated;
mod uses;
mod words;

pub use facts::{Facts, Spots};
pub use known::Concepts;
pub use settings::{Brackets, Settings, Spacing, Style, Wanted, Width};

use crate::model::{Finding, Lang, Rule};

/// A pair of texts to look at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit<'a> {
    /// The text translated from.
    pub source: &'a str,
    /// Its translation; blank where there is none yet.
    pub target: &'a str,
}

/// How the pairs of a draft belong together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// They are one document, in order.
    Document,
    /// Each stands for itself.
    Loose,
}

/// What is wrong with a draft, in order of its pairs, in each the gravest first. `facts` are those of `units`, one by one.
///
/// Loose pairs are not held against each other but for source texts that are the same.
#[must_use]
pub fn findings(
    units: &[Unit<'_>],
    facts: &[&Facts],
    target_lang: &Lang,
    concepts: &Concepts,
    scope: Scope,
    settings: &Settings,
) -> Vec<Finding> {
    let mut found: Vec<Finding> = Vec::new();
    for (at, facts) in facts.iter().enumerate() {
        found.extend(facts.findings.iter().cloned().map(|finding| numbered(finding, at)));
    }
    let mut among = Vec::new();
    if settings.looks_at(Rule::SourceInconsistent) {
        among.extend(source_inconsistent::findings(units, facts));
    }
    if settings.looks_at(Rule::TermWithoutTranslation) {
        among.extend(term_without_translation::findings(facts));
    }
    if scope == Scope::Document {
        if settings.looks_at(Rule::TermInconsistent) {
            among.extend(term_inconsistent::findings(units, facts, target_lang, concepts));
        }
        if settings.looks_at(Rule::AbbreviationUnexpanded) {
            among.extend(abbreviation_unexpanded::findings(units, facts, target_lang, concepts));
        }
    }
    found.extend(among.into_iter().filter_map(|finding| settings.applied(finding)));
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

/// A finding about one pair, as one about the pair of this number.
fn numbered(mut finding: Finding, at: usize) -> Finding {
    finding.unit = at;
    for change in finding.fixes.iter_mut().flat_map(|fix| &mut fix.changes) {
        change.place.unit = at;
    }
    for related in &mut finding.related {
        related.place.unit = at;
    }
    finding
}
