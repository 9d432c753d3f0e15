//! Lines of a PO file come in one by one; whole entries go out.
//!
//! The rules are those of GNU gettext: an entry is comments, then `msgctxt`, `msgid`, `msgid_plural` and `msgstr`, each
//! a string in C syntax that may go on over several lines. A blank line ends an entry, and so does the first line that
//! can only belong to another.

use crate::exchange::read::strings::push_clean;
use crate::exchange::read::{Fault, limits};

/// The most forms of a plural a catalogue may give; no language has more than six.
const FORMS: usize = 32;

/// An entry as far as it has been read.
#[derive(Debug, Default)]
pub(super) struct Entry {
    /// The line of its first keyword, 0 before it.
    pub(super) line: u64,
    /// `msgctxt`.
    pub(super) context: Option<String>,
    /// `msgid`.
    pub(super) source: Option<String>,
    /// `msgid_plural`.
    pub(super) plural: Option<String>,
    /// `msgstr`, or its forms by number.
    pub(super) targets: Vec<String>,
    /// Whether it is marked fuzzy.
    pub(super) fuzzy: bool,
    /// The first file it is used in, as the comment `#:` says.
    pub(super) document: Option<String>,
    /// What is wrong with it.
    pub(super) fault: Option<Fault>,
    open: Option<Place>,
    weight: usize,
}

/// The string that lines in quotes go on with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Context,
    Source,
    Plural,
    Target(usize),
}

/// What a line was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Taken {
    /// Part of the entry.
    Yes,
    /// The end of the entry; the line is used up.
    End,
    /// The end of the entry; the line belongs to the next.
    Before,
}

impl Entry {
    /// Takes a line in, without its line end.
    pub(super) fn take(&mut self, line: &str, number: u64) -> Taken {
        let line = line.trim();
        if line.is_empty() {
            return if self.is_begun() { Taken::End } else { Taken::Yes };
        }
        if let Some(comment) = line.strip_prefix('#') {
            if self.is_begun() {
                return Taken::Before;
            }
            self.comment(comment);
            return Taken::Yes;
        }
        if line.starts_with('"') {
            self.begin(number);
            match self.open {
                Some(place) => self.string(place, line),
                None => self.fail("a string stands before any keyword"),
            }
            return Taken::Yes;
        }
        let (keyword, rest) = line.split_at(line.find(['"', ' ', '\t']).unwrap_or(line.len()));
        let place = match keyword {
            "msgctxt" => Place::Context,
            "msgid" => Place::Source,
            "msgid_plural" => Place::Plural,
            "msgstr" => Place::Target(0),
            "domain" => return if self.is_begun() { Taken::Before } else { Taken::Yes },
            other => match form(other) {
                Some(form) => Place::Target(form),
                None => {
                    self.begin(number);
                    self.fail("a line is neither comment, keyword nor string");
                    return Taken::Yes;
                }
            },
        };
        let again = match place {
            Place::Context => self.context.is_some() || self.source.is_some(),
            Place::Source => self.source.is_some() || !self.targets.is_empty(),
            Place::Plural | Place::Target(_) => false,
        };
        if again {
            return Taken::Before;
        }
        self.begin(number);
        self.open = Some(place);
        match place {
            Place::Context => self.context = Some(String::new()),
            Place::Source => self.source = Some(String::new()),
            Place::Plural => self.plural = Some(String::new()),
            Place::Target(form) if form < FORMS => {
                let length = self.targets.len().max(form + 1);
                self.targets.resize(length, String::new());
            }
            Place::Target(_) => {
                self.open = None;
                self.fail("it has more plural forms than any language");
                return Taken::Yes;
            }
        }
        self.string(place, rest.trim_start());
        Taken::Yes
    }

    /// Whether anything but comments has been read.
    pub(super) fn is_begun(&self) -> bool {
        self.line > 0
    }

    fn begin(&mut self, number: u64) {
        if self.line == 0 {
            self.line = number;
        }
    }

    /// A comment, without its `#`.
    fn comment(&mut self, comment: &str) {
        match comment.chars().next() {
            // An obsolete entry; comments before it were its own.
            Some('~') => *self = Self::default(),
            Some(',' | '=') => self.fuzzy |= comment[1..].split(',').any(|flag| flag.trim() == "fuzzy"),
            Some(':') if self.document.is_none() => self.document = document(&comment[1..]),
            _ => {}
        }
    }

    fn fail(&mut self, problem: &str) {
        self.fault.get_or_insert(Fault::broken_row(problem));
    }

