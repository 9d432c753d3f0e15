//! KNOWN TERMS IN A TEXT: the terms of a base go in once; for each text the places where they stand come out.
//!
//! One automaton per language runs over a coarse form of the text ([`coarse`]), which finds every place in one pass
//! whatever the number of terms. Each place is then put to two tests: its borders must not cut a word ([`border`]), and
//! its text must share a key with the term, the same key look-up uses. So the coarse form may be generous: it decides
//! what is looked at, never what is found.

mod border;
mod coarse;
mod index;
mod overlap;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{ConceptId, Lang, Spotted, TermId};
use crate::text::key::Key;
use crate::text::words::Words;
use coarse::Coarse;
use index::Index;
use overlap::Candidate;

/// A term to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownTerm {
    /// The term.
    pub term_id: TermId,
    /// Its concept.
    pub concept_id: ConceptId,
    /// Its language.
    pub lang: Lang,
    /// The term as written.
    pub text: String,
}

/// Finds known terms in texts. Built once per state of the term base, then shared between threads.
#[derive(Default)]
pub struct Spotter {
    terms: Vec<Known>,
    indexes: BTreeMap<String, Index>,
}

/// A term with what a place must agree with.
struct Known {
    term_id: TermId,
    concept_id: ConceptId,
    lang: Lang,
    key: Key,
}

impl std::fmt::Debug for Spotter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Spotter").field("terms", &self.terms.len()).finish_non_exhaustive()
    }
}

impl Spotter {
    /// A spotter for these terms. A term with nothing left after normalisation is never found.
    #[must_use]
    pub fn new(terms: impl IntoIterator<Item = KnownTerm>) -> Self {
        let mut known = Vec::new();
        let mut patterns: BTreeMap<String, BTreeMap<String, Vec<usize>>> = BTreeMap::new();
        for term in terms {
            let Some(key) = Key::new(&term.text, &term.lang) else { continue };
            let of_language = patterns.entry(term.lang.primary().to_owned()).or_default();
            for pattern in coarse::patterns(&term.text, &term.lang) {
                of_language.entry(pattern).or_default().push(known.len());
            }
            known.push(Known { term_id: term.term_id, concept_id: term.concept_id, lang: term.lang, key });
        }
        let indexes = patterns
            .into_iter()
            .filter_map(|(lang, patterns)| Index::new(patterns).map(|index| (lang, index)))
            .collect();
        Self { terms: known, indexes }
    }

    /// The number of terms looked for.
    #[must_use]
    pub fn len(&self) -> usize {
        self.terms.len()
    }

    /// Whether no term is looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// The known terms of `lang` in `text`, in order of the text, as byte spans of `text`.
    ///
    /// The longest of the terms that share a place is reported with `nested` false, those inside it with `nested` true;
    /// of terms that overlap otherwise the one that begins first stays. Terms of several concepts with one spelling
    /// come with the same span, those spelt exactly like the text first. `words` settles the borders of terms in
    /// hiragana; without a dictionary they are found only between characters of other scripts.
    #[must_use]
    pub fn spots(&self, text: &str, lang: &Lang, words: &Words) -> Vec<Spotted> {
        let Some(index) = self.indexes.get(lang.primary()) else { return Vec::new() };
        let coarse = Coarse::new(text, lang);
        let mut word_borders: Option<BTreeSet<usize>> = None;
        let mut found = BTreeSet::new();
        for (place, terms) in index.places(&coarse.text) {
            let Some(span) = coarse.source(place) else { continue };
            if border::is_hiragana(span.of(text)) && words.has_dictionary() && word_borders.is_none() {
                word_borders = Some(words.of(text).iter().flat_map(|word| [word.span.start, word.span.end]).collect());
            }
            if !border::stands_free(text, span, word_borders.as_ref()) {
                continue;
            }
            for &term in terms {
                let Some(known) = self.terms.get(term) else { continue };
                if let Some(is_variant) = agreement(known, span.of(text)) {
                    found.insert(Candidate::new(span, is_variant, known.term_id, known.concept_id));
                }
            }
        }
        overlap::settle(found)
    }
}

/// How the text of a place agrees with a term: `Some(false)` exactly, `Some(true)` as a variant, `None` not at all.
fn agreement(known: &Known, place: &str) -> Option<bool> {
    let by_key = |place: &str| {
        let key = Key::new(place, &known.lang)?;
        if key.exact == known.key.exact {
            return Some(false);
        }
        (key.variant == known.key.variant).then_some(true)
    };
    by_key(place).or_else(|| {
        let singular = coarse::without_plural_of_symbol(place).filter(|_| known.lang.is_english())?;
        by_key(singular).map(|_| true)
    })
}
