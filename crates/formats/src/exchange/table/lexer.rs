//! The lexer of tables: the cells of a row with their positions.

use super::separator::declared_separator;
use crate::exchange::cell::unguard;
use crate::exchange::document::{Notation, Passage};
use crate::exchange::limits;
use crate::model::Span;

/// How the cells of a table are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) struct Cells {
    /// What stands between cells.
    pub(in crate::exchange) separator: char,
    /// Whether a cell in quotation marks may have several lines.
    pub(in crate::exchange) multiline: bool,
}

/// A row of a table.
#[derive(Debug)]
pub(in crate::exchange) struct Row {
    /// Its cells; none for a comment or an empty line.
    pub(in crate::exchange) cells: Vec<Passage>,
    /// How many bytes it takes without its line end.
    pub(in crate::exchange) length: usize,
    /// How many bytes it takes with its line end.
    pub(in crate::exchange) whole: usize,
    /// Cells with a quotation mark that is not closed.
    pub(in crate::exchange) unclosed: Vec<Span>,
}

/// The row at the beginning of `rest`, which stands at offset `at`. `is_first` says whether only comments stand before
/// it. `None` means that more of the file is needed, or that it has ended.
pub(in crate::exchange) fn row(rest: &str, at: usize, cells: Cells, is_first: bool, complete: bool) -> Option<Row> {
    if rest.is_empty() {
        return None;
    }
    if is_first
        && rest.get(..5).is_some_and(|start| {
            start.trim_start_matches('"').get(..4).is_some_and(|name| name.eq_ignore_ascii_case("sep="))
        })
    {
        let end = line_end(rest, 0, complete)?;
        if declared_separator(&rest[..end]).is_some() {
            return finished(rest, end, Vec::new(), Vec::new(), complete);
        }
    }
    if rest.starts_with('#') {
        let end = line_end(rest, 0, complete)?;
        if is_first || !rest[..end].contains(cells.separator) {
            return finished(rest, end, Vec::new(), Vec::new(), complete);
        }
    }
    let mut passages = Vec::new();
    let mut unclosed = Vec::new();
    let mut start = 0;
    loop {
        let end = match cells.quoted(rest, start, at, complete) {
            Quoted::Incomplete => return None,
            Quoted::Cell(cell, end) => {
                passages.push(cell);
                end
            }
            Quoted::Not => {
                let end = rest[start..].find([cells.separator, '\n', '\r']).map(|length| start + length);
                let end = end.or(complete.then_some(rest.len()))?;
                if cells.multiline && rest[start..].starts_with('"') {
                    unclosed.push(Span::new(at + start, at + end));
                }
                let text = &rest[start..end];
                let mut cell = Passage::new(0, at + start, cells.notation(false, unguard(text) != text));
                cell.push(unguard(text), at + end - unguard(text).len());
                cell.set_file_span(Span::new(at + start, at + end));
                passages.push(cell);
                end
            }
        };
        if rest[end..].starts_with(cells.separator) {
            start = end + cells.separator.len_utf8();
        } else {
            return finished(rest, end, passages, unclosed, complete);
        }
    }
}

fn finished(rest: &str, end: usize, cells: Vec<Passage>, unclosed: Vec<Span>, complete: bool) -> Option<Row> {
    let behind = &rest[end..];
    let line_end = match behind {
        "" | "\r" if !complete => return None,
        "" => 0,
        _ if behind.starts_with("\r\n") => 2,
        _ => 1,
    };
    Some(Row { cells, length: end, whole: end + line_end, unclosed })
}

fn line_end(rest: &str, start: usize, complete: bool) -> Option<usize> {
    let end = rest[start..].find(['\n', '\r']).map(|length| start + length);
    end.or(complete.then_some(rest.len()))
}

impl Cells {
    /// Cells of a table of texts or terms, with this separator.
    pub(in crate::exchange) fn separated_by(separator: char) -> Self {
        Self { separator, multiline: separator != '\t' }
    }

    /// How a cell is written.
    pub(in crate::exchange) fn notation(self, quoted: bool, guarded: bool) -> Notation {
        Notation::Cell { separator: self.separator, quoted, multiline: self.multiline, guarded }
    }

