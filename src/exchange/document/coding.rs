//! New text comes in; the same as a format writes it at a place goes out.

/// How text is written at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    /// Content of an XML element.
    Xml,
    /// Between the quotation marks of a PO string.
    Po,
    /// A cell of a table.
    Cell {
        /// What parts cells.
        separator: char,
        /// Whether the cell stands in quotation marks.
        quoted: bool,
        /// Whether a cell in quotation marks may hold line ends.
        lines: bool,
    },
    /// Text of one line.
    Line,
    /// A paragraph; its line ends are spaces or nothing.
    Flow,
}

impl Coding {
    /// The text as it is written here; `cdata` in a CDATA section. What the format cannot hold becomes a space, or is
    /// left out where it is a control character.
    pub(super) fn encode(self, text: &str, cdata: bool) -> String {
        match self {
            Self::Xml if cdata => text.replace("]]>", "]]]]><![CDATA[>"),
            Self::Xml => {
                let mut written = String::with_capacity(text.len());
                for letter in text.chars() {
                    match letter {
                        '&' => written.push_str("&amp;"),
                        '<' => written.push_str("&lt;"),
                        '>' => written.push_str("&gt;"),
                        '\r' => written.push_str("&#13;"),
                        '\t' | '\n' => written.push(letter),
                        letter if letter.is_control() => {}
                        letter => written.push(letter),
                    }
                }
                written
            }
            Self::Po => {
                let mut written = String::with_capacity(text.len());
                for letter in text.chars() {
                    match letter {
                        '"' => written.push_str("\\\""),
                        '\\' => written.push_str("\\\\"),
                        '\n' => written.push_str("\\n"),
                        '\t' => written.push_str("\\t"),
                        '\r' => written.push_str("\\r"),
                        letter if letter.is_control() => {}
                        letter => written.push(letter),
                    }
                }
                written
            }
            Self::Cell { quoted, lines, .. } => {
                let text = if lines { text.to_owned() } else { in_one_line(text) };
                if quoted { text.replace('"', "\"\"") } else { text }
            }
            Self::Line => in_one_line(text),
            Self::Flow => {
                let lines: Vec<&str> = text.lines().map(str::trim_end).filter(|line| !line.is_empty()).collect();
                if text.contains('\n') { lines.join(" ") } else { text.replace('\r', " ") }
            }
        }
    }

    /// The whole place anew, where text without quotation marks cannot hold what is to stand there.
    pub(super) fn needs_rewriting(self, whole: impl FnOnce() -> String) -> Option<String> {
        let Self::Cell { separator, quoted: false, lines } = self else { return None };
        let whole = whole();
        let whole = if lines { whole } else { in_one_line(&whole) };
        let needs = whole.starts_with('"') || whole.contains([separator, '\n', '\r']);
        needs.then(|| format!("\"{}\"", whole.replace('"', "\"\"")))
    }
}

/// The text without line ends.
fn in_one_line(text: &str) -> String {
    text.replace("\r\n", " ").replace(['\n', '\r'], " ")
}
