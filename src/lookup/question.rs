//! What is typed in; the forms it is compared in out.

use crate::model::{Lang, MatchKind, ProjectId};
use crate::text::chars::has_japanese;
use crate::text::kana::{is_kana, romaji_key};
use crate::text::key::{Key, reading_key};

/// A query in every form terms are compared by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The projects to look in, the most trusted first; none at first.
    pub projects: Vec<ProjectId>,
    /// Only terms of this language and its regional forms; any where none is named.
    pub lang: Option<Lang>,
    /// Only matches of these kinds; all where none is named.
    pub kinds: Vec<MatchKind>,
    /// The most hits.
    pub limit: usize,
    /// The key, which is the same in every language.
    pub(super) key: String,
    /// Keys with spelling variants folded, as each language folds them.
    pub(super) variants: Vec<String>,
    /// The query as a reading, if it is kana.
    pub(super) reading: Option<String>,
    /// The query as romaji, if it is Latin letters.
    pub(super) romaji: Option<String>,
    /// What the romaji of a reading may begin with, while the last sound is still being typed.
    pub(super) romaji_beginnings: Vec<String>,
}

impl Question {
    /// A question about `text`: any kind of match, ten hits at most; `None` where it holds nothing a term could have.
    #[must_use]
    pub fn new(text: &str, lang: Option<Lang>) -> Option<Self> {
        let langs = lang.clone().map_or(vec![Lang::JA, Lang::EN], |lang| vec![lang]);
        let keys: Vec<Key> = langs.iter().filter_map(|lang| Key::new(text, lang)).collect();
        let key = keys.first()?.exact.clone();
        let mut variants: Vec<String> = keys.into_iter().map(|key| key.variant).collect();
        variants.dedup();
        let text = text.trim();
        let reading = is_kana(text).then(|| reading_key(text)).filter(|key| !key.is_empty());
        let letters = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'')) && !has_japanese(text);
        let romaji = (letters && text.chars().count() >= 2).then(|| romaji_key(text));
        let romaji_beginnings = if romaji.is_some() { romaji_beginnings(text) } else { Vec::new() };
        let (projects, kinds, limit) = (Vec::new(), Vec::new(), 10);
        Some(Self { projects, lang, kinds, limit, key, variants, reading, romaji, romaji_beginnings })
    }
}

/// The folded romaji a reading may begin with when `text` has been typed.
///
/// Folding looks at whole sounds (`shi` is `si`), so letters that begin one are also folded as each sound they may become.
fn romaji_beginnings(text: &str) -> Vec<String> {
    let mut beginnings = vec![romaji_key(text)];
    let text = text.to_lowercase();
    for (typed, folded) in UNFINISHED {
        if let Some(before) = text.strip_suffix(typed) {
            beginnings.push(format!("{}{folded}", romaji_key(before)));
        }
    }
    beginnings.sort_unstable();
    beginnings.dedup();
    beginnings.retain(|one| !one.is_empty());
    beginnings
}

/// Beginnings of sounds as they are typed, and as the folded sounds begin.
const UNFINISHED: [(&str, &str); 12] = [
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
