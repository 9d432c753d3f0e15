//! The content of a segment: text with inline elements, as TMX and XLIFF write it.
//!
//! Elements that mark up text (`g`, `mrk`, `hi`, `pc`, halves of pairs) leave nothing in it but their text. One that stands
//! for something (`x`, `ph`, `it`, `ut`) leaves a placeholder, or a line end if it says that it is one. The passage keeps
//! all of them as codes beside its text: what the element contains, or else the element as it is written.

use super::flaw::{Flaw, FlawKind};
use super::lexer::Token;
use super::reference::{Part, parts};
use super::tag::{Tag, local};
use crate::exchange::cleaning::push_clean;
use crate::exchange::document::{Notation, Passage};
use crate::exchange::limits;
use crate::model::{CodeRole, Span};

/// A segment that is being read.
#[derive(Debug)]
pub(in crate::exchange) struct Content {
    whole: Passage,
    /// Segments inside it, with their names: `<mrk mtype="seg" mid="1">`.
    parts: Vec<(String, Passage)>,
    /// The open elements, the innermost last.
    open: Vec<(String, Inline, Span)>,
    /// The code that is being read.
    code: Option<OpenCode>,
}

/// The element of a code: what it does, its tag, and what it contains.
#[derive(Debug)]
struct OpenCode {
    role: CodeRole,
    tag: String,
    content: String,
}

/// A segment.
#[derive(Debug)]
pub(in crate::exchange) struct Segment {
    /// All of it.
    pub(in crate::exchange) whole: Passage,
    /// Segments inside it, with their names.
    pub(in crate::exchange) parts: Vec<(String, Passage)>,
}

/// What an inline element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inline {
    /// It marks up text.
    Markup,
    /// It marks a segment of its own.
    Segment,
    /// Its content is code of another format.
    Code,
    /// Its content is code, and a placeholder stands for the whole element.
    Placeholder,
    /// It is a mark of an editor: a comment, an insertion. It is no part of the text.
    Mark,
    /// Its content has been deleted, which waits for a decision.
    Deleted,
}

impl Content {
    /// A segment that begins at this offset.
    pub(in crate::exchange) fn new(at: usize) -> Self {
        Self { whole: Passage::new(0, at, Notation::Xml), parts: Vec::new(), open: Vec::new(), code: None }
    }

    /// Takes the next token.
    pub(in crate::exchange) fn take(&mut self, token: &Token<'_>, flaws: &mut Vec<Flaw>) {
        match token {
            Token::Start(tag) => self.begin(tag, flaws),
            Token::End { name, span } => self.end(name, *span, flaws),
            Token::Text(text, at) if !self.is_in_code() => self.text(text, *at, flaws),
            Token::Cdata(text, at) if !self.is_in_code() => self.cdata(text, *at),
            Token::Text(text, _) => self.code_text(text, false),
            Token::Cdata(text, _) => self.code_text(text, true),
            Token::Comment(_) | Token::DocumentType(..) => {}
        }
    }

    /// Whether an element of this name is open inside, so that its end tag does not end the segment.
    pub(in crate::exchange) fn has_open(&self, name: &str) -> bool {
        self.open.iter().any(|(open, ..)| open == name)
    }

    /// Whether text here is code of another format.
    pub(in crate::exchange) fn is_in_code(&self) -> bool {
        self.open.iter().any(|(_, inline, _)| matches!(inline, Inline::Code | Inline::Placeholder | Inline::Deleted))
    }

    /// The segment, which ends at this offset, without the line ends and indents a printer of XML has put around it.
    pub(in crate::exchange) fn finish(self, end: usize, flaws: &mut Vec<Flaw>) -> Segment {
        let segment = self.finish_exactly(end, flaws);
        Segment {
            whole: segment.whole.without_indent(),
            parts: segment.parts.into_iter().map(|(name, part)| (name, part.without_indent())).collect(),
        }
    }

    /// The segment, which ends at this offset, with all white space.
    pub(in crate::exchange) fn finish_exactly(mut self, end: usize, flaws: &mut Vec<Flaw>) -> Segment {
        for (name, _, span) in self.open.drain(..) {
            flaws.push(Flaw { span, kind: FlawKind::Unclosed(name) });
        }
        let start = self.whole.file_span().start;
        self.whole.set_file_span(Span::new(start, end));
        Segment { whole: self.whole, parts: self.parts }
    }

