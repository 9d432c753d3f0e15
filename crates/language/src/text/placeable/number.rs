//! Reads a number at a position of a text.
//!
//! The value is written the same way for all languages: digits without separators, a decimal point, `%` for hundredths.
//! 2.8億, 280 million and 280,000,000 are all `280000000`; 3割 and 30 percent are `30%`.

use super::kanji::{digit, zeros};
use super::number_words::{EnglishWord, NUMBER_WORDS};
use crate::text::chars::{Class, class};
use crate::text::decimal::Decimal;

/// The value of a number or date, and where it ends in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ParsedValue {
    /// One past its last byte.
    pub(super) end: usize,
    /// The value.
    pub(super) value: String,
}

/// One past the last of the ASCII digits at `at`.
pub(super) fn digits_end(bytes: &[u8], at: usize) -> usize {
    at + bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// Digits that may have thousands separators and a fraction: where they end, and whether they have separators.
#[derive(Debug, Clone, Copy)]
struct Figures {
    end: usize,
    separated: bool,
}

fn figures(bytes: &[u8], at: usize) -> Figures {
    let mut end = digits_end(bytes, at);
    let mut separated = false;
    if end - at <= 3 {
        while bytes.get(end) == Some(&b',') && digits_end(bytes, end + 1) == end + 4 {
            end += 4;
            separated = true;
        }
    }
    if bytes.get(end) == Some(&b'.') {
        let fraction = digits_end(bytes, end + 1);
        end = if fraction > end + 1 { fraction } else { end };
    }
    Figures { end, separated }
}

/// The figures without their separators.
fn plain(text: &str, at: usize, figures: Figures) -> String {
    let written = text.get(at..figures.end).unwrap_or_default();
    if figures.separated { written.replace(',', "") } else { written.to_owned() }
}

/// A number in digits, unchanged, for languages whose separators are not known here.
pub(super) fn as_written(text: &str, at: usize) -> ParsedValue {
    let bytes = text.as_bytes();
    let mut end = digits_end(bytes, at);
    while matches!(bytes.get(end), Some(b',' | b'.')) && digits_end(bytes, end + 1) > end + 1 {
        end = digits_end(bytes, end + 1);
    }
    let percent = NUMBER_WORDS.japanese.percent("%").filter(|_| bytes.get(end) == Some(&b'%')).unwrap_or_default();
    end += percent;
    ParsedValue { end, value: text.get(at..end).unwrap_or_default().to_owned() }
}

/// The English number that begins with the digits at `at`.
pub(super) fn english(text: &str, at: usize) -> ParsedValue {
    let figures = figures(text.as_bytes(), at);
    let value = plain(text, at, figures);
    let scaled = Decimal::parse(&value).and_then(|number| in_words(text, figures.end, Some(number)));
    let number = scaled.unwrap_or(ParsedValue { end: figures.end, value });
    let rest = text.get(number.end..).unwrap_or_default();
    let space = usize::from(rest.starts_with(' '));
    match rest.get(space..).and_then(|rest| Some((rest, NUMBER_WORDS.english.percent(rest)?))) {
        Some((rest, length)) if space == 0 || !is_placeholder(rest) => {
            ParsedValue { end: number.end + space + length, value: format!("{}%", number.value) }
        }
        _ => number,
    }
}

/// The English number in words at `at`, which must include a word for a power of ten: two million, two hundred and fifty.
/// If digits come first (`280` million), `before` is their value and `at` is their end.
pub(super) fn in_words(text: &str, at: usize, before: Option<Decimal>) -> Option<ParsedValue> {
    let mut total = Decimal::default();
    let mut current = before;
    // The last power of ten: those after it must be smaller.
    let mut largest: Option<u32> = None;
    let mut rest = at;
    let mut good: Option<ParsedValue> = None;
    // Whether hundred came before, so that `and`, tens and units may follow: two hundred and fifty.
    let mut after_hundred = false;
    loop {
        let gap = if rest == at && before.is_none() { 0 } else { gap(text, rest, after_hundred)? };
        let start = rest + gap;
        let word = word_at(text, start);
        let closes = match NUMBER_WORDS.english.word(word) {
            Some(EnglishWord::Small(number)) => {
                let fits = match current.map(|current| current.small()) {
                    None => true,
                    Some(Some(current)) => {
                        (number < 10 && matches!(current % 100, 20..=99) && current % 10 == 0) || after_hundred
                    }
                    Some(None) => false,
                };
                if !fits || (before.is_some() && rest == at) {
                    return good;
                }
                current = Some(current.unwrap_or_default().plus(Decimal::whole(number))?);
                after_hundred
            }
            Some(EnglishWord::Tens(number)) => {
                if current.is_some() && !after_hundred {
                    return good;
                }
                current = Some(current.unwrap_or_default().plus(Decimal::whole(number))?);
                after_hundred
            }
            Some(EnglishWord::Scale(2)) => {
                let Some(number) = current.filter(|number| !number.reaches(2) && !number.is_zero()) else {
                    return good;
                };
                current = number.scaled(2);
                after_hundred = true;
                rest = start + word.len();
                good = Some(close(rest, total, current)?);
                continue;
            }
            Some(EnglishWord::Scale(zeros)) => {
                let Some(number) =
                    current.filter(|number| largest.is_none_or(|largest| zeros < largest) && !number.is_zero())
                else {
                    return good;
                };
                total = total.plus(number.scaled(zeros)?)?;
                (current, largest) = (None, Some(zeros));
                rest = start + word.len();
                good = Some(close(rest, total, None)?);
                after_hundred = false;
                continue;
            }
            _ => return good,
        };
        after_hundred = after_hundred && matches!(NUMBER_WORDS.english.word(word), Some(EnglishWord::Tens(_)));
        rest = start + word.len();
        // "two thousand twenty-six" is one number; it must not end at two thousand.
        if closes || (largest.is_some() && before.is_none()) {
            good = Some(close(rest, total, current)?);
        }
    }
}

fn close(end: usize, total: Decimal, current: Option<Decimal>) -> Option<ParsedValue> {
    let sum = total.plus(current.unwrap_or_default())?;
    Some(ParsedValue { end, value: sum.shortest().to_string() })
}

/// The length of the gap between two words of a number: a space, a hyphen, or `and` after hundred. `None` at the end.
fn gap(text: &str, at: usize, after_hundred: bool) -> Option<usize> {
    let rest = text.get(at..)?;
    if after_hundred && rest.starts_with(" and ") {
        return Some(5);
    }
    Some(usize::from(rest.starts_with([' ', '-'])))
}

fn word_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let cut = rest.get(end..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphanumeric() || c == '_'));
    if cut { "" } else { rest.get(..end).unwrap_or_default() }
}

