//! Finds the entries of a glossary without marks, recognising heads by the layout alone.

use super::apparatus::{is_name_row, rows_below_head};
use super::document::Document;
use super::entry_shape::reads_as_definition;
use super::marker::MarkScope;
use super::section::{EntryStart, GlossarySection, LEAD};
use super::section_end::{is_closing_sentence, is_label_line};
use super::separator::{Separator, is_bar, separators};
use super::structured_entries::is_header;
use crate::model::BlockKind;

/// Reads a section of unmarked entries that begins at row `first`.
pub(super) fn read(document: &Document<'_>, first: usize, limit: usize, heading: usize) -> Option<GlossarySection> {
    let end = (first..limit).find(|&row| ends_glossary(document, row, first, heading)).unwrap_or(limit);
    if end <= first {
        return None;
    }
    let is_entry = |row: &usize| !is_label(document, *row) && !is_header_row(document, *row);
    let first = (first..end).find(is_entry)?;
    let mut section = in_paragraphs_and_list(document, first, end)
        .or_else(|| if defines_by_list(document, first, end) { None } else { by_item(document, first, end) })
        .or_else(|| in_paragraphs(document, first, end))?;
    // A remark (※…) belongs to the definition it follows, but after the last entry it is about all of them.
    let last = section.starts.last()?.row;
    let remark = (last + 1..section.end)
        .find(|&row| document.compact(row).starts_with('※') && begins_paragraph(document, row, first));
    section.end = remark.unwrap_or(section.end);
    Some(section)
}

/// Whether a row names the columns of a table printed as text: `用語 | 説明`.
fn is_header_row(document: &Document<'_>, row: usize) -> bool {
    let cells: Vec<&str> = document.rows[row].line.span.of(document.text).split(|c| c == '\t' || is_bar(c)).collect();
    cells.len() > 1 && is_header(&cells.iter().map(|cell| cell.trim()).collect::<Vec<_>>())
}

/// Entries in paragraphs or lines of their own.
fn in_paragraphs(document: &Document<'_>, first: usize, end: usize) -> Option<GlossarySection> {
    by_definition_sign(document, first, end)
        .or_else(|| by_indent(document, first, end))
        .or_else(|| by_separator(document, first, end))
        .or_else(|| by_line(document, first, end))
}

/// Entries in paragraphs, and after them others in a list that ends the glossary. A list that the paragraph before it announces is part
/// of the last definition.
fn in_paragraphs_and_list(document: &Document<'_>, first: usize, end: usize) -> Option<GlossarySection> {
    let list = (first..end).find(|&row| document.rows[row].line.block == Some(BlockKind::ListItem))?;
    if list == first || !document.ends_sentence(list - 1) || announces_list(document, list - 1) {
        return None;
    }
    let items = by_item(document, list, end).filter(|items| items.end == end)?;
    let paragraphs = in_paragraphs(document, first, list)?;
    let whole = paragraphs.end == list && paragraphs.starts.first().is_some_and(|start| start.row == first);
    whole.then(|| GlossarySection { starts: [paragraphs.starts, items.starts].concat(), ..items })
}

/// Whether the first entry is a head with a definition, on rows of their own, that announces the list after it.
fn defines_by_list(document: &Document<'_>, first: usize, end: usize) -> bool {
    let list = (first..end).find(|&row| document.rows[row].line.block == Some(BlockKind::ListItem));
    list.is_some_and(|list| {
        list > first + 1
            && document.ends_sentence(list - 1)
            && announces_list(document, list - 1)
            && in_paragraphs(document, first, list)
                .is_some_and(|section| section.starts.first().is_some_and(|start| start.row == first))
    })
}

/// Whether the last sentence of a row announces a list.
fn announces_list(document: &Document<'_>, row: usize) -> bool {
    let text = document.compact(row);
    let last = text.trim_end_matches('。').rsplit('。').next().unwrap_or_default();
    ["次の", "以下", "下記", "通り", "とおり", "種類", "段階", "分けられ", "分かれ", "からな"]
        .iter()
        .any(|word| last.contains(word))
}

/// Entries that are the items of a list.
fn by_item(document: &Document<'_>, first: usize, end: usize) -> Option<GlossarySection> {
    let block = |row: usize| document.rows[row].line.block;
    let first = (first..end.min(first + LEAD)).find(|&row| block(row) == Some(BlockKind::ListItem))?;
    let stop = (first..end)
        .find(|&row| !matches!(block(row), Some(BlockKind::ListItem | BlockKind::ContinuedItem)))
        .unwrap_or(end);
    // A line break inside an item begins no new one.
    let items: Vec<EntryStart> = (first..stop)
        .filter(|&row| {
            block(row) == Some(BlockKind::ListItem) && (row == first || document.rows[row - 1].line.ends_block)
        })
        .map(|row| EntryStart { row, mark: document.mark(row, MarkScope::Row) })
        .collect();
    let defined = items.iter().filter(|start| reads_as_definition(document, start)).count();
    (defined * 4 >= items.len() * 3).then_some(GlossarySection {
        starts: items,
        end: stop,
        ..GlossarySection::default()
    })
}

