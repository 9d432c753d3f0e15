//! Imports PO: the translated messages, each with its neighbours in the file as context.
//!
//! A fuzzy entry is a draft. A plural gives a unit for the singular with the first form and units for the plural with the
//! other forms; a language with one form gets both units with that form, so that the memory finds either. The first units
//! wait until the scripts of their texts and the header together say which language is which.

use std::collections::VecDeque;
use std::io::Read;

use super::entry::{Entry, Step};
use super::header::Header;
use crate::exchange::cleaning::is_blank;
use crate::exchange::direction::{SAMPLE, Scripts};
use crate::exchange::hint::FileHint;
use crate::exchange::input::{Lines, Window};
use crate::exchange::item::{Fault, Item, RowProblem, Unit};
use crate::exchange::reader::ItemReader;
use crate::model::{Lang, Neighbours, Provenance, fingerprint};

/// Reads PO; holds one entry and the units of the one before it, and the first ones until their languages are clear.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<R: Read> {
    lines: Lines<R>,
    hint: FileHint,
    header: Option<Header>,
    scripts: Scripts,
    languages: Option<(Lang, Lang)>,
    /// The line and the number of the first entry.
    first: Option<(u64, u64)>,
    /// The entry that is being read.
    entry: Entry,
    entries: u64,
    /// Source text of the entry before.
    before: Option<String>,
    /// The units of the last entry, until its neighbour is known.
    waiting: Vec<Result<Unit, RowProblem>>,
    ready: VecDeque<Result<Unit, RowProblem>>,
    ended: bool,
}

impl<R: Read> Reader<R> {
    pub(in crate::exchange) fn new(window: Window<R>, hint: FileHint) -> Self {
        Self {
            lines: Lines::new(window),
            hint,
            header: None,
            scripts: Scripts::default(),
            languages: None,
            first: None,
            entry: Entry::default(),
            entries: 0,
            before: None,
            waiting: Vec::new(),
            ready: VecDeque::new(),
            ended: false,
        }
    }

    fn next(&mut self) -> Option<Result<Unit, RowProblem>> {
        while (self.ready.is_empty() || self.languages.is_none()) && !self.ended {
            if let Err(problem) = self.step() {
                self.ended = true;
                self.release(None);
                self.ready.push_back(Err(problem));
            }
        }
        if let Err(problem) = self.decide() {
            self.ready = [Err(problem)].into();
        }
        self.ready.pop_front()
    }

    /// Decides on the languages of the units that wait for them.
    fn decide(&mut self) -> Result<(), RowProblem> {
        let Some((line, unit)) = self.first.take() else { return Ok(()) };
        let header = self.header.take().unwrap_or_default();
        let decided = header.languages(&self.hint, &self.scripts);
        let (source, target) = decided.map_err(|fault| {
            self.ended = true;
            RowProblem { line, unit, fault }
        })?;
        for item in self.ready.iter_mut().chain(&mut self.waiting) {
            match item {
                Ok(unit) => (unit.source_lang, unit.target_lang) = (source.clone(), target.clone()),
                Err(RowProblem { fault: Fault::Untranslated { lang }, .. }) => *lang = target.clone(),
                Err(_) => {}
            }
        }
        self.languages = Some((source, target));
        Ok(())
    }

    /// Reads a line; an error ends the file.
    fn step(&mut self) -> Result<(), RowProblem> {
        let Some(line) = self.lines.next(self.entries)? else {
            let entry = std::mem::take(&mut self.entry);
            self.finish(&entry)?;
            self.ended = true;
            self.release(None);
            return Ok(());
        };
        let step = self.entry.take(line.text, line.offset, line.number);
        if step == Step::Continues {
            return Ok(());
        }
        let entry = std::mem::take(&mut self.entry);
        if step == Step::BeginsNext {
            self.entry.take(line.text, line.offset, line.number);
        }
        self.finish(&entry)
    }

    /// The units of the last entry can be given.
    fn release(&mut self, after: Option<&str>) {
        for mut item in self.waiting.drain(..) {
            if let Ok(unit) = &mut item {
                unit.provenance.neighbours.after = after.map(fingerprint);
            }
            self.ready.push_back(item);
        }
    }

