//! The lexer of PO: what a line is, and what a string in C syntax says.

use crate::exchange::document::Passage;
use crate::model::Span;

/// What a line of a PO file is, without white space at its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line<'a> {
    Blank,
    /// A comment, without its `#`.
    Comment(&'a str),
    /// A keyword, and the offset of what follows it.
    Keyword(Keyword, usize),
    /// A string that continues the one before.
    Continuation,
    /// The keyword `domain`.
    Domain,
    /// A word that is not a keyword.
    Unknown(&'a str),
}

/// A keyword, or the text it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Keyword {
    /// `msgctxt`
    Context,
    /// `msgid`
    Source,
    /// `msgid_plural`
    Plural,
    /// `msgstr`, or one of its forms: `msgstr[1]`
    Target(usize),
}

/// What a line is. gettext allows white space between `msgstr`, `[`, the number and `]`.
pub(super) fn line(text: &str) -> Line<'_> {
    if text.is_empty() {
        return Line::Blank;
    }
    if let Some(comment) = text.strip_prefix('#') {
        return Line::Comment(comment);
    }
    if text.starts_with('"') {
        return Line::Continuation;
    }
    let length = text.find(|c: char| c.is_whitespace() || matches!(c, '"' | '[')).unwrap_or(text.len());
    let word = &text[..length];
    let behind = |at: usize| at + (text[at..].len() - text[at..].trim_start().len());
    let string = behind(length);
    match word {
        "msgctxt" => Line::Keyword(Keyword::Context, string),
        "msgid" => Line::Keyword(Keyword::Source, string),
        "msgid_plural" => Line::Keyword(Keyword::Plural, string),
        "domain" => Line::Domain,
        "msgstr" => match text[string..].strip_prefix('[') {
            None => Line::Keyword(Keyword::Target(0), string),
            Some(index) => match index.split_once(']').map(|(number, _)| (number.len(), number.trim().parse())) {
                Some((length, Ok(form))) => Line::Keyword(Keyword::Target(form), behind(string + length + 2)),
                _ => Line::Unknown(first_word(text)),
            },
        },
        _ => Line::Unknown(first_word(text)),
    }
}

fn first_word(text: &str) -> &str {
    text.split([' ', '\t', '"']).next().unwrap_or_default()
}

/// Whether a line begins an entry: what a file is known by.
pub(in crate::exchange) fn is_entry(text: &str) -> bool {
    matches!(line(text.trim()), Line::Keyword(Keyword::Context | Keyword::Source, _) | Line::Domain if text.contains('"'))
}

/// Whether a line begins an obsolete entry.
pub(in crate::exchange) fn is_obsolete_entry(text: &str) -> bool {
    text.trim_start().strip_prefix("#~").is_some_and(is_entry)
}

/// Adds a string in quotation marks, which stands at offset `at` of the file, to a passage. Several strings on a line
/// are one text. What is wrong is reported when everything that can be read is added.
pub(super) fn push_string(passage: &mut Passage, string: &str, at: usize) -> Result<(), &'static str> {
    let mut problem = Ok(());
    let mut start = 1;
    let mut letters = string.char_indices().skip(1).peekable();
    let mut end = string.len();
    let mut is_closed = false;
    while let Some((mark, letter)) = letters.next() {
        match letter {
            '"' => {
                end = mark;
                is_closed = true;
                break;
            }
            '\\' => {
                let (letter, length) = match escape(&string[mark + 1..]) {
                    Ok(escape) => escape,
                    Err(message) => {
                        problem = Err(message);
                        // The escape is shown as it stands, and what follows the backslash does not end the string.
                        letters.next();
                        continue;
                    }
                };
                passage.push(&string[start..mark], at + start);
                start = mark + 1 + length;
                if let Some(letter) = letter {
                    passage.push_written(letter, Span::new(at + mark, at + start));
                }
                while letters.next_if(|(next, _)| *next < start).is_some() {}
            }
            _ => {}
        }
    }
    passage.push(&string[start.min(end)..end], at + start);
    passage.set_file_span(Span::new(passage.file_span().start.min(at + 1), at + end));
    if !is_closed {
        return Err("The string does not end. Close it with `\"`.");
    }
    let behind = string[end + 1..].trim_start();
    if behind.starts_with('"') {
        return problem.and(push_string(passage, behind, at + (string.len() - behind.len())));
    }
    if !behind.is_empty() {
        return Err("Something follows the string. Delete it, or write `\\\"` for `\"` inside.");
    }
    problem
}

