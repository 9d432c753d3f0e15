//! Imports a glossary of `OmegaT`: rows of source term, target term and comment, separated by tabs, without a heading.
//!
//! As in `OmegaT`, a cell is one term, quotation marks are part of it, and a line that begins with `#` is skipped. The direction
//! is that of most rows; a row that shows the other one is read as its texts are.

use std::io::Read;

use super::mark::{ENCODING_LINE, FIRST_LINE};
use crate::exchange::cleaning::{filled, is_blank};
use crate::exchange::input::{Lines, Window};
use crate::exchange::item::{Fault, Item, Name, RowProblem, TermRow};
use crate::exchange::language::has_japanese;
use crate::exchange::reader::ItemReader;
use crate::exchange::table::names_columns;
use crate::model::Lang;

/// Whether a file with this beginning and this name is such a glossary, and no row names columns: its first line names the
/// encoding, or its name ends in `.utf8`. Under the other extensions `OmegaT` reads, `.tab` and `.txt`, all sorts of tables and
/// texts stand, so there every row must be a pair of Japanese and another language.
pub(in crate::exchange) fn is_glossary(head: &str, name: &str) -> bool {
    let head = head.trim_start_matches('\u{feff}');
    let name = name.to_ascii_lowercase();
    let is_named = head.starts_with(FIRST_LINE) || head.starts_with(ENCODING_LINE) || name.ends_with(".utf8");
    let is_table = || rows(head).next().is_none_or(|first| first.contains('\t') && !names_columns(first));
    let may_be = [".tab", ".txt"].iter().any(|extension| name.ends_with(extension));
    (is_named && is_table()) || (may_be && is_of_pairs(head))
}

/// Whether every row has two or three cells, of which one of the first two is Japanese and the other a word of another language.
/// Numbers before both languages make another table.
fn is_of_pairs(head: &str) -> bool {
    // The last line may be cut off.
    let whole = if head.len() < HEAD { head } else { head.rsplit_once('\n').map_or("", |(whole, _)| whole) };
    let is_word = |cell: &str| cell.chars().any(char::is_alphabetic);
    let (mut count, mut numbered) = (0_usize, 0_usize);
    for row in rows(whole) {
        let mut cells = row.split('\t');
        let (Some(source), Some(target), third, None) = (cells.next(), cells.next(), cells.next(), cells.next()) else {
            return false;
        };
        if has_japanese(source) == has_japanese(target) || !is_word(source) || !is_word(target) {
            return false;
        }
        count += 1;
        numbered +=
            usize::from(has_japanese(target) && third.is_some_and(|third| is_word(third) && !has_japanese(third)));
    }
    count > numbered
}

/// A beginning of this many bytes may not be the whole file.
const HEAD: usize = 4 << 10;

/// Reads a glossary; holds one row.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<R: Read> {
    lines: Lines<R>,
    is_from_english: bool,
    count: u64,
    ended: bool,
}

impl<R: Read> Reader<R> {
    pub(in crate::exchange) fn new(window: Window<R>) -> Self {
        let is_from_english = is_from_english(window.rest());
        Self { lines: Lines::new(window), is_from_english, count: 0, ended: false }
    }

    fn next(&mut self) -> Option<Result<TermRow, RowProblem>> {
        while !self.ended {
            let taken = match self.lines.next_clean(self.count + 1) {
                Ok(None) => break,
                Err(problem) => Err(problem),
                Ok(Some((_, Ok(text)))) if is_blank(text) || text.trim_start_matches('\u{feff}').starts_with('#') => {
                    continue;
                }
                Ok(Some((line, text))) => {
                    self.count += 1;
                    let row = text.and_then(|text| term_row(text, line, self.is_from_english));
                    row.map_err(|fault| RowProblem { line, unit: self.count, fault })
                }
            };
            self.ended = taken.as_ref().is_err_and(|problem| problem.fault.ends_the_file());
            return Some(taken);
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
}

fn term_row(text: &str, line: u64, is_from_english: bool) -> Result<TermRow, Fault> {
    let mut cells = text.split('\t').map(filled);
    let mut cell = || cells.next().flatten();
    let (source, target, note) = (cell(), cell(), cell());
    let source = source.ok_or(Fault::EmptySource)?;
    let target_lang = if is_from_english { Lang::JA } else { Lang::EN };
    let target = target.ok_or(Fault::Untranslated { lang: target_lang })?;
    let is_turned = match (has_japanese(&source), has_japanese(&target)) {
        (true, false) => false,
        (false, true) => true,
        _ => is_from_english,
    };
    let (ja, en) = if is_turned { (target, source) } else { (source, target) };
    Ok(TermRow { names: vec![Name::new(Lang::JA, &ja), Name::new(Lang::EN, &en)], note, line, ..TermRow::default() })
}

/// Whether most rows that show a direction are from English.
fn is_from_english(head: &str) -> bool {
    let (mut from_japanese, mut from_english) = (0_usize, 0_usize);
    for row in rows(head) {
        let mut cells = row.split('\t').map(has_japanese);
        match (cells.next(), cells.next()) {
            (Some(true), Some(false)) => from_japanese += 1,
            (Some(false), Some(true)) => from_english += 1,
            _ => {}
        }
    }
    from_english > from_japanese
}

/// The rows of the glossary, without comments and empty lines.
fn rows(head: &str) -> impl Iterator<Item = &str> {
    head.lines().filter(|line| !is_blank(line) && !line.starts_with('#'))
}
