//! English numbers in words that a repair can replace by other ones: four projects, the third lecture, a sixfold increase.

use super::number_words::{EnglishWord, NUMBER_WORDS};
use super::word_number::runs;
use super::{Placeable, PlaceableKind, word_numbers};
use crate::model::{Lang, Span};

/// The English numbers in words of a text, which must be in the normal form N1, with their values, in order.
#[must_use]
pub fn number_words(text: &str, lang: &Lang) -> Vec<Placeable> {
    if !lang.is_english() {
        return Vec::new();
    }
    let sure = word_numbers(text, lang).into_iter().filter(|word| word.is_sure);
    let mut found: Vec<Placeable> = sure.map(|word| word.number).collect();
    for (start, word) in runs(text) {
        let multiple = word.strip_suffix("fold").and_then(value_of);
        found.extend(multiple.map(|value| Placeable {
            span: Span::new(start, start + word.len()),
            kind: PlaceableKind::Number,
            value: value.to_string(),
        }));
    }
    found.sort_by_key(|word| word.span);
    found
}

/// `value` in words of the kind of `written`: five for three, fifth for third, fivefold for threefold. `None` for a number that
/// is not usually written in words.
#[must_use]
pub fn rewrite_word(written: &str, value: &str) -> Option<String> {
    let number: u32 = value.parse().ok().filter(|number| (2..100).contains(number))?;
    let lower = written.to_ascii_lowercase();
    let made = if let Some(stem) = lower.strip_suffix("fold") {
        value_of(stem)?;
        // Sixty-fold, but sixfold.
        if number > 20 && !number.is_multiple_of(10) {
            return None;
        }
        format!("{}fold", spelled(number)?)
    } else if lower.split('-').all(|part| NUMBER_WORDS.english.word(part).is_some()) {
        spelled(number)?
    } else {
        ordinal(number)?
    };
    let capital = written.starts_with(|c: char| c.is_ascii_uppercase());
    Some(if capital { crate::text::english::capitalised(&made) } else { made })
}

fn value_of(word: &str) -> Option<u32> {
    match NUMBER_WORDS.english.word(word)? {
        EnglishWord::Small(number) | EnglishWord::Tens(number) if number > 1 => Some(number),
        _ => None,
    }
}

/// A number below one hundred in words: seven, twenty, twenty-one.
fn spelled(number: u32) -> Option<String> {
    let english = &NUMBER_WORDS.english;
    if number < 20 {
        return english.small(number).map(str::to_owned);
    }
    let tens = english.tens(number / 10)?;
    match number % 10 {
        0 => Some(tens.to_owned()),
        ones => Some(format!("{tens}-{}", english.small(ones)?)),
    }
}

/// An ordinal below one hundred in words: fifth, twentieth, twenty-first.
fn ordinal(number: u32) -> Option<String> {
    let cardinal = spelled(number)?;
    let (before, last) = cardinal.rsplit_once('-').map_or(("", cardinal.as_str()), |(tens, ones)| (tens, ones));
    let made = match last {
        "one" => "first".to_owned(),
        "two" => "second".to_owned(),
        "three" => "third".to_owned(),
        "five" => "fifth".to_owned(),
        "eight" => "eighth".to_owned(),
        "nine" => "ninth".to_owned(),
        "twelve" => "twelfth".to_owned(),
        _ => last.strip_suffix('y').map_or_else(|| format!("{last}th"), |stem| format!("{stem}ieth")),
    };
    Some(if before.is_empty() { made } else { format!("{before}-{made}") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_written_in_words_of_the_same_kind() {
        for (written, value, want) in [
            ("three", "5", Some("five")),
            ("Three", "12", Some("Twelve")),
            ("twenty-five", "40", Some("forty")),
            ("third", "5", Some("fifth")),
            ("Third", "20", Some("Twentieth")),
            ("second", "21", Some("twenty-first")),
            ("fourfold", "6", Some("sixfold")),
            ("fourfold", "23", None),
            ("three", "1", None),
            ("three", "1500", None),
            ("three", "2.5", None),
            ("three", "2026-11", None),
        ] {
            assert_eq!(rewrite_word(written, value).as_deref(), want, "{written} {value}");
        }
    }

    #[test]
    fn words_for_multiples_are_found_beside_cardinals_and_ordinals() {
        let found: Vec<String> = number_words("the third of four sixfold and twenty-two", &Lang::EN)
            .into_iter()
            .map(|word| word.value)
            .collect();
        assert_eq!(found, ["3", "4", "6", "22"]);
        assert_eq!(number_words("manifold fold one", &Lang::EN), []);
        assert_eq!(number_words("三つの島", &Lang::JA), []);
    }
}
