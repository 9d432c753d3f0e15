//! The text of an XML file comes in, broken or not; its tags and texts with their places go out.
//!
//! A parser after the letter stops at the first error, which while somebody types is most of the time. Here a tag that is
//! never closed ends before the next `<`, and what is wrong is told beside it.

use super::DocumentProblem;
use crate::model::Span;

/// A part of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// The beginning of an element.
    Open(Tag<'a>),
    /// Its end.
    Close {
        /// Its name, with prefix.
        name: &'a str,
        /// The tag.
        span: Span,
    },
    /// Text, with references as they are written.
    Text(Span),
    /// A CDATA section: the section, and the text in it.
    Cdata {
        /// With its marks.
        whole: Span,
        /// Without.
        inner: Span,
    },
}

/// The tag an element begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Its name, with prefix.
    pub(super) name: &'a str,
    /// What follows the name.
    attributes: &'a str,
    /// Whether the element ends here too.
    pub(super) empty: bool,
    /// The tag.
    pub(super) span: Span,
}

/// Reads tags and texts.
#[derive(Debug)]
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// What is wrong so far.
    pub(super) problems: Vec<DocumentProblem>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0, problems: Vec::new() }
    }

    /// Remembers what is wrong.
    pub(super) fn problem(&mut self, span: Span, message: impl Into<String>) {
        if self.problems.len() <= super::MOST_PROBLEMS {
            self.problems.push(DocumentProblem { file: 0, span, message: message.into() });
        }
    }

    /// The stretch up to `end`, behind which reading goes on.
    fn take(&mut self, end: usize) -> Span {
        let span = Span::new(self.at, end);
        self.at = end;
        span
    }

    /// What opens here ends with `mark`; where it does not, only `least` bytes are taken and a problem told.
    fn until(&mut self, mark: &str, least: usize, what: &str) -> Option<Span> {
        match self.text[self.at..].find(mark) {
            Some(length) => Some(self.take(self.at + length + mark.len())),
            None => {
                let span = self.take(self.at + least);
                self.problem(span, format!("{what} begins here and does not end. Close it with `{mark}`."));
                None
            }
        }
    }

    /// A `<` that begins no tag: text, and a problem.
    fn lone(&mut self) -> Token<'a> {
        let next = self.text[self.at + 1..].find('<').map_or(self.text.len(), |length| self.at + 1 + length);
        self.problem(Span::new(self.at, self.at + 1), "A lone `<` begins no tag. Write `&lt;`.");
        Token::Text(self.take(next))
    }

    /// A tag whose `>` is missing.
    fn torn(&mut self, end: usize, name: &str) {
        let span = self.take(end);
        self.problem(span, format!("The tag `{name}` does not end. Close it with `>`."));
    }

    fn tag(&mut self) -> Option<Token<'a>> {
        let rest = &self.text[self.at + 1..];
        let closing = rest.starts_with('/');
        let name_at = self.at + 1 + usize::from(closing);
        let name = self.text[name_at..].split(|c: char| c.is_whitespace() || "<>/=\"'".contains(c)).next()?;
        if !name.starts_with(|c: char| c.is_alphabetic() || c == '_') {
            return Some(self.lone());
        }
        let mut quote = None;
        for (length, letter) in self.text[name_at + name.len()..].char_indices() {
            let end = name_at + name.len() + length;
            match (letter, quote) {
                ('<', _) => {
                    self.torn(end, name);
                    return None;
                }
                ('"' | '\'', None) => quote = Some(letter),
                (letter, Some(open)) if letter == open => quote = None,
                ('>', None) => {
                    let inside = &self.text[name_at + name.len()..end];
                    let span = self.take(end + 1);
                    if closing {
                        return Some(Token::Close { name, span });
                    }
                    let empty = inside.ends_with('/');
                    let attributes = inside.strip_suffix('/').unwrap_or(inside);
                    return Some(Token::Open(Tag { name, attributes, empty, span }));
                }
                _ => {}
            }
        }
        self.torn(self.text.len(), name);
        None
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while self.at < self.text.len() {
            let rest = &self.text[self.at..];
            if !rest.starts_with('<') {
                let length = rest.find('<').unwrap_or(rest.len());
                return Some(Token::Text(self.take(self.at + length)));
            }
            if rest.starts_with("<!--") {
                self.until("-->", 4, "A comment");
            } else if rest.starts_with("<![CDATA[") {
                if let Some(whole) = self.until("]]>", 9, "A CDATA section") {
                    return Some(Token::Cdata { whole, inner: Span::new(whole.start + 9, whole.end - 3) });
                }
            } else if rest.starts_with("<?") {
                self.until("?>", 2, "An instruction");
            } else if rest.starts_with("<!") {
                let inner = rest.find('[').filter(|open| rest.find('>').is_some_and(|end| *open < end));
                let mark = if inner.is_some() { "]>" } else { ">" };
                if let Some(span) = self.until(mark, 2, "A declaration")
                    && span.of(self.text).to_ascii_uppercase().contains("<!ENTITY")
                {
                    self.problem(span, "The file declares entities; they are not looked up. Write the text itself.");
                }
            } else if let Some(token) = self.tag() {
                return Some(token);
            }
        }
        None
    }
}

impl<'a> Tag<'a> {
    /// The name without prefix.
    pub(super) fn local(&self) -> &'a str {
        local(self.name)
    }

    /// The tag as it is written, up to its end.
    pub(super) fn head(&self) -> String {
        format!("<{}{}", self.name, self.attributes.trim_end())
    }

    /// The value of an attribute, by its name without prefix.
    pub(super) fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.attributes.trim_start();
        while let Some((name, after)) = rest.split_once('=') {
            let after = after.trim_start();
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let (value, behind) = after[1..].split_once(quote)?;
            if local(name.trim()) == wanted {
                return Some(resolved(value));
            }
            rest = behind.trim_start();
        }
        None
    }
}

/// A name without its prefix.
pub(super) fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

/// What the reference at the beginning of `text` stands for, and how long it is: `&amp;`, `&#x3042;`.
pub(super) fn reference(text: &str) -> Option<(char, usize)> {
    let name = text.strip_prefix('&')?;
    let name = &name[..name.bytes().take(12).position(|byte| byte == b';')?];
    let letter = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        _ => {
            let number = name.strip_prefix('#')?;
            let number = match number.strip_prefix(['x', 'X']) {
                Some(digits) => u32::from_str_radix(digits, 16),
                None => number.parse(),
            };
            char::from_u32(number.ok()?)?
        }
    };
    Some((letter, name.len() + 2))
}

/// Text with its references resolved.
pub(super) fn resolved(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        match reference(rest) {
            Some((letter, length)) => {
                plain.push(letter);
                rest = &rest[length..];
            }
            None => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    plain
}
