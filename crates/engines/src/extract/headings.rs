//! Finds the glossary sections under headings, and headings under which no entries could be read.

use super::document::{Document, core, has_open_bracket, opens_glossary};
use super::marker::MarkStyle;
use super::section::{EntryStart, GlossarySection, LEAD};
use super::separator::{Separator, separators};
use crate::model::BlockKind;

/// The result of looking under all headings of a document.
#[derive(Debug, Default)]
pub(super) struct HeadingScan {
    /// The glossaries, in order.
    pub(super) sections: Vec<GlossarySection>,
    /// Rows of glossary headings under which no entries could be read.
    pub(super) empty_headings: Vec<usize>,
}

/// All glossary sections under headings, in order, and the glossary headings without one.
pub(super) fn under_headings(document: &Document<'_>) -> HeadingScan {
    let mut scan = HeadingScan::default();
    let mut row = 0;
    while row < document.rows.len() {
        let strong = heading(document, row);
        if let Some(strong) = strong {
            let limit = (row + 1..document.rows.len())
                .find(|&next| heading(document, next) == Some(true) && document.mark(next, false).is_none())
                .unwrap_or(document.rows.len());
            if let Some(mut section) = read(document, row + 1, limit, strong, Some(row)) {
                section.heading = Some(row);
                row = section.end.max(row + 1);
                scan.sections.push(section);
                continue;
            }
            if strong {
                scan.empty_headings.push(row);
            }
        }
        row += 1;
    }
    let HeadingScan { sections, mut empty_headings } = scan;
    empty_headings.retain(|&row| !is_mention(document, row, &sections));
    HeadingScan { sections, empty_headings }
}

/// Whether a heading without entries only mentions a glossary that was read: it is right above that glossary's own
/// heading (用語解説 / Glossary), or in a table of contents.
fn is_mention(document: &Document<'_>, row: usize, sections: &[GlossarySection]) -> bool {
    let later = sections.partition_point(|section| section.heading.is_none_or(|heading| heading <= row));
    let Some(heading) = sections.get(later).and_then(|section| section.heading) else { return false };
    let words = |row: usize| core(&document.compact(row)).to_owned();
    let listed = |near: usize| document.looks_like_heading(near) || document.is_section_end(near);
    let among_headings =
        row > 0 && listed(row - 1) && listed(row + 1) && !document.is_apart(row) && !document.is_apart(row + 1);
    heading == row + 1 || among_headings && words(heading) == words(row)
}

fn heading(document: &Document<'_>, row: usize) -> Option<bool> {
    let compact = document.compact(row);
    let block = document.rows[row].line.block;
    if core(&compact).chars().count() > 40 || matches!(block, Some(BlockKind::ListItem | BlockKind::Row)) {
        return None;
    }
    opens_glossary(&compact)
}

/// Reads a section that begins at row `first`.
fn read(
    document: &Document<'_>,
    first: usize,
    limit: usize,
    strong: bool,
    heading: Option<usize>,
) -> Option<GlossarySection> {
    if first >= limit {
        return None;
    }
    let block = document.rows[first].line.block;
    if matches!(block, Some(BlockKind::DefinedTerm | BlockKind::Row)) {
        return definition_list_or_table(document, first, limit);
    }
    let lead = (first..limit.min(first + LEAD)).find(|&row| document.mark(row, true).is_some());
    if let Some(lead) = lead {
        let mark = document.mark(lead, true)?;
        let counted = mark.number == Some(1) || lead == first;
        let intro = (first..lead).all(|row| !document.is_section_end(row));
        let bullet = matches!(mark.style, MarkStyle::Bullet(_));
        if intro
            && counted
            && (strong || !bullet)
            && (lead == first || mark.style.is_unambiguous() || bullet || mark.number == Some(1))
        {
            let section = super::marked_entries::read(document, lead, limit, &mark.style, heading);
            // A weak heading (参考, 注) may also open a list of references: its notes must read like definitions.
            let defines = strong || section.starts.iter().all(|start| reads_as_definition(document, start));
            if defines
                && (section.starts.len() >= 2 || strong || mark.style.is_unambiguous())
                && !section.starts.is_empty()
            {
                return Some(section);
            }
        }
    }
    if strong { super::unmarked_entries::read(document, first, limit, heading) } else { None }
}

/// Whether an entry begins with a short head, either before a separator or on a line above a sentence.
fn reads_as_definition(document: &Document<'_>, start: &EntryStart) -> bool {
    let length = start.mark.as_ref().map_or(0, |mark| mark.length);
    let rest = &document.rows[start.row].cells[length..];
    let telling = start.mark.as_ref().is_some_and(|mark| mark.style.is_unambiguous());
    let inline = separators(document.text, rest).into_iter().any(|cut| {
        cut.start <= 40
            && !matches!(cut.separator, Separator::Space | Separator::Slash | Separator::Equals)
            && (cut.separator != Separator::Comma || telling)
            && rest[..cut.start].iter().all(|cell| !matches!(cell.1, '、' | ',' | '。'))
    });
    let below = start.row + 1 + usize::from(has_open_bracket(rest));
    let next = document.rows.get(below);
    let alone = rest.len() <= 45
        && !rest.iter().any(|cell| matches!(cell.1, '。' | '、'))
        && next.is_some_and(|row| {
            row.cells.iter().any(|cell| matches!(cell.1, '。' | '、'))
                || below < document.rows.len() && document.is_full(below)
        });
    inline || alone
}

/// A definition list or a table, in which every term or row is an entry.
fn definition_list_or_table(document: &Document<'_>, first: usize, limit: usize) -> Option<GlossarySection> {
    let kind = document.rows[first].line.block?;
    let mut starts = Vec::new();
    let mut end = first;
    for row in first..limit {
        let here = document.rows[row].line.block;
        let belongs = match kind {
            BlockKind::Row => here == Some(BlockKind::Row),
            _ => matches!(here, Some(BlockKind::DefinedTerm | BlockKind::Description)),
        };
        if !belongs {
            break;
        }
        end = row + 1;
        let text = document.rows[row].line.span.of(document.text);
        let compact = document.compact(row);
        let header = kind == BlockKind::Row
            && row == first
            && compact.chars().count() <= 14
            && ["用語", "語句", "term", "番号", "no", "説明", "解説"].iter().any(|word| compact.contains(word));
        if header || (kind == BlockKind::Row && !text.contains('\t')) {
            continue;
        }
        if here == Some(kind) {
            let bullet = here == Some(BlockKind::DefinedTerm);
            starts.push(EntryStart { row, mark: document.mark(row, bullet) });
        }
    }
    (!starts.is_empty()).then_some(GlossarySection { starts, end, ..GlossarySection::default() })
}
