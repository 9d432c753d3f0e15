//! The labels by which lists count: digits, letters, kana, stems, numerals.

use super::marker::Cell;
use crate::text::chars::{superscript_digit, superscript_letter};

/// Lower-case Roman numerals as used in lists.
const ROMAN: &[&str] = &[
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii",
    "xviii", "xix", "xx",
];

/// The kana by which lists count, in order.
pub(super) const KANA_ORDER: &str = "アイウエオカキクケコサシスセソ";

/// The ten stems by which lists count, in order.
pub(super) const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";

/// Kinds of labels.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum LabelKind {
    Digits,
    Letter,
    Kana,
    Stem,
    Roman,
    /// A Roman numeral that is one character.
    Numeral,
    Circled,
    Superscript,
    /// A superscript letter.
    RaisedLetter,
    /// A Roman numeral in superscript letters, as word processors number endnotes.
    RaisedRoman,
}

impl LabelKind {
    /// The first label of the kind, which names the style of a mark.
    pub(super) fn first(self) -> char {
        match self {
            Self::Letter | Self::RaisedLetter => 'a',
            Self::Kana => 'ア',
            Self::Stem => '甲',
            Self::Roman | Self::RaisedRoman => 'i',
            Self::Numeral => 'Ⅰ',
            Self::Digits | Self::Circled | Self::Superscript => '1',
        }
    }
}

/// The number in superscript digits that `cells` begin with, up to 99, and how many cells it takes.
pub(super) fn raised_number(cells: &[Cell]) -> Option<(u32, usize)> {
    let digits = cells.iter().map_while(|cell| superscript_digit(cell.1));
    let (number, length) = digits.take(3).fold((0, 0), |(number, length), digit| (number * 10 + digit, length + 1));
    matches!(length, 1 | 2).then_some((number, length))
}

/// The superscript letter or Roman numeral that `cells` begin with, what it counts, and its kind. It takes a cell for each letter.
pub(super) fn raised_label(cells: &[Cell]) -> Option<(String, u32, LabelKind)> {
    // One more than the longest numeral, so that a longer run is none.
    let label: String = cells.iter().map_while(|cell| superscript_letter(cell.1)).take(LONGEST + 1).collect();
    if let Some(number) = roman(&label) {
        return Some((label, number, LabelKind::RaisedRoman));
    }
    let &[one] = label.as_bytes() else { return None };
    Some((label, u32::from(one - b'a') + 1, LabelKind::RaisedLetter))
}

/// The Roman numeral that `cells` begin with, and its number: i, v and x by themselves too.
pub(super) fn roman_numeral(cells: &[Cell]) -> Option<(String, u32)> {
    let letters = cells.iter().map(|cell| cell.1).take_while(|c| matches!(c, 'i' | 'v' | 'x'));
    let label: String = letters.take(LONGEST + 1).collect();
    roman(&label).map(|number| (label, number))
}

/// The most letters of a numeral in [`ROMAN`].
const LONGEST: usize = 5;

fn roman(label: &str) -> Option<u32> {
    let at = ROMAN.iter().position(|numeral| *numeral == label)?;
    u32::try_from(at + 1).ok()
}

/// The number in kanji that `cells` begin with, as far as twenty, and how many cells it takes.
pub(super) fn kanji_number(cells: &[Cell]) -> Option<(u32, usize)> {
    const DIGITS: &str = "一二三四五六七八九";
    let at = |index: usize| cells.get(index).map(|cell| cell.1);
    let unit = |index: usize| {
        let digit = at(index).and_then(|c| DIGITS.chars().position(|digit| digit == c));
        digit.and_then(|digit| u32::try_from(digit + 1).ok())
    };
    match (at(0) == Some('十'), unit(0), unit(1)) {
        (true, _, Some(unit)) => Some((10 + unit, 2)),
        (true, ..) => Some((10, 1)),
        (_, Some(2), _) if at(1) == Some('十') => Some((20, 2)),
        (_, Some(unit), _) => Some((unit, 1)),
        _ => None,
    }
}
