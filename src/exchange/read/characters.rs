//! Bytes in any encoding come in; UTF-8 goes out piece by piece, with the line reached and a limit on every piece.
//!
//! The encoding is that of the byte order mark, else UTF-16 where the NULs say so, else what the file declares (the XML
//! declaration, the header of a PO file), else UTF-8; of a file that has no way to declare it and is not UTF-8, the
//! Japanese encoding it is in. A byte that is no character becomes U+FFFD, which readers report
//! with the row it stands in.

use std::io::{self, BufRead, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{CoderResult, Decoder, EUC_JP, Encoding, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

use super::limits;
use super::problem::Fault;

/// Bytes taken from the file at once, and how far a declaration of the encoding is looked for.
const CHUNK: usize = 64 << 10;

/// A file as UTF-8.
pub(super) struct Characters<R> {
    input: R,
    raw: Vec<u8>,
    raw_at: usize,
    raw_ended: bool,
    decoder: Decoder,
    text: Vec<u8>,
    text_at: usize,
    ended: bool,
    line: u64,
    taken: u64,
    room: usize,
}

impl<R: Read> Characters<R> {
    /// Reads the beginning and settles the encoding.
    pub(super) fn open(mut input: R) -> Result<Self, Fault> {
        let mut raw = Vec::with_capacity(CHUNK);
        let limit = u64::try_from(CHUNK).unwrap_or(u64::MAX);
        let read = input.by_ref().take(limit).read_to_end(&mut raw);
        let read = read.map_err(|error| Fault::Unreadable { problem: error.to_string() })?;
        let (encoding, mark) = settle(&raw)?;
        let mut characters = Self {
            input,
            raw,
            raw_at: mark,
            raw_ended: read < CHUNK,
            decoder: encoding.new_decoder_without_bom_handling(),
            text: Vec::new(),
            text_at: 0,
            ended: false,
            line: 1,
            taken: 0,
            room: limits::PIECE,
        };
        characters.refill().map_err(|error| Fault::Unreadable { problem: error.to_string() })?;
        Ok(characters)
    }

    /// The first characters, before any is taken.
    pub(super) fn head(&mut self) -> &str {
        // The decoder writes nothing but whole characters.
        std::str::from_utf8(&self.text).unwrap_or_default()
    }

    /// The encoding the file is read in.
    pub(super) fn encoding(&self) -> &'static str {
        self.decoder.encoding().name()
    }

    /// The line of the next character, from 1.
    pub(super) fn line(&self) -> u64 {
        self.line
    }

    /// Bytes of the file taken so far.
    pub(super) fn taken(&self) -> u64 {
        self.taken
    }

    /// Begins a new piece, which has the whole room again.
    pub(super) fn begin_piece(&mut self) {
        self.room = limits::PIECE;
    }

    /// Decodes the next part of the file. At its end `text` is empty.
    fn refill(&mut self) -> io::Result<()> {
        self.text.clear();
        self.text_at = 0;
        while self.text.is_empty() && !self.ended {
            if self.raw_at == self.raw.len() && !self.raw_ended {
                self.raw.resize(CHUNK, 0);
                let read = self.input.read(&mut self.raw);
                self.raw.truncate(read.as_ref().copied().unwrap_or_default());
                self.raw_at = 0;
                match read {
                    Ok(0) => self.raw_ended = true,
                    Ok(_) => {}
                    Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                    Err(error) => return Err(error),
                }
            }
            let waiting = self.raw.get(self.raw_at..).unwrap_or_default();
            let room = self.decoder.max_utf8_buffer_length(waiting.len()).unwrap_or(CHUNK * 3);
            self.text.resize(room, 0);
            let (result, read, written, _) = self.decoder.decode_to_utf8(waiting, &mut self.text, self.raw_ended);
            self.text.truncate(written);
            self.raw_at += read;
            self.taken += u64::try_from(read).unwrap_or_default();
            self.ended = self.raw_ended && result == CoderResult::InputEmpty;
        }
        Ok(())
    }
}

impl<R: Read> Read for Characters<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(out)?;
        self.consume(read);
        Ok(read)
    }
}

