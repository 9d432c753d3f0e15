//! Spreadsheets of `OpenDocument` (`.ods`), as `LibreOffice` saves them.
//!
//! Furigana (`text:ruby-text`) and comments stand inside cells and are no part of their text. Rows and cells that are the same
//! are written once with a number of repetitions.

use std::collections::BTreeSet;

use super::cell::{is_padded, number};
use super::merged::Merged;
use super::rows::{COLUMNS, SHEETS, SheetHead, SheetRow, SheetRows, Workbook as Sheets, head};
use crate::exchange::container::{Archive, Part};
use crate::exchange::item::Fault;
use crate::exchange::xml::{Event, Events, Tag, local, push_text};

/// The part all sheets stand in.
const CONTENT: &str = "content.xml";

/// The most rows a sheet of any program has.
const ROWS: u64 = 1 << 20;

/// A spreadsheet that is held in memory, packed.
#[derive(Debug)]
pub(super) struct Workbook {
    archive: Archive,
}

impl Workbook {
    pub(super) fn new(archive: Archive) -> Self {
        Self { archive }
    }
}

impl Sheets for Workbook {
    fn heads(&self) -> Result<Vec<SheetHead>, Fault> {
        let mut rows = Rows::open(&self.archive)?;
        let mut heads = Vec::new();
        while heads.len() < SHEETS {
            let Some((name, is_hidden)) = rows.next_table()? else { break };
            heads.push(SheetHead { name, is_hidden, rows: head(&mut rows)? });
        }
        Ok(heads)
    }

    fn rows(&self, sheet: usize) -> Result<Box<dyn SheetRows>, Fault> {
        let mut rows = Rows::open(&self.archive)?;
        for _ in 0..=sheet {
            rows.next_table()?;
        }
        Ok(Box::new(rows))
    }
}

/// The most bytes of the text of a cell.
const TEXT: usize = 128 << 10;

/// Elements in cells whose text is no part of the cell.
const APART: [&str; 6] = ["annotation", "ruby-text", "frame", "custom-shape", "caption", "note"];

/// Reads the rows of one table after the other.
#[derive(Debug)]
struct Rows {
    events: Events<Part>,
    sizes: (u64, u64),
    is_inside: bool,
    /// The number of the last row.
    number: u64,
    /// A row that comes again this many times.
    again: Option<(SheetRow, u64)>,
    merged: Merged,
    /// The styles of tables that are not shown.
    hidden: BTreeSet<String>,
}

/// A row that is being read.
#[derive(Debug, Default)]
struct OpenRow {
    row: SheetRow,
    repeated: u64,
    column: usize,
}

/// A cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    text: String,
    /// What stands for the text: a number, a date.
    value: Option<String>,
    paragraphs: usize,
    is_paragraph: bool,
    /// How many elements are open whose text is no part of the cell.
    apart: usize,
    repeated: usize,
    /// Over how many rows it is merged.
    rows: u64,
    is_error: bool,
    has_formula: bool,
}

impl Rows {
    fn open(archive: &Archive) -> Result<Self, Fault> {
        let events = Events::open(archive.part(CONTENT)?)?;
        let (sizes, merged, hidden) = (archive.sizes(CONTENT), Merged::default(), BTreeSet::new());
        Ok(Self { events, sizes, is_inside: false, number: 0, again: None, merged, hidden })
    }

    /// Goes to the next table and returns its name, and whether it is hidden.
    fn next_table(&mut self) -> Result<Option<(String, bool)>, Fault> {
        (self.number, self.again, self.merged) = (0, None, Merged::default());
        let mut style = None;
        while let Some(event) = self.events.next()? {
            let Event::Start(tag) = event else { continue };
            match tag.local() {
                "table" => {
                    self.is_inside = !tag.empty;
                    let is_hidden = tag.attribute("style-name").is_some_and(|style| self.hidden.contains(&style));
                    return Ok(Some((tag.attribute("name").unwrap_or_default(), is_hidden)));
                }
                "style" => style = tag.attribute("name"),
                "table-properties" if tag.attribute("display").as_deref() == Some("false") => {
                    self.hidden.extend(style.take().filter(|_| self.hidden.len() < SHEETS));
                }
                _ => {}
            }
        }
        self.is_inside = false;
        Ok(None)
    }

    /// Reads on to the end of a row, which may be empty; none at the end of the table.
    fn row(&mut self) -> Result<Option<OpenRow>, Fault> {
        let (mut open, mut cell) = (OpenRow::default(), Cell::default());
        while let Some(event) = self.events.next()? {
            match event {
                Event::Start(tag) => match tag.local() {
                    "table-row" => {
                        open = OpenRow::begin(&tag, self.number + 1);
                        if tag.empty {
                            return Ok(Some(open));
                        }
                    }
                    "table-cell" | "covered-table-cell" => {
                        cell = Cell::begin(&tag);
                        if tag.empty {
                            open.push(&cell, &mut self.merged);
                        }
                    }
                    _ => cell.open(&tag),
                },
                Event::End("table-cell" | "covered-table-cell") => open.push(&cell, &mut self.merged),
                Event::End("table-row") => return Ok(Some(open)),
                Event::End("table") => break,
                Event::End(name) => cell.close(name),
                Event::Text(text) if cell.takes_text() => push_text(&mut cell.text, text),
                Event::Verbatim(text) if cell.takes_text() => cell.text.push_str(text),
                Event::Text(_) | Event::Verbatim(_) => {}
            }
        }
        self.is_inside = false;
        Ok(None)
    }
}