    /// An empty segment.
    pub(in crate::exchange) fn empty(self) -> Segment {
        Segment { whole: self.whole, parts: Vec::new() }
    }

    /// The passages that go on here.
    fn each(&mut self, act: impl Fn(&mut Passage)) {
        act(&mut self.whole);
        if self.open.iter().any(|(_, inline, _)| *inline == Inline::Segment)
            && let Some((_, part)) = self.parts.last_mut()
        {
            act(part);
        }
    }

    fn begin(&mut self, tag: &Tag<'_>, flaws: &mut Vec<Flaw>) {
        let inline = match tag.local() {
            "bpt" | "ept" | "sub" => Inline::Code,
            "x" | "ph" | "it" | "ut" => Inline::Placeholder,
            "mrk" => mark(&tag.attribute("mtype").unwrap_or_default()),
            _ => Inline::Markup,
        };
        if !self.is_in_code() {
            self.begin_code(tag, inline);
            if inline == Inline::Placeholder && is_line_break(tag) {
                self.each(|passage| passage.push_written('\n', tag.span));
            } else if inline == Inline::Placeholder {
                self.each(|passage| passage.push_code(tag.span));
            } else if tag.local() == "cp" {
                let letter = tag.attribute("hex").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
                if let Some(letter) = letter.and_then(char::from_u32) {
                    self.each(|passage| passage.push_written(letter, tag.span));
                }
            }
        }
        if inline == Inline::Segment && !self.open.iter().any(|(_, open, _)| *open == Inline::Segment) {
            let mut part = Passage::new(0, tag.span.end, Notation::Xml);
            if tag.empty {
                part = part.with_wrapper(tag.span, opening_of_empty(tag), format!("</{}>", tag.name));
            }
            self.parts.push((tag.attribute("mid").unwrap_or_default(), part));
        }
        if tag.empty {
            if !self.is_in_code() {
                self.end_code();
            }
            return;
        }
        if self.open.len() < limits::NESTING {
            self.open.push((tag.name.to_owned(), inline, tag.span));
        } else {
            flaws.push(Flaw { span: tag.span, kind: FlawKind::NestedTooDeep });
        }
    }

    fn end(&mut self, name: &str, span: Span, flaws: &mut Vec<Flaw>) {
        let Some(at) = self.open.iter().rposition(|(open, ..)| open == name) else {
            flaws.push(Flaw { span, kind: FlawKind::ClosesNothing(name.to_owned()) });
            return;
        };
        for (open, ..) in self.open.drain(at + 1..) {
            flaws.push(Flaw { span, kind: FlawKind::ClosedTooEarly { open, closed: name.to_owned() } });
        }
        match self.open.pop() {
            Some((_, Inline::Placeholder, _)) if !self.is_in_code() => {
                self.each(|passage| passage.stretch(span.end));
                self.end_code();
            }
            Some((_, Inline::Code, _)) if !self.is_in_code() => self.end_code(),
            Some((name, Inline::Markup, _)) if !self.is_in_code() => {
                let role = if is_note(local(&name)) { CodeRole::CloseNote } else { CodeRole::Close };
                self.each(|passage| passage.mark_code(role, &format!("</{name}>")));
            }
            Some((_, Inline::Segment, _)) => {
                if let Some((_, part)) = self.parts.last_mut() {
                    part.set_file_span(Span::new(part.file_span().start, span.start));
                }
            }
            _ => {}
        }
    }

    /// The element of a code begins. Markup is complete with its tag.
    fn begin_code(&mut self, tag: &Tag<'_>, inline: Inline) {
        let name = tag.local();
        let end = if tag.empty { "/>" } else { ">" };
        let written = format!("{}{end}", tag.head());
        let role = match (inline, name) {
            (Inline::Segment | Inline::Mark | Inline::Deleted, _) | (_, "cp") => return,
            (Inline::Placeholder, _) if is_line_break(tag) => return,
            (Inline::Placeholder, _) | (_, "bx" | "ex" | "sc" | "ec" | "sm" | "em") => CodeRole::Whole,
            (_, "ept") => CodeRole::Close,
            _ if is_note(name) => CodeRole::OpenNote,
            _ => CodeRole::Open,
        };
        match inline {
            Inline::Code | Inline::Placeholder => {
                self.code = Some(OpenCode { role, tag: written, content: String::new() });
            }
            _ => self.each(|passage| passage.mark_code(role, &written)),
        }
    }

