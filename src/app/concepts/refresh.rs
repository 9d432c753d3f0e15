//! Updates the confidence and review state of terms when their evidence changes.

use std::collections::BTreeSet;

use super::confidence::{OFFERED, combined, with_rivals};
use super::reliability::may_be_offered;
use crate::model::{
    Concept, ConceptId, Evidence, EvidenceKind, EvidenceMethod, Lang, Method, ProjectId, Review, Term, TermId, TermKind,
};
use crate::store::{StoreError, Write};

/// Updates the confidence and review state of a concept's terms from their evidence.
pub(in crate::app) async fn refresh_confidence(write: &mut Write, concept: ConceptId) -> Result<(), StoreError> {
    let concept = write.concept(concept).await?;
    for (term, confidence, review) in stale_confidence(&concept) {
        write.update_term_confidence(term, confidence).await?;
        if matches!(review, Review::Candidate | Review::Suggested) {
            write.update_term_review(term, review).await?;
        }
    }
    Ok(())
}

/// The terms of a concept whose confidence or review state is out of date, with the correct values.
pub(in crate::app) fn stale_confidence(concept: &Concept) -> Vec<(TermId, f64, Review)> {
    let mut found = Vec::new();
    for (term, confidence) in confidence_by_evidence(concept) {
        let is_open = matches!(term.review, Review::Candidate | Review::Suggested);
        let review = match is_open {
            true if may_be_offered(&term.evidence) => review_of(confidence),
            true => Review::Candidate,
            false => term.review,
        };
        let is_off = (confidence - term.confidence).abs() > 1e-9;
        if is_off || review != term.review {
            found.push((term.id, if is_off { confidence } else { term.confidence }, review));
        }
    }
    found
}

/// The terms of a concept that have evidence, with their confidence. A term that was only inferred counts less if there
/// are other names for the same thing.
fn confidence_by_evidence(concept: &Concept) -> Vec<(&Term, f64)> {
    let rated: Vec<(&Term, f64)> = concept
        .terms
        .iter()
        .filter(|term| !term.evidence.is_empty())
        .map(|term| (term, combined(&own_evidence(term))))
        .collect();
    let is_proposed = |term: &Term| {
        let proposed = |one: &Evidence| one.first_kind() == EvidenceKind::Document && one.method.is_inferred();
        term.evidence.iter().all(proposed)
    };
    let is_name = |term: &Term| term.lang.is_english() && term.kind != TermKind::Abbreviation;
    rated
        .iter()
        .map(|(term, confidence)| {
            if !is_name(term) || !is_proposed(term) {
                return (*term, *confidence);
            }
            let rivals = rated.iter().filter(|(other, _)| other.id != term.id && is_name(other));
            let rivals: Vec<f64> = rivals
                .filter(|(other, _)| other.review != Review::Rejected)
                .map(|(_, confidence)| *confidence)
                .collect();
            (*term, with_rivals(*confidence, &rivals))
        })
        .collect()
}

/// The evidence of a term. That an English glossary prints it says that it names the Japanese concept only as surely as the two entries
/// were paired.
fn own_evidence(term: &Term) -> Vec<Evidence> {
    let is_pair = |one: &Evidence| one.method == Method::PairedEntry.into();
    let document =
        |one: &Evidence| (one.release_id, one.origin.as_ref().map(|origin| (origin.source.clone(), origin.release)));
    let pairs: Vec<_> = term.evidence.iter().filter(|one| is_pair(one)).map(document).collect();
    let counts = |one: &&Evidence| {
        term.lang.is_japanese() || one.method != EvidenceMethod::Entry || !pairs.contains(&document(one))
    };
    term.evidence.iter().filter(counts).cloned().collect()
}

/// The review state of a term that no person has reviewed.
pub(super) fn review_of(confidence: f64) -> Review {
    if confidence < OFFERED { Review::Candidate } else { Review::Suggested }
}

/// Names by which the store finds concepts: language and key.
pub(in crate::app) type Names = BTreeSet<(Lang, String)>;

/// Updates all concepts with these names from the evidence that is left.
pub(in crate::app) async fn refresh_names(
    write: &mut Write,
    project: ProjectId,
    names: &Names,
) -> Result<(), StoreError> {
    let mut concepts = BTreeSet::new();
    for (lang, key) in names {
        concepts.extend(write.concepts_with_key(project, lang, key).await?.iter().map(|concept| concept.id));
    }
    for concept in concepts {
        refresh_confidence(write, concept).await?;
    }
    Ok(())
}
