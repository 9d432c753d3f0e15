//! Recognises bullets that only the rows of a list make bullets: `▲ 前浜`, `- 前浜`, `** 前浜`.

use super::marker::{Cell, MarkScope, MarkStyle, NoteMark};
use super::rules::RULES;
use crate::text::chars::{Class, class, enclosed_number, is_japanese_letter, superscript_digit};

/// A sign of any kind before a word, where only the rows of a list show that it is a bullet: `▲ 前浜`, `- 前浜`, `*`, `**`.
pub(super) fn list_sign(cells: &[Cell], scope: MarkScope) -> Option<NoteMark> {
    let sign = cells
        .first()
        .map(|cell| cell.1)
        .filter(|c| class(*c) == Class::Other && !is_punctuation(*c) && !is_number(*c))?;
    let run = cells.iter().take_while(|cell| cell.1 == sign).count();
    let rest = &cells[run..];
    let next = rest.get(spaces_at(rest)).map(|cell| cell.1)?;
    let word = is_japanese_letter(next) || class(next) == Class::Latin || matches!(next, '「' | '『' | '【');
    let named: String = rest[spaces_at(rest)..].iter().take(LONGEST_PREFIX).map(|cell| cell.1).collect();
    let prefixed = RULES.marks.prefixes.iter().any(|prefix| named.starts_with(prefix.as_str()));
    // A pair of signs around a word is its frame: **前浜**, ~前浜~.
    let framed = cells.last().is_some_and(|cell| cell.1 == sign);
    let counts = run == 1 || run <= LONGEST_SIGN && matches!(sign, '*' | '※');
    (scope == MarkScope::List && word && !prefixed && !framed && counts).then(|| NoteMark {
        length: run,
        style: MarkStyle::Bullet(sign),
        label: String::new(),
        number: None,
    })
}

fn is_number(c: char) -> bool {
    enclosed_number(c).is_some() || superscript_digit(c).is_some() || matches!(c, '⁽' | 'Ⅰ'..='ⅿ')
}

/// The most characters of the word before the number of a note mark.
const LONGEST_PREFIX: usize = 8;

fn spaces_at(cells: &[Cell]) -> usize {
    cells.iter().take_while(|cell| class(cell.1) == Class::Space).count()
}

/// The most stars that count by their number.
const LONGEST_SIGN: usize = 4;

/// Whether a character opens, closes, quotes or ends something, so that it is no bullet.
fn is_punctuation(c: char) -> bool {
    "()[]<>{}「」『』【】\"'“”‘’‹›、。,.:;!?…―=|│┃/~_&$%@#†‡§¶".contains(c)
}
