//! Lists of term pairs, tab-separated or CSV: the form in which translation services take glossaries.
//!
//! Such a list has no heading and no comments. Each row has a source and a target term, each source term occurs once. White
//! space around a term, including ideographic space, is an error and is not removed: a service that removes it gives back
//! another glossary than it was given. In CSV a third and fourth column may name the languages.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::model::{Lang, LangPair};

/// The most bytes of UTF-8 a term may have.
pub const LONGEST: usize = 1024;

/// A source term and what it is called in the other language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TermPair {
    /// The source term.
    pub source: String,
    /// The target term.
    pub target: String,
}

/// How a list is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PairFormat {
    /// `source<TAB>target`, without quotation marks.
    Tsv,
    /// RFC 4180: source, target and optionally their languages.
    Csv,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("row {row}: {problem}")]
pub struct PairError {
    /// The row, from 1; empty lines count.
    pub row: usize,
    /// What is wrong with it and what would be right.
    pub problem: String,
}

/// The pairs of a list.
///
/// # Errors
/// The first row that cannot be used; row 1 for a list without rows.
pub fn read(text: &str, format: PairFormat, languages: &LangPair) -> Result<Vec<TermPair>, PairError> {
    let rows = match format {
        PairFormat::Tsv => tab_separated(text)?,
        PairFormat::Csv => comma_separated(text, languages)?,
    };
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (row, pair) in &rows {
        for (side, term) in [("source", &pair.source), ("target", &pair.target)] {
            if let Some(problem) = fault(term) {
                return Err(PairError { row: *row, problem: format!("the {side} term {problem}") });
            }
        }
        if let Some(first) = seen.insert(&pair.source, *row) {
            let source = &pair.source;
            let problem = format!("`{source}` is already in row {first}; each source term may occur once");
            return Err(PairError { row: *row, problem });
        }
    }
    if rows.is_empty() {
        return Err(PairError { row: 1, problem: "the list has no entry; at least one is required".to_owned() });
    }
    Ok(rows.into_iter().map(|(_, pair)| pair).collect())
}

/// What is wrong with a term, if anything is.
#[must_use]
pub fn fault(term: &str) -> Option<String> {
    if term.is_empty() {
        return Some("is empty".to_owned());
    }
    if let Some(letter) = term.chars().find(|letter| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}')) {
        let number = u32::from(letter);
        return Some(format!("contains the control character U+{number:04X}; remove it"));
    }
    // Unicode white space, to which U+3000 belongs.
    if term.trim() != term {
        return Some(format!("`{term}` begins or ends with white space; remove it"));
    }
    (term.len() > LONGEST).then(|| format!("has {} bytes of UTF-8; the limit is {LONGEST}", term.len()))
}

/// The list as tab-separated text.
#[must_use]
pub fn write(pairs: &[TermPair]) -> String {
    let mut text = String::new();
    for pair in pairs {
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "{}\t{}", pair.source, pair.target);
    }
    text.truncate(text.trim_end_matches('\n').len());
    text
}

fn tab_separated(text: &str) -> Result<Vec<(usize, TermPair)>, PairError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        let line = line.strip_suffix('\r').unwrap_or(line);
        if line.is_empty() {
            continue;
        }
        let columns: Vec<&str> = line.split('\t').collect();
        let [source, target] = columns[..] else {
            let count = columns.len();
            let problem = format!("the row has {count} columns; write a source term, a tab and a target term");
            return Err(PairError { row: index + 1, problem });
        };
        rows.push((index + 1, TermPair { source: source.to_owned(), target: target.to_owned() }));
    }
    Ok(rows)
}

