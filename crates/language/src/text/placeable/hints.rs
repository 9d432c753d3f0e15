//! Finds words that may express a number without being one: once, both, half, XIV, 一つ, digits inside names and codes.
//!
//! None of them is surely a number: 一方 is not, and `one` may be a pronoun. But if the other side of a translation has a
//! number, it may have been translated by one of these. So a hint can account for a number, but never requires one.

use super::decimal::Decimal;
use super::kanji::{digit, zeros};
use super::number::digits_end;
use super::number_words::{EnglishWord, NUMBER_WORDS};
use super::scan::Grammar;
use super::{Placeable, PlaceableKind};
use crate::model::{Lang, Span};

/// Words of `text` that may express a number beside its placeables, in no order; spans may overlap.
#[must_use]
pub fn hints(text: &str, lang: &Lang) -> Vec<Placeable> {
    let mut found = digits(text);
    match super::grammar(lang) {
        Grammar::Japanese => {
            kanji(text, &mut found);
            listed(text, &NUMBER_WORDS.japanese.values, &mut found);
        }
        Grammar::English => english(text, &mut found),
        Grammar::Other => {}
    }
    found
}

/// English numbers above one in words that mean nothing else: two, twenty-five, the third. `one` is too often a pronoun,
/// and `second` a unit of time.
#[must_use]
pub fn cardinals(text: &str, lang: &Lang) -> Vec<Placeable> {
    if super::grammar(lang) != Grammar::English {
        return Vec::new();
    }
    let mut found: Vec<Placeable> = Vec::new();
    let mut tens: Option<(usize, usize, u32)> = None;
    for (start, word) in runs(text) {
        let end = start + word.len();
        let close = tens.take().filter(|(_, end, _)| *end + 1 == start);
        match (NUMBER_WORDS.english.word(word), close) {
            (Some(EnglishWord::Small(number)), Some((begun, _, ten))) if number < 10 => {
                found.pop();
                found.push(hint(begun, end, (ten + number).to_string()));
            }
            (Some(EnglishWord::Small(number)), _) if number > 1 => found.push(hint(start, end, number.to_string())),
            (Some(EnglishWord::Tens(number)), _) => {
                found.push(hint(start, end, number.to_string()));
                tens = Some((start, end, number));
            }
            _ => {
                let before = text.get(..start).unwrap_or_default().trim_end();
                let is_place = before.ends_with("the") || before.ends_with("The");
                let place = if is_place { place(&word.to_ascii_lowercase()) } else { None };
                found.extend(place.map(|number| hint(start, end, number.to_string())));
            }
        }
    }
    found
}

/// The number of an ordinal in letters, from the second on.
fn place(word: &str) -> Option<u32> {
    match (word, ordinal(word)) {
        ("second", _) => Some(2),
        ("third", _) => Some(3),
        (_, Some(EnglishWord::Small(number))) if number > 1 && !word.ends_with("ths") => Some(number),
        _ => None,
    }
}

fn hint(start: usize, end: usize, value: String) -> Placeable {
    let kind = if value.starts_with("--") { PlaceableKind::Date } else { PlaceableKind::Number };
    Placeable { span: Span::new(start, end), kind, value }
}

/// Every run of digits, and every two with a point between them: 8 of utf8, 3 of Python3, 4.2 of v4.2.
fn digits(text: &str) -> Vec<Placeable> {
    let bytes = text.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let end = digits_end(bytes, at);
        if end == at {
            at += 1;
            continue;
        }
        let value = |from: usize, to: usize| text.get(from..to).unwrap_or_default().to_owned();
        // 010 is part of a name, 02 a month.
        if bytes[at] != b'0' || end - at <= 2 {
            found.push(hint(at, end, value(at, end)));
        }
        if bytes.get(end) == Some(&b'.') {
            let fraction = digits_end(bytes, end + 1);
            if fraction > end + 1 {
                found.push(hint(at, fraction, value(at, fraction)));
            }
        }
        at = end;
    }
    found
}

/// Every run of kanji numerals, whatever is next to it, and each single numeral.
fn kanji(text: &str, found: &mut Vec<Placeable>) {
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let end = at + c.len_utf8();
        if digit(c).is_some() || zeros(c).is_some() {
            if let Some(read) = super::number::kanji_anywhere(text, at) {
                found.push(hint(at, read.end, read.value));
            }
            let alone = digit(c).map(|digit| digit.to_string());
            let scale = || zeros(c).and_then(|zeros| Decimal::whole(1).scaled(zeros)).map(|number| number.to_string());
            found.extend(alone.or_else(scale).map(|value| hint(at, end, value)));
        }
        at = end;
    }
}

/// Finds the listed words that express a number, anywhere in the text.
fn listed(text: &str, words: &[(String, Vec<String>)], found: &mut Vec<Placeable>) {
    for (word, values) in words {
        for (at, _) in text.match_indices(word.as_str()) {
            found.extend(values.iter().map(|value| hint(at, at + word.len(), value.clone())));
        }
    }
}