/// Entries whose definitions begin with a dash, a colon or an arrow on the line under the head.
fn by_definition_sign(document: &Document<'_>, first: usize, end: usize) -> Option<GlossarySection> {
    let sign = |row: usize| {
        let cells = &document.rows[row].cells;
        let c = cells.first().map(|cell| cell.1).filter(|c| matches!(c, '-' | '―' | ':' | '→' | '…' | '='))?;
        (cells.len() > 4 && (c != '-' || cells[1].1 == ' ')).then_some(c)
    };
    let is_head = |row: usize| {
        row + 1 < end
            && sign(row).is_none()
            && sign(row + 1).is_some()
            && !is_label(document, row)
            && document.looks_like_heading(row)
    };
    let starts: Vec<EntryStart> =
        (first..end).filter(|&row| is_head(row)).map(|row| EntryStart { row, mark: None }).collect();
    let signs = (first..end).filter(|&row| sign(row).is_some()).count();
    (starts.len() >= 2 && starts.len() * 3 >= signs * 2).then_some(GlossarySection {
        starts,
        end,
        ..GlossarySection::default()
    })
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

fn ends_glossary(document: &Document<'_>, row: usize, first: usize, heading: usize) -> bool {
    let text = document.compact(row);
    if is_label(document, row) || document.rows[row].line.block.is_some_and(BlockKind::is_inner) {
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
            && !(row > first && is_name_row(document, row))
            && !document.compact(first).starts_with('【')
            && !is_label(document, row))
        || row > first && document.ends_sentence(row - 1) && is_label_line(document, row)
        || row > first && begins_paragraph(document, row, first) && is_closing_sentence(document, row)
        || {
            let dress =
                |row: usize| document.rows[row].cells.first().map(|cell| cell.1).filter(|c| "■□◆◇●○▼▶".contains(*c));
            dress(heading).is_some() && dress(heading) == dress(row) && dress(first) != dress(row)
        }
}

/// Whether a row begins a paragraph.
fn begins_paragraph(document: &Document<'_>, row: usize, first: usize) -> bool {
    row == first
        || document.ends_paragraph(row - 1) && !document.rows[row].after_page
        || (document.rows[row].after_page && document.ends_sentence(row - 1))
}

/// Separators that end heads only where every entry has them.
const WEAK: [Separator; 3] = [Separator::Equals, Separator::Sign, Separator::Slash];

/// Entries of the form `head：definition`, one in each paragraph.
fn by_separator(document: &Document<'_>, first: usize, end: usize) -> Option<GlossarySection> {
    // A remark (※…) begins no entry.
    let begins = |row: usize| begins_paragraph(document, row, first) && !document.compact(row).starts_with('※');
    let paragraphs: Vec<usize> = (first..end).filter(|&row| begins(row)).collect();
    let separator_of = |row: usize| {
        let cells = &document.rows[row].cells;
        separators(document.text, cells)
            .into_iter()
            .find(|cut| {
                let weak = match cut.separator {
                    // `SLF (sample line fiber) 光を…`: a space after the gloss.
                    Separator::Space => cells[cut.start - 1].1 != ')',
                    Separator::Slash | Separator::Sign | Separator::Newline | Separator::Comma | Separator::Equals => {
                        true
                    }
                    _ => false,
                };
                !weak && (cut.start <= 45 || cut.separator == Separator::Space)
            })
            .map(|cut| cut.separator)
    };
    let weak = WEAK.into_iter().find(|weak| {
        let parts = |row: usize| {
            let cuts = separators(document.text, &document.rows[row].cells);
            cuts.into_iter().any(|cut| cut.separator == *weak && cut.start <= 30)
        };
        separator_of(first).is_none() && paragraphs.len() > 1 && paragraphs.iter().all(|&row| parts(row))
    });
    let separator_of = |row: usize| weak.or_else(|| separator_of(row));
    let lead = separator_of(first).filter(|separator| !matches!(separator, Separator::Period))?;
    // Where the page wraps no line and every line has the separator, every line is an entry.
    let by_lines = !document.wrapped && (first..end).all(|row| separator_of(row) == Some(lead));
    // もやもや病とは、…: a paragraph that asks and answers is an entry among those with a colon.
    let asks = |row: usize| {
        lead == Separator::Colon
            && separator_of(row) == Some(Separator::Toha)
            && document.ends_sentence(row - usize::from(row > first))
            && !["この", "その", "これ", "それ", "ここ", "なお", "また", "ただ"]
                .iter()
                .any(|word| document.compact(row).starts_with(word))
    };
    // A full line that ends a sentence may also end a paragraph; the head after it shows that it does.
    let paragraphs: Vec<usize> = (first..end)
        .filter(|&row| {
            let unwrapped = by_lines || lead == Separator::Space && !document.wrapped;
            paragraphs.binary_search(&row).is_ok()
                || (unwrapped || document.ends_sentence(row - 1)) && separator_of(row) == Some(lead)
                || asks(row)
        })
        .collect();
    let with: Vec<usize> =
        paragraphs.iter().copied().filter(|&row| separator_of(row) == Some(lead) || asks(row)).collect();
    if with.len() * 2 < paragraphs.len() || lead == Separator::Space && with.len() < 2 {
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
        let rows = 1 + usize::from(document.has_open_bracket(row)) + rows_below_head(document, row, end);
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
    let mut starts: Vec<EntryStart> = Vec::new();
    let mut row = first;
    while row < end {
        let head = is_head(row);
        if head {
            starts.push(EntryStart { row, mark: None });
        }
        row += 1 + if head { rows_below_head(document, row, end) } else { 0 };
    }
    let last = starts.last()?.row;
    let mut stop = last + 1 + rows_below_head(document, last, end);
    while stop < end {
        if stop > last + 1 && super::section_end::is_caption(document.rows[stop].line.span.of(document.text)) {
            break;
        }
        if stop > last + 1 + rows_below_head(document, last, end)
            && document.ends_paragraph(stop - 1)
            && (document.looks_like_heading(stop) || (document.is_apart(stop) && !document.rows[stop].after_page))
        {
            break;
        }
        stop += 1;
    }
    Some(GlossarySection { starts, end: stop, ..GlossarySection::default() })
}