    /// Adds a string in quotes to where it belongs.
    fn string(&mut self, place: Place, quoted: &str) {
        self.weight = self.weight.saturating_add(quoted.len());
        if self.weight > limits::UNIT {
            for text in [&mut self.context, &mut self.source, &mut self.plural].into_iter().flatten() {
                text.clear();
            }
            self.targets.clear();
            self.open = None;
            self.fault = Some(Fault::UnitTooLarge);
            return;
        }
        let text = match unquoted(quoted) {
            Ok(text) => text,
            Err(problem) => return self.fail(problem),
        };
        let kept = match place {
            Place::Context => self.context.as_mut(),
            Place::Source => self.source.as_mut(),
            Place::Plural => self.plural.as_mut(),
            Place::Target(form) => self.targets.get_mut(form),
        };
        if let Some(kept) = kept {
            push_clean(kept, &text);
        }
    }
}

/// The number of `msgstr[1]`.
fn form(keyword: &str) -> Option<usize> {
    keyword.strip_prefix("msgstr[")?.strip_suffix(']')?.trim().parse().ok()
}

/// The first file of a comment `#: path/file.c:12 other.c:3`; names with spaces stand between isolates.
fn document(references: &str) -> Option<String> {
    let references = references.trim();
    let first = match references.strip_prefix('\u{2068}') {
        Some(isolated) => isolated.split('\u{2069}').next()?,
        None => references.split_whitespace().next()?,
    };
    let name = match first.rsplit_once(':') {
        Some((name, line)) if line.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => first,
    };
    (!name.is_empty()).then(|| name.to_owned())
}

/// The text of a string in C syntax.
fn unquoted(quoted: &str) -> Result<String, &'static str> {
    let inside = quoted.strip_prefix('"').ok_or("a string does not begin with a quotation mark")?;
    let mut text = String::with_capacity(inside.len());
    let mut letters = inside.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' => {
                return if letters.next().is_none() { Ok(text) } else { Err("something stands behind a string") };
            }
            '\\' => match letters.next() {
                Some('n') => text.push('\n'),
                Some('t') => text.push('\t'),
                Some('r') => text.push('\r'),
                // Bell, backspace, vertical tab, form feed: nothing a text keeps.
                Some('a' | 'b' | 'v' | 'f') => {}
                Some(same @ ('"' | '\\' | '\'' | '?')) => text.push(same),
                Some('x') => {
                    let digits: String = std::iter::from_fn(|| letters.next_if(char::is_ascii_hexdigit)).collect();
                    text.push(number(&digits, 16).ok_or("an escape `\\x` names no character")?);
                }
                Some(first @ '0'..='7') => {
                    let mut digits = first.to_string();
                    while digits.len() < 3
                        && let Some(digit) = letters.next_if(|letter| matches!(letter, '0'..='7'))
                    {
                        digits.push(digit);
                    }
                    text.push(number(&digits, 8).ok_or("an octal escape names no character")?);
                }
                _ => return Err("a backslash stands before a character it cannot stand before"),
            },
            letter => text.push(letter),
        }
    }
    Err("a string does not end with a quotation mark")
}

/// The character of a number. Escapes speak of bytes, so only those that are characters by themselves are sure.
fn number(digits: &str, radix: u32) -> Option<char> {
    u32::from_str_radix(digits, radix).ok().filter(|number| *number < 0x80).and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::{document, unquoted};

    #[test]
    fn strings_are_read_as_c_writes_them() {
        for (given, want) in [
            (r#""脳の一部。""#, Ok("脳の一部。")),
            (r#""a\tb\\n\"c\"\n""#, Ok("a\tb\\n\"c\"\n")),
            (r#""\x41\101\r\a""#, Ok("AA\r")),
            (r#""𠮷ｶﾅﾞ""#, Ok("𠮷ｶﾅﾞ")),
            (r#""""#, Ok("")),
            (r#""a"#, Err("a string does not end with a quotation mark")),
            (r#""a" b"#, Err("something stands behind a string")),
            (r#"a""#, Err("a string does not begin with a quotation mark")),
            (r#""\q""#, Err("a backslash stands before a character it cannot stand before")),
            (r#""\xe3""#, Err("an escape `\\x` names no character")),
            (r#""\777""#, Err("an octal escape names no character")),
        ] {
            assert_eq!(unquoted(given).as_deref(), want.as_ref().map(|text| *text), "{given}");
        }
    }

    #[test]
    fn the_document_is_the_first_file_without_its_line() {
        for (given, want) in [
            (" topics/db.txt:12 other.txt:3", Some("topics/db.txt")),
            (" C:\\a\\b.c:7", Some("C:\\a\\b.c")),
            (" \u{2068}発表 資料.md\u{2069}:4", Some("発表 資料.md")),
            (" menu", Some("menu")),
            ("  ", None),
        ] {
            assert_eq!(document(given).as_deref(), want, "{given}");
        }
    }
}
