//! Workbooks of Excel and spreadsheets of `OpenDocument`, as programs and people make them.

use std::io::{Cursor, Read, Write};

use proptest::prelude::*;
use taiyaku_formats::exchange::{
    Columns, ExportFormat, FileFormat, FileHint, Item, Profile, Reader, TABLE_COLUMNS, TermRow, format_of_file,
};
use taiyaku_language::model::{Lang, Usage};
use zip::write::SimpleFileOptions;

use super::concepts::base;
use super::{export, export_bytes, header};
use crate::factor::cases;

/// An archive of these parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

const TYPES: &str = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
const RELATIONS: &str = "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

/// A workbook of these sheets, each with a name, attributes of its entry and the content of its part.
fn workbook(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
    let mut list = String::from("<workbook><workbookPr/><sheets>");
    let mut relations = String::from(
        "<Relationships><Relationship Id=\"s\" Type=\"http://x/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/><Relationship Id=\"t\" Type=\"http://x/styles\" Target=\"styles.xml\"/>",
    );
    let mut parts = Vec::new();
    for (number, (name, attributes, content)) in (1..).zip(sheets) {
        list.push_str(&format!("<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"r{number}\" {attributes}/>"));
        relations.push_str(&format!(
            "<Relationship Id=\"r{number}\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        ));
        parts.push((format!("xl/worksheets/sheet{number}.xml"), format!("<worksheet>{content}</worksheet>")));
    }
    list.push_str("</sheets></workbook>");
    relations.push_str("</Relationships>");
    let strings = "<sst><si><t>脳</t><rPh sb=\"0\" eb=\"1\"><t>ノウ</t></rPh><phoneticPr fontId=\"1\"/></si><si><r><t>量子</t></r><r><rPr><b/></rPr><t>もつれ</t></r></si></sst>";
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
    let mut all = vec![
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("xl/workbook.xml", &list),
        ("xl/_rels/workbook.xml.rels", &relations),
        ("xl/sharedStrings.xml", strings),
        ("xl/styles.xml", styles),
    ];
    all.extend(parts.iter().map(|(name, content)| (name.as_str(), content.as_str())));
    archive(&all)
}

/// A row of text cells.
fn row(number: u64, cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|text| format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"))
        .collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

fn sheet(rows: &[&str]) -> String {
    format!("<sheetData>{}</sheetData>", rows.concat())
}

fn open<'a>(file: &'a [u8], name: &str, columns: Option<&str>) -> Result<Reader<'a>, String> {
    let columns = columns.map(|columns| Columns::parse(columns).unwrap());
    let hint = FileHint { name: name.to_owned(), columns, ..FileHint::default() };
    Reader::open(file, &hint).map_err(|problem| format!("{}: {problem}", problem.code()))
}

/// The pairs of a file with their lines and the codes of doubts, and the codes of problems with theirs.
fn read(file: &[u8], columns: Option<&str>) -> Vec<(u64, String)> {
    let mut found = Vec::new();
    for item in open(file, "a.xlsx", columns).unwrap() {
        match item {
            Ok(Item::Term(row)) => {
                let names: Vec<&str> = row.names.iter().map(|name| name.text.as_str()).collect();
                let doubts: String = row.doubts.iter().map(|doubt| format!(" !{}", doubt.code())).collect();
                found.push((row.line, format!("{}{doubts}", names.join("="))));
            }
            Ok(Item::Pair(unit)) => panic!("{unit:?}"),
            Err(problem) => found.push((problem.line, format!("!{}", problem.code()))),
        }
    }
    found
}

fn want(rows: &[(u64, &str)]) -> Vec<(u64, String)> {
    rows.iter().map(|(line, text)| (*line, (*text).to_owned())).collect()
}

#[test]
fn a_sheet_is_read_as_a_person_sees_it() {
    let names = row(1, &["日本語", "英語", "使用可否"]);
    for (what, rows, found) in [
        (
            "shared text without furigana",
            "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>0</v></c><c r=\"B5\" t=\"s\"><v>1</v></c></row>",
            (5, "脳=量子もつれ"),
        ),
        ("a gap", "<row r=\"2\"><c r=\"B2\" t=\"str\"><v>brain</v></c></row>", (2, "brain")),
        (
            "the value of a formula",
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"str\"><f>A1&amp;\"x\"</f><v>brain</v></c></row>",
            (2, "脳=brain"),
        ),
        (
            "a formula without one",
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\"><f>A1</f></c></row>",
            (2, "!cell_without_value"),
        ),
        (
            "an error",
            "<row r=\"2\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c><c r=\"B2\" t=\"str\"><v>brain</v></c></row>",
            (2, "!cell_without_value"),
        ),
        (
            "an error in a column that is left out",
            "<row r=\"2\"><c r=\"B2\" t=\"str\"><v>brain</v></c><c r=\"D2\" t=\"e\"><v>#N/A</v></c></row>",
            (2, "brain"),
        ),
        (
            "numbers",
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\"><v>0.30000000000000004</v></c></row>",
            (2, "脳=0.3"),
        ),
        (
            "a date",
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"1\"><v>45383</v></c></row>",
            (2, "脳=2024-04-01"),
        ),
        (
            "yes or no",
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" t=\"b\"><v>1</v></c></row>",
            (2, "脳=TRUE"),
        ),
        ("a hidden row", "<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"s\"><v>0</v></c></row>", (2, "脳 !row_hidden")),
        ("a text that is missing", "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>9</v></c></row>", (2, "!cell_without_value")),
        (
            "a code that begins with 0, a sign, rare characters",
            "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>𠮷①⻭</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>=001</t></is></c></row>",
            (2, "𠮷①⻭=＝001"),
        ),
        (
            "far to the right",
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"ZZ2\"><v>1</v></c></row>",
            (2, "!surplus_cell"),
        ),
        ("no numbers", "<row/><row><c t=\"s\"><v>0</v></c></row>", (3, "脳")),
    ] {
        let (line, text) = found;
        let text = text.replace('＝', "=");
        assert_eq!(read(&workbook(&[("用語", "", &sheet(&[&names, rows]))]), None), [(line, text)], "{what}");
    }
}

#[test]
fn merged_cells_hold_for_all_their_rows_and_synonyms_are_told_apart() {
    let rows = [
        row(1, &["用語", "英訳"]),
        row(2, &["細胞死", "cell death; apoptosis"]),
        row(3, &["", "necrosis"]),
        row(4, &["", "x"]),
    ];
    let content =
        format!("{}<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>", sheet(&rows.each_ref().map(String::as_str)));
    let found = read(&workbook(&[("a", "", &content)]), None);
    assert_eq!(found, want(&[(2, "細胞死=cell death=apoptosis"), (3, "細胞死=necrosis"), (4, "x")]));
}

#[test]
fn the_first_sheet_that_names_its_columns_is_read_and_the_others_are_named() {
    let table = |word: &str| sheet(&[&row(1, &["用語集", ""]), &row(3, &["日本語", "英語"]), &row(4, &["脳", word])]);
    let other = sheet(&[&row(1, &["担当", "期限"]), &row(2, &["山田", "金曜"])]);
    let empty = sheet(&[]);
    for (what, sheets, columns, found) in [
        (
            "behind others",
            vec![("a", "", &empty), ("b", "", &other), ("c", "", &table("c"))],
            None,
            (4, "脳=c !sheets_left_out"),
        ),
        ("alone", vec![("c", "", &table("c")), ("a", "", &empty)], None, (4, "脳=c")),
        (
            "visible before hidden",
            vec![("b", "state=\"hidden\"", &table("b")), ("c", "", &table("c"))],
            None,
            (4, "脳=c !sheets_left_out"),
        ),
        (
            "mapped by name",
            vec![("b", "", &other), ("c", "", &table("c"))],
            Some("ja=日本語,en=英語"),
            (4, "脳=c !sheets_left_out"),
        ),
        ("mapped by number", vec![("c", "", &table("c"))], Some("ja=1,en=2"), (4, "脳=c")),
    ] {
        assert_eq!(
            read(
                &workbook(
                    &sheets
                        .iter()
                        .map(|(name, hidden, content)| (*name, *hidden, content.as_str()))
                        .collect::<Vec<_>>()
                ),
                columns
            ),
            want(&[found]),
            "{what}"
        );
    }
    for (sheets, code) in
        [(vec![("a", "", &*other)], "none of the sheets `a`"), (vec![("a", "", &*empty)], "no sheet with anything")]
    {
        let problem = open(&workbook(&sheets), "a.xlsx", None).err().unwrap();
        assert!(problem.starts_with("columns_unknown") && problem.contains(code), "{problem}");
    }
}

const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[("mimetype", ODS), ("content.xml", &content), ("META-INF/manifest.xml", "<manifest:manifest/>")])
}

