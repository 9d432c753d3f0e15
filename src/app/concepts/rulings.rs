//! Applies earlier decisions by people to a group of claims, so that reading a document again does not undo them.
//!
//! Corrections come first: evidence for a corrected name counts for the correction. A rejected pair stays out until
//! there is evidence of a type that was not known when it was rejected. A concept that a person merged, split or
//! limited to one release keeps the documents that support it.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::claim::{Claim, Group};
use super::evidence_type::evidence_type;
use super::witness::Witness;
use crate::model::{Concept, ConceptId, EvidenceKind, Lang, ProjectId, Review, Term};
use crate::store::{Ruling, Sense, StoreError, Verdict, Write};
use crate::text::key::Key;

/// A correction may itself have been corrected; at most this many steps are followed.
const STEPS: usize = 8;

/// The group with all corrections by people applied.
pub(super) async fn corrected(write: &mut Write, project: ProjectId, group: &Group) -> Result<Group, StoreError> {
    let mut group = group.clone();
    for _ in 0..STEPS {
        let Some(key) = group.leading().map(|claim| claim.key.exact.clone()) else { break };
        let corrections = write.corrections(project, &key).await?;
        if corrections.is_empty() {
            break;
        }
        for claim in group.claims.iter_mut().filter(|claim| claim.lang.is_english()) {
            for _ in 0..STEPS {
                let Some(text) = corrections.get(&claim.key.exact) else { break };
                rename(claim, text);
            }
        }
        let Some(text) = corrections.get("") else { break };
        for claim in group.claims.iter_mut().filter(|claim| claim.lang.is_japanese() && claim.key.exact == key) {
            rename(claim, text);
        }
    }
    Ok(group)
}

fn rename(claim: &mut Claim, text: &str) {
    if let Some(key) = Key::new(text, &claim.lang) {
        (claim.text, claim.key, claim.reading) = (text.to_owned(), key, None);
    }
}

/// Which pairs stay rejected, and which are reopened, by the key of the English side.
#[derive(Debug, Default)]
pub(super) struct Rejections {
    /// Whether the Japanese name itself is rejected.
    pub(super) whole: bool,
    away: BTreeSet<String>,
    /// Keys of pairs that are reopened because of a new type of evidence.
    pub(super) back: BTreeSet<String>,
}

impl Rejections {
    /// Applies the rulings on the group's leading name.
    pub(super) fn new(rulings: &[Ruling], group: &Group, kind: EvidenceKind) -> Self {
        let mut rejections = Self::default();
        for ruling in rulings.iter().filter(|ruling| ruling.verdict == Verdict::Rejected) {
            let speaks = |claim: &&Claim| {
                if ruling.en_key.is_empty() {
                    claim.lang.is_japanese()
                } else {
                    claim.lang.is_english() && claim.key.exact == ruling.en_key
                }
            };
            let is_new = |claim: &Claim| !ruling.kinds.iter().any(|known| known == evidence_type(kind, claim.method));
            // Without a record of the evidence at the time, nothing counts as new.
            let back = !ruling.kinds.is_empty() && group.claims.iter().filter(speaks).any(is_new);
            match (back, ruling.en_key.is_empty()) {
                (true, _) => drop(rejections.back.insert(ruling.en_key.clone())),
                (false, true) => rejections.whole = true,
                (false, false) => drop(rejections.away.insert(ruling.en_key.clone())),
            }
        }
        rejections
    }

    /// Whether a person rejected this translation.
    pub(super) fn is_rejected(&self, claim: &Claim) -> bool {
        claim.lang.is_english() && self.away.contains(&claim.key.exact)
    }
}

