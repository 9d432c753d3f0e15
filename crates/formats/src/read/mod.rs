//! Reads a PDF, HTML, DOCX or text file into a [`Release`].
//!
//! [`sniff`] recognises the format by the content, then the reader of that format takes over. No byte sequence makes a
//! reader panic, and every reader respects [`Limits`].

mod decode;
mod docx;
mod error;
mod html;
mod limits;
mod numerals;
mod pdf;
mod plain;
mod program;
mod sniff;
mod superscript;
mod text_builder;

pub use error::ReadError;
pub use limits::Limits;
pub use pdf::{OcrMode, OcrOptions, PdfEngine, PdfEngineOptions, available_pdf_engines, ocr_engine};

use crate::model::{Media, Release};

/// What the caller knows about a file, and how it may be read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hint {
    /// The file name, or what the caller calls the document. Stored in `source.name`; never determines the format alone.
    pub name: String,
    /// The media type as the caller received it (`text/html; charset=Shift_JIS`).
    pub media_type: Option<String>,
    /// The PDF engines that may be used, and where they are.
    pub pdf: PdfEngineOptions,
    /// The limits.
    pub limits: Limits,
}

impl Hint {
    /// A hint with only a name.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }
}

/// Decodes a text file: by a byte order mark, as UTF-16 recognised by its NULs, as UTF-8, or in the most likely Japanese
/// encoding.
///
/// # Errors
/// `undecodable_text`.
pub fn text(bytes: &[u8]) -> Result<String, ReadError> {
    decode::text(bytes, None).map(|(text, _)| text)
}

/// The format of a document by its content; its name matters only if that does not decide.
///
/// # Errors
/// `unknown_format` with the likely format.
pub fn media(bytes: &[u8], name: &str) -> Result<Media, ReadError> {
    sniff::media(bytes, name, None)
}

/// Reads one document.
///
/// # Errors
/// [`ReadError`]: the format is not supported, a limit is exceeded, or the file is broken, encrypted or empty.
pub fn release(bytes: &[u8], hint: &Hint) -> Result<Release, ReadError> {
    hint.limits.check_bytes(bytes.len())?;
    if bytes.is_empty() {
        return Err(ReadError::EmptyDocument { format: "text" });
    }
    match sniff::media(bytes, &hint.name, hint.media_type.as_deref())? {
        Media::Pdf => pdf::release(bytes, hint),
        Media::Html => html::release(bytes, hint),
        Media::Docx => docx::release(bytes, hint),
        Media::Text => plain::release(bytes, hint),
    }
}
