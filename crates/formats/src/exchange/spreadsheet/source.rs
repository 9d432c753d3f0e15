//! The sheet of a workbook that holds terms, as a table.

use super::cell::cell_name;
use super::ods;
use super::rows::{SheetHead, SheetRow, SheetRows, Workbook};
use super::xlsx;
use crate::exchange::container::{self, Archive, Opened};
use crate::exchange::format::FileFormat;
use crate::exchange::item::Fault;
use crate::exchange::limits;
use crate::exchange::reader::ItemReader;
use crate::exchange::table::{self, Columns, RowSource, TableRow, content_of, is_own_table, named_columns};

/// How many names of sheets a message quotes.
const QUOTED: usize = 10;

/// A row with its number in the sheet.
pub(in crate::exchange) type NumberedCells = (u64, Vec<String>);

/// The rows of the sheets of one table.
struct Sheet {
    book: Box<dyn Workbook>,
    rows: Box<dyn SheetRows>,
    /// The row the table begins with.
    start: u64,
    /// The row above it: of a heading in two rows, the names that stand in the upper one only.
    above: Vec<String>,
    /// The rows behind it, as far as they have been looked at.
    head: Vec<Vec<String>>,
    width: usize,
    /// Further sheets of an export of this program, the next one last.
    further: Vec<usize>,
    /// What is said of the sheets, with the first row.
    doubts: Vec<Fault>,
    size: u64,
    /// The number of the last row.
    last: u64,
    /// Bytes of the file.
    length: u64,
}

/// The reader of the terms in a workbook.
///
/// # Errors
/// `columns_unknown` if no sheet says what its columns are, `broken_file` and what else may be wrong with an archive.
pub(in crate::exchange) fn reader<'a>(
    (format, archive): (FileFormat, Archive),
    mapping: Option<Columns>,
) -> Result<Box<dyn ItemReader + 'a>, Fault> {
    let length = archive.length();
    let book = open(format, archive)?;
    let heads = book.heads()?;
    // A workbook that the mapping does not fit is refused with what is wrong in its first row.
    let any = |rows: &[SheetRow]| (mapping.is_some() && !rows.is_empty()).then_some(0);
    let place = chosen(&heads, |rows| heading(rows, mapping.as_ref())).or_else(|| chosen(&heads, any));
    let (chosen, first) = place.ok_or_else(|| no_columns(&heads))?;
    let is_export =
        |head: &SheetHead| head.rows.first().is_some_and(|row| is_own_table(row.cells.iter().map(String::as_str)));
    let others = || (0..heads.len()).filter(|index| *index != chosen);
    let (further, left_out): (Vec<usize>, Option<Fault>) = if mapping.is_none() && is_export(&heads[chosen]) {
        (others().filter(|index| is_export(&heads[*index])).rev().collect(), None)
    } else {
        let names: Vec<&str> =
            others().filter(|other| !heads[*other].rows.is_empty()).map(|other| heads[other].name.as_str()).collect();
        let fault = || Fault::SheetsLeftOut { sheet: heads[chosen].name.clone(), others: quoted(&names) };
        (Vec::new(), (!names.is_empty()).then(fault))
    };
    let hidden = heads[chosen].is_hidden.then(|| Fault::SheetHidden { sheet: heads[chosen].name.clone() });
    let rows = &heads[chosen].rows;
    let sheet = Sheet {
        rows: book.rows(chosen)?,
        start: rows.get(first).map_or(0, |row| row.number),
        above: first.checked_sub(1).and_then(|above| rows.get(above)).map_or_else(Vec::new, |row| row.cells.clone()),
        head: rows.iter().skip(first + 1).map(|row| row.cells.clone()).collect(),
        width: rows.iter().map(|row| row.cells.len()).max().unwrap_or_default(),
        further,
        doubts: hidden.into_iter().chain(left_out).collect(),
        size: 0,
        last: 1,
        length,
        book,
    };
    Ok(Box::new(table::Reader::new(sheet, mapping)))
}

/// The rows of the first sheet that has a row for which this holds, from that row on, with their numbers.
///
/// # Errors
/// The same; none if there is no such sheet.
pub(in crate::exchange) fn first_sheet(
    bytes: &[u8],
    is_heading: impl Fn(&[String]) -> bool,
) -> Result<Option<Vec<NumberedCells>>, Fault> {
    let Opened::Archive(format, archive) = container::open(bytes)? else { return Ok(None) };
    let book = open(format, archive)?;
    let heads = book.heads()?;
    let place = chosen(&heads, |rows| rows.iter().position(|row| is_heading(&row.cells)));
    let Some((chosen, first)) = place else { return Ok(None) };
    let (start, mut rows) = (heads[chosen].rows[first].number, book.rows(chosen)?);
    let (mut sheet, mut size) = (Vec::new(), 0_usize);
    while let Some(row) = rows.next()? {
        size += row.size;
        if size > limits::WHOLE_FILE {
            return Err(Fault::HostileArchive {
                problem: format!("its texts have more than {} bytes", limits::WHOLE_FILE),
            });
        }
        if row.number >= start {
            sheet.push((row.number, row.cells));
        }
    }
    Ok(Some(sheet))
}

