//! Workbooks of Excel and spreadsheets of `OpenDocument`, as programs and people make them.

mod reading;
mod writing;

use std::io::{Cursor, Write};

use taiyaku_formats::exchange::{Columns, FileHint, Item, Reader};
use zip::write::SimpleFileOptions;

/// An archive of these parts.
pub(super) fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub(super) const TYPES: &str = "<Types><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
pub(super) const RELATIONS: &str = "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

/// A workbook of these sheets, each with a name, attributes of its entry and the content of its part.
pub(super) fn workbook(sheets: &[(&str, &str, &str)]) -> Vec<u8> {
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
    let styles = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;\"/><numFmt numFmtId=\"165\" formatCode=\"000\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs></styleSheet>";
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
pub(super) fn row(number: u64, cells: &[&str]) -> String {
    let cells: String = cells
        .iter()
        .map(|text| format!("<c t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>"))
        .collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

pub(super) fn sheet(rows: &[&str]) -> String {
    format!("<sheetData>{}</sheetData>", rows.concat())
}

pub(super) fn open<'a>(file: &'a [u8], name: &str, columns: Option<&str>) -> Result<Reader<'a>, String> {
    let columns = columns.map(|columns| Columns::parse(columns).unwrap());
    let hint = FileHint { name: name.to_owned(), columns, ..FileHint::default() };
    Reader::open(file, &hint).map_err(|problem| format!("{}: {problem}", problem.code()))
}

/// The pairs of a file with their lines and the codes of doubts, and the codes of problems with theirs.
pub(super) fn read(file: &[u8], columns: Option<&str>) -> Vec<(u64, String)> {
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

pub(super) fn want(rows: &[(u64, &str)]) -> Vec<(u64, String)> {
    rows.iter().map(|(line, text)| (*line, (*text).to_owned())).collect()
}

pub(super) const ODS: &str = "application/vnd.oasis.opendocument.spreadsheet";

pub(super) fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:automatic-styles><style:style style:name=\"ta1\" style:family=\"table\"><style:table-properties table:display=\"true\"/></style:style><style:style style:name=\"ta2\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[("mimetype", ODS), ("content.xml", &content), ("META-INF/manifest.xml", "<manifest:manifest/>")])
}
