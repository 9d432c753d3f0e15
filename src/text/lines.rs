//! A release's text in, its lines out: where each lies, on which page, how wide, and which are page furniture.
//!
//! Furniture is what the page prints, not the author: page numbers, running heads and feet. It is recognised by its
//! place (beside a page break or a page number) and by returning from page to page.

use std::collections::{BTreeMap, HashMap};

use unicode_width::UnicodeWidthStr;

use super::chars::{Class, class, fold};
use crate::model::{Block, BlockKind, Span};

/// One printed line, without the white space around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// Its bytes in the source, trimmed.
    pub span: Span,
    /// Columns of white space before it; a full-width character counts two.
    pub indent: usize,
    /// Columns it fills without the indent.
    pub width: usize,
    /// Page, from 0.
    pub page: u32,
    /// What it is.
    pub kind: LineKind,
    /// The block the format put it in, where it marks blocks.
    pub block: Option<BlockKind>,
    /// Whether the format itself ends a paragraph after this line.
    pub ends_block: bool,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineKind {
    /// Text of the author.
    Text,
    /// Nothing.
    Blank,
    /// Page number, running head or foot.
    Furniture,
}

/// All lines of a text and how they are set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lines {
    /// The lines in order.
    pub all: Vec<Line>,
    /// Columns of a full line; 0 where lines are not cut by the page.
    pub measure: usize,
    /// Whether a blank line follows nearly every line, so that blank lines mean nothing.
    pub double_spaced: bool,
}

impl Lines {
    /// Splits `text` into lines.
    #[must_use]
    pub fn of(text: &str, blocks: &[Block]) -> Self {
        let mut all = split(text, blocks);
        if blocks.is_empty() {
            mark_furniture(text, &mut all);
            all = super::columns::in_reading_order(text, &all);
        }
        let measure = if blocks.is_empty() { measure(&all) } else { 0 };
        let double_spaced = blocks.is_empty() && is_double_spaced(&all);
        Self { all, measure, double_spaced }
    }
}

/// Whether a line is as long as a page of `measure` columns allows, so that its end may be the page's and not the author's.
/// Never where the page cuts no lines (`measure` 0).
#[must_use]
pub fn is_full(line: &Line, measure: usize) -> bool {
    measure > 0 && (line.indent + line.width) * 100 >= measure * 86
}

/// Columns a text fills (Unicode Annex 11, ambiguous characters wide, as Japanese fonts set them).
#[must_use]
pub fn columns(text: &str) -> usize {
    text.width_cjk()
}

fn split(text: &str, blocks: &[Block]) -> Vec<Line> {
    let mut all = Vec::new();
    let mut page = 0;
    let mut start = 0;
    let mut next_block = 0;
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), '\n'))) {
        if c != '\n' && c != '\u{c}' && c != '\u{b}' && c != '\u{2028}' && c != '\u{2029}' && c != '\u{85}' {
            continue;
        }
        let raw = &text[start..at];
        let trimmed_start = raw.trim_start();
        let indent_text = &raw[..raw.len() - trimmed_start.len()];
        let trimmed = trimmed_start.trim_end();
        let begin = start + indent_text.len();
        let span = Span::new(begin, begin + trimmed.len());
        while blocks.get(next_block).is_some_and(|block| block.span.end <= start && block.span.end < at) {
            next_block += 1;
        }
        let block = blocks.get(next_block).filter(|block| !trimmed.is_empty() && block.span.overlaps(span));
        all.push(Line {
            span,
            indent: indent_text.chars().map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum(),
            width: columns(trimmed),
            page,
            kind: if trimmed.is_empty() { LineKind::Blank } else { LineKind::Text },
            block: block.map(|block| block.kind),
            ends_block: block.is_some_and(|block| block.span.end <= at + c.len_utf8()),
        });
        if c == '\u{c}' {
            page += 1;
        }
        start = at + c.len_utf8();
    }
    all
}