fn comma_separated(text: &str, languages: &LangPair) -> Result<Vec<(usize, TermPair)>, PairError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for (index, record) in reader.records().enumerate() {
        let row = record.as_ref().ok().and_then(|record| record.position()).map_or(index + 1, |at| line_of(at, text));
        let record = record.map_err(|error| PairError { row, problem: format!("could not read the CSV: {error}") })?;
        let (Some(source), Some(target), 2..=4) = (record.get(0), record.get(1), record.len()) else {
            let count = record.len();
            let problem =
                format!("the row has {count} columns; write a source and a target term, and optionally both languages");
            return Err(PairError { row, problem });
        };
        for (column, expected) in [(2, &languages.source), (3, &languages.target)] {
            let Some(given) = record.get(column).filter(|given| !given.is_empty()) else { continue };
            if Lang::parse(given).is_ok_and(|given| given.primary() == expected.primary()) {
                continue;
            }
            return Err(PairError {
                row,
                problem: format!("the language is `{given}`, that of the list is `{expected}`"),
            });
        }
        rows.push((row, TermPair { source: source.to_owned(), target: target.to_owned() }));
    }
    Ok(rows)
}

/// The line a record begins on. Its position is that of the empty lines before it.
fn line_of(position: &csv::Position, text: &str) -> usize {
    let start = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.get(start..).unwrap_or_default();
    let empty = rest.chars().take_while(|letter| matches!(letter, '\r' | '\n')).filter(|letter| *letter == '\n');
    usize::try_from(position.line()).unwrap_or(usize::MAX).saturating_add(empty.count())
}

#[cfg(test)]
mod tests {
    use super::{PairFormat, fault, read, write};
    use crate::model::LangPair;

    #[test]
    fn a_list_is_read_and_written_back_to_the_letter() {
        let text = "量子もつれ\tquantum entanglement\n𠮷野\tYoshino\n全角　空白\ta \"b\", c";
        let pairs = read(text, PairFormat::Tsv, &LangPair::JA_EN).unwrap();
        assert_eq!(write(&pairs), text);
        let crlf = text.replace('\n', "\r\n") + "\r\n\r\n";
        assert_eq!(read(&crlf, PairFormat::Tsv, &LangPair::JA_EN).unwrap(), pairs);
        let csv = "量子もつれ,quantum entanglement,ja,en\n𠮷野,Yoshino\n全角　空白,\"a \"\"b\"\", c\",JA,EN-US\n";
        assert_eq!(read(csv, PairFormat::Csv, &LangPair::JA_EN).unwrap(), pairs);
    }

    #[test]
    fn a_row_that_cannot_be_used_is_named() {
        let long = format!("x\t{}", "あ".repeat(342));
        for (text, row, words) in [
            ("", 1, "no entry"),
            ("a\tb\na\tc", 2, "is already in row 1"),
            ("a\tb\n\nc", 3, "1 columns"),
            ("a\tb\tc", 1, "3 columns"),
            ("a\t", 1, "target term is empty"),
            ("a\tb\n　c\td", 2, "white space"),
            ("a\tb ", 1, "white space"),
            ("a\tb\u{85}c", 1, "U+0085"),
            ("a\tb\u{2028}c", 1, "U+2028"),
            (long.as_str(), 1, "1026 bytes"),
        ] {
            let error = read(text, PairFormat::Tsv, &LangPair::JA_EN).unwrap_err();
            assert_eq!(error.row, row, "{text:?}");
            assert!(error.problem.contains(words), "{text:?}: {error}");
        }
        for (text, row, words) in
            [("a,b\n\nc,d,en,ja", 3, "language is `en`"), ("a", 1, "1 columns"), ("a,b,,,", 1, "5 columns")]
        {
            let error = read(text, PairFormat::Csv, &LangPair::JA_EN).unwrap_err();
            assert_eq!((error.row, error.problem.contains(words)), (row, true), "{text:?}: {error}");
        }
    }

    #[test]
    fn a_term_may_have_1024_bytes() {
        assert_eq!(fault(&"a".repeat(1024)), None);
        assert!(fault(&"a".repeat(1025)).is_some());
    }
}
