//! Finds or creates the concept a glossary entry belongs to.
//!
//! An entry says how to translate *this* word, so it joins the concept that has both terms, or else the only concept
//! with the source term, whatever its translation was before. If there are several such concepts and none has the
//! target term, it is unknown which one is meant, and the entry becomes a new concept.

use std::collections::BTreeSet;

use super::TermPair;
use crate::app::AppError;
use crate::app::concepts::attach::attach_to;
use crate::app::concepts::claim::{Claim, Group};
use crate::app::concepts::witness::Witness;
use crate::model::{
    Concept, ConceptId, EvidenceKind, EvidenceMethod, Lang, LangPair, ProjectId, Review, Term, TermId, TermKind,
};
use crate::store::Write;
use crate::text::key::Key;
use crate::text::tokeniser::Tokeniser;

/// Confidence of a glossary entry: somebody wrote both terms side by side for use.
const STATED: f64 = 0.9;

/// What all entries of a list have in common.
#[derive(Clone, Copy)]
pub(super) struct ListContext<'a> {
    /// The project.
    pub(super) project: ProjectId,
    /// The languages.
    pub(super) languages: &'a LangPair,
    /// The name of the source in the evidence.
    pub(super) source: &'a str,
    /// The entry in one line, quoted as evidence.
    pub(super) snippet: &'a str,
    /// The tokeniser, for readings.
    pub(super) words: &'a Tokeniser,
}

/// The concept and the terms of an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placement {
    /// The concept; `None` if a person rejected the source term.
    pub(super) concept: Option<ConceptId>,
    /// The source term.
    pub(super) source: Option<TermId>,
    /// The target term; `None` if a person rejected the pair.
    pub(super) target: Option<TermId>,
}

/// Adds an entry to the concept it belongs to.
pub(super) async fn place(write: &mut Write, entry: &TermPair, about: &ListContext<'_>) -> Result<Placement, AppError> {
    let nowhere = Placement { concept: None, source: None, target: None };
    let LangPair { source: from, target: into } = about.languages;
    let (Some(source), Some(target)) = (Key::new(&entry.source, from), Key::new(&entry.target, into)) else {
        return Ok(nowhere);
    };
    let concepts = write.concepts_with_key(about.project, from, &source.exact).await?;
    let concept = match chosen(&concepts, (from, &source), (into, &target)) {
        Some(concept) => concept,
        None => write.insert_concept(about.project, None, None).await?,
    };
    let (mut source_claim, mut target_claim) =
        (claim(&entry.source, from, source.clone(), about), claim(&entry.target, into, target.clone(), about));
    if entry.source == entry.target {
        (source_claim.kind, target_claim.kind) = (TermKind::Symbol, TermKind::Symbol);
    }
    let group = Group { claims: vec![source_claim, target_claim], definitions: Vec::new() };
    let none = BTreeSet::new();
    let witness = Witness {
        project: about.project,
        kind: EvidenceKind::Import,
        release: None,
        source: about.source,
        field: None,
        entries: &[],
        links: &[],
        before: &none,
        words: about.words,
    };
    attach_to(write, concept, &group, &witness).await?;
    let filled = write.concept(concept).await?;
    if filled.terms.is_empty() {
        // A person rejected the term, and a concept without terms is deleted.
        write.delete_concept(concept).await?;
        return Ok(nowhere);
    }
    let of = |lang: &Lang, key: &Key, text: &str| {
        let all = || filled.terms.iter().filter(|term| term.review != Review::Rejected && is(term, lang, key));
        all().find(|term| term.text == text).or_else(|| all().next()).map(|term| term.id)
    };
    let source = of(from, &source, &entry.source);
    Ok(Placement { concept: Some(concept), source, target: of(into, &target, &entry.target) })
}

/// The concept with both terms, else the only one with the source term. Concepts limited to one release are ignored.
fn chosen(concepts: &[Concept], source: (&Lang, &Key), target: (&Lang, &Key)) -> Option<ConceptId> {
    let has = |concept: &Concept, (lang, key): (&Lang, &Key)| {
        concept.terms.iter().any(|term| term.review != Review::Rejected && is(term, lang, key))
    };
    let open: Vec<&Concept> =
        concepts.iter().filter(|concept| concept.scope_release_id.is_none() && has(concept, source)).collect();
    let both = open.iter().find(|concept| has(concept, target));
    match (both, &open[..]) {
        (Some(both), _) => Some(both.id),
        (None, [only]) => Some(only.id),
        _ => None,
    }
}

/// Whether this is the same term; an English plural or hyphenation makes no difference.
fn is(term: &Term, lang: &Lang, key: &Key) -> bool {
    term.lang.primary() == lang.primary()
        && Key::new(&term.text, &term.lang)
            .is_some_and(|other| other.exact == key.exact || (lang.is_english() && other.variant == key.variant))
}

fn claim(text: &str, lang: &Lang, key: Key, about: &ListContext<'_>) -> Claim {
    Claim {
        lang: lang.clone(),
        text: text.to_owned(),
        key,
        kind: TermKind::FullForm,
        reading: None,
        reading_origin: None,
        part_of_speech: None,
        admitted: false,
        method: EvidenceMethod::Glossary,
        confidence: STATED,
        span: None,
        snippet: Some(about.snippet.to_owned()),
        entry: None,
        link: None,
        row: None,
        origin: None,
    }
}
