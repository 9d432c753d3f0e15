//! Finds numbers written in words or kanji: twenty-five, the third, a hundred thousand, 三.
//!
//! A sure one means nothing else, so the other side of a translation must have it. The rest (one, second, a hundred, kanji
//! that may be part of a word) can account for a number of the other side.

use super::number_words::{EnglishWord, NUMBER_WORDS};
use super::plain::{is_plain, plain_words};
use super::scan::Grammar;
use super::{Placeable, PlaceableKind, kanji};
use crate::model::{Lang, Span};
use crate::text::decimal::Decimal;

/// A number in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordNumber {
    /// Its place and value.
    pub number: Placeable,
    /// Whether it means nothing else.
    pub is_sure: bool,
    /// Whether it is an ordinal, or a part of a whole: third.
    pub is_ordinal: bool,
}

/// The numbers in words of `text`, in order and not overlapping. `text` must be in the normal form N1.
#[must_use]
pub fn word_numbers(text: &str, lang: &Lang) -> Vec<WordNumber> {
    match super::grammar(lang) {
        Grammar::Japanese => japanese(text),
        Grammar::English => english(text),
        Grammar::Other => Vec::new(),
    }
}

/// Every run of kanji numerals.
fn japanese(text: &str) -> Vec<WordNumber> {
    let plain = plain_words(text);
    let mut found = Vec::new();
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if at < end || !super::number::begins(c) {
            continue;
        }
        if let Some(read) = super::number::kanji_anywhere(text, at) {
            end = read.end;
            if !is_plain(&plain, Span::new(at, read.end)) {
                found.push(word(at, read.end, read.value, false, false));
            }
        } else {
            let rest = text.get(at..).unwrap_or_default();
            end = at + rest.find(|c| !kanji::is_numeral(c)).unwrap_or(rest.len());
        }
    }
    found
}

fn word(start: usize, end: usize, value: String, is_sure: bool, is_ordinal: bool) -> WordNumber {
    let number = Placeable { span: Span::new(start, end), kind: PlaceableKind::Number, value };
    WordNumber { number, is_sure, is_ordinal }
}

/// A run of ASCII letters, and what it means as a number.
struct EnglishRun<'text> {
    start: usize,
    text: &'text str,
    cardinal: Option<EnglishWord>,
    ordinal: Option<EnglishWord>,
}

impl EnglishRun<'_> {
    fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

fn english(text: &str) -> Vec<WordNumber> {
    let words = &NUMBER_WORDS.english;
    let runs: Vec<EnglishRun<'_>> = runs(text)
        .map(|(start, run)| {
            let month = |word: &EnglishWord| !matches!(word, EnglishWord::Month(..));
            let cardinal = words.word(run).filter(month);
            let ordinal = if cardinal.is_some() { None } else { ordinal(&run.to_ascii_lowercase()).filter(month) };
            EnglishRun { start, text: run, cardinal, ordinal }
        })
        .collect();
    let mut found: Vec<WordNumber> = Vec::new();
    let mut at = 0;
    while let Some(run) = runs.get(at) {
        let touches = |place: usize| {
            let before = runs.get(place).map(EnglishRun::end);
            let next = runs.get(place + 1);
            next.filter(|next| before.is_some_and(|before| before + 1 == next.start))
                .filter(|next| matches!(text.as_bytes().get(next.start - 1), Some(b' ' | b'-')))
        };
        let next = touches(at);
        let before = text.get(..run.start).unwrap_or_default().trim_end();
        let is_place = before.ends_with(" the") || before == "the" || before == "The" || before.ends_with(" The");
        let read = match (run.cardinal, run.ordinal) {
            (Some(EnglishWord::Tens(tens)), _) => match next.map(|next| (next, next.cardinal, next.ordinal)) {
                Some((next, Some(EnglishWord::Small(unit)), _)) if unit < 10 => {
                    Some((2, next.end(), tens + unit, true, false))
                }
                Some((next, None, Some(EnglishWord::Small(unit)))) if unit < 10 => {
                    Some((2, next.end(), tens + unit, true, true))
                }
                _ => Some((1, run.end(), tens, true, false)),
            },
            (Some(EnglishWord::Small(number)), _) => Some((1, run.end(), number, number > 1, false)),
            (None, Some(EnglishWord::Small(number) | EnglishWord::Tens(number))) => {
                // The second may be a unit of time or a half: the second half.
                let sure =
                    is_place && number > 1 && !run.text.eq_ignore_ascii_case("second") && !run.text.ends_with('s');
                Some((1, run.end(), number, sure, true))
            }
            _ => None,
        };
        if let Some((length, end, number, is_sure, is_ordinal)) = read {
            let (number, end, more) = scaled(text, &runs, at + length - 1, Decimal::whole(number), end);
            let part = more > 0 && runs.get(at + length + more - 1).is_some_and(|last| last.ordinal.is_some());
            found.push(word(run.start, end, number.to_string(), is_sure && more == 0, is_ordinal || part));
            at += length + more;
        } else if let Some(zeros) = scale(run) {
            let start = Decimal::whole(1).scaled(zeros).unwrap_or_default();
            let (mut number, mut end, mut more) = scaled(text, &runs, at, start, run.end());
            // A hundred and one.
            let gap = run
                .start
                .checked_sub(1)
                .filter(|_| ["a", "A"].contains(&before.rsplit(' ').next().unwrap_or_default()));
            let longer = gap.and_then(|gap| super::number::in_words(text, gap, Some(Decimal::whole(1))));
            if let Some(read) = longer.filter(|read| read.end > end)
                && let Some(value) = Decimal::parse(&read.value)
            {
                more = runs.iter().skip(at + 1).take_while(|run| run.start < read.end).count();
                (number, end) = (value, read.end);
            }
            let part = runs.get(at + more).is_some_and(|last| last.ordinal.is_some());
            found.push(word(run.start, end, number.to_string(), false, part));
            at += 1 + more;
        } else {
            at += 1;
        }
    }
    found
}

