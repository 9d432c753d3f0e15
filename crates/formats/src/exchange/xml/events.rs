//! The elements and texts of XML that a program has written, strictly: the first flaw ends the file.

use std::io::Read;

use super::flaw::FlawKind;
use super::lexer::Token;
use super::reference::{Part, parts};
use super::tag::{Tag, local};
use super::tokens::Tokens;
use crate::exchange::cleaning::push_clean;
use crate::exchange::input::Window;
use crate::exchange::item::Fault;
use crate::exchange::limits;

/// Reads elements and texts one by one.
#[derive(Debug)]
pub(in crate::exchange) struct Events<R: Read> {
    tokens: Tokens<R>,
    /// The names of the open elements, one behind the other.
    open: String,
    /// Where each of them begins.
    starts: Vec<usize>,
}

/// An element that begins or ends, or text.
#[derive(Debug)]
pub(in crate::exchange) enum Event<'a> {
    /// The start tag of an element, which ends here too if it is empty.
    Start(Tag<'a>),
    /// The end of an element, by its name without prefix.
    End(&'a str),
    /// Text with references in it, for [`push_text`].
    Text(&'a str),
    /// Text that stands for itself; empty for comments and instructions.
    Verbatim(&'a str),
}

impl<R: Read> Events<R> {
    pub(in crate::exchange) fn open(input: R) -> Result<Self, Fault> {
        let tokens = Tokens::new(Window::open(input)?);
        Ok(Self { tokens, open: String::new(), starts: Vec::new() })
    }

    /// How many bytes of the part have been read.
    pub(in crate::exchange) fn taken(&self) -> u64 {
        self.tokens.taken()
    }

    /// The next event; none at the end of the file.
    ///
    /// # Errors
    /// `broken_file`, `hostile_xml`, `nested_too_deep`, `unit_too_large`, and the faults of the input.
    pub(in crate::exchange) fn next(&mut self) -> Result<Option<Event<'_>>, Fault> {
        let Self { tokens, open, starts } = self;
        let Some(lexed) = tokens.next()? else {
            let unclosed = starts.last().map(|start| FlawKind::Unclosed(open[*start..].to_owned()));
            return unclosed.map_or(Ok(None), |flaw| Err(flaw.fault()));
        };
        if let Some(flaw) = lexed.flaw {
            return Err(flaw.fault());
        }
        match lexed.token {
            Some(Token::DocumentType(..)) => Err(Fault::HostileXml { problem: "it declares a document type" }),
            Some(token) => event(token, open, starts).map(Some).map_err(|flaw| flaw.fault()),
            None => Ok(Some(Event::Verbatim(""))),
        }
    }
}

/// The event of a token, with which elements open or close.
fn event<'a>(token: Token<'a>, open: &mut String, starts: &mut Vec<usize>) -> Result<Event<'a>, FlawKind> {
    match token {
        Token::Start(tag) if tag.empty => Ok(Event::Start(tag)),
        Token::Start(_) if starts.len() >= limits::NESTING => Err(FlawKind::NestedTooDeep),
        Token::Start(tag) => {
            starts.push(open.len());
            open.push_str(tag.name);
            Ok(Event::Start(tag))
        }
        Token::End { name, .. } => match starts.last() {
            Some(start) if open[*start..] == *name => {
                open.truncate(*start);
                starts.pop();
                Ok(Event::End(local(name)))
            }
            _ => Err(FlawKind::ClosesNothing(name.to_owned())),
        },
        Token::Text(text, _) => Ok(Event::Text(text)),
        Token::Cdata(text, _) => Ok(Event::Verbatim(text)),
        Token::Comment(_) | Token::DocumentType(..) => Ok(Event::Verbatim("")),
    }
}

/// Adds a text with its references resolved. What is no reference stays as it is written.
pub(in crate::exchange) fn push_text(clean: &mut String, text: &str) {
    for (part, start, length) in parts(text) {
        match part {
            Part::Verbatim(text) => push_clean(clean, text),
            Part::Written(letter) => push_clean(clean, letter.encode_utf8(&mut [0; 4])),
            Part::Nothing => {}
            Part::Unknown(_) | Part::LoneAmpersand => push_clean(clean, &text[start..start + length]),
        }
    }
}
