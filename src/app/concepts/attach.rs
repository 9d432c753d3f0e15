//! Writes a group of claims into the term base: finds or makes its concept, its terms, and the evidence for each.

use std::collections::BTreeMap;

use super::choice::{Choice, JoinRule, choose};
use super::claim::{Claim, Group};
use super::refresh::{refresh_confidence, review_of};
use super::rulings::{self, Rejections};
use super::term_index::IndexedConcept;
use super::witness::Witness;
use crate::app::readings;
use crate::model::{
    Concept, ConceptId, Definition, EvidenceKind, Lang, Reading, ReadingOrigin, Term, TermId, TermKind, Usage,
};
use crate::store::{NewEvidence, NewTerm, Sense, StoreError, TermKeys, Write};
use crate::text::key::{Key, reading_key};

/// Decisions by people that affect a group, and the concepts it may join.
struct Decisions {
    candidates: Vec<Concept>,
    senses: BTreeMap<ConceptId, Sense>,
    rejections: Rejections,
}

impl Decisions {
    /// Loads them, and reopens rejected pairs for which there is new evidence.
    async fn load(
        write: &mut Write,
        group: &Group,
        leading: &Claim,
        witness: &Witness<'_>,
    ) -> Result<Self, StoreError> {
        let candidates = write.concepts_with_key(witness.project, &leading.lang, &leading.key.exact).await?;
        let rulings = write.rulings(witness.project, &leading.key.exact).await?;
        let rejections = Rejections::new(&rulings, group, witness.kind);
        if !rejections.whole {
            rulings::reopen(write, witness.project, &leading.key.exact, &rejections.back, &candidates).await?;
        }
        let ids: Vec<ConceptId> = candidates.iter().map(|concept| concept.id).collect();
        let senses = write.senses(&ids).await?;
        let candidates = rulings::in_scope(candidates, &senses, witness);
        Ok(Self { candidates, senses, rejections })
    }
}

/// What became of the claims of a group.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::app) struct Attached {
    /// Whether a person rejected the name of the group, so that nothing was added.
    pub(in crate::app) is_rejected: bool,
    /// English that a person rejected for it, each with the row it comes from.
    pub(in crate::app) rejected: Vec<(Option<i64>, String)>,
    /// The terms that are new, each with the row it comes from.
    pub(in crate::app) new_terms: BTreeMap<TermId, Option<i64>>,
}

/// Adds a group to the concept it belongs to, or to a new one; returns the concept, or `None` if its name was rejected.
pub(in crate::app) async fn attach(
    write: &mut Write,
    group: &Group,
    witness: &Witness<'_>,
) -> Result<Option<ConceptId>, StoreError> {
    let group = &rulings::corrected(write, witness.project, group).await?;
    let Some(leading) = group.leading() else { return Ok(None) };
    let decided = Decisions::load(write, group, leading, witness).await?;
    if decided.rejections.whole {
        return Ok(None);
    }
    let choice = match rulings::concept_shaped_by_person(group, &decided.candidates, &decided.senses, witness) {
        Some(shaped) => Choice::Join(shaped, JoinRule::SupportedBefore),
        None => choose(group, &decided.candidates, witness.before),
    };
    let concept = match choice {
        Choice::Join(concept, _) => concept,
        Choice::New(conflicts) => {
            // A sense that conflicts with known concepts is limited to this release until a person widens its scope.
            let scope = witness.release.filter(|_| !conflicts.is_empty());
            let concept = write.insert_concept(witness.project, witness.field, scope).await?;
            // A dictionary that lists several senses does so on purpose; only releases and people can conflict.
            if matches!(witness.kind, EvidenceKind::Document | EvidenceKind::Person) {
                for conflict in &conflicts {
                    write.insert_conflict(concept, conflict).await?;
                }
            }
            concept
        }
    };
    write_group(write, concept, group, &decided, witness).await?;
    Ok(Some(concept))
}

