//! The forms in which the term base or the memory can be exported.
//!
//! Some formats come in several forms, for different readers.

use std::fmt;
use std::str::FromStr;

use super::FileFormat;
use crate::exchange::export::{Fact, Selection};

/// A form the term base or the memory can be exported in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ExportFormat {
    /// Comma-separated values, UTF-8 without byte order mark, lines ending in LF: for tools.
    Csv,
    /// The same rows with a byte order mark and lines ending in CR LF: for spreadsheets.
    CsvExcel,
    /// The same rows as a workbook of Excel.
    Xlsx,
    /// TBX-Basic of 2008 (`martif`), the version translation tools read.
    Tbx2,
    /// TBX-Basic of ISO 30042:2019 in DCA style, the version the standard asks for.
    Tbx3,
    /// The same in DCT style, with data categories as elements.
    Tbx3Dct,
    /// A glossary as `OmegaT` reads it: tab-separated, `.utf8`.
    OmegaT,
    /// UTX 1.11.
    Utx,
    /// XLIFF 2.1 with its glossary module: the terms.
    Xliff21Glossary,
    /// XLIFF 1.2: the segments of the memory.
    Xliff12,
    /// XLIFF 2.1: the segments of the memory.
    Xliff21,
    /// A glossary to print and to read: HTML.
    GlossaryHtml,
    /// The same as a Word document.
    GlossaryDocx,
    /// The terms as a table in a Word document, to be reviewed.
    TermsDocx,
    /// The segments of the memory as such a table.
    BilingualDocx,
    /// SKOS as JSON-LD, for thesauri and the web of data.
    Skos,
    /// Rules for prh, which textlint runs: terms that should not be used.
    Prh,
    /// PO: the segments of the memory.
    Po,
    /// A term base as memoQ imports it: CSV with semicolons.
    MemoQ,
    /// A table for `MultiTerm` Convert: tab-separated, with a heading.
    MultiTerm,
    /// A glossary as Weblate imports it: CSV.
    Weblate,
    /// A glossary as `DeepL` takes it: tab-separated, without a heading, one translation for each source term.
    DeepL,
    /// The same as CSV.
    DeepLCsv,
    /// A glossary of one direction as Google Cloud Translation takes it: CSV without a heading.
    Google,
    /// A glossary of equivalent terms for Google Cloud Translation: CSV under language codes.
    GoogleSet,
    /// TMX 1.4: the segments of the memory, not the terms.
    Tmx,
    /// JSON Lines: everything that is known of concepts and segments, for Taiyaku itself and for programs.
    JsonLines,
}

/// The type of the files of a form.
enum Type {
    /// That of a format that is read, too.
    Of(FileFormat),
    /// This media type and extension.
    Named(&'static str, &'static str),
}

/// What is written down about a form.
struct Description {
    name: &'static str,
    /// Other names it is known by.
    aliases: &'static [&'static str],
    media_type: &'static str,
    /// The usual extension of a file name, without the dot.
    extension: &'static str,
    content: Content,
    /// What is said about terms and concepts in it. What is not in the list is lost.
    carries: &'static [Fact],
}

/// What files of a form hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Content {
    /// Concepts of the term base, also such with one language only.
    Concepts,
    /// Pairs of terms.
    Pairs,
    /// Terms that should not be used, each with the one to use.
    Rules,
    /// Segments of the memory.
    Segments,
    /// Concepts and segments.
    Everything,
}

/// A name that is not one of a format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not a format a term base can be exported to. Use one of {}.", ExportFormat::names())]
pub struct ExportFormatError {
    given: String,
}

impl ExportFormatError {
    /// The stable name of this error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        "unknown_format"
    }
}

/// What a table with our own columns carries.
const OF_TABLES: &[Fact] = &[
    Fact::Synonym,
    Fact::Reading,
    Fact::PartOfSpeech,
    Fact::Usage,
    Fact::Review,
    Fact::Confidence,
    Fact::Field,
    Fact::Definition,
    Fact::Licence,
];

/// What UTX carries.
const OF_UTX: &[Fact] =
    &[Fact::Synonym, Fact::Reading, Fact::PartOfSpeech, Fact::Usage, Fact::Review, Fact::Field, Fact::Definition];

/// What the glossary module of XLIFF carries.
const OF_XLIFF: &[Fact] = &[Fact::Synonym, Fact::Definition];

/// What a printed glossary says.
const OF_PRINT: &[Fact] =
    &[Fact::Synonym, Fact::Reading, Fact::Usage, Fact::Field, Fact::Definition, Fact::FurtherDefinition];

