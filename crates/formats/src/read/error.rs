//! Reasons why a document could not be read, with stable codes.

/// Why a document could not be read. Messages never contain text of the document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The format is not supported.
    #[error("The file seems to be {seems}, which is not supported. Send PDF, HTML, DOCX or plain text.")]
    UnknownFormat {
        /// The likely format.
        seems: &'static str,
    },
    /// More bytes than `Limits::bytes`.
    #[error("The file has `{found}` bytes; the limit `bytes` is `{limit}`. Raise the limit or split the file.")]
    TooLarge {
        /// The limit.
        limit: usize,
        /// Bytes in the file.
        found: usize,
    },
    /// More pages than `Limits::pages`.
    #[error("The file has `{found}` pages; the limit `pages` is `{limit}`. Raise the limit or split the file.")]
    TooManyPages {
        /// The limit.
        limit: usize,
        /// Pages in the file.
        found: usize,
    },
    /// Elements are nested deeper than `Limits::nesting`.
    #[error(
        "Parts of the file are nested deeper than the limit `nesting` of `{limit}`. Save the file again or raise the limit."
    )]
    NestedTooDeep {
        /// The limit.
        limit: usize,
    },
    /// More decompressed bytes than `Limits::expanded`.
    #[error(
        "The file unpacks to more than the limit `expanded` of `{limit}` bytes. Check the file or raise the limit."
    )]
    ExpandsTooMuch {
        /// The limit.
        limit: usize,
    },
    /// More text than `Limits::text`.
    #[error("The file has more text than the limit `text` of `{limit}` bytes. Raise the limit or split the file.")]
    TooMuchText {
        /// The limit.
        limit: usize,
    },
    /// More parts than a document of the allowed size can need.
    #[error(
        "The {format} file has more than `{limit}` {what}{}, far more than its text needs. Save it again or print it to a new file.", at(Some(*.position))
    )]
    TooManyParts {
        /// Which format.
        format: &'static str,
        /// The limit.
        limit: usize,
        /// The parts that were counted, in the plural.
        what: &'static str,
        /// Byte offset, in the part that was being read.
        position: usize,
    },
    /// A page with more operators than a printed page can need.
    #[error(
        "Page `{page}` of the PDF has more than `{limit}` drawing operators and characters. Print the page to a new PDF, or leave it out."
    )]
    PageTooComplex {
        /// The page, counted from 1.
        page: usize,
        /// The limit.
        limit: usize,
    },
    /// Character maps with more codes than fonts have.
    #[error("The character maps of the PDF have more than `{limit}` codes. Print the file to a new PDF.")]
    TooManyCodes {
        /// The limit.
        limit: usize,
    },
    /// No page has characters, so the pages were probably scanned.
    #[error("The PDF has {} but no text layer, only images. {advice}.", page_count(*.pages))]
    NoTextLayer {
        /// Pages in the file.
        pages: usize,
        /// What to do to have them read.
        advice: &'static str,
    },
    /// More scanned pages than `Limits::scans`.
    #[error(
        "The PDF has `{found}` scanned pages; the limit `scans` is `{limit}`. Split the file, or run OCR on it first."
    )]
    TooManyScans {
        /// The limit.
        limit: usize,
        /// Scanned pages in the file.
        found: usize,
    },
    /// A password is needed.
    #[error("The {format} file is encrypted and needs a password. Save it without a password and send it again.")]
    Encrypted {
        /// Which format.
        format: &'static str,
    },
    /// The file breaks the rules of its format.
    #[error("The {format} file is broken{}: {problem}. Save it again with the program that made it.", at(*.position))]
    BrokenFile {
        /// Which format.
        format: &'static str,
        /// What is wrong.
        problem: String,
        /// Byte offset, in the part named by `problem`, if known.
        position: Option<usize>,
    },
    /// The bytes are not text in any encoding that was tried.
    #[error("Could not decode the file as `{encoding}`{}. Save it as UTF-8 and send it again.", at(Some(*.position)))]
    UndecodableText {
        /// The most likely encoding.
        encoding: &'static str,
        /// Offset of the first byte that could not be decoded.
        position: usize,
    },
    /// The document has no text.
    #[error("The {format} document has no text. Check that it is the right file.")]
    EmptyDocument {
        /// Which format.
        format: &'static str,
    },
    /// The requested engine is not available.
    #[error("Could not use the PDF engine `{engine}`: {problem}. Install it, or allow another engine.")]
    EngineMissing {
        /// Name of the engine.
        engine: &'static str,
        /// Why it cannot be used.
        problem: String,
    },
    /// The engine did not finish in time.
    #[error(
        "The PDF engine `{engine}` did not finish within `{seconds}` seconds. Try another engine or split the file."
    )]
    EngineTooSlow {
        /// Name of the engine.
        engine: &'static str,
        /// Seconds waited.
        seconds: u64,
    },
}

impl ReadError {
    /// A stable code for programs, one for each kind of error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownFormat { .. } => "unknown_format",
            Self::TooLarge { .. } => "too_large",
            Self::TooManyPages { .. } => "too_many_pages",
            Self::NestedTooDeep { .. } => "nested_too_deep",
            Self::ExpandsTooMuch { .. } => "expands_too_much",
            Self::TooMuchText { .. } => "too_much_text",
            Self::TooManyParts { .. } => "too_many_parts",
            Self::PageTooComplex { .. } => "page_too_complex",
            Self::TooManyCodes { .. } => "too_many_codes",
            Self::NoTextLayer { .. } => "no_text_layer",
            Self::TooManyScans { .. } => "too_many_scans",
            Self::Encrypted { .. } => "encrypted",
            Self::BrokenFile { .. } => "broken_file",
            Self::UndecodableText { .. } => "undecodable_text",
            Self::EmptyDocument { .. } => "empty_document",
            Self::EngineMissing { .. } => "engine_missing",
            Self::EngineTooSlow { .. } => "engine_too_slow",
        }
    }

    /// A broken file without a position.
    pub(super) fn broken(format: &'static str, problem: impl Into<String>) -> Self {
        Self::BrokenFile { format, problem: problem.into(), position: None }
    }
}

/// ` at byte N` if the position is known.
fn at(position: Option<usize>) -> String {
    position.map(|offset| format!(" at byte `{offset}`")).unwrap_or_default()
}

/// A number of pages, as in `1 page`.
fn page_count(pages: usize) -> String {
    if pages == 1 { "1 page".to_owned() } else { format!("{pages} pages") }
}
