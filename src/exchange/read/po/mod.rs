//! A PO file comes in as characters; its pairs of texts go out, each with its neighbours in the file as context.
//!
//! A fuzzy entry is a draft; obsolete ones (`#~`) are passed over. A plural gives a pair for the singular with the first
//! form and pairs for the plural with the forms after it; a language with one form has both pairs with that one. The
//! source language is English unless the header (`X-Source-Language`) or the caller says another.

mod entry;

use std::collections::VecDeque;
use std::io::{BufRead, Read};

use entry::{Entry, Taken};

use super::characters::{self, Characters};
use super::strings::{filled, is_blank};
use super::{Fault, Options, RowProblem, Unit, language};
use crate::model::Lang;

/// Reads PO; holds one entry and the units of the one before it.
#[derive(Debug)]
pub(super) struct Reader<R: Read> {
    characters: Characters<R>,
    options: Options,
    line: String,
    /// The number of `line` where it belongs to the next entry.
    held: Option<u64>,
    pair: Pair,
    entries: u64,
    /// Source text of the entry before.
    before: Option<String>,
    /// What came of the last entry, until its neighbour is known.
    waiting: Vec<Result<Unit, RowProblem>>,
    ready: VecDeque<Result<Unit, RowProblem>>,
    ended: bool,
}

/// What the header says.
#[derive(Debug, Default)]
struct Pair {
    source: Option<String>,
    target: Option<String>,
    known: Option<(Lang, Lang)>,
}

impl<R: Read> Reader<R> {
    pub(super) fn new(characters: Characters<R>, options: Options) -> Self {
        Self {
            characters,
            options,
            line: String::new(),
            held: None,
            pair: Pair::default(),
            entries: 0,
            before: None,
            waiting: Vec::new(),
            ready: VecDeque::new(),
            ended: false,
        }
    }

    pub(super) fn taken(&self) -> u64 {
        self.characters.taken()
    }

    pub(super) fn next(&mut self) -> Option<Result<Unit, RowProblem>> {
        while self.ready.is_empty() && !self.ended {
            if let Err(problem) = self.step() {
                self.end();
                self.ready.push_back(Err(problem));
            }
        }
        self.ready.pop_front()
    }

    /// Reads one entry; an error ends the file.
    fn step(&mut self) -> Result<(), RowProblem> {
        let mut entry = Entry::default();
        loop {
            let number = match self.held.take() {
                Some(number) => number,
                None => {
                    let number = self.characters.line();
                    if !self.read_line()? {
                        break;
                    }
                    number
                }
            };
            match entry.take(&self.line, number) {
                Taken::Yes => {}
                Taken::End => break,
                Taken::Before => {
                    self.held = Some(number);
                    break;
                }
            }
        }
        if !entry.is_begun() {
            self.end();
            return Ok(());
        }
        self.keep(entry)
    }

    /// Reads the next line; whether there was one.
    fn read_line(&mut self) -> Result<bool, RowProblem> {
        self.line.clear();
        self.characters.begin_piece();
        let read = self.characters.read_line(&mut self.line);
        let (line, unit) = (self.characters.line(), self.entries);
        Ok(read.map_err(|error| RowProblem { line, unit, fault: characters::fault(&error) })? > 0)
    }

    /// Nothing follows.
    fn end(&mut self) {
        self.ended = true;
        self.flush(None);
    }

    /// What came of the last entry can go out.
    fn flush(&mut self, after: Option<&str>) {
        for mut item in self.waiting.drain(..) {
            if let Ok(unit) = &mut item {
                unit.after = after.map(str::to_owned);
            }
            self.ready.push_back(item);
        }
    }

