//! Splits the rows of a glossary entry into head and definition.

use super::apparatus;
use super::document::Document;
use super::marker::{Cell, NoteMark};
use super::section::EntryStart;
use super::section_end::{is_caption, is_label};
use super::separator::{Separator, SeparatorSpan, bracketed_head, continuation_separators, glossed_head, separators};
use crate::model::Span;
use crate::text::chars::{Class, class};

/// The rows of one entry.
pub(super) struct EntryRows<'a> {
    pub(super) start: &'a EntryStart,
    /// The row after the last one.
    pub(super) end: usize,
}

/// The text of an entry after its mark, by rows.
pub(super) struct EntryBody<'a> {
    pub(super) mark: Option<&'a NoteMark>,
    pub(super) mark_span: Span,
    /// The cells of each row, without the mark in the first, and without rows of navigation or kana order.
    pub(super) rows: Vec<(usize, &'a [Cell], Span)>,
}

impl<'a> EntryBody<'a> {
    pub(super) fn new(document: &'a Document<'_>, rows: &EntryRows<'a>) -> Option<Self> {
        let first = rows.start.row;
        let length = rows.start.mark.as_ref().map_or(0, |mark| mark.length);
        let cells = &document.rows[first].cells;
        let mark_span = match (cells.first(), cells.get(length)) {
            (Some(open), Some(next)) if length > 0 => Span::new(open.0, next.0),
            (Some(open), None) if length > 0 => Span::new(open.0, document.rows[first].line.span.end),
            (Some(open), _) => Span::new(open.0, open.0),
            _ => return None,
        };
        let mut kept = Vec::new();
        for row in first..rows.end.max(first + 1) {
            let cells: &[Cell] =
                if row == first { &document.rows[row].cells[length..] } else { &document.rows[row].cells };
            let lead = cells.iter().take_while(|cell| class(cell.1) == Class::Space).count();
            let cells = &cells[lead..];
            let Some(open) = cells.first() else { continue };
            let span = Span::new(open.0, document.rows[row].line.span.end);
            let apart = row > first
                && (is_label(span.of(document.text))
                    || is_separator_alone(cells)
                    || is_caption_between(document, row)
                    || row == rows.end.saturating_sub(1) && is_furigana(document, row)
                    || apparatus::is_byline(document, row) && kept.len() == 1);
            if apart {
                continue;
            }
            kept.push((row, cells, span));
        }
        (!kept.is_empty()).then_some(Self { mark: rows.start.mark.as_ref(), mark_span, rows: kept })
    }

    /// The separators of the first row.
    fn first_separators(&self, document: &Document<'_>) -> Vec<SeparatorSpan> {
        separators(document.text, self.rows[0].1)
    }

    /// Whether the first row can be a head on a line of its own.
    fn head_alone(&self, document: &Document<'_>) -> bool {
        let (row, cells, _) = self.rows[0];
        self.rows.len() > 1
            && cells.len() <= 70
            && !cells.iter().any(|cell| cell.1 == '。')
            && (!document.is_full(row) || document.ends_paragraph(row) || depth(cells) > 0)
    }
}

/// Whether a row is the caption of a figure between paragraphs of a definition or between entries.
fn is_caption_between(document: &Document<'_>, row: usize) -> bool {
    is_caption(document.rows[row].line.span.of(document.text))
        && document.ends_sentence(row - 1)
        && document.ends_paragraph(row)
        && !document.rows[row].cells.iter().any(|cell| cell.1 == '。')
}

/// Whether a row is only a separator: the colon of a table printed as text.
fn is_separator_alone(cells: &[Cell]) -> bool {
    cells.iter().all(|cell| matches!(cell.1, ':' | '…' | '―' | '-' | '=' | ' '))
}

/// Whether a row, the last before another entry, is the reading printed above that entry's head: groups of hiragana and no sentence.
fn is_furigana(document: &Document<'_>, row: usize) -> bool {
    let cells = &document.rows[row].cells;
    row + 1 < document.rows.len()
        && cells.len() <= 20
        && cells.iter().all(|cell| matches!(class(cell.1), Class::Hiragana | Class::Space))
        && document.ends_sentence(row - 1)
        && document.rows[row + 1].cells.iter().any(|cell| class(cell.1) == Class::Kanji)
}

fn depth(cells: &[Cell]) -> i32 {
    cells
        .iter()
        .map(|cell| {
            i32::from(matches!(cell.1, '(' | '[' | '「' | '『')) - i32::from(matches!(cell.1, ')' | ']' | '」' | '』'))
        })
        .sum()
}

/// The separator between head and definition in most entries of a section.
pub(super) fn usual_separator(document: &Document<'_>, bodies: &[EntryBody<'_>]) -> Option<Separator> {
    let mut votes: Vec<(Separator, usize)> = Vec::new();
    let mut vote = |separator: Separator| match votes.iter_mut().find(|(known, _)| *known == separator) {
        Some((_, count)) => *count += 1,
        None => votes.push((separator, 1)),
    };
    for body in bodies {
        let separators = body.first_separators(document);
        let alone = body.head_alone(document);
        let strong = separators.iter().find(|cut| {
            !matches!(
                cut.separator,
                Separator::Space
                    | Separator::Slash
                    | Separator::Sign
                    | Separator::Period
                    | Separator::Comma
                    | Separator::Equals
            )
        });
        let at_end = strong.is_some_and(|cut| cut.end >= body.rows[0].1.len());
        match strong {
            Some(cut) if !(at_end || alone && cut.separator == Separator::Gap && cut.start < 2) => vote(cut.separator),
            _ if alone => vote(Separator::Newline),
            _ => {
                if let Some(cut) = separators.first() {
                    vote(cut.separator);
                }
            }
        }
    }
    votes.sort_by_key(|(separator, count)| (std::cmp::Reverse(*count), *separator));
    votes.first().map(|(separator, _)| *separator)
}

