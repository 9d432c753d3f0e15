//! What the files look like, to the letter.

use taiyaku_formats::exchange::{ExportFormat, Profile};

use super::concepts::base;
use super::{export, header};

#[test]
fn each_format_writes_the_base_like_this() {
    for format in [
        ExportFormat::Csv,
        ExportFormat::Tbx2,
        ExportFormat::Tbx3,
        ExportFormat::Tbx3Dct,
        ExportFormat::Utx,
        ExportFormat::Skos,
        ExportFormat::Prh,
    ] {
        let file = export(format, &header(Profile::Standard), &base());
        insta::assert_snapshot!(format.name(), file);
    }
}

#[test]
fn the_profile_for_omegat_leaves_out_what_omegat_would_misuse() {
    insta::assert_snapshot!("tbx2_omegat", export(ExportFormat::Tbx2, &header(Profile::OmegaT), &base()));
}

#[test]
fn a_spreadsheet_gets_a_byte_order_mark_and_windows_line_ends_and_the_same_cells() {
    let plain = export(ExportFormat::Csv, &header(Profile::Standard), &base());
    let excel = export(ExportFormat::CsvExcel, &header(Profile::Standard), &base());
    let unmarked = excel.strip_prefix('\u{feff}').unwrap();
    assert!(unmarked.starts_with("concept_id,ja,") && unmarked.contains(",licence\r\n"));
    assert!(!plain.starts_with('\u{feff}') && !plain.contains('\r'));
    assert_eq!(records(unmarked), records(&plain));
}

#[test]
fn an_export_of_nothing_is_still_a_file() {
    let ends = [
        (ExportFormat::Csv, "definition_ja,source,licence\n"),
        (ExportFormat::CsvExcel, "definition_ja,source,licence\r\n"),
        (ExportFormat::Tbx2, "</martifHeader>\n  <text>\n    <body/>\n  </text>\n</martif>\n"),
        (ExportFormat::Tbx3, "</tbxHeader>\n  <text>\n  </text>\n</tbx>\n"),
    ];
    for (format, end) in ends {
        let file = export(format, &header(Profile::Standard), &[]);
        assert!(file.ends_with(end), "{format}: {file}");
    }
}

fn records(file: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(file.as_bytes());
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}
