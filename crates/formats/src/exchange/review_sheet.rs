//! The review sheet: open items as a table for a spreadsheet, and the decisions a person fills in.
//!
//! As CSV it is written with byte order mark and CR LF, because Excel reads nothing else as UTF-8. It is read with commas,
//! semicolons or tabs, as spreadsheets of different countries write, and with columns in any order. As a workbook it offers
//! the words of a column as a list, and what is not to be changed is grey; a workbook is read as any program saves it.

use super::cell::guard;
use super::container;
use super::input::decode;
use super::item::Fault;
use super::spreadsheet::{Book, CellContent, Column, first_sheet};
use super::table::{Cells, rows};

/// The names of the columns, in the order they are written.
pub const COLUMNS: [&str; 16] = [
    "concept",
    "term",
    "revision",
    "japanese",
    "english",
    "abbreviation",
    "field",
    "confidence",
    "standing",
    "evidence",
    "release",
    "decision",
    "new_english",
    "usage",
    "replacement",
    "note",
];

/// How wide each column is in a workbook.
const WIDTHS: [u8; COLUMNS.len()] = [9, 9, 9, 28, 32, 14, 14, 11, 12, 44, 28, 12, 32, 12, 20, 36];

/// The index of the first column that a person fills in.
const FIRST_OPEN: usize = 11;

/// The words of the columns `decision` and `usage`.
const DECISIONS: &[&str] = &["accept", "edit", "reject", "retire"];
const USAGES: &[&str] = &["preferred", "admitted", "deprecated", "forbidden"];

/// The columns of a workbook.
const OF_WORKBOOK: [Column; COLUMNS.len()] = {
    let mut columns = [Column { name: "", width: 0, content: CellContent::Context }; COLUMNS.len()];
    let mut at = 0;
    while at < COLUMNS.len() {
        let content = match at {
            FIRST_OPEN => CellContent::Choice(DECISIONS),
            13 => CellContent::Choice(USAGES),
            _ if at > FIRST_OPEN => CellContent::Lines,
            _ => CellContent::Context,
        };
        columns[at] = Column { name: COLUMNS[at], width: WIDTHS[at], content };
        at += 1;
    }
    columns
};

/// The file a sheet is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SheetFormat {
    /// CSV for a spreadsheet.
    #[default]
    Csv,
    /// A workbook of Excel.
    Xlsx,
}

impl SheetFormat {
    /// Every format.
    pub const ALL: [Self; 2] = [Self::Csv, Self::Xlsx];

    /// The name used on the command line and in the API, which is also the extension of a file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }

    /// Reads a name back; `None` for any other.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The value of the HTTP header `Content-Type`.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => super::FileFormat::Csv.media_type(),
            Self::Xlsx => super::FileFormat::Xlsx.media_type(),
        }
    }
}

/// Columns a sheet must have to be read.
const REQUIRED: [&str; 3] = ["term", "revision", "decision"];

/// A row: an open item, and what a person decides on it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The cells, in the order of [`COLUMNS`].
    cells: [String; 16],
}

impl Row {
    /// The row of these cells, of which each is in one of [`COLUMNS`] or in none.
    fn of(cells: &[String], columns: &[Option<usize>]) -> Self {
        let mut filled = Self::default();
        for (cell, column) in cells.iter().zip(columns) {
            if let Some(own) = column.and_then(|column| filled.cells.get_mut(column)) {
                own.clone_from(cell);
            }
        }
        filled
    }

    /// A cell by the name of its column; empty for a name that is none.
    #[must_use]
    pub fn get(&self, column: &str) -> &str {
        COLUMNS.iter().position(|name| *name == column).and_then(|at| self.cells.get(at)).map_or("", String::as_str)
    }

    /// Sets a cell.
    pub fn set(&mut self, column: &str, text: impl Into<String>) {
        if let Some(cell) = COLUMNS.iter().position(|name| *name == column).and_then(|at| self.cells.get_mut(at)) {
            *cell = text.into();
        }
    }
}

/// The table of these rows.
///
/// # Errors
/// Never in practice: it is written to memory.
pub fn write(rows: &[Row]) -> Result<Vec<u8>, std::io::Error> {
    let out = "\u{feff}".as_bytes().to_vec();
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out);
    table.write_record(COLUMNS)?;
    for row in rows {
        table.write_record(row.cells.iter().map(|text| guard(text).into_owned()))?;
    }
    table.into_inner().map_err(|error| std::io::Error::other(error.to_string()))
}

