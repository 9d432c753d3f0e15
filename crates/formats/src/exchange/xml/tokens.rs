//! The tokens of an XML file, read from a stream or held as a whole.

use std::io::Read;

use super::flaw::{Flaw, FlawKind};
use super::lexer::{Extent, Token, step};
use crate::exchange::document::MOST_PROBLEMS;
use crate::exchange::input::Window;
use crate::exchange::item::Fault;
use crate::model::Span;

/// The tokens of a file that is read from a stream.
#[derive(Debug)]
pub(in crate::exchange) struct Tokens<R: Read> {
    window: Window<R>,
    /// What the last token takes in the window.
    pending: usize,
}

/// A token of a stream.
#[derive(Debug)]
pub(in crate::exchange) struct Lexed<'a> {
    /// The token; none for an instruction.
    pub(in crate::exchange) token: Option<Token<'a>>,
    /// What is wrong at it.
    pub(in crate::exchange) flaw: Option<FlawKind>,
    /// The line it begins on.
    pub(in crate::exchange) line: u64,
}

impl<R: Read> Tokens<R> {
    pub(in crate::exchange) fn new(window: Window<R>) -> Self {
        Self { window, pending: 0 }
    }

    pub(in crate::exchange) fn taken(&self) -> u64 {
        self.window.taken()
    }

    pub(in crate::exchange) fn encoding(&self) -> &'static str {
        self.window.encoding()
    }

    /// The line and the offset at which the next token begins.
    pub(in crate::exchange) fn position(&mut self) -> (u64, usize) {
        self.window.advance(std::mem::take(&mut self.pending));
        (self.window.line(), self.window.offset())
    }

    /// The next token; none at the end of the file.
    ///
    /// # Errors
    /// `unit_too_large` for a token without end, `file_unreadable`.
    pub(in crate::exchange) fn next(&mut self) -> Result<Option<Lexed<'_>>, Fault> {
        self.window.advance(std::mem::take(&mut self.pending));
        let step = loop {
            if let Some(step) = step(self.window.rest(), self.extent()) {
                break step;
            }
            if self.window.is_complete() {
                return Ok(None);
            }
            self.window.grow()?;
        };
        self.pending = step.length;
        let token = step.token(self.window.rest(), self.window.offset());
        Ok(Some(Lexed { token, flaw: step.flaw.map(|(kind, _)| kind), line: self.window.line() }))
    }

    fn extent(&self) -> Extent<'static> {
        if self.window.is_complete() { Extent::ToTheEnd(&[]) } else { Extent::Part }
    }
}

/// The tokens of a file that is held as a whole.
#[derive(Debug)]
pub(in crate::exchange) struct WholeFile<'a> {
    text: &'a str,
    at: usize,
    /// Marks that no longer occur.
    missing: Vec<&'static str>,
}

impl<'a> WholeFile<'a> {
    pub(in crate::exchange) fn new(text: &'a str) -> Self {
        Self { text, at: 0, missing: Vec::new() }
    }

    /// The next token; what is wrong at it is added to `flaws`, of which no more are kept than are reported.
    pub(in crate::exchange) fn next(&mut self, flaws: &mut Vec<Flaw>) -> Option<Token<'a>> {
        flaws.truncate(MOST_PROBLEMS);
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let step = step(rest, Extent::ToTheEnd(&self.missing))?;
            let token = step.token(rest, self.at);
            if let Some((kind, wrong)) = step.flaw {
                if let FlawKind::Unterminated { end, .. } = kind
                    && !self.missing.contains(&end)
                {
                    self.missing.push(end);
                }
                flaws.push(Flaw { span: Span::new(self.at, self.at + wrong), kind });
            }
            self.at += step.length;
            if token.is_some() {
                return token;
            }
        }
    }
}