#[test]
fn a_spreadsheet_of_opendocument_is_read_by_the_same_rules() {
    let text = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let names = format!("<table:table-row>{}{}</table:table-row>", text("日本語"), text("英語"));
    for (what, rows, found) in [
        (
            "furigana",
            format!(
                "<table:table-row>{}{}</table:table-row>",
                text("<text:ruby><text:ruby-base>脳</text:ruby-base><text:ruby-text>のう</text:ruby-text></text:ruby>"),
                text("b<text:span>rain</text:span><text:s text:c=\"2\"/>x")
            ),
            vec![(2, "脳=brain  x")],
        ),
        (
            "a comment",
            format!(
                "<table:table-row><table:table-cell office:value-type=\"string\"><office:annotation><text:p>注</text:p></office:annotation><text:p>脳</text:p></table:table-cell>{}</table:table-row>",
                text("brain")
            ),
            vec![(2, "脳=brain")],
        ),
        (
            "repeated rows",
            format!(
                "<table:table-row table:number-rows-repeated=\"1000\"/><table:table-row table:number-rows-repeated=\"2\">{}{}</table:table-row>",
                text("脳"),
                text("brain")
            ),
            vec![(1002, "脳=brain"), (1003, "脳=brain")],
        ),
        (
            "a hidden row",
            format!("<table:table-row table:visibility=\"collapse\">{}</table:table-row>", text("脳")),
            vec![(2, "脳 !row_hidden")],
        ),
        (
            "merged",
            format!(
                "<table:table-row><table:table-cell office:value-type=\"string\" table:number-rows-spanned=\"2\"><text:p>脳</text:p></table:table-cell>{}</table:table-row><table:table-row><table:covered-table-cell/>{}</table:table-row>",
                text("brain"),
                text("encephalon")
            ),
            vec![(2, "脳=brain"), (3, "脳=encephalon")],
        ),
        (
            "values",
            format!(
                "<table:table-row>{}<table:table-cell office:value-type=\"float\" office:value=\"1.50\"><text:p>1.5 </text:p></table:table-cell></table:table-row>",
                text("脳")
            ),
            vec![(2, "脳=1.5")],
        ),
        (
            "an error",
            format!(
                "<table:table-row>{}<table:table-cell office:value-type=\"string\" calcext:value-type=\"error\"><text:p>#REF!</text:p></table:table-cell></table:table-row>",
                text("脳")
            ),
            vec![(2, "!cell_without_value")],
        ),
        (
            "cells without end",
            format!(
                "<table:table-row>{}{}<table:table-cell table:number-columns-repeated=\"99999999999\"/></table:table-row><table:table-row table:number-rows-repeated=\"99999999999\"/>",
                text("脳"),
                text("brain")
            ),
            vec![(2, "脳=brain")],
        ),
        (
            "texts without end",
            format!(
                "<table:table-row>{}<table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"99999999\"><text:p>x</text:p></table:table-cell></table:table-row>",
                text("脳")
            ),
            vec![(2, "!surplus_cell")],
        ),
    ] {
        let file = ods(&format!("<table:table table:name=\"a\">{names}{rows}</table:table>"));
        assert_eq!(read(&file, None), want(&found), "{what}");
        assert_eq!(open(&file, "a.ods", None).unwrap().format(), FileFormat::Ods);
    }
}