impl<R: Read> BufRead for Characters<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.room == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        if self.text_at == self.text.len() && !self.ended {
            self.refill()?;
        }
        Ok(self.text.get(self.text_at..).unwrap_or_default())
    }

    fn consume(&mut self, amount: usize) {
        let end = self.text.len().min(self.text_at + amount);
        let taken = self.text.get(self.text_at..end).unwrap_or_default();
        let lines = taken.iter().filter(|byte| **byte == b'\n').count();
        self.line += u64::try_from(lines).unwrap_or_default();
        self.text_at = end;
        self.room = self.room.saturating_sub(amount);
    }
}

impl<R> std::fmt::Debug for Characters<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Characters").field("line", &self.line).field("taken", &self.taken).finish_non_exhaustive()
    }
}

/// What an error of the input means for the file.
pub(super) fn fault(error: &io::Error) -> Fault {
    if error.kind() == io::ErrorKind::FileTooLarge {
        return Fault::PieceTooLarge;
    }
    Fault::Unreadable { problem: error.to_string() }
}

/// The encoding, and how many bytes its mark takes.
fn settle(head: &[u8]) -> Result<(&'static Encoding, usize), Fault> {
    if let Some(marked) = Encoding::for_bom(head) {
        return Ok(marked);
    }
    match head {
        [b'<', 0, ..] => return Ok((UTF_16LE, 0)),
        [0, b'<', ..] => return Ok((UTF_16BE, 0)),
        _ => {}
    }
    let Some(label) = declared(head) else { return Ok((undeclared(head), 0)) };
    // Whoever says so means that he does not care; UTF-8 is the same as far as ASCII goes.
    if ["ascii", "us-ascii"].iter().any(|ascii| label.eq_ignore_ascii_case(ascii)) {
        return Ok((UTF_8, 0));
    }
    match Encoding::for_label(label.as_bytes()) {
        // What was readable so far cannot be UTF-16, whatever it says.
        Some(encoding) if encoding == UTF_16LE || encoding == UTF_16BE => Ok((UTF_8, 0)),
        Some(encoding) => Ok((encoding, 0)),
        None => Err(Fault::UnknownEncoding { label }),
    }
}

/// UTF-8, or the Japanese encoding of a table or dictionary, which cannot say what it is in.
fn undeclared(head: &[u8]) -> &'static Encoding {
    // A character may be cut by the end of the head.
    let is_utf8 = std::str::from_utf8(head).map_or_else(|error| error.error_len().is_none(), |_| true);
    let says_so_itself = head.trim_ascii_start().starts_with(b"<") || head.windows(5).any(|five| five == b"msgid");
    if is_utf8 || says_so_itself {
        return UTF_8;
    }
    let whole = head.iter().rposition(|byte| *byte == b'\n').map_or(head, |end| &head[..end]);
    let fits =
        |encoding: &&'static Encoding| encoding.decode_without_bom_handling_and_without_replacement(whole).is_some();
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(whole, true);
    let guessed = detector.guess(Some(b"jp"), Utf8Detection::Deny);
    let known = [EUC_JP, SHIFT_JIS];
    [guessed, EUC_JP, SHIFT_JIS].into_iter().filter(|encoding| known.contains(encoding)).find(fits).unwrap_or(UTF_8)
}

/// The label an XML declaration or the header of a PO file gives.
fn declared(head: &[u8]) -> Option<String> {
    let ascii: String = head.iter().take(8 << 10).map(|byte| char::from(*byte)).collect();
    let label = if ascii.trim_start().starts_with("<?xml") {
        let declaration = ascii.split("?>").next()?;
        let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        value.get(1..)?.split(quote).next()?
    } else {
        ascii.split_once("charset=")?.1.split(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).next()?
    };
    // What templates of PO files say before anybody has filled it in.
    let label = label.trim();
    (!label.is_empty() && label != "CHARSET").then(|| label.chars().take(40).collect())
}
