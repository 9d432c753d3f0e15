//! A document in, its glossary sections out: where each begins, how its entries are marked, where each entry starts.

use super::document::{Document, core, has_open_bracket, opens_glossary};
use super::marker::{Mark, Style};
use super::separator::{Separator, cuts};
use crate::model::BlockKind;

/// One glossary of a release.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    /// Row of the heading; `None` for notes without one.
    pub(super) heading: Option<usize>,
    /// Where its entries start, in order.
    pub(super) starts: Vec<Start>,
    /// Row after the last row of the last entry.
    pub(super) end: usize,
    /// Rows inside that belong to no entry: headings of parts.
    pub(super) between: Vec<usize>,
}

impl Section {
    /// Whether its first entry starts right under the row `heading`.
    pub(super) fn opens_under(&self, heading: usize) -> bool {
        self.starts.first().is_some_and(|start| (heading + 1..=heading + LEAD).contains(&start.row))
    }
}

/// Where an entry starts.
#[derive(Debug, Clone)]
pub(super) struct Start {
    /// Its row.
    pub(super) row: usize,
    /// Its mark, where it has one.
    pub(super) mark: Option<Mark>,
}

/// Rows under a heading among which its first entry starts: a sentence may lead in.
const LEAD: usize = 3;

/// What stands under the headings of a document.
#[derive(Debug, Default)]
pub(super) struct Headed {
    /// The glossaries, in order.
    pub(super) sections: Vec<Section>,
    /// Rows of headings that name a glossary and under which none could be read.
    pub(super) bare: Vec<usize>,
}

/// All glossary sections under a heading, in order, and the headings without one.
pub(super) fn under_headings(document: &Document<'_>) -> Headed {
    let mut headed = Headed::default();
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
                headed.sections.push(section);
                continue;
            }
            if strong {
                headed.bare.push(row);
            }
        }
        row += 1;
    }
    let Headed { sections, mut bare } = headed;
    bare.retain(|&row| !is_mention(document, row, &sections));
    Headed { sections, bare }
}

/// Whether a heading without entries only announces a glossary that was read: it stands right above that one's own heading
/// (用語解説 / Glossary), or in a list of contents.
fn is_mention(document: &Document<'_>, row: usize, sections: &[Section]) -> bool {
    let later = |section: &&Section| section.heading.is_some_and(|heading| heading > row);
    let Some(heading) = sections.iter().find(later).and_then(|section| section.heading) else { return false };
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

/// Reads a section whose first row is `first`.
fn read(document: &Document<'_>, first: usize, limit: usize, strong: bool, heading: Option<usize>) -> Option<Section> {
    if first >= limit {
        return None;
    }
    let block = document.rows[first].line.block;
    if matches!(block, Some(BlockKind::DefinedTerm | BlockKind::Row)) {
        return structured(document, first, limit);
    }
    let lead = (first..limit.min(first + LEAD)).find(|&row| document.mark(row, true).is_some());
    if let Some(lead) = lead {
        let mark = document.mark(lead, true)?;
        let counted = mark.number == Some(1) || lead == first;
        let intro = (first..lead).all(|row| !document.is_section_end(row));
        let bullet = matches!(mark.style, Style::Bullet(_));
        if intro
            && counted
            && (strong || !bullet)
            && (lead == first || mark.style.is_telling() || bullet || mark.number == Some(1))
        {
            let section = super::marked::read(document, lead, limit, &mark.style, heading);
            // A weak heading (参考, 注) may as well open a list of literature: its notes must read as definitions.
            let defines = strong || section.starts.iter().all(|start| reads_as_definition(document, start));
            if defines && (section.starts.len() >= 2 || strong || mark.style.is_telling()) && !section.starts.is_empty()
            {
                return Some(section);
            }
        }
    }
    if strong { super::unmarked::read(document, first, limit, heading) } else { None }
}

/// Whether a short head stands before a separator, or alone above a sentence.
fn reads_as_definition(document: &Document<'_>, start: &Start) -> bool {
    let length = start.mark.as_ref().map_or(0, |mark| mark.length);
    let rest = &document.rows[start.row].cells[length..];
    let telling = start.mark.as_ref().is_some_and(|mark| mark.style.is_telling());
    let inline = cuts(document.text, rest).into_iter().any(|cut| {
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

/// A definition list or a table: every term or row is an entry.
fn structured(document: &Document<'_>, first: usize, limit: usize) -> Option<Section> {
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
            starts.push(Start { row, mark: document.mark(row, bullet) });
        }
    }
    (!starts.is_empty()).then_some(Section { starts, end, ..Section::default() })
}