/// Adds a group to the given concept.
pub(in crate::app) async fn attach_to(
    write: &mut Write,
    concept: ConceptId,
    group: &Group,
    witness: &Witness<'_>,
) -> Result<Attached, StoreError> {
    let group = &rulings::corrected(write, witness.project, group).await?;
    let Some(leading) = group.leading() else { return Ok(Attached::default()) };
    let decided = Decisions::load(write, group, leading, witness).await?;
    match decided.rejections.whole {
        true => Ok(Attached { is_rejected: true, ..Attached::default() }),
        false => write_group(write, concept, group, &decided, witness).await,
    }
}

async fn write_group(
    write: &mut Write,
    concept: ConceptId,
    group: &Group,
    decided: &Decisions,
    witness: &Witness<'_>,
) -> Result<Attached, StoreError> {
    let mut stored = IndexedConcept::new(write.concept(concept).await?, witness);
    let mut attached = Attached::default();
    let (rejected, mut claims): (Vec<&Claim>, Vec<&Claim>) =
        group.claims.iter().partition(|claim| decided.rejections.is_rejected(claim));
    attached.rejected.extend(rejected.iter().map(|claim| (claim.row, claim.text.clone())));
    // The best supported English term comes first and becomes the preferred one; Japanese terms keep their order.
    claims.sort_by(|a, b| {
        (!a.lang.is_japanese(), rank(a.kind)).cmp(&(!b.lang.is_japanese(), rank(b.kind))).then_with(|| {
            if a.lang.is_japanese() { std::cmp::Ordering::Equal } else { b.confidence.total_cmp(&a.confidence) }
        })
    });
    let mut assignments = rulings::Assignments::of(&decided.candidates, &decided.senses);
    let mut elsewhere: BTreeMap<ConceptId, Vec<&Claim>> = BTreeMap::new();
    for claim in claims {
        match assignments.elsewhere(claim, concept) {
            Some(other) => elsewhere.entry(other).or_default().push(claim),
            None => attached.note(claim_term(write, &mut stored, claim, witness).await?, claim),
        }
    }
    for (other, claims) in elsewhere {
        let mut stored = IndexedConcept::new(write.concept(other).await?, witness);
        for claim in claims {
            attached.note(claim_term(write, &mut stored, claim, witness).await?, claim);
        }
        refresh_confidence(write, other).await?;
    }
    for defined in &group.definitions {
        let definition = Definition {
            id: None,
            lang: defined.lang.clone(),
            text: defined.text.clone(),
            release_id: witness.release,
            source: witness.source.to_owned(),
            author: (witness.kind == EvidenceKind::Person).then(|| witness.source.to_owned()),
            origin: defined.origin.clone(),
        };
        write
            .insert_definition(
                concept,
                &definition,
                defined.entry.and_then(|entry| witness.entries.get(entry)).copied(),
            )
            .await?;
    }
    refresh_confidence(write, concept).await?;
    Ok(attached)
}

impl Attached {
    fn note(&mut self, new: Option<TermId>, claim: &Claim) {
        self.new_terms.extend(new.map(|id| (id, claim.row)));
    }
}

/// Adds one name to a concept, unless a person rejected it for the Japanese key `leading`.
pub(in crate::app) async fn attach_name(
    write: &mut Write,
    concept: ConceptId,
    leading: &str,
    claim: &Claim,
    witness: &Witness<'_>,
) -> Result<(), StoreError> {
    let rulings = write.rulings(witness.project, leading).await?;
    let group = Group { claims: vec![claim.clone()], ..Group::default() };
    let rejections = Rejections::new(&rulings, &group, witness.kind);
    if !rejections.whole && !rejections.is_rejected(claim) {
        let mut stored = IndexedConcept::new(write.concept(concept).await?, witness);
        claim_term(write, &mut stored, claim, witness).await?;
        refresh_confidence(write, concept).await?;
    }
    Ok(())
}