/// Columns of a full line: the 90th percentile of the lines that hold running text.
fn measure(all: &[Line]) -> usize {
    let mut widths: Vec<usize> = all
        .iter()
        .filter(|line| line.kind == LineKind::Text && line.width >= 20)
        .map(|line| line.indent + line.width)
        .collect();
    if widths.len() < 4 {
        return 0;
    }
    widths.sort_unstable();
    let full = widths[(widths.len() - 1) * 9 / 10];
    // Lines the page cuts end near the same column; lines an author ends are of every length.
    let near = widths.iter().filter(|&&width| width * 100 >= full * 86 && width * 100 <= full * 106).count();
    if full <= 160 && near * 4 >= widths.len() { full } else { 0 }
}

fn is_double_spaced(all: &[Line]) -> bool {
    let (mut text, mut followed) = (0, 0);
    for pair in all.windows(2) {
        if pair[0].kind == LineKind::Text {
            text += 1;
            followed += usize::from(pair[1].kind == LineKind::Blank);
        }
    }
    text >= 8 && followed * 10 >= text * 6
}

/// The page number a line prints and nothing else but, at most, a running text: `- 3 -`, `1/2`, `P. 4`, `3 ページ`.
fn page_number(text: &str) -> Option<u32> {
    let folded: String = text.chars().map(fold).filter(|c| class(*c) != Class::Space).collect();
    let bare = folded.trim_matches(|c: char| {
        matches!(c, '-' | '―' | '(' | ')' | '[' | ']' | '<' | '>' | '.' | '~' | '|' | '=' | '_')
    });
    let bare = bare.strip_suffix("ページ").or_else(|| bare.strip_suffix("頁")).unwrap_or(bare);
    let lower = bare.to_ascii_lowercase();
    let bare = ["page", "p.", "p"].iter().find_map(|prefix| lower.strip_prefix(prefix)).unwrap_or(&lower);
    let (first, rest) = bare.split_once(['/', 'o']).unwrap_or((bare, ""));
    let rest = rest.trim_start_matches('f');
    let number = |part: &str| (1..=3).contains(&part.len()).then(|| part.parse::<u32>().ok()).flatten();
    match (number(first), rest.is_empty() || number(rest).is_some()) {
        (Some(page), true) if page > 0 && page < 400 => Some(page),
        _ => None,
    }
}

/// Words by which running heads call the document.
const RUNNING_WORDS: &[&str] =
    &["プレスリリース", "pressrelease", "newsrelease", "ニュースリリース", "報道発表", "報道資料", "記者発表"];

fn mark_furniture(text: &str, all: &mut [Line]) {
    let shown: Vec<usize> = (0..all.len()).filter(|&at| all[at].kind == LineKind::Text).collect();
    let numbers: HashMap<usize, u32> =
        shown.iter().filter_map(|&at| page_number(all[at].span.of(text)).map(|page| (at, page))).collect();
    let edge = |position: usize| {
        let here = all[shown[position]].page;
        let before = position == 0 || all[shown[position - 1]].page != here;
        let after = position + 1 == shown.len() || all[shown[position + 1]].page != here;
        before || after
    };
    // Page numbers: at the edge of a page, or numbers that count the pages upward from line to line.
    let mut furniture = vec![false; all.len()];
    let mut expected: Option<u32> = None;
    for (position, &at) in shown.iter().enumerate() {
        let Some(&page) = numbers.get(&at) else { continue };
        let counts = expected.is_none_or(|want| page == want)
            && (expected.is_some() || page <= 2 || position + 1 == shown.len());
        if edge(position) || counts {
            furniture[at] = true;
            expected = Some(page + 1);
        }
    }
    // Running heads and feet: the same words, digits aside, at page edges or beside page numbers.
    let mut seen: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (position, &at) in shown.iter().enumerate() {
        if all[at].width <= 90 && !furniture[at] {
            seen.entry(running_form(all[at].span.of(text))).or_default().push(position);
        }
    }
    let has_pages = all.iter().any(|line| line.page > 0) || furniture.iter().any(|&is| is);
    seen.retain(|form, _| has_pages && !form.is_empty());
    for positions in seen.values().filter(|positions| positions.len() > 1) {
        let beside = |position: usize| {
            (position.saturating_sub(2)..=(position + 2).min(shown.len() - 1)).any(|near| {
                let near_line = &all[shown[near]];
                furniture[shown[near]] || near_line.page != all[shown[position]].page
            }) || position <= 1
                || position + 2 >= shown.len()
        };
        if positions.iter().all(|&position| beside(position)) {
            for &position in positions {
                furniture[shown[position]] = true;
            }
        }
    }
    // A running head that happens to be printed once: it stands right beside the page number and says what it is.
    for (form, positions) in seen.iter().filter(|(_, positions)| positions.len() == 1) {
        let position = positions[0];
        let touches = position > 0
            && position + 1 < shown.len()
            && (furniture[shown[position - 1]] || furniture[shown[position + 1]]);
        let lower = form.to_lowercase();
        let named = RUNNING_WORDS.iter().any(|word| lower.contains(word));
        if touches && (named || cuts_sentence(text, all, &shown, &furniture, position)) && !lower.contains(['。', '、'])
        {
            furniture[shown[position]] = true;
        }
    }
    for (line, is) in all.iter_mut().zip(furniture) {
        if is {
            line.kind = LineKind::Furniture;
        }
    }
}

