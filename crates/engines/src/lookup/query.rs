//! A look-up query in every form that terms are compared by.

use crate::model::{Lang, MatchKind, ProjectId};
use crate::text::chars::has_japanese;
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
    /// The key, which is the same in every language.
    pub(super) key: String,
    /// The keys with spelling variants folded, one for each language that folds them differently.
    pub(super) variants: Vec<String>,
    /// The query as a reading, if it is written in kana.
    pub(super) reading: Option<String>,
    /// The query as romaji, if it is written in Latin letters.
    pub(super) romaji: Option<String>,
    /// Prefixes the romaji of a reading may have, while the last sound is still being typed.
    pub(super) romaji_prefixes: Vec<String>,
}

impl TermQuery {
    /// A query for `text` with any kind of match and at most ten results; `None` if nothing of it could be part of a term.
    #[must_use]
    pub fn new(text: &str, lang: Option<Lang>) -> Option<Self> {
        let langs = lang.clone().map_or(vec![Lang::JA, Lang::EN], |lang| vec![lang]);
        let keys: Vec<Key> = langs.iter().filter_map(|lang| Key::new(text, lang)).collect();
        let key = keys.first()?.exact.clone();
        let mut variants: Vec<String> = keys.into_iter().map(|key| key.variant).collect();
        variants.extend(langs.iter().filter_map(|lang| Key::second_variant(text, lang)));
        variants.dedup();
        let text = text.trim();
        let reading = is_kana(text).then(|| reading_key(text)).filter(|key| !key.is_empty());
        let letters = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'')) && !has_japanese(text);
        let romaji = (letters && text.chars().count() >= 2).then(|| romaji_key(text));
        let romaji_prefixes = if romaji.is_some() { romaji_prefixes(text) } else { Vec::new() };
        let (projects, kinds, limit) = (Vec::new(), Vec::new(), 10);
        Some(Self { projects, lang, kinds, limit, key, variants, reading, romaji, romaji_prefixes })
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