/// Adds the evidence of a claim to its term, creating the term if the concept does not have it; gives the term if it is new.
async fn claim_term(
    write: &mut Write,
    concept: &mut IndexedConcept,
    claim: &Claim,
    witness: &Witness<'_>,
) -> Result<Option<TermId>, StoreError> {
    let (id, is_new) = match concept.term_of(claim) {
        Some(id) => (id, false),
        None => {
            let usage = usage_of(concept.concept(), claim);
            let reading = reading_of(write, claim, witness).await?;
            let own_key = reading.as_ref().map(|reading| reading_key(&reading.kana)).filter(|key| !key.is_empty());
            let new = NewTerm {
                lang: &claim.lang,
                text: &claim.text,
                reading: reading.as_ref(),
                kind: claim.kind,
                part_of_speech: claim.part_of_speech,
                usage,
                review: review_of(claim.confidence),
                confidence: claim.confidence.clamp(0.0, 1.0),
                keys: TermKeys {
                    key: &claim.key.exact,
                    variant_key: &claim.key.variant,
                    reading_key: own_key.as_deref(),
                },
            };
            let id = write.insert_term(concept.concept().id, &new).await?;
            let term = Term {
                id,
                lang: claim.lang.clone(),
                text: claim.text.clone(),
                kind: new.kind,
                part_of_speech: new.part_of_speech,
                usage,
                review: new.review,
                confidence: new.confidence,
                evidence: Vec::new(),
                reading,
            };
            concept.insert(term, Some(&claim.key));
            (id, true)
        }
    };
    // The same passage counts only once as evidence for a term.
    let new_term = is_new.then_some(id);
    if !concept.is_new(id, claim) {
        return Ok(new_term);
    }
    let new = NewEvidence {
        kind: witness.kind,
        method: claim.method,
        release_id: witness.release,
        source: witness.source,
        span: claim.span,
        snippet: claim.snippet.as_deref(),
        confidence: claim.confidence,
        entry: claim.entry.and_then(|index| witness.entries.get(index)).copied(),
        link: claim.link.and_then(|index| witness.links.get(index)).copied(),
        row: claim.row,
        origin: claim.origin.as_ref(),
    };
    write.insert_evidence(id, &new).await?;
    Ok(new_term)
}

/// Whether to use a new term: the first that leads in its language is the preferred one.
fn usage_of(concept: &Concept, claim: &Claim) -> Usage {
    let mut same_lang = concept.terms.iter().filter(|term| term.lang == claim.lang);
    let taken = same_lang.any(|term| term.usage == Usage::Preferred);
    let full = matches!(claim.kind, TermKind::FullForm | TermKind::Symbol);
    let leads = claim.lang.is_japanese() || full;
    if leads && !taken && !claim.admitted { Usage::Preferred } else { Usage::Admitted }
}

/// How a Japanese name is read: as its witness says, else by its parts, an imported dictionary, or as a guess.
async fn reading_of(write: &mut Write, claim: &Claim, witness: &Witness<'_>) -> Result<Option<Reading>, StoreError> {
    if !claim.lang.is_japanese() {
        return Ok(None);
    }
    if let (Some(kana), Some(origin)) = (&claim.reading, claim.reading_origin) {
        return Ok(Some(Reading { kana: kana.clone(), origin }));
    }
    if let Some(said) = claim.reading.as_deref().map(readings::stated) {
        let printed = witness.kind == EvidenceKind::Document;
        let origin = if printed { ReadingOrigin::Printed } else { ReadingOrigin::Stated };
        return Ok(Some(Reading { origin, ..said }));
    }
    let reading = readings::reading_of(&claim.text, witness.words);
    if reading.as_ref().is_some_and(|reading| !reading.is_guess()) {
        return Ok(reading);
    }
    let known = write.dictionary_reading(witness.project, &claim.key.exact).await?;
    Ok(known.as_deref().map(readings::stated).or(reading))
}

fn rank(kind: TermKind) -> u8 {
    match kind {
        TermKind::FullForm => 0,
        TermKind::Symbol => 1,
        TermKind::Abbreviation => 2,
        TermKind::Variant => 3,
    }
}

/// The keys of both sides of a link, as stored; empty for a side without letters or digits.
pub(in crate::app) fn link_keys(ja: &str, en: &str) -> (String, String) {
    let key = |text: &str, lang: &Lang| Key::new(text, lang).map(|key| key.exact).unwrap_or_default();
    (key(ja, &Lang::JA), key(en, &Lang::EN))
}
