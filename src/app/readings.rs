//! How Japanese terms are read: as somebody states it, as their parts are read, else as the tokeniser guesses.
//!
//! The parts are those of the starter base, whose readings people wrote. A tokeniser's reading of a term it does not know is often
//! wrong (間葉系 as ハザマヨウケイ), so it is told apart everywhere and never exported.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::starter::rows::rows as starter_rows;
use crate::model::{Reading, ReadingOrigin};
use crate::text::chars::{Class, class};
use crate::text::kana;
use crate::text::normal::normal;
use crate::text::tokeniser::Tokeniser;

/// Terms longer than this, in characters, are not put together from parts.
const LONGEST: usize = 40;
/// The longest part, in characters.
const LONGEST_PART: usize = 16;

/// The readings of the starter base by the term's normal form. A term with two readings has none.
static PARTS: LazyLock<HashMap<String, Option<String>>> = LazyLock::new(|| {
    let mut parts: HashMap<String, Option<String>> = HashMap::new();
    let fields = starter_rows().unwrap_or_default();
    for row in fields.into_iter().flat_map(|(_, rows)| rows).filter(|row| !row.reading.is_empty()) {
        let reading = parts.entry(normal(&row.ja)).or_insert_with(|| Some(row.reading.clone()));
        if reading.as_deref() != Some(row.reading.as_str()) {
            *reading = None;
        }
    }
    parts
});

/// The reading of a term that nobody states.
pub(in crate::app) fn reading_of(text: &str, words: &Tokeniser) -> Option<Reading> {
    let composed = composed(text).map(|kana| Reading { kana, origin: ReadingOrigin::Composed });
    composed.or_else(|| Some(Reading { kana: words.reading(text)?, origin: ReadingOrigin::Guessed }))
}

/// A stated reading.
pub(in crate::app) fn stated(kana: &str) -> Reading {
    Reading { kana: kana::katakana(kana), origin: ReadingOrigin::Stated }
}

/// The reading put together from the fewest known parts; kana are read as they are written.
fn composed(text: &str) -> Option<String> {
    let text = normal(text);
    let chars: Vec<char> = text.chars().collect();
    if chars.len() > LONGEST {
        return None;
    }
    // For every place: the number of parts up to it and the reading, by the fewest parts.
    let mut best: Vec<Option<(usize, String)>> = vec![None; chars.len() + 1];
    best[0] = Some((0, String::new()));
    for from in 0..chars.len() {
        let Some((parts, read)) = best[from].clone() else { continue };
        let kana_run = chars[from..].iter().take_while(|c| is_kana(**c)).count();
        let mut reach = |length: usize, reading: &str| {
            let found = (parts + 1, format!("{read}{reading}"));
            let place = &mut best[from + length];
            if place.as_ref().is_none_or(|(fewest, _)| found.0 < *fewest) {
                *place = Some(found);
            }
        };
        let begins_run = from == 0 || !is_kana(chars[from - 1]);
        if kana_run > 0 && begins_run {
            let written: String = chars[from..from + kana_run].iter().collect();
            reach(kana_run, &kana::katakana(&written));
        }
        for length in 1..=LONGEST_PART.min(chars.len() - from) {
            let part: String = chars[from..from + length].iter().collect();
            let own = length >= 2 || chars.len() == 1;
            if let Some(Some(reading)) = own.then(|| PARTS.get(&part)).flatten() {
                reach(length, reading);
            }
        }
    }
    best[chars.len()].take().map(|(_, reading)| reading)
}

fn is_kana(c: char) -> bool {
    matches!(class(c), Class::Katakana | Class::Hiragana)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_known_reading_are_put_together_and_everything_else_is_a_guess() {
        let words = Tokeniser::by_script();
        let read = |text: &str| reading_of(text, &words).map(|reading| (reading.kana, reading.origin));
        let composed = |kana: &str| Some((kana.to_owned(), ReadingOrigin::Composed));
        assert_eq!(read("幹細胞"), composed("カンサイボウ"));
        assert_eq!(read("神経細胞ネットワーク"), composed("シンケイサイボウネットワーク"));
        assert_eq!(read("もつれ"), composed("モツレ"));
        // Nothing here knows 𠮷, and without a dictionary nobody guesses.
        assert_eq!(read("𠮷細胞"), None);
    }
}