    /// The element of a code has ended.
    fn end_code(&mut self) {
        let Some(OpenCode { role, tag, content }) = self.code.take() else { return };
        let is_blank = content.trim().is_empty();
        // An element without content is written as an empty one, whichever way the file has it.
        let tag =
            tag.strip_suffix("/>").or(tag.strip_suffix('>')).map_or_else(|| tag.clone(), |head| format!("{head}/>"));
        let code = if is_blank { &tag } else { &content };
        let role = match role {
            CodeRole::Open if code.starts_with("<mrk") || code.starts_with("<hi") => CodeRole::OpenNote,
            CodeRole::Close if matches!(code.as_str(), "</mrk>" | "</hi>") => CodeRole::CloseNote,
            role => role,
        };
        match role {
            CodeRole::Whole => self.each(|passage| passage.mark_placeholder(code)),
            _ => self.each(|passage| passage.mark_code(role, code)),
        }
    }

    /// Text of a code.
    fn code_text(&mut self, text: &str, is_cdata: bool) {
        let Some(code) = &mut self.code else { return };
        if is_cdata {
            push_clean(&mut code.content, text);
            return;
        }
        for (part, start, length) in parts(text) {
            match part {
                Part::Verbatim(text) => push_clean(&mut code.content, text),
                Part::Written(letter) => push_clean(&mut code.content, letter.encode_utf8(&mut [0; 4])),
                Part::Nothing => {}
                Part::Unknown(_) | Part::LoneAmpersand => push_clean(&mut code.content, &text[start..start + length]),
            }
        }
    }

    fn text(&mut self, text: &str, at: usize, flaws: &mut Vec<Flaw>) {
        for (part, start, length) in parts(text) {
            let span = Span::new(at + start, at + start + length);
            let kind = match part {
                Part::Verbatim(text) => {
                    self.each(|passage| passage.push(text, span.start));
                    continue;
                }
                Part::Written(letter) => {
                    self.each(|passage| passage.push_written(letter, span));
                    continue;
                }
                Part::Nothing => continue,
                Part::Unknown(name) => FlawKind::UnknownEntity(name.to_owned()),
                Part::LoneAmpersand => FlawKind::LoneAmpersand,
            };
            flaws.push(Flaw { span, kind });
            // What is broken is shown as it stands.
            let broken = &text[start..start + length];
            self.each(|passage| passage.push(broken, span.start));
        }
    }

    /// Text of a CDATA section, in which only line ends are written otherwise.
    fn cdata(&mut self, text: &str, at: usize) {
        let mut start = 0;
        for (end, _) in text.match_indices('\r') {
            self.each(|passage| passage.push_cdata(&text[start..end], at + start));
            start = end + 1;
            if !text[start..].starts_with('\n') {
                self.each(|passage| passage.push_written('\n', Span::new(at + end, at + start)));
            }
        }
        self.each(|passage| passage.push_cdata(&text[start..], at + start));
    }
}

/// The tag of an empty element as the tag of one with content.
pub(in crate::exchange) fn opening_of_empty(tag: &Tag<'_>) -> String {
    format!("{}>", tag.head())
}

/// What an annotation of this type is. Those of Trados Studio are marks of its editor: comments, and changes that are tracked.
fn mark(kind: &str) -> Inline {
    match kind {
        "seg" => Inline::Segment,
        "x-sdl-deleted" | "x-sdl-feedback-deleted" => Inline::Deleted,
        _ if kind.starts_with("x-sdl-") => Inline::Mark,
        _ => Inline::Markup,
    }
}

/// Whether an element is a note on its text, which the translation need not have.
fn is_note(name: &str) -> bool {
    matches!(name, "mrk" | "hi")
}

/// Whether a code says that the line, page or column ends there, so that two words do not become one.
fn is_line_break(tag: &Tag<'_>) -> bool {
    ["ctype", "type", "subType"]
        .iter()
        .filter_map(|name| tag.attribute(name))
        .any(|kind| matches!(local(&kind), "lb" | "pb" | "cb" | "x-lb" | "x-html-br" | "x-html-BR"))
}
