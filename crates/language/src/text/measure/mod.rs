//! Reads the unit of measure after a number, with its size, so that quantities can be compared by value: 0.1 s and 100 ms.
//!
//! Texts must be in the normal form N1. A unit may have several readings (`m` is metres or minutes, キロ kilometres or
//! kilograms); two quantities are equal if they have one in common.

mod units;

use crate::model::Lang;
use crate::text::chars::{Class, class};
pub use crate::text::decimal::Decimal;
use units::{UNITS, Units};

/// What a unit measures: length, time, months.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dimension(u16);

impl Dimension {
    /// Shares of a whole: percent, parts per million.
    #[must_use]
    pub fn ratio() -> Self {
        UNITS.ratio
    }

    /// Degrees Celsius.
    #[must_use]
    pub fn celsius() -> Self {
        UNITS.celsius
    }

    /// Degrees Fahrenheit.
    #[must_use]
    pub fn fahrenheit() -> Self {
        UNITS.fahrenheit
    }

    /// Things that are counted: dozens.
    #[must_use]
    pub fn count() -> Self {
        UNITS.count
    }
}

/// One reading of a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitReading {
    /// What it measures.
    pub dimension: Dimension,
    /// Its size in the base unit of the dimension.
    pub size: Decimal,
    /// Whether it is one of the customary units of English-speaking countries: miles, pounds, degrees Fahrenheit.
    pub is_customary: bool,
}

/// A unit in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// Its length in bytes, with a space or hyphen before it.
    pub length: usize,
    /// Everything it may mean.
    pub readings: &'static [UnitReading],
    /// Whether it may also be another word.
    pub is_vague: bool,
}

/// The unit that `rest`, the text after a number, begins with.
#[must_use]
pub fn unit_at(rest: &str, lang: &Lang) -> Option<Unit> {
    let gap = usize::from(rest.starts_with([' ', '-']));
    let tight = rest.get(gap..)?;
    let found = match lang.primary() {
        "ja" if !rest.starts_with('-') => symbol(tight).or_else(|| japanese(tight)),
        "en" => english(tight).or_else(|| symbol(tight)),
        _ => None,
    };
    found.map(|unit| Unit { length: unit.length + gap, ..unit })
}

/// A unit written in signs: mm, m2, °C.
fn symbol(text: &str) -> Option<Unit> {
    let letters = text.find(|c: char| !is_symbol(c)).unwrap_or(text.len());
    let rest = text.get(letters..)?;
    let power =
        if rest.starts_with("^2") || rest.starts_with("^3") { 2 } else { usize::from(rest.starts_with(['2', '3'])) };
    let end = letters + power;
    let cut = text.get(end..)?.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
    let word = text.get(..end).filter(|word| !word.is_empty() && !cut)?;
    let (readings, is_vague) = UNITS.symbol(word)?;
    Some(Unit { length: end, readings, is_vague })
}

fn is_symbol(c: char) -> bool {
    c.is_ascii_alphabetic() || matches!(c, 'μ' | 'Å' | 'Ω' | '°' | '‰')
}

/// A unit in English words: hours, square kilometres.
fn english(text: &str) -> Option<Unit> {
    let is_letter = |c: char| c.is_alphabetic() && (c.is_ascii() || matches!(c, 'å' | 'ö' | 'Å'));
    let word_end = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        at + rest.find(|c| !is_letter(c)).unwrap_or(rest.len())
    };
    let mut ends = vec![word_end(0)];
    while ends.len() < Units::MOST_WORDS
        && let Some(&end) = ends.last()
        && text.get(end..).is_some_and(|rest| rest.starts_with([' ', '-']))
        && word_end(end + 1) > end + 1
    {
        ends.push(word_end(end + 1));
    }
    ends.iter().rev().find_map(|&end| {
        let words = text.get(..end)?.to_lowercase().replace('-', " ");
        let cut = text.get(end..)?.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_');
        let (readings, is_vague) = UNITS.english(&words).filter(|_| !cut)?;
        Some(Unit { length: end, readings, is_vague })
    })
}

/// A unit in Japanese words: 時間, 平方キロメートル.
fn japanese(text: &str) -> Option<Unit> {
    UNITS.japanese(text).find_map(|(word, readings, is_vague)| {
        let next = text.get(word.len()..).and_then(|rest| rest.chars().next());
        let last = word.chars().next_back()?;
        let is_one_kanji = class(last) == Class::Kanji && word.chars().nth(1).is_none();
        let goes_on = match (class(last), next.map(class)) {
            (Class::Katakana, Some(Class::Katakana)) => true,
            (Class::Kanji, Some(Class::Kanji)) => is_one_kanji && next.is_some_and(|next| UNITS.makes_a_word(next)),
            _ => false,
        };
        let is_vague = is_vague || (is_one_kanji && next.map(class) == Some(Class::Kanji));
        (!goes_on).then_some(Unit { length: word.len(), readings, is_vague })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(number: &str, rest: &str, lang: &Lang) -> Vec<String> {
        let number = Decimal::parse(number).unwrap();
        let unit = unit_at(rest, lang);
        unit.map(|unit| {
            let of = |reading: &UnitReading| number.times(reading.size).unwrap().shortest().to_string();
            unit.readings.iter().map(of).collect()
        })
        .unwrap_or_default()
    }

    #[test]
    fn quantities_are_equal_by_value() {
        for (one, two) in [
            (("0.1", "秒", Lang::JA), ("100", " ms", Lang::EN)),
            (("1.5", "ミリ", Lang::JA), ("1.5", " mm", Lang::EN)),
            (("90", "分間", Lang::JA), ("1.5", " hours", Lang::EN)),
            (("1000", "メートル", Lang::JA), ("1", "-kilometre", Lang::EN)),
            (("2", "平方キロメートル", Lang::JA), ("2000000", " m2", Lang::EN)),
            (("1.5", "ヘクタール", Lang::JA), ("15000", " square meters", Lang::EN)),
            (("500", "ml", Lang::JA), ("0.5", " L", Lang::EN)),
            (("3", "世紀", Lang::JA), ("300", " years", Lang::EN)),
            (("2", "週間", Lang::JA), ("14", "-day", Lang::EN)),
            (("5", "センチメートル", Lang::JA), ("50", "mm", Lang::EN)),
            (("250", "マイクロリットル", Lang::JA), ("0.25", " mL", Lang::EN)),
            (("100", "ppm", Lang::JA), ("0.1", "‰", Lang::EN)),
        ] {
            let found = value(one.0, one.1, &one.2);
            let other = value(two.0, two.1, &two.2);
            assert!(found.iter().any(|value| other.contains(value)), "{one:?} {found:?} {two:?} {other:?}");
        }
    }

    #[test]
    fn other_words_are_no_units() {
        for (rest, lang) in [
            ("トンネル", Lang::JA),
            ("分割", Lang::JA),
            ("年生", Lang::JA),
            ("年度", Lang::JA),
            ("グラムス", Lang::JA),
            ("匹", Lang::JA),
            ("", Lang::JA),
            (" mice", Lang::EN),
            (" mm5", Lang::EN),
            (" minutely", Lang::EN),
            ("", Lang::EN),
        ] {
            assert_eq!(unit_at(rest, &lang), None, "{rest}");
        }
    }
}