/// Deletes the rejections of these pairs, and reopens their terms in these concepts.
pub(super) async fn reopen(
    write: &mut Write,
    project: ProjectId,
    ja_key: &str,
    back: &BTreeSet<String>,
    concepts: &[Concept],
) -> Result<(), StoreError> {
    for en_key in back {
        write.forget_decision(project, ja_key, en_key).await?;
        let key = if en_key.is_empty() { ja_key } else { en_key };
        for concept in concepts {
            let rejected = concept.terms.iter().filter(|term| term.review == Review::Rejected).filter(|term| {
                term.lang.is_japanese() == en_key.is_empty()
                    && Key::new(&term.text, &term.lang).is_some_and(|own| own.exact == key)
            });
            for term in rejected {
                write.reopen_term(term.id).await?;
            }
        }
    }
    Ok(())
}

/// The concepts the group may join: all except those limited to another release.
pub(super) fn in_scope(
    candidates: Vec<Concept>,
    senses: &BTreeMap<ConceptId, Sense>,
    witness: &Witness<'_>,
) -> Vec<Concept> {
    let scope = |concept: &Concept| senses.get(&concept.id).and_then(|sense| sense.scope_release_id);
    candidates
        .into_iter()
        .filter(|concept| scope(concept).is_none_or(|release| witness.release == Some(release)))
        .collect()
}

/// The concept that a person merged, split or limited, and that this release supported before, if any. One that shares
/// English with the group comes first.
pub(super) fn concept_shaped_by_person(
    group: &Group,
    candidates: &[Concept],
    senses: &BTreeMap<ConceptId, Sense>,
    witness: &Witness<'_>,
) -> Option<ConceptId> {
    let is_shaped = |concept: &&Concept| {
        senses.get(&concept.id).is_some_and(|sense| sense.decided)
            && concept.terms.iter().any(|term| witness.before.contains(&term.id))
    };
    let shares = |concept: &Concept| {
        let names = Names::of(concept);
        group.claims.iter().any(|claim| claim.lang.is_english() && names.contain(claim))
    };
    let mut shaped: Vec<&Concept> = candidates.iter().filter(is_shaped).collect();
    shaped.sort_by_key(|concept| (!shares(concept), concept.id));
    shaped.first().map(|concept| concept.id)
}

/// The names of a concept that no person rejected, by the key of their variants.
#[derive(Debug, Default)]
struct Names(HashSet<(Lang, String)>);

impl Names {
    fn of(concept: &Concept) -> Self {
        let terms = concept.terms.iter().filter(|term| term.review != Review::Rejected);
        let key = |term: &Term| Key::new(&term.text, &term.lang).map(|key| (term.lang.clone(), key.variant));
        Self(terms.filter_map(key).collect())
    }

    /// Adds the name that a claim is about.
    fn add(&mut self, claim: &Claim) {
        self.0.insert((claim.lang.clone(), claim.key.variant.clone()));
    }

    fn contain(&self, claim: &Claim) -> bool {
        self.0.contains(&(claim.lang.clone(), claim.key.variant.clone()))
    }
}

/// The names of those concepts of a group's name that a person decided about.
#[derive(Debug)]
pub(super) struct Assignments(BTreeMap<ConceptId, Names>);

impl Assignments {
    /// Reads them from the concepts that have the name.
    pub(super) fn of(concepts: &[Concept], senses: &BTreeMap<ConceptId, Sense>) -> Self {
        let is_decided = |concept: &&Concept| senses.get(&concept.id).is_some_and(|sense| sense.decided);
        Self(concepts.iter().filter(is_decided).map(|concept| (concept.id, Names::of(concept))).collect())
    }

    /// Another concept to which a person moved this English term, if `concept`, which a person decided about, does not have
    /// it. If it belongs nowhere else, `concept` gets it.
    pub(super) fn elsewhere(&mut self, claim: &Claim, concept: ConceptId) -> Option<ConceptId> {
        if !claim.lang.is_english() || self.0.get(&concept)?.contain(claim) {
            return None;
        }
        let mut others = self.0.iter().filter(|(id, _)| **id != concept);
        let other = others.find(|(_, names)| names.contain(claim)).map(|(id, _)| *id);
        if other.is_none()
            && let Some(own) = self.0.get_mut(&concept)
        {
            own.add(claim);
        }
        other
    }
}