impl SheetRows for Rows {
    fn next(&mut self) -> Result<Option<SheetRow>, Fault> {
        if let Some((row, times)) = self.again.take() {
            self.number += 1;
            if times > 1 {
                self.again = Some((row.clone(), times - 1));
            }
            return Ok(Some(SheetRow { number: self.number, ..row }));
        }
        while self.is_inside {
            let Some(OpenRow { mut row, repeated, .. }) = self.row()? else { break };
            self.merged.fill(&mut row);
            if row.is_empty() {
                self.number = self.number.saturating_add(repeated);
                continue;
            }
            self.number = row.number;
            self.again = (repeated > 1).then(|| (row.clone(), repeated - 1));
            return Ok(Some(row));
        }
        Ok(None)
    }

    fn taken(&self) -> u64 {
        let (compressed, expanded) = self.sizes;
        let share = u128::from(self.events.taken()) * u128::from(compressed) / u128::from(expanded.max(1));
        u64::try_from(share).unwrap_or(compressed).min(compressed)
    }
}

impl OpenRow {
    fn begin(tag: &Tag<'_>, number: u64) -> Self {
        let mut open = Self { row: SheetRow { number, ..SheetRow::default() }, repeated: 1, column: 0 };
        tag.each_attribute(|name, value| match local(name) {
            "number-rows-repeated" => open.repeated = value.parse().unwrap_or(1).clamp(1, ROWS),
            "visibility" => open.row.is_hidden = value != "visible",
            _ => {}
        });
        open
    }

    /// Adds a cell as often as it is repeated.
    fn push(&mut self, cell: &Cell, merged: &mut Merged) {
        let shown = cell.value.as_deref().filter(|value| !is_padded(&cell.text, value));
        let text = shown.unwrap_or(&cell.text);
        let (first, next) = (self.column, self.column.saturating_add(cell.repeated));
        self.column = next;
        if cell.text.len() > TEXT {
            self.row.fault = Some(Fault::UnitTooLarge);
        } else if cell.is_error {
            let shown: String = cell.text.chars().take(20).collect();
            self.row.without_value.push((first, format!("has the error `{shown}`")));
        } else if cell.has_formula && text.is_empty() {
            self.row.without_value.push((first, "has a formula that was never calculated".to_owned()));
        } else if !text.is_empty() {
            for column in first..next.min(COLUMNS + 1) {
                self.row.set(column, text);
            }
            if cell.rows > 1 {
                merged.begin(first, self.row.number.saturating_add(cell.rows - 1), text);
            }
        }
    }
}

impl Cell {
    fn begin(tag: &Tag<'_>) -> Self {
        let mut cell = Self { repeated: 1, ..Self::default() };
        tag.each_attribute(|name, value| match (local(name), value) {
            ("value-type", "error") => cell.is_error = true,
            ("value", _) => cell.value = Some(number(value)),
            ("date-value", _) => cell.value = Some(value.replace('T', " ")),
            ("boolean-value", _) => cell.value = Some(value.to_uppercase()),
            ("number-columns-repeated", _) => cell.repeated = value.parse().unwrap_or(1).max(1),
            ("number-rows-spanned", _) => cell.rows = value.parse().unwrap_or(1),
            ("formula", _) => cell.has_formula = true,
            _ => {}
        });
        cell
    }

    fn takes_text(&self) -> bool {
        // One byte more than allowed shows that the text is too long.
        self.is_paragraph && self.apart == 0 && self.text.len() <= TEXT
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag.local() {
            name if APART.contains(&name) => self.apart += usize::from(!tag.empty),
            _ if self.apart > 0 => {}
            "p" | "h" => {
                if self.paragraphs > 0 {
                    self.text.push('\n');
                }
                self.paragraphs += 1;
                self.is_paragraph = !tag.empty;
            }
            "s" if self.takes_text() => {
                let count = tag.attribute("c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.text.extend(std::iter::repeat_n(' ', count.min(TEXT)));
            }
            "tab" if self.takes_text() => self.text.push('\t'),
            "line-break" if self.takes_text() => self.text.push('\n'),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if APART.contains(&name) {
            self.apart = self.apart.saturating_sub(1);
        } else if self.apart == 0 && matches!(name, "p" | "h") {
            self.is_paragraph = false;
        }
    }
}
