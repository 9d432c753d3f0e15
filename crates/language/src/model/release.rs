//! One source document: its decoded text, where it came from, and what its format said about the text's parts.

use serde::{Deserialize, Serialize};

use super::Span;
use super::words::words;

/// A document as `read` leaves it: all later spans point into `text`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Release {
    /// Decoded text. Lines end in `\n`; a form feed `\u{c}` stands before each page but the first,
    /// cells of a table row are parted by `\t`.
    pub text: String,
    /// Where the text came from.
    pub source: Source,
    /// Parts the format itself marks, in order of the text and without overlap.
    /// Empty for plain text, whose lines may be cut anywhere; of a PDF only the rows of tables.
    pub blocks: Vec<Block>,
    /// The document's own title where the format has a field for it (HTML `title`, PDF `Title`, DOCX core properties).
    pub title: Option<String>,
    /// Further facts that the format states beside the text.
    pub properties: DocumentProperties,
}

/// Facts about a document beside its text. Those that its format states, as HTML does in `meta` elements and JSON-LD, are written by
/// templates and often wrong, so they count only where the text agrees.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DocumentProperties {
    /// Titles of the document or of the paper it is about.
    pub titles: Vec<String>,
    /// Names of its publisher.
    pub institutions: Vec<String>,
    /// Dates of publication, as written.
    pub dates: Vec<String>,
    /// Titles of the journal.
    pub journals: Vec<String>,
    /// Parts of the text that were recognised in pictures of pages (OCR), in order.
    pub recognised: Vec<Span>,
    /// Numbers of pages that are pictures and were not read.
    pub unread_pages: Vec<u32>,
    /// Identifiers of terms in lists of definitions, in order of the text: the same in every language of a document.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub anchors: Vec<Anchor>,
}

/// An identifier of a part of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Where the part begins in the text.
    pub at: usize,
    /// The identifier.
    pub id: String,
}

/// Where a text came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Source {
    /// File name or what the caller called it.
    pub name: String,
    /// What the bytes turned out to be.
    pub media: Media,
    /// What read them, with version where it has one: `pdfium`, `pdftotext 22.12.0`, `pdf-extract`, `tesseract 5.3.0` (or both,
    /// separated by a comma), `html`, `docx`, `text`.
    pub engine: String,
    /// Character encoding of plain text or HTML as the WHATWG names it: `UTF-8`, `Shift_JIS`, …
    pub encoding: Option<String>,
    /// Number of pages, where the format has pages.
    pub pages: Option<u32>,
    /// Web address it was fetched from, after redirects; none for a file.
    pub url: Option<String>,
}

words! {
    /// What kind of file the bytes are.
    Media {
        /// Plain text in any encoding.
        Text = "text",
        /// Portable Document Format.
        Pdf = "pdf",
        /// HTML or XHTML.
        Html = "html",
        /// Office Open XML word processing.
        Docx = "docx",
    }
}

#[expect(clippy::derivable_impls, reason = "the macro that declares the words derives no default")]
impl Default for Media {
    fn default() -> Self {
        Self::Text
    }
}

/// One part the format marks. Its lines are whole: a line break inside is one the author made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// What the part is.
    pub kind: BlockKind,
    /// Where it lies in the text.
    pub span: Span,
}

/// What a part of a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// A heading of any level.
    Heading,
    /// A paragraph.
    Paragraph,
    /// One item of a list, or its first part.
    ListItem,
    /// Another part of the item before: a paragraph, a list or a table inside it.
    ContinuedItem,
    /// One row of a table, cells parted by tabs.
    Row,
    /// A term of a definition list (HTML `dt`).
    DefinedTerm,
    /// A description of a definition list (HTML `dd`).
    Description,
    /// A footnote or endnote; its line begins with its mark.
    Note,
}

impl BlockKind {
    /// Whether a block of this kind is always part of the item or term before it, whatever it holds.
    #[must_use]
    pub fn is_inner(self) -> bool {
        matches!(self, Self::ContinuedItem | Self::Description)
    }
}
