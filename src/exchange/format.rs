//! A format's name comes in; its media type, its file extension and the writer it stands for go out.

use std::fmt;
use std::str::FromStr;

/// A file format the term base or the memory can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// Comma-separated values, UTF-8 without byte order mark, lines ending in LF: for tools.
    Csv,
    /// The same rows with a byte order mark and lines ending in CR LF: for spreadsheets.
    CsvExcel,
    /// TBX-Basic of 2008 (`martif`), the one translation tools read.
    Tbx2,
    /// TBX-Basic of ISO 30042:2019 in DCA style, the one the standard asks for.
    Tbx3,
    /// A glossary as `OmegaT` reads it: tab-separated, `.utf8`.
    OmegaT,
    /// TMX 1.4: the segments of the memory, not the terms.
    Tmx,
}

/// Why a text names no format.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{given}` is not a format a term base can be exported to. Use one of {}.", Format::names())]
pub struct FormatError {
    given: String,
}

impl FormatError {
    /// The stable name of this error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        "unknown_format"
    }
}

impl Format {
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

    /// The value of the HTTP header `Content-Type`.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv | Self::CsvExcel => "text/csv; charset=utf-8",
            // Not registered with IANA; the name translation tools know.
            Self::Tbx2 | Self::Tbx3 => "application/x-tbx",
            Self::OmegaT => "text/tab-separated-values; charset=utf-8",
            Self::Tmx => "application/x-tmx+xml",
        }
    }

    /// The usual end of a file name, without the dot.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv | Self::CsvExcel => "csv",
            Self::Tbx2 | Self::Tbx3 => "tbx",
            Self::OmegaT => "utf8",
            Self::Tmx => "tmx",
        }
    }

    /// Whether the file holds segments of the memory; else it holds concepts of the term base.
    #[must_use]
    pub fn holds_segments(self) -> bool {
        self == Self::Tmx
    }

    fn names() -> String {
        Self::ALL.map(|format| format!("`{}`", format.name())).join(", ")
    }
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Format {
    type Err = FormatError;
    fn from_str(given: &str) -> Result<Self, FormatError> {
        Self::from_name(given).ok_or_else(|| FormatError { given: given.to_owned() })
    }
}
