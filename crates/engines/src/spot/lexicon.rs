//! The lexicon: all terms by language, with the test whether a match in a text is a form of a term.
//!
//! The trie finds every match that is spelt like a term when case is folded. The match must then share a key with the
//! term, the same key that look-up uses: the trie decides what is compared, the key decides what matches.

use std::collections::BTreeMap;

use crate::model::{ConceptId, Lang, TermId};
use crate::text::chars::has_japanese;
use crate::text::key::Key;
use crate::text::writing::contradict;

use super::LexiconTerm;
use super::breaks::WordBreaks;
use super::japanese::JapaneseText;
use super::spaced::SpacedText;
use super::trie::{Node, Trie};
use super::walk::PatternMatch;

/// The terms of all languages; each is of a project `P`.
pub(super) struct Lexicon<P> {
    languages: BTreeMap<String, LanguageLexicon<P>>,
}

/// The terms of one language, by pattern.
pub(super) struct LanguageLexicon<P> {
    lang: Lang,
    pub(super) trie: Trie,
    terms: Vec<TermRecord<P>>,
    term_keys: Vec<TermKeys>,
    /// What the terms are compared by, one after the other.
    texts: String,
}

/// The part of a term that every match reads.
pub(super) struct TermRecord<P> {
    pub(super) term_id: TermId,
    pub(super) concept_id: ConceptId,
    pub(super) project_id: P,
    /// Whether the next term has the same pattern.
    is_continued: bool,
    /// Whether the pattern is the term as written, byte by byte.
    is_literal: bool,
    /// Whether it consists of ordinary words, which can be compared without a key.
    is_ordinary: bool,
}

/// The part of a term that is read only if [`TermRecord`] does not decide.
struct TermKeys {
    breaks: WordBreaks,
    text: TextSlice,
    exact: TextSlice,
    variant: TextSlice,
}

/// A byte range of the texts of a lexicon.
#[derive(Clone, Copy)]
struct TextSlice {
    start: u32,
    length: u32,
}

/// How many patterns are prefetched at once.
pub(super) const PREFETCH_BATCH: usize = 64;

/// A match of a pattern in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Occurrence<'a> {
    /// The text there.
    pub(super) text: &'a str,
    /// Whether it is the pattern byte by byte.
    pub(super) is_literal: bool,
    /// Whether it has the variant key of every ordinary term with this pattern.
    pub(super) is_ordinary: bool,
}

impl<P> Default for Lexicon<P> {
    fn default() -> Self {
        Self { languages: BTreeMap::new() }
    }
}

impl<P: Copy> Lexicon<P> {
    /// The lexicon of these terms. A term with nothing left after normalisation is never found.
    pub(super) fn new(terms: impl IntoIterator<Item = LexiconTerm<P>>) -> Self {
        let mut by_lang: BTreeMap<String, (Lang, Vec<TermPattern<P>>)> = BTreeMap::new();
        for term in terms {
            let Some(pattern) = TermPattern::new(&term) else { continue };
            match by_lang.get_mut(term.lang.primary()) {
                Some((_, all)) => all.push(pattern),
                None => drop(by_lang.insert(term.lang.primary().to_owned(), (term.lang, vec![pattern]))),
            }
        }
        let language = |(primary, (lang, terms))| (primary, LanguageLexicon::new(lang, terms));
        Self { languages: by_lang.into_iter().map(language).collect() }
    }

    /// The number of terms.
    pub(super) fn len(&self) -> usize {
        self.languages.values().map(|language| language.terms.len()).sum()
    }

    /// The terms of a language.
    pub(super) fn of(&self, lang: &Lang) -> Option<&LanguageLexicon<P>> {
        self.languages.get(lang.primary())
    }
}

/// A term with the pattern it is searched by.
struct TermPattern<P> {
    pattern: String,
    record: TermRecord<P>,
    breaks: WordBreaks,
    text: String,
    key: Key,
}

