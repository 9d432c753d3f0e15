//! Tells whether the rows of an entry read like a head and its definition.

use super::document::{Document, has_open_bracket};
use super::marker::Cell;
use super::section::EntryStart;
use super::separator::{Separator, bracketed_head, separators};

/// Whether an entry begins with a short head, either before a separator or on a line above a sentence.
pub(super) fn reads_as_definition(document: &Document<'_>, start: &EntryStart) -> bool {
    let length = start.mark.as_ref().map_or(0, |mark| mark.length);
    let cells = &document.rows[start.row].cells[length..];
    let lead = cells.iter().take_while(|cell| cell.1 == ' ').count();
    let rest = &cells[lead..];
    let telling = start.mark.as_ref().is_some_and(|mark| mark.style.is_unambiguous());
    let inline = separators(document.text, rest).into_iter().any(|cut| {
        // `前浜(foreshore) 波が…`: a space after the gloss.
        let glossed = cut.start > 0 && rest[cut.start - 1].1 == ')';
        cut.start <= 40
            && !matches!(cut.separator, Separator::Slash | Separator::Equals | Separator::Sign)
            && (cut.separator != Separator::Space || glossed)
            && (cut.separator != Separator::Comma || telling)
            && !outside_brackets(&rest[..cut.start]).any(|c| matches!(c, '、' | ',' | '。'))
    });
    let below = start.row + 1 + usize::from(has_open_bracket(rest));
    let next = document.rows.get(below);
    let alone = rest.len() <= 45
        && !rest.is_empty()
        && !outside_brackets(rest).any(|c| matches!(c, '。' | '、'))
        && next.is_some_and(|row| {
            row.cells.iter().any(|cell| matches!(cell.1, '。' | '、'))
                || below < document.rows.len() && document.is_full(below)
        });
    let bracketed = bracketed_head(rest, true).is_some() && rest.iter().any(|cell| cell.1 == '。');
    inline || alone || bracketed
}

/// The characters outside round brackets: names in a gloss are separated by commas (environmental DNA、eDNA).
fn outside_brackets(cells: &[Cell]) -> impl Iterator<Item = char> + '_ {
    let mut depth = 0_usize;
    cells.iter().map(|cell| cell.1).filter(move |c| {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    })
}