/// Whether `%` begins a placeholder (`%s`) and is not a percent sign.
fn is_placeholder(rest: &str) -> bool {
    rest.strip_prefix('%').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '('))
}

/// The Japanese number that begins with the digits at `at`.
pub(super) fn japanese(text: &str, at: usize) -> ParsedValue {
    let figures = figures(text.as_bytes(), at);
    let next = text.get(figures.end..).unwrap_or_default();
    let scaled = next.starts_with([' ', '百', '千', '万', '億', '兆', '京']);
    let number = if scaled { compound(text, at).and_then(CompoundNumber::number) } else { None };
    let number = number.unwrap_or_else(|| ParsedValue { end: figures.end, value: plain(text, at, figures) });
    hundredths(text, number)
}

/// The number in kanji at `at`, if it surely is one: two or more numerals with 百 or more among them, or numerals before
/// a counter. `Err` is the end of numerals that are no number.
pub(super) fn kanji(text: &str, at: usize) -> Result<ParsedValue, usize> {
    let words = &NUMBER_WORDS.japanese;
    let first = text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    let row = is_row_of_digits(text, at);
    let read = if row { row_of_digits(text, at) } else { compound(text, at) };
    let Some(read) = read else {
        let rest = text.get(at..).unwrap_or_default();
        let digits = rest.find(|c| digit(c).is_none()).unwrap_or(rest.len());
        return Err(at + if row { digits } else { first });
    };
    let (whole, rest) = (text.get(at..).unwrap_or_default(), text.get(read.end..).unwrap_or_default());
    let signs = text.get(at..read.end).unwrap_or_default();
    let next = rest.chars().next();
    let before = text.get(..at).and_then(|before| before.chars().next_back());
    let vague = before.is_some_and(|c| words.is_vague(c)) || next.is_some_and(|c| words.is_vague(c));
    if signs == "一" || vague || words.is_false_number(whole) {
        return Err(read.end);
    }
    let counted = words.begins_with_counter(rest);
    let compound = read.scaled && signs.len() > first && next.is_none_or(|c| class(c) != Class::Kanji);
    if !counted && !compound {
        return Err(read.end);
    }
    let end = read.end;
    read.number().map(|number| hundredths(text, number)).ok_or(end)
}

/// The value that the kanji at `at` have if they are a number; `None` if they cannot be one.
pub(super) fn kanji_anywhere(text: &str, at: usize) -> Option<ParsedValue> {
    let read = if is_row_of_digits(text, at) { row_of_digits(text, at) } else { compound(text, at) };
    read.and_then(CompoundNumber::number)
}

