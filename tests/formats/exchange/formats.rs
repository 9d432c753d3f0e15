//! The names of the formats, and what a caller is told who asks for another.

use taiyaku_formats::exchange::{ExportFormat, Profile};

#[test]
fn every_format_is_found_under_its_name() {
    for (name, format, media_type, extension) in [
        ("csv", ExportFormat::Csv, "text/csv; charset=utf-8", "csv"),
        ("csv_excel", ExportFormat::CsvExcel, "text/csv; charset=utf-8", "csv"),
        ("csv-excel", ExportFormat::CsvExcel, "text/csv; charset=utf-8", "csv"),
        ("xlsx", ExportFormat::Xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        ("memoq", ExportFormat::MemoQ, "text/csv; charset=utf-8", "csv"),
        ("multiterm", ExportFormat::MultiTerm, "text/tab-separated-values; charset=utf-8", "txt"),
        ("weblate", ExportFormat::Weblate, "text/csv; charset=utf-8", "csv"),
        ("deepl", ExportFormat::DeepL, "text/tab-separated-values; charset=utf-8", "tsv"),
        ("deepl_csv", ExportFormat::DeepLCsv, "text/csv; charset=utf-8", "csv"),
        ("google", ExportFormat::Google, "text/csv; charset=utf-8", "csv"),
        ("google_set", ExportFormat::GoogleSet, "text/csv; charset=utf-8", "csv"),
        ("tbx", ExportFormat::Tbx2, "application/x-tbx", "tbx"),
        ("tbx2", ExportFormat::Tbx2, "application/x-tbx", "tbx"),
        ("tbx3", ExportFormat::Tbx3, "application/x-tbx", "tbx"),
        ("tbx3_dct", ExportFormat::Tbx3Dct, "application/x-tbx", "tbx"),
        ("omegat", ExportFormat::OmegaT, "text/tab-separated-values; charset=utf-8", "utf8"),
        ("utf8", ExportFormat::OmegaT, "text/tab-separated-values; charset=utf-8", "utf8"),
        ("utx", ExportFormat::Utx, "text/tab-separated-values; charset=utf-8", "utx"),
        ("tmx", ExportFormat::Tmx, "application/x-tmx+xml", "tmx"),
        ("skos", ExportFormat::Skos, "application/ld+json", "jsonld"),
        ("prh", ExportFormat::Prh, "application/yaml", "yml"),
        ("jsonl", ExportFormat::JsonLines, "application/jsonl", "jsonl"),
        ("ndjson", ExportFormat::JsonLines, "application/jsonl", "jsonl"),
        ("po", ExportFormat::Po, "text/x-gettext-translation", "po"),
        ("xliff", ExportFormat::Xliff12, "application/xliff+xml", "xlf"),
        ("xliff12", ExportFormat::Xliff12, "application/xliff+xml", "xlf"),
        ("xliff21", ExportFormat::Xliff21, "application/xliff+xml", "xlf"),
        ("xliff21_glossary", ExportFormat::Xliff21Glossary, "application/xliff+xml", "xlf"),
    ] {
        assert_eq!(ExportFormat::from_name(name), Some(format), "{name}");
        assert_eq!((format.media_type(), format.extension()), (media_type, extension), "{name}");
    }
    for format in ExportFormat::ALL {
        assert_eq!(format.to_string().parse(), Ok(format));
    }
}

#[test]
fn an_unknown_format_is_answered_with_the_known_ones() {
    for name in ["", "CSV", "tbx4", "ｃｓｖ"] {
        let error = name.parse::<ExportFormat>().unwrap_err();
        assert_eq!(error.code(), "unknown_format");
        assert_eq!(
            error.to_string(),
            format!(
                "`{name}` is not a format a term base can be exported to. Use one of {}.",
                ExportFormat::ALL.map(|format| format!("`{}`", format.name())).join(", ")
            )
        );
    }
}

#[test]
fn every_profile_is_found_under_its_name() {
    for (name, profile) in [("standard", Some(Profile::Standard)), ("omegat", Some(Profile::OmegaT)), ("OmegaT", None)]
    {
        assert_eq!(Profile::from_name(name), profile, "{name}");
    }
}
