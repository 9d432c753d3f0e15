//! Finds the entries of a glossary whose entries have marks of one style.

use super::document::Document;
use super::glossary_heading::opens_glossary;
use super::marker::{MarkScope, MarkStyle, NoteMark};
use super::section::{EntryStart, GlossarySection};
use super::section_end::{ends_section, is_framed_heading, is_literature, is_remark};
use super::separator::{Separator, bracketed_head, glossed_head, separators};
use crate::model::BlockKind;
use crate::text::chars::{Class, class};

/// The rows that begin with a mark of one style, in order, with their numbers.
struct MarkRows(Vec<(usize, Option<u32>)>);

impl MarkRows {
    fn of(document: &Document<'_>, first: usize, limit: usize, style: &MarkStyle) -> Self {
        let number =
            |row: usize| document.mark(row, style.scope()).filter(|mark| mark.style == *style).map(|mark| mark.number);
        Self((first..limit).filter_map(|row| Some((row, number(row)?))).collect())
    }

    /// The number of the first mark after a row.
    fn next_number(&self, row: usize) -> Option<u32> {
        self.0.get(self.0.partition_point(|mark| mark.0 <= row))?.1
    }

    /// Whether a row further down has the mark with `number`.
    fn has_later(&self, row: usize, number: Option<u32>) -> bool {
        number.is_some() && self.0[self.0.partition_point(|mark| mark.0 <= row)..].iter().any(|mark| mark.1 == number)
    }
}

/// A list inside a definition whose items are counted in the style of the entries: 1. 細胞周期 … 1. G1期 2. S期.
struct InnerList {
    /// The number of its last item.
    last: u32,
    indent: usize,
    /// Whether it is indented deeper than the entry it is in.
    is_deeper: bool,
    /// Whether the row that was looked at last belongs to it.
    is_open: bool,
}

impl InnerList {
    /// The list whose first item is `row`, in the entry that starts at `entry`.
    fn at(document: &Document<'_>, row: usize, entry: usize) -> Self {
        let indent = |row: usize| document.rows[row].line.indent;
        Self { last: 1, indent: indent(row), is_deeper: indent(row) > indent(entry), is_open: true }
    }

    /// Whether the mark with `number` at `row` continues the list, rather than being that of the next entry, which `is_due_later`
    /// says of a later row.
    fn has(&mut self, document: &Document<'_>, row: usize, number: u32, is_due_later: bool) -> bool {
        let indent = document.rows[row].line.indent;
        let inside = if self.is_deeper { indent >= self.indent } else { is_due_later };
        let continues = number == self.last + 1 && inside;
        if continues {
            self.last = number;
        }
        continues
    }
}

/// Whether a row is the heading of a part (【B．…】): right under it, the entries count from 1 again.
fn is_part_heading(document: &Document<'_>, row: usize, limit: usize, style: &MarkStyle) -> bool {
    row + 1 < limit
        && document.mark(row, MarkScope::Row).is_none_or(|mark| mark.style != *style)
        && (document.looks_like_heading(row) || is_framed_heading(&document.compact(row)))
        && (!document.is_section_end(row) || opens_glossary(&document.compact(row)).is_some())
        && document.mark(row + 1, MarkScope::Row).is_some_and(|mark| mark.style == *style && mark.number == Some(1))
        && !is_literature(document, row + 1)
}

