//! The rows of a sheet, one by one.

use std::rc::Rc;

use super::strings::{ONE, Strings, TextItem, unescaped};
use super::styles::{NumberStyle, Styles};
use crate::exchange::container::{Archive, Part};
use crate::exchange::item::Fault;
use crate::exchange::spreadsheet::cell::{date, number, padded, position};
use crate::exchange::spreadsheet::merged::Merged;
use crate::exchange::spreadsheet::rows::{SheetRow, SheetRows};
use crate::exchange::xml::{Event, Events, Tag, push_text};

/// What the cells of all sheets refer to.
#[derive(Debug)]
pub(super) struct Context {
    pub(super) strings: Strings,
    pub(super) styles: Styles,
    pub(super) from_1904: bool,
}

/// Reads a sheet; holds one row.
#[derive(Debug)]
pub(super) struct Sheet {
    events: Events<Part>,
    context: Rc<Context>,
    merged: Merged,
    /// Bytes in the archive, and unpacked.
    sizes: (u64, u64),
    /// The number of the last row.
    number: u64,
    cell: Cell,
    ended: bool,
}

/// A cell that is being read.
#[derive(Debug, Default)]
struct Cell {
    column: usize,
    kind: String,
    style: usize,
    value: String,
    has_value: bool,
    is_value: bool,
    has_formula: bool,
    inline: Option<TextItem>,
}

impl Sheet {
    pub(super) fn open(archive: &Archive, part: &str, context: Rc<Context>, merged: Merged) -> Result<Self, Fault> {
        let events = Events::open(archive.part(part)?)?;
        let (sizes, cell) = (archive.sizes(part), Cell::default());
        Ok(Self { events, context, merged, sizes, number: 0, cell, ended: false })
    }

    /// The next row, which may be empty.
    fn row(&mut self) -> Result<Option<SheetRow>, Fault> {
        let Self { events, context, number, cell, ended, .. } = self;
        let mut row: Option<SheetRow> = None;
        let mut next_column = 0;
        while let Some(event) = events.next()? {
            match event {
                Event::Start(tag) if tag.local() == "row" => {
                    row = Some(begin(&tag, number));
                    next_column = 0;
                    if tag.empty {
                        return Ok(row);
                    }
                }
                Event::End("row") => return Ok(row),
                Event::Start(tag) if tag.local() == "c" => {
                    cell.begin(&tag, next_column);
                    next_column = cell.column + 1;
                }
                Event::End("c") => {
                    if let Some(row) = &mut row {
                        cell.end(context, row);
                    }
                }
                Event::End("sheetData") => {
                    *ended = true;
                    return Ok(None);
                }
                event => cell.take(&event),
            }
        }
        *ended = true;
        Ok(None)
    }
}

impl SheetRows for Sheet {
    fn next(&mut self) -> Result<Option<SheetRow>, Fault> {
        while !self.ended {
            let Some(mut row) = self.row()? else { break };
            self.merged.fill(&mut row);
            if !row.is_empty() {
                return Ok(Some(row));
            }
        }
        Ok(None)
    }

    fn taken(&self) -> u64 {
        let (compressed, expanded) = self.sizes;
        let share = u128::from(self.events.taken()) * u128::from(compressed) / u128::from(expanded.max(1));
        u64::try_from(share).unwrap_or(compressed).min(compressed)
    }
}

fn begin(tag: &Tag<'_>, number: &mut u64) -> SheetRow {
    let (mut given, mut is_hidden) = (None, false);
    tag.each_attribute(|name, value| match name {
        "r" => given = value.parse().ok(),
        "hidden" => is_hidden = matches!(value, "1" | "true"),
        _ => {}
    });
    *number = given.unwrap_or(number.saturating_add(1));
    SheetRow { number: *number, is_hidden, ..SheetRow::default() }
}

impl Cell {
    fn begin(&mut self, tag: &Tag<'_>, next_column: usize) {
        self.value.clear();
        self.kind.clear();
        (self.has_value, self.is_value, self.has_formula, self.style) = (false, false, false, 0);
        (self.inline, self.column) = (None, next_column);
        tag.each_attribute(|name, value| match name {
            "r" => self.column = position(value).map_or(next_column, |(column, _)| column),
            "t" => self.kind.push_str(value),
            "s" => self.style = value.parse().unwrap_or_default(),
            _ => {}
        });
    }

    fn take(&mut self, event: &Event<'_>) {
        if let Some(inline) = &mut self.inline {
            return inline.take(event);
        }
        match event {
            Event::Start(tag) => match tag.local() {
                "v" => (self.has_value, self.is_value) = (!tag.empty, !tag.empty),
                "is" if !tag.empty => self.inline = Some(TextItem::default()),
                "f" => self.has_formula = true,
                _ => {}
            },
            Event::End(_) => self.is_value = false,
            Event::Text(text) if self.is_value && self.value.len() <= ONE => push_text(&mut self.value, text),
            Event::Verbatim(text) if self.is_value && self.value.len() <= ONE => self.value.push_str(text),
            Event::Text(_) | Event::Verbatim(_) => {}
        }
    }

    /// Sets the cell in its row.
    fn end(&mut self, context: &Context, row: &mut SheetRow) {
        if let Some(inline) = self.inline.take() {
            if inline.text.len() > ONE {
                row.fault = Some(Fault::UnitTooLarge);
            }
            return row.set(self.column, &inline.finished());
        }
        if !self.has_value {
            if self.has_formula {
                row.without_value.push((self.column, "has a formula that was never calculated".to_owned()));
            }
            return;
        }
        if self.value.len() > ONE {
            row.fault = Some(Fault::UnitTooLarge);
            return;
        }
        match self.kind.as_str() {
            "s" => match self.value.trim().parse().ok().and_then(|number| context.strings.get(number)) {
                Some(text) if text.len() > ONE => row.fault = Some(Fault::UnitTooLarge),
                Some(text) => row.set(self.column, text),
                None => row.without_value.push((self.column, "refers to a text the file does not have".to_owned())),
            },
            "e" => {
                let shown: String = self.value.chars().take(20).collect();
                row.without_value.push((self.column, format!("has the error `{shown}`")));
            }
            "b" => row.set(self.column, if self.value.trim() == "1" { "TRUE" } else { "FALSE" }),
            "str" | "inlineStr" => row.set(self.column, &unescaped(&self.value)),
            "d" => row.set(self.column, &self.value),
            _ => {
                let plain = number(&self.value);
                let shown = match context.styles.of(self.style) {
                    NumberStyle::Date => date(&self.value, context.from_1904).unwrap_or(plain),
                    NumberStyle::Padded(digits) => padded(&plain, digits),
                    NumberStyle::Plain => plain,
                };
                row.set(self.column, &shown);
            }
        }
    }
}
