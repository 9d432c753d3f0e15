//! A file line by line. Lines end with LF, CR LF or CR alone.

use std::io::Read;

use super::Window;
use crate::exchange::cleaning::push_clean;
use crate::exchange::item::{Fault, RowProblem};
use crate::exchange::limits;

/// A file read line by line.
#[derive(Debug)]
pub(in crate::exchange) struct Lines<R: Read> {
    window: Window<R>,
    /// What the line last given takes in the window.
    pending: usize,
    clean: String,
}

/// A line, without its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) struct Line<'a> {
    /// The text.
    pub(in crate::exchange) text: &'a str,
    /// Its number, from 1.
    pub(in crate::exchange) number: u64,
    /// Its offset in the decoded file.
    pub(in crate::exchange) offset: usize,
}

/// The number of a line, and its text or why it cannot be used.
pub(in crate::exchange) type CleanLine<'a> = (u64, Result<&'a str, Fault>);

impl<R: Read> Lines<R> {
    pub(in crate::exchange) fn new(window: Window<R>) -> Self {
        Self { window, pending: 0, clean: String::new() }
    }

    pub(in crate::exchange) fn taken(&self) -> u64 {
        self.window.taken()
    }

    pub(in crate::exchange) fn encoding(&self) -> &'static str {
        self.window.encoding()
    }

    /// The next line as it stands in the file; none at the end.
    ///
    /// # Errors
    /// When nothing behind this point can be read; `row` is the row it happens in.
    pub(in crate::exchange) fn next(&mut self, row: u64) -> Result<Option<Line<'_>>, RowProblem> {
        self.window.advance(std::mem::take(&mut self.pending));
        let number = self.window.line();
        let (length, end) = loop {
            let rest = self.window.rest();
            let complete = self.window.is_complete();
            let at = rest.find(['\n', '\r']);
            match at.map(|at| (at, rest.get(at..).unwrap_or_default())) {
                Some((at, end)) if end.starts_with("\r\n") => break (at, 2),
                Some((at, end)) if complete || end != "\r" => break (at, 1),
                None if complete && rest.is_empty() => return Ok(None),
                None if complete => break (rest.len(), 0),
                _ => {}
            }
            self.window.grow().map_err(|fault| RowProblem { line: number, unit: row, fault })?;
        };
        self.pending = length + end;
        let text = self.window.rest().get(..length).unwrap_or_default();
        Ok(Some(Line { text, number, offset: self.window.offset() }))
    }

    /// The next line without control characters except TAB, or why it cannot be used, with its number.
    ///
    /// # Errors
    /// As [`next`](Self::next).
    pub(in crate::exchange) fn next_clean(&mut self, row: u64) -> Result<Option<CleanLine<'_>>, RowProblem> {
        let encoding = self.encoding();
        let mut clean = std::mem::take(&mut self.clean);
        clean.clear();
        let Some(line) = self.next(row)? else { return Ok(None) };
        let number = line.number;
        let fault = if line.text.len() > limits::UNIT {
            Some(Fault::UnitTooLarge)
        } else if line.text.contains('\u{fffd}') {
            Some(Fault::Undecodable { encoding })
        } else {
            push_clean(&mut clean, line.text);
            None
        };
        self.clean = clean;
        Ok(Some((number, fault.map_or(Ok(self.clean.as_str()), Err))))
    }
}
