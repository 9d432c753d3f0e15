//! The parts of an archive by their names.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::sync::Arc;

use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::entry::Entry;
use super::part::Part;
use crate::exchange::item::Fault;

/// The most parts of an archive; no program writes as many.
const PARTS: usize = 10_000;

/// How each entry of the list of parts begins.
const ENTRY: &[u8] = b"PK\x01\x02";

/// An archive that is held in memory, and its parts.
#[derive(Debug)]
pub(in crate::exchange) struct Archive {
    bytes: Arc<[u8]>,
    parts: BTreeMap<String, Entry>,
}

impl Archive {
    /// Reads the list of parts.
    ///
    /// # Errors
    /// `broken_file`, `file_protected`, `hostile_archive`.
    pub(super) fn open(bytes: Vec<u8>) -> Result<Self, Fault> {
        let bytes: Arc<[u8]> = bytes.into();
        // Counted before the list is read, which costs memory for each.
        let listed = bytes.windows(ENTRY.len()).filter(|window| *window == ENTRY).take(PARTS + 1).count();
        if listed > PARTS {
            return Err(Fault::HostileArchive { problem: format!("it has more than {PARTS} parts") });
        }
        let mut zip = ZipArchive::new(Cursor::new(Arc::clone(&bytes))).map_err(|error| fault(&error))?;
        let mut parts = BTreeMap::new();
        for index in 0..zip.len() {
            let file = zip.by_index_raw(index).map_err(|error| fault(&error))?;
            if file.encrypted() {
                return Err(Fault::Protected);
            }
            let is_deflated = match file.compression() {
                CompressionMethod::Stored => false,
                CompressionMethod::Deflated => true,
                _ => continue,
            };
            let Ok(name) = file.name() else { continue };
            let name = name.trim_start_matches('/').to_owned();
            let Some(start) = file.data_start() else { continue };
            let (compressed, expanded, checksum) = (file.compressed_size(), file.size(), file.crc32());
            parts.entry(name).or_insert(Entry { start, compressed, expanded, is_deflated, checksum });
        }
        Ok(Self { bytes, parts })
    }

    /// How many bytes the file has.
    pub(in crate::exchange) fn length(&self) -> u64 {
        u64::try_from(self.bytes.len()).unwrap_or(u64::MAX)
    }

    /// Whether there is a part of this name.
    pub(in crate::exchange) fn has(&self, name: &str) -> bool {
        self.parts.contains_key(name)
    }

    /// A part, to be read from its beginning.
    ///
    /// # Errors
    /// `broken_file` if there is none of this name.
    pub(in crate::exchange) fn part(&self, name: &str) -> Result<Part, Fault> {
        let missing = || Fault::broken_file(format!("The part `{}` is missing.", short(name)));
        let entry = self.parts.get(name).ok_or_else(missing)?;
        Ok(Part::new(Arc::clone(&self.bytes), *entry))
    }

    /// What a part takes in the file, and how many bytes it says to have.
    pub(in crate::exchange) fn sizes(&self, name: &str) -> (u64, u64) {
        self.parts.get(name).map_or((0, 0), |entry| (entry.compressed, entry.expanded))
    }

    /// The first bytes of a part, as text.
    ///
    /// # Errors
    /// `broken_file`, `hostile_archive`.
    pub(in crate::exchange) fn text(&self, name: &str, most: usize) -> Result<String, Fault> {
        let mut bytes = Vec::new();
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        self.part(name)?.take(most).read_to_end(&mut bytes).map_err(|error| Fault::unreadable(&error))?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }
}

fn short(name: &str) -> String {
    name.chars().take(60).collect()
}

/// The fault for an error of the ZIP library.
fn fault(error: &ZipError) -> Fault {
    match error {
        ZipError::InvalidPassword => Fault::Protected,
        _ => Fault::broken_file("It is not a complete ZIP archive. Save or download it again."),
    }
}
