//! Imports XLIFF: the translated segments, each with its neighbours as context.
//!
//! An XLIFF file is one document and not a memory, so it is held in memory as a whole, and one that is too large for that
//! is refused.

use std::collections::VecDeque;
use std::io::Read;

use super::document::read;
use crate::exchange::cleaning::is_blank;
use crate::exchange::document::{DocumentUnit, Passage, UnitState};
use crate::exchange::hint::FileHint;
use crate::exchange::input::{Window, line_ends};
use crate::exchange::item::{Fault, Item, RowProblem, Unit};
use crate::exchange::reader::ItemReader;
use crate::model::{Lang, Neighbours, PairCodes, Provenance};

/// Reads XLIFF; holds the file.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<R: Read> {
    window: Option<Window<R>>,
    hint: FileHint,
    ready: VecDeque<Result<Unit, RowProblem>>,
    taken: u64,
}

impl<R: Read> Reader<R> {
    pub(in crate::exchange) fn new(window: Window<R>, hint: FileHint) -> Self {
        Self { taken: window.taken(), window: Some(window), hint, ready: VecDeque::new() }
    }

    fn next(&mut self) -> Option<Result<Unit, RowProblem>> {
        if let Some(window) = self.window.take() {
            let encoding = window.encoding();
            match window.read_to_end() {
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
        self.next().map(|unit| unit.map(Item::Pair))
    }

    fn taken(&self) -> u64 {
        self.taken
    }
}

fn units(text: &str, hint: &FileHint, encoding: &'static str) -> Vec<Result<Unit, RowProblem>> {
    let document = read(text, hint);
    if let Some(fault) = document.refusal {
        return vec![Err(RowProblem::at_start(fault))];
    }
    let languages = document.languages();
    let sources: Vec<String> = document.units.iter().map(|unit| unit.source.plain_text()).collect();
    let mut items = Vec::new();
    let (mut line, mut counted) = (1, 0);
    for (index, unit) in document.units.iter().enumerate() {
        let start = unit.span.start.max(counted);
        line += line_ends(&text[counted..start]);
        counted = start;
        let neighbour = |index: Option<usize>| sources.get(index?).filter(|text| !is_blank(text)).map(String::as_str);
        let item = pair(unit, &sources[index], &languages, encoding).map(|pair| Unit {
            provenance: Provenance {
                document: (!hint.name.is_empty()).then(|| hint.name.clone()),
                key: unit.key.clone(),
                neighbours: Neighbours::of(neighbour(index.checked_sub(1)), neighbour(index.checked_add(1))),
                codes: PairCodes {
                    source: unit.source.codes_of_plain_text(),
                    target: unit.target.as_ref().map(Passage::codes_of_plain_text).unwrap_or_default(),
                },
                ..Provenance::default()
            },
            line: u64::try_from(line).unwrap_or(u64::MAX),
            ..pair
        });
        let (line, number) = (u64::try_from(line).unwrap_or(u64::MAX), u64::try_from(index + 1).unwrap_or(u64::MAX));
        items.push(item.map_err(|fault| RowProblem { line, unit: number, fault }));
    }
    // What is broken spoils its own position only.
    let broken = document.problems.into_iter().filter(|problem| !problem.span.of(text).contains('\u{fffd}'));
    items.extend(broken.map(|problem| {
        let line = u64::try_from(1 + line_ends(&text[..problem.span.start])).unwrap_or(u64::MAX);
        Err(RowProblem { line, unit: 0, fault: Fault::broken_row(problem.message) })
    }));
    items
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
        provenance: Provenance::default(),
        line: 0,
    })
}