fn open(format: FileFormat, archive: Archive) -> Result<Box<dyn Workbook>, Fault> {
    Ok(match format {
        FileFormat::Ods => Box::new(ods::Workbook::new(archive)),
        _ => Box::new(xlsx::Workbook::open(archive)?),
    })
}

/// The first sheet in which a row begins the table, and the index of that row; hidden sheets come last.
fn chosen(heads: &[SheetHead], first: impl Fn(&[SheetRow]) -> Option<usize>) -> Option<(usize, usize)> {
    let of = |is_hidden: bool| heads.iter().enumerate().filter(move |(_, head)| head.is_hidden == is_hidden);
    of(false).chain(of(true)).find_map(|(index, head)| first(&head.rows).map(|row| (index, row)))
}

/// The index of the row a table begins with: the first that names columns, or with a mapping the first that it fits.
fn heading(rows: &[SheetRow], mapping: Option<&Columns>) -> Option<usize> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let padded = |row: &SheetRow| {
        let mut cells: Vec<String> = row.cells.clone();
        cells.resize(width, String::new());
        cells
    };
    let fits = |is_wanted: fn(bool) -> bool| {
        rows.iter().position(|row| {
            let cells = padded(row);
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            match mapping {
                Some(mapping) => mapping.indexes(&cells).is_ok_and(|(_, is_heading)| is_wanted(is_heading)),
                None => named_columns(&cells).is_some(),
            }
        })
    };
    fits(|is_heading| is_heading).or_else(|| mapping.and_then(|_| fits(|_| true)))
}

fn no_columns(heads: &[SheetHead]) -> Fault {
    let names: Vec<&str> = heads.iter().filter(|head| !head.rows.is_empty()).map(|head| head.name.as_str()).collect();
    let problem = if names.is_empty() {
        "The workbook has no sheet with anything in it.".to_owned()
    } else {
        format!("No row says which column is Japanese and which is English, in none of the sheets {}.", quoted(&names))
    };
    Fault::ColumnsUnknown { problem }
}

fn quoted(names: &[&str]) -> String {
    let short = |name: &&str| format!("`{}`", name.chars().take(40).collect::<String>());
    let mut listed: Vec<String> = names.iter().take(QUOTED).map(short).collect();
    if names.len() > QUOTED {
        listed.push(format!("{} more", names.len() - QUOTED));
    }
    listed.join(", ")
}

impl Sheet {
    fn row(&mut self) -> Result<Option<SheetRow>, Fault> {
        loop {
            match self.rows.next()? {
                Some(row) if row.number < self.start => {}
                Some(row) => return Ok(Some(row)),
                None => {
                    let Some(next) = self.further.pop() else { return Ok(None) };
                    self.rows = self.book.rows(next)?;
                    // Below the names of the columns.
                    self.start = 2;
                }
            }
        }
    }

    fn table_row(&mut self, row: SheetRow) -> Result<TableRow, Fault> {
        self.size += u64::try_from(row.size).unwrap_or(u64::MAX);
        if self.size > limits::EXPANDED {
            return Err(Fault::HostileArchive {
                problem: format!("its rows have more than {} bytes", limits::EXPANDED),
            });
        }
        if let Some(fault) = row.fault {
            return Err(fault);
        }
        let number = row.number;
        let value = |(index, problem)| (index, Fault::CellWithoutValue { cell: cell_name(index, number), problem });
        let mut cells = row.cells;
        if cells.len() < self.width {
            cells.resize(self.width, String::new());
        }
        if number == self.start {
            for (cell, above) in cells.iter_mut().zip(std::mem::take(&mut self.above)) {
                if cell.trim().is_empty() && content_of(&above).is_some_and(|content| !content.is_term()) {
                    *cell = above;
                }
            }
        }
        Ok(TableRow {
            cells,
            // Each cell says whether it is a text or a formula.
            formulas: Vec::new(),
            unusable: row.without_value.into_iter().map(value).collect(),
            doubts: row.is_hidden.then_some(Fault::RowHidden).into_iter().collect(),
        })
    }
}

impl RowSource for Sheet {
    fn next_row(&mut self, is_first: bool) -> Option<(u64, Result<TableRow, Fault>)> {
        match self.row() {
            Ok(None) => None,
            Ok(Some(row)) => {
                let number = row.number;
                self.last = number;
                let mut row = self.table_row(row);
                if let Ok(row) = &mut row
                    && !is_first
                {
                    row.doubts.append(&mut self.doubts);
                }
                Some((number, row))
            }
            Err(fault) => Some((self.last, Err(fault))),
        }
    }

    fn upcoming(&self) -> Vec<Vec<String>> {
        self.head.clone()
    }

    fn separator(&self) -> char {
        // A cell of a sheet may hold any character; a tab stands in none.
        '\t'
    }

    fn taken(&self) -> u64 {
        self.rows.taken().min(self.length)
    }
}
