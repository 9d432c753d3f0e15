//! What is read of a spreadsheet, and which are refused.

use taiyaku_formats::exchange::{FileFormat, format_of_file};

use super::{ODS, archive, ods, open, read, row, sheet, want, workbook};

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
            "a number shown with zeros in front",
            "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c><c r=\"B2\" s=\"2\"><v>7</v></c></row>",
            (2, "脳=007"),
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
            "hidden, and no other",
            vec![("a", "", &empty), ("b", "state=\"veryHidden\"", &table("b"))],
            None,
            (4, "脳=b !sheet_hidden"),
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
        (
            "a number shown with zeros in front, and one that is not",
            format!(
                "<table:table-row>{}<table:table-cell office:value-type=\"float\" office:value=\"7\"><text:p>007</text:p></table:table-cell></table:table-row>\
                 <table:table-row>{}<table:table-cell office:value-type=\"float\" office:value=\"1234\"><text:p>1,234</text:p></table:table-cell></table:table-row>",
                text("脳"),
                text("骨")
            ),
            vec![(2, "脳=007"), (3, "骨=1234")],
        ),
    ] {
        let file = ods(&format!("<table:table table:name=\"a\" table:style-name=\"ta1\">{names}{rows}</table:table>"));
        assert_eq!(read(&file, None), want(&found), "{what}");
        assert_eq!(open(&file, "a.ods", None).unwrap().format(), FileFormat::Ods);
    }
    let sheet = |name: &str, style: &str| {
        let row = format!("<table:table-row>{}{}</table:table-row>", text("脳"), text(name));
        format!("<table:table table:name=\"{name}\" table:style-name=\"{style}\">{names}{row}</table:table>")
    };
    for (sheets, found) in [
        (sheet("b", "ta2") + &sheet("c", "ta1"), "脳=c !sheets_left_out"),
        (sheet("b", "ta2") + &sheet("c", "ta2"), "脳=b !sheet_hidden !sheets_left_out"),
    ] {
        assert_eq!(read(&ods(&sheets), None), want(&[(2, found)]), "as in Excel, visible sheets come first");
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
        ("an archive", archive(&[("a.txt", "x")]), "unknown_format: The file seems to be a ZIP archive"),
        ("an empty archive", archive(&[]), "unknown_format"),
        ("a cut archive", b"PK\x03\x04abc".to_vec(), "broken_file"),
        (
            "a document without its text",
            types("x.wordprocessingml.document.main+xml"),
            "broken_file: Could not read the file beyond this point: The part `word/document.xml` is missing",
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
fn a_row_with_damaged_characters_is_left_out_with_its_cell() {
    let rows = [
        row(1, &["ja", "en", "メモ"]),
        row(2, &["量子\u{fffd}れ", "entanglement", ""]),
        row(3, &["脳", "brain", "\u{fffd}"]),
    ];
    let texts: Vec<&str> = rows.iter().map(String::as_str).collect();
    let file = workbook(&[("甲", "", &sheet(&texts))]);
    assert_eq!(read(&file, None).first(), Some(&(2, "!cell_without_value".to_owned())));
    assert_eq!(read(&file, Some("ja=1,en=2")), want(&[(2, "!cell_without_value"), (3, "脳=brain")]));
}
