//! Words about exported files.

use super::words;
use crate::app::export::{ExportFormat, Omission, Profile};
use crate::model::Review;

words! {
    /// Format of an exported file.
    ExportFormatWord from ExportFormat {
        Csv = "csv",
        CsvExcel = "csv_excel",
        Xlsx = "xlsx",
        Tbx2 = "tbx2",
        Tbx3 = "tbx3",
        OmegaT = "omegat",
        MemoQ = "memoq",
        MultiTerm = "multiterm",
        Weblate = "weblate",
        DeepL = "deepl",
        DeepLCsv = "deepl_csv",
        Google = "google",
        GoogleSet = "google_set",
        Tmx = "tmx",
    }
}
words! {
    /// The lowest review state of the terms in a file.
    IncludedReviewWord from Review {
        Candidate = "candidate",
        Suggested = "suggested",
        Approved = "approved",
    } except {
        Rejected,
    }
}
words! {
    /// Why concepts are not in a file, although terms of theirs were asked for: a file never holds one side of a concept that
    /// has both.
    OmissionWord from Omission {
        Unapproved = "unapproved",
        Candidates = "candidates",
        Discouraged = "discouraged",
        SameTerm = "same_term",
        Untranslated = "untranslated",
    }
}
words! {
    /// The kind of program a file is for.
    ProfileWord from Profile {
        Standard = "standard",
        OmegaT = "omegat",
    }
}
