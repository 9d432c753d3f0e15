//! The findings of a draft: rule by rule in tables, in both directions, and properties of all rules.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod contexts;
mod documents;
mod english_forms;
mod exchanged;
mod extent;
mod markup;
mod numbers;
mod properties;
mod quantities;
mod readings;
mod settings;
mod terms;
mod writing;

use taiyaku_engines::check::{PairAnalysis, PairSpots, RuleLevel, Scope, Settings, Terminology, Unit, findings};
use taiyaku_engines::spot::{LexiconTerm, ProjectFilter, Spotter};
use taiyaku_language::model::{
    Concept, ConceptId, Finding, Fix, Lang, ProjectId, Review, Rule, Side, Term, TermId, TermKind, Usage,
};
use taiyaku_language::text::tokeniser::Tokeniser;

/// The direction of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Direction {
    /// From Japanese.
    IntoEnglish,
    /// From English.
    IntoJapanese,
}

impl Direction {
    pub(crate) fn langs(self) -> (Lang, Lang) {
        match self {
            Self::IntoEnglish => (Lang::JA, Lang::EN),
            Self::IntoJapanese => (Lang::EN, Lang::JA),
        }
    }
}

/// Known terms. A concept is its names, each after its language and what it is: `ja`, `en` (preferred), `en+` (admitted),
/// `en-` (deprecated), `en!` (forbidden), `en~` (an abbreviation), `en?` (a candidate).
pub(crate) struct Base {
    concepts: Terminology,
    spotter: Spotter,
}

impl Base {
    pub(crate) fn new(way: Direction, concepts: &[&[&str]]) -> Self {
        let (source, target) = way.langs();
        let mut made = Terminology::default();
        let mut known = Vec::new();
        let mut term_id = 0;
        for (concept_id, names) in (1..).map(ConceptId::new).zip(concepts) {
            let mut terms = Vec::new();
            for name in *names {
                term_id += 1;
                terms.push(term(term_id, name));
            }
            for term in terms.iter().filter(|term| term.review == Review::Approved) {
                known.push(LexiconTerm {
                    term_id: term.id,
                    concept_id,
                    project_id: ProjectId::new(1),
                    lang: term.lang.clone(),
                    text: term.text.clone(),
                });
            }
            made.add(&Concept { terms, ..Concept::empty(concept_id, "default") }, &source, &target);
        }
        Self { concepts: made, spotter: Spotter::new(known) }
    }
}

fn term(id: i64, name: &str) -> Term {
    let (head, text) = name.split_once(':').unwrap();
    let (lang, mark) = head.split_at(2);
    Term {
        id: TermId::new(id),
        lang: Lang::parse(lang).unwrap(),
        text: text.to_owned(),
        reading: None,
        kind: if mark == "~" { TermKind::Abbreviation } else { TermKind::FullForm },
        part_of_speech: None,
        usage: match mark {
            "+" | "~" => Usage::Admitted,
            "-" => Usage::Deprecated,
            "!" => Usage::Forbidden,
            _ => Usage::Preferred,
        },
        review: if mark == "?" { Review::Candidate } else { Review::Approved },
        confidence: 0.9,
        evidence: Vec::new(),
    }
}

/// Checks pairs of which more than their texts is known.
pub(crate) fn look_at(base: &Base, way: Direction, units: &[Unit<'_>], settings: &Settings) -> Vec<Finding> {
    let (source, target) = way.langs();
    let facts: Vec<PairAnalysis> = units
        .iter()
        .map(|unit| {
            let spots =
                PairSpots::of(*unit, (&source, &target), &base.spotter, &Tokeniser::by_script(), ProjectFilter::All);
            PairAnalysis::new(*unit, (&source, &target), &spots, &base.concepts, settings)
        })
        .collect();
    let facts: Vec<&PairAnalysis> = facts.iter().collect();
    findings(units, &facts, &target, &base.concepts, Scope::Document, settings)
}

/// Checks pairs.
pub(crate) fn look(
    base: &Base,
    way: Direction,
    pairs: &[(String, String)],
    scope: Scope,
    settings: &Settings,
) -> Vec<Finding> {
    let (source, target) = way.langs();
    let units: Vec<Unit<'_>> = pairs.iter().map(|(source, target)| Unit::new(source, target)).collect();
    let facts: Vec<PairAnalysis> = units
        .iter()
        .map(|unit| {
            let spots =
                PairSpots::of(*unit, (&source, &target), &base.spotter, &Tokeniser::by_script(), ProjectFilter::All);
            PairAnalysis::new(*unit, (&source, &target), &spots, &base.concepts, settings)
        })
        .collect();
    let facts: Vec<&PairAnalysis> = facts.iter().collect();
    findings(&units, &facts, &target, &base.concepts, scope, settings)
}

/// Settings with only these rules enabled.
pub(crate) fn only(rules: &[Rule]) -> Settings {
    let mut settings = Settings::default();
    for rule in Rule::ALL.iter().filter(|rule| !rules.contains(rule)) {
        settings.rules.insert(*rule, RuleLevel::Off);
    }
    settings
}

/// The findings of one rule in a document.
pub(crate) fn found(rule: Rule, base: &Base, way: Direction, pairs: &[(&str, &str)]) -> Vec<Finding> {
    look(base, way, &owned(pairs), Scope::Document, &only(&[rule]))
}

pub(crate) fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(source, target)| ((*source).to_owned(), (*target).to_owned())).collect()
}

/// The marked words of one side, separated by `·`.
pub(crate) fn marked(finding: &Finding, side: Side, pairs: &[(&str, &str)]) -> String {
    let (source, target) = pairs[finding.unit];
    let (spans, text) = if side == Side::Source { (&finding.source, source) } else { (&finding.target, target) };
    spans.iter().map(|span| span.of(text)).collect::<Vec<_>>().join("·")
}

/// The pairs after applying a fix.
pub(crate) fn mended(pairs: &[(String, String)], fix: &Fix) -> Vec<(String, String)> {
    let mut pairs = pairs.to_vec();
    let mut changes: Vec<_> = fix.changes.iter().collect();
    changes.sort_by_key(|change| std::cmp::Reverse(change.place.span));
    for change in changes {
        let pair = &mut pairs[change.place.unit];
        let text = if change.place.side == Side::Source { &mut pair.0 } else { &mut pair.1 };
        text.replace_range(change.place.span.start..change.place.span.end, &change.text);
    }
    pairs
}
