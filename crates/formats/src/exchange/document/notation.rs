//! How a format writes a text at its position in the file.

use std::borrow::Cow;

use crate::exchange::cell::{begins_like_formula, guard, unguard};
use crate::exchange::cleaning::in_one_line;

/// How text is written at its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum Notation {
    /// Content of an XML element.
    Xml,
    /// Between the quotation marks of a PO string.
    Po,
    /// A cell of a table.
    Cell {
        /// The separator of cells.
        separator: char,
        /// Whether the cell stands in quotation marks.
        quoted: bool,
        /// Whether a cell in quotation marks may contain line ends.
        multiline: bool,
        /// Whether an apostrophe before the text keeps spreadsheets from running it as a formula.
        guarded: bool,
    },
    /// Text of one line.
    Line,
    /// A paragraph, whose line ends count as spaces or as nothing.
    Paragraph,
}

impl Notation {
    /// The text as it is written here; `cdata` in a CDATA section. What the format cannot hold becomes a space, or is left
    /// out if it is a control character.
    pub(in crate::exchange) fn encode(self, text: &str, cdata: bool) -> String {
        match self {
            Self::Xml if cdata => text.replace("]]>", "]]]]><![CDATA[>"),
            Self::Xml => escaped(text, |letter| match letter {
                '&' => Some("&amp;"),
                '<' => Some("&lt;"),
                '>' => Some("&gt;"),
                '\r' => Some("&#13;"),
                _ => None,
            }),
            Self::Po => escaped(text, |letter| match letter {
                '"' => Some("\\\""),
                '\\' => Some("\\\\"),
                '\n' => Some("\\n"),
                '\t' => Some("\\t"),
                '\r' => Some("\\r"),
                _ => None,
            }),
            Self::Cell { quoted, multiline, .. } => {
                let text = if multiline { Cow::Borrowed(text) } else { in_one_line(text) };
                if quoted { text.replace('"', "\"\"") } else { text.into_owned() }
            }
            Self::Line => in_one_line(text).into_owned(),
            Self::Paragraph => {
                let lines: Vec<&str> = text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
                if text.contains('\n') { lines.join(" ") } else { text.replace('\r', " ") }
            }
        }
    }

    /// The new content of the whole span, if writing only the changed part would not read back as the text: a cell without
    /// quotation marks that needs them, or one with an apostrophe against formulas.
    pub(in crate::exchange) fn rewritten(self, whole: impl FnOnce() -> String) -> Option<String> {
        let Self::Cell { separator, quoted, multiline, guarded } = self else { return None };
        if quoted && !guarded {
            let whole = whole();
            return (unguard(&whole) != whole).then(|| guard(&whole).replace('"', "\"\""));
        }
        let whole = whole();
        let whole = if multiline { Cow::Borrowed(whole.as_str()) } else { in_one_line(&whole) };
        let guards = unguard(&whole) != whole || (guarded && begins_like_formula(&whole));
        let whole = if guards { guard(&whole) } else { whole };
        if quoted {
            return Some(whole.replace('"', "\"\""));
        }
        let quotes = whole.starts_with('"') || whole.contains([separator, '\n', '\r']);
        match (quotes, guarded || guards) {
            (true, _) => Some(format!("\"{}\"", whole.replace('"', "\"\""))),
            (false, true) => Some(whole.into_owned()),
            (false, false) => None,
        }
    }
}

fn escaped(text: &str, escape: impl Fn(char) -> Option<&'static str>) -> String {
    let mut written = String::with_capacity(text.len());
    for letter in text.chars() {
        match escape(letter) {
            Some(escape) => written.push_str(escape),
            None if letter.is_control() && !matches!(letter, '\t' | '\n') => {}
            None => written.push(letter),
        }
    }
    written
}
