//! Terms in; for each place of a text the terms that stand there out. Never changed once it is built.
//!
//! A tree finds what is spelt like a term when case is folded; then the place must share a key with the term, the same
//! key look-up uses. So the tree decides what is looked at, the key what is found.

use std::collections::BTreeMap;

use crate::model::{ConceptId, Lang, ProjectId, TermId};
use crate::text::chars::has_japanese;
use crate::text::key::Key;

use super::KnownTerm;
use super::japanese::Japanese;
use super::spaced::{Joints, Spaced};
use super::trie::Trie;

/// The terms of all languages.
#[derive(Default)]
pub(super) struct Lexicon {
    terms: Vec<Known>,
    /// What the terms are compared by, one after the other.
    texts: String,
    tries: BTreeMap<String, Trie>,
}

/// A term with what a place must agree with.
pub(super) struct Known {
    pub(super) term_id: TermId,
    pub(super) concept_id: ConceptId,
    pub(super) project_id: ProjectId,
    joints: Joints,
    text: Part,
    exact: Part,
    variant: Part,
    is_english: bool,
}

/// Bytes of the texts of a lexicon.
#[derive(Clone, Copy)]
struct Part {
    start: u32,
    length: u32,
}

impl Lexicon {
    /// The lexicon of these terms. A term with nothing left after normalisation is never found.
    pub(super) fn new(terms: impl IntoIterator<Item = KnownTerm>) -> Self {
        let mut lexicon = Self::default();
        let mut patterns: BTreeMap<String, Vec<(String, u32)>> = BTreeMap::new();
        for term in terms {
            let Some(key) = Key::new(&term.text, &term.lang) else { continue };
            let (pattern, joints) = pattern(&term.text, &key, &term.lang);
            let of_language = match patterns.get_mut(term.lang.primary()) {
                Some(known) => known,
                None => patterns.entry(term.lang.primary().to_owned()).or_default(),
            };
            of_language.push((pattern, number(lexicon.terms.len())));
            let text = lexicon.keep(&term.text, &[]);
            let exact = lexicon.keep(&key.exact, &[text]);
            let variant = lexicon.keep(&key.variant, &[text, exact]);
            lexicon.terms.push(Known {
                term_id: term.term_id,
                concept_id: term.concept_id,
                project_id: term.project_id,
                joints,
                text,
                exact,
                variant,
                is_english: term.lang.is_english(),
            });
        }
        lexicon.texts.shrink_to_fit();
        lexicon.tries = patterns.into_iter().map(|(lang, patterns)| (lang, Trie::new(patterns))).collect();
        lexicon
    }

    /// Keeps a text, unless it is the same as one of `kept`.
    fn keep(&mut self, text: &str, kept: &[Part]) -> Part {
        if let Some(same) = kept.iter().find(|part| self.text(**part) == text) {
            return *same;
        }
        let part = Part { start: number(self.texts.len()), length: number(text.len()) };
        self.texts.push_str(text);
        part
    }

    fn text(&self, part: Part) -> &str {
        let start = part.start as usize;
        self.texts.get(start..start + part.length as usize).unwrap_or_default()
    }

    /// The number of terms.
    pub(super) fn len(&self) -> usize {
        self.terms.len()
    }

    /// The patterns of a language.
    pub(super) fn trie(&self, lang: &Lang) -> Option<&Trie> {
        self.tries.get(lang.primary())
    }

    /// Those of the terms with these numbers that the text of a place agrees with, each with whether it is spelt another
    /// way.
    #[inline]
    pub(super) fn agreeing<'a>(
        &'a self,
        terms: &'a [u32],
        place: &'a str,
        joints: Joints,
    ) -> impl Iterator<Item = (&'a Known, bool)> + 'a {
        let mut key = None;
        terms.iter().filter_map(move |term| {
            let known = self.terms.get(*term as usize)?;
            if self.text(known.text) == place {
                return Some((known, false));
            }
            let keys = key.get_or_insert_with(|| Keys::of(place, known.is_english));
            let is_variant = self.agreement(known, keys)?;
            known.joints.agree(joints).then_some((known, is_variant))
        })
    }

    /// How the text of a place agrees with a term: `Some(false)` exactly, `Some(true)` as a variant, `None` not at all.
    fn agreement(&self, known: &Known, keys: &Keys) -> Option<bool> {
        let (exact, variant) = (self.text(known.exact), self.text(known.variant));
        let own = keys.own.as_ref()?;
        if own.exact == exact {
            return Some(false);
        }
        let is_plural = || keys.singular.as_ref().is_some_and(|key| key.exact == exact || key.variant == variant);
        (own.variant == variant || is_plural()).then_some(true)
    }
}

/// The keys of a place.
struct Keys {
    own: Option<Key>,
    /// Of the symbol whose plural it is: `GPCR` of `GPCRs`.
    singular: Option<Key>,
}

impl Keys {
    fn of(place: &str, is_english: bool) -> Self {
        let lang = if is_english { Lang::EN } else { Lang::JA };
        let singular = without_plural_of_symbol(place).filter(|_| is_english);
        Self { own: Key::new(place, &lang), singular: singular.and_then(|singular| Key::new(singular, &lang)) }
    }
}

/// The symbol whose plural `word` ends with; `None` where the word ends with none.
fn without_plural_of_symbol(word: &str) -> Option<&str> {
    let singular = word.strip_suffix('s')?;
    let mut last = singular.chars().rev();
    (last.next()?.is_uppercase() && last.next()?.is_alphabetic()).then_some(singular)
}

/// The letters a term is searched by, and where its words meet.
fn pattern(text: &str, key: &Key, lang: &Lang) -> (String, Joints) {
    if lang.is_japanese() {
        return (Japanese::new(text).pattern(), Joints::default());
    }
    let is_english = lang.is_english();
    let mut pattern = key.variant.to_lowercase();
    pattern.retain(|c| !(matches!(c, ' ' | '-') || (is_english && matches!(c, '_' | '/'))));
    (pattern, Spaced::new(text, is_english && !has_japanese(text)).joints())
}

fn number(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
