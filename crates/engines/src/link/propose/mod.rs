//! Proposes English for Japanese terms without a proven link, from English in the same document.
//!
//! [`contexts`] gives the closed sets of candidates: the English title of the paper, aligned sentences, English running
//! text. [`tokens`] splits them into runs of words, and [`composition`] scores how well a term and a run explain each other,
//! by known English of parts ([`knowledge`]), by sound and by identity. [`pivot`] uses an abbreviation as a pivot.
//!
//! No English is invented: every proposal is printed in the document, or is the long form of an abbreviation in it.

mod composition;
mod contexts;
mod knowledge;
mod pivot;
mod tokens;

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::model::Lang;
use crate::model::{AliasKind, Extraction, Link, Method, Relation, Release, Segment, Sign, Span};
use crate::text::chars::{Class, class};
use crate::text::key::Key;
use crate::text::normal::normal;
use crate::text::sound::{Pronunciations, matching_pronunciation};

use composition::{Composition, TermParts};
use contexts::{Context, ContextKind};
use tokens::Run;

pub use knowledge::Knowledge;

/// Minimum agreement of a proposal.
const LEAST: f64 = 0.70;
/// Agreement from which a proposal is likely to be right.
const GOOD: f64 = 0.85;
/// Minimum lead of the best run over the next one.
const MARGIN: f64 = 0.05;
/// Similarity from which a term surely sounds like a word.
const CLEAR: f64 = 0.85;
/// A term with a link of this confidence needs no proposal.
const PROVEN: f64 = 0.60;
/// Maximum number of terms of a document that get proposals.
const MOST: usize = 400;

/// The longest term that gets proposals, in characters: what is longer is a sentence, and to split it into parts would take
/// time that grows with the cube of its length.
const LONGEST: usize = 80;

/// A Japanese term without a proven English name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnlinkedTerm {
    /// The term.
    pub ja: String,
    /// Its abbreviations in the document.
    pub abbreviations: Vec<String>,
    /// The index of its entry, if it is the head of one.
    pub entry: Option<usize>,
}

/// The Japanese terms of a document without a link to an English name: heads of entries, their aliases, and terms for which
/// only an abbreviation is given.
#[must_use]
pub fn unlinked_terms(found: &Extraction, links: &[Link]) -> Vec<UnlinkedTerm> {
    let mut all: Vec<(String, UnlinkedTerm)> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut add = |ja: &str, abbreviation: Option<&str>, entry: Option<usize>| {
        let is_japanese = ja.chars().any(|c| matches!(class(c), Class::Kanji | Class::Katakana));
        if !is_japanese || ja.trim().chars().nth(LONGEST).is_some() {
            return;
        }
        let Some(key) = Key::new(ja, &Lang::JA) else { return };
        let place = *places.entry(key.exact.clone()).or_insert(all.len());
        if place == all.len() {
            all.push((key.exact, UnlinkedTerm { ja: ja.trim().to_owned(), abbreviations: Vec::new(), entry }));
        }
        let known = &mut all[place].1;
        known.entry = known.entry.or(entry);
        if let Some(short) = abbreviation.filter(|short| !known.abbreviations.iter().any(|one| one == short)) {
            known.abbreviations.push(short.to_owned());
        }
    };
    for (index, entry) in found.entries.iter().enumerate().filter(|(_, entry)| entry.lang.is_japanese()) {
        let short = entry.aliases.iter().find(|alias| alias.kind == AliasKind::Abbr && alias.lang.is_english());
        add(&entry.term, short.map(|alias| alias.text.as_str()), Some(index));
        for alias in &entry.aliases {
            let is_name = matches!(alias.kind, AliasKind::Synonym | AliasKind::Variant | AliasKind::Expansion);
            if is_name && alias.lang.is_japanese() {
                add(&alias.text, None, Some(index));
            }
        }
    }
    for link in links.iter().filter(|link| link.relation == Relation::AbbreviationOf) {
        add(&link.ja, Some(&link.en), link.entry);
    }
    let proven: HashSet<String> = links
        .iter()
        .filter(|link| link.relation == Relation::Equivalent && link.confidence >= PROVEN)
        .filter_map(|link| Some(Key::new(&link.ja, &Lang::JA)?.exact))
        .collect();
    all.into_iter().filter(|(key, _)| !proven.contains(key)).map(|(_, unlinked)| unlinked).take(MOST).collect()
}

/// Proposals for these terms: at most one per method for each term.
#[must_use]
pub fn proposals(
    release: &Release,
    found: &Extraction,
    segments: &[Segment],
    unlinked: &[UnlinkedTerm],
    knowledge: &Knowledge,
) -> Vec<Link> {
    let contexts = contexts::of(release, found, segments);
    let (mut links, mut sound_index) = (Vec::new(), None);
    for unlinked in unlinked {
        let term = TermParts::new(&unlinked.ja, knowledge);
        links.extend(best_in(&contexts, &term, unlinked, ContextKind::is_title));
        links.extend(best_in(&contexts, &term, unlinked, ContextKind::is_aligned));
        links.extend(by_sound(&contexts, &mut sound_index, unlinked));
        links.extend(pivot::links(&contexts, &term, unlinked, knowledge));
    }
    links
}

/// A run of words that may be the English of a term.
struct Candidate<'a> {
    context: &'a Context,
    run: Run,
    composition: Composition,
    confidence: f64,
}

