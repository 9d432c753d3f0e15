//! A base that is exported and imported into an empty project is the same base, as far as the format can carry it.

use taiyaku::app::Service;
use taiyaku::app::export::{Export, ExportFormat};
use taiyaku::app::import::ImportOptions;
use taiyaku::app::ingest::Input;
use taiyaku::app::review::Decision;
use taiyaku::model::{Concept, Review, Term, TermId, Usage};
use taiyaku::store::NoteScope;

use super::importing::options;
use super::review::decide;
use super::{NOW, PROJECT, concepts, ingest, sample_files, service};

async fn export(service: &Service, format: ExportFormat) -> String {
    String::from_utf8(export_bytes(service, format).await).unwrap()
}

async fn export_bytes(service: &Service, format: ExportFormat) -> Vec<u8> {
    let mut export = Export::new(format, vec![PROJECT.to_owned()]);
    export.review = Review::Candidate;
    let mut out = Vec::new();
    service.export(&export, &mut out).await.unwrap();
    out
}

async fn import(name: &str, file: &(impl AsRef<[u8]> + ?Sized)) -> Service {
    let service = service("").await;
    let options = ImportOptions { ..options() };
    let report = service.import(name, Input::Bytes(file.as_ref().to_vec()), &options, NOW, |_| {}).await.unwrap();
    assert_eq!((report.error, report.problem_count), (None, 0), "{name}: {:?}", report.problems);
    service
}

/// The samples, with decisions on many of their terms and notes on some of their concepts.
async fn reviewed() -> Service {
    let service = service("").await;
    for file in sample_files() {
        let Input::File(path) = &file.input else { panic!("a file") };
        ingest(&service, &file.name, std::fs::read(path).unwrap()).await;
    }
    for (at, concept) in concepts(&service).await.into_iter().enumerate() {
        if at % 5 == 0 {
            let text = "一行目、\n<二行目> & “𠮷”".to_owned();
            decide(&service, Decision::Note { concept: concept.id, text, scope: NoteScope::Project }).await;
        }
        let usage = |term: TermId, usage| Decision::Usage { term, usage, replacement: None };
        for (number, term) in concept.terms.iter().enumerate() {
            let decision = match (at + number) % 7 {
                0 => Decision::Accept { term: term.id },
                1 => usage(term.id, Usage::Preferred),
                2 => usage(term.id, Usage::Forbidden),
                3 => Decision::Reject { term: term.id },
                _ => continue,
            };
            decide(&service, decision).await;
        }
    }
    service
}

/// A term as TBX carries it.
fn term(term: &Term) -> String {
    let confidence = (term.confidence * 10_000.0).round();
    let Term { lang, text, reading, kind, part_of_speech, usage, review, .. } = term;
    // Whatever a reading rests on, a file states it.
    let reading = reading.as_ref().map(|reading| &reading.kana);
    format!("{lang} {text} {reading:?} {kind:?} {part_of_speech:?} {usage:?} {review:?} {confidence}")
}

/// A concept as TBX carries it.
fn carried(concept: &Concept) -> String {
    let mut terms: Vec<String> =
        concept.terms.iter().filter(|term| term.review != Review::Rejected).map(term).collect();
    terms.sort();
    let has = |lang: &taiyaku::model::Lang| {
        let mut terms = concept.terms.iter();
        terms.any(|term| term.lang == *lang && term.review != Review::Rejected)
    };
    let mut definitions: Vec<String> = concept
        .definitions
        .iter()
        .filter(|definition| has(&definition.lang))
        .map(|definition| format!("{} {}", definition.lang, definition.text))
        .collect();
    definitions.sort();
    definitions.dedup();
    format!("{terms:?} {definitions:?} {:?} {:?}", concept.field, concept.notes)
}

fn sorted(mut all: Vec<String>) -> Vec<String> {
    all.retain(|one| !one.starts_with("[]"));
    all.sort();
    all
}

#[tokio::test]
async fn tbx_gives_the_base_back() {
    let first = reviewed().await;
    let want = sorted(concepts(&first).await.iter().map(carried).collect());
    for format in [ExportFormat::Tbx2, ExportFormat::Tbx3, ExportFormat::Tbx3Dct] {
        let second = import("a.tbx", &export(&first, format).await).await;
        let found = sorted(concepts(&second).await.iter().map(carried).collect());
        for (found, want) in found.iter().zip(&want) {
            assert_eq!(found, want, "{format}");
        }
        assert_eq!(found.len(), want.len());
    }
}

