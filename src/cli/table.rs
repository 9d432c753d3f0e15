//! Tables and text for a terminal: aligned columns, counts, text without control characters. Full-width characters take two
//! columns.

use std::io::Write;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::app::AppError;
use crate::model::Span;

/// The columns of a terminal whose width is not known, and of output that goes to a file or another program.
const USUAL_WIDTH: usize = 80;

/// What separates two columns.
const GAP: &str = "  ";

/// No column of text is cut to less than this.
const NARROWEST: usize = 6;

/// How many columns a line may take.
pub(super) fn line_width() -> usize {
    let size = console::Term::stdout().size_checked();
    size.map(|(_, columns)| usize::from(columns)).filter(|columns| *columns > 0).unwrap_or(USUAL_WIDTH)
}

/// Writes lines to standard output.
pub(super) fn lines(lines: &[String]) -> Result<(), AppError> {
    let mut out = std::io::stdout().lock();
    for line in lines {
        writeln!(out, "{line}").map_err(AppError::Output)?;
    }
    Ok(())
}

/// The rows as lines that fit the terminal. Cells of a column are padded to the widest; those of columns in `right` are aligned
/// to the right. Where the lines would be too long, the longest texts are cut in the middle, but not numbers, and not the
/// columns in `whole`.
pub(super) fn aligned(rows: &[Vec<String>], right: &[usize], whole: &[usize]) -> Vec<String> {
    aligned_within(line_width(), rows, right, whole)
}

fn aligned_within(columns: usize, rows: &[Vec<String>], right: &[usize], whole: &[usize]) -> Vec<String> {
    let count = rows.iter().map(Vec::len).max().unwrap_or_default();
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width()).max().unwrap_or_default()
    };
    let mut widths: Vec<usize> = (0..count).map(width).collect();
    let fixed: Vec<usize> = right.iter().chain(whole).copied().collect();
    narrow(&mut widths, columns, &fixed);
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| {
            let cell = cut(cell, *width);
            let space = " ".repeat(width.saturating_sub(cell.width()));
            if right.contains(&column) { format!("{space}{cell}") } else { format!("{cell}{space}") }
        });
        cells.collect::<Vec<_>>().join(GAP).trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}

/// Makes the widest columns of text narrower, until the lines fit.
fn narrow(widths: &mut [usize], columns: usize, fixed: &[usize]) {
    let gaps = GAP.len() * widths.len().saturating_sub(1);
    loop {
        let surplus = (widths.iter().sum::<usize>() + gaps).saturating_sub(columns);
        let texts = widths.iter().enumerate().filter(|(column, _)| !fixed.contains(column));
        let Some((widest, width)) = texts.max_by_key(|(_, width)| **width).map(|(column, width)| (column, *width))
        else {
            return;
        };
        if surplus == 0 || width <= NARROWEST {
            return;
        }
        // Down to the next widest at most, so that all columns of text give way alike.
        let others = widths.iter().enumerate().filter(|(column, _)| *column != widest && !fixed.contains(column));
        let next = others.map(|(_, width)| *width).max().unwrap_or_default();
        let step = if next < width { surplus.min(width - next) } else { 1 };
        if let Some(own) = widths.get_mut(widest) {
            *own = (width - step.max(1)).max(NARROWEST);
        }
    }
}

/// A text of at most `columns` columns: the beginning and the end, with an ellipsis between them where something is left out.
pub(super) fn cut(text: &str, columns: usize) -> String {
    if text.width() <= columns {
        return text.to_owned();
    }
    let room = columns.saturating_sub(1);
    let end: String = {
        let rest: Vec<char> = taken(text.chars().rev(), room / 2).collect();
        rest.into_iter().rev().collect()
    };
    let start: String = taken(text.chars(), room - end.width()).collect();
    // A mark without its letter belongs to nothing.
    format!("{start}…{}", end.trim_start_matches(|c: char| c.width() == Some(0) || matches!(c, 'ﾞ' | 'ﾟ')))
}

/// The first characters that fit into so many columns.
fn taken(characters: impl Iterator<Item = char>, columns: usize) -> impl Iterator<Item = char> {
    let mut used = 0;
    characters.take_while(move |c| {
        used += c.width().unwrap_or_default();
        used <= columns
    })
}

/// A text as lines that fit the terminal, broken at spaces where there are any. Lines after the first begin with `indent`.
pub(super) fn wrapped(text: &str, indent: &str) -> Vec<String> {
    wrapped_within(line_width(), text, indent)
}

fn wrapped_within(columns: usize, text: &str, indent: &str) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = text.to_owned();
    while rest.width() > columns {
        let whole: usize = taken(rest.chars(), columns).map(char::len_utf8).sum();
        let least = indent.len() + 1;
        let space = rest[..whole].rfind(' ').filter(|at| *at > least);
        let at = space.unwrap_or(whole);
        if rest[..at].trim().is_empty() {
            break;
        }
        lines.push(rest[..at].trim_end().to_owned());
        rest = format!("{indent}{}", rest[at..].trim_start());
    }
    lines.push(rest);
    lines
}

/// Text of a document without control characters, which could command the terminal.
pub(super) fn plain(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

/// The day of a moment in RFC 3339.
pub(super) fn day(moment: &str) -> String {
    moment.split('T').next().unwrap_or_default().to_owned()
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
        assert_eq!(aligned(&rows, &[1], &[]), ["𠮷野家   1", "ｶﾅab    20"]);
        assert_eq!(shortened("𠮷野\t家", 3), "𠮷野 …");
        assert_eq!(plain("a\u{1b}[2Jb\r\n"), "a [2Jb  ");
    }

    #[test]
    fn a_line_that_is_too_long_gives_up_the_middle_of_its_longest_texts() {
        let rows = [
            vec!["視床下部のニューロン".to_owned(), "hypothalamic neuron".to_owned(), "12345".to_owned()],
            vec!["𠮷".to_owned(), "a".to_owned(), "6".to_owned()],
        ];
        assert_eq!(
            aligned_within(30, &rows, &[2], &[]),
            ["視床下…ロン  hypot…uron  12345", "𠮷           a               6"]
        );
        assert_eq!(aligned_within(80, &rows, &[2], &[])[0], "視床下部のニューロン  hypothalamic neuron  12345");
        for (text, columns, want) in
            [("abcdef", 5, "ab…ef"), ("視床下部", 6, "視…部"), ("ｶﾞｶﾞｶﾞ", 4, "ｶﾞ…"), ("ab", 2, "ab"), ("", 0, "")]
        {
            assert_eq!(cut(text, columns), want, "{text}");
        }
    }

    #[test]
    fn a_long_line_goes_on_below() {
        for (text, columns, want) in [
            ("  by a: 視床下部の細胞", 14, vec!["  by a:", "    視床下部の", "    細胞"]),
            ("one two three", 9, vec!["one two", "    three"]),
            ("short", 9, vec!["short"]),
        ] {
            assert_eq!(wrapped_within(columns, text, "    "), want, "{text}");
        }
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
