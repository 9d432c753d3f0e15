//! Our own tables in Word documents, and damaged ones.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use taiyaku_formats::exchange::{
    ExportFormat, Fact, FileFormat, FileHint, Item, MemoryUnit, Name, Profile, Reader, TermRow, Unit, Writer,
};
use taiyaku_language::model::{Lang, PairCodes, Provenance, Review, Segment, TermKind};
use zip::write::SimpleFileOptions;

use super::{document, open, row, table};
use crate::exchange::concepts::base;
use crate::exchange::round_trips::{any_concept, everything};
use crate::exchange::{export, export_bytes, header, segment};
use crate::factor::cases;

#[test]
fn our_own_table_names_languages_repeats_its_heading_and_is_the_same_bytes_each_time() {
    let write = || export_bytes(ExportFormat::TermsDocx, &header(Profile::Standard), &base());
    let file = write();
    assert_eq!(file, write());
    let reader = open(&file, None).unwrap();
    assert_eq!(reader.format(), FileFormat::Docx);
    let parts = export(ExportFormat::TermsDocx, &header(Profile::Standard), &base());
    for text in [
        "A &amp; B 用語集",
        "as of 2026-11-21",
        "<w:tblHeader/>",
        "w:eastAsia=\"Yu Gothic\"",
        "<w:lang w:val=\"ja-JP\" w:eastAsia=\"ja-JP\"/>",
        ">concept_id<",
        ">=1+1<",
    ] {
        assert!(parts.contains(text), "{text}: {parts}");
    }
    assert!(ExportFormat::TermsDocx.carries(Fact::Usage) && !ExportFormat::TermsDocx.carries(Fact::Reading));
    assert_eq!(ExportFormat::of_extension("docx"), Some(ExportFormat::GlossaryDocx), "as before");
}

/// What a table carries of a row: names with usage and review, and the number of the concept.
fn carried(file: &[u8], name: &str) -> Vec<TermRow> {
    let hint = FileHint { name: name.to_owned(), ..FileHint::default() };
    let bare =
        |name: &Name| Name { usage: name.usage, review: name.review, ..Name::new(name.lang.clone(), &name.text) };
    let rows = Reader::open(file, &hint).unwrap().map(|item| match item.unwrap() {
        Item::Term(row) => TermRow {
            // An abbreviation beside a term has a column of its own in the table it is compared with.
            names: row
                .names
                .iter()
                .filter(|name| name.kind == TermKind::FullForm || row.english().count() == 1)
                .map(bare)
                .collect(),
            concept: row.concept,
            ..TermRow::default()
        },
        Item::Pair(unit) => panic!("{unit:?}"),
    });
    rows.collect()
}

fn written(units: &[(Segment, Review, Provenance)]) -> Vec<u8> {
    let mut header = header(Profile::Standard);
    header.selection.include_candidates = true;
    let mut writer = Writer::new(ExportFormat::BilingualDocx, Vec::new(), &header).unwrap();
    for (segment, review, provenance) in units {
        writer.segment(&MemoryUnit { segment, review: *review, provenance }).unwrap();
    }
    writer.finish().unwrap()
}

fn units(file: &[u8]) -> Vec<Unit> {
    let unit = |item| match item {
        Item::Pair(unit) => unit,
        Item::Term(row) => panic!("{row:?}"),
    };
    open(file, None).unwrap().map(|item| unit(item.unwrap())).collect()
}

#[test]
fn a_memory_of_one_direction_comes_back_with_keys_and_reviews() {
    let english = Segment { source_lang: Lang::EN, target_lang: Lang::JA, ..segment("x", "y") };
    let keyed = Provenance { key: Some("k 1".to_owned()), ..Provenance::of("a") };
    let file = written(&[
        (segment("脳", "brain"), Review::Approved, keyed),
        (english, Review::Approved, Provenance::of("a")),
        (segment("𠮷は①。", "One."), Review::Suggested, Provenance::of("a")),
        (segment("⻭", "tooth"), Review::Candidate, Provenance::of("a")),
        (segment("骨", "bone"), Review::Rejected, Provenance::of("a")),
    ]);
    let found: Vec<_> = units(&file)
        .into_iter()
        .map(|unit| (unit.source, unit.draft, unit.approved, unit.provenance, unit.line))
        .collect();
    let keyed = Provenance { key: Some("k 1".to_owned()), codes: PairCodes::default(), ..Provenance::default() };
    assert_eq!(
        found,
        [
            ("脳".to_owned(), false, true, keyed, 2),
            ("𠮷は①。".to_owned(), false, false, Provenance::default(), 3),
            ("⻭".to_owned(), true, false, Provenance::default(), 4),
        ]
    );
}