impl<P: Copy> TermPattern<P> {
    fn new(term: &LexiconTerm<P>) -> Option<Self> {
        let key = Key::new(&term.text, &term.lang)?;
        let (pattern, breaks, is_ordinary) = pattern(&term.text, &key, &term.lang);
        let record = TermRecord {
            term_id: term.term_id,
            concept_id: term.concept_id,
            project_id: term.project_id,
            is_continued: false,
            is_literal: pattern == term.text,
            is_ordinary,
        };
        Some(Self { pattern, record, breaks, text: term.text.clone(), key })
    }
}

impl<P: Copy> LanguageLexicon<P> {
    fn new(lang: Lang, mut patterns: Vec<TermPattern<P>>) -> Self {
        patterns.sort_unstable_by(|a, b| (&a.pattern, a.record.term_id).cmp(&(&b.pattern, b.record.term_id)));
        let mut texts = String::new();
        let (mut terms, mut term_keys): (Vec<TermRecord<P>>, Vec<TermKeys>) =
            (Vec::with_capacity(patterns.len()), Vec::with_capacity(patterns.len()));
        let mut letters: Vec<String> = Vec::with_capacity(patterns.len());
        for one in patterns {
            if let Some(before) = terms.last_mut() {
                before.is_continued = letters.last() == Some(&one.pattern);
            }
            let text = store(&mut texts, &one.text, &[]);
            let exact = store(&mut texts, &one.key.exact, &[text]);
            let variant = store(&mut texts, &one.key.variant, &[text, exact]);
            term_keys.push(TermKeys { breaks: one.breaks, text, exact, variant });
            terms.push(one.record);
            letters.push(one.pattern);
        }
        texts.shrink_to_fit();
        Self { lang, trie: Trie::new(&letters), terms, term_keys, texts }
    }

    /// Whether its terms are Japanese.
    pub(super) fn is_japanese(&self) -> bool {
        self.lang.is_japanese()
    }

    /// Touches the terms of some patterns, so that their memory is fetched in parallel instead of one by one when they are
    /// compared.
    #[inline(never)]
    pub(super) fn prefetch(&self, matches: &[PatternMatch]) {
        let mut starts = [0_u32; PREFETCH_BATCH];
        let mut seen = 0;
        for (found, start) in matches.iter().zip(&mut starts) {
            let first = self.trie.pattern(found.node).unwrap_or_default();
            seen += self.terms.get(first).map_or(0, |term| usize::from(term.is_literal));
            *start = self.term_keys.get(first).map_or(0, |keys| keys.text.start);
        }
        for start in &starts[..matches.len().min(PREFETCH_BATCH)] {
            seen += self.texts.as_bytes().get(*start as usize).map_or(0, |byte| usize::from(*byte));
        }
        std::hint::black_box(seen);
    }

    /// Calls `emit` with each term of the pattern ending at `node` that matches `occurrence`, and whether it is spelt differently
    /// there, for as long as it returns true. `breaks` gives the word breaks of the occurrence.
    #[inline]
    pub(super) fn matching_terms(
        &self,
        node: Node,
        occurrence: Occurrence<'_>,
        breaks: impl Fn() -> WordBreaks,
        mut emit: impl FnMut(&TermRecord<P>, bool) -> bool,
    ) {
        let Some(first) = self.trie.pattern(node) else { return };
        let mut keys = None;
        for (term, term_keys) in self.terms[first..].iter().zip(&self.term_keys[first..]) {
            let is_variant = if occurrence.is_literal && term.is_literal {
                Some(false)
            } else {
                self.compare(term, term_keys, occurrence, &breaks, &mut keys)
            };
            let goes_on = is_variant.is_none_or(|is_variant| emit(term, is_variant));
            if !goes_on || !term.is_continued {
                break;
            }
        }
    }

