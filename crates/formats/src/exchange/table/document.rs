//! A table of texts and translations as a document: a unit for each row.
//!
//! The first row may name the columns; otherwise the first column is the source text and the second its translation.

use super::columns::{ColumnIndexes, named_columns};
use super::content::ColumnContent;
use super::lexer::Cells;
use super::names::key_column;
use super::rows::{RowText, rows};
use super::separator::separator_of;
use crate::exchange::document::{Document, DocumentProblem, DocumentUnit, Passage, UnitState};
use crate::exchange::format::FileFormat;
use crate::exchange::hint::FileHint;
use crate::model::{Lang, Span};

/// What is wrong with a cell whose quotation mark is not closed.
pub(super) const UNCLOSED: &str =
    "The cell begins with `\"` and does not end with it. Close it, and double each `\"` inside.";

/// The columns of a table of translations.
#[derive(Debug, Clone, Copy)]
struct TextColumns {
    source: usize,
    target: usize,
    key: Option<usize>,
    note: Option<usize>,
}

/// Reads a table.
pub(in crate::exchange) fn read(file: &str, format: FileFormat, hint: &FileHint) -> Document {
    let mut document = Document::empty(format, hint);
    let cells = Cells::separated_by(separator_of(file, format));
    let mut columns = None;
    for row in rows(file, cells) {
        for span in &row.unclosed {
            document.problems.push(DocumentProblem { file: 0, span: *span, message: UNCLOSED.to_owned() });
        }
        if row.cells.iter().all(Passage::is_blank) {
            continue;
        }
        let columns = match columns {
            Some(columns) => columns,
            None => {
                let named = heading(&row, &mut document);
                columns = Some(named.unwrap_or(TextColumns { source: 0, target: 1, key: None, note: None }));
                match columns {
                    Some(columns) if named.is_none() => columns,
                    _ => continue,
                }
            }
        };
        document.add(unit(&row, columns, cells));
    }
    document.finished()
}

fn unit(row: &RowText, columns: TextColumns, cells: Cells) -> Option<DocumentUnit> {
    let source = row.cells.get(columns.source).cloned()?;
    let target = row.cells.get(columns.target).cloned().unwrap_or_else(|| {
        let missing = columns.target.saturating_sub(row.cells.len()) + 1;
        let before = format!("{}\"", cells.separator.to_string().repeat(missing));
        let end = row.span.end;
        Passage::new(0, end, cells.notation(true, false)).with_wrapper(Span::new(end, end), before, "\"".to_owned())
    });
    let filled = |column: Option<usize>| {
        let cell = row.cells.get(column?)?;
        (!cell.is_blank()).then(|| cell.text().trim().to_owned())
    };
    let state = if target.is_blank() { UnitState::Untranslated } else { UnitState::Translated };
    let (key, note) = (filled(columns.key), filled(columns.note));
    Some(DocumentUnit { source, target: Some(target), key, state, context: None, form: None, note, span: row.span })
}

/// The columns a first row names; none if it is a row like any other.
fn heading(row: &RowText, document: &mut Document) -> Option<TextColumns> {
    let names: Vec<&str> = row.cells.iter().map(Passage::text).collect();
    let columns = named_columns(&names)?;
    let (source, target) = columns.sides.or_else(|| by_language(&columns, document))?;
    let key = key_column(&names).or(columns.of(ColumnContent::Concept));
    Some(TextColumns { source, target, key, note: columns.of(ColumnContent::Note) })
}

/// The columns of source and target text where their names say the language: the source language is the one the caller
/// names, else that of the first column.
fn by_language(columns: &ColumnIndexes, document: &mut Document) -> Option<(usize, usize)> {
    let (ja, en) = (columns.of(ColumnContent::Japanese)?, columns.of(ColumnContent::English)?);
    let from_english = document.source_lang.as_ref().map_or(en < ja, Lang::is_english);
    let primary = |lang: &Option<Lang>, own: &Lang| lang.clone().filter(|lang| lang.primary() == own.primary());
    let (source, target) = if from_english { (Lang::EN, Lang::JA) } else { (Lang::JA, Lang::EN) };
    document.source_lang = primary(&document.source_lang, &source).or(Some(source));
    document.target_lang = primary(&document.target_lang, &target).or(Some(target));
    Some(if from_english { (en, ja) } else { (ja, en) })
}