/// A text with what a document writes in its own way.
fn any_text() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "𠮷",
        "葛\u{e0100}",
        "ｶﾞ",
        "①",
        "⻭",
        "ー",
        "１２",
        "&",
        "<b>",
        "]]>",
        "\n",
        "\t",
        " ",
        "　",
        "a",
        "_x000D_",
        "\"",
    ]);
    prop::collection::vec(part, 0..8).prop_map(|parts| format!("語{}x", parts.concat()))
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn a_table_gives_back_the_terms_that_a_workbook_does(concept in any_concept()) {
        let header = everything();
        let of = |format| export_bytes(format, &header, std::slice::from_ref(&concept));
        let (book, table) = (of(ExportFormat::Xlsx), of(ExportFormat::TermsDocx));
        let rows = |file: &[u8], name: &str| if concept.terms.is_empty() { Vec::new() } else { carried(file, name) };
        let (book, table) = (rows(&book, "a.xlsx"), rows(&table, "a.docx"));
        prop_assert_eq!(book.len(), table.len());
        for (book, table) in book.iter().zip(&table) {
            prop_assert_eq!(&book.concept, &table.concept);
            for name in &table.names {
                prop_assert!(book.names.contains(name), "{:?} {:?}", book, table);
            }
            prop_assert!(!table.names.is_empty());
        }
    }

    #[test]
    fn a_memory_comes_back_as_it_was(texts in prop::collection::vec((any_text(), any_text()), 1..5)) {
        let rows: Vec<_> =
            texts.iter().map(|(ja, en)| (segment(ja, en), Review::Suggested, Provenance::of("a"))).collect();
        let found: Vec<_> = units(&written(&rows)).into_iter().map(|unit| (unit.source, unit.target)).collect();
        prop_assert_eq!(found, texts);
    }

    #[test]
    fn a_damaged_document_is_read_or_refused(at in 0_usize..4_000, byte in any::<u8>(), cut in 0_usize..4_000, is_cut: bool) {
        let mut file = document(&table(&[row(&["日本語", "英語"]), row(&["細胞", "cell"])]));
        let place = at % file.len();
        file[place] = byte;
        if is_cut {
            file.truncate(cut % file.len());
        }
        if let Ok(reader) = open(&file, None) {
            prop_assert!(reader.count() < 60);
        }
    }

    #[test]
    fn damaged_markup_is_read_or_refused(damage in prop::collection::vec((any::<usize>(), prop::sample::select(vec![
        "<", ">", "</w:tc>", "<w:tr>", "<w:tbl>", "</w:tbl>", "<w:del>", "<w:vMerge/>", "<w:gridSpan w:val=\"99\"/>", "<w:trPr>", "\"", "&", "<!--", "\u{0}",
    ])), 1..4)) {
        let mut markup = format!("<w:document>{}</w:document>", table(&[row(&["日本語", "英語"]), row(&["細胞", "cell"])]));
        for (place, other) in &damage {
            let place = markup.floor_char_boundary(place % markup.len());
            markup.insert_str(place, other);
        }
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [("[Content_Types].xml", super::TYPES), ("_rels/.rels", super::RELATIONS), ("word/document.xml", &markup)] {
            archive.start_file(name, SimpleFileOptions::default()).unwrap();
            archive.write_all(text.as_bytes()).unwrap();
        }
        let file = archive.finish().unwrap().into_inner();
        if let Ok(reader) = open(&file, None) {
            for item in reader.flatten() {
                if let Item::Term(row) = item {
                    prop_assert!(row.names.iter().all(|name| !name.text.trim().is_empty()));
                }
            }
        }
    }
}

/// The text of a part of a file.
fn part(file: &[u8], name: &str) -> String {
    let mut text = String::new();
    zip::ZipArchive::new(Cursor::new(file)).unwrap().by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn the_properties_of_a_run_stand_in_the_order_of_the_schema() {
    let markup =
        part(&written(&[(segment("脳", "brain"), Review::Approved, Provenance::of("a"))]), "word/document.xml");
    let fonts = markup.find("<w:rFonts w:hint=\"eastAsia\"/><w:b/><w:lang ");
    assert!(fonts.is_some(), "{markup}");
}
