//! XLIFF 1.2 and 2.x comes in as characters; its translated segments go out, each with its neighbours as context.
//!
//! It is read by `exchange::document`, which is for files that are worked on, so that both agree on what a segment is.
//! Such a file is one document and no memory: it is held whole, and one too large for that is refused.

use std::collections::VecDeque;
use std::io::{BufRead, Read};

use super::characters::{self, Characters};
use super::strings::{is_blank, push_clean, without_indent};
use super::{Fault, Options, RowProblem, Unit};
use crate::exchange::document::{Document, DocumentHint, PLACEHOLDER, UnitState};
use crate::model::Lang;

/// The most bytes of a file that is held whole, in UTF-8.
const LARGEST: usize = 64 << 20;

/// Reads XLIFF; holds the file.
#[derive(Debug)]
pub(super) struct Reader<R: Read> {
    characters: Characters<R>,
    options: Options,
    ready: Option<VecDeque<Result<Unit, RowProblem>>>,
}

impl<R: Read> Reader<R> {
    pub(super) fn new(characters: Characters<R>, options: Options) -> Self {
        Self { characters, options, ready: None }
    }

    pub(super) fn taken(&self) -> u64 {
        self.characters.taken()
    }

    pub(super) fn next(&mut self) -> Option<Result<Unit, RowProblem>> {
        if self.ready.is_none() {
            self.ready = Some(match self.text() {
                Ok(text) => units(&text, &self.options, self.characters.encoding()).into(),
                Err(fault) => {
                    let line = self.characters.line();
                    [Err(RowProblem { line, unit: 0, fault })].into()
                }
            });
        }
        self.ready.as_mut()?.pop_front()
    }

    /// The whole file.
    fn text(&mut self) -> Result<String, Fault> {
        let mut text = String::new();
        loop {
            self.characters.begin_piece();
            if self.characters.read_line(&mut text).map_err(|error| characters::fault(&error))? == 0 {
                return Ok(text);
            }
            if text.len() > LARGEST {
                let problem = format!("it has more than {LARGEST} bytes, which no document for translation has");
                return Err(Fault::BrokenFile { problem });
            }
        }
    }
}

fn units(text: &str, options: &Options, encoding: &'static str) -> Vec<Result<Unit, RowProblem>> {
    let hint = DocumentHint {
        name: options.name.clone(),
        source_lang: options.source_lang.clone(),
        target_lang: options.target_lang.clone(),
    };
    let document = Document::read(text, &hint);
    let (source_lang, target_lang) = document.languages();
    let sources: Vec<String> = document.units.iter().map(|unit| plain(unit.source.text())).collect();
    let mut found = Vec::new();
    let (mut line, mut counted) = (1, 0);
    for (at, unit) in document.units.iter().enumerate() {
        let start = unit.span.start.max(counted);
        line += text[counted..start].matches('\n').count();
        counted = start;
        let (line, number) = (u64::try_from(line).unwrap_or(u64::MAX), u64::try_from(at + 1).unwrap_or(u64::MAX));
        let problem = |fault| RowProblem { line, unit: number, fault };
        let target = plain(unit.target_text());
        let fault = fault(&sources[at], &target, &source_lang, &target_lang, encoding);
        found.push(match fault {
            Some(fault) => Err(problem(fault)),
            None => Ok(Unit {
                source_lang: source_lang.clone(),
                target_lang: target_lang.clone(),
                source: sources[at].clone(),
                target,
                draft: unit.state == UnitState::Draft,
                field: None,
                document: (!options.name.is_empty()).then(|| options.name.clone()),
                key: unit.key.clone(),
                created_at: None,
                author: None,
                before: at.checked_sub(1).and_then(|at| sources.get(at)).filter(|text| !is_blank(text)).cloned(),
                after: sources.get(at + 1).filter(|text| !is_blank(text)).cloned(),
                line,
            }),
        });
    }
    // What is broken spoils its own place only; where nothing at all could be read, that is the reason.
    for broken in document.problems {
        let line = 1 + text[..broken.span.start].matches('\n').count();
        let (line, unit) = (u64::try_from(line).unwrap_or(u64::MAX), 0);
        found.push(Err(RowProblem { line, unit, fault: Fault::BrokenRow { problem: broken.message } }));
    }
    found
}

/// A text without codes, as a memory keeps it.
fn plain(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    push_clean(&mut kept, without_indent(text));
    kept.retain(|letter| letter != PLACEHOLDER);
    kept
}

fn fault(source: &str, target: &str, from: &Lang, into: &Lang, encoding: &'static str) -> Option<Fault> {
    if from == into {
        Some(Fault::SameLanguage { lang: from.clone() })
    } else if is_blank(source) {
        Some(Fault::EmptySource)
    } else if is_blank(target) {
        Some(Fault::Untranslated { lang: into.clone() })
    } else if source.contains('\u{fffd}') || target.contains('\u{fffd}') {
        Some(Fault::Undecodable { encoding })
    } else {
        None
    }
}
