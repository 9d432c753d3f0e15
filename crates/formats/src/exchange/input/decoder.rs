//! Bytes in any encoding as UTF-8, chunk by chunk. Bytes that are not valid become U+FFFD, which readers report with the
//! unit it stands in.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder as EncodingDecoder};

use super::encoding::{HEAD, encoding_of};
use crate::exchange::item::Fault;

/// A file that is decoded as it is read.
pub(super) struct Decoder<R> {
    input: R,
    bytes: Vec<u8>,
    /// How many of `bytes` are decoded.
    decoded: usize,
    input_ended: bool,
    decoder: EncodingDecoder,
    ended: bool,
    taken: u64,
}

impl<R: Read> Decoder<R> {
    /// Reads the beginning of the file and decides on the encoding.
    pub(super) fn open(mut input: R) -> Result<Self, Fault> {
        let mut bytes = Vec::with_capacity(HEAD);
        let limit = u64::try_from(HEAD).unwrap_or(u64::MAX);
        let read = input.by_ref().take(limit).read_to_end(&mut bytes).map_err(|error| Fault::unreadable(&error))?;
        let (encoding, mark) = encoding_of(&bytes)?;
        let decoder = encoding.new_decoder_without_bom_handling();
        Ok(Self { input, bytes, decoded: mark, input_ended: read < HEAD, decoder, ended: false, taken: 0 })
    }

    /// The name of the encoding.
    pub(super) fn encoding(&self) -> &'static str {
        self.decoder.encoding().name()
    }

    /// How many bytes of the file have been decoded.
    pub(super) fn taken(&self) -> u64 {
        self.taken
    }

    /// Whether the whole file is decoded.
    pub(super) fn is_at_end(&self) -> bool {
        self.ended
    }

    /// Decodes the next chunk and adds it to `text`. Adds nothing only at the end of the file.
    pub(super) fn read_chunk(&mut self, text: &mut String) -> Result<(), Fault> {
        let before = text.len();
        while text.len() == before && !self.ended {
            if self.decoded == self.bytes.len()
                && !self.input_ended
                && !self.fill().map_err(|e| Fault::unreadable(&e))?
            {
                continue;
            }
            let waiting = self.bytes.get(self.decoded..).unwrap_or_default();
            text.reserve(self.decoder.max_utf8_buffer_length(waiting.len()).unwrap_or(3 * HEAD));
            let (result, read, _) = self.decoder.decode_to_string(waiting, text, self.input_ended);
            self.decoded += read;
            self.taken += u64::try_from(read).unwrap_or_default();
            self.ended = self.input_ended && result == CoderResult::InputEmpty;
        }
        Ok(())
    }

    /// Reads more bytes; whether the attempt came to an end, be it with bytes or without.
    fn fill(&mut self) -> io::Result<bool> {
        self.bytes.resize(HEAD, 0);
        let read = self.input.read(&mut self.bytes);
        self.bytes.truncate(read.as_ref().copied().unwrap_or_default());
        self.decoded = 0;
        match read {
            Ok(read) => self.input_ended = read == 0,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => return Ok(false),
            Err(error) => return Err(error),
        }
        Ok(true)
    }
}
