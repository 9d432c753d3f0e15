//! Features of a sentence that can be recognised in its translation: words, numbers, Latin letters and katakana.
//!
//! Stems are cut shorter here than for the composition of terms: two words with one stem only add up counts, and the table
//! of words has to be found in any form, whereas there a wrong stem would name a term.

use rustc_hash::FxHashSet;
use xxhash_rust::xxh3::xxh3_64;

use crate::model::{Lang, Span};
use crate::text::chars::{Class, class, has_japanese};
use crate::text::english;
use crate::text::kana;
use crate::text::normal::{fold, normal};
use crate::text::placeable::{PlaceableKind, placeables};
use crate::text::sound::morae;
use crate::text::tokeniser::{Tokeniser, WordClass};
use crate::text::word_pairs::stem;

/// The features of a sentence.
#[derive(Debug, Clone, Default)]
pub(super) struct SentenceFeatures {
    /// Its length in characters.
    pub(super) length: usize,
    /// The features, in order.
    pub(super) items: Vec<Feature>,
    /// The spelling of English words, one for each feature; empty if it is not a word.
    pub(super) spelling: Vec<String>,
}

/// The sentences of the Japanese text.
pub(super) struct JapaneseSentences<'a>(pub(super) &'a [SentenceFeatures]);

/// The sentences of the English text.
pub(super) struct EnglishSentences<'a>(pub(super) &'a [SentenceFeatures]);

/// A feature.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Feature {
    /// A word, as its dictionary form or stem.
    Word(String),
    /// A katakana word that is long enough to be recognised by its sound.
    Katakana(String),
    /// Latin letters in Japanese text, as the stem of an English word.
    Latin(String),
    /// The value of a number, date or code.
    Value(String),
}

impl Feature {
    /// Its text in the table.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Word(text) | Self::Katakana(text) | Self::Latin(text) | Self::Value(text) => text,
        }
    }

    /// Its number in the table.
    pub(super) fn key(&self) -> u32 {
        key(self.text())
    }
}

/// The number of a word.
pub(super) fn key(text: &str) -> u32 {
    (xxh3_64(text.as_bytes()) >> 32) as u32
}

/// English letters that take the place of ten Japanese characters.
const LETTERS: usize = 22;

/// Japanese words that are so common that they do not help to recognise a sentence.
const EMPTY: &[&str] = &[
    "する",
    "なる",
    "ある",
    "いる",
    "れる",
    "られる",
    "こと",
    "もの",
    "ため",
    "の",
    "よう",
    "それ",
    "これ",
    "この",
    "その",
    "できる",
    "せる",
    "おる",
    "くる",
    "いく",
    "みる",
    "しまう",
    "ところ",
    "わけ",
    "はず",
    "とき",
    "さん",
    "的",
    "ます",
    "です",
    "ない",
    "という",
    "として",
    "における",
    "について",
    "により",
    "によって",
];

/// The same for English.
const STOPS: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "from", "as", "and", "or", "is", "are", "was",
    "were", "be", "been", "being", "am", "do", "does", "did", "have", "has", "had", "it", "this", "that", "these",
    "those", "there", "its", "s", "t", "ll", "re", "ve", "m", "d", "will", "would", "can", "could", "should", "may",
    "might", "must", "not", "into", "than", "then", "which", "up", "out", "so", "such", "also", "via",
];

/// A feature with its place and spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SpelledFeature {
    /// Its span in the text as written.
    pub(super) span: Span,
    pub(super) feature: Feature,
    /// The spelling of an English word in lower case.
    pub(super) spelling: String,
}

/// The words of a Japanese text with their places. Numbers are left out.
pub(super) fn spelled_japanese(text: &str, words: &Tokeniser) -> Vec<SpelledFeature> {
    let folded = fold(text);
    let found = words.base_forms(&folded.text).into_iter().filter_map(|(span, class, base)| {
        let surface = span.of(&folded.text);
        let feature = japanese(surface, class, base).filter(|_| !surface.contains(|c: char| c.is_numeric()))?;
        Some(SpelledFeature { span: folded.source(span), feature, spelling: String::new() })
    });
    found.collect()
}

/// The words of an English text with their places. Numbers are left out.
pub(super) fn spelled_english(text: &str) -> Vec<SpelledFeature> {
    let folded = fold(text);
    let base = folded.text.as_ptr().addr();
    let found = folded.text.split(|c: char| !c.is_alphanumeric()).filter_map(|word| {
        let lower = english::greek_names(&word.to_lowercase());
        if word.is_empty() || word.contains(|c: char| c.is_numeric()) || STOPS.contains(&lower.as_str()) {
            return None;
        }
        let start = word.as_ptr().addr() - base;
        let span = folded.source(Span::new(start, start + word.len()));
        Some(SpelledFeature { span, feature: Feature::Word(stem(&lower)), spelling: lower })
    });
    found.collect()
}

