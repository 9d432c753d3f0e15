//! Splits a release into passages of running text, in which glosses are looked for.
//!
//! Note marks are removed, because they come between a term and its gloss. Every passage keeps offsets into the source.

use super::records::Records;
use crate::model::{Extraction, Release, Span};
use crate::text::chars::{Class, class, fold, superscript_digit};
use crate::text::layout::Flow;
use crate::text::layout::{Layout, Line, LineKind};

/// Kinds of passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PassageKind {
    /// Running text.
    Body,
    /// The caption of a figure or table.
    Caption,
    /// The head of the entry with this index.
    Head(usize),
    /// The definition of the entry with this index.
    Definition(usize),
}

/// A passage of joined lines.
#[derive(Debug)]
pub(super) struct Passage {
    pub(super) kind: PassageKind,
    pub(super) flow: Flow,
}

/// All passages of a release, in the order of the text.
pub(super) fn of(release: &Release, found: &Extraction) -> Vec<Passage> {
    let layout = Layout::of(&release.text, &release.blocks);
    of_layout(&layout, release, found, &Records::of(&layout, &release.text, found))
}

/// The same, of a release whose layout is known.
pub(super) fn of_layout(layout: &Layout, release: &Release, found: &Extraction, records: &Records) -> Vec<Passage> {
    let skip = SpanIndex::new(note_marks(release, found));
    let entries = SpanIndex::new(found.entries.iter().map(|entry| entry.span).collect());
    let mut passages: Vec<Passage> = Vec::new();
    let mut previous: Option<Line> = None;
    let mut gap = 0;
    let mut recent: Vec<(usize, usize)> = Vec::new();
    for line in &layout.lines {
        match line.kind {
            LineKind::Blank => gap += 1,
            LineKind::Furniture => {}
            LineKind::Text => {
                recent.push((line.measure, line.width));
                let wrapped_alike = previous.map_or(line.measure, |previous| previous.measure);
                let near = recent.iter().rev().take(4).filter(|(measure, _)| *measure == wrapped_alike);
                let widest = near.map(|(_, width)| *width).max().unwrap_or(0);
                for (kind, span) in parts(line, found, &entries, &release.text) {
                    let text = span.of(&release.text);
                    let kind = if kind == PassageKind::Body && is_caption(text) { PassageKind::Caption } else { kind };
                    let same = passages.last().is_some_and(|passage| passage.kind == kind);
                    if !same {
                        passages.push(Passage { kind, flow: Flow::default() });
                    }
                    let apart = gap > usize::from(layout.double_spaced);
                    if let Some(passage) = passages.last_mut() {
                        let breaks = previous.is_some_and(|previous: Line| {
                            previous.ends_block
                                || records.stands_alone(previous.span.start)
                                || records.stands_alone(line.span.start)
                                || (!(open_bracket(&passage.flow.text) && closes_bracket(text))
                                    && (apart
                                        || starts_item(text)
                                        || ends_paragraph(&previous, line, widest, &release.text)))
                        });
                        if same && breaks {
                            passage.flow.break_paragraph();
                        }
                        add(&mut passage.flow, &release.text, span, &skip);
                    }
                }
                previous = Some(*line);
                gap = 0;
            }
        }
    }
    passages
}

/// Spans by position, so that those at a line are found without looking at all others.
struct SpanIndex {
    spans: Vec<Span>,
    /// The indices of the spans by their start.
    order: Vec<usize>,
    /// How far the spans up to each in that order reach.
    reach: Vec<usize>,
}

impl SpanIndex {
    fn new(spans: Vec<Span>) -> Self {
        let mut order: Vec<usize> = (0..spans.len()).collect();
        order.sort_by_key(|&index| spans[index].start);
        let mut furthest = 0;
        let reach = order.iter().map(|&index| {
            furthest = spans[index].end.max(furthest);
            furthest
        });
        let reach = reach.collect();
        Self { spans, order, reach }
    }

    /// The indices of the spans that overlap this one, in ascending order.
    fn overlapping(&self, span: Span) -> Vec<usize> {
        let first = self.reach.partition_point(|&end| end < span.start);
        let last = self.order.partition_point(|&index| self.spans[index].start <= span.end).max(first);
        let mut found: Vec<usize> =
            self.order[first..last].iter().copied().filter(|&index| self.spans[index].overlaps(span)).collect();
        found.sort_unstable();
        found
    }
}

/// How many bytes of text before a bracket are read: no term is longer, and lines can be as long as a document.
pub(super) const BEFORE: usize = 2_048;

