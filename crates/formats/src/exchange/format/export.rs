//! The forms in which the term base or the memory can be exported.
//!
//! Some formats come in several forms, for different readers.

use std::fmt;
use std::str::FromStr;

use super::FileFormat;

/// A form the term base or the memory can be exported in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ExportFormat {
    /// Comma-separated values, UTF-8 without byte order mark, lines ending in LF: for tools.
    Csv,
    /// The same rows with a byte order mark and lines ending in CR LF: for spreadsheets.
    CsvExcel,
    /// TBX-Basic of 2008 (`martif`), the version translation tools read.
    Tbx2,
    /// TBX-Basic of ISO 30042:2019 in DCA style, the version the standard asks for.
    Tbx3,
    /// A glossary as `OmegaT` reads it: tab-separated, `.utf8`.
    OmegaT,
    /// TMX 1.4: the segments of the memory, not the terms.
    Tmx,
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

impl ExportFormat {
    /// Every format, in the order help texts name them.
    pub const ALL: [Self; 6] = [Self::Csv, Self::CsvExcel, Self::Tbx2, Self::Tbx3, Self::OmegaT, Self::Tmx];

    /// The name used on the command line and in the API.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::CsvExcel => "csv_excel",
            Self::Tbx2 => "tbx2",
            Self::Tbx3 => "tbx3",
            Self::OmegaT => "omegat",
            Self::Tmx => "tmx",
        }
    }

    /// Reads a name back; `None` for any other. `tbx` alone means the version that tools read.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "tbx" => Some(Self::Tbx2),
            "csv-excel" => Some(Self::CsvExcel),
            "utf8" => Some(Self::OmegaT),
            _ => Self::ALL.into_iter().find(|format| format.name() == name),
        }
    }

    /// The file format.
    #[must_use]
    pub(crate) fn file_format(self) -> FileFormat {
        match self {
            Self::Csv | Self::CsvExcel => FileFormat::Csv,
            Self::Tbx2 | Self::Tbx3 => FileFormat::Tbx,
            Self::OmegaT => FileFormat::Tsv,
            Self::Tmx => FileFormat::Tmx,
        }
    }

    /// The value of the HTTP header `Content-Type`.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        self.file_format().media_type()
    }

    /// The usual extension of a file name, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            // The one `OmegaT` always reads as UTF-8.
            Self::OmegaT => "utf8",
            _ => self.file_format().extension(),
        }
    }

    /// Whether the file holds segments of the memory; otherwise it holds concepts of the term base.
    #[must_use]
    pub fn holds_segments(self) -> bool {
        self == Self::Tmx
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
