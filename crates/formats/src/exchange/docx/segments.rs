//! The rows of a bilingual table as translation units.

use crate::exchange::cleaning::{filled, is_blank};
use crate::exchange::item::{Fault, Item, RowProblem, Unit};
use crate::exchange::reader::ItemReader;
use crate::model::{Lang, Neighbours, Provenance};

use super::tables::Row;
use super::writer::OF_SEGMENTS;

/// Which column is which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SegmentColumns {
    pub(super) source: usize,
    pub(super) target: usize,
    pub(super) source_lang: Lang,
    pub(super) target_lang: Lang,
    pub(super) key: Option<usize>,
    pub(super) status: Option<usize>,
    /// Whether the first row names them.
    pub(super) has_names: bool,
}

/// How far a translation is, as the status in a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    Draft,
    Machine,
    Translated,
    Approved,
    Rejected,
}

/// Words in a status, as translation tools and people write them in tables, with what they mean. The first that is in it counts.
const STATUSES: &[(&str, Status)] = &[
    ("reject", Status::Rejected),
    ("却下", Status::Rejected),
    ("差し戻し", Status::Rejected),
    ("machine", Status::Machine),
    ("機械翻訳", Status::Machine),
    ("not ", Status::Draft),
    ("unconfirmed", Status::Draft),
    ("unapproved", Status::Draft),
    ("untranslated", Status::Draft),
    ("unreviewed", Status::Draft),
    ("未", Status::Draft),
    ("要", Status::Draft),
    ("needs", Status::Draft),
    ("draft", Status::Draft),
    ("candidate", Status::Draft),
    ("edited", Status::Draft),
    ("pre-translated", Status::Draft),
    ("pretranslated", Status::Draft),
    ("fragments", Status::Draft),
    ("fuzzy", Status::Draft),
    ("下書き", Status::Draft),
    ("approved", Status::Approved),
    ("signed off", Status::Approved),
    ("sign-off", Status::Approved),
    ("proofread", Status::Approved),
    ("reviewer", Status::Approved),
    ("承認", Status::Approved),
];

/// Reads the rows.
#[derive(Debug)]
pub(super) struct SegmentReader {
    rows: Vec<Row>,
    at: usize,
    count: u64,
    columns: SegmentColumns,
    /// The name of the file, which is the document; none for our own, whose order says nothing.
    document: Option<String>,
    is_own: bool,
}

impl SegmentReader {
    /// The reader of the rows of a table, of which the first names the columns or is the first of the texts.
    pub(super) fn new(mut rows: Vec<Row>, columns: SegmentColumns, name: &str) -> Self {
        let heading = if columns.has_names && !rows.is_empty() { Some(rows.remove(0)) } else { None };
        let is_own =
            heading.as_ref().is_some_and(|heading| heading.cells.first().is_some_and(|cell| cell == OF_SEGMENTS[0]));
        if let Some(heading) = heading {
            // People repeat it on each page.
            rows.retain(|row| row.cells != heading.cells);
        }
        Self { rows, at: 0, count: 0, columns, document: filled(name).filter(|_| !is_own), is_own }
    }

    fn cell(&self, row: usize, column: usize) -> Option<&str> {
        let text = self.rows.get(row)?.cells.get(column)?;
        (!is_blank(text)).then_some(text)
    }

    fn unit(&self, at: usize) -> Result<Unit, Fault> {
        let SegmentColumns { source, target, source_lang, target_lang, key, status, .. } = &self.columns;
        if self.rows[at].is_too_large {
            return Err(Fault::UnitTooLarge);
        }
        let text = self.cell(at, *source).ok_or(Fault::EmptySource)?;
        let translation = self.cell(at, *target).ok_or_else(|| Fault::Untranslated { lang: target_lang.clone() })?;
        let status = status.and_then(|column| self.cell(at, column)).map_or(Status::Translated, status_of);
        if status == Status::Rejected {
            return Err(Fault::TranslationRejected);
        }
        let around = |row: Option<usize>| self.cell(row?, *source);
        let neighbours = if self.is_own {
            Neighbours::default()
        } else {
            Neighbours::of(around(at.checked_sub(1)), around(at.checked_add(1)))
        };
        Ok(Unit {
            source_lang: source_lang.clone(),
            target_lang: target_lang.clone(),
            source: text.to_owned(),
            target: translation.to_owned(),
            draft: matches!(status, Status::Draft | Status::Machine),
            approved: status == Status::Approved,
            confidence: None,
            doubts: Vec::new(),
            provenance: Provenance {
                document: self.document.clone(),
                key: key.and_then(|column| self.cell(at, column)).map(|key| key.trim().to_owned()),
                author: (status == Status::Machine).then(|| "machine translation".to_owned()),
                neighbours,
                ..Provenance::default()
            },
            line: self.rows[at].number,
        })
    }
}

impl ItemReader for SegmentReader {
    fn next_item(&mut self) -> Option<Result<Item, RowProblem>> {
        loop {
            let at = self.at;
            let line = self.rows.get(at)?.number;
            self.at += 1;
            let is_empty = |column| self.cell(at, column).is_none();
            if is_empty(self.columns.source) && is_empty(self.columns.target) {
                continue;
            }
            self.count += 1;
            let unit = self.count;
            return Some(self.unit(at).map(Item::Pair).map_err(|fault| RowProblem { line, unit, fault }));
        }
    }

    fn taken(&self) -> u64 {
        0
    }
}

/// What a status says. One that is not known says that there is a translation.
fn status_of(cell: &str) -> Status {
    let cell = cell.trim().to_lowercase();
    STATUSES.iter().find(|(word, _)| cell.contains(word)).map_or(Status::Translated, |(_, status)| *status)
}

#[cfg(test)]
mod tests {
    use super::{Status, status_of};

    #[test]
    fn a_status_is_known_in_the_words_of_tools_and_people() {
        for (status, cells) in [
            (
                Status::Draft,
                &["Draft", "Not Translated (0%)", "Pre-translated (101%)", "Edited", "未確認", "candidate"][..],
            ),
            (Status::Machine, &["Machine translated", "機械翻訳"]),
            (Status::Translated, &["Translated (100%)", "Confirmed", "suggested", "完了", "✔"]),
            (
                Status::Approved,
                &["Approved Translation", "Signed off", "Proofread", "Reviewer 1 confirmed", "承認済み", "approved"],
            ),
            (Status::Rejected, &["Translation Rejected", "Rejected", "却下"]),
        ] {
            for cell in cells {
                assert_eq!(status_of(cell), status, "{cell}");
            }
        }
    }
}