    fn finish(&mut self, entry: &Entry) -> Result<(), RowProblem> {
        if !entry.is_begun() {
            return Ok(());
        }
        if entry.is_header() && entry.problems.is_empty() {
            // Concatenated catalogues have several; the first counts.
            if self.entries == 0 && self.header.is_none() {
                self.header = entry.targets.first().map(|(_, header)| Header::parse(header.text()));
            }
            return Ok(());
        }
        let source = entry.source.as_ref().map(|source| source.text().to_owned()).filter(|text| !text.is_empty());
        self.release(source.as_deref());
        self.entries += 1;
        let (line, unit) = (entry.line, self.entries);
        let problem = |fault| RowProblem { line, unit, fault };
        let units = match pairs(entry) {
            Ok(pairs) => {
                let (source_lang, target_lang) = self.languages.clone().unwrap_or((Lang::EN, Lang::JA));
                if self.languages.is_none() {
                    self.first.get_or_insert((line, unit));
                    if let Some((source, target)) = pairs.first() {
                        self.scripts.add(source, target);
                    }
                }
                let draft = Unit {
                    source_lang,
                    target_lang,
                    source: String::new(),
                    target: String::new(),
                    draft: entry.fuzzy,
                    approved: false,
                    confidence: None,
                    doubts: Vec::new(),
                    provenance: Provenance {
                        document: entry.document.clone(),
                        key: entry.key().map(str::to_owned),
                        neighbours: Neighbours::of(self.before.take().as_deref(), None),
                        ..Provenance::default()
                    },
                    line,
                };
                let encoding = self.lines.encoding();
                pairs.into_iter().map(|pair| filled_in(&draft, pair, encoding)).collect()
            }
            Err(fault) => vec![Err(fault)],
        };
        self.waiting = units.into_iter().map(|unit| unit.map_err(problem)).collect();
        self.before = source;
        if self.scripts.count() >= SAMPLE {
            self.decide()?;
        }
        Ok(())
    }
}

impl<R: Read> ItemReader for Reader<R> {
    fn next_item(&mut self) -> Option<Result<Item, RowProblem>> {
        self.next().map(|unit| unit.map(Item::Pair))
    }

    fn taken(&self) -> u64 {
        self.lines.taken()
    }
}

/// The pairs of texts of an entry.
fn pairs(entry: &Entry) -> Result<Vec<(&str, &str)>, Fault> {
    if entry.is_too_large {
        return Err(Fault::UnitTooLarge);
    }
    if let Some((_, problem)) = entry.problems.first() {
        return Err(Fault::broken_row(problem));
    }
    let source = entry
        .source
        .as_ref()
        .ok_or_else(|| Fault::broken_row("The entry has no `msgid`. Add it, or delete the entry."))?
        .text();
    if entry.targets.is_empty() {
        return Err(Fault::broken_row("The entry has no `msgstr`. Add it, or delete the entry."));
    }
    if is_blank(source) {
        return Err(Fault::EmptySource);
    }
    let mut pairs = Vec::with_capacity(entry.targets.len());
    for (form, target) in &entry.targets {
        let of_form = entry.source_of_form(*form).map_or(source, |passage| passage.text());
        if *form == 0 && of_form != source {
            pairs.push((source, target.text()));
        }
        pairs.push((of_form, target.text()));
    }
    // Languages without plural give the same pair twice where the source has one form for both.
    pairs.dedup();
    Ok(pairs)
}

fn filled_in(draft: &Unit, (source, target): (&str, &str), encoding: &'static str) -> Result<Unit, Fault> {
    if is_blank(target) {
        return Err(Fault::Untranslated { lang: draft.target_lang.clone() });
    }
    if source.contains('\u{fffd}') || target.contains('\u{fffd}') {
        return Err(Fault::Undecodable { encoding });
    }
    Ok(Unit { source: source.to_owned(), target: target.to_owned(), ..draft.clone() })
}
