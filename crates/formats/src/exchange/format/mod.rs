//! The file formats: their names, media types and extensions, what they hold, and which of them a file is in.

mod detection;
mod export;

pub(super) use detection::detect;
pub use export::{ExportFormat, ExportFormatError};

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum FileFormat {
    /// Translation Memory eXchange, 1.1 to 1.4b.
    Tmx,
    /// Message catalogue of GNU gettext.
    Po,
    /// XLIFF 1.2 and 2.x.
    Xliff,
    /// Term Base eXchange, versions 2 and 3.
    Tbx,
    /// Universal Terminology eXchange.
    Utx,
    /// The text form of EDICT, and EDICT2.
    Edict,
    /// The XML form of the same dictionary.
    Jmdict,
    /// A table with cells separated by commas or semicolons.
    Csv,
    /// A table with cells separated by tabs.
    Tsv,
    /// A workbook of Excel, from 2007.
    Xlsx,
    /// A spreadsheet of `OpenDocument`.
    Ods,
    /// A Word document, from 2007, with tables.
    Docx,
    /// JSON Lines of another Taiyaku: everything a term base and a memory hold.
    JsonLines,
    /// Markdown.
    Markdown,
    /// Lines of text.
    Text,
}

/// What is written down about a format.
struct Description {
    name: &'static str,
    /// What people call it, with an article.
    title: &'static str,
    media_type: &'static str,
    /// Extensions of file names without dot, the usual one first.
    extensions: &'static [&'static str],
    content: Content,
}

/// What files of a format hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    /// Texts with their translations.
    Translations,
    /// Terms.
    Terms,
    /// Either: a table of terms is imported, a table of texts and translations is checked.
    Both,
    /// Texts of one language.
    Texts,
}

impl FileFormat {
    /// Every format.
    const ALL: [Self; 15] = [
        Self::Tmx,
        Self::Po,
        Self::Xliff,
        Self::Tbx,
        Self::Utx,
        Self::Edict,
        Self::Jmdict,
        Self::Csv,
        Self::Tsv,
        Self::Xlsx,
        Self::Ods,
        Self::Docx,
        Self::JsonLines,
        Self::Markdown,
        Self::Text,
    ];

    /// The one place that describes the formats.
    const fn description(self) -> Description {
        let (name, title, media_type, extensions, content): (_, _, _, &[&str], _) = match self {
            // Not registered with IANA, as TBX; the names translation tools use.
            Self::Tmx => ("tmx", "a translation memory", "application/x-tmx+xml", &["tmx"], Content::Translations),
            Self::Po => ("po", "a PO file", "text/x-gettext-translation", &["po", "pot"], Content::Translations),
            Self::Xliff => (
                "xliff",
                "an XLIFF file",
                "application/xliff+xml",
                &["xlf", "xliff", "mxliff", "sdlxliff", "mqxliff"],
                Content::Translations,
            ),
            Self::Tbx => ("tbx", "a TBX term base", "application/x-tbx", &["tbx"], Content::Terms),
            Self::Utx => {
                ("utx", "a UTX glossary", "text/tab-separated-values; charset=utf-8", &["utx"], Content::Terms)
            }
            Self::Edict => ("edict", "an EDICT dictionary", "text/plain", &[], Content::Terms),
            Self::Jmdict => ("jmdict", "a JMdict dictionary", "application/xml", &[], Content::Terms),
            Self::Csv => ("csv", "a table", "text/csv; charset=utf-8", &["csv"], Content::Both),
            Self::Tsv => {
                ("tsv", "a table", "text/tab-separated-values; charset=utf-8", &["tsv", "tab", "utf8"], Content::Both)
            }
            Self::Xlsx => (
                "xlsx",
                "an Excel workbook",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                &["xlsx", "xlsm", "xltx"],
                Content::Terms,
            ),
            Self::Ods => (
                "ods",
                "an OpenDocument spreadsheet",
                "application/vnd.oasis.opendocument.spreadsheet",
                &["ods", "ots"],
                Content::Terms,
            ),
            Self::Docx => (
                "docx",
                "a Word document",
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
                &["docx", "docm", "dotx"],
                Content::Both,
            ),
            Self::JsonLines => {
                ("jsonl", "a JSON Lines file", "application/jsonl", &["jsonl", "ndjson"], Content::Terms)
            }
            Self::Markdown => (
                "markdown",
                "a Markdown text",
                "text/markdown; charset=utf-8",
                &["md", "markdown", "mdx", "mkd"],
                Content::Texts,
            ),
            Self::Text => ("text", "plain text", "text/plain; charset=utf-8", &["txt"], Content::Texts),
        };
        Description { name, title, media_type, extensions, content }
    }

    /// The name used on the command line and in the API.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.description().name
    }

    /// What people call a file of this format, with an article.
    pub(super) fn title(self) -> &'static str {
        self.description().title
    }

    /// The value of the HTTP header `Content-Type`.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        self.description().media_type
    }

    /// The usual extension of a file name, without the dot; empty if there is none.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.description().extensions.first().copied().unwrap_or_default()
    }

    /// The format a file name stands for by its extension.
    pub(super) fn of_name(name: &str) -> Option<Self> {
        let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
        let (_, extension) = base.rsplit_once('.')?;
        let extension = extension.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.description().extensions.contains(&extension.as_str()))
    }

    /// Whether a file holds texts together with their translations. The translation of other texts is a file of its own.
    #[must_use]
    pub fn is_bilingual(self) -> bool {
        matches!(self.description().content, Content::Translations | Content::Both)
    }

    /// Whether it is a table.
    pub(super) fn is_table(self) -> bool {
        matches!(self, Self::Csv | Self::Tsv | Self::Xlsx | Self::Ods | Self::Docx)
    }

    /// Whether it is an archive of parts, which shows in the first bytes and never in text.
    pub(super) fn is_archive(self) -> bool {
        matches!(self, Self::Xlsx | Self::Ods | Self::Docx)
    }

    /// Whether it can be imported.
    pub(super) fn can_be_imported(self) -> bool {
        !matches!(self, Self::Markdown | Self::Text)
    }

    /// Whether it is XML, which shows in the first character.
    fn is_xml(self) -> bool {
        matches!(self, Self::Tmx | Self::Xliff | Self::Tbx | Self::Jmdict)
    }
}
