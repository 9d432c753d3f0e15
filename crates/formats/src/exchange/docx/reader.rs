//! Imports the bilingual tables of a Word document: as terms, or as texts with their translations.

use std::collections::VecDeque;
use std::vec::IntoIter;

use super::choice::{BilingualTable, Plan, choose};
use super::segments::SegmentReader;
use super::tables::{self, Row};
use crate::exchange::container::{Archive, main_part};
use crate::exchange::hint::FileHint;
use crate::exchange::item::{Fault, Item, RowProblem};
use crate::exchange::reader::ItemReader;
use crate::exchange::table::{self, RowSource, TableColumn, TableRow};

/// Where a document has its text if it does not say otherwise.
pub(super) const DOCUMENT: &str = "word/document.xml";

/// How many rows are looked at before the first is taken.
const UPCOMING: usize = 200;

/// How many numbers of tables a message names.
const NAMED: usize = 20;

/// Reads the tables one after the other.
struct Reader {
    /// The tables with their numbers in the document; the first is being read.
    tables: VecDeque<(usize, Box<dyn ItemReader>)>,
    has_several: bool,
    columns: Vec<TableColumn>,
    left_out: Option<Fault>,
    length: u64,
}

/// The rows of a table of terms.
struct Rows {
    rows: IntoIter<Row>,
    heading: Option<Vec<String>>,
    width: usize,
}

/// The reader of a document.
///
/// # Errors
/// `columns_unknown` if it has no bilingual table, `columns_contradict`, `broken_file` and what else may be wrong with an archive.
pub(in crate::exchange) fn reader<'a>(archive: &Archive, hint: &FileHint) -> Result<Box<dyn ItemReader + 'a>, Fault> {
    let (chosen, left_out) = bilingual_tables(archive, hint)?;
    if chosen.is_empty() {
        let problem = "The document has no table in which one column is Japanese and one is English.".to_owned();
        return Err(Fault::ColumnsUnknown { problem });
    }
    let has_several = chosen.len() > 1;
    let tables = chosen.into_iter().map(|table| (table.number, of_table(table, &hint.name))).collect();
    let named: Vec<String> = left_out.iter().take(NAMED).map(usize::to_string).collect();
    let left_out = (!named.is_empty()).then(|| Fault::TablesLeftOut { tables: named.join(", ") });
    Ok(Box::new(Reader { tables, has_several, columns: Vec::new(), left_out, length: archive.length() }))
}

/// Whether a document has a bilingual table.
///
/// # Errors
/// `broken_file` and what else may be wrong with an archive.
pub(in crate::exchange) fn is_bilingual(archive: &Archive) -> Result<bool, Fault> {
    bilingual_tables(archive, &FileHint::default()).map(|(chosen, _)| !chosen.is_empty())
}

/// The bilingual tables of a document, and the numbers of others that may be such.
pub(super) fn bilingual_tables(archive: &Archive, hint: &FileHint) -> Result<(Vec<BilingualTable>, Vec<usize>), Fault> {
    choose(tables::read(archive.part(&main_part(archive, DOCUMENT)?)?)?, hint)
}

fn of_table(table: BilingualTable, name: &str) -> Box<dyn ItemReader> {
    match table.plan {
        Plan::Segments(columns) => Box::new(SegmentReader::new(table.rows, columns, name)),
        Plan::Terms(mapping) => {
            let width = table.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
            let rows = table.rows.into_iter();
            Box::new(table::Reader::new(Rows { rows, heading: None, width }, mapping))
        }
    }
}

impl ItemReader for Reader {
    fn next_item(&mut self) -> Option<Result<Item, RowProblem>> {
        loop {
            let Some((number, table)) = self.tables.front_mut() else {
                let fault = self.left_out.take()?;
                return Some(Err(RowProblem::at_start(fault)));
            };
            let number = *number;
            let Some(item) = table.next_item() else {
                self.tables.pop_front();
                continue;
            };
            if self.columns.is_empty() {
                self.columns = table.columns().to_vec();
            }
            let in_table = |fault: Fault| if self.has_several { fault.in_table(number) } else { fault };
            return Some(match (item, self.left_out.take()) {
                (Ok(Item::Term(mut row)), left_out) => {
                    row.doubts = row.doubts.into_iter().map(in_table).chain(left_out).collect();
                    Ok(Item::Term(row))
                }
                (Ok(item), left_out) => {
                    self.left_out = left_out;
                    Ok(item)
                }
                (Err(problem), left_out) => {
                    self.left_out = left_out;
                    Err(RowProblem { fault: in_table(problem.fault), ..problem })
                }
            });
        }
    }

    fn taken(&self) -> u64 {
        self.length
    }

    fn columns(&self) -> &[TableColumn] {
        &self.columns
    }
}

impl RowSource for Rows {
    fn next_row(&mut self, _is_first: bool) -> Option<(u64, Result<TableRow, Fault>)> {
        loop {
            let Row { number, mut cells, is_too_large } = self.rows.next()?;
            if is_too_large {
                return Some((number, Err(Fault::UnitTooLarge)));
            }
            cells.resize(self.width, String::new());
            match &self.heading {
                None => self.heading = Some(cells.clone()),
                // People repeat it on each page.
                Some(heading) if *heading == cells => continue,
                Some(_) => {}
            }
            return Some((number, Ok(TableRow { cells, ..TableRow::default() })));
        }
    }

    fn upcoming(&self) -> Vec<Vec<String>> {
        self.rows.as_slice().iter().take(UPCOMING).map(|row| row.cells.clone()).collect()
    }

    fn separator(&self) -> char {
        '\t'
    }

    fn taken(&self) -> u64 {
        0
    }
}
