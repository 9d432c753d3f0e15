//! The bilingual tables of a Word document as text that a check reads: source, translation and key of each row, separated by tabs.
//!
//! A row of the first table stands on the line of its number, so that a finding names the row. The rows of further tables
//! follow.

use super::choice::BilingualTable;
use super::reader::bilingual_tables;
use crate::exchange::container::Archive;
use crate::exchange::document::{Document, DocumentUnit, Notation, Passage, UnitState};
use crate::exchange::format::FileFormat;
use crate::exchange::hint::FileHint;
use crate::exchange::item::Fault;
use crate::model::Span;

/// What stands between the texts of a row, and on a line that is no row.
const BETWEEN: char = '\t';

/// The tables of a document as text.
///
/// # Errors
/// `columns_unknown` if it has no bilingual table, `broken_file` and what else may be wrong with an archive.
pub(in crate::exchange) fn plain_text(archive: &Archive) -> Result<String, Fault> {
    let (tables, _) = bilingual_tables(archive, &FileHint::default())?;
    if tables.is_empty() {
        return Err(Fault::NoBilingualTable);
    }
    let (mut text, mut lines) = (String::new(), 0_u64);
    // Of a table of forbidden terms alone, nothing is a translation of anything.
    let pairs = tables.into_iter().filter(|table| table.sides.source != table.sides.target);
    for BilingualTable { rows, sides, has_names, .. } in pairs {
        let before = lines;
        for row in rows.into_iter().skip(usize::from(has_names)) {
            while lines + 1 < before + row.number {
                text.push('\n');
                lines += 1;
            }
            let cell = |column: usize| in_one_line(row.cells.get(column).map_or("", String::as_str));
            let key = sides.key.map(cell).unwrap_or_default();
            text.push_str(&format!("{}{BETWEEN}{}{BETWEEN}{key}\n", cell(sides.source), cell(sides.target)));
            lines += 1;
        }
    }
    Ok(text)
}

/// A cell without what separates rows and cells.
fn in_one_line(cell: &str) -> String {
    cell.replace(['\n', '\r', BETWEEN], " ")
}

/// Reads what [`plain_text`] has made of a document.
pub(in crate::exchange) fn read(text: &str, hint: &FileHint) -> Document {
    let mut document = Document::empty(FileFormat::Docx, hint);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let mut cell_start = start;
        let mut cells = line.trim_end_matches(['\n', '\r']).split(BETWEEN).map(|cell| {
            let from = cell_start;
            cell_start += cell.len() + BETWEEN.len_utf8();
            passage(cell, from)
        });
        let (Some(source), Some(target)) = (cells.next(), cells.next()) else { continue };
        if source.is_blank() && target.is_blank() {
            continue;
        }
        let key = cells.next().filter(|key| !key.is_blank()).map(|key| key.text().trim().to_owned());
        document.add([DocumentUnit {
            state: if target.is_blank() { UnitState::Untranslated } else { UnitState::Translated },
            source,
            target: Some(target),
            key,
            context: None,
            form: None,
            note: None,
            span: Span::new(start, at),
        }]);
    }
    document.finished()
}

fn passage(cell: &str, at: usize) -> Passage {
    let mut passage = Passage::new(0, at, Notation::Line);
    passage.push(cell, at);
    passage.set_file_span(Span::new(at, at + cell.len()));
    passage
}
