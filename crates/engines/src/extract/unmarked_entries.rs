//! Finds the entries of a glossary without marks, recognising heads by the layout alone.

use super::document::Document;
use super::section::{EntryStart, GlossarySection};
use super::separator::{Separator, separators};
use crate::model::BlockKind;

/// Reads a section of unmarked entries that begins at row `first`.
pub(super) fn read(
    document: &Document<'_>,
    first: usize,
    limit: usize,
    heading: Option<usize>,
) -> Option<GlossarySection> {
    let end = (first..limit).find(|&row| ends_glossary(document, row, first, heading)).unwrap_or(limit);
    if end <= first {
        return None;
    }
    let first = (first..end).find(|&row| !is_label(document, row))?;
    let section = by_indent(document, first, end)
        .or_else(|| by_separator(document, first, end))
        .or_else(|| by_line(document, first, end))?;
    (!section.starts.is_empty()).then_some(section)
}

/// Whether a row is the heading of an alphabetical list: あ行, A.
fn is_label(document: &Document<'_>, row: usize) -> bool {
    super::section_end::is_label(document.rows[row].line.span.of(document.text))
}

/// Entries with hanging heads over indented definitions.
fn by_indent(document: &Document<'_>, first: usize, end: usize) -> Option<GlossarySection> {
    let rows: Vec<usize> = (first..end).filter(|&row| !is_label(document, row)).collect();
    let indent = |row: usize| document.rows[row].line.indent;
    let outer = rows.iter().map(|&row| indent(row)).min()?;
    let heads: Vec<usize> = rows.iter().copied().filter(|&row| indent(row) < outer + 2).collect();
    let hangs = rows.len() > heads.len()
        && heads.len() >= 2
        && rows.iter().all(|&row| indent(row) < outer + 2 || indent(row) >= outer + 4);
    let parted =
        |row: usize| separators(document.text, &document.rows[row].cells).first().is_some_and(|cut| cut.start <= 45);
    let alone = |row: usize| document.looks_like_heading(row) && row + 1 < end && indent(row + 1) >= outer + 4;
    if !hangs || !heads.iter().all(|&row| parted(row) || alone(row)) {
        return None;
    }
    let starts = heads.into_iter().map(|row| EntryStart { row, mark: None }).collect();
    Some(GlossarySection { starts, end, ..GlossarySection::default() })
}

fn ends_glossary(document: &Document<'_>, row: usize, first: usize, heading: Option<usize>) -> bool {
    let text = document.compact(row);
    if is_label(document, row) {
        return false;
    }
    let heads_are_headings = document.rows[first].line.block == Some(BlockKind::Heading);
    (document.rows[row].line.block == Some(BlockKind::Heading) && !heads_are_headings)
        || (document.is_section_end(row)
            && separators(document.text, &document.rows[row].cells)
                .first()
                .is_none_or(|cut| cut.separator != Separator::Toha))
        || (text.starts_with('【')
            && text.contains('】')
            && !document.compact(first).starts_with('【')
            && !is_label(document, row))
        || text.starts_with('※')
        || heading.is_some_and(|heading| {
            let dress =
                |row: usize| document.rows[row].cells.first().map(|cell| cell.1).filter(|c| "■□◆◇●○▼▶".contains(*c));
            dress(heading).is_some() && dress(heading) == dress(row) && dress(first) != dress(row)
        })
}

/// Whether a row begins a paragraph.
fn begins_paragraph(document: &Document<'_>, row: usize, first: usize) -> bool {
    row == first
        || document.ends_paragraph(row - 1) && !document.rows[row].after_page
        || (document.rows[row].after_page && document.ends_sentence(row - 1))
}

/// Entries of the form `head：definition`, one in each paragraph.
fn by_separator(document: &Document<'_>, first: usize, end: usize) -> Option<GlossarySection> {
    let paragraphs: Vec<usize> = (first..end).filter(|&row| begins_paragraph(document, row, first)).collect();
    let separator_of = |row: usize| {
        separators(document.text, &document.rows[row].cells)
            .into_iter()
            .find(|cut| {
                cut.start <= 45
                    && !matches!(
                        cut.separator,
                        Separator::Space | Separator::Slash | Separator::Newline | Separator::Comma | Separator::Equals
                    )
            })
            .map(|cut| cut.separator)
    };
    let lead = separator_of(first).filter(|separator| !matches!(separator, Separator::Period))?;
    // A full line that ends a sentence may also end a paragraph; the head after it shows that it does.
    let paragraphs: Vec<usize> = (first..end)
        .filter(|&row| paragraphs.contains(&row) || document.ends_sentence(row - 1) && separator_of(row) == Some(lead))
        .collect();
    let with: Vec<usize> = paragraphs.iter().copied().filter(|&row| separator_of(row) == Some(lead)).collect();
    if with.len() * 2 < paragraphs.len() {
        return None;
    }
    // The definition after the last head ends with its paragraph; what follows has no head.
    let last = *with.last()?;
    let stop = paragraphs.iter().copied().find(|&row| row > last).unwrap_or(end);
    let starts = with.into_iter().map(|row| EntryStart { row, mark: None }).collect();
    Some(GlossarySection { starts, end: stop, ..GlossarySection::default() })
}

/// Entries with the head on a line of its own and sentences under it.
fn by_line(document: &Document<'_>, first: usize, end: usize) -> Option<GlossarySection> {
    // A head may take two rows while a bracket is open: 変分オートエンコーダー（variational autoencoder: / VAE）.
    let is_head = |row: usize| {
        let rows = 1 + usize::from(document.has_open_bracket(row));
        (begins_paragraph(document, row, first) || document.ends_sentence(row - 1))
            && (row == first || !document.has_open_bracket(row - 1))
            && document.looks_like_heading(row)
            && row + rows < end
            && !document.looks_like_heading(row + rows)
            && !super::section_end::is_caption(document.rows[row].line.span.of(document.text))
    };
    if !is_head(first) {
        return None;
    }
    let starts: Vec<EntryStart> =
        (first..end).filter(|&row| is_head(row)).map(|row| EntryStart { row, mark: None }).collect();
    let last = starts.last()?.row;
    let mut stop = last + 1;
    while stop < end {
        if stop > last + 1 && super::section_end::is_caption(document.rows[stop].line.span.of(document.text)) {
            break;
        }
        if stop > last + 1
            && document.ends_paragraph(stop - 1)
            && (document.looks_like_heading(stop) || (document.is_apart(stop) && !document.rows[stop].after_page))
        {
            break;
        }
        stop += 1;
    }
    Some(GlossarySection { starts, end: stop, ..GlossarySection::default() })
}
