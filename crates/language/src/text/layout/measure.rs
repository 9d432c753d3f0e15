//! How wide a full line is, for each line: the page may wrap Japanese and English at different widths, and a column, box or
//! caption is narrower than the page.
//!
//! A full line of Latin letters holds more columns than one of Japanese in most fonts, so the two scripts are measured
//! apart. A paragraph that wraps well before the page does is measured by itself.

use super::line::{FULL, Line, LineKind};
use crate::text::chars::{Class, class, is_japanese};

/// Lines narrower than this say nothing about the page.
const NARROWEST: usize = 20;

/// Fewer lines than this may be of one length by chance.
const FEW: usize = 12;

/// The widest page.
const WIDEST: usize = 160;

/// Full lines that a wrapped page or block must have, in a block besides its last.
const WRAPPED: usize = 2;

/// Sets the measure of every line of running text.
pub(super) fn set(text: &str, lines: &mut [Line]) {
    let latin: Vec<bool> = lines.iter().map(|line| is_latin(line.span.of(text))).collect();
    let runs_on = |line: &Line| line.kind == LineKind::Text && line.block.is_none();
    let continued = continued(text, lines, &latin);
    let measured = |at: usize| (lines[at].indent + lines[at].width, continued[at]);
    let all: Vec<(usize, bool)> = (0..lines.len()).filter(|&at| runs_on(&lines[at])).map(measured).collect();
    let all = of_page(&all).unwrap_or(0);
    let pages: Vec<Vec<(usize, bool)>> = [false, true]
        .map(|script| (0..lines.len()).filter(|&at| runs_on(&lines[at]) && latin[at] == script).map(measured).collect())
        .into();
    for script in [false, true] {
        let own: Vec<usize> = (0..lines.len()).filter(|&at| runs_on(&lines[at]) && latin[at] == script).collect();
        // Names, addresses and links in the other script are no running text, and say little about the page.
        let page = of_page(&pages[usize::from(script)]).filter(|page| page * 100 >= all * 60).unwrap_or(all);
        for &at in &own {
            lines[at].measure = page;
        }
        for block in blocks(lines, &own) {
            let narrow = of_block(block.iter().map(|&at| &lines[at]));
            if narrow > 0 && (page == 0 || narrow * 100 < page * FULL) {
                for &at in &block {
                    lines[at].measure = narrow;
                }
            }
        }
    }
}

/// Whether most of a line is Latin letters, by the columns they fill.
fn is_latin(line: &str) -> bool {
    let (mut latin, mut japanese) = (0, 0);
    for c in line.chars() {
        latin += usize::from(class(c) == Class::Latin);
        japanese += if is_japanese(c) { 2 } else { 0 };
    }
    latin > japanese
}

/// For each line whether its sentence goes on in the next line, of the same script.
fn continued(text: &str, lines: &[Line], latin: &[bool]) -> Vec<bool> {
    let ends = |line: &Line| line.span.of(text).ends_with(['。', '．', '.', '！', '？', '!', '?', '」', '：', ':']);
    let is_text = |line: &Line| line.kind == LineKind::Text;
    (0..lines.len())
        .map(|at| {
            let next = lines.get(at + 1).filter(|next| is_text(next) && latin[at] == latin[at + 1]);
            is_text(&lines[at]) && !ends(&lines[at]) && next.is_some()
        })
        .collect()
}

/// Columns of a full line: the 90th percentile of the lines that hold running text, given with their columns and whether their
/// sentence goes on; 0 if they are not wrapped, `None` if there are too few to say.
fn of_page(lines: &[(usize, bool)]) -> Option<usize> {
    let lines = || lines.iter().filter(|(width, _)| *width >= NARROWEST);
    let mut widths: Vec<usize> = lines().map(|(width, _)| *width).collect();
    if widths.len() < 4 {
        return None;
    }
    widths.sort_unstable();
    let full = widths[(widths.len() - 1) * 9 / 10];
    // Lines wrapped by the page end near the same column; lines ended by the author have any length.
    let is_near = |width: usize| width * 100 >= full * FULL && width * 100 <= full * 106;
    let near = widths.iter().filter(|&&width| is_near(width)).count();
    // In a few lines, some are of one length by chance: then one of them must go on in the next.
    let few = widths.len() < FEW && !lines().any(|(width, continued)| is_near(*width) && *continued);
    Some(if full <= WIDEST && near >= WRAPPED && !few && near * 4 >= widths.len() { full } else { 0 })
}

/// Lines of one script that follow each other without a blank line or page break.
fn blocks(lines: &[Line], own: &[usize]) -> Vec<Vec<usize>> {
    let mut blocks: Vec<Vec<usize>> = Vec::new();
    for &at in own {
        let follows = blocks.last().and_then(|block| block.last()).is_some_and(|&before| {
            before + 1 == at && lines[before].page == lines[at].page && lines[before].block.is_none()
        });
        match blocks.last_mut() {
            Some(block) if follows => block.push(at),
            _ => blocks.push(vec![at]),
        }
    }
    blocks
}

/// Columns of a full line of a block whose lines, except its last, end near the same column; 0 for any other block.
fn of_block<'a>(lines: impl Iterator<Item = &'a Line>) -> usize {
    let widths: Vec<usize> = lines.map(|line| line.indent + line.width).collect();
    let Some((_, wrapped)) = widths.split_last() else { return 0 };
    let full = wrapped.iter().copied().max().unwrap_or(0);
    let level = wrapped.iter().all(|&width| width * 100 >= full * 92);
    if wrapped.len() >= WRAPPED && full >= NARROWEST && level { full } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::super::{Layout, is_full};

    /// For each line of a text whether it is full.
    fn full(text: &str) -> Vec<bool> {
        let layout = Layout::of(text, &[]);
        layout.lines.iter().filter(|line| line.width > 0).map(is_full).collect()
    }

    #[test]
    fn a_page_is_as_wide_as_its_full_lines() {
        let line = "あ".repeat(40);
        let text = format!("{line}\n{line}\n{line}\n短い。\n{line}\n");
        assert_eq!(full(&text), [true, true, true, false, true]);
        assert_eq!(Layout::of(&text, &[]).lines[0].measure, 80);
    }

    #[test]
    fn japanese_lines_are_full_beside_wider_english_ones() {
        let (ja, en) = ("あ".repeat(36), "w".repeat(90));
        let text = format!("{ja}\n{ja}\n{ja}\n短い。\n\n{en}\n{en}\n{en}\nshort.\n{en}\n\n{ja}\n{ja}\n");
        let want = [true, true, true, false, true, true, true, false, true, true, true];
        assert_eq!(full(&text), want);
    }

    #[test]
    fn a_narrow_block_has_a_width_of_its_own() {
        let (wide, narrow) = ("あ".repeat(40), "い".repeat(18));
        let page = format!("{wide}\n").repeat(6);
        let text = format!("{page}\n{narrow}\n{narrow}\n{narrow}い\n終わり。\n\n{wide}\n");
        assert_eq!(full(&text)[6..10], [true, true, true, false]);
        let list = format!("{page}\n{narrow}\nう\n{narrow}\nえ\n");
        assert_eq!(full(&list)[6..], [false, false, false, false]);
    }

    #[test]
    fn lines_that_no_page_wraps_are_never_full() {
        assert_eq!(full("一行。\n二つめの行は少し長い。\n三。\n四つ\n"), [false; 4]);
    }
}
