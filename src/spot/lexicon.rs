//! Terms in; for each place of a text the terms that stand there out. Never changed once it is built.
//!
//! A tree finds what is spelt like a term when case is folded; then the place must share a key with the term, the same
//! key look-up uses. So the tree decides what is looked at, the key what is found.

use std::collections::BTreeMap;

use crate::model::{ConceptId, Lang, ProjectId, TermId};
use crate::text::chars::has_japanese;
use crate::text::key::Key;
use crate::text::normal::normal;
use crate::text::variants::japanese_spellings;

use super::KnownTerm;
use super::japanese::Japanese;
use super::joints::Joints;
use super::spaced::Spaced;
use super::trie::{Node, Trie};
use super::walk::Reached;

/// The terms of all languages.
#[derive(Default)]
pub(super) struct Lexicon {
    sections: BTreeMap<String, Section>,
}

/// The terms of one language, by pattern.
pub(super) struct Section {
    lang: Lang,
    pub(super) trie: Trie,
    terms: Vec<Known>,
    spellings: Vec<Spelling>,
    /// What the terms are compared by, one after the other.
    texts: String,
}

/// A term: what is always looked at.
pub(super) struct Known {
    pub(super) term_id: TermId,
    pub(super) concept_id: ConceptId,
    pub(super) project_id: ProjectId,
    /// Whether the next term has the same pattern.
    goes_on: bool,
    /// Whether the pattern has its very bytes.
    is_plain: bool,
    /// Whether it is ordinary words, so that they need no key to be compared.
    is_ordinary: bool,
}

/// A term: what is looked at where that does not tell.
struct Spelling {
    joints: Joints,
    text: Part,
    exact: Part,
    variant: Part,
}

/// Bytes of the texts of a section.
#[derive(Clone, Copy)]
struct Part {
    start: u32,
    length: u32,
}

/// So many patterns are worth fetching at once.
pub(super) const FETCHED: usize = 64;

/// A place where terms of one pattern may stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place<'a> {
    /// What stands there.
    pub(super) text: &'a str,
    /// Whether it has the very bytes of the pattern.
    pub(super) is_plain: bool,
    /// Whether it shares the variant key of every ordinary term of the pattern.
    pub(super) is_ordinary: bool,
}

impl Lexicon {
    /// The lexicon of these terms. A term with nothing left after normalisation is never found.
    pub(super) fn new(terms: impl IntoIterator<Item = KnownTerm>) -> Self {
        let mut by_lang: BTreeMap<String, (Lang, Vec<Prepared>)> = BTreeMap::new();
        for term in terms {
            let prepared = Prepared::all(&term);
            match by_lang.get_mut(term.lang.primary()) {
                Some((_, known)) => known.extend(prepared),
                None => drop(by_lang.insert(term.lang.primary().to_owned(), (term.lang, prepared))),
            }
        }
        let section = |(primary, (lang, terms))| (primary, Section::new(lang, terms));
        Self { sections: by_lang.into_iter().map(section).collect() }
    }

    /// The number of terms.
    pub(super) fn len(&self) -> usize {
        self.sections.values().map(|section| section.terms.len()).sum()
    }

    /// The terms of a language.
    pub(super) fn section(&self, lang: &Lang) -> Option<&Section> {
        self.sections.get(lang.primary())
    }
}

/// A term on its way into a section.
struct Prepared {
    pattern: String,
    known: Known,
    joints: Joints,
    text: String,
    key: Key,
}

impl Prepared {
    /// A term, and its other spellings where it is Japanese.
    fn all(term: &KnownTerm) -> Vec<Self> {
        let mut all: Vec<Self> = Vec::from_iter(Self::new(term, &term.text));
        if term.lang.is_japanese() {
            for spelling in japanese_spellings(&normal(&term.text)) {
                let other = Self::new(term, &spelling);
                all.extend(other.filter(|other| all.iter().all(|known| known.pattern != other.pattern)));
            }
        }
        all
    }

    fn new(term: &KnownTerm, spelling: &str) -> Option<Self> {
        let key = Key::new(&term.text, &term.lang)?;
        let (pattern, joints, is_ordinary) = pattern(spelling, &Key::new(spelling, &term.lang)?, &term.lang);
        let known = Known {
            term_id: term.term_id,
            concept_id: term.concept_id,
            project_id: term.project_id,
            goes_on: false,
            is_plain: pattern == term.text,
            is_ordinary,
        };
        Some(Self { pattern, known, joints, text: term.text.clone(), key })
    }
}

impl Section {
    fn new(lang: Lang, mut prepared: Vec<Prepared>) -> Self {
        prepared.sort_unstable_by(|a, b| (&a.pattern, a.known.term_id).cmp(&(&b.pattern, b.known.term_id)));
        let mut texts = String::new();
        let (mut terms, mut spellings): (Vec<Known>, Vec<Spelling>) =
            (Vec::with_capacity(prepared.len()), Vec::with_capacity(prepared.len()));
        let mut patterns: Vec<String> = Vec::with_capacity(prepared.len());
        for one in prepared {
            if let Some(before) = terms.last_mut() {
                before.goes_on = patterns.last() == Some(&one.pattern);
            }
            let text = keep(&mut texts, &one.text, &[]);
            let exact = keep(&mut texts, &one.key.exact, &[text]);
            let variant = keep(&mut texts, &one.key.variant, &[text, exact]);
            spellings.push(Spelling { joints: one.joints, text, exact, variant });
            terms.push(one.known);
            patterns.push(one.pattern);
        }
        texts.shrink_to_fit();
        Self { lang, trie: Trie::new(&patterns), terms, spellings, texts }
    }

