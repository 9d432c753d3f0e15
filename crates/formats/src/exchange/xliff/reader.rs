//! Imports XLIFF: the translated segments, each with its neighbours as context, and the terms of its glossaries.
//!
//! An XLIFF file is one document and not a memory, so it is held in memory as a whole, and one that is too large for that
//! is refused.

use std::collections::{HashSet, VecDeque};
use std::io::Read;

use super::confirmation::Confirmation;
use super::conformance::deviations;
use super::document::{WholeFacts, read_all};
use super::facts::Facts;
use super::glossary::GlossaryEntry;
use crate::exchange::cleaning::is_blank;
use crate::exchange::document::{DocumentUnit, Passage, UnitState};
use crate::exchange::hint::FileHint;
use crate::exchange::input::{Window, line_ends};
use crate::exchange::item::{Fault, Item, RowProblem, TermRow, Unit};
use crate::exchange::reader::ItemReader;
use crate::exchange::xml::read_without;
use crate::model::{Lang, Neighbours, PairCodes, Provenance, fingerprint};

/// The element in which tools embed the original, packed; Trados Studio does.
const EMBEDDED: &str = "internal-file";

/// Reads XLIFF; holds the file, without what is embedded in it.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<R: Read> {
    window: Option<Window<R>>,
    hint: FileHint,
    ready: VecDeque<Result<Item, RowProblem>>,
    taken: u64,
}

impl<R: Read> Reader<R> {
    pub(in crate::exchange) fn new(window: Window<R>, hint: FileHint) -> Self {
        Self { taken: window.taken(), window: Some(window), hint, ready: VecDeque::new() }
    }

    fn next(&mut self) -> Option<Result<Item, RowProblem>> {
        if let Some(window) = self.window.take() {
            let encoding = window.encoding();
            match read_without(window, EMBEDDED) {
                Ok((text, taken)) => {
                    self.taken = taken;
                    self.ready = units(&text, &self.hint, encoding).into();
                }
                Err(fault) => self.ready = [Err(RowProblem::at_start(fault))].into(),
            }
        }
        self.ready.pop_front()
    }
}

impl<R: Read> ItemReader for Reader<R> {
    fn next_item(&mut self) -> Option<Result<Item, RowProblem>> {
        self.next()
    }

    fn taken(&self) -> u64 {
        self.taken
    }
}

fn units(text: &str, hint: &FileHint, encoding: &'static str) -> Vec<Result<Item, RowProblem>> {
    let WholeFacts { document, facts, glossary } = read_all(text, hint);
    if let Some(fault) = document.refusal {
        return vec![Err(RowProblem::at_start(fault))];
    }
    let languages = document.languages();
    let sources: Vec<String> = document.units.iter().map(|unit| unit.source.plain_text()).collect();
    let (mut items, mut lines, unknown) = (Vec::new(), LineCounter::new(text), Facts::default());
    for (index, unit) in document.units.iter().enumerate() {
        let line = lines.line_of(unit.span.start);
        let said = facts.get(index).unwrap_or(&unknown);
        if said.is_term {
            continue;
        }
        let neighbour = |index: Option<usize>| sources.get(index?).filter(|text| !is_blank(text)).map(String::as_str);
        let around = || Neighbours::of(neighbour(index.checked_sub(1)), neighbour(index.checked_add(1)));
        let codes = PairCodes {
            source: unit.source.codes_of_plain_text(),
            target: unit.target.as_ref().map(Passage::codes_of_plain_text).unwrap_or_default(),
        };
        let provenance = if said.is_own {
            // The order of a memory says nothing, and its file is no document.
            Provenance {
                key: said.key.clone(),
                field: said.field.clone(),
                document: said.document.clone(),
                author: said.author.clone(),
                created_at: said.date.clone(),
                codes,
                ..Provenance::default()
            }
        } else {
            let confirmation = said.confirmation.as_ref();
            Provenance {
                document: said.original.clone().or_else(|| (!hint.name.is_empty()).then(|| hint.name.clone())),
                author: confirmation.and_then(Confirmation::author),
                created_at: confirmation.and_then(Confirmation::date),
                key: unit.key.clone(),
                neighbours: around(),
                codes,
                ..Provenance::default()
            }
        };
        let confirmed = |test: fn(&Confirmation) -> bool| said.confirmation.as_ref().is_some_and(test);
        let approved = said.is_approved || confirmed(Confirmation::is_approved);
        let item = pair(unit, &sources[index], &languages, encoding);
        let item = item.map(|pair| Item::Pair(Unit { provenance, line, approved, ..pair }));
        let item = item.and_then(|item| match confirmed(Confirmation::is_rejected) {
            true => Err(Fault::TranslationRejected),
            false => Ok(item),
        });
        let number = u64::try_from(index + 1).unwrap_or(u64::MAX);
        items.push(item.map_err(|fault| RowProblem { line, unit: number, fault }));
    }
    items.extend(terms(glossary, &languages, text, encoding, facts.iter().any(|said| said.is_own)));
    // What is broken spoils its own position only.
    let broken = document.problems.into_iter().filter(|problem| !problem.span.of(text).contains('\u{fffd}'));
    let mut lines = LineCounter::new(text);
    items.extend(broken.map(|problem| {
        let line = lines.line_of(problem.span.start);
        Err(RowProblem { line, unit: 0, fault: Fault::broken_row(problem.message) })
    }));
    let mut lines = LineCounter::new(text);
    items.extend(deviations(text).into_iter().map(|(at, problem)| {
        let line = lines.line_of(at);
        Err(RowProblem { line, unit: 0, fault: Fault::deviation(line, problem) })
    }));
    items
}

