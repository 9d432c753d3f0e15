//! Recognises rows between a head and its definition: the English name on a line of its own, and by-lines.

use super::document::Document;
use super::rules::{RULES, compact};
use crate::text::chars::{Class, class, has_japanese, is_japanese_letter};

/// The widest row that is a name or a by-line, in columns.
const WIDEST: usize = 64;

/// The English name that a row under a head gives, with or without a label: `landslide`, `英語名：landslide`.
pub(super) fn english_name(text: &str) -> Option<&str> {
    let text = text.trim();
    let (label, name) = match text.split_once([':', '：']) {
        Some((label, name))
            if RULES.sections.name_labels.contains(&compact(label.trim_matches(['(', '（', '【', '[']))) =>
        {
            (true, name.trim())
        }
        _ => match labelled_name(text) {
            Some(name) => (true, name),
            None => (false, text),
        },
    };
    let name = name.trim_matches(['(', ')', '（', '）', '[', ']']).trim();
    let letters = name.chars().filter(|c| class(*c) == Class::Latin).count();
    let words = name.split_whitespace().count();
    let plain = !has_japanese(name)
        && letters >= if label { 2 } else { 3 }
        && letters * 10 >= name.chars().filter(|c| class(*c) != Class::Space).count() * 7
        && words <= 8
        && !name.contains(['@', '/', '。'])
        && !name.ends_with(['.', ',', ':', ';']);
    plain.then_some(name)
}

/// What follows a label without a colon: `【英】landslide`, `英訳 landslide`.
fn labelled_name(text: &str) -> Option<&str> {
    let framed = text.strip_prefix(['【', '[', '［', '(', '（', '〔', '<', '＜']);
    let (label, name) = match framed {
        Some(inside) => inside.split_once(['】', ']', '］', ')', '）', '〕', '>', '＞'])?,
        None => text.split_once([' ', '\u{3000}'])?,
    };
    RULES.sections.name_labels.contains(&compact(label)).then_some(name.trim())
}

/// Whether the row is the English name of the Japanese head above it, and a definition follows.
pub(super) fn is_name_row(document: &Document<'_>, row: usize) -> bool {
    let line = &document.rows[row].line;
    row > 0
        && row + 1 < document.rows.len()
        && line.width <= WIDEST
        && document.rows[row - 1].cells.iter().any(|cell| is_japanese_letter(cell.1))
        && english_name(line.span.of(document.text)).is_some()
}

/// Whether a row names the authors of an entry or the journal it comes from.
pub(super) fn is_byline(document: &Document<'_>, row: usize) -> bool {
    let names = |row: usize| {
        let cells = &document.rows[row].cells;
        document.rows[row].line.width <= 40
            && cells.len() >= 3
            && cells
                .iter()
                .all(|cell| matches!(class(cell.1), Class::Kanji | Class::Space) || matches!(cell.1, '・' | '、' | ','))
    };
    let credited = |row: usize| {
        let text = document.compact(row);
        let label = text.split(':').next().filter(|label| label.len() < text.len()).unwrap_or_default();
        document.rows[row].line.width <= WIDEST
            && !text.contains('。')
            && RULES.references.authors.iter().chain(&RULES.sections.labels).any(|word| word == label)
    };
    let above = |row: usize| row + 1 < document.rows.len() && is_issue(document, row + 1);
    is_issue(document, row) || credited(row) || names(row) && above(row)
}

/// Whether a row names an issue of a journal: `見本医療 Vol.9 No.2, 18-19, 2020`.
pub(super) fn is_issue(document: &Document<'_>, row: usize) -> bool {
    let text = document.compact(row);
    let follows_digit = |word: &str| {
        text.match_indices(word).any(|(at, _)| text[at + word.len()..].starts_with(|c: char| c.is_ascii_digit()))
    };
    let precedes_digit =
        |word: &str| text.match_indices(word).any(|(at, _)| text[..at].ends_with(|c: char| c.is_ascii_digit()));
    let parts = usize::from(follows_digit("vol.") || precedes_digit("巻"))
        + usize::from(follows_digit("no.") || precedes_digit("号"))
        + usize::from(follows_digit("pp.") || follows_digit("p.") || precedes_digit("頁"));
    parts >= 2 && document.rows[row].line.width <= WIDEST && !text.contains('。')
}

/// The number of rows between the head at `row` and its definition.
pub(super) fn rows_below_head(document: &Document<'_>, row: usize, end: usize) -> usize {
    let mut next = row + 1;
    while next < end && (next == row + 1 && is_name_row(document, next) || is_byline(document, next)) {
        next += 1;
    }
    next - row - 1
}
