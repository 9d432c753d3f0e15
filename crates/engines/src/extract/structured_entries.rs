//! Reads glossaries whose entries the format marks: definition lists, tables and lists. Their parts are borders, whatever they hold.

use super::document::Document;
use super::marker::{MarkScope, MarkStyle};
use super::rules::{RULES, compact};
use super::section::{EntryStart, GlossarySection, LEAD};
use super::section_end::is_label;
use crate::model::BlockKind;

/// Reads the definition list or table that begins at row `first`, or after a few rows of introduction.
pub(super) fn read(document: &Document<'_>, first: usize, limit: usize, strong: bool) -> Option<GlossarySection> {
    let kind_at = |row: usize| {
        document.rows[row].line.block.filter(|kind| matches!(kind, BlockKind::DefinedTerm | BlockKind::Row))
    };
    let lead = if strong { LEAD } else { 1 };
    let first = (first..limit.min(first + lead)).find(|&row| kind_at(row).is_some() || is_border(document, row))?;
    let kind = kind_at(first)?;
    let mut section = GlossarySection::default();
    let mut row = first;
    while row < limit {
        let Some(end) = run_end(document, row, limit, kind) else { break };
        entries_of(document, row..end, kind, &mut section);
        section.end = end;
        // Labels of an alphabetical order, each above a list of its own: か行, A.
        row = end;
        while row < limit && is_part_label(document, row) {
            row += 1;
        }
        if row > end && row < limit && kind_at(row) == Some(kind) {
            section.between.push(end);
        }
    }
    drop_uncounted_marks(&mut section);
    (!section.starts.is_empty()).then_some(section)
}

/// Numbers before a space are marks only if they count: `3 次元` is a term.
fn drop_uncounted_marks(section: &mut GlossarySection) {
    let is_plain =
        |start: &EntryStart| start.mark.as_ref().is_some_and(|mark| matches!(mark.style, MarkStyle::Plain(_)));
    let counts = section.starts.len() > 1
        && section
            .starts
            .iter()
            .zip(1..)
            .all(|(start, number)| start.mark.as_ref().and_then(|mark| mark.number) == Some(number));
    if !counts {
        for start in section.starts.iter_mut().filter(|start| is_plain(start)) {
            start.mark = None;
        }
    }
}

/// Whether a row cannot be part of an introduction.
fn is_border(document: &Document<'_>, row: usize) -> bool {
    document.rows[row].line.block == Some(BlockKind::Heading) && !is_part_label(document, row)
        || document.is_section_end(row)
        || document.mark(row, MarkScope::Row).is_some()
}

fn is_part_label(document: &Document<'_>, row: usize) -> bool {
    let line = &document.rows[row].line;
    let text = line.span.of(document.text);
    let letter = || text.trim().chars().count() == 1 && text.trim().chars().all(char::is_alphanumeric);
    is_label(text) || line.block == Some(BlockKind::Heading) && letter()
}

/// The row after the last one of the list or table that begins at `row`, if one does.
fn run_end(document: &Document<'_>, row: usize, limit: usize, kind: BlockKind) -> Option<usize> {
    let belongs = |row: usize| {
        let here = document.rows[row].line.block;
        match kind {
            BlockKind::Row => here == Some(BlockKind::Row),
            _ => matches!(here, Some(BlockKind::DefinedTerm | BlockKind::Description)),
        }
    };
    let end = (row..limit).find(|&row| !belongs(row)).unwrap_or(limit);
    (end > row).then_some(end)
}

fn entries_of(document: &Document<'_>, rows: std::ops::Range<usize>, kind: BlockKind, section: &mut GlossarySection) {
    let first = rows.start;
    for row in rows {
        if kind == BlockKind::DefinedTerm {
            // A line break inside a term begins no other one.
            let begins =
                row == first || document.rows[row - 1].line.ends_block && !is_english_of_term_above(document, row);
            if document.rows[row].line.block == Some(kind) && begins {
                section.starts.push(EntryStart { row, mark: document.mark(row, MarkScope::Row) });
            }
            continue;
        }
        let cells = document.table_cells(row);
        let filled = cells.iter().filter(|cell| !cell.is_empty()).count();
        let header = row == first && is_header(&cells);
        if header || filled < 2 && !cells[0].is_empty() {
            // A header, or a cell that spans the table: part of no entry, unless it continues one.
            let continues =
                !header && section.starts.last().is_some_and(|start| start.row < row) && document.ends_sentence(row);
            if !continues && section.starts.last().is_some() {
                section.between.push(row);
            }
            continue;
        }
        // An empty first cell continues the entry above.
        if cells[0].is_empty() {
            continue;
        }
        section.starts.push(EntryStart { row, mark: document.mark(row, MarkScope::List) });
    }
}

/// Whether a term right under another, with no description between, is its English.
fn is_english_of_term_above(document: &Document<'_>, row: usize) -> bool {
    document.rows[row - 1].line.block == Some(BlockKind::DefinedTerm)
        && document.rows.get(row + 1).is_some_and(|next| next.line.block == Some(BlockKind::Description))
        && super::apparatus::is_name_row(document, row)
}

/// Whether every filled cell of a row names a column: 用語, 英語, 説明.
pub(super) fn is_header(cells: &[&str]) -> bool {
    let mut filled = cells.iter().filter(|cell| !cell.is_empty()).peekable();
    filled.peek().is_some()
        && filled.all(|cell| {
            let name = compact(cell);
            name.chars().count() <= 14
                && RULES
                    .tables
                    .headers
                    .iter()
                    .any(|word| name == *word || name.chars().count() <= 8 && name.contains(word.as_str()))
        })
}
