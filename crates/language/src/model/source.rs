//! Licence, origin and format of an imported dictionary or term base.

use serde::{Deserialize, Serialize};

use super::words::words;

words! {
    /// The format a source came in.
    SourceFormat {
        /// Term Base eXchange.
        Tbx = "tbx",
        /// Universal Terminology eXchange.
        Utx = "utx",
        /// XLIFF 2 with its glossary module.
        Xliff = "xliff",
        /// The text form of EDICT, and EDICT2.
        Edict = "edict",
        /// The XML form of the same dictionary.
        Jmdict = "jmdict",
        /// A table with cells separated by commas or semicolons.
        Csv = "csv",
        /// A table with cells separated by tabs.
        Tsv = "tsv",
        /// A workbook of Excel.
        Xlsx = "xlsx",
        /// A spreadsheet of `OpenDocument`.
        Ods = "ods",
        /// A table in a Word document.
        Docx = "docx",
        /// JSON Lines of another term base.
        JsonLines = "jsonl",
        /// No file: entries that a program sent one list at a time.
        Glossary = "glossary",
    }
}

/// What a source says of itself, or a person of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SourceFacts {
    /// The licence its data is under, in its own words: `CC BY-SA 4.0`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub licence: Option<String>,
    /// Whom to name, in its own words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attribution: Option<String>,
    /// Where it is from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl SourceFacts {
    /// Whether nothing is known.
    #[must_use]
    pub fn are_unknown(&self) -> bool {
        *self == Self::default()
    }

    /// These facts, and where they are silent those of `other`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            licence: self.licence.or(other.licence),
            attribution: self.attribution.or(other.attribution),
            url: self.url.or(other.url),
        }
    }
}

/// A source whose data stands in a concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceNote {
    /// Its name, as evidence and definitions give it.
    pub name: String,
    /// What it asks of those who use it.
    pub facts: SourceFacts,
}
