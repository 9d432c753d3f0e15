//! What stands inside `source`, `target` or `seg` comes in tag by tag; the passage it is goes out.
//!
//! Elements that mark text (`g`, `mrk`, `hi`, `pc`, halves of pairs) leave nothing but the text in them; one that stands
//! for something (`x`, `ph`, `it`, `ut`) leaves a [`PLACEHOLDER`], or a line end where it says that it is one.

use super::coding::Coding;
use super::markup::{Tag, Token, Tokens, local, reference};
use super::passage::Passage;
use super::{DocumentProblem, PLACEHOLDER};
use crate::model::Span;

/// Elements inside elements in one text; a tool writes a few.
const NESTING: usize = 128;

/// A text being read.
#[derive(Debug)]
pub(super) struct Content {
    whole: Passage,
    /// Texts of its own inside it, with their names: `<mrk mtype="seg" mid="1">`.
    parts: Vec<(String, Passage)>,
    /// The elements that are open, innermost last, and what their end means.
    open: Vec<(String, Kind, Span)>,
}

/// What an element inside a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It marks text.
    Mark,
    /// It marks a text of its own.
    Part,
    /// What is in it is a code of another format.
    Hidden,
    /// The same, and it has a placeholder that reaches to its end.
    Stands,
}

/// What a text came to.
#[derive(Debug)]
pub(super) struct Read {
    /// All of it.
    pub(super) whole: Passage,
    /// Texts of its own inside it.
    pub(super) parts: Vec<(String, Passage)>,
}

impl Content {
    /// A text that begins at this byte.
    pub(super) fn new(at: usize) -> Self {
        Self { whole: Passage::new(0, at, Coding::Xml), parts: Vec::new(), open: Vec::new() }
    }

    /// Takes in what stands next. `file` is the whole text of the file.
    pub(super) fn take(&mut self, token: &Token<'_>, file: &str, tokens: &mut Tokens<'_>) {
        match token {
            Token::Open(tag) => self.begin(tag),
            Token::Close { name, span } => self.end(name, *span, tokens),
            Token::Text(span) if !self.is_hidden() => self.text(*span, file, tokens),
            Token::Cdata { inner, .. } if !self.is_hidden() => {
                self.each(|passage| passage.push(inner.of(file), inner.start, true));
            }
            Token::Text(_) | Token::Cdata { .. } => {}
        }
    }

    /// Whether an element of this name is open inside, so that its end is not the end of the text.
    pub(super) fn has_open(&self, name: &str) -> bool {
        self.open.iter().any(|(open, ..)| open == name)
    }

    /// The text, which ends at this byte.
    pub(super) fn finish(mut self, end: usize, tokens: &mut Tokens<'_>) -> Read {
        for (name, _, span) in &self.open {
            let problem = unclosed(name, *span);
            tokens.problem(problem.span, problem.message);
        }
        let start = self.whole.place().start;
        self.whole.set_place(Span::new(start, end));
        Read { whole: self.whole, parts: self.parts }
    }

    /// A text in which nothing stands.
    pub(super) fn nothing(self) -> Read {
        Read { whole: self.whole, parts: Vec::new() }
    }

    fn is_hidden(&self) -> bool {
        self.open.iter().any(|(_, kind, _)| matches!(kind, Kind::Hidden | Kind::Stands))
    }

    /// The passages that go on here.
    fn each(&mut self, act: impl Fn(&mut Passage)) {
        act(&mut self.whole);
        if self.open.iter().any(|(_, kind, _)| *kind == Kind::Part)
            && let Some((_, part)) = self.parts.last_mut()
        {
            act(part);
        }
    }