/// 3割, 3割5分, 三割五分, 1割2分5厘, 30%, 30パーセント: hundredths.
fn hundredths(text: &str, number: ParsedValue) -> ParsedValue {
    let words = &NUMBER_WORDS.japanese;
    let rest = text.get(number.end..).unwrap_or_default();
    let space = usize::from(rest.starts_with(' '));
    let tight = rest.get(space..).unwrap_or_default();
    if let Some(length) = words.percent(tight).filter(|_| space == 0 || !is_placeholder(tight)) {
        return ParsedValue { end: number.end + space + length, value: format!("{}%", number.value) };
    }
    let (Some(length), Some(tenths)) = (words.tenth(rest), Decimal::parse(&number.value)) else { return number };
    let mut end = number.end + length;
    let Some(mut percent) = tenths.scaled(1) else { return number };
    // 1割2分5厘: hundredths, then thousandths.
    for (sign, zeros) in [('分', 0), ('厘', 1)] {
        let rest = text.get(end..).unwrap_or_default();
        let Some(c) = rest.chars().next() else { break };
        let digit = c
            .to_digit(10)
            .or_else(|| digit(c))
            .filter(|_| rest.get(c.len_utf8()..).is_some_and(|rest| rest.starts_with(sign)));
        if let Some(digit) = digit
            && let Some(sum) = Decimal::whole(digit).divided(zeros).and_then(|part| percent.plus(part))
        {
            percent = sum;
            end += c.len_utf8() + sign.len_utf8();
        }
    }
    ParsedValue { end, value: format!("{}%", percent.shortest()) }
}

/// A number made of figures and kanji for powers of ten.
struct CompoundNumber {
    end: usize,
    value: Decimal,
    /// Whether 百 or a larger power is among them.
    scaled: bool,
}

impl CompoundNumber {
    fn number(self) -> Option<ParsedValue> {
        Some(ParsedValue { end: self.end, value: self.value.shortest().to_string() })
    }
}

/// Whether a number in kanji may begin with `c`.
pub(super) fn begins(c: char) -> bool {
    digit(c).is_some() || matches!(c, '十' | '百' | '千')
}

/// Adds up figures and kanji for powers of ten: 2億8000万, 三千五百, 12.5万.
fn compound(text: &str, at: usize) -> Option<CompoundNumber> {
    let bytes = text.as_bytes();
    let (mut total, mut section) = (Decimal::default(), Decimal::default());
    let mut current: Option<Decimal> = None;
    let (mut last_small, mut last_large): (u32, Option<u32>) = (4, None);
    let (mut end, mut scaled, mut in_digits) = (at, false, false);
    while let Some(c) = text.get(end..).and_then(|rest| rest.chars().next()) {
        let rest = text.get(end..).unwrap_or_default();
        if c.is_ascii_digit() && current.is_none() && (end == at || scaled) {
            let figures = figures(bytes, end);
            current = Some(Decimal::parse(&plain(text, end, figures))?);
            (end, in_digits) = (figures.end, true);
            continue;
        }
        if let Some(digit) = digit(c).filter(|_| current.is_none() && !in_digits) {
            current = Some(Decimal::whole(digit));
            end += c.len_utf8();
            continue;
        }
        let tight = rest.strip_prefix(' ').filter(|tight| in_digits && tight.starts_with(['万', '億', '兆']));
        let sign = tight.unwrap_or(rest);
        let Some(zeros) = sign.chars().next().and_then(zeros) else { break };
        if NUMBER_WORDS.japanese.is_scale_word(sign) {
            break;
        }
        if zeros < 4 {
            if zeros >= last_small || (in_digits && current.is_none()) || (in_digits && zeros == 1) {
                break;
            }
            section = section.plus(current.unwrap_or(Decimal::whole(1)).scaled(zeros)?)?;
            last_small = zeros;
        } else {
            let number = section.plus(current.unwrap_or_default())?;
            if last_large.is_some_and(|last| zeros >= last) || number.is_zero() {
                break;
            }
            total = total.plus(number.scaled(zeros)?)?;
            (section, last_small, last_large) = (Decimal::default(), 4, Some(zeros));
        }
        (current, scaled) = (None, scaled || zeros > 1);
        end = text.len() - sign.len() + sign.chars().next().map_or(0, char::len_utf8);
    }
    let value = total.plus(section)?.plus(current.unwrap_or_default())?;
    (end > at).then_some(CompoundNumber { end, value, scaled })
}

/// 二〇二六: three digits or more, or two with 〇 among them.
fn is_row_of_digits(text: &str, at: usize) -> bool {
    let row = || text.get(at..).unwrap_or_default().chars().map_while(digit);
    row().count() >= 3 || (row().count() == 2 && row().any(|digit| digit == 0))
}

fn row_of_digits(text: &str, at: usize) -> Option<CompoundNumber> {
    let row = text.get(at..).unwrap_or_default().chars().map_while(|c| digit(c).map(|digit| (c, digit)));
    let (mut end, mut figures) = (at, String::new());
    for (c, digit) in row {
        end += c.len_utf8();
        figures.extend(char::from_digit(digit, 10));
    }
    Some(CompoundNumber { end, value: Decimal::parse(&figures)?, scaled: false })
}
