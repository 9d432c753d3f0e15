//! A table of terms comes in as characters, cells parted by commas, semicolons or tabs; its rows go out.
//!
//! Tables with commas or semicolons are read as RFC 4180 says. In one with tabs a cell may stand in quotes, as
//! spreadsheets write it, but has one line; nothing else is quoted there. The first row names the columns, or somebody
//! says what they are ([`Columns`]).

use std::io::Read;

use super::characters::{self, Characters};
use super::columns::{self, Holds, Places};
use super::lines::{Line, Lines};
use super::row::{Name, TermRow};
use super::strings::{filled, is_blank, push_clean};
use super::{Columns, Fault, RowProblem, limits, status};
use crate::exchange::cell::unguard;
use crate::model::{Lang, TermKind};

/// Reads a table; holds one row.
#[derive(Debug)]
pub(super) struct Reader<R: Read> {
    rows: Rows<R>,
    encoding: &'static str,
    asked: Option<Columns>,
    places: Option<Places>,
    /// The first row, where it is one of terms.
    held: Option<(u64, Vec<String>)>,
    count: u64,
    ended: bool,
}

#[derive(Debug)]
enum Rows<R: Read> {
    Quoted(Box<csv::Reader<Characters<R>>>),
    Tabs(Lines<R>),
}

/// A row of a table, or why there is none.
type Row = Result<(u64, Vec<String>), RowProblem>;

/// What parts the cells of a table that begins with this line.
pub(super) fn separator(line: &str) -> u8 {
    let count = |separator| line.matches(separator).count();
    match () {
        () if line.contains('\t') => b'\t',
        () if count(';') > count(',') => b';',
        () => b',',
    }
}

/// The cells of a line, roughly: enough to see whether it names columns.
pub(super) fn cells(line: &str) -> Vec<String> {
    let separator = char::from(separator(line));
    line.split(separator).map(|cell| cell.trim().trim_matches('"').to_owned()).collect()
}

impl<R: Read> Reader<R> {
    pub(super) fn new(mut characters: Characters<R>, asked: Option<Columns>) -> Self {
        let encoding = characters.encoding();
        let first = characters.head().lines().find(|line| !is_blank(line)).unwrap_or_default();
        let separator = separator(first);
        let rows = if separator == b'\t' {
            Rows::Tabs(Lines::new(characters))
        } else {
            let mut builder = csv::ReaderBuilder::new();
            builder.has_headers(false).flexible(true).delimiter(separator);
            Rows::Quoted(Box::new(builder.from_reader(characters)))
        };
        Self { rows, encoding, asked, places: None, held: None, count: 0, ended: false }
    }

    pub(super) fn has_tabs(&self) -> bool {
        matches!(self.rows, Rows::Tabs(_))
    }

    pub(super) fn taken(&self) -> u64 {
        match &self.rows {
            Rows::Quoted(table) => table.get_ref().taken(),
            Rows::Tabs(lines) => lines.taken(),
        }
    }

    pub(super) fn next(&mut self) -> Option<Result<TermRow, RowProblem>> {
        while !self.ended {
            let row = match self.held.take() {
                Some(held) => Ok(held),
                None => self.rows.next(self.count + 1, self.encoding)?,
            };
            let (line, cells) = match row {
                Ok(row) => row,
                Err(problem) => {
                    self.count += 1;
                    self.ended = problem.fault.ends_the_file();
                    return Some(Err(problem));
                }
            };
            if cells.iter().all(|cell| is_blank(cell)) {
                continue;
            }
            let Some(places) = &self.places else {
                match self.settle(&cells) {
                    Ok((places, is_head)) => {
                        self.places = Some(places);
                        self.held = (!is_head).then_some((line, cells));
                        continue;
                    }
                    Err(fault) => {
                        self.ended = true;
                        return Some(Err(RowProblem { line, unit: 0, fault }));
                    }
                }
            };
            self.count += 1;
            let row = term_row(places, &cells, line);
            return Some(row.map_err(|fault| RowProblem { line, unit: self.count, fault }));
        }
        None
    }

    /// What the columns are, and whether the first row names them.
    fn settle(&self, first: &[String]) -> Result<(Places, bool), Fault> {
        let there = || {
            let names: Vec<String> = first.iter().take(20).map(|name| name.chars().take(30).collect()).collect();
            names.join("`, `")
        };
        match &self.asked {
            Some(asked) => asked.places(first).map_err(|missing| Fault::ColumnsUnknown {
                problem: format!("No column is named `{missing}`; there are `{}`.", there()),
            }),
            None => columns::guessed(first).map(|places| (places, true)).ok_or_else(|| Fault::ColumnsUnknown {
                problem: "The first row does not say which column is Japanese and which is English.".to_owned(),
            }),
        }
    }
}