/// English words that express a number: cardinals, ordinals, multiples, Roman numerals, and those in numbers.toml.
fn english(text: &str, found: &mut Vec<Placeable>) {
    let words = &NUMBER_WORDS.english;
    let mut tens: Option<(usize, usize, u32)> = None;
    for (phrase, values) in words.values.iter().filter(|(phrase, _)| phrase.contains(' ')) {
        for (at, _) in text.match_indices(phrase.as_str()) {
            found.extend(values.iter().map(|value| hint(at, at + phrase.len(), value.clone())));
        }
    }
    for (start, word) in runs(text) {
        let end = start + word.len();
        let lower = word.to_ascii_lowercase();
        for value in words.values.iter().filter(|(known, _)| *known == lower).flat_map(|(_, values)| values) {
            found.push(hint(start, end, value.clone()));
        }
        let fold = lower.strip_suffix("fold").unwrap_or(&lower);
        let number = words.word(word).or_else(|| words.word(fold)).or_else(|| ordinal(fold));
        let close = tens.filter(|(_, end, _)| *end + 1 >= start);
        tens = None;
        match number {
            Some(EnglishWord::Small(number)) => {
                found.push(hint(start, end, number.to_string()));
                if let Some((begun, _, ten)) = close.filter(|_| number < 10) {
                    found.push(hint(begun, end, (ten + number).to_string()));
                }
            }
            Some(EnglishWord::Tens(number)) => {
                found.push(hint(start, end, number.to_string()));
                tens = Some((start, end, number));
            }
            Some(EnglishWord::Scale(zeros)) => {
                let scale = Decimal::whole(1).scaled(zeros);
                found.extend(scale.map(|scale| hint(start, end, scale.to_string())));
            }
            Some(EnglishWord::Month(month, _)) => found.push(hint(start, end, format!("--{month:02}"))),
            None => {
                let roman = Some(word).filter(|word| word.bytes().all(|byte| b"IVX".contains(&byte))).and_then(roman);
                found.extend(roman.map(|value| hint(start, end, value.to_string())));
            }
        }
    }
}

/// Runs of ASCII letters.
pub(super) fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = text.split(|c: char| !c.is_ascii_alphabetic());
    let base = text.as_ptr().addr();
    parts.filter(|part| !part.is_empty()).map(move |part| (part.as_ptr().addr() - base, part))
}

/// The number word that an ordinal in letters is made from: third, fifth, twentieth, hundredths.
fn ordinal(word: &str) -> Option<EnglishWord> {
    let words = &NUMBER_WORDS.english;
    let stem = word.strip_suffix("ths").or_else(|| word.strip_suffix("th"))?;
    // Five and twelve change their last letters: fifth, twelfth.
    let changed = match stem {
        "fif" => Some("five"),
        "twelf" => Some("twelve"),
        _ => None,
    };
    if let Some(number) = changed {
        return words.word(number);
    }
    let tens = stem.strip_suffix("ie").and_then(|stem| words.word(&format!("{stem}y")));
    tens.or_else(|| words.word(stem))
        .or_else(|| words.word(&format!("{stem}e")))
        .or_else(|| words.word(&format!("{stem}t")))
}

/// A Roman numeral up to thirty-nine.
fn roman(text: &str) -> Option<u32> {
    let value = |c: char| match c {
        'I' => 1,
        'V' => 5,
        _ => 10,
    };
    if text.len() > 7 {
        return None;
    }
    let mut sum = 0;
    let mut chars = text.chars().map(value).peekable();
    while let Some(one) = chars.next() {
        match chars.peek() {
            Some(next) if *next > one => sum += chars.next()? - one,
            _ => sum += one,
        }
    }
    (sum > 0).then_some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_names_and_codes_hint_at_numbers() {
        for (lang, text, want) in [
            (Lang::EN, "twice as often", "2"),
            (Lang::EN, "both sides", "2"),
            (Lang::EN, "twenty-five years", "25"),
            (Lang::EN, "the twentieth", "20"),
            (Lang::EN, "the fifth and the ninth", "9"),
            (Lang::EN, "the fifth and the ninth", "5"),
            (Lang::EN, "the twelfth", "12"),
            (Lang::EN, "tenfold", "10"),
            (Lang::EN, "half of them", "0.5"),
            (Lang::EN, "type IV", "4"),
            (Lang::EN, "a dozen", "12"),
            (Lang::EN, "a million", "1000000"),
            (Lang::EN, "in March", "--03"),
            (Lang::EN, "binary", "2"),
            (Lang::EN, "Python3", "3"),
            (Lang::EN, "v4.2", "4.2"),
            (Lang::JA, "両方の", "2"),
            (Lang::JA, "半数", "0.5"),
            (Lang::JA, "三角", "3"),
            (Lang::JA, "二十五の", "25"),
            (Lang::JA, "𠮷野の一方", "1"),
        ] {
            let found = hints(text, &lang);
            assert!(found.iter().any(|hint| hint.value == want), "{text}: {found:?}");
            assert!(found.iter().all(|hint| text.get(hint.span.start..hint.span.end).is_some()), "{text}");
        }
        assert!(hints("the same words", &Lang::EN).is_empty());
        assert!(hints("同じ言葉ー", &Lang::JA).is_empty());
    }
}
