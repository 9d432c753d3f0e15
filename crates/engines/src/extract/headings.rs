//! Finds the glossary sections under headings, and headings under which no entries could be read.

use super::document::Document;
use super::entry_shape::reads_as_definition;
use super::glossary_heading::{GlossaryHeading, core, opens_glossary};
use super::marker::{MarkScope, MarkStyle};
use super::section::{GlossarySection, LEAD};
use super::section_end::is_literature;
use super::separator::{Separator, separators};
use super::sign_notes;
use super::structured_entries;
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
    let rows = document.rows.len();
    let headings: Vec<Option<GlossaryHeading>> = (0..rows).map(|row| heading(document, row)).collect();
    // The next row that surely opens another glossary, for each row.
    let mut limits = vec![rows; rows + 1];
    for row in (0..rows).rev() {
        let opens = headings[row] == Some(GlossaryHeading::Certain) && document.mark(row, MarkScope::Text).is_none();
        limits[row] = if opens { row } else { limits[row + 1] };
    }
    let mut sections: Vec<GlossarySection> = Vec::new();
    let mut empty_headings = Vec::new();
    let mut row = 0;
    while row < rows {
        if let Some(strength) = headings[row] {
            let mut limit = limits[row + 1];
            if document.rows[row].line.block == Some(BlockKind::DefinedTerm) {
                let is_term = |next: &usize| document.rows[*next].line.block != Some(BlockKind::Description);
                limit = (row + 1..limit).find(is_term).unwrap_or(limit);
            }
            if let Some(mut section) = read(document, row + 1, limit, strength, row) {
                section.heading = Some(row);
                row = section.end.max(row + 1);
                sections.push(section);
                continue;
            }
            if strength == GlossaryHeading::Certain {
                empty_headings.push(row);
            }
        }
        row += 1;
    }
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

fn heading(document: &Document<'_>, row: usize) -> Option<GlossaryHeading> {
    let line = &document.rows[row].line;
    match line.block {
        Some(BlockKind::ListItem | BlockKind::ContinuedItem | BlockKind::Description) => return None,
        // A cell that spans its table.
        Some(BlockKind::Row) if line.span.of(document.text).contains('\t') => return None,
        _ => {}
    }
    let strength = opens_glossary(&document.compact(row))?;
    // A page set as a definition list: 用語解説 is a term of it, and the glossary its description.
    if line.block == Some(BlockKind::DefinedTerm) && strength != GlossaryHeading::Certain {
        return None;
    }
    let alone = row == 0 || document.ends_paragraph(row - 1) || document.ends_sentence(row - 1);
    (strength != GlossaryHeading::Sentence || alone && document.ends_paragraph(row)).then_some(strength)
}

/// Reads a section that begins at row `first`.
fn read(
    document: &Document<'_>,
    first: usize,
    limit: usize,
    strength: GlossaryHeading,
    heading: usize,
) -> Option<GlossarySection> {
    if first >= limit {
        return None;
    }
    let strong = strength != GlossaryHeading::Weak;
    let section = structured_entries::read(document, first, limit, strong)
        .or_else(|| marked(document, first, limit, strong, heading))
        .or_else(|| if strong { super::unmarked_entries::read(document, first, limit, heading) } else { None })?;
    let enough = if strength == GlossaryHeading::Sentence { 2 } else { 1 };
    (section.starts.len() >= enough).then_some(section)
}

/// Reads a section whose entries have marks.
fn marked(
    document: &Document<'_>,
    first: usize,
    limit: usize,
    strong: bool,
    heading: usize,
) -> Option<GlossarySection> {
    let scope = if strong { MarkScope::List } else { MarkScope::Row };
    let lead = (first..limit.min(first + LEAD)).find(|&row| document.mark(row, scope).is_some())?;
    let mark = document.mark(lead, scope)?;
    let counted = mark.number == Some(1) || lead == first;
    let intro = (first..lead).all(|row| !document.is_section_end(row));
    let bullet = matches!(mark.style, MarkStyle::Bullet(_));
    let plain = matches!(mark.style, MarkStyle::Plain(_));
    if !intro
        || !counted
        || bullet && !strong
        || plain && mark.number != Some(1)
        || mark.style.is_odd_bullet() && lead != first
        || !(lead == first || mark.style.is_unambiguous() || bullet || mark.number == Some(1))
    {
        return None;
    }
    let section = super::marked_entries::read(document, lead, limit, &mark.style, Some(heading));
    let literature = section.starts.iter().filter(|start| is_literature(document, start.row)).count();
    if !strong && literature * 2 >= section.starts.len() {
        return None;
    }
    // A weak heading (参考, 注) may also open a list of references: its notes must read like definitions. So must those with a
    // mark that is only a number.
    let defines = strong && !plain || section.starts.iter().all(|start| reads_as_definition(document, start));
    let enough = match section.starts.len() {
        0 => false,
        1 if mark.style.is_odd_bullet() => strong && is_single_note(document, lead, mark.length),
        1 => strong && !plain || mark.style.is_unambiguous(),
        _ => true,
    };
    (defines && enough).then_some(section)
}

/// Whether the only entry of a glossary, marked by a sign alone, is one and not a remark: `※前浜：…`, or a note to the word that the text
/// marks with the sign.
fn is_single_note(document: &Document<'_>, row: usize, mark_length: usize) -> bool {
    let cells = &document.rows[row].cells;
    let rest = &cells[mark_length..];
    let lead = rest.iter().take_while(|cell| cell.1 == ' ').count();
    let inline = separators(document.text, &rest[lead..]).into_iter().any(|cut| {
        matches!(cut.separator, Separator::Colon | Separator::Ellipsis | Separator::Dash) && cut.start <= LONGEST_SINGLE
    });
    matches!(cells[0].1, '※' | '*') && inline || sign_notes::is_named(document, row)
}

/// The longest head of a single entry that is marked by a sign, in cells.
const LONGEST_SINGLE: usize = 30;
