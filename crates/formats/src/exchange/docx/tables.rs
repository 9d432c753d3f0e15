//! The tables of a Word document, as rows of cells.
//!
//! A text is what remains once all tracked changes are accepted: what is deleted is left out, what is inserted is read. Hidden
//! text, readings above kanji, comments, field codes and what stands in drawings are no part of it. A cell that is merged over
//! several rows holds for each of them. A table inside a cell is a table of its own.

use std::collections::BTreeMap;
use std::io::Read;

use super::text::CellText;
use crate::exchange::item::Fault;
use crate::exchange::limits;
use crate::exchange::xml::{Event, Events, Tag};

/// The most cells of all tables; a table of the most segments has several for each.
const CELLS: usize = 1 << 20;

/// The most columns of a table: Word allows 63.
const COLUMNS: usize = 512;

/// The most bytes of the text of a cell.
const TEXT: usize = 128 << 10;

/// How the names of elements end that say how properties were before a change.
const CHANGE: &str = "PrChange";

/// A table.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// Its rows that have something in them.
    pub(super) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// Its number in the table, from 1.
    pub(super) number: u64,
    /// The texts of its cells.
    pub(super) cells: Vec<String>,
    /// Whether a cell has more text than one may have.
    pub(super) is_too_large: bool,
}

/// A table that is being read.
#[derive(Debug, Default)]
struct OpenTable {
    /// Its index among the tables.
    index: usize,
    number: u64,
    row: Option<OpenRow>,
    /// What is merged with the rows below, by column.
    merged: BTreeMap<usize, String>,
}

/// A row that is being read.
#[derive(Debug, Default)]
struct OpenRow {
    row: Row,
    is_in_properties: bool,
    is_deleted: bool,
    cell: Option<OpenCell>,
    /// Columns of cells that go on from the row above.
    continued: Vec<usize>,
    /// Cells that go on in the rows below.
    begun: Vec<(usize, String)>,
}

/// A cell that is being read.
#[derive(Debug, Default)]
struct OpenCell {
    text: CellText,
    /// Over how many columns it reaches.
    columns: usize,
    merge: Merge,
    is_deleted: bool,
}

/// How a cell is merged with others of its column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Merge {
    #[default]
    None,
    Begins,
    GoesOn,
}

/// Builds the tables.
#[derive(Debug, Default)]
struct Builder {
    tables: Vec<Table>,
    open: Vec<OpenTable>,
    cells: usize,
    size: usize,
    /// How many elements are open that say how properties were before a change.
    earlier: usize,
}

/// Reads the tables of the main part of a document, in the order in which they begin.
///
/// # Errors
/// `broken_file`, `hostile_archive`, `hostile_xml` and what else may be wrong with a part.
pub(super) fn read(part: impl Read) -> Result<Vec<Table>, Fault> {
    let (mut events, mut builder) = (Events::open(part)?, Builder::default());
    while let Some(event) = events.next()? {
        match event {
            Event::Start(tag) => builder.begin(&tag)?,
            Event::End(name) => builder.end(name)?,
            Event::Text(text) => builder.text(|cell| cell.push(text)),
            Event::Verbatim(text) => builder.text(|cell| cell.push_verbatim(text)),
        }
    }
    Ok(builder.tables)
}

impl Builder {
    fn begin(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        if tag.local().ends_with(CHANGE) {
            self.earlier += usize::from(!tag.empty);
        }
        if self.earlier > 0 {
            return Ok(());
        }
        if tag.local() == "tbl" && !tag.empty {
            return self.begin_table();
        }
        let Some(table) = self.open.last_mut() else { return Ok(()) };
        let Some(row) = &mut table.row else {
            if tag.local() == "tr" && !tag.empty {
                table.number += 1;
                let row = Row { number: table.number, ..Row::default() };
                table.row = Some(OpenRow { row, ..OpenRow::default() });
            }
            return Ok(());
        };
        match (&mut row.cell, tag.local()) {
            (None, "tc") if !tag.empty => row.cell = Some(OpenCell { columns: 1, ..OpenCell::default() }),
            (None, "tc") => row.push(String::new(), 1),
            (None, "gridBefore") => row.push(String::new(), count(tag)),
            (None, "trPr") => row.is_in_properties = !tag.empty,
            (None, "del") if row.is_in_properties => row.is_deleted = true,
            (Some(cell), "gridSpan") => cell.columns = count(tag),
            (Some(cell), "vMerge") => {
                let begins = tag.attribute("val").is_some_and(|value| value == "restart");
                cell.merge = if begins { Merge::Begins } else { Merge::GoesOn };
            }
            (Some(cell), "cellDel") => cell.is_deleted = true,
            (Some(cell), _) => cell.text.begin(tag),
            _ => {}
        }
        Ok(())
    }

