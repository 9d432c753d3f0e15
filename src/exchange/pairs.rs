//! The text of a list of term pairs, tab-separated or CSV, comes in; its pairs, or what is wrong with which row, go out. And
//! back: pairs into tab-separated text.
//!
//! This is the form in which translation services take glossaries: no heading, a source and a target per row, each source
//! once. White space around a term, the ideographic space among it, is an error and not trimmed, because a service that
//! trims gives back another glossary than it was given. In CSV a third and fourth column may name the languages.

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
    /// `source<TAB>target`, without quoting.
    Tsv,
    /// RFC 4180: source, target and, where somebody wants, their languages.
    Csv,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("row {row}: {problem}")]
pub struct PairError {
    /// The row, from 1; empty lines count.
    pub row: usize,
    /// What is wrong with it, and what would be right.
    pub problem: String,
}

/// The pairs of a list.
///
/// # Errors
/// The first row that cannot be used; row 1 for a list without rows.
pub fn read(text: &str, format: PairFormat, languages: &LangPair) -> Result<Vec<TermPair>, PairError> {
    let rows = match format {
        PairFormat::Tsv => tsv(text)?,
        PairFormat::Csv => csv(text, languages)?,
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
            let problem = format!("`{source}` stands in row {first} already; each source term may stand once");
            return Err(PairError { row: *row, problem });
        }
    }
    if rows.is_empty() {
        return Err(PairError { row: 1, problem: "there is no entry; give at least one".to_owned() });
    }
    Ok(rows.into_iter().map(|(_, pair)| pair).collect())
}

/// What is wrong with a term, if anything is.
#[must_use]
pub fn fault(term: &str) -> Option<String> {
    if term.is_empty() {
        return Some("is empty; give one".to_owned());
    }
    if let Some(letter) = term.chars().find(|letter| letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}')) {
        let number = u32::from(letter);
        return Some(format!("holds the control character U+{number:04X}; take it out"));
    }
    // Unicode white space, to which U+3000 belongs.
    if term.trim() != term {
        return Some(format!("`{term}` begins or ends with white space; take it away"));
    }
    (term.len() > LONGEST).then(|| format!("has {} bytes of UTF-8, at most {LONGEST} are taken", term.len()))
}

/// The list as tab-separated text.
#[must_use]
pub fn write(pairs: &[TermPair]) -> String {
    let mut text = String::new();
    for pair in pairs {
        // A `String` takes everything.
        let _ = writeln!(text, "{}\t{}", pair.source, pair.target);
    }
    text.truncate(text.trim_end_matches('\n').len());
    text
}

fn tsv(text: &str) -> Result<Vec<(usize, TermPair)>, PairError> {
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
            let problem = format!("there are {count} columns; a row is a source term, a tab and a target term");
            return Err(PairError { row: index + 1, problem });
        };
        rows.push((index + 1, TermPair { source: source.to_owned(), target: target.to_owned() }));
    }
    Ok(rows)
}

fn csv(text: &str, languages: &LangPair) -> Result<Vec<(usize, TermPair)>, PairError> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for (index, record) in reader.records().enumerate() {
        let row = index + 1;
        let record = record.map_err(|error| PairError { row, problem: format!("the CSV cannot be read: {error}") })?;
        let (Some(source), Some(target), 2..=4) = (record.get(0), record.get(1), record.len()) else {
            let count = record.len();
            let problem =
                format!("there are {count} columns; a row is a source and a target term, and may name both languages");
            return Err(PairError { row, problem });
        };
        for (column, wanted) in [(2, &languages.source), (3, &languages.target)] {
            let Some(given) = record.get(column).filter(|given| !given.is_empty()) else { continue };
            if Lang::parse(given).is_ok_and(|given| given.primary() == wanted.primary()) {
                continue;
            }
            return Err(PairError {
                row,
                problem: format!("the language is `{given}`, that of the list is `{wanted}`"),
            });
        }
        rows.push((row, TermPair { source: source.to_owned(), target: target.to_owned() }));
    }
    Ok(rows)
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
            ("a\tb\na\tc", 2, "stands in row 1 already"),
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
            [("a,b\nc,d,en,ja", 2, "language is `en`"), ("a", 1, "1 columns"), ("a,b,,,", 1, "5 columns")]
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
