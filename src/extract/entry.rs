//! The rows of a section in, its entries out: marker, head, definition, each joined and with its place.

use super::document::Document;
use super::head;
use super::marker::{Cell, Mark};
use super::rules::{RULES, compact};
use super::section::Start;
use super::separator::{Separator, cuts, cuts_of_continuation};
use crate::model::{Entry, Lang, Marker, Span};
use crate::text::chars::{Class, class, has_japanese};
use crate::text::flow::Flow;

/// The rows of one entry.
pub(super) struct Rows<'a> {
    pub(super) start: &'a Start,
    /// Row after its last.
    pub(super) end: usize,
}

/// Entries of a section.
pub(super) fn read(document: &Document<'_>, rows: &[Rows<'_>], group: u32) -> Vec<Entry> {
    let bodies: Vec<Body<'_>> = rows.iter().filter_map(|rows| Body::new(document, rows)).collect();
    let habit = habit(document, &bodies);
    bodies.iter().filter_map(|body| entry(document, body, habit, group)).collect()
}

/// The text of an entry after its mark, row by row.
struct Body<'a> {
    mark: Option<&'a Mark>,
    mark_span: Span,
    /// Cells of each row, the first without the mark; rows that are navigation or kana-order labels left out.
    rows: Vec<(usize, &'a [Cell], Span)>,
}

impl<'a> Body<'a> {
    fn new(document: &'a Document<'_>, rows: &Rows<'a>) -> Option<Self> {
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
            if row > first && is_label(span.of(document.text)) {
                continue;
            }
            kept.push((row, cells, span));
        }
        (!kept.is_empty()).then_some(Self { mark: rows.start.mark.as_ref(), mark_span, rows: kept })
    }

    /// The separators of the first row.
    fn first_cuts(&self, document: &Document<'_>) -> Vec<super::separator::Cut> {
        cuts(document.text, self.rows[0].1)
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

/// Navigation, or a letter that orders a list (あ行, A).
pub(super) fn is_label(text: &str) -> bool {
    let compact = compact(text);
    let bare = compact.trim_matches(|c: char| class(c) == Class::Other && !matches!(c, '↑' | '↩' | '▲'));
    RULES.sections.navigation.iter().any(|word| bare == word)
        || (bare.chars().count() == 2
            && bare.ends_with('行')
            && bare.chars().next().is_some_and(|c| matches!(class(c), Class::Hiragana | Class::Katakana)))
        || (bare.chars().count() == 1 && bare.chars().all(|c| c.is_ascii_alphabetic()) && compact.chars().count() == 1)
}

fn depth(cells: &[Cell]) -> i32 {
    cells
        .iter()
        .map(|cell| {
            i32::from(matches!(cell.1, '(' | '[' | '「' | '『')) - i32::from(matches!(cell.1, ')' | ']' | '」' | '』'))
        })
        .sum()
}

/// What parts head and definition in most entries of a section.
fn habit(document: &Document<'_>, bodies: &[Body<'_>]) -> Option<Separator> {
    let mut votes: Vec<(Separator, usize)> = Vec::new();
    let mut vote = |separator: Separator| match votes.iter_mut().find(|(known, _)| *known == separator) {
        Some((_, count)) => *count += 2,
        None => votes.push((separator, 2)),
    };
    for body in bodies {
        let cuts = body.first_cuts(document);
        let alone = body.head_alone(document);
        let strong = cuts.iter().find(|cut| {
            !matches!(
                cut.separator,
                Separator::Space | Separator::Slash | Separator::Period | Separator::Comma | Separator::Equals
            )
        });
        let at_end = strong.is_some_and(|cut| cut.end >= body.rows[0].1.len());
        match strong {
            Some(cut) if !(at_end || alone && cut.separator == Separator::Gap && cut.start < 2) => vote(cut.separator),
            _ if alone => vote(Separator::Newline),
            _ => {
                if let Some(cut) = cuts.first() {
                    vote(cut.separator);
                }
            }
        }
    }
    votes.sort_by_key(|(separator, count)| (std::cmp::Reverse(*count), *separator));
    votes.first().map(|(separator, _)| *separator)
}

