//! Writes a workbook, or TBX for a name that ends so, with as many rows as asked, or reads one: `spreadsheet write 100000 FILE`,
//! `spreadsheet read FILE`.
//!
//! `benches/exchange/run` measures it beside openpyxl and lxml.

#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement may stop at the first surprise")]

use std::fs::File;

use taiyaku_formats::exchange::{ExportFormat, FileHint, Header, Item, Profile, Reader, Writer};
use taiyaku_language::model::{Concept, ConceptId, Definition, Lang, Review, Term, TermId, TermKind, Usage};

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let given: Vec<&str> = given.iter().map(String::as_str).collect();
    match given[..] {
        ["write", rows, file] => write(rows.parse().unwrap(), file),
        ["read", file] => read(file),
        _ => println!("spreadsheet write ROWS FILE | spreadsheet read FILE"),
    }
}

fn write(rows: i64, file: &str) {
    let header = Header::new("物理", "2026-11-21T00:00:00Z", Profile::Standard);
    let format = if file.ends_with(".tbx") { ExportFormat::Tbx2 } else { ExportFormat::Xlsx };
    let mut writer = Writer::new(format, File::create(file).unwrap(), &header).unwrap();
    for number in 1..=rows {
        let terms = vec![
            term(Lang::JA, format!("量子もつれ{number}")),
            term(Lang::EN, format!("quantum entanglement {number}")),
        ];
        let text = format!("二つ以上の粒子が強く結びついた状態。その{number}。");
        let source = format!("release-{}.pdf", number % 1_000);
        let definition =
            Definition { id: None, lang: Lang::JA, text, release_id: None, source, author: None, origin: None };
        let concept = Concept::empty(ConceptId::new(number), "物理");
        writer.concept(&Concept { terms, definitions: vec![definition], ..concept }).unwrap();
    }
    writer.finish().unwrap();
}

fn term(lang: Lang, text: String) -> Term {
    Term {
        id: TermId::new(1),
        lang,
        text,
        reading: None,
        kind: TermKind::FullForm,
        part_of_speech: None,
        usage: Usage::Preferred,
        review: Review::Suggested,
        confidence: 0.93,
        evidence: Vec::new(),
    }
}

fn read(file: &str) {
    let reader = Reader::open(File::open(file).unwrap(), &FileHint::default()).unwrap();
    let rows = reader.filter(|item| matches!(item, Ok(Item::Term(_)))).count();
    println!("{rows} rows");
}
