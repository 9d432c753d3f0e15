//! An index in, bytes for a file out; and such bytes, usually mapped, back into an index that reads them in place.
//!
//! ```text
//! 0   8 bytes  TAIYAKU and a format number      a reader of another number, or of another byte order, starts anew
//! 8   8 bytes  length of the header             16  8 bytes  XXH3 of the header
//! 24           header, JSON: language, revision, rules, and for each part where it lies and its XXH3
//! …            parts, each on a border of 64 bytes
//! ```
//!
//! Rules are everything an entry depends on beside its text: normal form, placeables, tokeniser and its dictionary. Bytes
//! that do not say exactly what is expected are refused with the reason, never used in part.

use std::io::{self, Write};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::index::{Index, Slice};
use super::layout::Bytes;
use super::part::Part;
use crate::model::{Lang, Revision};

/// What a snapshot begins with; the last byte counts the formats.
const MAGIC: u64 = u64::from_le_bytes(*b"TAIYAKU\x01");
/// Bytes before the header.
const PREFIX: usize = 24;
/// Parts begin on a multiple of this.
const BORDER: usize = 64;

/// Why bytes are no snapshot that can be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SnapshotProblem {
    /// It begins otherwise, or was written by another version.
    #[error("it is no snapshot of this version")]
    Unknown,
    /// It ends too early.
    #[error("it ends too early")]
    Cut,
    /// A checksum does not agree.
    #[error("its checksum does not agree")]
    Damaged,
    /// It was made with other rules.
    #[error("it was made with other rules (`{found}`)")]
    OtherRules {
        /// The rules it was made with.
        found: String,
    },
}

#[derive(Debug, Serialize, Deserialize)]
struct Header {
    lang: Lang,
    revision: Revision,
    rules: String,
    mark: String,
    gram: usize,
    parts: Vec<Place>,
}

/// Where a part lies: bytes after the header, and their checksums.
#[derive(Debug, Serialize, Deserialize)]
struct Place {
    start: usize,
    length: usize,
    checksum: u64,
    gone: usize,
    removed: usize,
    removed_checksum: u64,
}

/// Writes `index`, which was made with `rules`; `mark` is kept for the reader, to tell whose index it is.
///
/// # Errors
/// Those of `out`.
pub fn write(index: &Index, rules: &str, mark: &str, out: &mut impl Write) -> io::Result<()> {
    let mut header = head(index, rules, mark)?;
    header.resize(room(header.len()) - PREFIX, b' ');
    out.write_all(&MAGIC.to_ne_bytes())?;
    out.write_all(&(header.len() as u64).to_ne_bytes())?;
    out.write_all(&xxh3_64(&header).to_ne_bytes())?;
    out.write_all(&header)?;
    for slice in &index.parts {
        for bytes in [slice.part.bytes(), bytemuck::cast_slice(&slice.removed)] {
            out.write_all(bytes)?;
            out.write_all(&[0; BORDER][..padded(bytes.len()) - bytes.len()])?;
        }
    }
    Ok(())
}

fn head(index: &Index, rules: &str, mark: &str) -> io::Result<Vec<u8>> {
    let mut at = 0;
    let mut parts = Vec::with_capacity(index.parts.len());
    for slice in &index.parts {
        let (bytes, removed): (&[u8], &[u8]) = (slice.part.bytes(), bytemuck::cast_slice(&slice.removed));
        parts.push(Place {
            start: at,
            length: bytes.len(),
            checksum: xxh3_64(bytes),
            gone: slice.gone,
            removed: removed.len(),
            removed_checksum: xxh3_64(removed),
        });
        at += padded(bytes.len()) + padded(removed.len());
    }
    let header = Header {
        lang: index.lang().clone(),
        revision: index.revision(),
        rules: rules.to_owned(),
        mark: mark.to_owned(),
        gram: index.gram(),
        parts,
    };
    serde_json::to_vec(&header).map_err(io::Error::other)
}

/// Bytes set aside for the prefix and a header of `length` bytes.
fn room(length: usize) -> usize {
    padded(PREFIX + length)
}

fn padded(length: usize) -> usize {
    length.next_multiple_of(BORDER)
}

/// The index in `bytes`, if it was made with `rules`, and the mark it was written with. Every byte is checked once; nothing is copied.
///
/// # Errors
/// Why it cannot be used.
pub fn open(bytes: &Arc<dyn AsRef<[u8]> + Send + Sync>, rules: &str) -> Result<(Index, String), SnapshotProblem> {
    let whole = (**bytes).as_ref();
    let number = |at: usize| {
        let bytes = whole.get(at..at + 8)?;
        bytes.try_into().ok().map(u64::from_ne_bytes)
    };
    if number(0) != Some(MAGIC) {
        return Err(SnapshotProblem::Unknown);
    }
    let length = number(8).and_then(|length| usize::try_from(length).ok()).ok_or(SnapshotProblem::Cut)?;
    let end = PREFIX.checked_add(length).ok_or(SnapshotProblem::Damaged)?;
    let header = whole.get(PREFIX..end).ok_or(SnapshotProblem::Cut)?;
    if number(16) != Some(xxh3_64(header)) {
        return Err(SnapshotProblem::Damaged);
    }
    let header: Header = serde_json::from_slice(header).map_err(|_| SnapshotProblem::Unknown)?;
    if header.rules != rules {
        return Err(SnapshotProblem::OtherRules { found: header.rules });
    }
    let mut parts = Vec::with_capacity(header.parts.len());
    for place in &header.parts {
        parts.push(slice(bytes, place, end)?);
    }
    Ok((Index::of(header.lang, header.revision, header.gram, parts), header.mark))
}

fn slice(bytes: &Arc<dyn AsRef<[u8]> + Send + Sync>, place: &Place, after: usize) -> Result<Slice, SnapshotProblem> {
    let whole = (**bytes).as_ref();
    let start = after.checked_add(place.start).ok_or(SnapshotProblem::Damaged)?;
    let end = start.checked_add(place.length).ok_or(SnapshotProblem::Damaged)?;
    let removed_start = start.checked_add(padded(place.length)).ok_or(SnapshotProblem::Damaged)?;
    let removed_end = removed_start.checked_add(place.removed).ok_or(SnapshotProblem::Damaged)?;
    let (Some(part), Some(removed)) = (whole.get(start..end), whole.get(removed_start..removed_end)) else {
        return Err(SnapshotProblem::Cut);
    };
    if xxh3_64(part) != place.checksum || xxh3_64(removed) != place.removed_checksum {
        return Err(SnapshotProblem::Damaged);
    }
    let part = Part::open(Bytes::Shared(Arc::clone(bytes), start..end)).ok_or(SnapshotProblem::Damaged)?;
    let removed: Vec<u64> =
        removed.chunks_exact(8).filter_map(|chunk| chunk.try_into().ok().map(u64::from_ne_bytes)).collect();
    if removed.len() != part.len().div_ceil(64) || place.gone > part.len() {
        return Err(SnapshotProblem::Damaged);
    }
    Ok(Slice { part: Arc::new(part), removed: Arc::new(removed), gone: place.gone })
}
