//! Groups of claims in, concepts, terms and evidence in the store out: what a unit of work adds to the term base.

use std::collections::{BTreeMap, BTreeSet};

use super::choose::{Choice, choose};
use super::claims::{Claim, Group};
use super::confidence::{OFFERED, beside, combined};
use super::decided::{self, Refused};
use crate::model::{
    Concept, ConceptId, Definition, EntryId, Evidence, EvidenceId, EvidenceKind, Lang, LinkId, Method, ProjectId,
    ReleaseId, Review, Term, TermId, TermKind, Usage,
};
use crate::store::{NewTerm, Sense, StoreError, TermKeys, Write};
use crate::text::key::{Key, reading_key};
use crate::text::words::Words;

/// Where claims come from.
#[derive(Clone, Copy)]
pub(in crate::app) struct Witness<'a> {
    /// The project.
    pub(in crate::app) project: ProjectId,
    /// What sort of witness.
    pub(in crate::app) kind: EvidenceKind,
    /// The release, where it is one.
    pub(in crate::app) release: Option<ReleaseId>,
    /// Name of the release or source.
    pub(in crate::app) source: &'a str,
    /// Subject field of new concepts.
    pub(in crate::app) field: Option<&'a str>,
    /// Numbers of the stored entries.
    pub(in crate::app) entries: &'a [EntryId],
    /// Numbers of the stored links.
    pub(in crate::app) links: &'a [LinkId],
    /// Terms the release stood behind before.
    pub(in crate::app) before: &'a BTreeSet<TermId>,
    /// Gives readings.
    pub(in crate::app) words: &'a Words,
}

/// What people decided that bears on a group.
struct Decided {
    candidates: Vec<Concept>,
    senses: BTreeMap<ConceptId, Sense>,
    refused: Refused,
}

impl Decided {
    /// Looks it up, and takes back what new evidence speaks against.
    async fn on(write: &mut Write, group: &Group, leading: &Claim, witness: &Witness<'_>) -> Result<Self, StoreError> {
        let candidates = write.concepts_with_key(witness.project, &leading.lang, &leading.key.exact).await?;
        let rulings = write.rulings(witness.project, &leading.key.exact).await?;
        let refused = Refused::new(&rulings, group, witness.kind);
        if !refused.whole {
            decided::reopen(write, witness.project, &leading.key.exact, &refused.back, &candidates).await?;
        }
        let ids: Vec<ConceptId> = candidates.iter().map(|concept| concept.id).collect();
        let senses = write.senses(&ids).await?;
        let candidates = decided::in_scope(candidates, &senses, witness);
        Ok(Self { candidates, senses, refused })
    }
}

/// Puts one group where it belongs; gives its concept.
pub(in crate::app) async fn attach(
    write: &mut Write,
    group: &Group,
    witness: &Witness<'_>,
) -> Result<Option<ConceptId>, StoreError> {
    let group = &decided::corrected(write, witness.project, group).await?;
    let Some(leading) = group.leading() else { return Ok(None) };
    let decided = Decided::on(write, group, leading, witness).await?;
    if decided.refused.whole {
        return Ok(None);
    }
    let choice = match decided::shaped(group, &decided.candidates, &decided.senses, witness) {
        Some(shaped) => Choice::Join(shaped),
        None => choose(group, &decided.candidates, witness.before),
    };
    let concept = match choice {
        Choice::Join(concept) => concept,
        Choice::New(conflicts) => {
            // A sense that is at odds with what is known stays this release's until a person widens it.
            let scope = witness.release.filter(|_| !conflicts.is_empty());
            let concept = write.insert_concept(witness.project, witness.field, scope).await?;
            // Who lists the senses of a word does so on purpose; only releases and people disagree.
            if matches!(witness.kind, EvidenceKind::Document | EvidenceKind::Person) {
                for conflict in &conflicts {
                    write.insert_conflict(concept, conflict).await?;
                }
            }
            concept
        }
    };
    put(write, concept, group, &decided, witness).await?;
    Ok(Some(concept))
}

/// Puts one group into a concept that is known to be its own.
pub(in crate::app) async fn fill(
    write: &mut Write,
    concept: ConceptId,
    group: &Group,
    witness: &Witness<'_>,
) -> Result<(), StoreError> {
    let group = &decided::corrected(write, witness.project, group).await?;
    let Some(leading) = group.leading() else { return Ok(()) };
    let decided = Decided::on(write, group, leading, witness).await?;
    if decided.refused.whole { Ok(()) } else { put(write, concept, group, &decided, witness).await }
}

