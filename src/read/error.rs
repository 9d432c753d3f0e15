//! Why bytes could not be read: what a reader met comes in, a message with a stable code goes out.

/// Why a document could not be read. Messages never hold text of the document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// None of the formats read here.
    #[error("The bytes seem to be {seems}, which is not read. Send PDF, HTML, DOCX or plain text.")]
    UnknownFormat {
        /// What the bytes seem to be.
        seems: &'static str,
    },
    /// More bytes than `Limits::bytes`.
    #[error("The file has `{found}` bytes, the limit `bytes` is `{limit}`. Raise the limit or split the file.")]
    TooLarge {
        /// The limit.
        limit: usize,
        /// Bytes in the file.
        found: usize,
    },
    /// More pages than `Limits::pages`.
    #[error("The file has `{found}` pages, the limit `pages` is `{limit}`. Raise the limit or split the file.")]
    TooManyPages {
        /// The limit.
        limit: usize,
        /// Pages in the file.
        found: usize,
    },
    /// Elements inside elements beyond `Limits::nesting`.
    #[error(
        "Parts of the file are nested deeper than the limit `nesting` of `{limit}`. Save the file anew or raise it."
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
    #[error("The file holds more text than the limit `text` of `{limit}` bytes. Raise the limit or split the file.")]
    TooMuchText {
        /// The limit.
        limit: usize,
    },
    /// Pages without characters, most likely scanned.
    #[error("The PDF has `{pages}` pages but no text layer, so it holds pictures only. Run OCR first.")]
    NoTextLayer {
        /// Pages in the file.
        pages: usize,
    },
    /// A password is needed.
    #[error("The {format} file is encrypted and needs a password. Save it without password and send it again.")]
    Encrypted {
        /// Which format.
        format: &'static str,
    },
    /// The file breaks the rules of its format.
    #[error("The {format} file is broken{}: {problem}. Save it anew with the program that made it.", at(*.position))]
    BrokenFile {
        /// Which format.
        format: &'static str,
        /// What is wrong.
        problem: String,
        /// Byte offset, in the part named by `problem`, where known.
        position: Option<usize>,
    },
    /// Bytes that are no text in any encoding tried.
    #[error("The bytes are no text in `{encoding}`{}. Save the file as UTF-8 and send it again.", at(Some(*.position)))]
    UndecodableText {
        /// The likeliest encoding.
        encoding: &'static str,
        /// Byte offset of the first wrong byte.
        position: usize,
    },
    /// Nothing printed in it.
    #[error("The {format} document holds no text. Check that the right file was sent.")]
    EmptyDocument {
        /// Which format.
        format: &'static str,
    },
    /// The one engine asked for is not there.
    #[error("The PDF engine `{engine}` is not usable: {problem}. Install it, or allow another engine.")]
    EngineMissing {
        /// Name of the engine.
        engine: &'static str,
        /// Why it cannot be used.
        problem: String,
    },
    /// The engine did not come to an end.
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
    /// Stable word for programs, one per kind of error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownFormat { .. } => "unknown_format",
            Self::TooLarge { .. } => "too_large",
            Self::TooManyPages { .. } => "too_many_pages",
            Self::NestedTooDeep { .. } => "nested_too_deep",
            Self::ExpandsTooMuch { .. } => "expands_too_much",
            Self::TooMuchText { .. } => "too_much_text",
            Self::NoTextLayer { .. } => "no_text_layer",
            Self::Encrypted { .. } => "encrypted",
            Self::BrokenFile { .. } => "broken_file",
            Self::UndecodableText { .. } => "undecodable_text",
            Self::EmptyDocument { .. } => "empty_document",
            Self::EngineMissing { .. } => "engine_missing",
            Self::EngineTooSlow { .. } => "engine_too_slow",
        }
    }

    /// A broken file whose place is not known.
    pub(super) fn broken(format: &'static str, problem: impl Into<String>) -> Self {
        Self::BrokenFile { format, problem: problem.into(), position: None }
    }
}

/// ` at byte N` where the place is known.
fn at(position: Option<usize>) -> String {
    position.map(|offset| format!(" at byte `{offset}`")).unwrap_or_default()
}
