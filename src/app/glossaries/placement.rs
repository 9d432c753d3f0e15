//! One entry of a glossary in; the concept it belongs to, with its two terms there, out.
//!
//! An entry says what *this* word is called, so it joins the concept that has the word: the one that has both terms, else
//! the only one there is, whatever that called it before. Where the word has several senses and none goes by the new name,
//! nobody can tell which is meant, and the entry becomes a sense of its own beside them.

use std::collections::BTreeSet;

use super::TermPair;
use crate::app::AppError;
use crate::app::concepts::attach::attach_to;
use crate::app::concepts::claim::{Claim, Group};
use crate::app::concepts::witness::Witness;
use crate::model::{Concept, ConceptId, EvidenceKind, Lang, LangPair, ProjectId, Review, Term, TermId, TermKind};
use crate::store::Write;
use crate::text::key::Key;
use crate::text::tokeniser::Tokeniser;

/// The method evidence from an entry names.
const METHOD: &str = "glossary";

/// How sure it is that the terms of an entry belong together: somebody wrote them side by side to be used.
const STATED: f64 = 0.9;

/// What all entries of a list share.
#[derive(Clone, Copy)]
pub(super) struct ListContext<'a> {
    /// The project.
    pub(super) project: ProjectId,
    /// The languages.
    pub(super) languages: &'a LangPair,
    /// The source evidence names.
    pub(super) source: &'a str,
    /// The entry in one line.
    pub(super) snippet: &'a str,
    /// Gives readings.
    pub(super) words: &'a Tokeniser,
}

/// What an entry became.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Placement {
    /// The concept; none where a person said no to the term.
    pub(super) concept: Option<ConceptId>,
    /// The source term.
    pub(super) source: Option<TermId>,
    /// The target term; none where a person said no to the pair.
    pub(super) target: Option<TermId>,
}

/// Puts an entry where it belongs.
pub(super) async fn place(write: &mut Write, entry: &TermPair, about: &ListContext<'_>) -> Result<Placement, AppError> {
    let nowhere = Placement { concept: None, source: None, target: None };
    let LangPair { source: from, target: into } = about.languages;
    let (Some(source), Some(target)) = (Key::new(&entry.source, from), Key::new(&entry.target, into)) else {
        return Ok(nowhere);
    };
    let known = write.concepts_with_key(about.project, from, &source.exact).await?;
    let concept = match chosen(&known, (from, &source), (into, &target)) {
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
        // A person said that this is no term; a concept of nothing is none.
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

/// The concept that has both terms, else the only one that has the source; senses only one release uses do not count.
fn chosen(known: &[Concept], source: (&Lang, &Key), target: (&Lang, &Key)) -> Option<ConceptId> {
    let has = |concept: &Concept, (lang, key): (&Lang, &Key)| {
        concept.terms.iter().any(|term| term.review != Review::Rejected && is(term, lang, key))
    };
    let open: Vec<&Concept> =
        known.iter().filter(|concept| concept.scope_release_id.is_none() && has(concept, source)).collect();
    let both = open.iter().find(|concept| has(concept, target));
    match (both, &open[..]) {
        (Some(both), _) => Some(both.id),
        (None, [only]) => Some(only.id),
        _ => None,
    }
}

/// Whether a term is this one: an English plural or hyphen is no other term.
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
        part_of_speech: None,
        admitted: false,
        method: METHOD,
        confidence: STATED,
        span: None,
        snippet: Some(about.snippet.to_owned()),
        entry: None,
        link: None,
    }
}
