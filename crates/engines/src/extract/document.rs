//! A release prepared for extraction: its rows of text with folded characters, and what can be said about each row.

use super::cell_borders::CellBorders;
use super::glossary_heading::{core, opens_glossary};
use super::mark_reader;
use super::marker::{self, Cell, MarkScope, NoteMark};
use super::rules::{RULES, compact};
use crate::model::{BlockKind, Release, Span};
use crate::text::chars::{Class, class, is_japanese_letter};
use crate::text::layout::Flow;
use crate::text::layout::{Layout, Line, LineKind, is_full, marks_paragraphs, width};

/// The rows of a release in order. Blank lines and page furniture are left out, but each row records that they were there.
pub(super) struct Document<'a> {
    /// The decoded text that all spans refer to.
    pub(super) text: &'a str,
    /// The rows of text.
    pub(super) rows: Vec<Row>,
    /// Whether blank lines are meaningless because nearly every line is followed by one.
    pub(super) double_spaced: bool,
    /// Whether the page wraps lines.
    pub(super) wrapped: bool,
    /// Whether the format marks paragraphs.
    pub(super) marked: bool,
}

/// One line of text.
pub(super) struct Row {
    /// The line.
    pub(super) line: Line,
    /// Its characters, folded.
    pub(super) cells: Vec<Cell>,
    /// Number of blank lines before it.
    pub(super) gap: usize,
    /// Whether a page break or page furniture comes between it and the row before.
    pub(super) after_page: bool,
}

impl<'a> Document<'a> {
    /// Reads the lines of a release.
    pub(super) fn new(release: &'a Release) -> Self {
        let layout = Layout::of(&release.text, &release.blocks);
        let mut rows: Vec<Row> = Vec::new();
        let (mut gap, mut after_page, mut page) = (0, false, 0);
        let bars = CellBorders::of(&release.text, &layout.lines);
        for line in &layout.lines {
            match line.kind {
                LineKind::Blank => gap += 1,
                LineKind::Furniture => after_page = true,
                LineKind::Text => {
                    let span = bars.without_border(&release.text, line.span);
                    let cells = marker::cells(span.of(&release.text), span.start);
                    if cells.is_empty() {
                        gap += 1;
                        continue;
                    }
                    let line = Line { span, ..*line };
                    for (span, cells) in split_entries(span, cells) {
                        let line = Line { span, width: width(span.of(&release.text)), ..line };
                        rows.push(Row { line, cells, gap, after_page: after_page || line.page != page });
                        (gap, after_page, page) = (0, false, line.page);
                    }
                }
            }
        }
        Self {
            text: &release.text,
            rows,
            double_spaced: layout.double_spaced,
            wrapped: layout.lines.iter().any(|line| line.measure > 0),
            marked: marks_paragraphs(&release.blocks),
        }
    }

    /// Whether a row is a full line, so that the page, not the author, may have ended it.
    pub(super) fn is_full(&self, row: usize) -> bool {
        !self.marked && is_full(&self.rows[row].line)
    }

    /// Whether meaningful blank lines separate a row from the one before.
    pub(super) fn is_apart(&self, row: usize) -> bool {
        let gap = self.rows[row].gap;
        if self.double_spaced { gap > 1 } else { gap > 0 }
    }

    /// Whether a row ends a sentence.
    pub(super) fn ends_sentence(&self, row: usize) -> bool {
        let last = self.rows[row]
            .cells
            .iter()
            .rev()
            .map(|cell| cell.1)
            .find(|c| !matches!(c, ')' | '」' | '』' | '"' | '”' | ' '));
        matches!(last, Some('。' | '.' | '!' | '?'))
    }

    /// Whether the author's paragraph ends with this row.
    pub(super) fn ends_paragraph(&self, row: usize) -> bool {
        let line = &self.rows[row].line;
        if self.marked || line.block.is_some() {
            return line.ends_block;
        }
        let next_apart = row + 1 >= self.rows.len() || (self.is_apart(row + 1) && !self.rows[row + 1].after_page);
        (self.ends_sentence(row) && !self.is_full(row)) || next_apart || (line.measure > 0 && !self.is_full(row))
    }

    /// Whether a round bracket of a row is still open at its end.
    pub(super) fn has_open_bracket(&self, row: usize) -> bool {
        has_open_bracket(&self.rows[row].cells)
    }

    /// A row in the form in which it is compared with word lists.
    pub(super) fn compact(&self, row: usize) -> String {
        compact(self.rows[row].line.span.of(self.text))
    }

