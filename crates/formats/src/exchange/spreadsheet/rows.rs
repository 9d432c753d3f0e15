//! Rows as every kind of workbook gives them.

use crate::exchange::item::Fault;
use crate::exchange::limits;

/// The most columns of a row that are read.
pub(super) const COLUMNS: usize = 512;

/// The most sheets of a workbook that are looked at.
pub(super) const SHEETS: usize = 256;

/// How many filled rows of a sheet are looked at to find the names of its columns.
pub(super) const HEAD: usize = 200;

/// A row of a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct SheetRow {
    /// Its number in the sheet, from 1.
    pub(super) number: u64,
    /// The texts of its cells, up to the last that is filled.
    pub(super) cells: Vec<String>,
    /// Cells without a value, by their index, with what they have instead.
    pub(super) without_value: Vec<(usize, String)>,
    /// Whether it is hidden.
    pub(super) is_hidden: bool,
    /// Why it cannot be used as a whole.
    pub(super) fault: Option<Fault>,
    /// Bytes of its texts.
    pub(super) size: usize,
}

impl SheetRow {
    /// Sets a cell. Beyond the last column that is read it makes the row unusable.
    pub(super) fn set(&mut self, index: usize, text: &str) {
        if text.is_empty() {
            return;
        }
        if index >= COLUMNS {
            self.fault = Some(Fault::CellBeyondSheet { cell: index + 1, limit: COLUMNS });
            return;
        }
        if text.contains('\u{fffd}') {
            return self.without_value.push((index, "has characters that are damaged".to_owned()));
        }
        if self.cells.len() <= index {
            self.cells.resize(index + 1, String::new());
        }
        self.cells[index].clear();
        self.cells[index].push_str(text);
        self.size += text.len();
        if self.size > limits::UNIT {
            self.fault = Some(Fault::UnitTooLarge);
        }
    }

    /// Whether nothing stands in it.
    pub(super) fn is_empty(&self) -> bool {
        self.cells.iter().all(String::is_empty) && self.without_value.is_empty() && self.fault.is_none()
    }
}

/// A sheet, as far as it must be known to choose one.
#[derive(Debug)]
pub(super) struct SheetHead {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    /// Its first filled rows.
    pub(super) rows: Vec<SheetRow>,
}

/// Gives the rows of a sheet one by one.
pub(super) trait SheetRows {
    /// The next row with something in it; none at the end of the sheet.
    fn next(&mut self) -> Result<Option<SheetRow>, Fault>;

    /// How much of the file has been read, in bytes of the file.
    fn taken(&self) -> u64;
}

/// The sheets of a file.
pub(super) trait Workbook {
    /// The sheets with their first rows, in their order.
    fn heads(&self) -> Result<Vec<SheetHead>, Fault>;

    /// The rows of a sheet, by its index.
    fn rows(&self, sheet: usize) -> Result<Box<dyn SheetRows>, Fault>;
}

/// The first rows of a sheet.
pub(super) fn head(rows: &mut dyn SheetRows) -> Result<Vec<SheetRow>, Fault> {
    let mut head = Vec::new();
    let mut size = 0;
    while head.len() < HEAD && size < limits::UNIT {
        let Some(row) = rows.next()? else { break };
        size += row.size;
        head.push(row);
    }
    Ok(head)
}