/// The terms of the glossaries of a file, each once. One that is not in Japanese and English has none.
fn terms(
    glossary: Vec<GlossaryEntry>,
    (source, target): &(Lang, Lang),
    text: &str,
    encoding: &'static str,
    is_own: bool,
) -> Vec<Result<Item, RowProblem>> {
    let is_between = |one: &Lang, other: &Lang| one.is_japanese() && other.is_english();
    if !is_between(source, target) && !is_between(target, source) {
        return Vec::new();
    }
    let (mut lines, mut seen, mut items) = (LineCounter::new(text), HashSet::new(), Vec::new());
    for entry in glossary {
        let line = lines.line_of(entry.start);
        if entry.is_undecodable() {
            items.push(Err(RowProblem { line, unit: 0, fault: Fault::Undecodable { encoding } }));
            continue;
        }
        let Some(row) = entry.row(source, target, line, is_own) else { continue };
        if seen.insert(fingerprint(&format!("{:?}", TermRow { line: 0, ..row.clone() }))) {
            items.push(Ok(Item::Term(row)));
        }
    }
    items
}

/// Counts the lines before offsets that are given in order.
struct LineCounter<'a> {
    text: &'a str,
    line: usize,
    counted: usize,
}

impl<'a> LineCounter<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, line: 1, counted: 0 }
    }

    fn line_of(&mut self, offset: usize) -> u64 {
        let offset = offset.max(self.counted);
        self.line += self.text.get(self.counted..offset).map_or(0, line_ends);
        self.counted = offset;
        u64::try_from(self.line).unwrap_or(u64::MAX)
    }
}

/// The pair of texts of a unit, without anything else known of it.
fn pair(
    unit: &DocumentUnit,
    source: &str,
    (source_lang, target_lang): &(Lang, Lang),
    encoding: &'static str,
) -> Result<Unit, Fault> {
    let target = unit.target.as_ref().map(Passage::plain_text).unwrap_or_default();
    if source_lang == target_lang {
        return Err(Fault::SameLanguage { lang: source_lang.clone() });
    }
    if is_blank(source) {
        return Err(Fault::EmptySource);
    }
    if is_blank(&target) {
        return Err(Fault::Untranslated { lang: target_lang.clone() });
    }
    if source.contains('\u{fffd}') || target.contains('\u{fffd}') {
        return Err(Fault::Undecodable { encoding });
    }
    Ok(Unit {
        source_lang: source_lang.clone(),
        target_lang: target_lang.clone(),
        source: source.to_owned(),
        target,
        draft: unit.state == UnitState::Draft,
        approved: false,
        confidence: None,
        doubts: Vec::new(),
        provenance: Provenance::default(),
        line: 0,
    })
}