/// The character an escape sequence stands for, without its backslash, and its length; none for control characters no
/// text holds.
fn escape(text: &str) -> Result<(Option<char>, usize), &'static str> {
    let digits = |text: &str, radix| text.chars().take_while(|letter| letter.is_digit(radix)).count();
    Ok(match text.chars().next() {
        Some('n') => (Some('\n'), 1),
        Some('t') => (Some('\t'), 1),
        Some('r') => (Some('\r'), 1),
        Some('a' | 'b' | 'v' | 'f') => (None, 1),
        Some(same @ ('"' | '\\' | '\'' | '?')) => (Some(same), 1),
        // As in C, all hexadecimal digits belong to it.
        Some('x') => {
            let count = digits(&text[1..], 16);
            let number = ascii(&text[1..=count], 16);
            (
                Some(number.ok_or("An escape `\\x` stands for no ASCII character. Write the character itself.")?),
                1 + count,
            )
        }
        Some('0'..='7') => {
            let count = digits(text, 8).min(3);
            let number = ascii(&text[..count], 8);
            (Some(number.ok_or("An octal escape stands for no ASCII character. Write the character itself.")?), count)
        }
        _ => return Err("A backslash stands before a character it cannot escape. Write `\\\\`."),
    })
}

/// The character of a number. Escapes name bytes, so only ASCII is certain.
fn ascii(digits: &str, radix: u32) -> Option<char> {
    u32::from_str_radix(digits, radix).ok().filter(|number| *number < 0x80).and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::{Keyword, Line, line, push_string};
    use crate::exchange::document::{Notation, Passage};

    #[test]
    fn keywords_are_known_however_they_are_spaced() {
        for (text, want) in [
            ("msgid \"a\"", Line::Keyword(Keyword::Source, 6)),
            ("msgid\"a\"", Line::Keyword(Keyword::Source, 5)),
            ("msgctxt\t\"a\"", Line::Keyword(Keyword::Context, 8)),
            ("msgid_plural \"a\"", Line::Keyword(Keyword::Plural, 13)),
            ("msgstr[1] \"a\"", Line::Keyword(Keyword::Target(1), 10)),
            ("msgstr[ 1 ] \"a\"", Line::Keyword(Keyword::Target(1), 12)),
            ("msgstr [1]\"a\"", Line::Keyword(Keyword::Target(1), 10)),
            ("msgstr[x] \"a\"", Line::Unknown("msgstr[x]")),
            ("msgst \"a\"", Line::Unknown("msgst")),
            ("domain \"a\"", Line::Domain),
            ("\"a\"", Line::Continuation),
            ("#. a", Line::Comment(". a")),
            ("", Line::Blank),
        ] {
            assert_eq!(line(text), want, "{text}");
        }
    }

    #[test]
    fn strings_are_read_as_c_writes_them() {
        for (string, want, problem) in [
            (r#""脳の一部。""#, "脳の一部。", ""),
            (r#""a\tb\\n\"c\"\n""#, "a\tb\\n\"c\"\n", ""),
            (r#""\x41\101\r\a""#, "AA\r", ""),
            (r#""\x09\11\x1b\033""#, "\t\t", ""),
            (r#""\18""#, "8", ""),
            (r#""𠮷ｶﾅﾞ""#, "𠮷ｶﾅﾞ", ""),
            (r#""""#, "", ""),
            (r#""a" "b""c""#, "abc", ""),
            (r#""a"#, "a", "does not end"),
            (r#""a\""#, "a\"", "does not end"),
            (r#""a" b"#, "a", "follows the string"),
            (r#""\q""#, r"\q", "cannot escape"),
            (r#""\x410""#, r"\x410", "no ASCII character"),
            (r#""\xe3""#, r"\xe3", "no ASCII character"),
            (r#""\x""#, r"\x", "no ASCII character"),
            (r#""\777""#, r"\777", "no ASCII character"),
        ] {
            let mut passage = Passage::new(0, 1, Notation::Po);
            let read = push_string(&mut passage, string, 0);
            assert_eq!(passage.text(), want, "{string}");
            assert!(
                read.map_or_else(|message| !problem.is_empty() && message.contains(problem), |()| problem.is_empty()),
                "{string}"
            );
        }
    }
}
