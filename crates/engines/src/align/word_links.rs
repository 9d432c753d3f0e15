//! Words of a sentence and the words that translate them in its translation, where both are certain: each occurs once, and
//! neither could belong to another word.

use rustc_hash::FxHashMap;

use super::features::{Feature, SpelledFeature, spelled_english, spelled_japanese};
use super::table::TranslationTable;
use super::text_pair::words_sounding_like;
use crate::model::Span;
use crate::text::sound::Pronunciations;
use crate::text::tokeniser::Tokeniser;

/// The least confidence of a link.
const LEAST: f32 = 0.25;
/// The largest number of words in a sentence whose words are linked.
const MOST: usize = 400;

/// A Japanese word and its English translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WordLink {
    /// The Japanese word, as a span of the text as written.
    pub ja: Span,
    /// The English word, as a span of the text as written.
    pub en: Span,
}

/// The words of both texts that surely translate each other, in order of the Japanese text.
///
/// A pair is known from the table,
/// by its Latin letters, or by the sound of katakana. Texts of more than 400 words have none.
#[must_use]
pub fn word_links(ja: &str, en: &str, table: &TranslationTable, words: &Tokeniser) -> Vec<WordLink> {
    let (ja, en) = (spelled_japanese(ja, words), spelled_english(en));
    if ja.len() > MOST || en.len() > MOST {
        return Vec::new();
    }
    let (of_ja, of_en) = (occurrences(&ja), occurrences(&en));
    let once: Vec<(usize, &SpelledFeature)> =
        en.iter().enumerate().filter(|(_, word)| of_en.get(&word.feature.key()) == Some(&1)).collect();
    let by_key: FxHashMap<u32, usize> = once.iter().map(|(at, word)| (word.feature.key(), *at)).collect();
    let sounds: Vec<Option<Pronunciations>> = once
        .iter()
        .map(|(_, word)| (word.spelling.len() >= 3).then(|| Pronunciations::of_english(&word.spelling)))
        .collect();
    let mut links: Vec<(usize, usize, f32)> = Vec::new();
    for (at, word) in ja.iter().enumerate() {
        let mut partners: Vec<(usize, f32)> = Vec::new();
        partners.extend(table.of(word.feature.key()).filter_map(|(key, sure)| Some((*by_key.get(&key)?, sure))));
        if matches!(word.feature, Feature::Latin(_)) {
            partners.extend(by_key.get(&word.feature.key()).map(|partner| (*partner, 1.0)));
        }
        if let Feature::Katakana(katakana) = &word.feature {
            let alike = words_sounding_like(katakana, &sounds);
            partners.extend(alike.filter_map(|(number, sure)| Some((once.get(number as usize)?.0, sure))));
        }
        links
            .extend(partners.into_iter().filter(|(_, sure)| *sure >= LEAST).map(|(partner, sure)| (at, partner, sure)));
    }
    // A word that occurs twice, or whose partner could translate another word, says nothing about its place.
    let unique = |link: &(usize, usize, f32)| {
        let word = ja.get(link.0);
        word.is_some_and(|word| of_ja.get(&word.feature.key()) == Some(&1))
            && links.iter().all(|other| other.1 != link.1 || other.0 == link.0 || other.2 * 2.0 < link.2)
            && links.iter().all(|other| other.0 != link.0 || other.1 == link.1 || other.2 <= link.2)
    };
    let mut certain: Vec<WordLink> = links
        .iter()
        .filter(|link| unique(link))
        .filter_map(|link| Some(WordLink { ja: ja.get(link.0)?.span, en: en.get(link.1)?.span }))
        .collect();
    certain.dedup();
    certain
}

fn occurrences(words: &[SpelledFeature]) -> FxHashMap<u32, usize> {
    let mut counts = FxHashMap::default();
    for word in words {
        *counts.entry(word.feature.key()).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(ja: &str, en: &str) -> Vec<String> {
        let links = word_links(ja, en, &TranslationTable::default(), &Tokeniser::by_script());
        links.into_iter().map(|link| format!("{}={}", link.ja.of(ja), link.en.of(en))).collect()
    }

    #[test]
    fn words_are_linked_where_both_occur_once() {
        for (ja, en, want) in [
            ("細胞の数", "The number of cells", &["細胞=cells", "数=number"][..]),
            ("ＤＮＡと RNA", "RNA and DNA", &["ＤＮＡ=DNA", "RNA=RNA"]),
            ("ヘモグロビンを測る", "Hemoglobin was measured", &["ヘモグロビン=Hemoglobin"]),
            ("細胞と細胞", "a cell", &[]),
            ("細胞", "cells and cells", &[]),
            ("𠮷野の⻭", "no link", &[]),
            ("", "", &[]),
        ] {
            assert_eq!(shown(ja, en), want, "{ja} {en}");
        }
    }
}