/// Whether a line stands between a page number and the rest of a sentence the page cut: the full line before the number
/// ends no sentence, and the line itself is short.
fn cuts_sentence(text: &str, all: &[Line], shown: &[usize], furniture: &[bool], position: usize) -> bool {
    if !furniture[shown[position - 1]] {
        return false;
    }
    let Some(before) = shown[..position].iter().rev().find(|at| !furniture[**at]).map(|at| &all[*at]) else {
        return false;
    };
    let (here, after) = (&all[shown[position]], &all[shown[position + 1]]);
    let unfinished = !before.span.of(text).ends_with(['。', '．', '.', '！', '？', '」', '）', ')']);
    let full = before.indent + before.width >= after.width.min(60) && before.width > here.width;
    unfinished
        && full
        && (before.page != here.page
            || here.span.of(text).chars().any(|c| matches!(class(c), Class::Digit | Class::Space)))
        && here.width * 10 < before.width * 9
}

/// A line without digits and spaces, to recognise it on the next page.
fn running_form(text: &str) -> String {
    text.chars().map(fold).filter(|c| !matches!(class(*c), Class::Digit | Class::Space)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<&str> {
        Lines::of(text, &[])
            .all
            .into_iter()
            .filter(|line| line.kind == LineKind::Furniture)
            .map(|line| line.span.of(text))
            .collect()
    }

    #[test]
    fn page_furniture_is_told_from_text() {
        for (text, want) in [
            ("甲\n乙\n- 1 -\n\u{c}丙\n丁\n- 2 -", vec!["- 1 -", "- 2 -"]),
            ("大学ニュース\n1\n甲\n乙\n 大学ニュース\n2\n丙", vec!["大学ニュース", "1", "大学ニュース", "2"]),
            ("甲\n1/2\n\n NEWS 2025/2/14\n乙\n丙\n丁\n2/2", vec!["1/2", "2/2"]),
            ("甲は1\n2024\n乙", vec![]),
            // A date under the head of the first page is the author's.
            (
                "大学プレスリリース\n1\n2025年4月10日\n国立大学\n題\n大学プレスリリース\n2\n丙",
                vec!["大学プレスリリース", "1", "大学プレスリリース", "2"],
            ),
            ("１／２\n\u{c}乙\n２／２", vec!["１／２", "２／２"]),
            ("用語\n甲\n乙\n用語\n丙", vec![]),
        ] {
            assert_eq!(kinds(text), want, "{text}");
        }
    }

    #[test]
    fn lines_know_their_place() {
        let text = "　字下げ\r\n\n二";
        let lines = Lines::of(text, &[]);
        assert_eq!(lines.all.len(), 3);
        assert_eq!((lines.all[0].indent, lines.all[0].width, lines.all[0].span.of(text)), (2, 6, "字下げ"));
        assert_eq!(lines.all[1].kind, LineKind::Blank);
    }

    #[test]
    fn a_page_is_as_wide_as_its_full_lines() {
        let full = "あ".repeat(40);
        let text = format!("{full}\n{full}\n{full}\n短い。\n{full}\n");
        let lines = Lines::of(&text, &[]);
        assert_eq!(lines.measure, 80);
        assert!(is_full(&lines.all[0], lines.measure) && !is_full(&lines.all[3], lines.measure));
    }
}