/// The entries with marks of one style, from row `first` on, which has such a mark.
pub(super) fn read(
    document: &Document<'_>,
    first: usize,
    limit: usize,
    style: &MarkStyle,
    heading: Option<usize>,
) -> GlossarySection {
    let mut starts: Vec<EntryStart> = Vec::new();
    let mut end = limit;
    let mut last: Option<u32> = None;
    let mut between = Vec::new();
    let marks = MarkRows::of(document, first, limit, style);
    let mut inner: Option<InnerList> = None;
    for row in first..limit {
        let mark = document.mark(row, style.scope()).filter(|mark| mark.style == *style);
        // Bullets also begin list items and headings: a section of them ends at a heading, or where prose begins again.
        if matches!(style, MarkStyle::Bullet(_)) && !starts.is_empty() {
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
        let number = mark.as_ref().and_then(|mark| mark.number);
        if let (Some(list), Some(number)) = (&mut inner, number) {
            list.is_open = list.has(document, row, number, marks.has_later(row, last.map(|last| last + 1)));
        }
        if let Some(mark) = mark
            && inner.as_ref().is_none_or(|list| !list.is_open)
            && starts_entry(document, row, &mark, last, &starts, limit)
        {
            inner = None;
            last = mark.number.or(last);
            starts.push(EntryStart { row, mark: Some(mark) });
            continue;
        }
        if inner.is_none() && number == Some(1) && last.is_some() {
            inner = starts.last().map(|start| InnerList::at(document, row, start.row));
        }
        let here = starts.last().map_or(first, |start| start.row);
        if is_part_heading(document, row, limit, style)
            && (document.ends_paragraph(row - 1) || document.ends_sentence(row - 1))
        {
            between.push(row);
            last = None;
            continue;
        }
        let due = last.is_some() && marks.next_number(row) == last.map(|last| last + 1);
        if row > here && ends_section(document, row, here, style, heading) && !(due && is_remark(document, row)) {
            end = row;
            break;
        }
    }
    if let Some(start) = starts.last() {
        end = end.min(last_row_of_last(document, &starts, start.row, end, style, heading) + 1);
    }
    GlossarySection { starts, end, between, ..GlossarySection::default() }
}

fn starts_entry(
    document: &Document<'_>,
    row: usize,
    mark: &NoteMark,
    last: Option<u32>,
    starts: &[EntryStart],
    limit: usize,
) -> bool {
    if document.rows[row].line.block == Some(BlockKind::ContinuedItem) {
        return false;
    }
    let rest = &document.rows[row].cells[mark.length..];
    match &mark.style {
        MarkStyle::Bullet(_) => return bullet_starts(document, row, mark, limit),
        MarkStyle::Sign => {
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
    // A second glossary may count from 1 again after a heading.
    let restarts = number == 1
        && last.is_some_and(|last| last >= 2)
        && mark.style.is_unambiguous()
        && row > 0
        && document.looks_like_heading(row - 1)
        && document.mark(row - 1, MarkScope::Row).is_none()
        && !is_literature(document, row);
    if !follows && !restarts {
        return false;
    }
    let next = rest.iter().map(|cell| cell.1).find(|c| class(*c) != Class::Space);
    if next.is_none() && row + 1 >= limit {
        return false;
    }
    // （注 3）を分泌する: a particle may follow a reference that only the page break put at the start of a line. No term begins with
    // を or a comma; with another kana one may (がん, もつれ), where the number is due and the author began the line.
    let Some(first) = rest.first().map(|cell| cell.1) else { return true };
    if matches!(first, 'を' | '、' | '。' | ')' | ',') {
        return false;
    }
    let particle = matches!(first, 'が' | 'に' | 'は' | 'で' | 'と' | 'の' | 'へ' | 'も' | 'や');
    let due = number == last.map_or(1, |last| last + 1);
    !particle || due && (starts.is_empty() || !document.wrapped || begins_line(document, row))
}

/// Whether the author, not the page, began a row.
fn begins_line(document: &Document<'_>, row: usize) -> bool {
    row == 0 || document.ends_paragraph(row - 1) || document.ends_sentence(row - 1)
}

/// Whether a bullet starts an entry: a head with a separator follows, or a short line with a sentence under it.
fn bullet_starts(document: &Document<'_>, row: usize, mark: &NoteMark, limit: usize) -> bool {
    let rest = &document.rows[row].cells[mark.length..];
    let noun = |end: usize| rest[..end].iter().all(|cell| class(cell.1) != Class::Hiragana);
    // A space behind hiragana is inside the head, if any: ERKおよび p38経路：….
    let cuts = separators(document.text, rest);
    let first = cuts.into_iter().find(|cut| cut.separator != Separator::Space || noun(cut.start));
    let inline = first.is_some_and(|cut| match cut.separator {
        Separator::Comma => false,
        // ○ メタゲノム 海水や泥など…: a space after a short noun, then prose.
        Separator::Space => cut.start <= 25 && rest.len() > cut.end + 12,
        _ => cut.start <= 45,
    });
    let sentence = rest.iter().any(|cell| cell.1 == '。');
    let prose_next =
        row + 1 < limit && document.mark(row + 1, MarkScope::Row).is_none_or(|next| next.style != mark.style);
    inline
        || sentence && (bracketed_head(rest, true).is_some() || glossed_head(rest).is_some())
        || (!sentence && !document.is_full(row) && prose_next)
}

/// The end of the last entry: no mark follows, so it is found by the layout of the rows.
fn last_row_of_last(
    document: &Document<'_>,
    starts: &[EntryStart],
    start: usize,
    end: usize,
    style: &MarkStyle,
    heading: Option<usize>,
) -> usize {
    let inner_gaps = starts.windows(2).any(|pair| (pair[0].row + 2..pair[1].row).any(|row| document.is_apart(row)));
    let heads_alone = starts.len() > 1
        && starts[..starts.len() - 1]
            .iter()
            .filter(|start| {
                // Where no page wraps lines, the author ended each.
                (document.ends_paragraph(start.row) || !document.wrapped) && !document.ends_sentence(start.row)
            })
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
        // A part of the same item or description is inside the entry, whatever it looks like.
        if document.rows[next].line.block.is_some_and(BlockKind::is_inner) {
            row = next;
            continue;
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
