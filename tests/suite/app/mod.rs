//! Use cases against a store of their own: what goes in as documents comes out as concepts with proof.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod assisting;
mod checking;
mod conflicts;
mod corrections;
mod decisions;
mod dictionaries;
mod exports;
mod health;
pub(crate) mod importing;
mod json_lines;
mod linking;
mod lookups;
mod memory;
mod pairing;
mod plans;
mod queries;
mod reimports;
mod repeats;
mod review;
mod round_trips;
mod samples;
mod sheets;
mod starter;
mod undo;
mod undoing;
mod votes;
mod waiting;
mod work;

use std::path::{Path, PathBuf};

use taiyaku::app::ingest::{Input, Outcome, Submission};
use taiyaku::app::{Parts, Service};
use taiyaku::model::{Concept, Lang, Term};
use taiyaku::store::Store;

pub(crate) const NOW: &str = "2026-04-01T09:00:00Z";
pub(crate) const PROJECT: &str = "default";

/// The folder of sample releases.
pub(crate) fn samples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary").join("samples")
}

/// A service with an empty store in memory, whose rules have this name.
pub(crate) async fn service(rules: &str) -> Service {
    on(Store::memory().await.unwrap(), rules)
}

/// A service on a store, whose rules have this name. PDFs go through the engine inside, which every machine has.
pub(crate) fn on(store: Store, rules: &str) -> Service {
    let mut parts = Parts::with_store(store);
    parts.rules = rules.to_owned();
    parts.pdf.only = Some(taiyaku::read::PdfEngine::PdfExtract);
    Service::new(parts)
}

/// The files of the sample folder in order of their names.
pub(crate) fn sample_files() -> Vec<Submission> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(samples())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .collect();
    files.sort();
    files.retain(|path| !path.file_name().unwrap().to_string_lossy().starts_with('.'));
    assert_eq!(files.len(), 9);
    files
        .into_iter()
        .map(|path| Submission {
            name: path.file_name().unwrap().to_string_lossy().into_owned(),
            media_type: None,
            input: Input::File(path),
        })
        .collect()
}

/// A release with one glossary entry and one gloss in running text.
pub(crate) fn release(term: &str, english: &str, definition: &str) -> Vec<u8> {
    format!("新しい成果を発表しました。\n私たちは{term}（{english}）（注1）を調べました。\n\n【用語解説】\n（注1）{term}：{definition}\n")
        .into_bytes()
}

/// Takes a text in under a name.
pub(crate) async fn ingest(service: &Service, name: &str, bytes: Vec<u8>) -> Outcome {
    let outcome = service.ingest_as("ingest", PROJECT, name, None, bytes, NOW).await.unwrap();
    assert_eq!(outcome.error, None, "{name}");
    outcome
}

/// Every concept, by number, page by page.
pub(crate) async fn concepts(service: &Service) -> Vec<Concept> {
    let mut all: Vec<Concept> = Vec::new();
    loop {
        let page = service.concepts(PROJECT, all.last().map(|concept| concept.id), 1_000).await.unwrap();
        if page.is_empty() {
            return all;
        }
        all.extend(page);
    }
}

/// Concepts with a Japanese term of this text, by number.
pub(crate) async fn named(service: &Service, text: &str) -> Vec<Concept> {
    concepts(service)
        .await
        .into_iter()
        .filter(|concept| concept.terms.iter().any(|term| term.lang.is_japanese() && term.text == text))
        .collect()
}

/// The English terms of a concept that have a certain text.
pub(crate) fn english<'a>(concept: &'a Concept, text: &str) -> Option<&'a Term> {
    concept.terms.iter().find(|term| term.lang == Lang::EN && term.text == text)
}

/// The whole term base as a file.
pub(crate) async fn exported(service: &Service) -> String {
    let mut export =
        taiyaku::app::export::Export::new(taiyaku::app::export::ExportFormat::Tbx3, vec![PROJECT.to_owned()]);
    export.review = taiyaku::model::Review::Candidate;
    let mut out = Vec::new();
    service.export(&export, &mut out).await.unwrap();
    // The file says of which change it is; what it says otherwise is compared.
    let file = String::from_utf8(out).unwrap();
    file.lines().filter(|line| !line.contains("Exported by Taiyaku")).map(|line| format!("{line}\n")).collect()
}
