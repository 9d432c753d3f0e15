//! How much a reader may take in and give out: numbers in, an error that names the limit out.

use super::ReadError;

/// Upper bounds for one document. Each has an error of its own that names the limit and its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself.
    pub bytes: usize,
    /// Pages of a PDF.
    pub pages: usize,
    /// Depth of elements inside elements.
    pub nesting: usize,
    /// Bytes after decompression, all parts of a ZIP or all streams of a PDF together.
    pub expanded: usize,
    /// Bytes of text read out of the document, in UTF-8.
    pub text: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 64 << 20, pages: 400, nesting: 512, expanded: 256 << 20, text: 16 << 20 }
    }
}

impl Limits {
    /// Refuses a file that is larger than `bytes`.
    pub(super) fn check_bytes(&self, found: usize) -> Result<(), ReadError> {
        if found > self.bytes { Err(ReadError::TooLarge { limit: self.bytes, found }) } else { Ok(()) }
    }

    /// Refuses text that is longer than `text`.
    pub(super) fn check_text(&self, found: usize) -> Result<(), ReadError> {
        if found > self.text { Err(ReadError::TooMuchText { limit: self.text }) } else { Ok(()) }
    }

    /// Refuses a depth beyond `nesting`.
    pub(super) fn check_nesting(&self, depth: usize) -> Result<(), ReadError> {
        if depth > self.nesting { Err(ReadError::NestedTooDeep { limit: self.nesting }) } else { Ok(()) }
    }

    /// Refuses more decompressed bytes than `expanded`.
    pub(super) fn check_expanded(&self, found: usize) -> Result<(), ReadError> {
        if found > self.expanded { Err(ReadError::ExpandsTooMuch { limit: self.expanded }) } else { Ok(()) }
    }

    /// Refuses more pages than `pages`.
    pub(super) fn check_pages(&self, found: usize) -> Result<(), ReadError> {
        if found > self.pages { Err(ReadError::TooManyPages { limit: self.pages, found }) } else { Ok(()) }
    }
}