/// The text before a bracket: of its line, and no more than [`BEFORE`] bytes.
pub(super) fn before(text: &str, open: usize) -> &str {
    let before = &text[..open];
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(BEFORE))..];
    near.rfind('\n').map_or(near, |at| &near[at + 1..])
}

/// Offsets of each opening bracket and its closing one, including nested ones; brackets left open are skipped.
pub(super) fn brackets(text: &str) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' | '〔' | '［' => open.push(at),
            ')' | '）' | '〕' | '］' => {
                out.extend(open.pop().filter(|start| at - start <= 600).map(|start| (start, at)));
            }
            '\n' => open.clear(),
            _ => {}
        }
    }
    out.sort_unstable();
    out
}

/// Splits a line into parts inside definitions and parts of running text; parts inside heads are left out.
fn parts(line: &Line, found: &Extraction, entries: &SpanIndex, text: &str) -> Vec<(PassageKind, Span)> {
    let mut out = Vec::new();
    let mut at = line.span.start;
    for index in entries.overlapping(line.span) {
        let entry = &found.entries[index];
        if entry.span.start > at {
            out.push((PassageKind::Body, Span::new(at, entry.span.start.min(line.span.end))));
        }
        let definition =
            Span::new(entry.definition_span.start.max(line.span.start), entry.definition_span.end.min(line.span.end));
        if entry.definition_span.overlaps(line.span) {
            out.push((PassageKind::Definition(index), definition));
        }
        at = at.max(entry.span.end.min(line.span.end));
    }
    if at < line.span.end {
        out.push((PassageKind::Body, Span::new(at, line.span.end)));
    }
    out.retain(|(_, span)| !span.of(text).trim().is_empty());
    out
}

fn is_caption(text: &str) -> bool {
    let folded: String = text.chars().take(8).map(fold).filter(|c| class(*c) != Class::Space).collect();
    let lower = folded.to_lowercase();
    ["図", "表", "写真", "fig", "table"].iter().any(|word| {
        lower
            .strip_prefix(word)
            .is_some_and(|rest| rest.trim_start_matches(['.', 'u', 'r', 'e']).starts_with(|c: char| c.is_ascii_digit()))
    })
}

/// Whether a paragraph ends with `previous`: a sentence ends there, or the line is shorter than its neighbours. The width
/// of the page does not matter, because lines in a narrow column are full long before that.
fn ends_paragraph(previous: &Line, line: &Line, widest: usize, text: &str) -> bool {
    let last = previous.span.of(text).chars().next_back();
    let short = previous.width * 100 < widest * 80;
    let goes_on =
        matches!(line.span.of(text).chars().next(), Some('(' | '（' | '」' | '』' | ')' | '）' | '、' | '。' | 'ー'));
    !goes_on && (short || matches!(last, Some('。' | '！' | '？')))
}

fn starts_item(text: &str) -> bool {
    matches!(text.chars().next(), Some('【' | '■' | '◆' | '●' | '○' | '・' | '◇' | '□' | '＜' | '※' | '①'..='⑳'))
}

/// Whether a bracket near the end of a text is still open.
fn open_bracket(text: &str) -> bool {
    let mut depth = 0;
    for c in text.chars().rev().take(160) {
        match c {
            ')' | '）' => depth += 1,
            '(' | '（' if depth == 0 => return true,
            '(' | '（' => depth -= 1,
            '\n' | '。' => return false,
            _ => {}
        }
    }
    false
}

/// Whether the first bracket in a line closes one, rather than opening another.
fn closes_bracket(text: &str) -> bool {
    text.chars().find(|c| matches!(c, '(' | '（' | ')' | '）')).is_none_or(|c| matches!(c, ')' | '）'))
}

/// Adds a line without the spans in `skip`.
fn add(flow: &mut Flow, text: &str, span: Span, skip: &SpanIndex) {
    let mut at = span.start;
    let mut pieces: Vec<Span> = Vec::new();
    for cut in skip.overlapping(span).into_iter().map(|index| skip.spans[index]) {
        if cut.start > at {
            pieces.push(Span::new(at, cut.start));
        }
        at = at.max(cut.end);
    }
    if at < span.end {
        pieces.push(Span::new(at, span.end));
    }
    for piece in pieces {
        flow.add_line(text, piece);
    }
}

