//! Tells whether the rows of an entry read like a head and its definition.

use super::document::{Document, has_open_bracket};
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
            && rest[..cut.start].iter().all(|cell| !matches!(cell.1, '、' | ',' | '。'))
    });
    let below = start.row + 1 + usize::from(has_open_bracket(rest));
    let next = document.rows.get(below);
    let alone = rest.len() <= 45
        && !rest.is_empty()
        && !rest.iter().any(|cell| matches!(cell.1, '。' | '、'))
        && next.is_some_and(|row| {
            row.cells.iter().any(|cell| matches!(cell.1, '。' | '、'))
                || below < document.rows.len() && document.is_full(below)
        });
    let bracketed = bracketed_head(rest, true).is_some() && rest.iter().any(|cell| cell.1 == '。');
    inline || alone || bracketed
}