impl SentenceFeatures {
    /// The features of a Japanese sentence.
    pub(super) fn of_japanese(text: &str, words: &Tokeniser) -> Self {
        let text = normal(text);
        let mut items = Vec::new();
        for (rest, values) in pieces(&text, &Lang::JA) {
            items.extend(values);
            for (span, class, base) in words.base_forms(rest) {
                items.extend(japanese(span.of(rest), class, base));
            }
        }
        let characters = text.chars().filter(|c| !c.is_whitespace()).count();
        // English that was left untranslated is as long as it is on the other side, where a letter counts less.
        let length = if has_japanese(&text) { characters } else { characters * 10 / LETTERS };
        Self { length, items, spelling: Vec::new() }
    }

    /// The features of an English sentence.
    pub(super) fn of_english(text: &str) -> Self {
        let text = normal(text);
        let (mut items, mut spelling) = (Vec::new(), Vec::new());
        for (rest, values) in pieces(&text, &Lang::EN) {
            items.extend(values);
            spelling.resize(items.len(), String::new());
            let words = rest.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
            for word in words {
                let lower = english::greek_names(&word.to_lowercase());
                if !STOPS.contains(&lower.as_str()) {
                    items.push(Feature::Word(stem(&lower)));
                    spelling.push(lower);
                }
            }
        }
        Self { length: text.chars().count(), items, spelling }
    }

    /// The numbers of all features, each once.
    pub(super) fn keys(features: &[Self]) -> FxHashSet<u32> {
        features.iter().flat_map(|features| &features.items).map(Feature::key).collect()
    }
}

/// The texts between placeables, each with the values before it.
fn pieces<'a>(text: &'a str, lang: &Lang) -> Vec<(&'a str, Vec<Feature>)> {
    let mut pieces = Vec::new();
    let mut values = Vec::new();
    let mut at = 0;
    for placeable in placeables(text, lang) {
        let before = Span::new(at, placeable.span.start).of(text);
        pieces.push((before, std::mem::take(&mut values)));
        at = placeable.span.end;
        let value = placeable.value.to_lowercase();
        match placeable.kind {
            PlaceableKind::Tag => {}
            // A day can also be recognised by its year or its month.
            PlaceableKind::Date => {
                let year = value.split('-').next().filter(|year| !year.is_empty()).map(str::to_owned);
                values.extend(year.map(Feature::Value));
                values.push(Feature::Value(value));
            }
            PlaceableKind::Number | PlaceableKind::Code => values.push(Feature::Value(value)),
        }
    }
    pieces.push((Span::new(at, text.len()).of(text), values));
    pieces
}

fn japanese(surface: &str, word_class: WordClass, base: String) -> Option<Feature> {
    if matches!(word_class, WordClass::Particle | WordClass::Symbol) || EMPTY.contains(&base.as_str()) {
        return None;
    }
    let all = |kind: Class| surface.chars().all(|c| class(c) == kind);
    if all(Class::Hiragana) && surface.chars().count() == 1 || all(Class::Other) {
        return None;
    }
    if all(Class::Katakana) && morae(surface) >= 3 {
        return Some(Feature::Katakana(kana::katakana(surface)));
    }
    if surface.chars().all(|c| matches!(class(c), Class::Latin | Class::Digit | Class::Greek)) {
        let lower = english::greek_names(&surface.to_lowercase());
        return (!STOPS.contains(&lower.as_str())).then(|| Feature::Latin(stem(&lower)));
    }
    Some(Feature::Word(base))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(features: &SentenceFeatures) -> String {
        features.items.iter().map(Feature::text).collect::<Vec<_>>().join("|")
    }

    #[test]
    fn a_sentence_is_what_can_be_found_again() {
        for (text, want) in [
            ("𠮷野家の ⻭ と　ｾﾝｻｰ、DNA。\r\n", "𠮷野家|歯|センサー|dna"),
            ("2024年5月に２.８億円", "2024|2024-05|280000000|円"),
            ("", ""),
        ] {
            assert_eq!(shown(&SentenceFeatures::of_japanese(text, &Tokeniser::by_script())), want, "{text}");
        }
        for (text, want) in [
            ("The tumours, stopped in May 2024!", "tumor|stop|2024|2024-05"),
            ("280 million γ-rays", "280000000|gamma|ray"),
            ("", ""),
        ] {
            assert_eq!(shown(&SentenceFeatures::of_english(text)), want, "{text}");
        }
    }
}