/// The workbook of these rows, written at this time (RFC 3339 in UTC).
///
/// # Errors
/// When no temporary file can be written.
pub fn write_workbook(rows: &[Row], at: &str) -> Result<Vec<u8>, std::io::Error> {
    let mut book = Book::new("Review", at);
    let sheet = book.begin("Review", &OF_WORKBOOK)?;
    for row in rows {
        book.row(sheet, &row.cells)?;
    }
    book.finish()
}

/// Whether a file is a workbook or another archive, and not text.
#[must_use]
pub fn is_workbook(bytes: &[u8]) -> bool {
    container::is_container(bytes)
}

/// Whether a file is a review sheet: a table or a workbook with the columns in which decisions are filled in.
#[must_use]
pub fn is_review_sheet(bytes: &[u8]) -> bool {
    if is_workbook(bytes) {
        let has_marks = |cells: &[String]| names_decisions(cells.iter().map(String::as_str));
        return matches!(first_sheet(bytes, has_marks), Ok(Some(_)));
    }
    let Ok(head) = decode(bytes.get(..HEAD).unwrap_or(bytes)) else { return false };
    // The names may stand behind a line that says what separates them.
    head.text.lines().take(2).any(|line| names_decisions(line.split([',', ';', '\t'])))
}

/// How much of a table is looked at, in bytes.
const HEAD: usize = 64 << 10;

/// The columns that only a review sheet has.
const MARKS: [&str; 4] = ["term", "revision", "decision", "new_english"];

/// Whether these are the names of the columns of a review sheet.
pub(super) fn names_decisions<'a>(names: impl Iterator<Item = &'a str>) -> bool {
    let names: Vec<String> = names
        .map(|name| name.trim_matches(|letter: char| letter.is_whitespace() || matches!(letter, '"' | '\u{feff}')))
        .map(str::to_lowercase)
        .collect();
    MARKS.iter().all(|mark| names.iter().any(|name| name == mark))
}

/// The rows of a workbook with their numbers, from 1. Empty rows are left out.
///
/// # Errors
/// [`SheetError`].
pub fn read_workbook(bytes: &[u8]) -> Result<Vec<(u64, Row)>, SheetError> {
    let lower = |cells: &[String]| cells.iter().map(|name| name.trim().to_lowercase()).collect::<Vec<String>>();
    let has_names = |cells: &[String]| lower(cells).iter().any(|name| name == REQUIRED[0]);
    let rows = first_sheet(bytes, has_names).map_err(SheetError::File)?;
    let mut rows = rows.ok_or(SheetError::NoColumn(REQUIRED[0]))?.into_iter();
    let (_, names) = rows.next().ok_or(SheetError::NoColumn(REQUIRED[0]))?;
    let columns = columns_of(&lower(&names))?;
    let filled = rows.map(|(number, cells)| {
        let cells: Vec<String> = cells.iter().map(|cell| with_line_feeds(cell.trim())).collect();
        (number, Row::of(&cells, &columns))
    });
    Ok(filled.filter(|(_, row)| row.cells.iter().any(|cell| !cell.is_empty())).collect())
}

/// Why a table is not a review sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// A column is missing.
    #[error("the sheet has no column `{0}`; export a sheet and fill in its columns from `decision` on")]
    NoColumn(&'static str),
    /// The file itself could not be read.
    #[error("{0}")]
    File(Fault),
    /// It is broken as a table.
    #[error("could not read the sheet at line {line}: {problem}")]
    Broken {
        /// The line.
        line: u64,
        /// What is wrong.
        problem: String,
    },
}

