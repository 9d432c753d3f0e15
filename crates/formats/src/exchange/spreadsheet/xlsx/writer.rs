//! Writes the rows of our table as a workbook: the sheet `Terms`, and `About`, which says what it is and what is not in it.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::sheets::{Book, CellContent, Column};
use crate::exchange::export::{Fact, Header, ItemWriter, LanguageTerms, Omission, Outcome};
use crate::exchange::format::ExportFormat;
use crate::exchange::table::{COLUMNS, PairRow, pair_rows};
use crate::model::Concept;

/// How wide each of [`COLUMNS`] is.
const WIDTHS: [u8; COLUMNS.len()] = [10, 28, 20, 36, 14, 12, 12, 11, 11, 11, 13, 36, 16, 60, 30, 30];

/// The columns of the sheet `Terms`.
const TERMS: [Column; COLUMNS.len()] = {
    let mut columns = [Column { name: "", width: 0, content: CellContent::Text }; COLUMNS.len()];
    let mut at = 0;
    while at < COLUMNS.len() {
        let content = match at {
            9 => CellContent::Number,
            13 => CellContent::Lines,
            _ => CellContent::Text,
        };
        columns[at] = Column { name: COLUMNS[at], width: WIDTHS[at], content };
        at += 1;
    }
    columns
};

/// The columns of the sheet `About`.
const ABOUT: [Column; 2] = [
    Column { name: "about", width: 40, content: CellContent::Text },
    Column { name: "value", width: 80, content: CellContent::Lines },
];

/// Writes the workbook; holds one row. The file is put together when it ends.
pub(in crate::exchange) struct Writer<W: Write> {
    out: W,
    book: Book,
    header: Header,
    format: ExportFormat,
    /// The sheets of terms so far; the last is being written.
    sheets: Vec<usize>,
    concepts: usize,
    rows: usize,
    left_out: BTreeMap<Omission, usize>,
}

impl<W: Write> Writer<W> {
    /// Begins the sheet.
    ///
    /// # Errors
    /// When no temporary file can be written.
    pub(in crate::exchange) fn new(out: W, header: &Header, format: ExportFormat) -> io::Result<Self> {
        let title = if header.title.is_empty() { &header.project } else { &header.title };
        let mut book = Book::new(title, &header.generated_at);
        let sheets = vec![book.begin("Terms", &TERMS)?];
        let left_out = BTreeMap::new();
        Ok(Self { out, book, header: header.clone(), format, sheets, concepts: 0, rows: 0, left_out })
    }

    fn row(&mut self, row: &PairRow) -> io::Result<()> {
        let mut sheet = self.sheets.last().copied().unwrap_or_default();
        if !self.book.has_room(sheet) {
            sheet = self.book.begin(&format!("Terms {}", self.sheets.len() + 1), &TERMS)?;
            self.sheets.push(sheet);
        }
        self.book.row(sheet, row)?;
        self.rows += 1;
        Ok(())
    }

    /// What the sheet `About` says.
    fn about(&self) -> Vec<[String; 2]> {
        let mut about = vec![
            ["title".to_owned(), self.header.title.clone()],
            ["project".to_owned(), self.header.project.clone()],
            ["written".to_owned(), self.header.generated_at.clone()],
            ["concepts".to_owned(), self.concepts.to_string()],
            ["rows".to_owned(), self.rows.to_string()],
        ];
        about.retain(|[_, value]| !value.is_empty());
        for (omission, count) in &self.left_out {
            about.push([format!("concepts left out: {}", reason(*omission)), count.to_string()]);
        }
        let selection = self.header.selection;
        for (is_missing, what) in [
            (true, "terms that were rejected"),
            (selection.only_approved, "terms that are not approved"),
            (!selection.include_candidates, "terms with too little evidence"),
            (!selection.include_discouraged, "terms that should not be used"),
        ] {
            if is_missing {
                about.push(["not in this file".to_owned(), what.to_owned()]);
            }
        }
        for fact in Fact::ALL.into_iter().filter(|fact| !self.format.carries(*fact)) {
            about.push(["not in this file".to_owned(), words(fact).to_owned()]);
        }
        if self.book.cut > 0 {
            about.push(["cells cut short at 32,767 characters".to_owned(), self.book.cut.to_string()]);
        }
        about
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn leave_out(&mut self, omission: Omission) {
        *self.left_out.entry(omission).or_default() += 1;
    }

    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        let outcome = pair_rows(concept, languages, |row| self.row(row))?;
        self.concepts += usize::from(outcome == Outcome::Written);
        Ok(outcome)
    }

    fn finish(mut self: Box<Self>) -> io::Result<W> {
        let about = self.about();
        let sheet = self.book.begin("About", &ABOUT)?;
        for row in &about {
            self.book.row(sheet, row)?;
        }
        let file = self.book.finish()?;
        self.out.write_all(&file)?;
        self.out.flush()?;
        Ok(self.out)
    }
}

fn reason(omission: Omission) -> &'static str {
    match omission {
        Omission::Unapproved => "approved in one language only",
        Omission::Candidates => "too little evidence in one language",
        Omission::Discouraged => "only terms that should not be used in one language",
        Omission::Repeated => "source terms of other concepts",
        Omission::Untranslated => "one language only",
    }
}

fn words(fact: Fact) -> &'static str {
    match fact {
        Fact::Synonym => "further terms of a language",
        Fact::OtherLanguage => "terms in languages other than Japanese and English",
        Fact::Reading => "readings",
        Fact::Kind => "the kinds of terms, except abbreviations",
        Fact::PartOfSpeech => "parts of speech",
        Fact::Usage => "whether a term should be used",
        Fact::Review => "what people decided",
        Fact::Confidence => "confidence",
        Fact::Evidence => "evidence other than the best",
        Fact::Field => "subject fields",
        Fact::Definition => "definitions",
        Fact::FurtherDefinition => "definitions other than the first Japanese one",
        Fact::Note => "notes",
        Fact::Conflict => "conflicts between concepts",
        Fact::Licence => "licences of sources",
    }
}