/// The columns of a table that an import can give back: no numbers of concepts, no evidence.
fn pairs(table: &str) -> Vec<String> {
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let mut rows: Vec<String> = reader
        .records()
        .map(|row| row.unwrap())
        .map(|row| [1, 3, 4, 5, 6, 12, 13].map(|column| row[column].to_owned()).join(" | "))
        .collect();
    rows.sort();
    rows
}

#[tokio::test]
async fn tables_and_glossaries_give_their_pairs_back() {
    let first = reviewed().await;
    for (format, name) in [(ExportFormat::Csv, "a.csv"), (ExportFormat::CsvExcel, "a.csv")] {
        let file = export(&first, format).await;
        let second = import(name, &file).await;
        assert_eq!(pairs(&export(&second, format).await), pairs(&file), "{format}");
    }
    let glossary = export(&first, ExportFormat::OmegaT).await;
    let second = import("a.utf8", &glossary).await;
    let pairs = |file: &str| {
        let cells = file.lines().skip(1).map(|line| line.split('\t').take(2).collect::<Vec<_>>().join("\t"));
        let mut pairs: Vec<String> = cells.collect();
        pairs.sort();
        pairs.dedup();
        pairs
    };
    let again = export(&second, ExportFormat::OmegaT).await;
    let lost: Vec<String> = pairs(&glossary).into_iter().filter(|pair| !pairs(&again).contains(pair)).collect();
    assert_eq!(lost, Vec::<String>::new());
}

#[tokio::test]
async fn a_part_of_speech_of_either_language_comes_back_by_way_of_a_table() {
    let utx = "#UTX 1.11; ja/en; 2026-01-01T00:00:00Z\r\n#src\ttgt\tsrc:pos\ttgt:pos\r\n\
        視床下部\thypothalamus\t\tnoun\r\n結合\tbind\tnoun\tverb\r\n結合\tbinding\tnoun\tnoun\r\n𠮷\tlucky\t\t\r\n⻭\ttooth\tnoun\t\r\n";
    let first = import("a.utx", utx).await;
    let terms = |concepts: Vec<Concept>| {
        let mut terms: Vec<String> = concepts.iter().flat_map(|concept| concept.terms.iter().map(term)).collect();
        terms.sort();
        terms
    };
    let want = terms(concepts(&first).await);
    assert!(want.iter().any(|term| term.starts_with("en bind ") && term.contains("Some(Verb)")), "{want:?}");
    for (format, name) in
        [(ExportFormat::Csv, "a.csv"), (ExportFormat::CsvExcel, "a.csv"), (ExportFormat::Xlsx, "a.xlsx")]
    {
        let file = export_bytes(&first, format).await;
        assert_eq!(terms(concepts(&import(name, &file).await).await), want, "{format}");
    }
}

#[tokio::test]
async fn a_memory_gives_its_segments_back() {
    let tmx = "<tmx version=\"1.4\"><header srclang=\"ja\"/><body>\
        <tu tuid=\"k1\" creationdate=\"20260101T000000Z\" creationid=\"山田\"><prop type=\"x-review\">approved</prop><prop type=\"x-field\">f</prop>\
        <tuv xml:lang=\"ja\"><seg>  =脳の<bpt i=\"1\">&lt;b&gt;</bpt>一部<ept i=\"1\">&lt;/b&gt;</ept>、𠮷<ph x=\"2\">&lt;br/&gt;</ph>ｶﾅﾞ&#13;\n二行目</seg></tuv>\
        <tuv xml:lang=\"en\"><seg>A <bpt i=\"1\">&lt;b&gt;</bpt>part<ept i=\"1\">&lt;/b&gt;</ept> of “it” &amp;amp; <ph x=\"2\">&lt;br/&gt;</ph> &lt;x&gt; שלום １２\t</seg></tuv></tu>\
        <tu><prop type=\"x-review\">candidate</prop><tuv xml:lang=\"ja\"><seg>葛\u{e0100}城</seg></tuv><tuv xml:lang=\"en\"><seg>Katsuragi</seg></tuv></tu>\
        <tu><tuv xml:lang=\"ja\"><seg>細胞</seg></tuv><tuv xml:lang=\"en\"><seg>cell</seg></tuv></tu></body></tmx>";
    let first = export(&import("a.tmx", tmx).await, ExportFormat::Tmx).await;
    for review in ["approved", "candidate", "suggested"] {
        assert!(first.contains(&format!("<prop type=\"x-review\">{review}</prop>")), "{review}: {first}");
    }
    assert_eq!(export(&import("a.tmx", &first).await, ExportFormat::Tmx).await, first);
}
