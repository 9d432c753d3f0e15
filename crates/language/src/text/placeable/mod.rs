//! Finds placeables in a text in its normal form N1: the parts that a translation carries over rather than translates.
//!
//! They are numbers, dates, codes and tags, each with a value that is written the same way for all languages.
//!
//! **Digits and letters.** Digits that touch Latin or Greek letters are part of a word: `H2O`, `CYP7A1`, `p53`, `5G`, `3D`.
//! So are digits joined by a hyphen to the letters before them (`IL-6`, `COVID-19`, `SARS-CoV-2`), or to a capital after
//! them that no lower-case letter follows (`5-HT`), and anything a full stop or a slash adds to such a word (`PM2.5`,
//! `ANGPTL4/8`). Three things may follow a number without a space: a unit (`10mg`; glossary/numbers.toml; never a single
//! capital), an ordinal ending (`21st`), and a power of ten (`280万`). Digits next to kanji or kana are numbers: 第2世代, 2型.

mod code;
mod date;
mod hints;
mod kanji;
mod number;
mod number_words;
mod plain;
mod rewrite;
mod rewrite_date;
mod rewrite_number;
mod scan;
mod word_number;
mod words;

use crate::model::{Lang, Span};
pub use hints::hints;
use number_words::NUMBER_WORDS;
pub use rewrite::rewrite;
use scan::Grammar;
pub use word_number::{WordNumber, word_numbers};
pub use words::{number_words, rewrite_word};

/// Whether a text begins with the name of a Japanese era since 1868.
#[must_use]
pub fn begins_with_era(text: &str) -> bool {
    NUMBER_WORDS.japanese.split_era(text).is_some_and(|(era, _)| era.is_modern())
}

/// The first Western year of the Japanese era since 1868 whose name a text ends with.
#[must_use]
pub fn first_year_of_era(text: &str) -> Option<u32> {
    NUMBER_WORDS.japanese.era_before(text).filter(|era| era.is_modern()).map(|era| era.first)
}

/// A part of a text that a translation carries over.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Placeable {
    /// Its span in the text.
    pub span: Span,
    /// Its kind.
    pub kind: PlaceableKind,
    /// Its value, written the same way for all languages: `280000000` for 2.8億 and for 280 million, `30%` for 3割,
    /// `2026-11-21` for a day, `2026-11`, `--11-21` and `--11` for less complete dates; codes and tags as they are.
    pub value: String,
}

/// Kinds of placeables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceableKind {
    /// A number, including years and percentages.
    Number,
    /// A day, a month, or a month of a certain year.
    Date,
    /// A URL, a mail address, an identifier, a version number or a placeholder.
    Code,
    /// An XML or HTML tag or entity.
    Tag,
}

/// The placeables of `text`, which must be in the normal form N1, in order and not overlapping.
#[must_use]
pub fn placeables(text: &str, lang: &Lang) -> Vec<Placeable> {
    scan::scan(text, grammar(lang))
}

/// The name of an era in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EraName {
    /// The length of the name in bytes.
    pub length: usize,
    /// The first Western year of the era.
    pub first: u32,
    /// Its last Western year.
    pub last: u32,
}

impl EraName {
    /// The name of an era, of whatever age, that `text` ends with.
    #[must_use]
    pub fn before(text: &str) -> Option<Self> {
        let era = NUMBER_WORDS.japanese.era_before(text)?;
        Some(Self { length: era.name.len(), first: era.first, last: era.last })
    }

    /// The Western year of a year of the era, if the era had it.
    #[must_use]
    pub fn western(self, year: u32) -> Option<u32> {
        let western = self.first.checked_add(year.checked_sub(1)?)?;
        (western <= self.last).then_some(western)
    }
}

/// The Western year of a year of the era that a letter stands for: H30.
#[must_use]
pub fn year_of_letter(letter: char, year: u32) -> Option<u32> {
    NUMBER_WORDS.japanese.era_of_letter(letter)?.western(year)
}

/// Whether a Japanese text begins with a counter: つ, 人, 種.
#[must_use]
pub fn begins_with_counter(text: &str) -> bool {
    NUMBER_WORDS.japanese.begins_with_counter(text)
}

/// Whether English joins a word in lower case to a number by a hyphen: the based of 0-based.
#[must_use]
pub fn is_joined_to_number(word: &str) -> bool {
    NUMBER_WORDS.english.is_joined(word)
}

fn grammar(lang: &Lang) -> Grammar {
    match lang.primary() {
        "ja" => Grammar::Japanese,
        "en" => Grammar::English,
        _ => Grammar::Other,
    }
}
