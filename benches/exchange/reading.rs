//! How fast files of terms and of texts are read. Run with `cargo bench --workspace --bench exchange_reading -- [FILE..]`.
//!
//! Its speeds are of the clock on the wall; `benches/exchange/run` counts time of the processor, beside lxml.
//!
//! Without files, a made term base of TBX is written in each version and style and read back. With `--keep=FOLDER` the
//! made files stay there, for other programs to parse.

#![expect(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]
#![expect(clippy::print_stdout, reason = "it says what it measured")]

use std::path::PathBuf;
use std::time::Instant;
use std::{env, fs};

use taiyaku_formats::exchange::{ExportFormat, FileHint, Header, Profile, Reader, Writer};
use taiyaku_language::model::{
    Concept, ConceptId, Definition, Evidence, EvidenceId, EvidenceKind, EvidenceMethod, Lang, PartOfSpeech, Review,
    Term, TermId, TermKind, Usage,
};

/// Concepts of the made term base.
const CONCEPTS: i64 = 40_000;

/// Each file is read this often; the fastest counts.
const TIMES: usize = 5;

fn main() {
    let kept = env::args().find_map(|argument| argument.strip_prefix("--keep=").map(str::to_owned));
    let files: Vec<PathBuf> =
        env::args().skip(1).filter(|argument| !argument.starts_with("--")).map(Into::into).collect();
    for file in &files {
        let bytes = fs::read(file).unwrap();
        report(&file.file_name().unwrap().to_string_lossy(), &bytes);
    }
    if !files.is_empty() {
        return;
    }
    for format in [ExportFormat::Tbx2, ExportFormat::Tbx3, ExportFormat::Tbx3Dct] {
        let header = Header::new("bench", "2026-11-21T00:00:00Z", Profile::Standard);
        let mut writer = Writer::new(format, Vec::new(), &header).unwrap();
        for id in 1..=CONCEPTS {
            writer.concept(&concept(id)).unwrap();
        }
        let bytes = writer.finish().unwrap();
        let name = format!("{}.{}", format.name(), format.extension());
        if let Some(folder) = &kept {
            fs::write(PathBuf::from(folder).join(&name), &bytes).unwrap();
        }
        report(&name, &bytes);
    }
}

/// Reads a file and says how fast that was.
fn report(name: &str, bytes: &[u8]) {
    let hint = FileHint { name: name.to_owned(), ..FileHint::default() };
    let mut fastest = f64::INFINITY;
    let mut items = (0, 0);
    for _ in 0..TIMES {
        let begin = Instant::now();
        items = (0, 0);
        for item in Reader::open(bytes, &hint).unwrap() {
            if item.is_ok() { items.0 += 1 } else { items.1 += 1 }
        }
        fastest = fastest.min(begin.elapsed().as_secs_f64());
    }
    let size = u32::try_from(bytes.len()).map_or(f64::INFINITY, f64::from) / 1e6;
    println!("{name}: {size:.1} MB, {} items, {} problems, {:.1} MB/s", items.0, items.1, size / fastest);
}

fn concept(id: i64) -> Concept {
    let definition = Definition {
        id: None,
        lang: Lang::JA,
        text: format!("粒子の状態が、離れていても結びついていること（第{id}項）。A & B の例。"),
        release_id: None,
        source: "release-1.pdf".to_owned(),
        author: None,
        origin: None,
    };
    Concept {
        field: Some("physics".to_owned()),
        definitions: vec![definition],
        terms: vec![
            term(Lang::JA, format!("量子もつれ{id}")),
            term(Lang::EN, format!("quantum entanglement {id}")),
            Term { usage: Usage::Deprecated, ..term(Lang::EN, format!("quantum tangle {id}")) },
        ],
        ..Concept::empty(ConceptId::new(id), "bench")
    }
}

fn term(lang: Lang, text: String) -> Term {
    let evidence = Evidence {
        id: EvidenceId::new(1),
        term_id: TermId::new(1),
        kind: EvidenceKind::Document,
        method: EvidenceMethod::Entry,
        release_id: None,
        source: "release-1.pdf".to_owned(),
        url: None,
        span: None,
        snippet: Some(format!("本研究では{text}を利用した。")),
        confidence: 0.8,
        work: None,
        origin: None,
    };
    Term {
        id: TermId::new(1),
        lang,
        text,
        reading: None,
        kind: TermKind::FullForm,
        part_of_speech: Some(PartOfSpeech::Noun),
        usage: Usage::Preferred,
        review: Review::Approved,
        confidence: 0.9,
        evidence: vec![evidence],
    }
}
