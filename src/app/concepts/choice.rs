//! Chooses the concept that a group of claims belongs to. Pure.
//!
//! Concepts are never merged automatically: a group joins one concept it does not contradict, or becomes a new concept,
//! and each contradiction is recorded as a conflict.

use std::collections::BTreeSet;

use super::claim::{Claim, Group};
use super::confidence::OFFERED;
use super::definitions;
use crate::model::{
    Concept, ConceptId, Conflict, ConflictKind, EvidenceKind, EvidenceMethod, Lang, Review, Term, TermId, TermKind,
};
use crate::text::key::Key;

/// Which concept a group goes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::app) enum Choice {
    /// It joins this concept, by this rule.
    Join(ConceptId, JoinRule),
    /// It becomes a new concept, with these conflicts.
    New(Vec<Conflict>),
}

/// Why a group joins a concept of the same name that it does not contradict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::app) enum JoinRule {
    /// They share an English term.
    SharedEnglish,
    /// The release supported it when it was last read.
    SupportedBefore,
    /// The concept has no English yet.
    NoEnglishYet,
    /// The group has no English, and there is no other concept.
    OnlyConcept,
    /// The group has no English, and of several concepts this has the most similar definition.
    SimilarDefinition,
}

/// How many characters of a definition a conflict quotes.
const QUOTED: usize = 60;

/// Chooses among `candidates`: concepts with a term that has the group's leading key.
///
/// `before` holds the terms this release supported when it was last read. A concept with one of them comes first, so
/// that concepts keep their numbers when a release is read again.
#[must_use]
pub(in crate::app) fn choose(group: &Group, candidates: &[Concept], before: &BTreeSet<TermId>) -> Choice {
    let Some(leading) = group.leading() else { return Choice::New(Vec::new()) };
    let candidates: Vec<&Concept> = candidates.iter().filter(|concept| is_named(concept, leading)).collect();
    let english = offered_english(&group.claims);
    let mut conflicts = Vec::new();
    let mut open = Vec::new();
    for concept in candidates {
        let found = disagreements(group, &english, concept);
        if found.is_empty() {
            open.push(concept);
        }
        conflicts.extend(found);
    }
    let was_supported = |concept: &Concept| concept.terms.iter().any(|term| before.contains(&term.id));
    open.sort_by_key(|concept| (!was_supported(concept), concept.id));
    let shares = |concept: &&&Concept| shares_english(group, concept);
    let bare = |concept: &&&Concept| full_english(concept).is_empty();
    let by = |concept: &&Concept, rule: JoinRule| (concept.id, rule);
    let defined = if open.len() == 1 { JoinRule::OnlyConcept } else { JoinRule::SimilarDefinition };
    let chosen = open
        .iter()
        .find(shares)
        .map(|concept| by(concept, JoinRule::SharedEnglish))
        .or_else(|| {
            let before = open.iter().find(|concept| was_supported(concept));
            before.map(|concept| by(concept, JoinRule::SupportedBefore))
        })
        .or_else(|| open.iter().find(bare).map(|concept| by(concept, JoinRule::NoEnglishYet)))
        .or_else(|| {
            let best = english.is_empty().then(|| best_defined(group, &open)).flatten();
            best.map(|concept| by(concept, defined))
        });
    match chosen {
        Some((concept, rule)) => Choice::Join(concept, rule),
        None => Choice::New(conflicts),
    }
}

/// Whether this is a name of the whole concept, and not just one of several things listed in a head.
fn is_named(concept: &Concept, leading: &Claim) -> bool {
    concept.terms.iter().any(|term| {
        term.lang == leading.lang
            && term.review != Review::Rejected
            && Key::new(&term.text, &term.lang).is_some_and(|key| key.exact == leading.key.exact)
            && (term.evidence.is_empty()
                || term.evidence.iter().any(|evidence| evidence.method != EvidenceMethod::Component))
    })
}

/// Of the concepts without contradictions, the one with the most similar definitions; if there is only one, that one.
fn best_defined<'a, 'b>(group: &Group, open: &'b [&'a Concept]) -> Option<&'b &'a Concept> {
    if open.len() == 1 {
        return open.first();
    }
    let share = |concept: &Concept| {
        let pairs = concept.definitions.iter().flat_map(|known| group.definitions.iter().map(move |new| (known, new)));
        pairs.filter_map(|(known, new)| definitions::overlap(&known.text, &new.text)).fold(0.0, f64::max)
    };
    let best = open.iter().map(|concept| (share(concept), concept)).filter(|(share, _)| *share > 0.0);
    best.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.id.cmp(&a.1.id))).map(|(_, concept)| concept)
}

