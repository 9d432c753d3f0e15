//! Imports a table of terms, in which the first row names the columns or the caller says what they contain.

use std::io::Read;

use super::columns::{ColumnContent, ColumnIndexes, Columns, named_columns};
use super::lexer::{Cells, row};
use crate::exchange::cleaning::{filled, is_blank};
use crate::exchange::document::Passage;
use crate::exchange::input::Window;
use crate::exchange::item::{Fault, Name, RowProblem, TermRow, part_of_speech, usage_and_review};
use crate::exchange::language::{has_japanese, language_of};
use crate::exchange::limits;
use crate::model::{Lang, TermKind};

/// How many names of columns an error quotes, and how much of each.
const QUOTED: (usize, usize) = (20, 30);

/// Reads a table; holds one row.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<R: Read> {
    window: Window<R>,
    cells: Cells,
    mapping: Option<Columns>,
    columns: Option<ColumnIndexes>,
    count: u64,
    ended: bool,
}

impl<R: Read> Reader<R> {
    pub(in crate::exchange) fn new(window: Window<R>, separator: char, mapping: Option<Columns>) -> Self {
        Self { window, cells: Cells::separated_by(separator), mapping, columns: None, count: 0, ended: false }
    }

    pub(in crate::exchange) fn taken(&self) -> u64 {
        self.window.taken()
    }

    pub(in crate::exchange) fn next(&mut self) -> Option<Result<TermRow, RowProblem>> {
        while !self.ended {
            let line = self.window.line();
            let taken = match self.row() {
                Ok(None) => break,
                Ok(Some(cells)) if cells.iter().all(|cell| is_blank(cell)) => continue,
                Ok(Some(cells)) => match self.take(&cells, line) {
                    Ok(None) => continue,
                    Ok(Some(row)) => Ok(row),
                    Err(fault) => Err(fault),
                },
                Err(fault) => {
                    self.count += 1;
                    Err(fault)
                }
            };
            let unit = self.count;
            self.ended = taken.as_ref().is_err_and(Fault::ends_the_file);
            return Some(taken.map_err(|fault| RowProblem { line, unit, fault }));
        }
        None
    }

    /// The texts of the next row; none at the end of the file.
    fn row(&mut self) -> Result<Option<Vec<String>>, Fault> {
        loop {
            let (rest, complete) = (self.window.rest(), self.window.is_complete());
            let Some(row) = row(rest, 0, self.cells, self.columns.is_none(), complete) else {
                if complete {
                    return Ok(None);
                }
                self.window.grow()?;
                continue;
            };
            let is_undecodable = rest[..row.length].contains('\u{fffd}');
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
            return Ok(Some(row.cells.iter().map(Passage::plain_text).collect()));
        }
    }

    /// The term row of these cells; none for the heading.
    fn take(&mut self, cells: &[String], line: u64) -> Result<Option<TermRow>, Fault> {
        if self.columns.is_none() {
            let (columns, is_heading) = self.columns_under(cells)?;
            self.columns = Some(columns);
            if is_heading {
                return Ok(None);
            }
        }
        self.count += 1;
        self.columns.as_ref().map(|columns| term_row(columns, cells, line)).transpose()
    }

    /// What the columns contain, and whether the first row names them.
    fn columns_under(&self, first: &[String]) -> Result<(ColumnIndexes, bool), Fault> {
        let first: Vec<&str> = first.iter().map(String::as_str).collect();
        match &self.mapping {
            Some(mapping) => mapping.indexes(&first).map_err(|missing| {
                let shortened = |name: &&str| name.chars().take(QUOTED.1).collect::<String>();
                let names: Vec<String> = first.iter().take(QUOTED.0).map(shortened).collect();
                let names = names.join("`, `");
                Fault::ColumnsUnknown { problem: format!("No column is named `{missing}`; the columns are `{names}`.") }
            }),
            None => named_columns(&first).map(|columns| (columns, true)).ok_or_else(|| Fault::ColumnsUnknown {
                problem: "The first row does not say which column is Japanese and which is English.".to_owned(),
            }),
        }
    }
}

fn term_row(columns: &ColumnIndexes, cells: &[String], line: u64) -> Result<TermRow, Fault> {
    let at = |index: usize| cells.get(index).and_then(|text| filled(text));
    let cell = |content| columns.of(content).and_then(at);
    let (ja, en) = match columns.sides.map(|(source, target)| (at(source), at(target))) {
        None => (cell(ColumnContent::Japanese), cell(ColumnContent::English)),
        // The names of the columns leave the direction open; the texts show it.
        Some((source, target)) => {
            let is_japanese = |text: &Option<String>| text.as_deref().is_some_and(has_japanese);
            if is_japanese(&target) && !is_japanese(&source) { (target, source) } else { (source, target) }
        }
    };
    let abbreviation = cell(ColumnContent::Abbreviation);
    let status = cell(ColumnContent::Status).as_deref().map(usage_and_review).unwrap_or_default();
    let review = cell(ColumnContent::Review).and_then(|word| usage_and_review(&word).1);
    let part = cell(ColumnContent::PartOfSpeech).as_deref().and_then(part_of_speech);
    let mut names = Vec::with_capacity(3);
    if let Some(ja) = &ja {
        let mut name = Name::new(Lang::JA, ja);
        name.reading = cell(ColumnContent::Reading);
        name.part_of_speech = part;
        names.push(name);
    }
    if let Some(en) = &en {
        let mut name = Name::new(Lang::EN, en);
        if abbreviation.as_ref() == Some(en) {
            name.kind = TermKind::Abbreviation;
        }
        name.part_of_speech = part.filter(|_| ja.is_none());
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
    let confidence = cell(ColumnContent::Confidence).and_then(|text| text.parse().ok());
    Ok(TermRow {
        names,
        concept: cell(ColumnContent::Concept),
        field: cell(ColumnContent::Field),
        definition: cell(ColumnContent::Definition).map(|text| (language_of(&text), text)),
        note: cell(ColumnContent::Note),
        confidence: confidence.filter(|confidence| (0.0..=1.0).contains(confidence)),
        line,
        ..TermRow::default()
    })
}
