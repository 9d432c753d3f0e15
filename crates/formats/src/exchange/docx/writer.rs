//! Writes terms, or segments of the memory, as a table in a Word document to be reviewed: Japanese and English side by side, and a
//! column to write into.

use std::io::{self, Write};

use super::grid::{Grid, GridColumn};
use crate::exchange::cleaning;
use crate::exchange::export::{Header, ItemWriter, LanguageTerms, Outcome};
use crate::exchange::table::{REVIEW_COLUMNS, pair_rows};
use crate::exchange::tmx::MemoryUnit;
use crate::model::{Concept, Lang, Segment};

/// The names of the columns of segments; behind the second and third stand the languages.
pub(super) const OF_SEGMENTS: [&str; 5] = ["segment_key", "Source", "Target", "review", "comment"];

/// The indexes of our columns of terms in a row of all that is said of a pair: `concept_id`, `ja`, `en`, `usage`, `review`.
const OF_PAIR_ROWS: [usize; 5] = [0, 1, 3, 7, 8];

/// Writes terms, a row for each pair.
pub(in crate::exchange) struct TermWriter<W: Write> {
    out: W,
    grid: Grid,
}

/// Writes segments of one direction.
pub(in crate::exchange) struct SegmentWriter<W: Write> {
    out: W,
    grid: Grid,
    header: Header,
}

fn title(header: &Header) -> String {
    let title = [&header.title, &header.project].into_iter().find(|title| !title.is_empty());
    title.map_or_else(|| "Taiyaku".to_owned(), |title| cleaning::line(title))
}

fn about(header: &Header) -> String {
    format!("Exported by Taiyaku, as of {}", header.generated_at.get(..10).unwrap_or_default())
}

fn column(name: &str, width: u32, lang: &'static str) -> GridColumn {
    GridColumn { name: name.to_owned(), width, lang }
}

/// The language of a column as Word names it.
fn of_word(lang: &Lang) -> &'static str {
    match lang.as_str() {
        _ if lang.is_japanese() => "ja-JP",
        "en-GB" => "en-GB",
        _ => "en-US",
    }
}

impl<W: Write> TermWriter<W> {
    /// Begins the table.
    ///
    /// # Errors
    /// Never in practice: it is written to memory.
    pub(in crate::exchange) fn new(out: W, header: &Header) -> io::Result<Self> {
        let widths = [1300, 4000, 4600, 1300, 1300, 2070];
        let langs = ["en-US", "ja-JP", "en-US", "en-US", "en-US", "ja-JP"];
        let columns = REVIEW_COLUMNS.iter().zip(widths).zip(langs);
        let columns = columns.map(|((name, width), lang)| column(name, width, lang)).collect();
        Ok(Self { out, grid: Grid::new(&title(header), &about(header), columns)? })
    }
}

impl<W: Write> ItemWriter<W> for TermWriter<W> {
    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        pair_rows(concept, languages, |row| {
            let mut cells: Vec<String> = OF_PAIR_ROWS.iter().map(|index| row[*index].clone()).collect();
            cells.push(String::new());
            self.grid.row(&cells)
        })
    }

    fn finish(mut self: Box<Self>) -> io::Result<W> {
        let file = self.grid.finish()?;
        self.out.write_all(&file)?;
        self.out.flush()?;
        Ok(self.out)
    }
}

impl<W: Write> SegmentWriter<W> {
    /// Begins the table.
    ///
    /// # Errors
    /// Never in practice: it is written to memory.
    pub(in crate::exchange) fn new(out: W, header: &Header) -> io::Result<Self> {
        let [key, source, target, review, comment] = OF_SEGMENTS;
        let side = |name: &str, lang: &Lang| column(&format!("{name} ({lang})"), 5000, of_word(lang));
        let columns = vec![
            column(key, 1400, "en-US"),
            side(source, &header.source_lang),
            side(target, &header.target_lang),
            column(review, 1200, "en-US"),
            column(comment, 1970, "ja-JP"),
        ];
        Ok(Self { out, grid: Grid::new(&title(header), &about(header), columns)?, header: header.clone() })
    }
}

impl<W: Write> ItemWriter<W> for SegmentWriter<W> {
    fn segment(&mut self, unit: &MemoryUnit<'_>) -> io::Result<bool> {
        let Segment { source_lang, target_lang, source, target, .. } = unit.segment;
        let is_of_direction = source_lang.primary() == self.header.source_lang.primary()
            && target_lang.primary() == self.header.target_lang.primary();
        let is_blank = |text: &str| cleaning::is_blank(&cleaning::text(text));
        if !is_of_direction
            || !self.header.selection.includes_review(unit.review)
            || is_blank(source)
            || is_blank(target)
        {
            return Ok(false);
        }
        let key = unit.provenance.key.as_deref().map(cleaning::line).unwrap_or_default();
        self.grid.row(&[key, source.clone(), target.clone(), unit.review.as_str().to_owned(), String::new()])?;
        Ok(true)
    }

    fn finish(mut self: Box<Self>) -> io::Result<W> {
        let file = self.grid.finish()?;
        self.out.write_all(&file)?;
        self.out.flush()?;
        Ok(self.out)
    }
}