/// The zeros of a word for a power of ten: hundred, thousandth.
fn scale(run: &EnglishRun<'_>) -> Option<u32> {
    match (run.cardinal, run.ordinal) {
        (Some(EnglishWord::Scale(zeros)), _) | (None, Some(EnglishWord::Scale(zeros))) => Some(zeros),
        _ => None,
    }
}

/// A number times the powers of ten after the run at `at`, where it ends, and how many words they are.
fn scaled(text: &str, runs: &[EnglishRun<'_>], at: usize, number: Decimal, end: usize) -> (Decimal, usize, usize) {
    let (mut number, mut end, mut more) = (number, end, 0);
    while let Some(next) = runs.get(at + more + 1) {
        let close = end + 1 == next.start && matches!(text.as_bytes().get(end), Some(b' ' | b'-'));
        let larger = scale(next).filter(|_| close && !runs[at + more].text.is_empty());
        let Some(product) = larger.and_then(|zeros| number.scaled(zeros)) else { break };
        (number, end, more) = (product, next.end(), more + 1);
    }
    (number, end, more)
}

/// Runs of ASCII letters.
pub(super) fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let parts = text.split(|c: char| !c.is_ascii_alphabetic());
    let base = text.as_ptr().addr();
    parts.filter(|part| !part.is_empty()).map(move |part| (part.as_ptr().addr() - base, part))
}

/// The number word that an ordinal in letters is made from: first, third, fifth, twentieth, hundredths.
pub(super) fn ordinal(word: &str) -> Option<EnglishWord> {
    let words = &NUMBER_WORDS.english;
    match word {
        "first" => return Some(EnglishWord::Small(1)),
        "second" => return Some(EnglishWord::Small(2)),
        "third" | "thirds" => return Some(EnglishWord::Small(3)),
        "fifth" | "fifths" => return Some(EnglishWord::Small(5)),
        "twelfth" | "twelfths" => return Some(EnglishWord::Small(12)),
        _ => {}
    }
    let stem = word.strip_suffix("ths").or_else(|| word.strip_suffix("th"))?;
    let tens = stem.strip_suffix("ie").and_then(|stem| words.word(&format!("{stem}y")));
    tens.or_else(|| words.word(stem))
        .or_else(|| words.word(&format!("{stem}e")))
        .or_else(|| words.word(&format!("{stem}t")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_have_their_values() {
        for (lang, text, want) in [
            (Lang::EN, "two to three percent", "2! 3!"),
            (Lang::EN, "the twenty-first century", "21!"),
            (Lang::EN, "thirty five of them", "35!"),
            (Lang::EN, "the third, a third and two thirds", "3! 3 2! 3"),
            (Lang::EN, "fifth, twelfth, ninth, eighth, fortieth", "5 12 9 8 40"),
            (Lang::EN, "the second half of one second", "2 1 2"),
            (Lang::EN, "a hundred thousand people", "100000"),
            (Lang::EN, "one ten-thousandth", "1 10000"),
            (Lang::EN, "in May, one may go", "1"),
            (Lang::EN, "often weights attend", ""),
            (Lang::JA, "二、三十人の一部と千葉", "2 30 1"),
            (Lang::JA, "𠮷野の二百五十匹", "250"),
        ] {
            let found = word_numbers(text, &lang);
            let got: Vec<String> = found
                .iter()
                .map(|word| format!("{}{}", word.number.value, if word.is_sure { "!" } else { "" }))
                .collect();
            assert_eq!(got.join(" "), want, "{text}");
        }
    }
}
