//! Rows of a review sheet come in, a table a spreadsheet opens goes out; what a spreadsheet made of it comes back, row by
//! row.
//!
//! Written with byte order mark and CR LF, because Excel takes nothing else for UTF-8. Read with commas, semicolons or tabs,
//! whatever the spreadsheet of the country writes, columns in any order, cells freed of the guard against formulas.

use super::cell;

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

/// Columns a sheet must have to be read.
const WANTED: [&str; 3] = ["term", "revision", "decision"];

/// A row: what is known, and what a person decides.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row {
    /// The cells, in the order of [`COLUMNS`].
    cells: [String; 16],
}

impl Row {
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
    let mut table = ::csv::WriterBuilder::new().terminator(::csv::Terminator::CRLF).from_writer(out);
    table.write_record(COLUMNS)?;
    for row in rows {
        table.write_record(row.cells.iter().map(|text| cell::guard(text).into_owned()))?;
    }
    table.into_inner().map_err(|error| std::io::Error::other(error.to_string()))
}

/// Why a table is no review sheet.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// A column is missing.
    #[error("the sheet has no column `{0}`; export one and fill in its columns from `decision` on")]
    NoColumn(&'static str),
    /// It cannot be read as a table.
    #[error("the sheet breaks off at line {line}: {problem}")]
    Broken {
        /// The line.
        line: u64,
        /// What is wrong.
        problem: String,
    },
}

/// The rows of a table, each with its line from 1; rows without any text are left out.
///
/// # Errors
/// [`SheetError`].
pub fn read(text: &str) -> Result<Vec<(u64, Row)>, SheetError> {
    // One kind of line end, so that lines are counted as the spreadsheet shows them.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    // Excel's own way to name the delimiter.
    let named = text.lines().next().and_then(|line| line.trim_end().strip_prefix("sep=")).and_then(|rest| {
        let delimiter = if rest.is_empty() { "\t" } else { rest };
        u8::try_from(delimiter.chars().next()?).ok()
    });
    let skipped = if named.is_some() { text.find('\n').map_or(text.len(), |at| at + 1) } else { 0 };
    let table = text.get(skipped..).unwrap_or_default();
    let delimiter = named.unwrap_or_else(|| likeliest(table.lines().next().unwrap_or_default()));
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(table.as_bytes());
    let ahead = u64::from(skipped > 0);
    let mut places: Option<Vec<Option<usize>>> = None;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| SheetError::Broken {
            line: error.position().map_or(0, ::csv::Position::line) + ahead,
            problem: error.to_string(),
        })?;
        let line = record.position().map_or(0, ::csv::Position::line) + ahead;
        let Some(places) = &places else {
            places = Some(columns(&record)?);
            continue;
        };
        let mut row = Row::default();
        for (cell, place) in record.iter().zip(places) {
            if let Some(own) = place.and_then(|place| row.cells.get_mut(place)) {
                cell::unguard(cell).trim().clone_into(own);
            }
        }
        if row.cells.iter().any(|cell| !cell.is_empty()) {
            rows.push((line, row));
        }
    }
    if places.is_none() {
        return Err(SheetError::NoColumn(WANTED[0]));
    }
    Ok(rows)
}

/// Which of [`COLUMNS`] stands where.
fn columns(head: &::csv::StringRecord) -> Result<Vec<Option<usize>>, SheetError> {
    let names: Vec<String> = head.iter().map(|name| name.trim().to_lowercase()).collect();
    if let Some(missing) = WANTED.into_iter().find(|wanted| !names.iter().any(|name| name == wanted)) {
        return Err(SheetError::NoColumn(missing));
    }
    Ok(names.iter().map(|name| COLUMNS.iter().position(|column| column == name)).collect())
}

/// The delimiter most names of columns are parted by.
fn likeliest(head: &str) -> u8 {
    let count = |delimiter: u8| head.bytes().filter(|byte| *byte == delimiter).count();
    [b',', b'\t', b';'].into_iter().rev().max_by_key(|delimiter| count(*delimiter)).unwrap_or(b',')
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
    fn a_table_without_the_columns_it_needs_is_refused() {
        for (text, missing) in [("", "term"), ("a,b\n1,2\n", "term"), ("term,decision\n1,accept\n", "revision")] {
            assert_eq!(read(text), Err(SheetError::NoColumn(missing)), "{text}");
        }
    }
}