/// The spans of the head, and the rows and spans of the definition.
pub(super) type HeadAndDefinition = (Vec<Span>, Vec<(usize, Span)>);

/// Splits an entry into head and definition.
pub(super) fn split(
    document: &Document<'_>,
    body: &EntryBody<'_>,
    usual_separator: Option<Separator>,
) -> HeadAndDefinition {
    let rest = |from: usize| body.rows[from..].iter().map(|(row, _, span)| (*row, *span)).collect::<Vec<_>>();
    let by_line = || {
        // The head continues while a bracket is open, or until a colon on the next line.
        let mut lines = 1;
        let mut open = depth(body.rows[0].1);
        while open > 0 && lines < body.rows.len().min(4) {
            open += depth(body.rows[lines].1);
            lines += 1;
        }
        let full = document.is_full(body.rows[0].0) && !document.ends_paragraph(body.rows[0].0);
        // A line that a page ends in its middle is no part of a head.
        let cut = body.rows.get(2).is_some_and(|row| document.rows[row.0].after_page);
        if full && lines == 1 && body.rows.len() > 2 && !cut && document.looks_like_heading(body.rows[1].0) {
            lines = 2;
        }
        (body.rows[..lines].iter().map(|row| row.2).collect(), rest(lines))
    };
    let all_separators: Vec<(usize, SeparatorSpan)> = body
        .rows
        .iter()
        .take(3)
        .enumerate()
        .take_while(|(index, _)| {
            *index == 0 || body.rows[..*index].iter().all(|row| !row.1.iter().any(|cell| cell.1 == '。'))
        })
        .flat_map(|(index, row)| {
            separators_across(document, body, index, row.1).into_iter().map(move |cut| (index, cut))
        })
        .collect();
    let of = |wanted: Separator| {
        all_separators
            .iter()
            .find(|(index, cut)| {
                cut.separator == wanted && (*index == 0 || !matches!(cut.separator, Separator::Gap | Separator::Space))
            })
            .copied()
    };
    let first_line =
        |wanted: Separator| all_separators.iter().find(|(index, cut)| *index == 0 && cut.separator == wanted).copied();
    let alone = body.head_alone(document);
    let chosen = match usual_separator {
        Some(Separator::Newline) if alone => None,
        Some(Separator::Bracket) => {
            of(Separator::Bracket).or_else(|| bracketed_head(body.rows[0].1, true).map(|cut| (0, cut)))
        }
        Some(usual_separator) if usual_separator != Separator::Newline => of(usual_separator),
        _ => None,
    };
    let chosen = chosen.or_else(|| {
        if alone {
            return first_line(Separator::Colon)
                .filter(|(_, cut)| usual_separator != Some(Separator::Newline) && cut.end < body.rows[0].1.len());
        }
        [
            Separator::Tab,
            Separator::Bracket,
            Separator::Colon,
            Separator::Toha,
            Separator::Ellipsis,
            Separator::Dash,
            Separator::Gap,
            Separator::Period,
            Separator::Gloss,
            Separator::Equals,
            Separator::Semicolon,
            Separator::Slash,
            Separator::Sign,
            Separator::Space,
        ]
        .into_iter()
        .find_map(|wanted| match wanted {
            Separator::Gloss => glossed_head(body.rows[0].1).map(|cut| (0, cut)),
            wanted => first_line(wanted),
        })
    });
    match chosen {
        Some((index, cut)) => split_at(body, index, cut),
        None if body.rows.len() > 1 => by_line(),
        None => (vec![body.rows[0].2], Vec::new()),
    }
}

/// The separators of a row, ignoring those inside a bracket that was opened in an earlier row.
fn separators_across(
    document: &Document<'_>,
    body: &EntryBody<'_>,
    index: usize,
    cells: &[Cell],
) -> Vec<SeparatorSpan> {
    let open: i32 = body.rows[..index].iter().map(|row| depth(row.1)).sum();
    if open <= 0 {
        return if index == 0 {
            separators(document.text, cells)
        } else {
            continuation_separators(document.text, cells)
        };
    }
    let mut balance = open;
    let Some(close) = cells.iter().position(|cell| {
        balance += depth(std::slice::from_ref(cell));
        balance <= 0
    }) else {
        return Vec::new();
    };
    separators(document.text, &cells[close..])
        .into_iter()
        .map(|cut| SeparatorSpan { start: cut.start + close, end: cut.end + close, ..cut })
        .collect()
}

fn split_at(body: &EntryBody<'_>, index: usize, cut: SeparatorSpan) -> HeadAndDefinition {
    let (row, cells, span) = body.rows[index];
    let start = cells.get(cut.start).map_or(span.end, |cell| cell.0);
    let end = cells.get(cut.end).map_or(span.end, |cell| cell.0);
    let mut head: Vec<Span> = body.rows[..index].iter().map(|row| row.2).collect();
    head.push(Span::new(span.start, start));
    let mut definition = Vec::new();
    if end < span.end {
        definition.push((row, Span::new(end, span.end)));
    }
    definition.extend(body.rows[index + 1..].iter().map(|(row, _, span)| (*row, *span)));
    (head, definition)
}
