//! One part of an archive as it is unpacked, with limits on how far it may expand.

use std::io::{self, Cursor, Read, Take};
use std::sync::Arc;

use flate2::Crc;
use flate2::bufread::DeflateDecoder;

use super::entry::Entry;
use crate::exchange::item::Fault;
use crate::exchange::limits;

/// How many bytes a part may have whatever it takes in the archive.
const SMALL: u64 = 32 << 20;

/// A part that is being unpacked. It owns its share of the archive, so that readers need not borrow it.
#[derive(Debug)]
pub(in crate::exchange) struct Part {
    body: Body,
    entry: Entry,
    given: u64,
    checksum: Crc,
    ended: bool,
}

/// The bytes of a part as they stand in the archive.
type Packed = Take<Cursor<Arc<[u8]>>>;

#[derive(Debug)]
enum Body {
    Stored(Packed),
    Deflated(Box<DeflateDecoder<Packed>>),
}

impl Part {
    pub(super) fn new(bytes: Arc<[u8]>, entry: Entry) -> Self {
        let mut cursor = Cursor::new(bytes);
        cursor.set_position(entry.start);
        let packed = cursor.take(entry.compressed);
        let body = if entry.is_deflated {
            Body::Deflated(Box::new(DeflateDecoder::new(packed)))
        } else {
            Body::Stored(packed)
        };
        Self { body, entry, given: 0, checksum: Crc::new(), ended: false }
    }

    /// Why no more is unpacked, if there is a reason.
    fn excess(&self) -> Option<String> {
        if self.given > limits::EXPANDED {
            return Some(format!("a part of it expands to more than {} bytes", limits::EXPANDED));
        }
        let most = self.entry.compressed.saturating_mul(limits::EXPANSION).max(SMALL);
        (self.given > most).then(|| format!("a part of it expands to more than {} times its size", limits::EXPANSION))
    }
}

impl Read for Part {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.ended || buffer.is_empty() {
            return Ok(0);
        }
        let read = match &mut self.body {
            Body::Stored(bytes) => bytes.read(buffer),
            Body::Deflated(bytes) => bytes.read(buffer),
        };
        let read = read.map_err(|_| broken())?;
        self.checksum.update(buffer.get(..read).unwrap_or_default());
        self.given += u64::try_from(read).unwrap_or_default();
        if read == 0 {
            self.ended = true;
            if self.checksum.sum() != self.entry.checksum {
                return Err(broken());
            }
        }
        match self.excess() {
            Some(problem) => Err(io::Error::other(Fault::HostileArchive { problem })),
            None => Ok(read),
        }
    }
}

/// That the bytes of a part are not those that were packed.
fn broken() -> io::Error {
    io::Error::other(Fault::broken_file("A part of the archive is damaged. Save or download it again."))
}
