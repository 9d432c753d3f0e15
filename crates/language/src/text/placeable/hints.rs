//! Finds words that may express a number without being one: once, both, half, XIV, 一つ, digits inside names and codes.
//!
//! None of them is surely a number: 一方 is not, and `one` may be a pronoun. But if the other side of a translation has a
//! number, it may have been translated by one of these. So a hint can account for a number, but never requires one.

use super::kanji::{digit, is_numeral, zeros};
use super::number::digits_end;
use super::number_words::{EnglishWord, NUMBER_WORDS};
use super::plain::{is_plain, plain_words};
use super::scan::Grammar;
use super::word_number::{ordinal, runs};
use super::{Placeable, PlaceableKind};
use crate::model::{Lang, Span};
use crate::text::chars::{Class, class};
use crate::text::decimal::Decimal;

/// Words of `text` that may express a number beside its placeables, in no order; spans may overlap.
#[must_use]
pub fn hints(text: &str, lang: &Lang) -> Vec<Placeable> {
    let mut found = digits(text);
    match super::grammar(lang) {
        Grammar::Japanese => {
            let words = &NUMBER_WORDS.japanese;
            kanji(text, &mut found);
            listed(text, &words.values, &mut found);
            let mut whole = Vec::new();
            listed(text, &words.whole_values, &mut whole);
            found.extend(whole.into_iter().filter(|hint| stands_alone(text, hint.span)));
            let plain = plain_words(text);
            found.retain(|hint| !is_plain(&plain, hint.span));
        }
        Grammar::English => english(text, &mut found),
        Grammar::Other => {}
    }
    found
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
    let mut run_end = 0;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if !is_numeral(c) {
            continue;
        }
        if at >= run_end {
            run_end = match super::number::kanji_anywhere(text, at) {
                Some(read) => {
                    found.push(hint(at, read.end, read.value));
                    read.end
                }
                None => {
                    let rest = text.get(at..).unwrap_or_default();
                    at + rest.find(|c| !is_numeral(c)).unwrap_or(rest.len())
                }
            };
        }
        let alone = digit(c).map(|digit| digit.to_string());
        let scale = || zeros(c).and_then(|zeros| Decimal::whole(1).scaled(zeros)).map(|number| number.to_string());
        found.extend(alone.or_else(scale).map(|value| hint(at, end, value)));
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

/// Whether no katakana touches a word in katakana.
fn stands_alone(text: &str, span: Span) -> bool {
    let katakana = |c: Option<char>| c.is_some_and(|c| class(c) == Class::Katakana || c == 'ー');
    let (before, after) = (text.get(..span.start), text.get(span.end..));
    !katakana(before.and_then(|before| before.chars().next_back()))
        && !katakana(after.and_then(|after| after.chars().next()))
}

/// English words that express a number: cardinals, ordinals, multiples, Roman numerals, and those in numbers.toml.
fn english(text: &str, found: &mut Vec<Placeable>) {
    let words = &NUMBER_WORDS.english;
    let mut tens: Option<(usize, usize, u32)> = None;
    let lower = text.to_ascii_lowercase();
    for (phrase, values) in words.values.iter().filter(|(phrase, _)| phrase.contains([' ', '-'])) {
        for (at, _) in lower.match_indices(phrase.as_str()) {
            found.extend(values.iter().map(|value| hint(at, at + phrase.len(), value.clone())));
        }
    }
    for (start, word) in runs(text) {
        let end = start + word.len();
        let lower = word.to_ascii_lowercase();
        for value in words.values.iter().filter(|(known, _)| *known == lower).flat_map(|(_, values)| values) {
            found.push(hint(start, end, value.clone()));
        }
        found.extend(words.compound(&lower).map(|value| hint(start, end, value.to_owned())));
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
                let is_roman = word.bytes().all(|byte| b"IVX".contains(&byte)) && !is_speaker(text, start, word);
                let roman = Some(word).filter(|_| is_roman).and_then(roman);
                found.extend(roman.map(|value| hint(start, end, value.to_string())));
            }
        }
    }
}

/// Whether I is somebody rather than a number: at the beginning of a sentence, before an apostrophe, after `that`.
fn is_speaker(text: &str, start: usize, word: &str) -> bool {
    const BEFORE: [&str; 18] = [
        "that", "when", "what", "if", "as", "and", "or", "but", "because", "so", "than", "how", "where", "which",
        "can", "do", "did", "should",
    ];
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(start + word.len()..).unwrap_or_default());
    let verb = after.strip_prefix(' ').is_some_and(|next| next.starts_with(|c: char| c.is_ascii_lowercase()));
    let tight = before.trim_end();
    let last = runs(before).last().filter(|(at, last)| at + last.len() == tight.len()).map(|(_, last)| last);
    let opens = last.is_none() && !tight.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '/' | '('));
    word == "I"
        && (after.starts_with(['\'', '’']) || verb && (opens || last.is_some_and(|last| BEFORE.contains(&last))))
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
            (Lang::EN, "diploid cells", "2"),
            (Lang::EN, "Hexagonal", "6"),
            (Lang::EN, "carbon monoxide", "1"),
            (Lang::EN, "an icosahedron", "20"),
            (Lang::EN, "quadrilateral", "4"),
            (Lang::EN, "Python3", "3"),
            (Lang::EN, "v4.2", "4.2"),
            (Lang::JA, "両方の", "2"),
            (Lang::JA, "半数", "0.5"),
            (Lang::JA, "三角", "3"),
            (Lang::JA, "二十五の", "25"),
            (Lang::JA, "𠮷野の一方", "1"),
            (Lang::JA, "ステップ・ツー", "2"),
            (Lang::JA, "一対の対象", "2"),
            (Lang::EN, "hexadecimal digits", "base 16"),
            (Lang::EN, "a class I gene", "1"),
            (Lang::EN, "Table I shows", "1"),
        ] {
            let found = hints(text, &lang);
            assert!(found.iter().any(|hint| hint.value == want), "{text}: {found:?}");
            assert!(found.iter().all(|hint| text.get(hint.span.start..hint.span.end).is_some()), "{text}");
        }
        assert!(hints("the same words", &Lang::EN).is_empty());
        assert!(hints("different trials of biology, monitored", &Lang::EN).is_empty());
        assert!(hints("同じ言葉ー", &Lang::JA).is_empty());
        assert!(hints("対象に対して簡単なツールとフォームを統一し、初期値と一致する", &Lang::JA).is_empty());
        assert!(hints("\"I love it, and I'm sure that I can; I do", &Lang::EN).is_empty());
    }
}
