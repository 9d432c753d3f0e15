//! Imports UTX.
//!
//! The header is lines that begin with `#`: the first names version, languages, owner and licence, the last the columns.
//! Each row is a source term, a target term and further information; the term status is that of the target term.

use std::io::Read;

use crate::exchange::cleaning::{filled, is_blank};
use crate::exchange::input::{Lines, Window};
use crate::exchange::item::{Fault, Name, RowProblem, TermRow, part_of_speech, usage_and_review};
use crate::exchange::language::{self, language_of};
use crate::model::{Lang, Review, SourceFacts};

/// Reads UTX; holds one line.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<R: Read> {
    lines: Lines<R>,
    facts: SourceFacts,
    languages: Option<(Lang, Lang)>,
    columns: Vec<Column>,
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
            rows: 0,
            ended: false,
        }
    }

    pub(in crate::exchange) fn taken(&self) -> u64 {
        self.lines.taken()
    }

    pub(in crate::exchange) fn facts(&self) -> &SourceFacts {
        &self.facts
    }

    pub(in crate::exchange) fn next(&mut self) -> Option<Result<TermRow, RowProblem>> {
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
        } else if text.contains('\t') && text.split('\t').any(|name| column(name) == Column::Target) {
            self.columns = text.split('\t').map(column).collect();
        } else {
            self.properties(text);
        }
        Ok(())
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
        let mut first = Name::new(primary(&source_lang), &source);
        first.part_of_speech = part(Column::SourcePartOfSpeech);
        let mut second = Name::new(primary(&target_lang), &target);
        second.part_of_speech = part(Column::TargetPartOfSpeech);
        let status = cell(Column::Status);
        (second.usage, second.review) = status.as_deref().map(usage_and_review).unwrap_or_default();
        // An approved translation approves the pair; what is forbidden is the translation alone.
        first.review = second.review.filter(|review| *review == Review::Approved);
        for name in [&mut first, &mut second].into_iter().filter(|name| name.lang.is_japanese()) {
            name.reading = cell(Column::Reading);
        }
        Ok(TermRow {
            names: vec![first, second],
            concept: cell(Column::Concept),
            field: cell(Column::Field),
            definition: cell(Column::Definition).map(|text| (language_of(&text), text)),
            note: cell(Column::Note),
            line,
            ..TermRow::default()
        })
    }
}

/// Terms of a term base are in `ja` or `en`; the region of a dictionary says little about a single term.
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
