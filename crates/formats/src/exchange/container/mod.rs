//! Files that are ZIP archives of parts: spreadsheets and documents of Office and of `OpenDocument`.
//!
//! What such a file is, its content says, never its name. Everything about an archive has a limit, so that a small file that
//! expands without end costs no more than reading it.

mod archive;
mod entry;
mod kind;
mod part;
mod relations;

use std::io::{Chain, Cursor, Read};

pub(super) use archive::Archive;
pub(super) use part::Part;
pub(super) use relations::{main_part, relations};

use super::format::FileFormat;
use super::item::Fault;
use super::limits;

/// How ZIP archives begin, also empty ones.
const ZIP: [&[u8]; 2] = [b"PK\x03\x04", b"PK\x05\x06"];

/// How the files begin that Office wrote until 2003, and in which it writes encrypted ones today.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// How many bytes show what a file is.
const START: usize = COMPOUND.len();

/// A file whose first bytes have been looked at.
pub(super) enum Opened<R> {
    /// Text, from its beginning.
    Text(Chain<Cursor<Vec<u8>>, R>),
    /// An archive, with the format it is in.
    Archive(FileFormat, Archive),
}

/// Looks at the first bytes of a file; one that is an archive is read to its end.
///
/// # Errors
/// `unknown_format` for an archive of another kind, `file_protected`, `hostile_archive`, `broken_file`, `file_unreadable`.
pub(super) fn open<R: Read>(mut input: R) -> Result<Opened<R>, Fault> {
    let mut bytes = Vec::with_capacity(START);
    let start = u64::try_from(START).unwrap_or_default();
    input.by_ref().take(start).read_to_end(&mut bytes).map_err(|error| Fault::unreadable(&error))?;
    if !is_container(&bytes) {
        return Ok(Opened::Text(Cursor::new(bytes).chain(input)));
    }
    let room = u64::try_from(limits::WHOLE_FILE).unwrap_or(u64::MAX);
    input.take(room).read_to_end(&mut bytes).map_err(|error| Fault::unreadable(&error))?;
    let archive = archive_of(bytes)?;
    Ok(Opened::Archive(kind::format(&archive)?, archive))
}

/// The archive that a file is which is held as a whole, and its format; none if it is text.
///
/// # Errors
/// As [`open`].
pub(super) fn of_bytes(bytes: &[u8]) -> Option<Result<(FileFormat, Archive), Fault>> {
    is_container(bytes).then(|| {
        let archive = archive_of(bytes.to_vec())?;
        Ok((kind::format(&archive)?, archive))
    })
}

/// Whether a file with this beginning is not text.
pub(super) fn is_container(bytes: &[u8]) -> bool {
    bytes.starts_with(COMPOUND) || ZIP.iter().any(|start| bytes.starts_with(start))
}

fn archive_of(bytes: Vec<u8>) -> Result<Archive, Fault> {
    if bytes.starts_with(COMPOUND) {
        return Err(kind::compound(&bytes));
    }
    if bytes.len() > limits::WHOLE_FILE {
        return Err(Fault::broken_file(format!("It has more than {} bytes. Split it.", limits::WHOLE_FILE)));
    }
    Archive::open(bytes)
}