/// The run of words, in contexts of one kind, that agrees best with the term.
fn best_in(
    contexts: &[Context],
    term: &TermParts,
    unlinked: &UnlinkedTerm,
    is_kind: impl Fn(&ContextKind) -> bool,
) -> Option<Link> {
    let (mut candidates, wanted): (Vec<Candidate<'_>>, String) = (Vec::new(), bare(&unlinked.ja));
    for context in contexts.iter().filter(|context| is_kind(&context.kind) && context.may_hold(&wanted)) {
        for run in context.tokens.runs() {
            let composition = term.compose(context.tokens.words(&run));
            let probability = match composition.agreement {
                agreement if agreement >= GOOD => 0.88,
                agreement if agreement >= LEAST => 0.70,
                _ => continue,
            };
            let confidence = match context.kind {
                ContextKind::Aligned(bead) => bead * composition.agreement,
                // A title without its translation beside it may not contain the term at all.
                ContextKind::Title { paired } => probability * if paired { 0.9 } else { 0.8 },
                ContextKind::Prose => probability * 0.7,
            };
            candidates.push(Candidate { context, run, composition, confidence });
        }
    }
    candidates.sort_by(|a, b| {
        b.composition.agreement.total_cmp(&a.composition.agreement).then(b.confidence.total_cmp(&a.confidence))
    });
    let best = candidates.first()?;
    let named = best.context.tokens.term_form(&best.run);
    let same = |other: &&Candidate<'_>| key(&other.context.tokens.term_form(&other.run)) != key(&named);
    let next = candidates.iter().find(same).map_or(0.0, |next| next.composition.agreement);
    let margin = best.composition.agreement - next;
    let mut signs = vec![Sign::new("agreement", best.composition.agreement)];
    signs.extend(best.composition.explanations.iter().map(|way| Sign::new(way.name(), 1.0)));
    let mut confidence = best.confidence;
    if margin < MARGIN {
        signs.push(Sign::new("doubt_other_words_fit_as_well", 0.7));
        confidence *= 0.7;
    }
    let method = if best.context.kind.is_title() { Method::TitleTerm } else { Method::AlignedTerm };
    Some(link(unlinked, best.context, &best.run, method, confidence, signs))
}

/// Pronunciations of the names of one or two words in a document, each once.
struct SoundIndex<'a> {
    names: Vec<(&'a Context, Run, Pronunciations)>,
}

impl<'a> SoundIndex<'a> {
    fn of(contexts: &'a [Context]) -> Self {
        let mut seen = BTreeSet::new();
        let mut names = Vec::new();
        for context in contexts {
            for run in context.tokens.runs().into_iter().filter(|run| run.len() <= 2) {
                if seen.insert(key(&context.tokens.term_form(&run))) {
                    let words: String = context.tokens.words(&run).iter().map(|word| word.text.as_str()).collect();
                    names.push((context, run, Pronunciations::of_english(&words)));
                }
            }
        }
        Self { names }
    }
}

/// The only English name in the document that sounds like a katakana term.
fn by_sound<'a>(
    contexts: &'a [Context],
    sound_index: &mut Option<SoundIndex<'a>>,
    unlinked: &UnlinkedTerm,
) -> Option<Link> {
    let ja = normal(&unlinked.ja);
    if !ja.chars().all(|c| class(c) == Class::Katakana || matches!(c, '・' | 'ー')) {
        return None;
    }
    let sound_index = sound_index.get_or_insert_with(|| SoundIndex::of(contexts));
    let sounds: Vec<&Pronunciations> = sound_index.names.iter().map(|(.., sounds)| sounds).collect();
    let accepted = matching_pronunciation(&ja, &sounds)?;
    let (context, run, _) = sound_index.names.get(accepted.index)?;
    let confidence = if accepted.similarity >= CLEAR { 0.95 } else { 0.90 };
    let signs = vec![Sign::new("sounds_alike", accepted.similarity), Sign::new("margin", accepted.margin)];
    Some(link(unlinked, context, run, Method::Sound, confidence, signs))
}

fn link(
    unlinked: &UnlinkedTerm,
    context: &Context,
    run: &Run,
    method: Method,
    confidence: f64,
    signs: Vec<Sign>,
) -> Link {
    let support = match &context.ja {
        Some(ja) => format!("{} / {ja}", context.tokens.text),
        None => context.tokens.text.clone(),
    };
    Link {
        ja: unlinked.ja.clone(),
        en: context.tokens.term_form(run),
        abbr: None,
        relation: Relation::Equivalent,
        method,
        confidence: confidence.clamp(0.0, 0.99),
        signs,
        span: context.span,
        support,
        entry: unlinked.entry,
    }
}

/// The form in which English words are compared.
fn key(english: &str) -> String {
    Key::new(english, &Lang::EN).map(|key| key.variant).unwrap_or_default()
}

/// The keys under which the English of a part of a term may be known: every substring that does not split a run of
/// katakana, Latin letters or digits.
#[must_use]
pub fn keys_of_parts(ja: &str) -> Vec<String> {
    knowledge::stretches(&normal(ja))
        .into_iter()
        .filter_map(|part| Key::new(&part, &Lang::JA))
        .map(|key| key.exact)
        .collect()
}

/// The form in which Japanese is searched for a term: normal, without white space.
#[must_use]
pub fn bare(text: &str) -> String {
    normal(text).chars().filter(|c| !c.is_whitespace()).collect()
}

/// The span of `part` in `text`, ignoring white space.
fn span_of(text: &str, part: &str) -> Option<Span> {
    let letters: Vec<char> = part.chars().filter(|c| !c.is_whitespace()).collect();
    let first = letters.first()?;
    text.char_indices().filter(|(_, c)| c == first).find_map(|(start, _)| {
        let mut left = letters.iter();
        let mut next = left.next();
        for (at, c) in text[start..].char_indices() {
            match next {
                None => return Some(Span::new(start, start + at)),
                Some(_) if c.is_whitespace() => {}
                Some(letter) if *letter == c => next = left.next(),
                Some(_) => return None,
            }
        }
        next.is_none().then(|| Span::new(start, text.len()))
    })
}
