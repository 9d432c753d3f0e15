//! Limits on the size of documents. Exceeding one is an error that names it.

use super::ReadError;

/// Limits for one document. Each has its own error, which names the limit and its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself.
    pub bytes: usize,
    /// Pages of a PDF.
    pub pages: usize,
    /// Pages of a PDF that are read by OCR, which takes seconds for each.
    pub scans: usize,
    /// Nesting depth of elements.
    pub nesting: usize,
    /// Bytes after decompression, for all parts of a ZIP archive or all streams of a PDF together.
    pub expanded: usize,
    /// Bytes of the extracted text, in UTF-8.
    pub text: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, pages: 400, scans: 60, nesting: 512, expanded: 256 << 20, text: 16 << 20 }
    }
}

impl Limits {
    /// Fails if the file is larger than `bytes`.
    pub(super) fn check_bytes(&self, found: usize) -> Result<(), ReadError> {
        if found > self.bytes { Err(ReadError::TooLarge { limit: self.bytes, found }) } else { Ok(()) }
    }

    /// Fails if the text is longer than `text`.
    pub(super) fn check_text(&self, found: usize) -> Result<(), ReadError> {
        if found > self.text { Err(ReadError::TooMuchText { limit: self.text }) } else { Ok(()) }
    }

    /// Fails if the depth exceeds `nesting`.
    pub(super) fn check_nesting(&self, depth: usize) -> Result<(), ReadError> {
        if depth > self.nesting { Err(ReadError::NestedTooDeep { limit: self.nesting }) } else { Ok(()) }
    }

    /// Fails if there are more decompressed bytes than `expanded`.
    pub(super) fn check_expanded(&self, found: usize) -> Result<(), ReadError> {
        if found > self.expanded { Err(ReadError::ExpandsTooMuch { limit: self.expanded }) } else { Ok(()) }
    }

    /// Fails if there are more pages than `pages`.
    pub(super) fn check_pages(&self, found: usize) -> Result<(), ReadError> {
        if found > self.pages { Err(ReadError::TooManyPages { limit: self.pages, found }) } else { Ok(()) }
    }

    /// Fails if there are more scanned pages than `scans`.
    pub(super) fn check_scans(&self, found: usize) -> Result<(), ReadError> {
        if found > self.scans { Err(ReadError::TooManyScans { limit: self.scans, found }) } else { Ok(()) }
    }
}
