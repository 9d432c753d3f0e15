//! Tables and text for a terminal: aligned columns, counts, text without control characters. Full-width characters take two
//! columns.

use std::io::Write;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::app::AppError;
use crate::model::Span;

/// Writes lines to standard output.
pub(super) fn lines(lines: &[String]) -> Result<(), AppError> {
    let mut out = std::io::stdout().lock();
    for line in lines {
        writeln!(out, "{line}").map_err(AppError::Output)?;
    }
    Ok(())
}

/// The rows as lines. Cells of a column are padded to the widest; those of columns in `right` are aligned to the right.
pub(super) fn aligned(rows: &[Vec<String>], right: &[usize]) -> Vec<String> {
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..count).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            let space = " ".repeat(width.saturating_sub(cell.width()));
            if right.contains(&column) { format!("{space}{cell}") } else { format!("{cell}{space}") }
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

/// Text of a document without control characters, which could command the terminal.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A count with its noun, given in the singular: `1 concept`, `2 concepts`.
pub(super) fn counted(count: impl TryInto<u64>, noun: &str) -> String {
    let count = count.try_into().unwrap_or(u64::MAX);
    match noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        _ if count == 1 => format!("1 {noun}"),
        Some(stem) => format!("{count} {stem}ies"),
        None => format!("{count} {noun}s"),
    }
}

/// The beginning of a text, at most `longest` characters, with an ellipsis where it goes on.
pub(super) fn shortened(text: &str, longest: usize) -> String {
    let mut start: String = plain(text).chars().take(longest).collect();
    if start.chars().count() < text.chars().count() {
        start.push('…');
    }
    start
}

/// The beginning of a text that takes at most `columns` columns, with an ellipsis where it goes on.
pub(super) fn fitted(text: &str, columns: usize) -> String {
    let text = plain(text);
    if text.width() <= columns {
        return text;
    }
    let mut start = String::new();
    let mut taken = 1;
    for c in text.chars() {
        taken += c.width().unwrap_or(0);
        if taken > columns {
            break;
        }
        start.push(c);
    }
    start.push('…');
    start
}

/// A text with its spans as `mark` prints them.
pub(super) fn marked(text: &str, spans: &[Span], mark: impl Fn(&str) -> String) -> String {
    let mut line = String::new();
    let mut at = 0;
    for span in spans.iter().filter(|span| span.end <= text.len()) {
        // A character that folds into several, such as ㎜, can be matched several times.
        if span.start < at {
            continue;
        }
        line.push_str(&plain(Span::new(at, span.start).of(text)));
        line.push_str(&mark(&plain(span.of(text))));
        at = span.end;
    }
    line.push_str(&plain(Span::new(at, text.len()).of(text)));
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_width_characters_take_two_columns() {
        let rows = [vec!["𠮷野家".to_owned(), "1".to_owned()], vec!["ｶﾅab".to_owned(), "20".to_owned()]];
        assert_eq!(aligned(&rows, &[1]), ["𠮷野家   1", "ｶﾅab    20"]);
        assert_eq!(shortened("𠮷野\t家", 3), "𠮷野 …");
        assert_eq!(plain("a\u{1b}[2Jb\r\n"), "a [2Jb  ");
    }

    #[test]
    fn a_fitted_text_takes_no_more_than_its_columns() {
        for (text, columns, want) in [
            ("視床下部", 8, "視床下部"),
            ("視床下部", 7, "視床下…"),
            ("視床下部", 6, "視床…"),
            ("ｶﾅ\tab", 4, "ｶﾅ …"),
            ("abc", 3, "abc"),
        ] {
            assert_eq!(fitted(text, columns), want, "{text} {columns}");
        }
    }

    #[test]
    fn counts_agree_with_their_nouns() {
        for (count, noun, want) in [
            (1_u64, "concept", "1 concept"),
            (0, "concept", "0 concepts"),
            (2, "entry", "2 entries"),
            (3, "day", "3 days"),
        ] {
            assert_eq!(counted(count, noun), want);
        }
    }
}
