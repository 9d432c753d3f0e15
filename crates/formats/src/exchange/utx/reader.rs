//! Imports UTX.
//!
//! The header is lines that begin with `#`: the first names version, languages, owner and licence, the last the columns.
//! Each row is a source term, a target term and further information; the term status is that of the target term.

use std::io::Read;

use super::writer::COLUMNS;
use crate::exchange::cleaning::{filled, is_blank};
use crate::exchange::input::{Lines, Window};
use crate::exchange::item::{
    CellNames, Fault, Item, RowProblem, Standing, TermDefinition, TermRow, cell_names, part_of_speech, standing,
    standing_in_note,
};
use crate::exchange::language::{self, language_of};
use crate::exchange::reader::ItemReader;
use crate::exchange::table::{ColumnContent, TableColumn, content_of};
use crate::model::{Lang, Review, SourceFacts};

/// Reads UTX; holds one line.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<R: Read> {
    lines: Lines<R>,
    facts: SourceFacts,
    languages: Option<(Lang, Lang)>,
    columns: Vec<Column>,
    described: Vec<TableColumn>,
    /// Whether our own writer made it, which puts one term into a cell.
    is_own: bool,
    rows: u64,
    ended: bool,
}

/// What a column contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Source,
    Target,
    SourcePartOfSpeech,
    TargetPartOfSpeech,
    Reading,
    SourceStatus,
    Status,
    Concept,
    Field,
    Definition,
    Note,
    Other,
}

impl<R: Read> Reader<R> {
    pub(in crate::exchange) fn new(window: Window<R>) -> Self {
        Self {
            lines: Lines::new(window),
            facts: SourceFacts::default(),
            languages: None,
            columns: vec![Column::Source, Column::Target, Column::SourcePartOfSpeech],
            described: Vec::new(),
            is_own: false,
            rows: 0,
            ended: false,
        }
    }

    fn next(&mut self) -> Option<Result<TermRow, RowProblem>> {
        while !self.ended {
            let taken = match self.lines.next_clean(self.rows + 1) {
                Ok(None) => break,
                Err(problem) => Err(problem),
                Ok(Some((_, Ok(text)))) if is_blank(text) => continue,
                Ok(Some((line, Ok(text)))) => match text.strip_prefix('#').map(str::to_owned) {
                    Some(header) => match self.header(&header) {
                        Ok(()) => continue,
                        Err(fault) => Err(RowProblem { line, unit: 0, fault }),
                    },
                    None => {
                        let cells: Vec<String> = text.split('\t').map(str::to_owned).collect();
                        self.rows += 1;
                        self.row(&cells, line).map_err(|fault| RowProblem { line, unit: self.rows, fault })
                    }
                },
                Ok(Some((line, Err(fault)))) => {
                    self.rows += 1;
                    Err(RowProblem { line, unit: self.rows, fault })
                }
            };
            self.ended = taken.as_ref().is_err_and(|problem| problem.fault.ends_the_file());
            return Some(taken);
        }
        None
    }

    /// A line of the header. It is a list of properties, or names the columns.
    fn header(&mut self, text: &str) -> Result<(), Fault> {
        let text = text.trim_end();
        if text.starts_with("UTX") {
            self.languages = Some(self.first(text)?);
        } else if let Some(columns) = self.columns_named(text) {
            let described = |(at, (name, column)): (usize, (&str, &Column))| TableColumn {
                number: at + 1,
                name: name.trim().to_owned(),
                content: column.word(),
            };
            self.described = text.split('\t').zip(&columns).enumerate().map(described).collect();
            self.columns = columns;
            self.is_own = text.split('\t').eq(COLUMNS);
        } else {
            self.properties(text);
        }
        Ok(())
    }

    /// The columns that a line of the header names: source and target by the words of UTX, or by the languages of the file.
    fn columns_named(&self, text: &str) -> Option<Vec<Column>> {
        let (source, target) = self.languages.as_ref()?;
        let is =
            |name: &str, lang: &Lang| language::parse(name.trim()).is_ok_and(|tag| tag.primary() == lang.primary());
        let mut columns: Vec<Column> = text.split('\t').map(column).collect();
        for (name, column) in text.split('\t').zip(&mut columns) {
            match () {
                () if *column != Column::Other => {}
                () if is(name, source) => *column = Column::Source,
                () if is(name, target) => *column = Column::Target,
                () => {}
            }
        }
        (columns.contains(&Column::Source) && columns.contains(&Column::Target)).then_some(columns)
    }

    /// `UTX 1.11; ja-JP/en-US; 2026-11-20T00:00:00+09:00; copyright: …; license: …`. Some files leave a `;` out.
    fn first(&mut self, text: &str) -> Result<(Lang, Lang), Fault> {
        let pair = text.split(';').map(str::trim).find_map(|part| {
            let (source, target) = part.split_once('/')?;
            let word = |tag: &str| tag.len() < 20 && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            (word(source) && word(target)).then_some((source, target))
        });
        let Some((source, target)) = pair else {
            return Err(Fault::FileLanguage { problem: "The header does not name two languages.".to_owned() });
        };
        let pair = (language::parse(source)?, language::parse(target)?);
        self.properties(text);
        if pair.0.is_japanese() == pair.1.is_japanese() || pair.0.is_english() == pair.1.is_english() {
            let problem = format!("The file is for `{}` and `{}`, not for Japanese and English.", pair.0, pair.1);
            return Err(Fault::OtherLanguages { problem });
        }
        Ok(pair)
    }