impl<R: Read> Rows<R> {
    fn next(&mut self, count: u64, encoding: &'static str) -> Option<Row> {
        match self {
            Self::Tabs(lines) => match lines.next(count) {
                Ok(None) => None,
                Ok(Some((line, Line::Text(text)))) => Some(Ok((line, text.split('\t').map(unquoted).collect()))),
                Ok(Some((line, Line::Wrong(fault)))) => Some(Err(RowProblem { line, unit: count, fault })),
                Err(problem) => Some(Err(problem)),
            },
            Self::Quoted(table) => {
                table.get_mut().begin_piece();
                let mut record = csv::StringRecord::new();
                let read = table.read_record(&mut record);
                let line = record.position().map_or_else(|| table.position().line(), csv::Position::line);
                let problem = |fault| Some(Err(RowProblem { line, unit: count, fault }));
                match read {
                    Ok(false) => None,
                    Ok(true) if record.as_slice().len() > limits::UNIT => problem(Fault::UnitTooLarge),
                    Ok(true) if record.as_slice().contains('\u{fffd}') => problem(Fault::Undecodable { encoding }),
                    Ok(true) => Some(Ok((line, record.iter().map(clean).collect()))),
                    Err(error) => match error.into_kind() {
                        csv::ErrorKind::Io(error) => problem(characters::fault(&error)),
                        _ => problem(Fault::broken_row("its cells cannot be told apart")),
                    },
                }
            }
        }
    }
}

fn clean(cell: &str) -> String {
    let mut kept = String::with_capacity(cell.len());
    push_clean(&mut kept, cell);
    kept
}

/// A cell of a table with tabs, without the quotes a spreadsheet puts around it.
fn unquoted(cell: &str) -> String {
    match cell.strip_prefix('"').and_then(|cell| cell.strip_suffix('"')) {
        Some(inside) if !inside.replace("\"\"", "").contains('"') => inside.replace("\"\"", "\""),
        _ => cell.to_owned(),
    }
}

fn term_row(places: &Places, cells: &[String], line: u64) -> Result<TermRow, Fault> {
    let cell = |wanted: Holds| {
        let (_, place) = places.iter().find(|(holds, _)| *holds == wanted)?;
        cells.get(*place).and_then(|text| filled(unguard(text)))
    };
    let (ja, en) = (cell(Holds::Japanese), cell(Holds::English));
    let abbreviation = cell(Holds::Abbreviation);
    let status = cell(Holds::Status).as_deref().map(status::stated).unwrap_or_default();
    let review = cell(Holds::Review).and_then(|word| status::stated(&word).1);
    let mut names = Vec::with_capacity(3);
    if let Some(ja) = &ja {
        let mut name = Name::new(Lang::JA, ja);
        name.reading = cell(Holds::Reading);
        name.part_of_speech = cell(Holds::PartOfSpeech).as_deref().and_then(status::part_of_speech);
        names.push(name);
    }
    if let Some(en) = &en {
        let mut name = Name::new(Lang::EN, en);
        if abbreviation.as_ref() == Some(en) {
            name.kind = TermKind::Abbreviation;
        }
        if ja.is_none() {
            name.part_of_speech = cell(Holds::PartOfSpeech).as_deref().and_then(status::part_of_speech);
        }
        names.push(name);
    }
    if names.is_empty() {
        return Err(Fault::TermMissing);
    }
    for name in &mut names {
        (name.usage, name.review) = (status.0, review.or(status.1));
    }
    if let Some(short) = abbreviation.filter(|short| en.as_ref() != Some(short)) {
        let mut name = Name { kind: TermKind::Abbreviation, ..Name::new(Lang::EN, &short) };
        if en.is_none() {
            (name.usage, name.review) = (status.0, review.or(status.1));
        }
        names.push(name);
    }
    let confidence = cell(Holds::Confidence).and_then(|text| text.parse().ok());
    Ok(TermRow {
        names,
        concept: cell(Holds::Concept),
        field: cell(Holds::Field),
        definition: cell(Holds::Definition).map(|text| (status::language_of(&text), text)),
        note: cell(Holds::Note),
        confidence: confidence.filter(|confidence| (0.0..=1.0).contains(confidence)),
        line,
        ..TermRow::default()
    })
}
