//! Words about exported files.

use super::words;
use crate::app::export::{ExportFormat, Fact, Omission, Profile, SegmentOmission};
use crate::model::Review;

words! {
    /// Format of an exported file.
    ExportFormatWord from ExportFormat {
        Csv = "csv",
        CsvExcel = "csv_excel",
        Xlsx = "xlsx",
        Tbx2 = "tbx2",
        Tbx3 = "tbx3",
        Tbx3Dct = "tbx3_dct",
        OmegaT = "omegat",
        Utx = "utx",
        GlossaryHtml = "glossary_html",
        GlossaryDocx = "glossary_docx",
        TermsDocx = "terms_docx",
        Skos = "skos",
        Prh = "prh",
        MemoQ = "memoq",
        MultiTerm = "multiterm",
        Weblate = "weblate",
        DeepL = "deepl",
        DeepLCsv = "deepl_csv",
        Google = "google",
        GoogleSet = "google_set",
        JsonLines = "jsonl",
        Tmx = "tmx",
        Xliff12 = "xliff12",
        Xliff21 = "xliff21",
        Xliff21Glossary = "xliff21_glossary",
        Po = "po",
        BilingualDocx = "bilingual_docx",
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
        Untranslated = "untranslated",
        Repeated = "repeated",
    }
}
words! {
    /// Why segments are not in a file.
    SegmentOmissionWord from SegmentOmission {
        Unapproved = "unapproved",
        Candidates = "candidates",
        OtherDirection = "other_direction",
        OtherLanguages = "other_languages",
        Unfit = "unfit",
    }
}
words! {
    /// The kind of reader a file is for.
    ProfileWord from Profile {
        Standard = "standard",
        Human = "human",
        Mt = "mt",
        OmegaT = "omegat",
        Weblate = "weblate",
    }
}
words! {
    /// What is known about a concept or a term beyond one term in each language.
    FactWord from Fact {
        Synonym = "synonym",
        OtherLanguage = "other_language",
        Reading = "reading",
        Kind = "kind",
        PartOfSpeech = "part_of_speech",
        Usage = "usage",
        Review = "review",
        Confidence = "confidence",
        Evidence = "evidence",
        Field = "field",
        Definition = "definition",
        FurtherDefinition = "further_definition",
        Note = "note",
        Conflict = "conflict",
        Licence = "licence",
    }
}
