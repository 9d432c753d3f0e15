//! Bilingual tables in Word documents, as programs and people make them.

mod reading;
mod writing;

use taiyaku_formats::exchange::{Columns, FileHint, Item, Reader};

use super::spreadsheets::archive;

const TYPES: &str = "<Types><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
const RELATIONS: &str = "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"/word/document.xml\"/></Relationships>";

/// A document with this body.
fn document(body: &str) -> Vec<u8> {
    let body =
        format!("<w:document><w:body><w:p><w:r><w:t>前書き</w:t></w:r></w:p>{body}<w:sectPr/></w:body></w:document>");
    archive(&[("[Content_Types].xml", TYPES), ("_rels/.rels", RELATIONS), ("word/document.xml", &body)])
}

/// A paragraph of a text.
fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
}

/// A cell of these properties and this content.
fn cell(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr><w:tcW w:w=\"1\"/>{properties}</w:tcPr>{content}</w:tc>")
}

fn row(cells: &[&str]) -> String {
    let cells: String = cells.iter().map(|text| cell("", &paragraph(text))).collect();
    format!("<w:tr>{cells}</w:tr>")
}

fn table(rows: &[String]) -> String {
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{}</w:tbl>", rows.concat())
}

fn open<'a>(file: &'a [u8], columns: Option<&str>) -> Result<Reader<'a>, String> {
    let columns = columns.map(|columns| Columns::parse(columns).unwrap());
    let hint = FileHint { name: "対訳.docx".to_owned(), columns, ..FileHint::default() };
    Reader::open(file, &hint).map_err(|problem| format!("{}: {problem}", problem.code()))
}

/// The items of a file, each with its line: `term`, `text` or the code of a problem.
fn read(file: &[u8], columns: Option<&str>) -> Vec<(u64, String)> {
    let mut found = Vec::new();
    for item in open(file, columns).unwrap() {
        found.push(match item {
            Ok(Item::Term(row)) => {
                let names: Vec<&str> = row.names.iter().map(|name| name.text.as_str()).collect();
                let doubts: String = row.doubts.iter().map(|doubt| format!(" !{}", doubt.code())).collect();
                (row.line, format!("term {}{doubts}", names.join("=")))
            }
            Ok(Item::Pair(unit)) => {
                let state = match (unit.draft, unit.approved) {
                    (true, _) => " draft",
                    (_, true) => " approved",
                    _ => "",
                };
                (
                    unit.line,
                    format!("text {}>{} {}={}{state}", unit.source_lang, unit.target_lang, unit.source, unit.target),
                )
            }
            Err(problem) => (problem.line, format!("!{}", problem.code())),
        });
    }
    found
}

fn want(rows: &[(u64, &str)]) -> Vec<(u64, String)> {
    rows.iter().map(|(line, text)| (*line, (*text).to_owned())).collect()
}
