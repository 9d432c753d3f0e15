//! What is wrong with a row of a file: what a reader met comes in, a message with a stable code goes out.

use super::limits;
use crate::model::Lang;

/// A row that could not be used, or the place where a file cannot be read any further.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, unit {unit}: {fault}")]
pub struct RowProblem {
    /// The line of the file, from 1.
    pub line: u64,
    /// The unit of the file, from 1; 0 before the first.
    pub unit: u64,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a row. Messages never hold text of a translation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum Fault {
    /// There is a source text and no translation of it.
    #[error("There is no translation into `{lang}` yet. Translate the unit and import the file again.")]
    Untranslated {
        /// The language it lacks.
        lang: Lang,
    },
    /// The source text is empty.
    #[error("The source text is empty, so nothing could ever match the unit. Fill it in or delete the unit.")]
    EmptySource,
    /// A text without language.
    #[error("A text does not say its language. Name the languages with `--from` and `--into`.")]
    LanguageMissing,
    /// What stands for a language is none.
    #[error("{problem} Correct it in the file.")]
    LanguageInvalid {
        /// What is wrong with it.
        problem: String,
    },
    /// The file as a whole does not say its languages.
    #[error("{problem} Name the languages with `--from` and `--into`.")]
    FileLanguage {
        /// What it says, or that it says nothing.
        problem: String,
    },
    /// None of the texts is in the source language.
    #[error("None of the texts is in the source language `{lang}`. Correct `srclang` or the languages of the texts.")]
    SourceMissing {
        /// The source language of the file.
        lang: String,
    },
    /// There is no text but the source.
    #[error("There is no text in a second language. Add a translation or delete the unit.")]
    TargetMissing,
    /// Both languages of the file are one.
    #[error("The file is in `{lang}` and translates from `{lang}`. Name the languages with `--from` and `--into`.")]
    SameLanguage {
        /// The language.
        lang: Lang,
    },
    /// The file is for other languages.
    #[error("{problem} A term base here is Japanese and English.")]
    OtherLanguages {
        /// Which.
        problem: String,
    },
    /// It is not said what the columns of a table hold.
    #[error("{problem} Say it with `--map ja=1,en=2`, by number or by name.")]
    ColumnsUnknown {
        /// What is not known.
        problem: String,
    },
    /// A row without a term.
    #[error("There is neither a Japanese nor an English term in the row. Fill one in or delete the row.")]
    TermMissing,
    /// More text than a unit may have.
    #[error("The unit has more than the `{}` bytes a unit may have. Split it into sentences.", limits::UNIT)]
    UnitTooLarge,
    /// One tag, line or run of text that has no end.
    #[error(
        "A tag, comment or line here has more than `{}` bytes. No translation memory needs this; check where the file is from.",
        limits::PIECE
    )]
    PieceTooLarge,
    /// Bytes that were no characters.
    #[error("Some bytes are no characters in `{encoding}`. Save the file in the encoding it names, best UTF-8.")]
    Undecodable {
        /// The encoding the file was read in.
        encoding: &'static str,
    },
    /// The file names an encoding that does not exist.
    #[error("The file says it is in `{label}`, which is no known encoding. Save it as UTF-8.")]
    UnknownEncoding {
        /// What it says.
        label: String,
    },
    /// A reference to something XML itself does not define.
    #[error("`&{name};` stands for nothing. Write the character itself, or `&amp;` for `&`.")]
    UnknownEntity {
        /// The name.
        name: String,
    },
    /// The row breaks the rules of its format, and reading can go on after it.
    #[error("The row cannot be read: {problem}. Correct it in the program that made the file.")]
    BrokenRow {
        /// What is wrong.
        problem: String,
    },
    /// The file breaks the rules of its format, and nothing after this can be read.
    #[error("The file is broken here: {problem}. All units before are kept; save it anew and import it again.")]
    BrokenFile {
        /// What is wrong.
        problem: String,
    },
    /// XML that is made to exhaust readers or to make them load other files.
    #[error("The file was refused here: {problem}. No program that exchanges translations writes this.")]
    HostileXml {
        /// What is wrong.
        problem: &'static str,
    },
    /// Elements inside elements.
    #[error("Elements are nested deeper than `{limit}`. No translation memory needs this; check where the file is from.", limit = limits::NESTING)]
    NestedTooDeep,
    /// None of the formats read here.
    #[error("The file seems to be {seems}, which is not read. Import TMX, PO, UTX, CSV, TSV, EDICT or JMdict.")]
    UnknownFormat {
        /// What it seems to be.
        seems: String,
    },
    /// The system could not read the bytes.
    #[error("The file cannot be read: {problem}. Check that it exists and may be read.")]
    Unreadable {
        /// What the system said.
        problem: String,
    },
}

