//! Where the rows of a table of terms come from: a text, or a sheet of a workbook.

use std::io::Read;

use super::lexer::{Cells, row};
use super::side_check::ROWS;
use crate::exchange::cell::is_like_formula;
use crate::exchange::document::Passage;
use crate::exchange::input::Window;
use crate::exchange::item::Fault;
use crate::exchange::limits;

/// A row, whatever file it stands in.
#[derive(Debug, Clone, PartialEq, Default)]
pub(in crate::exchange) struct TableRow {
    /// The texts of its cells.
    pub(in crate::exchange) cells: Vec<String>,
    /// Cells that a spreadsheet program would run, by their index.
    pub(in crate::exchange) formulas: Vec<usize>,
    /// Cells whose text is not known, by their index, with the reason.
    pub(in crate::exchange) unusable: Vec<(usize, Fault)>,
    /// What a person should look at, although the row can be used.
    pub(in crate::exchange) doubts: Vec<Fault>,
}

/// Gives the rows of a table one by one.
pub(in crate::exchange) trait RowSource {
    /// The next row, with its line; none at the end of the table. `is_first` says whether only comments stand before it.
    fn next_row(&mut self, is_first: bool) -> Option<(u64, Result<TableRow, Fault>)>;

    /// The texts of the rows that follow, as far as they are known already.
    fn upcoming(&self) -> Vec<Vec<String>>;

    /// What stands between cells, and so never between the terms in one.
    fn separator(&self) -> char;

    /// How many bytes of the file have been read so far.
    fn taken(&self) -> u64;
}

/// The rows of a text.
#[derive(Debug)]
pub(in crate::exchange) struct TextRows<R: Read> {
    window: Window<R>,
    cells: Cells,
}

impl<R: Read> TextRows<R> {
    pub(in crate::exchange) fn new(window: Window<R>, separator: char) -> Self {
        Self { window, cells: Cells::separated_by(separator) }
    }

    fn row(&mut self, is_first: bool) -> Result<Option<TableRow>, Fault> {
        loop {
            let (rest, complete) = (self.window.rest(), self.window.is_complete());
            let Some(row) = row(rest, 0, self.cells, is_first, complete) else {
                if complete {
                    return Ok(None);
                }
                self.window.grow()?;
                continue;
            };
            let is_undecodable = rest[..row.length].contains('\u{fffd}');
            // With an apostrophe before it, the text is guarded.
            let written = |cell: &Passage| {
                rest.get(cell.file_span().start..cell.file_span().end).unwrap_or_default().trim_start_matches('"')
            };
            let formulas = (0..).zip(&row.cells).filter(|(_, cell)| is_like_formula(written(cell)));
            let formulas = formulas.map(|(index, _)| index).collect();
            self.window.advance(row.whole);
            if row.cells.is_empty() {
                continue;
            }
            if row.length > limits::UNIT {
                return Err(Fault::UnitTooLarge);
            }
            if is_undecodable {
                return Err(Fault::Undecodable { encoding: self.window.encoding() });
            }
            if !row.unclosed.is_empty() {
                return Err(Fault::broken_row(super::document::UNCLOSED));
            }
            return Ok(Some(TableRow {
                cells: row.cells.iter().map(Passage::plain_text).collect(),
                formulas,
                ..TableRow::default()
            }));
        }
    }
}

impl<R: Read> RowSource for TextRows<R> {
    fn next_row(&mut self, is_first: bool) -> Option<(u64, Result<TableRow, Fault>)> {
        let line = self.window.line();
        self.row(is_first).transpose().map(|row| (line, row))
    }

    fn upcoming(&self) -> Vec<Vec<String>> {
        let (rest, complete) = (self.window.rest(), self.window.is_complete());
        let mut at = 0;
        let rows = std::iter::from_fn(|| {
            let found = row(rest.get(at..).unwrap_or_default(), 0, self.cells, false, complete)?;
            at += found.whole;
            Some(found.cells.iter().map(Passage::plain_text).collect())
        });
        rows.take(ROWS).collect()
    }

    fn separator(&self) -> char {
        self.cells.separator
    }

    fn taken(&self) -> u64 {
        self.window.taken()
    }
}
