//! Our own workbooks, and damaged ones.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use taiyaku_formats::exchange::{ExportFormat, FileFormat, Item, Profile, TABLE_COLUMNS, TermRow};
use taiyaku_language::model::{Lang, Usage};
use zip::write::SimpleFileOptions;

use super::{ods, open, row, sheet, workbook};
use crate::exchange::concepts::base;
use crate::exchange::{export, export_bytes, header};
use crate::factor::cases;

#[test]
fn our_own_workbook_says_what_it_is_and_is_the_same_bytes_each_time() {
    let write = || export_bytes(ExportFormat::Xlsx, &header(Profile::Standard), &base());
    let file = write();
    assert_eq!(file, write());
    let reader = open(&file, "a", None).unwrap();
    assert_eq!(reader.format(), FileFormat::Xlsx);
    let parts = export(ExportFormat::Xlsx, &header(Profile::Standard), &base());
    for text in [
        "2026-11-21T00:00:00Z",
        "state=\"frozen\"",
        "<autoFilter ref=\"A1:P12\"",
        "name=\"About\"",
        "evidence other than the best",
        "<t>=1+1</t>",
    ] {
        assert!(parts.contains(text), "{text}: {parts}");
    }
    assert!(!parts.contains("<f>") && !parts.contains("'=1+1"));
}

/// What an import takes from a table, without the line.
fn rows(file: &[u8], name: &str) -> Vec<TermRow> {
    let items = open(file, name, None).unwrap().map(|item| match item.unwrap() {
        Item::Term(row) => TermRow { line: 0, ..row },
        Item::Pair(unit) => panic!("{unit:?}"),
    });
    items.collect()
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_workbook_gives_back_what_a_table_does(concept in crate::exchange::round_trips::any_concept()) {
        let header = crate::exchange::round_trips::everything();
        let of = |format| export_bytes(format, &header, std::slice::from_ref(&concept));
        let (table, book) = (of(ExportFormat::Csv), of(ExportFormat::Xlsx));
        prop_assert_eq!(rows(&book, "a.xlsx"), rows(&table, "a.csv"));
    }

    #[test]
    fn a_damaged_file_is_read_or_refused(at in 0_usize..4_000, byte in any::<u8>(), cut in 0_usize..4_000, is_cut: bool) {
        let rows = [row(1, &["ja", "en"]), row(2, &["脳", "brain"])];
        let content = sheet(&rows.each_ref().map(String::as_str));
        let table = "<table:table table:name=\"a\"><table:table-row><table:table-cell><text:p>ja</text:p></table:table-cell></table:table-row></table:table>";
        for mut file in [workbook(&[("a", "", &content)]), ods(table), export_bytes(ExportFormat::Xlsx, &header(Profile::Standard), &base())] {
            let at = at * file.len() / 4_000;
            file[at] = byte;
            if is_cut {
                file.truncate(cut * file.len() / 4_000);
            }
            if let Ok(reader) = open(&file, "a.xlsx", None) {
                prop_assert!(reader.take(1_000).count() < 1_000);
            }
        }
    }

    /// The parts themselves are damaged, where the archive is not.
    #[test]
    fn a_damaged_part_is_read_or_refused(at in 0_usize..2_000, byte in any::<u8>(), which in 0_usize..7) {
        let rows = [row(1, &["ja", "en"]), row(2, &["脳", "brain"])];
        let content = format!("{}<mergeCells><mergeCell ref=\"A1:A9\"/></mergeCells>", sheet(&rows.each_ref().map(String::as_str)));
        let mut archive = zip::ZipArchive::new(Cursor::new(workbook(&[("a", "", &content)]))).unwrap();
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for index in 0..archive.len() {
            let mut part = archive.by_index(index).unwrap();
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            if index == which {
                let at = at * bytes.len() / 2_000;
                bytes[at] = byte;
            }
            zip.start_file(part.name().unwrap(), SimpleFileOptions::default()).unwrap();
            zip.write_all(&bytes).unwrap();
        }
        let file = zip.finish().unwrap().into_inner();
        if let Ok(reader) = open(&file, "a.xlsx", None) {
            prop_assert!(reader.take(1_000).count() < 1_000);
        }
    }
}

#[test]
fn our_own_workbook_is_one_term_in_a_cell_with_its_usage() {
    let rows = rows(&export_bytes(ExportFormat::Xlsx, &header(Profile::Standard), &base()), "a.xlsx");
    let forbidden =
        rows.iter().flat_map(|row| &row.names).find(|name| name.lang == Lang::EN && name.text == "=1+1").unwrap();
    assert_eq!(forbidden.usage, Some(Usage::Forbidden));
    assert_eq!(TABLE_COLUMNS.len(), 16);
}