/// What a table to be reviewed says.
const OF_REVIEW: &[Fact] = &[Fact::Synonym, Fact::Usage, Fact::Review];

/// What SKOS carries.
const OF_SKOS: &[Fact] = &[
    Fact::Synonym,
    Fact::OtherLanguage,
    Fact::Usage,
    Fact::Field,
    Fact::Definition,
    Fact::FurtherDefinition,
    Fact::Note,
];

/// What rows of whole entries carry.
const OF_ENTRIES: &[Fact] = &[Fact::Synonym, Fact::Field, Fact::Definition];

/// What TBX-Basic carries, with our notes.
const OF_TBX: &[Fact] = &[
    Fact::Synonym,
    Fact::OtherLanguage,
    Fact::Reading,
    Fact::Kind,
    Fact::PartOfSpeech,
    Fact::Usage,
    Fact::Review,
    Fact::Confidence,
    Fact::Evidence,
    Fact::Field,
    Fact::Definition,
    Fact::FurtherDefinition,
    Fact::Note,
    Fact::Conflict,
    Fact::Licence,
];

impl ExportFormat {
    /// Every format, in the order help texts name them.
    pub const ALL: [Self; 27] = [
        Self::Csv,
        Self::CsvExcel,
        Self::Xlsx,
        Self::Tbx2,
        Self::Tbx3,
        Self::Tbx3Dct,
        Self::OmegaT,
        Self::Utx,
        Self::MemoQ,
        Self::MultiTerm,
        Self::Weblate,
        Self::DeepL,
        Self::DeepLCsv,
        Self::Google,
        Self::GoogleSet,
        Self::GlossaryHtml,
        Self::GlossaryDocx,
        Self::TermsDocx,
        Self::Skos,
        Self::Prh,
        Self::JsonLines,
        Self::Tmx,
        Self::Xliff12,
        Self::Xliff21,
        Self::Xliff21Glossary,
        Self::Po,
        Self::BilingualDocx,
    ];

    /// The one place that describes the forms.
    fn description(self) -> Description {
        use Content::{Concepts, Everything, Pairs, Rules, Segments};
        use FileFormat::{Csv, Docx, JsonLines, Po, Tbx, Tmx, Tsv, Utx, Xliff, Xlsx};
        type Row = (&'static str, &'static [&'static str], Type, Content, &'static [Fact]);
        let row: Row = match self {
            Self::Csv => ("csv", &[], Type::Of(Csv), Concepts, OF_TABLES),
            Self::CsvExcel => ("csv_excel", &["csv-excel"], Type::Of(Csv), Concepts, OF_TABLES),
            Self::Xlsx => ("xlsx", &["excel"], Type::Of(Xlsx), Concepts, OF_TABLES),
            Self::Tbx2 => ("tbx2", &["tbx"], Type::Of(Tbx), Concepts, OF_TBX),
            Self::Tbx3 => ("tbx3", &[], Type::Of(Tbx), Concepts, OF_TBX),
            Self::Tbx3Dct => ("tbx3_dct", &["tbx3-dct"], Type::Of(Tbx), Concepts, OF_TBX),
            // The extension `OmegaT` always reads as UTF-8.
            Self::OmegaT => ("omegat", &["utf8"], Type::Named(Tsv.media_type(), "utf8"), Pairs, &[Fact::Synonym]),
            Self::Utx => ("utx", &[], Type::Of(Utx), Pairs, OF_UTX),
            Self::MemoQ => ("memoq", &[], Type::Of(Csv), Concepts, OF_ENTRIES),
            Self::MultiTerm => ("multiterm", &[], Type::Named(Tsv.media_type(), "txt"), Concepts, OF_ENTRIES),
            Self::Weblate => ("weblate", &[], Type::Of(Csv), Pairs, &[Fact::Synonym, Fact::Definition]),
            Self::DeepL => ("deepl", &["deepl_tsv"], Type::Of(Tsv), Pairs, &[]),
            Self::DeepLCsv => ("deepl_csv", &[], Type::Of(Csv), Pairs, &[]),
            Self::Google => ("google", &[], Type::Of(Csv), Pairs, &[]),
            Self::GoogleSet => ("google_set", &[], Type::Of(Csv), Pairs, &[Fact::PartOfSpeech, Fact::Definition]),
            Self::GlossaryHtml => {
                ("glossary_html", &["html"], Type::Named("text/html; charset=utf-8", "html"), Concepts, OF_PRINT)
            }
            Self::GlossaryDocx => ("glossary_docx", &["docx"], Type::Of(Docx), Concepts, OF_PRINT),
            Self::TermsDocx => ("terms_docx", &["terms-docx"], Type::Of(Docx), Concepts, OF_REVIEW),
            Self::BilingualDocx => ("bilingual_docx", &["bilingual-docx"], Type::Of(Docx), Segments, &[]),
            Self::Skos => ("skos", &[], Type::Named("application/ld+json", "jsonld"), Concepts, OF_SKOS),
            Self::Prh => ("prh", &[], Type::Named("application/yaml", "yml"), Rules, &[Fact::Usage]),
            Self::JsonLines => ("jsonl", &["ndjson"], Type::Of(JsonLines), Everything, &Fact::ALL),
            Self::Tmx => ("tmx", &[], Type::Of(Tmx), Segments, &[]),
            Self::Xliff12 => ("xliff12", &["xliff"], Type::Of(Xliff), Segments, &[]),
            Self::Xliff21 => ("xliff21", &[], Type::Of(Xliff), Segments, &[]),
            Self::Xliff21Glossary => ("xliff21_glossary", &["xliff21-glossary"], Type::Of(Xliff), Pairs, OF_XLIFF),
            Self::Po => ("po", &[], Type::Of(Po), Segments, &[]),
        };
        let (name, aliases, kind, content, carries) = row;
        let (media_type, extension) = match kind {
            Type::Of(format) => (format.media_type(), format.extension()),
            Type::Named(media_type, extension) => (media_type, extension),
        };
        Description { name, aliases, media_type, extension, content, carries }
    }

    /// The name used on the command line and in the API.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.description().name
    }