    fn properties(&mut self, text: &str) {
        let lower = text.to_ascii_lowercase();
        let value = |names: &[&str]| {
            let (at, name) = names.iter().find_map(|name| lower.find(name).map(|at| (at, name)))?;
            filled(text.get(at + name.len()..)?.split([';', '\t']).next()?)
        };
        let facts = SourceFacts {
            licence: value(&["license:", "licence:"]),
            attribution: value(&["copyright:"]),
            url: value(&["url:"]),
        };
        self.facts = std::mem::take(&mut self.facts).or(facts);
    }

    fn row(&self, cells: &[String], line: u64) -> Result<TermRow, Fault> {
        let Some((source_lang, target_lang)) = self.languages.clone() else {
            return Err(Fault::FileLanguage { problem: "The first row stands before the header.".to_owned() });
        };
        let cell = |content: Column| {
            let at = self.columns.iter().position(|column| *column == content)?;
            cells.get(at).and_then(|text| filled(text))
        };
        let source = cell(Column::Source).ok_or(Fault::EmptySource)?;
        let target = cell(Column::Target).ok_or_else(|| Fault::Untranslated { lang: target_lang.clone() })?;
        let part = |column| cell(column).as_deref().and_then(part_of_speech);
        let state = |column| match cell(column) {
            Some(word) => standing(&word).ok_or_else(|| Fault::status_unknown(&word, None)),
            None => Ok(Standing::default()),
        };
        let (own, mut stated) = (state(Column::SourceStatus)?, state(Column::Status)?);
        let mut doubts = Vec::new();
        let note = cell(Column::Note);
        if let Some((note, said)) = note.as_deref().and_then(|note| Some((note, standing_in_note(note)?))) {
            stated = stated.stricter(said);
            doubts.push(Fault::status_in_note(note, None));
        }
        let mut side = |lang: &Lang, cell: &str| {
            let lang_of_terms = primary(lang);
            let found = match self.is_own {
                true => CellNames::one(cell, &lang_of_terms),
                false => cell_names(cell, &lang_of_terms, '\t'),
            };
            doubts.extend(found.doubt.map(|mark| Fault::cell_unclear(lang, mark, None)));
            found.names
        };
        let (mut first, mut second) = (side(&source_lang, &source), side(&target_lang, &target));
        for name in &mut first {
            name.part_of_speech = part(Column::SourcePartOfSpeech);
            // An approved translation approves the pair; what is forbidden is the translation alone.
            let approved = stated.review.filter(|review| *review == Review::Approved && !own.is_ban());
            name.review = own.review.or(approved);
            name.usage = own.usage;
        }
        for name in &mut second {
            name.part_of_speech = part(Column::TargetPartOfSpeech);
            (name.usage, name.review) = (stated.usage, stated.review);
        }
        for names in [&mut first, &mut second] {
            if let Some(name) = names.first_mut().filter(|name| name.lang.is_japanese()) {
                name.reading = cell(Column::Reading).or(name.reading.take());
            }
        }
        first.append(&mut second);
        Ok(TermRow {
            names: first,
            doubts,
            concept: cell(Column::Concept),
            field: cell(Column::Field),
            definitions: cell(Column::Definition)
                .map(|text| TermDefinition::new(language_of(&text), text))
                .into_iter()
                .collect(),
            note,
            line,
            ..TermRow::default()
        })
    }
}

impl<R: Read> ItemReader for Reader<R> {
    fn next_item(&mut self) -> Option<Result<Item, RowProblem>> {
        self.next().map(|row| row.map(Item::Term))
    }

    fn taken(&self) -> u64 {
        self.lines.taken()
    }

    fn facts(&self) -> SourceFacts {
        self.facts.clone()
    }

    fn columns(&self) -> &[TableColumn] {
        &self.described
    }
}

/// Terms of a term base are in `ja` or `en`; the region of a dictionary says little about a single term.
fn primary(lang: &Lang) -> Lang {
    if lang.is_japanese() { Lang::JA } else { Lang::EN }
}

impl Column {
    /// What it is read as; none if it is left out.
    fn word(self) -> Option<&'static str> {
        Some(match self {
            Self::Source => "source",
            Self::Target => "target",
            Self::SourcePartOfSpeech | Self::TargetPartOfSpeech => "part_of_speech",
            Self::Reading => "reading",
            Self::SourceStatus | Self::Status => "usage",
            Self::Concept => "concept",
            Self::Field => "field",
            Self::Definition => "definition",
            Self::Note => "note",
            Self::Other => return None,
        })
    }
}

fn column(name: &str) -> Column {
    let name = name.trim().trim_start_matches('#').to_lowercase().replace(['_', '-'], " ");
    match name.as_str() {
        "src" | "source" | "src:term" => Column::Source,
        "tgt" | "target" | "tgt:term" => Column::Target,
        "src:pos" | "pos" => Column::SourcePartOfSpeech,
        "tgt:pos" => Column::TargetPartOfSpeech,
        "src:reading" | "tgt:reading" | "reading" | "src:kana" | "tgt:kana" => Column::Reading,
        "src:term status" | "src:status" | "src:usage" => Column::SourceStatus,
        "concept id" => Column::Concept,
        "domain" | "field" | "subject field" => Column::Field,
        "definition" | "src:definition" | "tgt:definition" => Column::Definition,
        "comment" | "src:comment" | "tgt:comment" | "note" => Column::Note,
        other => match content_of(other.strip_prefix("tgt:").unwrap_or(other)) {
            Some(ColumnContent::Status) => Column::Status,
            Some(ColumnContent::Field) => Column::Field,
            Some(ColumnContent::Definition) => Column::Definition,
            Some(ColumnContent::Note) => Column::Note,
            Some(ColumnContent::Concept) => Column::Concept,
            Some(ColumnContent::PartOfSpeech) => Column::SourcePartOfSpeech,
            Some(ColumnContent::Reading) => Column::Reading,
            _ => Column::Other,
        },
    }
}