    /// How an occurrence matches a term: `Some(false)` exactly, `Some(true)` as a variant, `None` not at all.
    fn compare(
        &self,
        term: &TermRecord<P>,
        term_keys: &TermKeys,
        occurrence: Occurrence<'_>,
        breaks: impl Fn() -> WordBreaks,
        keys: &mut Option<OccurrenceKeys>,
    ) -> Option<bool> {
        let written = text_of(&self.texts, term_keys.text);
        if occurrence.text == written {
            return Some(false);
        }
        if !term_keys.breaks.is_compatible_with(breaks()) {
            return None;
        }
        if term.is_ordinary && occurrence.is_ordinary {
            let same_but_for_case = occurrence.text.eq_ignore_ascii_case(written);
            // Capitals on both sides of a hyphen make a symbol, which has a case.
            if !(same_but_for_case && written.contains('-')) {
                return Some(!same_but_for_case);
            }
        }
        let keys = keys.get_or_insert_with(|| OccurrenceKeys::of(occurrence.text, &self.lang));
        let (exact, variant) = (text_of(&self.texts, term_keys.exact), text_of(&self.texts, term_keys.variant));
        let key = keys.own.as_ref()?;
        if key.exact == exact {
            return Some(false);
        }
        if self.lang.is_japanese() {
            return (key.variant == variant && !contradict(occurrence.text, written)).then_some(true);
        }
        let is_plural = || keys.singular.as_ref().is_some_and(|key| key.exact == exact || key.variant == variant);
        let is_second = || keys.second_variant.as_ref().is_some_and(|second| second == variant);
        (key.variant == variant || is_plural() || is_second()).then_some(true)
    }
}

/// The keys of an occurrence.
struct OccurrenceKeys {
    own: Option<Key>,
    /// The key of the symbol it is the plural of: `GPCR` for `GPCRs`.
    singular: Option<Key>,
    /// The variant key with the other singular of its last word: `axe` for `axes`.
    second_variant: Option<String>,
}

impl OccurrenceKeys {
    fn of(text: &str, lang: &Lang) -> Self {
        let singular = without_plural_of_symbol(text).filter(|_| lang.is_english());
        let second_variant = Key::second_variant(text, lang);
        Self { own: Key::new(text, lang), singular: singular.and_then(|one| Key::new(one, lang)), second_variant }
    }
}

/// `word` without the plural `s` of a symbol at its end; `None` if there is none.
fn without_plural_of_symbol(word: &str) -> Option<&str> {
    let singular = word.strip_suffix('s')?;
    let mut last = singular.chars().rev();
    (last.next()?.is_uppercase() && last.next()?.is_alphabetic()).then_some(singular)
}

/// The letters a term is searched by, its word breaks, and whether it consists of ordinary words.
fn pattern(text: &str, key: &Key, lang: &Lang) -> (String, WordBreaks, bool) {
    if lang.is_japanese() {
        return (JapaneseText::new(text).pattern(), WordBreaks::default(), false);
    }
    let is_english = lang.is_english() && !has_japanese(text);
    let mut pattern = key.variant.to_lowercase();
    pattern.retain(|c| !(matches!(c, ' ' | '-') || lang.is_english() && matches!(c, '_' | '/')));
    let read = SpacedText::new(text, is_english);
    (pattern, read.breaks(), read.is_ordinary(text.len()))
}

/// Stores a text, reusing one of `stored` if it is the same.
fn store(texts: &mut String, text: &str, stored: &[TextSlice]) -> TextSlice {
    if let Some(same) = stored.iter().find(|slice| text_of(texts, **slice) == text) {
        return *same;
    }
    let number = |size: usize| u32::try_from(size).unwrap_or(u32::MAX);
    let new = TextSlice { start: number(texts.len()), length: number(text.len()) };
    texts.push_str(text);
    new
}

fn text_of(texts: &str, slice: TextSlice) -> &str {
    let start = slice.start as usize;
    texts.get(start..start + slice.length as usize).unwrap_or_default()
}
