//! The names of the formats, and what a caller is told who asks for another.

use taiyaku::exchange::{Format, Profile};

#[test]
fn every_format_is_found_under_its_name() {
    for (name, format, media_type, extension) in [
        ("csv", Format::Csv, "text/csv; charset=utf-8", "csv"),
        ("csv_excel", Format::CsvExcel, "text/csv; charset=utf-8", "csv"),
        ("csv-excel", Format::CsvExcel, "text/csv; charset=utf-8", "csv"),
        ("tbx", Format::Tbx2, "application/x-tbx", "tbx"),
        ("tbx2", Format::Tbx2, "application/x-tbx", "tbx"),
        ("tbx3", Format::Tbx3, "application/x-tbx", "tbx"),
        ("omegat", Format::OmegaT, "text/tab-separated-values; charset=utf-8", "utf8"),
        ("utf8", Format::OmegaT, "text/tab-separated-values; charset=utf-8", "utf8"),
        ("tmx", Format::Tmx, "application/x-tmx+xml", "tmx"),
    ] {
        assert_eq!(Format::from_name(name), Some(format), "{name}");
        assert_eq!((format.media_type(), format.extension()), (media_type, extension), "{name}");
    }
    for format in Format::ALL {
        assert_eq!(format.to_string().parse(), Ok(format));
    }
}

#[test]
fn an_unknown_format_is_answered_with_the_known_ones() {
    for name in ["", "CSV", "tbx4", "ｃｓｖ"] {
        let error = name.parse::<Format>().unwrap_err();
        assert_eq!(error.code(), "unknown_format");
        assert_eq!(
            error.to_string(),
            format!(
                "`{name}` is not a format a term base can be exported to. Use one of `csv`, `csv_excel`, `tbx2`, `tbx3`, `omegat`, `tmx`."
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
