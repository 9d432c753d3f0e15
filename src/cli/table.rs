//! Rows of cells in, lines with columns that stand below each other out, full-width characters counted as two.

use std::io::Write;

use unicode_width::UnicodeWidthStr;

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

/// The rows as lines. Cells of a column are padded to the widest; those of columns in `right` stand at its right end.
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

/// What comes out of a document is shown without characters that command a terminal.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// A text with its places as `mark` shows them.
pub(super) fn marked(text: &str, places: &[Span], mark: impl Fn(&str) -> String) -> String {
    let mut line = String::new();
    let mut at = 0;
    for place in places.iter().filter(|place| place.end <= text.len()) {
        // What folds from one character, such as ㎜, may be several places of the same.
        if place.start < at {
            continue;
        }
        line.push_str(&plain(Span::new(at, place.start).of(text)));
        line.push_str(&mark(&plain(place.of(text))));
        at = place.end;
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
        assert_eq!(plain("a\u{1b}[2Jb\r\n"), "a [2Jb  ");
    }
}
