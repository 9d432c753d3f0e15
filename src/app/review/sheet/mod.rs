//! Review in a spreadsheet: exports the queue as a sheet, and imports the sheet with decisions filled in.

mod import;
mod row;

pub use import::{RowOutcome, RowVerdict, SheetReport};

use super::queue::{QueueCursor, ReviewItem, ReviewQuery};
use crate::app::{AppError, Service};
use crate::exchange::review_sheet::{Row, write, write_workbook};
pub use crate::exchange::review_sheet::{SheetFormat, is_review_sheet};
use crate::model::{Evidence, Review, Revision, Term, TermKind};

/// Rows read per query.
const PAGE: usize = 200;

/// Evidence quoted in a cell is shortened to this many characters.
const SHOWN: usize = 120;

impl Service {
    /// Exports all open terms that match the query, from its position on, without a limit. `now` is written into a workbook.
    ///
    /// # Errors
    /// As [`Service::review_queue`].
    pub async fn review_sheet(&self, query: &ReviewQuery, format: SheetFormat, now: &str) -> Result<Vec<u8>, AppError> {
        let mut rows = Vec::new();
        // Read first, so that a change made while exporting is detected as a conflict on import.
        let revision = self.revision().await?;
        let mut after: Option<QueueCursor> = query.after;
        loop {
            let page =
                self.review_queue(&ReviewQuery { after, limit: PAGE, most_parts: usize::MAX, ..query.clone() }).await?;
            rows.extend(page.items.iter().map(|item| row_of(item, revision)));
            match page.next {
                Some(next) => after = Some(next),
                None => {
                    let file = match format {
                        SheetFormat::Csv => write(&rows),
                        SheetFormat::Xlsx => write_workbook(&rows, now),
                    };
                    return file.map_err(AppError::Output);
                }
            }
        }
    }
}

fn row_of(item: &ReviewItem, revision: Revision) -> Row {
    let concept = &item.concept;
    // The other side of a pair is never a term that was rejected.
    let is_offered = |term: &&Term| term.lang.is_japanese() && term.review != Review::Rejected;
    let japanese = concept.terms.iter().find(is_offered);
    let short = |term: &&Term| {
        term.lang.is_english()
            && term.review != Review::Rejected
            && term.kind == TermKind::Abbreviation
            && term.id != item.term.id
    };
    let best = item.term.evidence.first();
    let mut row = Row::default();
    row.set("concept", concept.id.to_string());
    row.set("term", item.term.id.to_string());
    row.set("revision", revision.to_string());
    row.set("japanese", japanese.map_or("", |term| term.text.as_str()));
    row.set("english", item.term.text.as_str());
    row.set("abbreviation", concept.terms.iter().find(short).map_or("", |term| term.text.as_str()));
    row.set("field", concept.field.as_deref().unwrap_or_default());
    row.set("confidence", format!("{:.2}", item.term.confidence));
    row.set("standing", item.standing.as_str());
    row.set("evidence", best.map(proof).unwrap_or_default());
    row.set("release", best.map_or("", |one| one.source.as_str()));
    row
}

fn proof(evidence: &Evidence) -> String {
    let words: String = evidence.snippet.as_deref().unwrap_or_default().chars().take(SHOWN).collect();
    let words = words.replace(['\r', '\n', '\t'], " ");
    if words.is_empty() { evidence.method.to_string() } else { format!("{}: {words}", evidence.method) }
}
