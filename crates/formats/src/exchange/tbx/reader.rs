//! Imports TBX in the versions of 2008 (`martif`) and 2019 (`tbx`), with `tig` or `ntig`, and with data categories as
//! attributes (DCA) or as elements (DCT).
//!
//! A concept is one row. Terms in languages other than Japanese and English are counted and left out, and so is what a language
//! tag says beyond the language. A status that is not known leaves out its concept, because it might forbid a term.

use std::collections::VecDeque;
use std::io::Read;

use super::parser::{ParsedConcept, Parser};
use crate::exchange::input::Window;
use crate::exchange::item::{Fault, Item, RowProblem, TermRow};
use crate::exchange::reader::ItemReader;
use crate::exchange::xml::Tokens;

/// Reads TBX; holds one concept.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<R: Read> {
    tokens: Tokens<R>,
    parser: Parser,
    /// What is told once the file has ended.
    last: VecDeque<RowProblem>,
    ended: bool,
}

impl<R: Read> Reader<R> {
    pub(in crate::exchange) fn new(window: Window<R>) -> Self {
        let parser = Parser::new(window.encoding());
        Self { tokens: Tokens::new(window), parser, last: VecDeque::new(), ended: false }
    }

    fn next(&mut self) -> Option<Result<TermRow, RowProblem>> {
        while !self.ended {
            let (line, _) = self.tokens.position();
            match self.step() {
                Ok(None) => {}
                Ok(Some(row)) => {
                    let unit = self.parser.rows;
                    return Some(row.map_err(|(line, fault)| RowProblem { line, unit, fault }));
                }
                Err(fault) => {
                    self.ended = true;
                    return Some(Err(RowProblem { line, unit: self.parser.rows, fault }));
                }
            }
        }
        self.last.pop_front().map(Err)
    }

    /// Takes the next token; an error ends the file.
    fn step(&mut self) -> Result<Option<ParsedConcept>, Fault> {
        let mut flaws = Vec::new();
        let row = match self.tokens.next()? {
            Some(lexed) => {
                if let Some(flaw) = lexed.flaw {
                    return Err(flaw.fault());
                }
                lexed.token.map_or(Ok(None), |token| self.parser.take(&token, lexed.line, &mut flaws))?
            }
            None => {
                self.ended = true;
                self.parser.end(&mut flaws)?;
                let unit = self.parser.rows;
                let problem = |(line, fault)| RowProblem { line, unit, fault };
                self.last = self.parser.last_words().into_iter().map(problem).collect();
                None
            }
        };
        match flaws.first() {
            Some(flaw) => Err(flaw.kind.fault()),
            None => Ok(row),
        }
    }
}

impl<R: Read> ItemReader for Reader<R> {
    fn next_item(&mut self) -> Option<Result<Item, RowProblem>> {
        self.next().map(|row| row.map(Item::Term))
    }

    fn taken(&self) -> u64 {
        self.tokens.taken()
    }
}
