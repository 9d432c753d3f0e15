//! Recognises a label such as 発表日 or 論文名 at the start of a row.

use super::marker::Cell;
use crate::text::chars::{Class, class};

/// The index of the cell after `label` (compact), if a row begins with it after any ornaments.
pub(super) fn label_end(cells: &[Cell], label: &str) -> Option<usize> {
    let mut at = cells.iter().take_while(|cell| is_ornament(cell.1)).count();
    for want in label.chars() {
        while cells.get(at).is_some_and(|cell| class(cell.1) == Class::Space) {
            at += 1;
        }
        let c = cells.get(at)?.1;
        if c.to_lowercase().next() != Some(want) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// The index of the cell after `label` and its separator, if a row begins with both.
pub(super) fn after_label(cells: &[Cell], label: &str) -> Option<usize> {
    let mut at = label_end(cells, label)?;
    // タイトル（英）, 題名 (和文): the language of the value.
    let mut suffixed = label.ends_with(')');
    let rest: String = cells[at..].iter().take(10).map(|cell| cell.1).collect();
    if let Some(inside) =
        rest.trim_start().strip_prefix('(').and_then(|rest| rest.split_once(')')).map(|(inside, _)| inside)
        && ["英", "和", "日", "邦", "原"].iter().any(|word| inside.starts_with(word))
    {
        at += rest.chars().position(|c| c == ')').unwrap_or(0) + 1;
        suffixed = true;
    }
    let bracketed = cells.first().is_some_and(|cell| cell.1 == '(');
    let mut closed = suffixed;
    let mut spaces = 0;
    while let Some(cell) = cells.get(at) {
        match cell.1 {
            ')' if bracketed && !closed => closed = true,
            ':' | '】' | ']' | '>' | '・' | '…' => closed = true,
            '」' if closed => {}
            c if class(c) == Class::Space => spaces += 1,
            _ => break,
        }
        at += 1;
    }
    // `論文名 Sea-ice retreat …`: a space is enough before Latin letters; after a label alone the value is in the next row.
    let latin =
        cells.get(at).is_none_or(|cell| class(cell.1) == Class::Latin || matches!(cell.1, '"' | '“' | '「' | '1'));
    let telling = label.chars().count() >= 4 && label.chars().all(|c| class(c) == Class::Kanji);
    (closed || (spaces > 0 && (latin || telling)) || at >= cells.len()).then_some(at)
}

fn is_ornament(c: char) -> bool {
    matches!(c, '【' | '[' | '<' | '(' | '■' | '◆' | '●' | '○' | '・' | '□' | '▼' | '◇' | '※' | '▪' | '-')
        || class(c) == Class::Space
}