    /// The cells of a table's row; the first may be empty.
    pub(super) fn table_cells(&self, row: usize) -> Vec<&'a str> {
        let span = self.rows[row].line.span;
        let before = &self.text[..span.start];
        let start = before.trim_end_matches(['\t', ' ', '\u{3000}']).len();
        self.text[start..span.end].split('\t').map(str::trim).collect()
    }

    /// The mark of a scope that a row begins with.
    pub(super) fn mark(&self, row: usize, scope: MarkScope) -> Option<NoteMark> {
        mark_reader::at(&self.rows[row].cells, scope)
    }

    /// The joined text of parts of the source.
    pub(super) fn join(&self, spans: &[Span]) -> Flow {
        Flow::join(self.text, spans)
    }

    /// Whether a row looks like a heading: short, not a sentence, not wrapped by the page.
    pub(super) fn looks_like_heading(&self, row: usize) -> bool {
        let line = &self.rows[row].line;
        if line.block == Some(BlockKind::Heading) {
            return true;
        }
        let cells = &self.rows[row].cells;
        // 再現率、適合率 is a list of names; with hiragana, a comma means a sentence.
        let kana = cells.iter().any(|cell| class(cell.1) == Class::Hiragana);
        let sentence = cells.iter().any(|cell| cell.1 == '。' || cell.1 == '、' && (kana || line.width > 30))
            || self.ends_sentence(row);
        let letters = cells.iter().filter(|cell| is_japanese_letter(cell.1) || class(cell.1) == Class::Latin).count();
        let verb_end = matches!(
            cells.last().map(|cell| cell.1),
            Some(',' | '・' | '-' | 'を' | 'が' | 'に' | 'は' | 'で' | 'と' | 'の' | 'て' | 'し' | '(')
        );
        // Brackets around the whole line show that it is one, however long its term.
        let framed =
            cells.first().is_some_and(|cell| cell.1 == '【') && cells.last().is_some_and(|cell| cell.1 == '】');
        letters >= 2
            && line.width <= if framed { 100 } else { 50 }
            && !sentence
            && !verb_end
            && (framed || !self.is_full(row))
    }

    /// Whether a row is about the page, not the release: an address, a copyright, a date of update, a link to another page.
    pub(super) fn is_apparatus(&self, row: usize) -> bool {
        let text = self.compact(row);
        RULES.metadata.apparatus.iter().any(|word| text.contains(word.as_str()))
    }

    /// Whether a row begins another part of the release, so that a glossary before it ends there.
    pub(super) fn is_section_end(&self, row: usize) -> bool {
        let text = self.compact(row);
        let line = &self.rows[row].line;
        let bare = core(&text);
        if bare.is_empty() {
            // A horizontal rule of dashes or stars.
            return text.chars().count() >= 3;
        }
        let framed = matches!(text.chars().next(), Some('【' | '<' | '■' | '□' | '◆' | '●' | '○' | '▼' | '▶'));
        let short = bare.chars().count() <= 24 && !bare.contains('。');
        let named = RULES.sections.ends.iter().any(|end| {
            let long = end.chars().count() >= 3 && end.chars().any(|c| class(c) != Class::Katakana);
            bare == *end
                || (long && short && bare.starts_with(end.as_str()) && (!self.is_full(row) || framed))
                || bare.strip_prefix(end.as_str()).is_some_and(|rest| rest.starts_with(':'))
        });
        if named && (short || line.width <= 60 || bare.contains(':')) && !bare.contains("とは") {
            return !bare.ends_with('。');
        }
        let decorated = framed || line.block == Some(BlockKind::Heading) || self.looks_like_heading(row);
        if short && decorated && RULES.sections.tails.iter().any(|tail| bare.ends_with(tail.as_str())) {
            return opens_glossary(&text).is_none();
        }
        let contact = RULES.sections.contact.iter().any(|word| text.contains(&word.to_lowercase()));
        contact && !text.contains('。')
    }
}

/// Whether more round brackets open in `cells` than close.
pub(super) fn has_open_bracket(cells: &[Cell]) -> bool {
    let count = |wanted: char| cells.iter().filter(|cell| cell.1 == wanted).count();
    count('(') > count(')')
}

/// Splits a row that holds several entries: it begins with a note mark, and the mark with the next number follows a full
/// stop inside it.
fn split_entries(span: Span, cells: Vec<Cell>) -> Vec<(Span, Vec<Cell>)> {
    let Some(first) = mark_reader::at(&cells, MarkScope::Text).filter(|mark| mark.number.is_some()) else {
        return vec![(span, cells)];
    };
    let mut number = first.number.unwrap_or(0);
    let mut starts = vec![0];
    for at in first.length + 1..cells.len() {
        let before = cells[..at].iter().rev().map(|cell| cell.1).find(|c| class(*c) != Class::Space);
        if before != Some('。') {
            continue;
        }
        if let Some(mark) = mark_reader::at(&cells[at..], MarkScope::Text)
            && mark.style == first.style
            && mark.number == Some(number + 1)
        {
            number += 1;
            starts.push(at);
        }
    }
    let mut out = Vec::with_capacity(starts.len());
    for (index, &start) in starts.iter().enumerate() {
        let end = starts.get(index + 1).copied().unwrap_or(cells.len());
        let last =
            cells[start..end].iter().rposition(|cell| class(cell.1) != Class::Space).map_or(start, |at| start + at);
        let stop = cells.get(last + 1).map_or(span.end, |cell| cell.0);
        out.push((Span::new(cells[start].0, stop), cells[start..=last].to_vec()));
    }
    out
}