    /// Looks at the terms of some patterns, so that the memory they lie in is fetched for all of them at once. What each
    /// pattern needs next waits for no other; asked one by one they would wait in turn.
    #[inline(never)]
    pub(super) fn fetch(&self, reached: &[Reached]) {
        let mut starts = [0_u32; FETCHED];
        let mut seen = 0;
        for (reached, start) in reached.iter().zip(&mut starts) {
            let first = self.trie.pattern(reached.node).unwrap_or_default();
            seen += self.terms.get(first).map_or(0, |known| usize::from(known.is_plain));
            *start = self.spellings.get(first).map_or(0, |spelling| spelling.text.start);
        }
        for start in &starts[..reached.len().min(FETCHED)] {
            seen += self.texts.as_bytes().get(*start as usize).map_or(0, |byte| usize::from(*byte));
        }
        std::hint::black_box(seen);
    }

    /// The terms of the pattern that ends at `node` that agree with a place, each with whether they are spelt another way
    /// there. `joints` tells where the words of the place meet.
    #[inline]
    pub(super) fn agreeing(
        &self,
        node: Node,
        place: Place<'_>,
        joints: impl Fn() -> Joints,
        mut found: impl FnMut(&Known, bool),
    ) {
        let Some(first) = self.trie.pattern(node) else { return };
        let mut keys = None;
        for (known, spelling) in self.terms[first..].iter().zip(&self.spellings[first..]) {
            let is_variant = if place.is_plain && known.is_plain {
                Some(false)
            } else {
                self.agreement(known, spelling, place, &joints, &mut keys)
            };
            if let Some(is_variant) = is_variant {
                found(known, is_variant);
            }
            if !known.goes_on {
                break;
            }
        }
    }

    /// How a place agrees with a term: `Some(false)` exactly, `Some(true)` as a variant, `None` not at all.
    fn agreement(
        &self,
        known: &Known,
        spelling: &Spelling,
        place: Place<'_>,
        joints: impl Fn() -> Joints,
        keys: &mut Option<Keys>,
    ) -> Option<bool> {
        let term = part(&self.texts, spelling.text);
        if place.text == term {
            return Some(false);
        }
        if !spelling.joints.agree(joints()) {
            return None;
        }
        if known.is_ordinary && place.is_ordinary {
            let same_but_for_case = place.text.eq_ignore_ascii_case(term);
            // Capitals on both sides of a hyphen make a symbol, which has a case.
            if !(same_but_for_case && term.contains('-')) {
                return Some(!same_but_for_case);
            }
        }
        let keys = keys.get_or_insert_with(|| Keys::of(place.text, &self.lang));
        let (exact, variant) = (part(&self.texts, spelling.exact), part(&self.texts, spelling.variant));
        let key = keys.own.as_ref()?;
        if key.exact == exact {
            return Some(false);
        }
        let is_plural = || keys.singular.as_ref().is_some_and(|key| key.exact == exact || key.variant == variant);
        (key.variant == variant || is_plural()).then_some(true)
    }
}

/// The keys of a place.
struct Keys {
    own: Option<Key>,
    /// Of the symbol whose plural it is: `GPCR` of `GPCRs`.
    singular: Option<Key>,
}

impl Keys {
    fn of(place: &str, lang: &Lang) -> Self {
        let singular = without_plural_of_symbol(place).filter(|_| lang.is_english());
        Self { own: Key::new(place, lang), singular: singular.and_then(|singular| Key::new(singular, lang)) }
    }
}

/// The symbol whose plural `word` ends with; `None` where the word ends with none.
fn without_plural_of_symbol(word: &str) -> Option<&str> {
    let singular = word.strip_suffix('s')?;
    let mut last = singular.chars().rev();
    (last.next()?.is_uppercase() && last.next()?.is_alphabetic()).then_some(singular)
}

/// The letters a term is searched by, where its words meet, and whether they are ordinary.
fn pattern(text: &str, key: &Key, lang: &Lang) -> (String, Joints, bool) {
    if lang.is_japanese() {
        return (Japanese::new(text).pattern(), Joints::default(), false);
    }
    let is_english = lang.is_english() && !has_japanese(text);
    let mut pattern = key.variant.to_lowercase();
    pattern.retain(|c| !(matches!(c, ' ' | '-') || lang.is_english() && matches!(c, '_' | '/')));
    let read = Spaced::new(text, is_english);
    (pattern, read.joints(), read.is_ordinary(text.len()))
}

/// Keeps a text, unless it is the same as one of `kept`.
fn keep(texts: &mut String, text: &str, kept: &[Part]) -> Part {
    if let Some(same) = kept.iter().find(|one| part(texts, **one) == text) {
        return *same;
    }
    let number = |size: usize| u32::try_from(size).unwrap_or(u32::MAX);
    let new = Part { start: number(texts.len()), length: number(text.len()) };
    texts.push_str(text);
    new
}

fn part(texts: &str, part: Part) -> &str {
    let start = part.start as usize;
    texts.get(start..start + part.length as usize).unwrap_or_default()
}
