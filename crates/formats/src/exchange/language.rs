//! Language tags as files write them, and the language a text is in.

use crate::exchange::item::Fault;
use crate::model::Lang;

/// The tags of a file and their languages: a file repeats a few tags a million times.
#[derive(Debug, Default)]
pub(super) struct Languages(Vec<(String, Result<Lang, Fault>)>);

/// How many tags are remembered, which is more than any sound file has.
const REMEMBERED: usize = 64;

impl Languages {
    /// The language of a tag.
    pub(super) fn parse(&mut self, tag: &str) -> Result<Lang, Fault> {
        if let Some((_, language)) = self.0.iter().find(|(remembered, _)| remembered == tag) {
            return language.clone();
        }
        let parsed = parse(tag);
        if self.0.len() < REMEMBERED {
            self.0.push((tag.to_owned(), parsed.clone()));
        }
        parsed
    }
}

/// Reads a tag. `ja_JP.UTF-8` and `sr@latin`, as operating systems write them, are read as `ja-JP` and `sr`.
pub(super) fn parse(tag: &str) -> Result<Lang, Fault> {
    let shortened: String = tag.trim().chars().take(40).collect();
    let bare = shortened.split(['.', '@']).next().unwrap_or_default();
    Lang::parse(bare).map_err(|error| Fault::LanguageInvalid { problem: error.to_string() })
}

/// Whether a character is kana, kanji or Japanese punctuation, between which a line end is nothing.
pub(super) fn is_japanese(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff01}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a text has any kana or kanji.
pub(super) fn has_japanese(text: &str) -> bool {
    text.chars()
        .any(|letter| is_japanese(letter) && !matches!(letter, '\u{3000}'..='\u{3003}' | '\u{ff01}'..='\u{ff65}'))
}

/// The language of a text that does not name it: Japanese where there is kana or kanji, else English.
pub(super) fn language_of(text: &str) -> Lang {
    if has_japanese(text) { Lang::JA } else { Lang::EN }
}
