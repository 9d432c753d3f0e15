//! The labels by which lists count: digits, letters, kana, stems, numerals.

use super::marker::Cell;

/// Lower-case Roman numerals as used in lists.
pub(super) const ROMAN: &[&str] = &["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

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