#[test]
fn what_is_no_workbook_is_refused_with_what_it_is() {
    let types = |media: &str| archive(&[("[Content_Types].xml", media)]);
    let compound = |stream: &str| {
        let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        bytes.extend(stream.encode_utf16().flat_map(u16::to_le_bytes));
        bytes
    };
    let encrypted = [("mimetype", ODS), ("META-INF/manifest.xml", "<manifest:encryption-data/>")];
    let entity = workbook(&[("a", "", "<!DOCTYPE x [<!ENTITY a \"b\">]><sheetData/>")]);
    let deep = workbook(&[("a", "", &"<a>".repeat(200))]);
    for (what, file, said) in [
        (
            "an archive",
            archive(&[("a.txt", "x")]),
            "unknown_format: line 1, unit 0: The file seems to be a ZIP archive",
        ),
        ("an empty archive", archive(&[]), "unknown_format"),
        ("a cut archive", b"PK\x03\x04abc".to_vec(), "broken_file"),
        (
            "a document",
            types("x.wordprocessingml.document.main+xml"),
            "unknown_format: line 1, unit 0: The file is a Word document",
        ),
        ("a binary workbook", types("application/vnd.ms-excel.sheet.binary.macroEnabled.main"), "Save it as `.xlsx`"),
        ("a workbook with macros", types("application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "broken_file"),
        ("an old workbook", compound("Workbook"), "(`.xls`), which cannot be imported. Save it as `.xlsx`"),
        ("a password", compound("EncryptedPackage"), "file_protected"),
        ("a password of LibreOffice", archive(&encrypted), "file_protected"),
        ("entities", entity, "hostile_xml"),
        ("depth", deep, "nested_too_deep"),
    ] {
        let problem = open(&file, "a.xlsx", None).err().unwrap();
        assert!(problem.contains(said), "{what}: {problem}");
        assert_eq!(open(&file, "a.tmx", None).err(), Some(problem), "{what}: the name does not matter");
    }
    assert_eq!(format_of_file(&workbook(&[]), "a.csv"), Ok(FileFormat::Xlsx));
    assert!(
        open("ja,en\n脳,brain\n".as_bytes(), "a.xlsx", None).is_ok_and(|reader| reader.format() == FileFormat::Csv)
    );
}

#[test]
fn an_archive_that_expands_without_end_is_refused() {
    let zeros = format!("<row>{}</row>", " ".repeat(15 << 20)).repeat(3);
    let many: Vec<(String, &str)> = (0..10_001).map(|number| (format!("{number}"), "")).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let sheet = format!("<sheetData>{zeros}</sheetData>");
    for (what, file, said) in [
        ("a sheet", workbook(&[("a", "", &sheet)]), "expands to more than 400 times"),
        ("its list of parts", archive(&many), "more than 10000 parts"),
    ] {
        assert!(file.len() < 1 << 20, "{what}");
        let problem = open(&file, "a.xlsx", None).err().unwrap();
        assert!(problem.starts_with("hostile_archive") && problem.contains(said), "{what}: {problem}");
    }
}

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
        "<autoFilter ref=\"A1:O12\"",
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
    fn a_workbook_gives_back_what_a_table_does(concept in super::round_trips::any_concept()) {
        let header = super::round_trips::everything();
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
    assert_eq!(TABLE_COLUMNS.len(), 15);
}
