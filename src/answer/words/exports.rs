//! Words about exported files.

use super::words;
use crate::app::export::{ExportFormat, Profile};

words! {
    /// Format of an exported file.
    ExportFormatWord from ExportFormat {
        Csv = "csv",
        CsvExcel = "csv_excel",
        Tbx2 = "tbx2",
        Tbx3 = "tbx3",
        OmegaT = "omegat",
        Tmx = "tmx",
    }
}
words! {
    /// The kind of program a file is for.
    ProfileWord from Profile {
        Standard = "standard",
        OmegaT = "omegat",
    }
}
