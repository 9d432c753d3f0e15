//! Snapshots of an index in a file, usually mapped into memory and used in place.
//!
//! ```text
//! 0   8 bytes  TAIYAKU and a format number      a reader of another format or byte order rebuilds the index
//! 8   8 bytes  length of the header             16  8 bytes  XXH3 of the header
//! 24           header, JSON: language, revision, rules, and for each part where it lies and its XXH3
//! …            parts, each aligned to 64 bytes
//! ```
//!
//! The rules identify everything an index depends on besides the texts: normal form, placeables, tokeniser and dictionary. A
//! snapshot that does not match in every respect is refused with the reason, never used in part.

use std::io::{self, Write};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

use super::index::{Index, LivePart};
use super::layout::Bytes;
use super::part::Part;
use crate::model::{Lang, Revision};

/// The first bytes of a snapshot; the last one is the format number.
const MAGIC: u64 = u64::from_le_bytes(*b"TAIYAKU\x01");
/// Bytes before the header.
const PREFIX: usize = 24;
/// Parts are aligned to this many bytes.
const ALIGNMENT: usize = 64;

/// Why a snapshot cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SnapshotProblem {
    /// It is not a snapshot, or one of another version.
    #[error("it is not a snapshot of this version")]
    UnknownFormat,
    /// It ends too early.
    #[error("it is truncated")]
    Truncated,
    /// A checksum does not match.
    #[error("its checksum does not match")]
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
    parts: Vec<PartLocation>,
}

/// Where a part lies, in bytes after the header, and its checksums. The names are those of the file format.
#[derive(Debug, Serialize, Deserialize)]
struct PartLocation {
    start: usize,
    length: usize,
    checksum: u64,
    gone: usize,
    removed: usize,
    removed_checksum: u64,
}

/// Writes `index`, which was built with `rules`. `mark` is stored for the reader, to identify the term base it belongs to.
///
/// # Errors
/// Errors of `out`.
pub fn write_snapshot(index: &Index, rules: &str, mark: &str, out: &mut impl Write) -> io::Result<()> {
    let mut header = head(index, rules, mark)?;
    header.resize(header_size(header.len()) - PREFIX, b' ');
    out.write_all(&MAGIC.to_ne_bytes())?;
    out.write_all(&(header.len() as u64).to_ne_bytes())?;
    out.write_all(&xxh3_64(&header).to_ne_bytes())?;
    out.write_all(&header)?;
    for live in &index.parts {
        for bytes in [live.part.bytes(), bytemuck::cast_slice(&live.removed)] {
            out.write_all(bytes)?;
            out.write_all(&[0; ALIGNMENT][..padded(bytes.len()) - bytes.len()])?;
        }
    }
    Ok(())
}

fn head(index: &Index, rules: &str, mark: &str) -> io::Result<Vec<u8>> {
    let mut at = 0;
    let mut parts = Vec::with_capacity(index.parts.len());
    for live in &index.parts {
        let (bytes, removed): (&[u8], &[u8]) = (live.part.bytes(), bytemuck::cast_slice(&live.removed));
        parts.push(PartLocation {
            start: at,
            length: bytes.len(),
            checksum: xxh3_64(bytes),
            gone: live.removed_count,
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

/// The size of the prefix and a header of `length` bytes, with padding.
fn header_size(length: usize) -> usize {
    padded(PREFIX + length)
}

fn padded(length: usize) -> usize {
    length.next_multiple_of(ALIGNMENT)
}

/// Opens the index in `bytes`, if it was built with `rules`, and returns it with the mark it was written with. Every byte is
/// verified once; nothing is copied.
///
/// # Errors
/// Why it cannot be used.
pub fn open_snapshot(
    bytes: &Arc<dyn AsRef<[u8]> + Send + Sync>,
    rules: &str,
) -> Result<(Index, String), SnapshotProblem> {
    let whole = (**bytes).as_ref();
    let number = |at: usize| {
        let bytes = whole.get(at..at + 8)?;
        bytes.try_into().ok().map(u64::from_ne_bytes)
    };
    if number(0) != Some(MAGIC) {
        return Err(SnapshotProblem::UnknownFormat);
    }
    let length = number(8).and_then(|length| usize::try_from(length).ok()).ok_or(SnapshotProblem::Truncated)?;
    let end = PREFIX.checked_add(length).ok_or(SnapshotProblem::Damaged)?;
    let header = whole.get(PREFIX..end).ok_or(SnapshotProblem::Truncated)?;
    if number(16) != Some(xxh3_64(header)) {
        return Err(SnapshotProblem::Damaged);
    }
    let header: Header = serde_json::from_slice(header).map_err(|_| SnapshotProblem::UnknownFormat)?;
    if header.rules != rules {
        return Err(SnapshotProblem::OtherRules { found: header.rules });
    }
    let mut parts = Vec::with_capacity(header.parts.len());
    let mut last = end;
    for location in &header.parts {
        parts.push(open_part(bytes, location, end)?);
        // Every part is in the file, so its lengths can be added up.
        last = last.max(end + location.start + padded(location.length) + padded(location.removed));
    }
    match whole.len() {
        length if length < last => return Err(SnapshotProblem::Truncated),
        length if length > last => return Err(SnapshotProblem::Damaged),
        _ => {}
    }
    Ok((Index::of(header.lang, header.revision, header.gram, parts), header.mark))
}

fn open_part(
    bytes: &Arc<dyn AsRef<[u8]> + Send + Sync>,
    location: &PartLocation,
    after: usize,
) -> Result<LivePart, SnapshotProblem> {
    let whole = (**bytes).as_ref();
    let start = after.checked_add(location.start).ok_or(SnapshotProblem::Damaged)?;
    let end = start.checked_add(location.length).ok_or(SnapshotProblem::Damaged)?;
    let removed_start = start.checked_add(padded(location.length)).ok_or(SnapshotProblem::Damaged)?;
    let removed_end = removed_start.checked_add(location.removed).ok_or(SnapshotProblem::Damaged)?;
    let (Some(part), Some(removed)) = (whole.get(start..end), whole.get(removed_start..removed_end)) else {
        return Err(SnapshotProblem::Truncated);
    };
    if xxh3_64(part) != location.checksum || xxh3_64(removed) != location.removed_checksum {
        return Err(SnapshotProblem::Damaged);
    }
    let part = Part::open(Bytes::Shared(Arc::clone(bytes), start..end)).ok_or(SnapshotProblem::Damaged)?;
    let removed: Vec<u64> =
        removed.chunks_exact(8).filter_map(|chunk| chunk.try_into().ok().map(u64::from_ne_bytes)).collect();
    if removed.len() != part.len().div_ceil(64) || location.gone > part.len() {
        return Err(SnapshotProblem::Damaged);
    }
    Ok(LivePart { part: Arc::new(part), removed: Arc::new(removed), removed_count: location.gone })
}
