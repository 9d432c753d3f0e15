//! EDICT and EDICT2 come in as characters; entries go out, one for each line.
//!
//! `視床下部 [ししょうかぶ] /(n) {anat} hypothalamus/EntL1234567/`; EDICT2 lists several spellings and readings, parted
//! by `;`, each perhaps with codes in brackets. The first line may say whose the file is.

use std::io::Read;

use super::characters::Characters;
use super::gloss;
use super::lines::{Line, Lines};
use super::row::{Name, TermRow};
use super::strings::{filled, is_blank};
use super::{Fault, RowProblem};
use crate::model::{Lang, SourceFacts, TermKind};

/// Reads EDICT; holds one line.
#[derive(Debug)]
pub(super) struct Reader<R: Read> {
    lines: Lines<R>,
    facts: SourceFacts,
    rows: u64,
    ended: bool,
}

impl<R: Read> Reader<R> {
    pub(super) fn new(characters: Characters<R>) -> Self {
        Self { lines: Lines::new(characters), facts: SourceFacts::default(), rows: 0, ended: false }
    }

    pub(super) fn taken(&self) -> u64 {
        self.lines.taken()
    }

    pub(super) fn facts(&self) -> &SourceFacts {
        &self.facts
    }

    pub(super) fn next(&mut self) -> Option<Result<TermRow, RowProblem>> {
        while !self.ended {
            let (line, taken) = match self.lines.next(self.rows + 1) {
                Ok(None) => return None,
                Err(problem) => {
                    self.ended = true;
                    return Some(Err(problem));
                }
                Ok(Some((_, Line::Text(text)))) if is_blank(text) || text.starts_with('#') => continue,
                Ok(Some((_, Line::Text(text)))) if is_head(text) => {
                    self.facts = said(text);
                    continue;
                }
                Ok(Some((line, Line::Text(text)))) => (line, entry(text, line)),
                Ok(Some((line, Line::Wrong(fault)))) => (line, Err(fault)),
            };
            self.rows += 1;
            return Some(taken.map_err(|fault| RowProblem { line, unit: self.rows, fault }));
        }
        None
    }
}

/// Whether a line looks like one of EDICT: what a file is known by.
pub(super) fn is_entry(line: &str) -> bool {
    let Some((head, body)) = line.trim_end().split_once(" /") else { return false };
    let japanese = |c: char| ('\u{2e80}'..='\u{fffd}').contains(&c) || c >= '\u{20000}';
    body.ends_with('/') && head.starts_with(japanese)
}

/// The line in which the file speaks of itself is that of a word nobody looks up.
fn is_head(line: &str) -> bool {
    line.trim_start_matches('　').starts_with("？？？")
}

fn said(line: &str) -> SourceFacts {
    let parts = || line.split('/').skip(1);
    let of = |words: [&str; 2]| {
        parts().find(|part| words.iter().any(|word| part.to_lowercase().contains(word))).and_then(filled)
    };
    SourceFacts {
        licence: of(["licence", "license"]),
        attribution: of(["copyright", "©"]),
        url: of(["http://", "https://"]),
    }
}

fn entry(text: &str, line: u64) -> Result<TermRow, Fault> {
    let wrong = |problem: &str| Fault::broken_row(problem);
    let (head, body) = text.trim_end().split_once(" /").ok_or_else(|| wrong("it has no ` /` before its English"))?;
    let (spellings, readings) = match head.split_once(" [") {
        Some((spellings, readings)) => (spellings, readings.trim_end().trim_end_matches(']')),
        None => (head, ""),
    };
    let mut known = Known::default();
    let mut names: Vec<Name> = Vec::new();
    for (index, spelling) in spellings.split(';').filter_map(bare).enumerate() {
        let mut name = Name::new(Lang::JA, &spelling);
        name.kind = if index == 0 { TermKind::FullForm } else { TermKind::Variant };
        name.reading = readings.split(';').find_map(bare);
        names.push(name);
    }
    if names.is_empty() {
        return Err(Fault::EmptySource);
    }
    for part in body.split('/') {
        let Some(gloss) = known.gloss(part) else { continue };
        if !names.iter().any(|name| name.text == gloss) {
            names.push(Name::new(Lang::EN, &gloss));
        }
    }
    if !names.iter().any(|name| name.lang.is_english()) {
        return Err(Fault::Untranslated { lang: Lang::EN });
    }
    for name in names.iter_mut().filter(|name| name.lang.is_japanese()) {
        name.part_of_speech = known.part_of_speech;
    }
    Ok(TermRow { names, usually_kana: known.usually_kana, line, ..TermRow::default() })
}

/// A spelling or reading without the codes behind it.
fn bare(text: &str) -> Option<String> {
    filled(text.split('(').next().unwrap_or_default())
}

/// What the codes of an entry say.
#[derive(Debug, Default)]
struct Known {
    part_of_speech: Option<crate::model::PartOfSpeech>,
    usually_kana: bool,
}

impl Known {
    /// The gloss in one part of the body, if there is one; its codes are taken in.
    fn gloss(&mut self, part: &str) -> Option<String> {
        let mut text = part.trim();
        if text.starts_with("EntL") {
            return None;
        }
        loop {
            let pair = if text.starts_with('{') { ('{', '}') } else { ('(', ')') };
            let Some((inside, rest)) = text.strip_prefix(pair.0).and_then(|text| text.split_once(pair.1)) else {
                break;
            };
            if pair.0 == '(' && !gloss::is_code(inside) {
                break;
            }
            for code in inside.split(',').map(str::trim) {
                self.usually_kana |= code == "uk";
                self.part_of_speech = self.part_of_speech.or_else(|| gloss::part_of_speech(code));
            }
            text = rest.trim_start();
        }
        gloss::plain(text)
    }
}
