//! A table of two texts comes in; its rows with their places go out.
//!
//! The first row may name the columns (`ja`, `en`, `source`, `target`, `key`, `note`, and what people write for these);
//! else the first column is the source and the second the target. Cells with commas or semicolons are quoted as RFC 4180
//! says; one with tabs may stand in quotes and has one line. Lines that begin with `#` are passed over.

use super::coding::Coding;
use super::{Document, DocumentFormat, DocumentHint, DocumentProblem, DocumentUnit, Passage, UnitState};
use crate::model::{Lang, Span};

/// Names of columns in a first row.
const JAPANESE: &[&str] = &["ja", "jp", "jpn", "ja-jp", "ja_jp", "japanese", "日本語", "和文"];
const ENGLISH: &[&str] = &["en", "eng", "en-us", "en-gb", "en_us", "en_gb", "english", "英語", "英文"];
const SOURCE: &[&str] = &["source", "src", "原文"];
const TARGET: &[&str] = &["target", "tgt", "訳文", "translation"];
const KEY: &[&str] = &["key", "id", "context", "location", "file"];
const NOTE: &[&str] = &["note", "notes", "comment", "comments", "translator_comments", "備考", "注"];

/// Which column is what.
#[derive(Debug, Clone, Copy)]
struct Columns {
    source: usize,
    target: usize,
    key: Option<usize>,
    note: Option<usize>,
}

pub(super) fn read(file: &str, format: DocumentFormat, hint: &DocumentHint) -> Document {
    let mut document = Document::empty(format, hint);
    let separator = if format == DocumentFormat::Tsv { '\t' } else { separator(file) };
    let mut columns = None;
    let mut at = if file.starts_with('\u{feff}') { 3 } else { 0 };
    while at < file.len() {
        if file[at..].starts_with('#') {
            at = super::lines::next_line(file, at);
            continue;
        }
        let row = at;
        let (cells, end) = cells(file, &mut at, separator, &mut document.problems);
        if cells.iter().all(Passage::is_blank) {
            continue;
        }
        let columns = match columns {
            Some(columns) => columns,
            None => {
                let named = named(&cells, &mut document);
                let found = *columns.insert(named.unwrap_or(Columns { source: 0, target: 1, key: None, note: None }));
                if named.is_some() {
                    continue;
                }
                found
            }
        };
        let missing = columns.target.saturating_sub(cells.len()) + 1;
        let get = |column: Option<usize>| column.and_then(|column| cells.get(column));
        let words = |column| get(column).filter(|cell| !cell.is_blank()).map(|cell| cell.text().to_owned());
        let Some(source) = cells.get(columns.source).cloned() else { continue };
        let target = cells.get(columns.target).cloned().unwrap_or_else(|| {
            let coding = Coding::Cell { separator, quoted: true, lines: separator != '\t' };
            let before = format!("{}\"", separator.to_string().repeat(missing));
            Passage::new(0, end, coding).with_hull(Span::new(end, end), before, "\"".to_owned())
        });
        let state = if target.is_blank() { UnitState::Untranslated } else { UnitState::Translated };
        let (key, note, span) = (words(columns.key), words(columns.note), Span::new(row, end));
        document.units.push(DocumentUnit { source, target: Some(target), key, state, note, span });
    }
    document.guess_languages();
    document
}

/// What parts the cells of a table without tabs.
fn separator(file: &str) -> char {
    let first = file.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#')).unwrap_or_default();
    if first.matches(';').count() > first.matches(',').count() { ';' } else { ',' }
}

/// Whether a line names two columns we know.
pub(super) fn names_columns(line: &str, separator: char) -> bool {
    let known = |cell: &&str| {
        let cell = cell.trim().trim_matches('"').to_lowercase();
        [JAPANESE, ENGLISH, SOURCE, TARGET].iter().any(|names| names.contains(&cell.as_str()))
    };
    line.trim_start_matches('\u{feff}').split(separator).filter(known).count() >= 2
}

/// The columns a first row names; none where it is a row like any other.
fn named(cells: &[Passage], document: &mut Document) -> Option<Columns> {
    let names: Vec<String> = cells.iter().map(|cell| cell.text().trim().to_lowercase()).collect();
    let find = |known: &[&str]| names.iter().position(|name| known.contains(&name.as_str()));
    let (ja, en) = (find(JAPANESE), find(ENGLISH));
    let (source, target) = match (find(SOURCE), find(TARGET)) {
        (Some(source), Some(target)) => (source, target),
        _ => {
            let (ja, en) = (ja?, en?);
            let from_english = document.source_lang.as_ref().map_or(en < ja, Lang::is_english);
            let (source, target) = if from_english { (Lang::EN, Lang::JA) } else { (Lang::JA, Lang::EN) };
            document.source_lang.get_or_insert(source);
            document.target_lang.get_or_insert(target);
            if from_english { (en, ja) } else { (ja, en) }
        }
    };
    Some(Columns { source, target, key: find(KEY), note: find(NOTE) })
}

/// The cells of the row at `at`, which then is behind it, and where the row ends.
fn cells(file: &str, at: &mut usize, separator: char, problems: &mut Vec<DocumentProblem>) -> (Vec<Passage>, usize) {
    let lines = separator != '\t';
    let mut cells = Vec::new();
    loop {
        let start = *at;
        let plain = |start: usize| {
            let length = file[start..].find([separator, '\n', '\r']).unwrap_or(file.len() - start);
            start + length
        };
        let end = match quoted(file, start, separator, lines) {
            Some((cell, end)) => {
                cells.push(cell);
                end
            }
            None => {
                let end = plain(start);
                if lines && file[start..].starts_with('"') {
                    let message =
                        "The cell begins with `\"` and does not end with one. Close it, and double each `\"` inside.";
                    problems.push(DocumentProblem {
                        file: 0,
                        span: Span::new(start, end),
                        message: message.to_owned(),
                    });
                }
                let mut cell = Passage::new(0, start, Coding::Cell { separator, quoted: false, lines });
                cell.push(&file[start..end], start, false);
                cell.set_place(Span::new(start, end));
                cells.push(cell);
                end
            }
        };
        if file[end..].starts_with(separator) {
            *at = end + separator.len_utf8();
        } else {
            *at = super::lines::next_line(file, end);
            return (cells, end);
        }
    }
}

/// A cell in quotation marks, and where it ends.
fn quoted(file: &str, start: usize, separator: char, lines: bool) -> Option<(Passage, usize)> {
    if !file[start..].starts_with('"') {
        return None;
    }
    let mut cell = Passage::new(0, start + 1, Coding::Cell { separator, quoted: true, lines });
    let mut from = start + 1;
    loop {
        let mark = from + file[from..].find('"')?;
        if !lines && file[from..mark].contains(['\n', '\r']) {
            return None;
        }
        cell.push(&file[from..mark], from, false);
        let behind = &file[mark + 1..];
        if behind.starts_with('"') {
            cell.push_written("\"", Span::new(mark, mark + 2));
            from = mark + 2;
        } else if behind.is_empty() || behind.starts_with([separator, '\n', '\r']) {
            cell.set_place(Span::new(start + 1, mark));
            return Some((cell, mark + 1));
        } else {
            return None;
        }
    }
}
