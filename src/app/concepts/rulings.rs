//! Applies earlier decisions by people to a group of claims, so that reading a document again does not undo them.
//!
//! Corrections come first: evidence for a corrected name counts for the correction. A rejected pair stays out until
//! there is evidence of a type that was not known when it was rejected. A concept that a person merged, split or
//! limited to one release keeps the documents that support it.

use std::collections::{BTreeMap, BTreeSet};

use super::claim::{Claim, Group};
use super::evidence_type::evidence_type;
use super::witness::Witness;
use crate::model::{Concept, ConceptId, EvidenceKind, ProjectId, Review};
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
        let english = group.claims.iter().filter(|claim| claim.lang.is_english());
        english.into_iter().any(|claim| has(concept, claim))
    };
    let mut shaped: Vec<&Concept> = candidates.iter().filter(is_shaped).collect();
    shaped.sort_by_key(|concept| (!shares(concept), concept.id));
    shaped.first().map(|concept| concept.id)
}

/// Another concept to which a person moved this English term, if `concept` does not have it.
pub(super) fn concept_assigned_by_person(
    claim: &Claim,
    concept: &Concept,
    candidates: &[Concept],
    senses: &BTreeMap<ConceptId, Sense>,
) -> Option<ConceptId> {
    // Whether the concept has the term is asked last: it may have thousands.
    let is_decided = senses.get(&concept.id).is_some_and(|sense| sense.decided);
    if !claim.lang.is_english() || !is_decided || has(concept, claim) {
        return None;
    }
    let decided = |other: &&Concept| senses.get(&other.id).is_some_and(|sense| sense.decided);
    let other = candidates.iter().filter(decided).find(|other| other.id != concept.id && has(other, claim));
    other.map(|concept| concept.id)
}

fn has(concept: &Concept, claim: &Claim) -> bool {
    concept.terms.iter().any(|term| {
        term.lang == claim.lang
            && term.review != Review::Rejected
            && Key::new(&term.text, &term.lang).is_some_and(|key| key.variant == claim.key.variant)
    })
}