    fn begin_table(&mut self) -> Result<(), Fault> {
        self.count(1, 0)?;
        let index = self.tables.len();
        self.tables.push(Table::default());
        self.open.push(OpenTable { index, ..OpenTable::default() });
        Ok(())
    }

    fn end(&mut self, name: &str) -> Result<(), Fault> {
        if self.earlier > 0 {
            self.earlier -= usize::from(name.ends_with(CHANGE));
            return Ok(());
        }
        let Some(table) = self.open.last_mut() else { return Ok(()) };
        match name {
            "tbl" => {
                self.open.pop();
            }
            "tr" => {
                let Some(row) = table.row.take() else { return Ok(()) };
                let (cells, index, row) = (row.row.cells.len(), table.index, table.finished(row));
                if let (Some(row), Some(table)) = (row, self.tables.get_mut(index)) {
                    table.rows.push(row);
                }
                return self.count(cells, 0);
            }
            "tc" => {
                let cell = table.row.as_mut().and_then(|row| row.cell.take());
                if let (Some(cell), Some(row)) = (cell, &mut table.row) {
                    let size = row.end_cell(cell);
                    return self.count(0, size);
                }
            }
            "trPr" if table.row.as_ref().is_some_and(|row| row.cell.is_none()) => {
                table.row.iter_mut().for_each(|row| row.is_in_properties = false);
            }
            name => {
                if let Some(cell) = table.row.as_mut().and_then(|row| row.cell.as_mut()) {
                    cell.text.end(name);
                }
            }
        }
        Ok(())
    }

    fn text(&mut self, add: impl Fn(&mut CellText)) {
        let row = self.open.last_mut().and_then(|table| table.row.as_mut());
        if let Some(cell) = row.and_then(|row| row.cell.as_mut())
            // One byte more than allowed shows that the text is too long.
            && cell.text.len() <= TEXT
        {
            add(&mut cell.text);
        }
    }

    /// Counts cells and bytes of text.
    fn count(&mut self, cells: usize, size: usize) -> Result<(), Fault> {
        (self.cells, self.size) = (self.cells + cells, self.size + size);
        let problem = match (self.cells > CELLS, self.size > limits::WHOLE_FILE) {
            (true, _) => format!("its tables have more than {CELLS} cells"),
            (_, true) => format!("its tables have more than {} bytes of text", limits::WHOLE_FILE),
            _ => return Ok(()),
        };
        Err(Fault::HostileArchive { problem })
    }
}

impl OpenTable {
    /// The row as it counts; none if it is deleted or empty.
    fn finished(&mut self, open: OpenRow) -> Option<Row> {
        let OpenRow { mut row, is_deleted, continued, begun, .. } = open;
        if is_deleted {
            return None;
        }
        // A row in which nothing else stands stays empty.
        let is_empty = row.cells.iter().all(|cell| cell.trim().is_empty());
        self.merged.retain(|column, _| continued.contains(column));
        for (column, text) in self.merged.iter().filter(|_| !is_empty) {
            if let Some(cell) = row.cells.get_mut(*column) {
                cell.clone_from(text);
            }
        }
        self.merged.extend(begun);
        (!is_empty).then_some(row)
    }
}

impl OpenRow {
    /// Adds a cell, and returns how many bytes it has.
    fn end_cell(&mut self, cell: OpenCell) -> usize {
        let text = if cell.is_deleted { String::new() } else { cell.text.finished() };
        self.row.is_too_large |= text.len() > TEXT;
        let column = self.row.cells.len();
        match cell.merge {
            Merge::None => {}
            Merge::Begins => self.begun.push((column, text.clone())),
            Merge::GoesOn => self.continued.push(column),
        }
        let size = text.len();
        self.push(text, cell.columns);
        size
    }

    /// Adds a cell, and empty ones for the columns it reaches over.
    fn push(&mut self, text: String, columns: usize) {
        let end = (self.row.cells.len() + columns.max(1)).min(COLUMNS);
        if self.row.cells.len() < end {
            self.row.cells.push(text);
            self.row.cells.resize(end, String::new());
        }
    }
}

/// The number in the value of a property.
fn count(tag: &Tag<'_>) -> usize {
    tag.attribute("val").and_then(|value| value.trim().parse().ok()).unwrap_or(1)
}