    fn keep(&mut self, mut entry: Entry) -> Result<(), RowProblem> {
        let is_header = entry.context.is_none() && entry.source.as_deref() == Some("") && entry.fault.is_none();
        if is_header {
            // Joined catalogues have several; the first counts.
            if self.entries == 0 && self.pair.target.is_none() {
                self.pair.read(entry.targets.first().map(String::as_str).unwrap_or_default());
            }
            return Ok(());
        }
        self.flush(entry.source.as_deref().filter(|source| !source.is_empty()));
        self.entries += 1;
        let (line, unit) = (entry.line, self.entries);
        let source = entry.source.clone().filter(|source| !source.is_empty());
        let document = entry.document.take();
        let pairs = match pairs(&entry) {
            Ok(pairs) => {
                let settled = self.pair.settle(&self.options);
                let (source, target) = settled.map_err(|fault| RowProblem { line, unit, fault })?;
                let draft = Unit {
                    source_lang: source,
                    target_lang: target,
                    source: String::new(),
                    target: String::new(),
                    draft: entry.fuzzy,
                    field: None,
                    document,
                    key: entry.context.as_deref().and_then(filled),
                    created_at: None,
                    author: None,
                    before: self.before.take(),
                    after: None,
                    line,
                };
                let encoding = self.characters.encoding();
                pairs.into_iter().map(|pair| fill(&draft, pair, encoding)).collect()
            }
            Err(fault) => vec![Err(fault)],
        };
        self.waiting = pairs.into_iter().map(|pair| pair.map_err(|fault| RowProblem { line, unit, fault })).collect();
        self.before = source;
        Ok(())
    }
}

/// The pairs of an entry, without a look at what is in them.
fn pairs(entry: &Entry) -> Result<Vec<(&str, &str)>, Fault> {
    if let Some(fault) = &entry.fault {
        return Err(fault.clone());
    }
    let source = entry.source.as_deref().ok_or_else(|| Fault::broken_row("it has no `msgid`"))?;
    let Some((first, further)) = entry.targets.split_first() else {
        return Err(Fault::broken_row("it has no `msgstr`"));
    };
    if is_blank(source) {
        return Err(Fault::EmptySource);
    }
    let mut pairs = vec![(source, first.as_str())];
    if let Some(plural) = entry.plural.as_deref().filter(|plural| !is_blank(plural)) {
        if further.is_empty() {
            pairs.push((plural, first));
        }
        pairs.extend(further.iter().map(|form| (plural, form.as_str())));
        // Languages without plural give the same pair twice where the source has one form for both.
        pairs.dedup();
    }
    Ok(pairs)
}

fn fill(draft: &Unit, (source, target): (&str, &str), encoding: &'static str) -> Result<Unit, Fault> {
    if is_blank(target) {
        return Err(Fault::Untranslated { lang: draft.target_lang.clone() });
    }
    if source.contains('\u{fffd}') || target.contains('\u{fffd}') {
        return Err(Fault::Undecodable { encoding });
    }
    Ok(Unit { source: source.to_owned(), target: target.to_owned(), ..draft.clone() })
}

impl Pair {
    /// Takes the header in: one `Name: value` on a line.
    fn read(&mut self, header: &str) {
        for line in header.lines() {
            let Some((name, value)) = line.split_once(':') else { continue };
            match name.trim().to_ascii_lowercase().as_str() {
                "language" => self.target = filled(value),
                "x-source-language" => self.source = filled(value),
                _ => {}
            }
        }
    }

    /// Source and target language: what the header says, else what the caller says.
    fn settle(&mut self, options: &Options) -> Result<(Lang, Lang), Fault> {
        if let Some(known) = &self.known {
            return Ok(known.clone());
        }
        let source = said(self.source.as_deref(), options.source_lang.as_ref())?.unwrap_or(Lang::EN);
        let target = said(self.target.as_deref(), options.target_lang.as_ref())?.ok_or_else(|| {
            Fault::FileLanguage { problem: "The file does not say into which language it translates.".to_owned() }
        })?;
        if source == target {
            return Err(Fault::SameLanguage { lang: source });
        }
        Ok(self.known.insert((source, target)).clone())
    }
}

/// The language a header names; one nobody can read counts only where the caller names none.
fn said(header: Option<&str>, named: Option<&Lang>) -> Result<Option<Lang>, Fault> {
    match header.map(language::parse) {
        Some(Ok(lang)) => Ok(Some(lang)),
        Some(Err(fault)) if named.is_none() => Err(Fault::FileLanguage { problem: fault.to_string() }),
        _ => Ok(named.cloned()),
    }
}