fn entry(document: &Document<'_>, body: &Body<'_>, habit: Option<Separator>, group: u32) -> Option<Entry> {
    let (head_spans, mut definition_rows) = split(document, body, habit);
    let head_flow = document.join(&head_spans);
    let head_text = trim_head(&head_flow.text);
    // A table with a column for the English: 用語 / term / 説明.
    let column = definition_rows.first_mut().and_then(|(_, span)| english_column(document.text, span));
    let head = match column {
        Some(english) => {
            let names = english.replace(['(', '（'], ": ").replace([')', '）'], "");
            head::read(&format!("{head_text}（{names}）"))
        }
        None => head::read(head_text),
    };
    let flow = definition(document, &definition_rows);
    let text = strip_navigation(flow.text.trim()).trim_start_matches([':', '：', '…', '＝']).trim_start().to_owned();
    if head.term.is_empty() || text.is_empty() && head_spans.is_empty() {
        return None;
    }
    let head_span = head_spans.iter().copied().reduce(Span::cover).unwrap_or_default();
    let definition_span = match (definition_rows.first(), definition_rows.last()) {
        (Some(first), Some(last)) => first.1.cover(last.1),
        _ => Span::new(head_span.end, head_span.end),
    };
    let marker = body.mark.map(|mark| Marker {
        printed: body.mark_span.of(document.text).trim().trim_end_matches([':', '：']).trim().to_owned(),
        label: mark.label.clone(),
    });
    let lang = if has_japanese(&head.term) || has_japanese(&text) { Lang::JA } else { Lang::EN };
    // An English release glosses its heads in Japanese: the term is what the definition is about, and that is English.
    let lang = if !has_japanese(&head.term) && mostly_latin(&text) { Lang::EN } else { lang };
    Some(Entry {
        marker,
        head: head_text.to_owned(),
        term: head.term,
        aliases: head.aliases,
        definition: text,
        span: body.mark_span.cover(head_span).cover(definition_span),
        head_span,
        definition_span,
        group,
        lang,
    })
}

/// A head without what parts it from its definition: colons, dashes, とは.
fn trim_head(text: &str) -> &str {
    let bare = text.trim().trim_end_matches(['、', '，']);
    let bare = bare.strip_suffix("とは").unwrap_or(bare);
    bare.trim_end_matches([':', '：', '…', '―', '－', '–', '—', '=', '＝', ' ']).trim()
}

/// Takes a leading cell of English off a definition that a tab parts from it.
fn english_column<'a>(text: &'a str, span: &mut Span) -> Option<&'a str> {
    let cell = span.of(text);
    let (english, _) = cell.split_once('\t')?;
    let english = english.trim();
    let latin = english.chars().filter(|c| class(*c) == Class::Latin).count();
    if has_japanese(english) || latin < 3 {
        return None;
    }
    let rest = cell.split_once('\t').map_or("", |(_, rest)| rest);
    span.start = span.end - rest.len();
    Some(english)
}

fn mostly_latin(text: &str) -> bool {
    let (mut latin, mut japanese) = (0, 0);
    for c in text.chars() {
        match class(c) {
            Class::Latin => latin += 1,
            Class::Kanji | Class::Hiragana | Class::Katakana => japanese += 1,
            _ => {}
        }
    }
    latin > japanese * 4
}

type Parts = (Vec<Span>, Vec<(usize, Span)>);