impl Fault {
    /// The stable name of the kind of problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Untranslated { .. } => "untranslated",
            Self::EmptySource => "empty_source",
            Self::LanguageMissing | Self::FileLanguage { .. } => "language_missing",
            Self::LanguageInvalid { .. } => "language_invalid",
            Self::SourceMissing { .. } => "source_language_missing",
            Self::TargetMissing => "target_language_missing",
            Self::SameLanguage { .. } => "same_language",
            Self::OtherLanguages { .. } => "other_languages",
            Self::ColumnsUnknown { .. } => "columns_unknown",
            Self::TermMissing => "term_missing",
            Self::UnitTooLarge | Self::PieceTooLarge => "unit_too_large",
            Self::Undecodable { .. } | Self::UnknownEncoding { .. } => "undecodable_text",
            Self::UnknownEntity { .. } => "unknown_entity",
            Self::BrokenRow { .. } => "broken_row",
            Self::BrokenFile { .. } => "broken_file",
            Self::HostileXml { .. } => "hostile_xml",
            Self::NestedTooDeep => "nested_too_deep",
            Self::UnknownFormat { .. } => "unknown_format",
            Self::Unreadable { .. } => "file_unreadable",
        }
    }

    /// Whether a person should look: a unit that waits for its translation is as it should be.
    #[must_use]
    pub fn is_worth_a_look(&self) -> bool {
        !matches!(self, Self::Untranslated { .. })
    }

    /// Whether nothing after it can be read.
    #[must_use]
    pub fn ends_the_file(&self) -> bool {
        match self {
            Self::BrokenFile { .. }
            | Self::HostileXml { .. }
            | Self::NestedTooDeep
            | Self::PieceTooLarge
            | Self::UnknownFormat { .. }
            | Self::UnknownEncoding { .. }
            | Self::FileLanguage { .. }
            | Self::SameLanguage { .. }
            | Self::OtherLanguages { .. }
            | Self::ColumnsUnknown { .. }
            | Self::Unreadable { .. } => true,
            Self::Untranslated { .. }
            | Self::EmptySource
            | Self::LanguageMissing
            | Self::LanguageInvalid { .. }
            | Self::SourceMissing { .. }
            | Self::TargetMissing
            | Self::TermMissing
            | Self::UnitTooLarge
            | Self::Undecodable { .. }
            | Self::UnknownEntity { .. }
            | Self::BrokenRow { .. } => false,
        }
    }

    /// A row that breaks the rules.
    pub(super) fn broken_row(problem: impl Into<String>) -> Self {
        Self::BrokenRow { problem: problem.into() }
    }
}

impl RowProblem {
    /// A problem with the file as a whole.
    pub(super) fn at_start(fault: Fault) -> Self {
        Self { line: 1, unit: 0, fault }
    }

    /// A file the system does not let be read.
    #[must_use]
    pub fn unreadable(error: &std::io::Error) -> Self {
        Self::at_start(Fault::Unreadable { problem: error.to_string() })
    }

    /// The stable name of the kind of problem.
    #[must_use]
    pub fn code(&self) -> &'static str {
        self.fault.code()
    }
}