    /// The cell in quotation marks at `start`.
    fn quoted(self, rest: &str, start: usize, at: usize, complete: bool) -> Quoted {
        if rest.len() == start && !complete {
            return Quoted::Incomplete;
        }
        if !rest[start..].starts_with('"') {
            return Quoted::Not;
        }
        // No cell is longer than a unit; so a mark that is never closed costs little.
        let limit = rest.floor_char_boundary(start + limits::UNIT);
        let inside = start + 1;
        let guarded = unguard(&rest[inside..]).len() != rest[inside..].len();
        let mut cell = Passage::new(0, at + inside, self.notation(true, guarded));
        let mut from = inside + usize::from(guarded);
        let (mut has_line_end, mut has_separator) = (false, false);
        loop {
            let searched = rest.get(from..limit).unwrap_or_default();
            let length = searched.find('"');
            if !self.multiline {
                // With tabs, a mark at the beginning may be part of a text; what follows the next tab is another cell.
                let piece = &searched[..length.unwrap_or(searched.len())];
                has_line_end |= piece.contains(['\n', '\r']);
                has_separator |= piece.contains(self.separator);
                if has_line_end && has_separator {
                    return Quoted::Not;
                }
            }
            let mark = match length {
                Some(length) => from + length,
                None if complete || limit < rest.len() => return Quoted::Not,
                None => return Quoted::Incomplete,
            };
            cell.push(&rest[from..mark], at + from);
            let behind = &rest[mark + 1..];
            if behind.is_empty() && !complete {
                return Quoted::Incomplete;
            } else if behind.starts_with('"') {
                cell.push_written('"', Span::new(at + mark, at + mark + 2));
                from = mark + 2;
            } else if behind.is_empty() || behind.starts_with([self.separator, '\n', '\r']) {
                cell.set_file_span(Span::new(at + inside, at + mark));
                return Quoted::Cell(cell, mark + 1);
            } else {
                return Quoted::Not;
            }
        }
    }
}

/// Whether a cell stands in quotation marks.
enum Quoted {
    /// The cell, and where it ends.
    Cell(Passage, usize),
    /// It does not, or not as it should.
    Not,
    /// More of the file is needed to know.
    Incomplete,
}

#[cfg(test)]
mod tests {
    use super::{Cells, row};

    /// The rows of a table, in which the file arrives `step` bytes at a time.
    fn rows(table: &str, separator: char, step: usize) -> Vec<Vec<String>> {
        let (mut rows, mut at, mut end) = (Vec::new(), 0, 0);
        loop {
            match row(&table[at..end], at, Cells::separated_by(separator), rows.is_empty(), end == table.len()) {
                Some(row) => {
                    at += row.whole;
                    if !row.cells.is_empty() {
                        rows.push(row.cells.iter().map(|cell| cell.text().to_owned()).collect());
                    }
                }
                None if end == table.len() => return rows,
                None => end = table.ceil_char_boundary(end + step),
            }
        }
    }

    #[test]
    fn a_table_has_the_same_rows_however_it_arrives() {
        for (table, separator, want) in [
            ("a,b\r\nc,d\re,f\n", ',', &[&["a", "b"][..], &["c", "d"], &["e", "f"]][..]),
            ("\"a,\n\"\"b\"\"\",c\n", ',', &[&["a,\n\"b\"", "c"]]),
            ("a;\"b\";\n", ';', &[&["a", "b", ""]]),
            ("\"a\tb\"\t\"c\"\"\"\n", '\t', &[&["a\tb", "c\""]]),
            ("\"a\tb\nc\t5\" x\n", '\t', &[&["\"a", "b"], &["c", "5\" x"]]),
            ("\"a\"b,c\n\"d,e", ',', &[&["\"a\"b", "c"], &["\"d", "e"]]),
            ("\"a\nb\"\tc\r\nd\n", '\t', &[&["a\nb", "c"], &["d"]]),
            ("a\t\"b\n\"\"c\"\"\n\"\nd", '\t', &[&["a", "b\n\"c\"\n"], &["d"]]),
            ("a\t\"b\nc\td\"\n", '\t', &[&["a", "\"b"], &["c", "d\""]]),
            ("sep=;\r\nja;en\n", ';', &[&["ja", "en"]]),
            ("\"SEP=,\"\nja,en\nsep=;\n", ',', &[&["ja", "en"], &["sep=;"]]),
            ("sep=a\nb\n", ',', &[&["sep=a"], &["b"]]),
            ("'=a,\"'+b\",'c,''=d\n", ',', &[&["=a", "+b", "'c", "'=d"]]),
            ("# x, y\nja,en\n#1,one\n# z\n", ',', &[&["ja", "en"], &["#1", "one"]]),
            ("𠮷\u{1},ー\u{feff}", ',', &[&["𠮷", "ー"]]),
        ] {
            for step in [1, 2, 3, 100] {
                assert_eq!(rows(table, separator, step), want, "{table:?} {step}");
            }
        }
    }
}
