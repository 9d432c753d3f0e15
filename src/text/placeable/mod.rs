//! A text in its comparison form (N1) in; the parts that are carried over rather than translated out: numbers, dates,
//! codes and tags, each with what it says, written one way for all languages.
//!
//! **Digits and letters.** Digits written against Latin or Greek letters are part of a word: `H2O`, `CYP7A1`, `p53`,
//! `5G`, `3D`. So are digits that a hyphen ties to letters before them (`IL-6`, `COVID-19`, `SARS-CoV-2`), or to a
//! capital that no small letter follows (`5-HT`), and what a full stop or a slash adds to such a word (`PM2.5`,
//! `ANGPTL4/8`). Three things may follow a number without a space: a unit (`10mg`; glossary/numbers.toml; never a single
//! capital), the ending of an ordinal (`21st`), and a scale. Beside kanji and kana digits are numbers: 第2世代, 2型.

mod code;
mod date;
mod decimal;
mod hints;
mod kanji;
mod number;
mod number_words;
mod rewrite;
mod rewrite_date;
mod rewrite_number;
mod scan;

use serde::{Deserialize, Serialize};

use crate::model::{Lang, Span};
pub use hints::{cardinals, hints};
pub use rewrite::rewrite;
use scan::Grammar;

/// A part of a text that is carried over.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Placeable {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: PlaceableKind,
    /// What it says, written one way: `280000000` for 2.8億 and for 280 million, `30%` for 3割, `2026-11-21` for a day,
    /// `2026-11`, `--11-21` and `--11` for what says less; codes and tags as they are.
    pub value: String,
}

/// Kinds of placeables.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceableKind {
    /// A number, also a year and a percentage.
    Number,
    /// A day, a month, or a month of a year.
    Date,
    /// A URL, a mail address, a name of a program part, a version, a placeholder.
    Code,
    /// A tag or an entity of XML or HTML.
    Tag,
}

/// The placeables of `text`, which is in the comparison form N1, in order and not overlapping.
#[must_use]
pub fn placeables(text: &str, lang: &Lang) -> Vec<Placeable> {
    scan::scan(text, grammar(lang))
}

/// Whether a Japanese text begins with what is counted: つ, 人, 種.
#[must_use]
pub fn begins_with_counter(text: &str) -> bool {
    number_words::NUMBER_WORDS.japanese.counts(text)
}

fn grammar(lang: &Lang) -> Grammar {
    match lang.primary() {
        "ja" => Grammar::Japanese,
        "en" => Grammar::English,
        _ => Grammar::Other,
    }
}