async fn put(
    write: &mut Write,
    concept: ConceptId,
    group: &Group,
    decided: &Decided,
    witness: &Witness<'_>,
) -> Result<(), StoreError> {
    let mut known = write.concept(concept).await?;
    let mut claims: Vec<&Claim> = group.claims.iter().filter(|claim| !decided.refused.is_away(claim)).collect();
    // The best supported comes first and is preferred; Japanese keeps the order of the text.
    claims.sort_by(|a, b| {
        (!a.lang.is_japanese(), rank(a.kind)).cmp(&(!b.lang.is_japanese(), rank(b.kind))).then_with(|| {
            if a.lang.is_japanese() { std::cmp::Ordering::Equal } else { b.confidence.total_cmp(&a.confidence) }
        })
    });
    for claim in claims {
        match decided::elsewhere(claim, &known, &decided.candidates, &decided.senses) {
            Some(other) => {
                let mut other = write.concept(other).await?;
                claim_term(write, &mut other, claim, witness).await?;
                settle(write, other.id).await?;
            }
            None => claim_term(write, &mut known, claim, witness).await?,
        }
    }
    for defined in &group.definitions {
        let definition = Definition {
            lang: defined.lang.clone(),
            text: defined.text.clone(),
            release_id: witness.release,
            source: witness.source.to_owned(),
        };
        write.insert_definition(concept, &definition, witness.entries.get(defined.entry).copied()).await?;
    }
    settle(write, concept).await
}

/// Adds one name to a concept, unless a person said that it is none of `leading`.
pub(in crate::app) async fn attach_name(
    write: &mut Write,
    concept: ConceptId,
    leading: &str,
    claim: &Claim,
    witness: &Witness<'_>,
) -> Result<(), StoreError> {
    let rulings = write.rulings(witness.project, leading).await?;
    let group = Group { claims: vec![claim.clone()], ..Group::default() };
    let refused = Refused::new(&rulings, &group, witness.kind);
    if !refused.whole && !refused.is_away(claim) {
        let mut known = write.concept(concept).await?;
        claim_term(write, &mut known, claim, witness).await?;
        settle(write, concept).await?;
    }
    Ok(())
}

/// Adds the evidence of a claim to its term, which is made where the concept has none like it.
async fn claim_term(
    write: &mut Write,
    known: &mut Concept,
    claim: &Claim,
    witness: &Witness<'_>,
) -> Result<(), StoreError> {
    let same = |term: &&mut Term| {
        term.lang == claim.lang
            && (term.text == claim.text
                || Key::new(&term.text, &term.lang).is_some_and(|key| {
                    // An English plural or hyphen is no other term; a Japanese spelling is worth showing.
                    key.exact == claim.key.exact || (claim.lang.is_english() && key.variant == claim.key.variant)
                }))
    };
    let mut evidence = Evidence {
        id: EvidenceId::new(0),
        term_id: TermId::new(0),
        kind: witness.kind,
        method: claim.method.to_owned(),
        release_id: witness.release,
        source: witness.source.to_owned(),
        span: claim.span,
        snippet: claim.snippet.clone(),
        confidence: claim.confidence,
        work: None,
    };
    let index = match known.terms.iter_mut().find(same) {
        Some(term) => term.id,
        None => {
            let term = new_term(known, claim, witness);
            let reading = term.reading.as_deref().map(reading_key).filter(|key| !key.is_empty());
            let keys =
                TermKeys { key: &claim.key.exact, variant_key: &claim.key.variant, reading_key: reading.as_deref() };
            let id = write.insert_term(known.id, &NewTerm { term: &term, keys }).await?;
            known.terms.push(Term { id, ..term });
            id
        }
    };
    let Some(term) = known.terms.iter_mut().find(|term| term.id == index) else { return Ok(()) };
    // One place speaks once for one term, whatever else it proves.
    let place =
        |one: &Evidence| (one.release_id, one.source.clone(), one.method.clone(), one.span, one.snippet.clone());
    if term.evidence.iter().any(|one| place(one) == place(&evidence)) {
        return Ok(());
    }
    let entry = claim.entry.and_then(|index| witness.entries.get(index)).copied();
    let link = claim.link.and_then(|index| witness.links.get(index)).copied();
    evidence.id = write.insert_evidence(term.id, &evidence, entry, link).await?;
    term.evidence.push(evidence);
    Ok(())
}

