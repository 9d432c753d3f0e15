//! The part of a file a lexer works on. It grows at its end while a token is incomplete and is cut at its start behind
//! each token, so that a file of any size needs little memory.

use std::io::Read;

use super::decoder::Decoder;
use super::line_ends::line_ends;
use crate::exchange::item::Fault;
use crate::exchange::limits;

/// How much text in front of the position is kept before it is cut off.
const CUT: usize = 256 << 10;

/// A file as UTF-8, from a position on.
pub(in crate::exchange) struct Window<R> {
    decoder: Decoder<R>,
    text: String,
    /// The position in `text`.
    at: usize,
    /// The offset of `text` in the decoded file.
    start: usize,
    line: u64,
}

impl<R: Read> Window<R> {
    /// Opens a file.
    pub(in crate::exchange) fn open(input: R) -> Result<Self, Fault> {
        let mut window = Self { decoder: Decoder::open(input)?, text: String::new(), at: 0, start: 0, line: 1 };
        window.decoder.read_chunk(&mut window.text)?;
        Ok(window)
    }

    /// The text from the position on, as far as it is read.
    pub(in crate::exchange) fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    /// Whether [`rest`](Self::rest) reaches to the end of the file.
    pub(in crate::exchange) fn is_complete(&self) -> bool {
        self.decoder.is_at_end()
    }

    /// Reads further, at least as much again as there is: a token that is scanned anew each time costs no more than
    /// twice its length.
    ///
    /// # Errors
    /// `unit_too_large` for a piece without end, `file_unreadable`.
    pub(in crate::exchange) fn grow(&mut self) -> Result<(), Fault> {
        let length = self.text.len() - self.at;
        if length > limits::PIECE {
            return Err(Fault::PieceTooLarge);
        }
        let goal = self.text.len() + length.max(1);
        while self.text.len() < goal && !self.decoder.is_at_end() {
            self.decoder.read_chunk(&mut self.text)?;
        }
        Ok(())
    }

    /// Moves the position behind `length` bytes.
    pub(in crate::exchange) fn advance(&mut self, length: usize) {
        let end = self.text.len().min(self.at + length);
        let taken = self.text.get(self.at..end).unwrap_or_default();
        let mut ends = line_ends(taken);
        if taken.ends_with('\r') && self.text.as_bytes().get(end) == Some(&b'\n') {
            // The LF that follows counts.
            ends -= 1;
        }
        self.line += u64::try_from(ends).unwrap_or_default();
        self.at = end;
        if self.at > CUT {
            self.text.drain(..self.at);
            self.start += self.at;
            self.at = 0;
            // One long piece must not stay in memory to the end of the file.
            if self.text.capacity() > 4 * CUT && self.text.len() < CUT {
                self.text.shrink_to(CUT);
            }
        }
    }

    /// The line of the position, from 1.
    pub(in crate::exchange) fn line(&self) -> u64 {
        self.line
    }

    /// The offset of the position in the decoded file.
    pub(in crate::exchange) fn offset(&self) -> usize {
        self.start + self.at
    }

    /// How many bytes of the file have been read, for a progress bar.
    pub(in crate::exchange) fn taken(&self) -> u64 {
        self.decoder.taken()
    }

    /// The encoding the file is read in.
    pub(in crate::exchange) fn encoding(&self) -> &'static str {
        self.decoder.encoding()
    }
}

impl<R> std::fmt::Debug for Window<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Window").field("line", &self.line).finish_non_exhaustive()
    }
}