/// The rows of a table with their lines, from 1. Empty rows are left out.
///
/// # Errors
/// [`SheetError`].
pub fn read(text: &str) -> Result<Vec<(u64, Row)>, SheetError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.split(['\n', '\r']).next().unwrap_or_default();
    // Excel's own way to name the separator.
    let named = first.trim_end().strip_prefix("sep=").map(|rest| rest.chars().next().unwrap_or('\t'));
    let names = if named.is_some() { second_line(text) } else { first };
    let separator = named.unwrap_or_else(|| likeliest_separator(names));
    let mut columns: Option<Vec<Option<usize>>> = None;
    let mut sheet = Vec::new();
    for row in rows(text, Cells { separator, multiline: true }) {
        let line = u64::try_from(row.line).unwrap_or(u64::MAX);
        if !row.unclosed.is_empty() {
            let problem = "a cell begins with `\"` and does not end with it".to_owned();
            return Err(SheetError::Broken { line, problem });
        }
        let cells: Vec<String> = row.cells.iter().map(|cell| with_line_feeds(cell.text().trim())).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        let Some(columns) = &columns else {
            columns = Some(columns_of(&cells)?);
            continue;
        };
        let filled = Row::of(&cells, columns);
        if filled.cells.iter().any(|cell| !cell.is_empty()) {
            sheet.push((line, filled));
        }
    }
    if columns.is_none() {
        return Err(SheetError::NoColumn(REQUIRED[0]));
    }
    Ok(sheet)
}

fn with_line_feeds(cell: &str) -> String {
    cell.replace("\r\n", "\n").replace('\r', "\n")
}

fn second_line(text: &str) -> &str {
    text.lines().nth(1).unwrap_or_default()
}

/// Which of [`COLUMNS`] each column is.
fn columns_of(names: &[String]) -> Result<Vec<Option<usize>>, SheetError> {
    let names: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    if let Some(missing) = REQUIRED.into_iter().find(|required| !names.iter().any(|name| name == required)) {
        return Err(SheetError::NoColumn(missing));
    }
    Ok(names.iter().map(|name| COLUMNS.iter().position(|column| column == name)).collect())
}

/// The separator that occurs most often between the names of columns.
fn likeliest_separator(names: &str) -> char {
    let count = |separator: &char| names.matches(*separator).count();
    [';', '\t', ','].into_iter().max_by_key(count).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row() -> Row {
        let mut row = Row::default();
        for (column, text) in [
            ("term", "12"),
            ("revision", "7"),
            ("japanese", "𠮷野 ｶﾅ"),
            ("english", "=flux; \"a\"\nb"),
            ("decision", "accept"),
        ] {
            row.set(column, text);
        }
        row
    }

    #[test]
    fn what_a_spreadsheet_makes_of_a_sheet_is_read_back() {
        let written = String::from_utf8(write(&[row()]).unwrap()).unwrap();
        assert!(written.starts_with("\u{feff}concept,term,revision") && written.contains("\r\n"));
        let mut moved = String::from("Decision;junk;TERM;revision;japanese;english\n");
        moved.push_str("accept;x;12;7;𠮷野 ｶﾅ;\"'=flux; \"\"a\"\"\nb\"\n;;;;;\n");
        for (what, text) in [
            ("as written", written.clone()),
            ("without mark", written.trim_start_matches('\u{feff}').to_owned()),
            ("with LF", written.replace("\r\n", "\n")),
            ("semicolons, other order, an empty row", moved.clone()),
            ("named delimiter", format!("sep=;\r\n{moved}")),
            (
                "tabs",
                "term\trevision\tdecision\tjapanese\tenglish\n12\t7\taccept\t𠮷野 ｶﾅ\t\"=flux; \"\"a\"\"\nb\"\n"
                    .to_owned(),
            ),
        ] {
            let rows = read(&text).unwrap();
            assert_eq!(rows.iter().map(|(_, row)| row.clone()).collect::<Vec<_>>(), [row()], "{what}");
            assert_eq!(rows[0].0, if what == "named delimiter" { 3 } else { 2 }, "{what}");
        }
    }

    #[test]
    fn a_workbook_is_read_back_and_is_the_same_bytes_each_time() {
        let write = || write_workbook(&[row(), Row::default(), row()], "2026-11-21T00:00:00Z").unwrap();
        let file = write();
        assert_eq!(file, write());
        assert!(is_workbook(&file) && !is_workbook(b"term"));
        let rows = read_workbook(&file).unwrap();
        assert_eq!(rows, [(2, row()), (4, row())]);
        assert_eq!(
            read_workbook(b"PK\x03\x04"),
            Err(SheetError::File(Fault::broken_file("It is not a complete ZIP archive. Save or download it again.")))
        );
    }

    #[test]
    fn a_table_without_the_columns_it_needs_is_refused() {
        for (text, missing) in [("", "term"), ("a,b\n1,2\n", "term"), ("term,decision\n1,accept\n", "revision")] {
            assert_eq!(read(text), Err(SheetError::NoColumn(missing)), "{text}");
        }
    }
}
