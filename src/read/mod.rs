//! BYTES → Release: what kind of file it is, then the reader of that kind.
//!
//! Comes in: the bytes of a PDF, HTML, DOCX or text file. Goes out: a [`Release`] with its text, or a [`ReadError`].
//! No byte sequence makes a reader panic; every reader works inside [`Limits`].

mod decode;
mod docx;
mod error;
mod html;
mod limits;
mod pdf;
mod plain;
mod raised;
mod sheet;
mod sniff;

pub use error::ReadError;
pub use limits::Limits;
pub use pdf::{PdfChoice, PdfEngine, pdf_engines};

use crate::model::{Media, Release};

/// What the caller knows about the bytes and allows the readers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Hint {
    /// File name or what the caller calls the document; kept in `source.name`, decides no format by itself.
    pub name: String,
    /// Media type as the caller was told it (`text/html; charset=Shift_JIS`).
    pub media_type: Option<String>,
    /// Which PDF engines may be used and where they are.
    pub pdf: PdfChoice,
    /// How much may be read.
    pub limits: Limits,
}

impl Hint {
    /// A hint that knows the name alone.
    #[must_use]
    pub fn named(name: &str) -> Self {
        Self { name: name.to_owned(), ..Self::default() }
    }
}

/// The characters of a file that is text, whatever its encoding: byte order mark, UTF-16 by its NULs, UTF-8, else the
/// likeliest of the Japanese encodings.
///
/// # Errors
/// `undecodable_text`.
pub fn text(bytes: &[u8]) -> Result<String, ReadError> {
    decode::text(bytes, None).map(|(text, _)| text)
}

/// Reads one document.
///
/// # Errors
/// [`ReadError`]: the format is not read, a limit is passed, the file is broken, encrypted or empty.
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