    fn begin(&mut self, tag: &Tag<'_>) {
        let name = tag.local();
        let kind = match name {
            "bpt" | "ept" | "sub" => Kind::Hidden,
            "x" | "ph" | "it" | "ut" => Kind::Stands,
            "mrk" if tag.attribute("mtype").as_deref() == Some("seg") => Kind::Part,
            _ => Kind::Mark,
        };
        if !self.is_hidden() {
            if kind == Kind::Stands {
                let letter = if is_line_end(tag) { '\n' } else { PLACEHOLDER };
                self.each(|passage| passage.push_written(letter.encode_utf8(&mut [0; 4]), tag.span));
            } else if name == "cp" {
                let letter = tag.attribute("hex").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
                if let Some(letter) = letter.and_then(char::from_u32).filter(|letter| !letter.is_control()) {
                    self.each(|passage| passage.push_written(letter.encode_utf8(&mut [0; 4]), tag.span));
                }
            }
        }
        if kind == Kind::Part && !self.open.iter().any(|(_, open, _)| *open == Kind::Part) {
            let mut part = Passage::new(0, tag.span.end, Coding::Xml);
            if tag.empty {
                part = part.with_hull(tag.span, self_open(tag), format!("</{}>", tag.name));
            }
            self.parts.push((tag.attribute("mid").unwrap_or_default(), part));
        }
        if !tag.empty && self.open.len() < NESTING {
            self.open.push((tag.name.to_owned(), kind, tag.span));
        }
    }

    fn end(&mut self, name: &str, span: Span, tokens: &mut Tokens<'_>) {
        let Some(at) = self.open.iter().rposition(|(open, ..)| open == name) else {
            tokens.problem(span, format!("`</{name}>` closes nothing. Delete it or open the element."));
            return;
        };
        let unclosed: Vec<String> = self.open.drain(at + 1..).map(|(open, ..)| open).collect();
        for open in unclosed {
            tokens.problem(span, format!("`<{open}>` is not closed before `</{name}>`. Close it."));
        }
        match self.open.pop() {
            Some((_, Kind::Stands, _)) if !self.is_hidden() => self.each(|passage| passage.stretch(span.end)),
            Some((_, Kind::Part, _)) => {
                if let Some((_, part)) = self.parts.last_mut() {
                    part.set_place(Span::new(part.place().start, span.start));
                }
            }
            _ => {}
        }
    }

    /// Text with references and line ends.
    fn text(&mut self, span: Span, file: &str, tokens: &mut Tokens<'_>) {
        let text = span.of(file);
        let mut at = 0;
        while let Some(length) = text[at..].find(['&', '\r']) {
            let mark = at + length;
            let start = span.start + at;
            self.each(|passage| passage.push(&text[at..mark], start, false));
            let here = span.start + mark;
            let rest = &text[mark..];
            at = if rest.starts_with('\r') {
                let length = if rest.starts_with("\r\n") { 2 } else { 1 };
                self.each(|passage| passage.push_written("\n", Span::new(here, here + length)));
                mark + length
            } else if let Some((letter, length)) = reference(rest) {
                let written = Span::new(here, here + length);
                // A character by its number that no text has: XML forbids it, tools write it.
                if !letter.is_control() || matches!(letter, '\t' | '\n' | '\r') {
                    self.each(|passage| passage.push_written(letter.encode_utf8(&mut [0; 4]), written));
                }
                mark + length
            } else {
                let name = rest[1..].split(|c: char| !c.is_alphanumeric() && c != '#').next().unwrap_or_default();
                let known = rest[1 + name.len()..].starts_with(';') && !name.is_empty();
                let message = if known {
                    format!("`&{name};` stands for nothing. Write the character itself.")
                } else {
                    "A lone `&` must be written `&amp;`.".to_owned()
                };
                tokens.problem(Span::new(here, here + 1 + name.len() + usize::from(known)), message);
                self.each(|passage| passage.push("&", here, false));
                mark + 1
            };
        }
        let start = span.start + at;
        self.each(|passage| passage.push(&text[at..], start, false));
    }
}

/// The tag of an empty element as one that has content.
pub(super) fn self_open(tag: &Tag<'_>) -> String {
    format!("{}>", tag.head())
}

/// Whether a code says that the line, page or column ends there.
fn is_line_end(tag: &Tag<'_>) -> bool {
    ["ctype", "type", "subType"]
        .iter()
        .filter_map(|name| tag.attribute(name))
        .any(|kind| matches!(local(&kind), "lb" | "pb" | "cb" | "x-lb" | "x-html-br" | "x-html-BR"))
}

/// The problem of a text that is not closed.
pub(super) fn unclosed(name: &str, span: Span) -> DocumentProblem {
    DocumentProblem { file: 0, span, message: format!("`<{name}>` is not closed. Close it with `</{name}>`.") }
}