/// Note marks and citations: those that extraction linked to entries, and those that can be nothing else.
fn note_marks(release: &Release, found: &Extraction) -> Vec<Span> {
    let mut spans: Vec<Span> = found.references.iter().map(|reference| reference.span).collect();
    let cells: Vec<(usize, char)> = release.text.char_indices().map(|(at, c)| (at, fold(c))).collect();
    let end = |index: usize| cells.get(index).map_or(release.text.len(), |cell| cell.0);
    let mut at = 0;
    while at < cells.len() {
        let c = cells[at].1;
        let length = match c {
            '(' | '[' => mark_in_brackets(&cells[at..]),
            '注' | '※' | '*' if at > 0 => bare_mark(cells[at - 1].1, &cells[at..]),
            c if superscript_digit(c).is_some() && at > 0 && follows_word(cells[at - 1].1) => {
                cells[at..].iter().take_while(|cell| superscript_digit(cell.1).is_some() || cell.1 == ',').count()
            }
            _ => 0,
        };
        if length > 0 {
            spans.push(Span::new(cells[at].0, end(at + length)));
        }
        at += length.max(1);
    }
    spans.sort_unstable();
    spans
}

/// Words that end in 注 and take a number: 発注2件.
const ORDERS: &str = "発受脚傍訳頭補割外";

/// The number of cells of a note mark without brackets between a word and what follows it: 細菌注2（, 細菌※2は.
fn bare_mark(before: char, cells: &[(usize, char)]) -> usize {
    let word = follows_word(before) || cells[0].1 != '*' && class(before) == Class::Latin;
    if !word || cells[0].1 == '注' && ORDERS.contains(before) {
        return 0;
    }
    let space = usize::from(cells.get(1).is_some_and(|cell| cell.1 == ' '));
    let number = &cells[1 + space..];
    let digits = number.iter().take_while(|cell| cell.1.is_ascii_digit()).count();
    let next = number.get(digits).map(|cell| cell.1);
    let ends = next.is_none_or(|c| matches!(c, '(' | '、' | '。' | ',' | '\n') || class(c) == Class::Hiragana);
    if (1..=2).contains(&digits) && ends { 1 + space + digits } else { 0 }
}

fn follows_word(c: char) -> bool {
    matches!(class(c), Class::Kanji | Class::Katakana | Class::Hiragana) || matches!(c, ')' | '」')
}

/// The number of cells of a bracket with nothing but a note mark or citation numbers.
fn mark_in_brackets(cells: &[(usize, char)]) -> usize {
    let close = if cells[0].1 == '(' { ')' } else { ']' };
    let Some(end) = cells.iter().take(14).position(|cell| cell.1 == close) else { return 0 };
    let inside: String = cells[1..end].iter().map(|cell| cell.1).filter(|c| class(*c) != Class::Space).collect();
    let is_mark = is_note_mark(&inside) || (close == ']' && is_numbers(&inside));
    if is_mark { end + 1 } else { 0 }
}

/// Whether a text, folded and without spaces, is a note mark: `注1`, `※2,3`, `†`.
pub(super) fn is_note_mark(text: &str) -> bool {
    let bare = ["注釈", "用語", "補足", "注", "註", "※", "*", "#"].iter().find_map(|prefix| text.strip_prefix(prefix));
    bare.is_some_and(is_numbers) || matches!(text, "†" | "‡" | "§" | "¶")
}

fn is_numbers(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | '~' | '、' | 'a'..='d'))
        && text.chars().any(|c| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn note_marks_without_entries_are_known_by_what_stands_around_them() {
        for (text, want) in [
            ("嫌気性菌注2（anaerobic）", vec!["注2"]),
            ("𠮷膜注 12を、渦※3、流れ*4。", vec!["注 12", "※3", "*4"]),
            ("環境DNA注3（environmental）", vec!["注3"]),
            ("嫌気性菌（注2）と膜［3］", vec!["（注2）", "［3］"]),
            ("発注2件と受注3は", vec![]),
            ("膜注2件と", vec![]),
            ("4*3（", vec![]),
        ] {
            let release = Release { text: text.to_owned(), ..Release::default() };
            let marks = note_marks(&release, &Extraction::default());
            let found: Vec<&str> = marks.iter().map(|span| span.of(text)).collect();
            assert_eq!(found, want, "{text}");
        }
    }

    #[test]
    fn spans_are_found_by_position_as_by_looking_at_all_of_them() {
        let spans = [(0, 40), (3, 5), (5, 9), (9, 9), (12, 20), (1, 2), (18, 30), (50, 60)];
        let spans: Vec<Span> = spans.into_iter().map(|(start, end)| Span::new(start, end)).collect();
        let index = SpanIndex::new(spans.clone());
        for start in 0..70 {
            for end in start..70 {
                let line = Span::new(start, end);
                let want: Vec<usize> = (0..spans.len()).filter(|&at| spans[at].overlaps(line)).collect();
                assert_eq!(index.overlapping(line), want, "{start}..{end}");
            }
        }
    }
}
