//! Arranges the characters of a page into lines and rows of tables by their positions, for every engine alike.
//!
//! Engines agree on the characters and their order, but not on lines: a raised mark, a reading above kanji or a cell of a
//! table begins a new line with some. So only positions decide here. [`direction`] lays vertical text down, [`fragments`]
//! joins characters on one baseline, [`ruby`] takes readings out, [`cells`] finds tables, [`lines`] writes the text, and
//! [`spaces`] decides which gaps are spaces.

mod cells;
mod direction;
mod fragments;
mod glyph;
mod lines;
mod ruby;
mod script;
mod spaces;

pub(super) use glyph::{ASCENT, Glyph};
pub(super) use lines::{LineKind, PrintedLine};
pub(super) use script::is_japanese;

use crate::text::layout::{Joint, joint};
use cells::OpenTable;

/// The pages of a file, arranged one after the other, so that the characters of only one are in memory.
#[derive(Debug, Default)]
pub(super) struct Arrangement {
    open: OpenTable,
    pages: Vec<Vec<PrintedLine>>,
    counts: Vec<CharacterCounts>,
}

/// How many characters are on a page.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct CharacterCounts {
    /// Letters and digits.
    pub(super) letters: usize,
    /// Characters whose font does not tell what they are.
    pub(super) unreadable: usize,
}

impl CharacterCounts {
    fn of(glyphs: &[Glyph]) -> Self {
        let mut counts = Self::default();
        for character in glyphs.iter().flat_map(|glyph| glyph.text.chars()) {
            counts.letters += usize::from(character.is_alphanumeric());
            counts.unreadable += usize::from(character == '\u{fffd}');
        }
        counts
    }
}

impl Arrangement {
    /// Adds a page: its characters in the order in which it draws them.
    pub(super) fn add(&mut self, glyphs: Vec<Glyph>) {
        self.counts.push(CharacterCounts::of(&glyphs));
        self.pages.push(printed(glyphs, &mut self.open));
    }

    /// Puts other characters in the place of those of a page, counted from 0. Tables of other pages do not continue in it.
    pub(super) fn replace(&mut self, page: usize, glyphs: Vec<Glyph>) {
        if let (Some(counts), Some(lines)) = (self.counts.get_mut(page), self.pages.get_mut(page)) {
            *counts = CharacterCounts::of(&glyphs);
            *lines = printed(glyphs, &mut OpenTable::default());
        }
    }

    /// How many characters each page has.
    pub(super) fn counts(&self) -> &[CharacterCounts] {
        &self.counts
    }

    /// Number of letters and digits.
    pub(super) fn letters(&self) -> usize {
        self.counts.iter().map(|counts| counts.letters).sum()
    }

    /// Number of characters whose font does not tell what they are.
    pub(super) fn unreadable(&self) -> usize {
        self.counts.iter().map(|counts| counts.unreadable).sum()
    }

    /// Number of pages.
    pub(super) fn len(&self) -> usize {
        self.pages.len()
    }

    /// The lines of every page.
    pub(super) fn lines(self) -> Vec<Vec<PrintedLine>> {
        join_tables(self.pages)
    }
}

/// The lines of a page.
fn printed(glyphs: Vec<Glyph>, open: &mut OpenTable) -> Vec<PrintedLine> {
    let mut lines = Vec::new();
    for stretch in direction::stretches(glyphs) {
        let glyphs = ruby::without_readings(fragments::of(stretch.glyphs));
        lines::print(&fragments::of(glyphs), stretch.vertical, open, &mut lines);
    }
    lines
}

/// Joins tables that go on over pages: the rest of a row becomes part of it, and a header that is printed again is left out.
fn join_tables(pages: Vec<Vec<PrintedLine>>) -> Vec<Vec<PrintedLine>> {
    let mut out: Vec<Vec<PrintedLine>> = Vec::with_capacity(pages.len());
    let mut header: Option<String> = None;
    let mut last_row: Option<(usize, usize)> = None;
    for (number, page) in pages.into_iter().enumerate() {
        out.push(Vec::with_capacity(page.len()));
        let mut rows = 0;
        let mut after_text = false;
        for line in page {
            let row = last_row.and_then(|(page, at)| out.get_mut(page)?.get_mut(at));
            match line.kind {
                LineKind::Text => after_text = true,
                LineKind::RowRest => {
                    if let Some(row) = row {
                        row.text = with_rest(&row.text, &line.text);
                        continue;
                    }
                }
                LineKind::Row => {
                    rows += 1;
                    let again =
                        header.as_ref().filter(|_| rows == 1).and_then(|header| below_header(&line.text, header));
                    if let Some(rest) = again {
                        if let Some(row) = row.filter(|_| !rest.is_empty()) {
                            row.text = with_rest(&row.text, &rest);
                        }
                        continue;
                    }
                    if header.is_none() || after_text && rows > 1 {
                        header = Some(line.text.clone());
                    }
                    after_text = false;
                    last_row = Some((number, out.get(number).map_or(0, Vec::len)));
                }
            }
            if let Some(lines) = out.last_mut() {
                lines.push(line);
            }
        }
        if rows == 0 {
            header = None;
        }
    }
    out
}

/// If a row is the header of its table again, the rest of the row that was broken above it: no line parts the two.
fn below_header(row: &str, header: &str) -> Option<String> {
    if row.split('\t').count() != header.split('\t').count() || header.split('\t').any(str::is_empty) {
        return None;
    }
    let rests: Option<Vec<&str>> =
        row.split('\t').zip(header.split('\t')).map(|(cell, name)| cell.strip_prefix(name)).collect();
    rests.map(|rests| if rests.iter().all(|rest| rest.is_empty()) { String::new() } else { rests.join("\t") })
}

/// A row with the rest of each cell.
fn with_rest(row: &str, rest: &str) -> String {
    let mut rests = rest.split('\t');
    let cells: Vec<String> = row
        .split('\t')
        .map(|cell| {
            let (mut cell, rest) = (cell.to_owned(), rests.next().unwrap_or_default());
            match joint(&cell, rest) {
                Joint::Nothing => {}
                Joint::Space => cell.push(' '),
                Joint::WithoutHyphen => cell.truncate(cell.len() - 1),
            }
            cell + rest
        })
        .collect();
    cells.join("\t")
}
