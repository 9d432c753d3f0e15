//! The term base goes out as files that other programs read.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod agreement;
mod cells;
mod concepts;
mod damage;
mod directions;
mod documents;
mod explanations;
mod formats;
mod halves;
mod inline_codes;
mod json_lines;
mod lists;
mod memories;
mod memory;
mod outputs;
mod printable;
mod properties;
mod reading;
mod round_trips;
mod selections;
mod snapshots;
mod spreadsheets;
mod versions;
mod word;

use std::io::{Cursor, Read};

use taiyaku_formats::exchange::{ExportFormat, Header, Profile, Writer};
use taiyaku_language::model::{Concept, Lang, Segment};

/// The header all tests write.
fn header(profile: Profile) -> Header {
    Header { title: "A & B 用語集".to_owned(), ..Header::new("物理", "2026-11-21T00:00:00Z", profile) }
}

/// A Japanese text with its English translation.
fn segment(source: &str, target: &str) -> Segment {
    Segment {
        source_lang: Lang::JA,
        target_lang: Lang::EN,
        source: source.to_owned(),
        target: target.to_owned(),
        confidence: 1.0,
    }
}

/// The text `concepts` become; of an archive, the texts of its parts.
fn export(format: ExportFormat, header: &Header, concepts: &[Concept]) -> String {
    let file = export_bytes(format, header, concepts);
    text_of(file)
}

/// The text of a file; of an archive, the texts of its parts.
fn text_of(file: Vec<u8>) -> String {
    if !file.starts_with(b"PK") {
        return String::from_utf8(file).unwrap();
    }
    let mut archive = zip::ZipArchive::new(Cursor::new(file)).unwrap();
    let mut parts = String::new();
    for index in 0..archive.len() {
        archive.by_index(index).unwrap().read_to_string(&mut parts).unwrap();
    }
    parts
}

/// The file `concepts` become.
fn export_bytes(format: ExportFormat, header: &Header, concepts: &[Concept]) -> Vec<u8> {
    let mut writer = Writer::new(format, Vec::new(), header).unwrap();
    for concept in concepts {
        writer.concept(concept).unwrap();
    }
    writer.finish().unwrap()
}

/// The formats of text that hold all that is known of a concept.
fn formats_of_concepts() -> impl Iterator<Item = ExportFormat> {
    use ExportFormat::{Csv, CsvExcel, Skos, Tbx2, Tbx3, Tbx3Dct};
    [Csv, CsvExcel, Tbx2, Tbx3, Tbx3Dct, Skos].into_iter()
}
