//! A look-up query in every form that terms are compared by.

use super::brackets::without_marks;
use crate::model::{Lang, MatchKind, ProjectId};
use crate::text::chars::{Class, class, has_japanese};
use crate::text::kana::{is_kana, romaji_key};
use crate::text::key::{Key, reading_key};

/// A look-up query, prepared for comparison with the keys of terms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermQuery {
    /// The projects to search, the most trusted first; empty until set by the caller.
    pub projects: Vec<ProjectId>,
    /// Restricts the search to this language and its regional variants.
    pub lang: Option<Lang>,
    /// Restricts the search to these kinds of match; empty means all.
    pub kinds: Vec<MatchKind>,
    /// The largest number of results.
    pub limit: usize,
    /// The query as given.
    pub(super) text: String,
    /// The key, which is the same in every language.
    pub(super) key: String,
    /// The key with case folded: a look-up never fails because of it.
    pub(super) small: String,
    /// The keys with spelling variants folded, one for each language that folds them differently.
    pub(super) variants: Vec<VariantKey>,
    /// Whether it has kanji, so that parts of terms may be written otherwise.
    pub(super) has_kanji: bool,
    /// How a dictionary reads it, in katakana, if it has kanji.
    pub(super) sound: Option<String>,
    /// The query without the brackets, quotation marks and punctuation around it, if there are any.
    pub(super) inner: Option<Box<Self>>,
    /// The query as a reading, if it is written in kana.
    pub(super) reading: Option<String>,
    /// The query as romaji, if it is written in Latin letters.
    pub(super) romaji: Option<String>,
    /// Prefixes the romaji of a reading may have, while the last sound is still being typed.
    pub(super) romaji_prefixes: Vec<String>,
}

/// A variant key, and its form without case and spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct VariantKey {
    pub(super) variant: String,
    pub(super) compact: String,
}

/// A variant key without case and spaces: the loosest form in which two spellings of a term are equal.
pub(super) fn compact(variant: &str) -> String {
    let mut compact = variant.to_lowercase();
    compact.retain(|c| c != ' ');
    compact
}

impl TermQuery {
    /// A query for `text` with any kind of match and at most ten results; `None` if nothing of it could be part of a term.
    #[must_use]
    pub fn new(text: &str, lang: Option<Lang>) -> Option<Self> {
        let langs = lang.clone().map_or(vec![Lang::JA, Lang::EN], |lang| vec![lang]);
        let keys: Vec<Key> = langs.iter().filter_map(|lang| Key::new(text, lang)).collect();
        let key = keys.first()?.exact.clone();
        let variants = keys.into_iter().map(|key| key.variant);
        let others = langs.iter().filter_map(|lang| Key::second_variant(text, lang));
        let mut variants: Vec<VariantKey> =
            variants.chain(others).map(|variant| VariantKey { compact: compact(&variant), variant }).collect();
        variants.dedup();
        let text = text.trim();
        let inner = Some(without_marks(text)).filter(|inner| *inner != text);
        let inner = inner.and_then(|inner| Self::new(inner, lang.clone())).map(Box::new);
        let reading = is_kana(text).then(|| reading_key(text)).filter(|key| !key.is_empty());
        let letters = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'')) && !has_japanese(text);
        let romaji = (letters && text.chars().count() >= 2).then(|| romaji_key(text));
        let romaji_prefixes = if romaji.is_some() { romaji_prefixes(text) } else { Vec::new() };
        let (projects, kinds, limit) = (Vec::new(), Vec::new(), 10);
        Some(Self {
            projects,
            lang,
            kinds,
            limit,
            text: text.to_owned(),
            small: key.to_lowercase(),
            key,
            variants,
            has_kanji: text.chars().any(|c| class(c) == Class::Kanji),
            sound: None,
            inner,
            reading,
            romaji,
            romaji_prefixes,
        })
    }

    /// The text to look up, without the marks around it.
    #[must_use]
    pub fn text(&self) -> &str {
        self.inner.as_ref().map_or(&self.text, |inner| inner.text())
    }

    /// Adds how a dictionary reads the query, so that terms that are read alike are found or suggested.
    pub fn read_as(&mut self, reading: &str) {
        let key = reading_key(reading);
        if self.has_kanji && !key.is_empty() {
            self.sound = Some(key.clone());
        }
        if let Some(inner) = &mut self.inner {
            inner.read_as(reading);
        }
    }

    /// The forms in which parts of terms may be written, if it has kanji.
    pub(super) fn folded(&self) -> impl Iterator<Item = &str> {
        let keys = self.variants.iter().take(1).filter(|_| self.has_kanji);
        keys.map(|key| key.compact.as_str()).filter(|compact| !compact.is_empty())
    }

    /// The query without the marks around it, with the same filters.
    pub(super) fn without_marks(&self) -> Option<Self> {
        let inner = self.inner.as_deref()?;
        let (projects, kinds) = (self.projects.clone(), self.kinds.clone());
        Some(Self { projects, kinds, limit: self.limit, ..inner.clone() })
    }
}

/// The folded romaji a reading may begin with when `text` has been typed so far.
///
/// Folding works on whole sounds (`shi` becomes `si`), so an unfinished sound is also folded as each sound it may become.
fn romaji_prefixes(text: &str) -> Vec<String> {
    let mut prefixes = vec![romaji_key(text)];
    let text = text.to_lowercase();
    for (typed, folded) in UNFINISHED_SOUNDS {
        if let Some(before) = text.strip_suffix(typed) {
            prefixes.push(format!("{}{folded}", romaji_key(before)));
        }
    }
    prefixes.sort_unstable();
    prefixes.dedup();
    prefixes.retain(|prefix| !prefix.is_empty());
    prefixes
}

/// Unfinished sounds as typed, and how the folded sounds begin.
const UNFINISHED_SOUNDS: [(&str, &str); 12] = [
    ("sh", "s"),
    ("ts", "t"),
    ("tc", "tt"),
    ("tch", "tt"),
    ("cch", "tt"),
    ("ssh", "ss"),
    ("ch", "t"),
    ("c", "t"),
    ("j", "z"),
    ("f", "h"),
    ("m", "n"),
    ("n", "n"),
];