/// The contradictions between the group and the concept.
fn disagreements(group: &Group, english: &[&Claim], concept: &Concept) -> Vec<Conflict> {
    let mut found = Vec::new();
    let name = group.leading().map(|claim| claim.text.as_str()).unwrap_or_default();
    let existing = full_english(concept);
    if !english.is_empty() && !existing.is_empty() && !shares_english(group, concept) {
        let ours = listed(english.iter().map(|claim| claim.text.as_str()));
        let theirs = listed(existing.iter().map(|term| term.text.as_str()));
        found.push(Conflict {
            other: concept.id,
            kind: ConflictKind::English,
            reason: format!("`{name}` is {theirs} in the one and {ours} in the other"),
        });
    }
    let pairs: Vec<_> = concept
        .definitions
        .iter()
        .flat_map(|known| group.definitions.iter().map(move |new| (known, new)))
        .filter(|(known, new)| known.lang.primary() == new.lang.primary())
        .collect();
    let apart = |(known, new): &(&crate::model::Definition, &super::claim::ClaimedDefinition)| {
        definitions::definitions_disagree(&known.text, &new.text)
    };
    if let Some((known, new)) = pairs.first().filter(|_| pairs.iter().all(apart)) {
        found.push(Conflict {
            other: concept.id,
            kind: ConflictKind::Definition,
            reason: format!(
                "`{name}` is “{}” in the one and “{}” in the other",
                quoted(&known.text),
                quoted(&new.text)
            ),
        });
    }
    found
}

/// English in the group that is certain enough to contradict other English. An abbreviation never contradicts.
fn offered_english(claims: &[Claim]) -> Vec<&Claim> {
    let mut seen = BTreeSet::new();
    claims
        .iter()
        .filter(|claim| claim.lang.is_english() && claim.kind != TermKind::Abbreviation && claim.confidence >= OFFERED)
        // An inferred proposal is too weak to separate two meanings.
        .filter(|claim| !claim.method.is_inferred())
        .filter(|claim| seen.insert(&claim.key.variant))
        .collect()
}

/// English of the concept to compare with. If a release or a person supports any of it, terms from the starter base are
/// ignored: they list words that may be used, not the words these releases use.
fn full_english(concept: &Concept) -> Vec<&Term> {
    let full = |term: &&Term| is_offered_english(term) && term.kind != TermKind::Abbreviation;
    let all: Vec<&Term> = concept.terms.iter().filter(full).collect();
    let proven: Vec<&Term> = all.iter().copied().filter(|term| is_proven(term)).collect();
    if proven.is_empty() { all } else { proven }
}

fn is_offered_english(term: &Term) -> bool {
    term.lang.is_english() && !matches!(term.review, Review::Candidate | Review::Rejected)
}

/// Whether a term has evidence beyond the starter base. A term without any evidence has just lost it because its
/// release is being read again.
fn is_proven(term: &Term) -> bool {
    term.review == Review::Approved
        || term.evidence.is_empty()
        || term
            .evidence
            .iter()
            .any(|evidence| evidence.first_kind() != EvidenceKind::Curated && !evidence.method.is_inferred())
}

/// Whether both have an English term in common. Abbreviations count only if one side has nothing else: MSC stands for
/// both a stem cell and a stromal cell.
fn shares_english(group: &Group, concept: &Concept) -> bool {
    let english: Vec<&Claim> = group.claims.iter().filter(|claim| claim.lang.is_english()).collect();
    let full: Vec<&Claim> = english.iter().copied().filter(|claim| claim.kind != TermKind::Abbreviation).collect();
    let existing = full_english(concept);
    let (ours, theirs) = if full.is_empty() || existing.is_empty() {
        (english, concept.terms.iter().filter(|term| is_offered_english(term)).collect())
    } else {
        (full, existing)
    };
    let keys = theirs.iter().filter_map(|term| Key::new(&term.text, &Lang::EN)).map(|key| key.variant);
    let keys: BTreeSet<String> = keys.collect();
    ours.iter().any(|claim| keys.contains(&claim.key.variant))
}

fn listed<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    texts.map(|text| format!("“{text}”")).collect::<Vec<_>>().join(", ")
}

fn quoted(text: &str) -> String {
    let mut quoted: String = text.chars().take(QUOTED).collect();
    if quoted.len() < text.len() {
        quoted.push('…');
    }
    quoted
}