fn new_term(known: &Concept, claim: &Claim, witness: &Witness<'_>) -> Term {
    let mut same_lang = known.terms.iter().filter(|term| term.lang == claim.lang);
    let taken = same_lang.any(|term| term.usage == Usage::Preferred);
    let full = matches!(claim.kind, TermKind::FullForm | TermKind::Symbol);
    let leads = claim.lang.is_japanese() || full;
    let usage = if leads && !taken && !claim.admitted { Usage::Preferred } else { Usage::Admitted };
    let printed = claim.reading.as_deref().map(crate::text::kana::katakana);
    let reading = if claim.lang.is_japanese() { printed.or_else(|| witness.words.reading(&claim.text)) } else { None };
    Term {
        id: TermId::new(0),
        lang: claim.lang.clone(),
        text: claim.text.clone(),
        reading,
        kind: claim.kind,
        part_of_speech: claim.part_of_speech,
        usage,
        review: review(claim.confidence),
        confidence: claim.confidence.clamp(0.0, 1.0),
        evidence: Vec::new(),
    }
}

/// Brings confidence and review of a concept's terms in line with their evidence.
pub(in crate::app) async fn settle(write: &mut Write, concept: ConceptId) -> Result<(), StoreError> {
    let concept = write.concept(concept).await?;
    for (term, confidence, review) in unsettled(&concept) {
        write.update_term_confidence(term, confidence).await?;
        if matches!(review, Review::Candidate | Review::Suggested) {
            write.update_term_review(term, review).await?;
        }
    }
    Ok(())
}

/// The terms of a concept whose confidence or review is not what their evidence says, with what it says.
pub(in crate::app) fn unsettled(concept: &Concept) -> Vec<(TermId, f64, Review)> {
    let mut found = Vec::new();
    for (term, confidence) in settled(concept) {
        let is_open = matches!(term.review, Review::Candidate | Review::Suggested);
        let review = if is_open { review(confidence) } else { term.review };
        let is_off = (confidence - term.confidence).abs() > 1e-9;
        if is_off || review != term.review {
            found.push((term.id, if is_off { confidence } else { term.confidence }, review));
        }
    }
    found
}

/// The terms of a concept with evidence, and how sure their evidence makes them. A name that was only proposed counts less
/// beside other names of the thing.
fn settled(concept: &Concept) -> Vec<(&Term, f64)> {
    let spoken: Vec<(&Term, f64)> = concept
        .terms
        .iter()
        .filter(|term| !term.evidence.is_empty())
        .map(|term| (term, combined(&term.evidence)))
        .collect();
    let is_proposed = |term: &Term| {
        let proposed = |one: &Evidence| one.kind == EvidenceKind::Document && Method::is_inferred_word(&one.method);
        term.evidence.iter().all(proposed)
    };
    let is_name = |term: &Term| term.lang.is_english() && term.kind != TermKind::Abbreviation;
    spoken
        .iter()
        .map(|(term, confidence)| {
            if !is_name(term) || !is_proposed(term) {
                return (*term, *confidence);
            }
            let rivals = spoken.iter().filter(|(other, _)| other.id != term.id && is_name(other));
            let rivals: Vec<f64> = rivals
                .filter(|(other, _)| other.review != Review::Rejected)
                .map(|(_, confidence)| *confidence)
                .collect();
            (*term, beside(*confidence, &rivals))
        })
        .collect()
}

fn review(confidence: f64) -> Review {
    if confidence < OFFERED { Review::Candidate } else { Review::Suggested }
}

fn rank(kind: TermKind) -> u8 {
    match kind {
        TermKind::FullForm => 0,
        TermKind::Symbol => 1,
        TermKind::Abbreviation => 2,
        TermKind::Variant => 3,
    }
}

/// The keys of both sides of a link, as the store keeps them; empty where nothing is left of a side.
pub(super) fn link_keys(ja: &str, en: &str) -> (String, String) {
    let key = |text: &str, lang: &Lang| Key::new(text, lang).map(|key| key.exact).unwrap_or_default();
    (key(ja, &Lang::JA), key(en, &Lang::EN))
}
