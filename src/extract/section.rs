//! A document in, its glossary sections out: where each begins, how its entries are marked, where each entry starts.

use super::borders::{ends_section, is_framed_heading};
use super::document::{Document, core, opens_glossary};
use super::marker::{Mark, Style};
use super::separator::{Separator, cuts};
use crate::model::BlockKind;
use crate::text::chars::{Class, class};

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
            let section = marked(document, lead, limit, &mark.style, heading);
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
    let count = |wanted: char| rest.iter().filter(|cell| cell.1 == wanted).count();
    let below = start.row + 1 + usize::from(count('(') > count(')'));
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

/// Whether a row is the heading of a part (【B．…】): the entries count from 1 again right under it.
fn opens_part(document: &Document<'_>, row: usize, limit: usize, style: &Style) -> bool {
    row + 1 < limit
        && document.mark(row, true).is_none_or(|mark| mark.style != *style)
        && (document.looks_like_heading(row) || is_framed_heading(&document.compact(row)))
        && document.mark(row + 1, true).is_some_and(|mark| mark.style == *style && mark.number == Some(1))
}

/// Entries that share a style of mark, from `first`, whose row bears one.
pub(super) fn marked(
    document: &Document<'_>,
    first: usize,
    limit: usize,
    style: &Style,
    heading: Option<usize>,
) -> Section {
    let mut starts: Vec<Start> = Vec::new();
    let mut end = limit;
    let mut last: Option<u32> = None;
    let mut between = Vec::new();
    for row in first..limit {
        let mark = document.mark(row, true).filter(|mark| mark.style == *style);
        // Bullets also lead lists and headings: a section of them ends at a heading of its own, or where prose begins anew.
        if matches!(style, Style::Bullet(_)) && !starts.is_empty() {
            let heading = mark.is_some() && document.is_section_end(row);
            let prose = mark.is_none()
                && document.is_apart(row)
                && document.ends_sentence(row - 1)
                && !document.rows[row].after_page;
            if heading || prose {
                end = row;
                break;
            }
        }
        if let Some(mark) = mark
            && starts_entry(document, row, &mark, last, &starts, limit)
        {
            last = mark.number.or(last);
            starts.push(Start { row, mark: Some(mark) });
            continue;
        }
        let here = starts.last().map_or(first, |start| start.row);
        if opens_part(document, row, limit, style)
            && (document.ends_paragraph(row - 1) || document.ends_sentence(row - 1))
        {
            between.push(row);
            last = None;
            continue;
        }
        if row > here && ends_section(document, row, here, style, heading) {
            end = row;
            break;
        }
    }
    if let Some(start) = starts.last() {
        end = end.min(last_row_of_last(document, &starts, start.row, end, style, heading) + 1);
    }
    Section { heading: None, starts, end, between }
}

fn starts_entry(
    document: &Document<'_>,
    row: usize,
    mark: &Mark,
    last: Option<u32>,
    starts: &[Start],
    limit: usize,
) -> bool {
    let rest = &document.rows[row].cells[mark.length..];
    match &mark.style {
        Style::Bullet(_) => return bullet_starts(document, row, mark, limit),
        Style::Sign => {
            return starts
                .last()
                .is_none_or(|start| start.mark.as_ref().is_none_or(|before| before.label != mark.label));
        }
        _ => {}
    }
    let Some(number) = mark.number else { return false };
    let follows = match last {
        None => true,
        Some(last) => {
            (number > last && number <= last + 4)
                || (number == last
                    && starts
                        .last()
                        .and_then(|start| start.mark.as_ref())
                        .is_some_and(|before| before.label < mark.label))
        }
    };
    // A second glossary may count from 1 again, after a line of its own.
    let restarts = number == 1
        && last.is_some_and(|last| last >= 2)
        && mark.style.is_telling()
        && row > 0
        && document.looks_like_heading(row - 1)
        && document.mark(row - 1, true).is_none();
    if !follows && !restarts {
        return false;
    }
    // （注 3）を分泌する: a mark the page cut to the line's start goes on with a particle.
    let next = rest.iter().map(|cell| cell.1).find(|c| class(*c) != Class::Space);
    let particle = rest.first().is_some_and(|cell| {
        matches!(cell.1, 'を' | 'が' | 'に' | 'は' | 'で' | 'と' | 'の' | 'へ' | 'も' | 'や' | '、' | '。' | ')' | ',')
    });
    if particle || next.is_none() && row + 1 >= limit {
        return false;
    }
    true
}

/// A bullet starts an entry where a head follows it: a separator soon, or a short line with a sentence under it.
fn bullet_starts(document: &Document<'_>, row: usize, mark: &Mark, limit: usize) -> bool {
    let rest = &document.rows[row].cells[mark.length..];
    let inline = cuts(document.text, rest).first().is_some_and(|cut| {
        let noun = rest[..cut.start].iter().all(|cell| class(cell.1) != Class::Hiragana);
        match cut.separator {
            Separator::Comma => false,
            // ○ メタゲノム 海水や泥など…: a space after a short noun, prose behind it.
            Separator::Space => noun && cut.start <= 25 && rest.len() > cut.end + 12,
            _ => cut.start <= 45,
        }
    });
    let sentence = rest.iter().any(|cell| cell.1 == '。');
    let prose_next = row + 1 < limit && document.mark(row + 1, true).is_none_or(|next| next.style != mark.style);
    inline || (!sentence && !document.is_full(row) && prose_next)
}

/// The last row of the last entry: nothing after it bears a mark, so its end must be read from its shape.
fn last_row_of_last(
    document: &Document<'_>,
    starts: &[Start],
    start: usize,
    end: usize,
    style: &Style,
    heading: Option<usize>,
) -> usize {
    let inner_gaps = starts.windows(2).any(|pair| (pair[0].row + 2..pair[1].row).any(|row| document.is_apart(row)));
    let heads_alone = starts.len() > 1
        && starts[..starts.len() - 1]
            .iter()
            .filter(|start| document.ends_paragraph(start.row) && !document.ends_sentence(start.row))
            .count()
            * 2
            >= starts.len() - 1;
    let first_text = if heads_alone && !document.ends_sentence(start) { start + 1 } else { start };
    let mut row = start;
    while row + 1 < end {
        let next = row + 1;
        let ended = document.ends_paragraph(row);
        if next > first_text && !ended && document.ends_sentence(row) && document.looks_like_heading(next) {
            return row;
        }
        if next > first_text && ended {
            let apart = document.is_apart(next) && !document.rows[next].after_page && !inner_gaps;
            let bullet = matches!(document.rows[next].cells.first().map(|cell| cell.1), Some('・' | '-' | '①'..='⑳'));
            if !bullet && (apart || document.looks_like_heading(next)) {
                return row;
            }
            if document.rows[next].line.block.is_some_and(|block| Some(block) != document.rows[start].line.block)
                && document.looks_like_heading(next)
            {
                return row;
            }
        }
        if next > first_text && ends_section(document, next, start, style, heading) {
            return row;
        }
        row = next;
    }
    row
}