/// Parts the head from the definition.
fn split(document: &Document<'_>, body: &Body<'_>, habit: Option<Separator>) -> Parts {
    let rest = |from: usize| body.rows[from..].iter().map(|(row, _, span)| (*row, *span)).collect::<Vec<_>>();
    let by_line = || {
        // The head goes on while a bracket is open, or a colon on the next line ends it.
        let mut lines = 1;
        let mut open = depth(body.rows[0].1);
        while open > 0 && lines < body.rows.len().min(4) {
            open += depth(body.rows[lines].1);
            lines += 1;
        }
        let full = document.is_full(body.rows[0].0) && !document.ends_paragraph(body.rows[0].0);
        if full && lines == 1 && body.rows.len() > 2 && document.looks_like_heading(body.rows[1].0) {
            lines = 2;
        }
        (body.rows[..lines].iter().map(|row| row.2).collect(), rest(lines))
    };
    let all_cuts: Vec<(usize, super::separator::Cut)> = body
        .rows
        .iter()
        .take(3)
        .enumerate()
        .take_while(|(index, _)| {
            *index == 0 || body.rows[..*index].iter().all(|row| !row.1.iter().any(|cell| cell.1 == '。'))
        })
        .flat_map(|(index, row)| cuts_across(document, body, index, row.1).into_iter().map(move |cut| (index, cut)))
        .collect();
    let of = |wanted: Separator| {
        all_cuts
            .iter()
            .find(|(index, cut)| {
                cut.separator == wanted && (*index == 0 || !matches!(cut.separator, Separator::Gap | Separator::Space))
            })
            .copied()
    };
    let first_line =
        |wanted: Separator| all_cuts.iter().find(|(index, cut)| *index == 0 && cut.separator == wanted).copied();
    let alone = body.head_alone(document);
    let chosen = match habit {
        Some(Separator::Newline) if alone => None,
        Some(habit) if habit != Separator::Newline => of(habit),
        _ => None,
    };
    let chosen = chosen.or_else(|| {
        if alone {
            return first_line(Separator::Colon)
                .filter(|(_, cut)| habit != Some(Separator::Newline) && cut.end < body.rows[0].1.len());
        }
        [
            Separator::Tab,
            Separator::Colon,
            Separator::Toha,
            Separator::Ellipsis,
            Separator::Dash,
            Separator::Gap,
            Separator::Period,
            Separator::Equals,
            Separator::Semicolon,
            Separator::Slash,
            Separator::Space,
        ]
        .into_iter()
        .find_map(first_line)
    });
    match chosen {
        Some((index, cut)) => cut_at(body, index, cut),
        None if body.rows.len() > 1 => by_line(),
        None => (vec![body.rows[0].2], Vec::new()),
    }
}

/// Separators of a later row count only while no bracket from the rows before is open.
fn cuts_across(document: &Document<'_>, body: &Body<'_>, index: usize, cells: &[Cell]) -> Vec<super::separator::Cut> {
    let open: i32 = body.rows[..index].iter().map(|row| depth(row.1)).sum();
    if open <= 0 {
        return if index == 0 { cuts(document.text, cells) } else { cuts_of_continuation(document.text, cells) };
    }
    let mut balance = open;
    let Some(close) = cells.iter().position(|cell| {
        balance += depth(std::slice::from_ref(cell));
        balance <= 0
    }) else {
        return Vec::new();
    };
    cuts(document.text, &cells[close..])
        .into_iter()
        .map(|cut| super::separator::Cut { start: cut.start + close, end: cut.end + close, ..cut })
        .collect()
}

fn cut_at(body: &Body<'_>, index: usize, cut: super::separator::Cut) -> Parts {
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

/// Joins the rows of a definition; the author's own paragraphs and list items stay on lines of their own.
fn definition(document: &Document<'_>, rows: &[(usize, Span)]) -> Flow {
    let mut flow = Flow::default();
    let mut previous: Option<usize> = None;
    for (row, span) in rows {
        if let Some(previous) = previous {
            let item = document.mark(*row, true).is_some()
                && (document.ends_sentence(previous) || flow.text.ends_with([':', '：']));
            let paragraph = document.ends_sentence(previous)
                && document.ends_paragraph(previous)
                && !document.rows[*row].after_page;
            if item || paragraph {
                flow.break_paragraph();
            }
        }
        flow.add_line(document.text, *span);
        previous = Some(*row);
    }
    flow
}

fn strip_navigation(text: &str) -> &str {
    let mut text = text;
    loop {
        let trimmed = text.trim_end();
        let bare = trimmed.trim_end_matches([']', '］', ')', '）', '】', '〕']);
        let Some(word) = RULES.sections.navigation.iter().find(|word| bare.ends_with(word.as_str())) else {
            return trimmed;
        };
        let cut = bare[..bare.len() - word.len()].trim_end();
        let cut = cut.trim_end_matches(['[', '［', '(', '（', '【', '〔', '▲', '↑', '→', '⇒']);
        let framed = bare.len() < trimmed.len()
            || cut.ends_with(['。', '\n'])
            || cut.is_empty()
            || matches!(word.as_str(), "↑" | "↩" | "▲");
        if !framed || cut.len() == text.len() {
            return trimmed;
        }
        text = cut;
    }
}
