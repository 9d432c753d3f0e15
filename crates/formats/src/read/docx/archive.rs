//! Reads XML parts from the ZIP archive of a document and counts all decompressed bytes.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::xml::{self, Element};
use crate::read::{Limits, ReadError, decode};

/// The most files an archive may have; no word processor writes as many.
const ENTRIES: usize = 10_000;

/// An opened archive.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    limits: Limits,
    expanded: usize,
}

impl<'a> Archive<'a> {
    /// Opens the archive.
    pub(super) fn open(bytes: &'a [u8], limits: Limits) -> Result<Self, ReadError> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|cause| zip_error(&cause))?;
        if zip.len() > ENTRIES {
            return Err(ReadError::broken("DOCX", format!("the archive has too many files (`{}`)", zip.len())));
        }
        Ok(Self { zip, limits, expanded: 0 })
    }

    /// The XML part with that name, if the archive has it.
    pub(super) fn part(&mut self, name: &'static str) -> Result<Option<Element>, ReadError> {
        let room = self.limits.expanded.saturating_sub(self.expanded);
        let mut content = Vec::new();
        match self.zip.by_name(name) {
            Ok(file) => {
                let bound = u64::try_from(room).unwrap_or(u64::MAX).saturating_add(1);
                file.take(bound).read_to_end(&mut content).map_err(|cause| {
                    ReadError::broken("DOCX", format!("could not unpack `{name}` ({})", cause.kind()))
                })?;
            }
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(cause) => return Err(zip_error(&cause)),
        }
        self.expanded += content.len();
        self.limits.check_expanded(self.expanded)?;
        let (markup, _) = decode::text(&content, None)?;
        xml::parse(&markup, name, &self.limits).map(Some)
    }
}

/// The read error for an error of the ZIP library.
fn zip_error(cause: &ZipError) -> ReadError {
    match cause {
        ZipError::UnsupportedArchive(text) if text.to_ascii_lowercase().contains("password") => {
            ReadError::Encrypted { format: "DOCX" }
        }
        ZipError::InvalidPassword => ReadError::Encrypted { format: "DOCX" },
        _ => ReadError::broken("DOCX", "could not read the ZIP archive"),
    }
}
