//! Characters come in; their lines go out one by one, without line ends, each with its number.

use std::io::{BufRead, Read};

use super::characters::{self, Characters};
use super::strings::push_clean;
use super::{Fault, RowProblem, limits};

/// A file line by line; a line without end is refused by the characters themselves.
#[derive(Debug)]
pub(super) struct Lines<R: Read> {
    characters: Characters<R>,
    raw: Vec<u8>,
    line: String,
}

/// What was read.
pub(super) enum Line<'a> {
    /// A line that can be used, without control characters but TAB.
    Text(&'a str),
    /// A line that cannot.
    Wrong(Fault),
}

impl<R: Read> Lines<R> {
    pub(super) fn new(characters: Characters<R>) -> Self {
        Self { characters, raw: Vec::new(), line: String::new() }
    }

    pub(super) fn taken(&self) -> u64 {
        self.characters.taken()
    }

    /// The next line with its number, from 1; none at the end.
    ///
    /// # Errors
    /// Where nothing after this can be read; `row` is the row it happens in.
    pub(super) fn next(&mut self, row: u64) -> Result<Option<(u64, Line<'_>)>, RowProblem> {
        let number = self.characters.line();
        self.raw.clear();
        self.characters.begin_piece();
        let read = self.characters.read_until(b'\n', &mut self.raw);
        let read = read.map_err(|error| RowProblem { line: number, unit: row, fault: characters::fault(&error) })?;
        if read == 0 {
            return Ok(None);
        }
        self.line.clear();
        // The decoder writes nothing but whole characters.
        let text = std::str::from_utf8(&self.raw).unwrap_or_default().trim_end_matches(['\n', '\r']);
        let line = if text.len() > limits::UNIT {
            Line::Wrong(Fault::UnitTooLarge)
        } else if text.contains('\u{fffd}') {
            Line::Wrong(Fault::Undecodable { encoding: self.characters.encoding() })
        } else {
            push_clean(&mut self.line, text);
            Line::Text(&self.line)
        };
        if self.raw.capacity() > limits::UNIT {
            self.raw = Vec::new();
        }
        Ok(Some((number, line)))
    }
}
