//! Imports EDICT and EDICT2.
//!
//! `視床下部 [ししょうかぶ] /(n) {anat} hypothalamus/EntL1234567/`; EDICT2 lists several spellings and readings, separated
//! by `;`, each perhaps with codes in brackets. The first line may name owner and licence.

use std::io::Read;

use super::{gloss, lexer};
use crate::exchange::cleaning::{filled, is_blank};
use crate::exchange::input::{Lines, Window};
use crate::exchange::item::{Fault, Item, Name, RowProblem, TermRow};
use crate::exchange::reader::ItemReader;
use crate::model::{Lang, PartOfSpeech, SourceFacts, TermKind};

/// Reads EDICT; holds one line.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<R: Read> {
    lines: Lines<R>,
    facts: SourceFacts,
    rows: u64,
    ended: bool,
}

impl<R: Read> Reader<R> {
    pub(in crate::exchange) fn new(window: Window<R>) -> Self {
        Self { lines: Lines::new(window), facts: SourceFacts::default(), rows: 0, ended: false }
    }

    fn next(&mut self) -> Option<Result<TermRow, RowProblem>> {
        while !self.ended {
            let (line, row) = match self.lines.next_clean(self.rows + 1) {
                Ok(None) => return None,
                Err(problem) => {
                    self.ended = true;
                    return Some(Err(problem));
                }
                Ok(Some((_, Ok(text)))) if is_blank(text) || text.starts_with('#') => continue,
                Ok(Some((_, Ok(text)))) if is_about_the_file(text) => {
                    self.facts = facts(text);
                    continue;
                }
                Ok(Some((line, text))) => (line, text.and_then(|text| entry(text, line))),
            };
            self.rows += 1;
            return Some(row.map_err(|fault| RowProblem { line, unit: self.rows, fault }));
        }
        None
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
}

/// Whether a line is about the file: it is written as the entry of a word nobody looks up.
fn is_about_the_file(line: &str) -> bool {
    line.trim_start_matches('　').starts_with("？？？")
}

fn facts(line: &str) -> SourceFacts {
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
    let fields = lexer::fields(text);
    let (spellings, readings, english) = fields
        .ok_or_else(|| Fault::broken_row("The line has no ` /` before its English. Add it, or delete the line."))?;
    let mut codes = Codes::default();
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
    for part in english.split('/') {
        let Some(gloss) = codes.gloss(part) else { continue };
        if !names.iter().any(|name| name.text == gloss) {
            names.push(Name::new(Lang::EN, &gloss));
        }
    }
    if !names.iter().any(|name| name.lang.is_english()) {
        return Err(Fault::Untranslated { lang: Lang::EN });
    }
    for name in names.iter_mut().filter(|name| name.lang.is_japanese()) {
        name.part_of_speech = codes.part_of_speech;
    }
    Ok(TermRow { names, usually_kana: codes.usually_kana, line, ..TermRow::default() })
}

/// A spelling or reading without the codes behind it.
fn bare(text: &str) -> Option<String> {
    filled(text.split('(').next().unwrap_or_default())
}

/// What the codes of an entry stand for.
#[derive(Debug, Default)]
struct Codes {
    part_of_speech: Option<PartOfSpeech>,
    usually_kana: bool,
}

impl Codes {
    /// The gloss in a part of the English, if there is one; its codes are taken into account.
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
