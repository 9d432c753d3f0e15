//! UTX (Universal Terminology eXchange) 1.11 and 1.20 and the older UTX-S come in as characters; rows of terms go out.
//!
//! A header of lines that begin with `#`: the first names version, languages, and whose the file is, the last the
//! columns. One row is a source term, a target term and what is known of the two; the term status is the target's.
//! <https://aamt.info/english/utx/>

use std::io::Read;

use super::characters::Characters;
use super::lines::{Line, Lines};
use super::row::{Name, TermRow};
use super::strings::{filled, is_blank};
use super::{Fault, RowProblem, language, status};
use crate::model::{Lang, Review, SourceFacts};

/// Reads UTX; holds one line.
#[derive(Debug)]
pub(super) struct Reader<R: Read> {
    lines: Lines<R>,
    facts: SourceFacts,
    languages: Option<(Lang, Lang)>,
    columns: Vec<Column>,
    rows: u64,
    ended: bool,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Source,
    Target,
    SourcePartOfSpeech,
    TargetPartOfSpeech,
    Reading,
    Status,
    Concept,
    Field,
    Definition,
    Note,
    Other,
}

impl<R: Read> Reader<R> {
    pub(super) fn new(characters: Characters<R>) -> Self {
        Self {
            lines: Lines::new(characters),
            facts: SourceFacts::default(),
            languages: None,
            columns: vec![Column::Source, Column::Target, Column::SourcePartOfSpeech],
            rows: 0,
            ended: false,
        }
    }

    pub(super) fn taken(&self) -> u64 {
        self.lines.taken()
    }

    pub(super) fn facts(&self) -> &SourceFacts {
        &self.facts
    }

    pub(super) fn next(&mut self) -> Option<Result<TermRow, RowProblem>> {
        while !self.ended {
            let taken = match self.lines.next(self.rows + 1) {
                Ok(None) => break,
                Err(problem) => Err(problem),
                Ok(Some((_, Line::Text(text)))) if is_blank(text) => continue,
                Ok(Some((number, Line::Text(text)))) => match text.strip_prefix('#') {
                    Some(header) => {
                        let header = header.to_owned();
                        match self.header(&header, number) {
                            Ok(()) => continue,
                            Err(problem) => Err(problem),
                        }
                    }
                    None => {
                        let cells: Vec<String> = text.split('\t').map(str::to_owned).collect();
                        self.rows += 1;
                        self.row(&cells, number).map_err(|fault| RowProblem { line: number, unit: self.rows, fault })
                    }
                },
                Ok(Some((number, Line::Wrong(fault)))) => {
                    self.rows += 1;
                    Err(RowProblem { line: number, unit: self.rows, fault })
                }
            };
            self.ended = taken.as_ref().is_err_and(|problem| problem.fault.ends_the_file());
            return Some(taken);
        }
        None
    }

    /// A line of the header. It is a list of properties, or names the columns.
    fn header(&mut self, text: &str, line: u64) -> Result<(), RowProblem> {
        let text = text.trim_end();
        if text.starts_with("UTX") {
            self.languages = Some(self.first(text).map_err(|fault| RowProblem { line, unit: 0, fault })?);
        } else if text.contains('\t') && text.split('\t').any(|name| column(name) == Column::Target) {
            self.columns = text.split('\t').map(column).collect();
        } else {
            self.properties(text);
        }
        Ok(())
    }

    /// `UTX 1.11; ja-JP/en-US; 2026-11-20T00:00:00+09:00; copyright: …; license: …`. Files are met that leave a `;` out.
    fn first(&mut self, text: &str) -> Result<(Lang, Lang), Fault> {
        let pair = text.split(';').map(str::trim).find_map(|part| {
            let (source, target) = part.split_once('/')?;
            let word = |tag: &str| tag.len() < 20 && tag.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            (word(source) && word(target)).then_some((source, target))
        });
        let Some((source, target)) = pair else {
            return Err(Fault::FileLanguage { problem: "The header names no pair of languages.".to_owned() });
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
            return Err(Fault::FileLanguage { problem: "A row stands before the header.".to_owned() });
        };
        let cell = |wanted: Column| {
            let at = self.columns.iter().position(|column| *column == wanted)?;
            cells.get(at).and_then(|text| filled(text))
        };
        let source = cell(Column::Source).ok_or(Fault::EmptySource)?;
        let target = cell(Column::Target).ok_or_else(|| Fault::Untranslated { lang: target_lang.clone() })?;
        let part = |column| cell(column).as_deref().and_then(status::part_of_speech);
        let mut first = Name::new(primary(&source_lang), &source);
        first.part_of_speech = part(Column::SourcePartOfSpeech);
        let mut second = Name::new(primary(&target_lang), &target);
        second.part_of_speech = part(Column::TargetPartOfSpeech);
        let said = cell(Column::Status);
        (second.usage, second.review) = said.as_deref().map(status::stated).unwrap_or_default();
        // Who approves a translation approves of the pair; what is forbidden is the translation alone.
        first.review = second.review.filter(|review| *review == Review::Approved);
        for name in [&mut first, &mut second].into_iter().filter(|name| name.lang.is_japanese()) {
            name.reading = cell(Column::Reading);
        }
        Ok(TermRow {
            names: vec![first, second],
            concept: cell(Column::Concept),
            field: cell(Column::Field),
            definition: cell(Column::Definition).map(|text| (status::language_of(&text), text)),
            note: cell(Column::Note),
            line,
            ..TermRow::default()
        })
    }
}

/// Terms of a base are `ja` or `en`; the region of a dictionary says little about each of them.
fn primary(lang: &Lang) -> Lang {
    if lang.is_japanese() { Lang::JA } else { Lang::EN }
}

fn column(name: &str) -> Column {
    match name.trim().trim_start_matches('#').to_ascii_lowercase().as_str() {
        "src" => Column::Source,
        "tgt" => Column::Target,
        "src:pos" => Column::SourcePartOfSpeech,
        "tgt:pos" => Column::TargetPartOfSpeech,
        "src:reading" | "tgt:reading" | "reading" | "src:kana" | "tgt:kana" => Column::Reading,
        "term status" | "tgt:term status" => Column::Status,
        "concept id" => Column::Concept,
        "domain" | "field" | "subject field" => Column::Field,
        "definition" | "src:definition" | "tgt:definition" => Column::Definition,
        "comment" | "src:comment" | "tgt:comment" | "note" => Column::Note,
        _ => Column::Other,
    }
}