    /// Reads a name back; `None` for any other. `tbx` alone means the version that tools read.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let is_named = |format: &Self| format.name() == name || format.description().aliases.contains(&name);
        Self::ALL.into_iter().find(is_named)
    }

    /// The extensions of all forms, each once.
    #[must_use]
    pub fn extensions() -> Vec<&'static str> {
        let mut extensions: Vec<&'static str> = Vec::new();
        for format in Self::ALL {
            if !extensions.contains(&format.extension()) {
                extensions.push(format.extension());
            }
        }
        extensions
    }

    /// The media types of all forms, each once, without parameters.
    #[must_use]
    pub fn media_types() -> Vec<&'static str> {
        let mut types: Vec<&'static str> = Vec::new();
        for format in Self::ALL {
            let media_type = format.media_type().split(';').next().unwrap_or_default();
            if !types.contains(&media_type) {
                types.push(media_type);
            }
        }
        types
    }

    /// The form that files with this extension are written in; `None` if none is.
    #[must_use]
    pub fn of_extension(extension: &str) -> Option<Self> {
        let extension = extension.to_ascii_lowercase();
        Self::ALL.into_iter().find(|format| format.extension() == extension)
    }

    /// The value of the HTTP header `Content-Type`.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        self.description().media_type
    }

    /// The usual extension of a file name, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        self.description().extension
    }

    /// Whether the file holds segments of the memory.
    #[must_use]
    pub fn holds_segments(self) -> bool {
        matches!(self.description().content, Content::Segments | Content::Everything)
    }

    /// Whether the file holds concepts of the term base.
    #[must_use]
    pub fn holds_concepts(self) -> bool {
        self.description().content != Content::Segments
    }

    /// Whether files of this form can say this about a term or concept. What one cannot is lost in it.
    #[must_use]
    pub fn carries(self, fact: Fact) -> bool {
        self.description().carries.contains(&fact)
    }

    /// What is left of a selection: a term that should not be used must not look like one that may be, so it stays out of files
    /// that cannot say so.
    #[must_use]
    pub fn narrowed(self, selection: Selection) -> Selection {
        Selection {
            include_discouraged: selection.include_discouraged && self.carries(Fact::Usage),
            include_untranslated: selection.include_untranslated && !self.holds_pairs(),
            ..selection
        }
    }

    /// Whether files of this form hold pairs only, so that a concept without a translation has no place in them.
    fn holds_pairs(self) -> bool {
        self.description().content == Content::Pairs
    }

    fn names() -> String {
        Self::ALL.map(|format| format!("`{}`", format.name())).join(", ")
    }
}

impl fmt::Display for ExportFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for ExportFormat {
    type Err = ExportFormatError;
    fn from_str(given: &str) -> Result<Self, ExportFormatError> {
        Self::from_name(given).ok_or_else(|| ExportFormatError { given: given.to_owned() })
    }
}
