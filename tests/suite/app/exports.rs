//! Exports of a base that people have worked on: whole concepts only, and a count of what is left out.

use std::collections::BTreeMap;

use taiyaku::app::Service;
use taiyaku::app::export::{Export, ExportFormat, ExportReport, Omission, Profile};
use taiyaku::app::review::Decision;
use taiyaku::model::{LangPair, Review, TermId, Usage};

use super::review::{decide, filled, japanese, term_of};
use super::{NOW, PROJECT, concepts, ingest, sample_files, service};

async fn export(service: &Service, format: ExportFormat, approved: bool, candidates: bool) -> (ExportReport, String) {
    let export = Export {
        project: PROJECT.to_owned(),
        format,
        profile: Profile::Standard,
        candidates,
        approved,
        languages: LangPair::JA_EN,
    };
    let mut out = Vec::new();
    let report = service.export(&export, &mut out, NOW).await.unwrap();
    (report, String::from_utf8(out).unwrap())
}

/// The Japanese and English of each row of the approved table.
async fn approved_rows(service: &Service) -> Vec<(String, String)> {
    let (_, file) = export(service, ExportFormat::Csv, true, false).await;
    let mut table = csv::Reader::from_reader(file.as_bytes());
    let mut rows: Vec<(String, String)> =
        table.records().map(|row| row.unwrap()).map(|row| (row[1].to_owned(), row[3].to_owned())).collect();
    rows.sort();
    rows
}

#[tokio::test]
async fn a_decision_that_says_what_to_call_something_approves_the_pair() {
    let pair = vec![("光遺伝学".to_owned(), "optogenetic".to_owned())];
    type DecisionOf = fn(TermId, TermId) -> Decision;
    let decisions: [(&str, DecisionOf, bool); 6] = [
        ("accept the English", |_, en| Decision::Accept { term: en }, true),
        ("accept the Japanese", |ja, _| Decision::Accept { term: ja }, false),
        ("prefer the English", |_, en| usage(en, Usage::Preferred), true),
        ("admit the English", |_, en| usage(en, Usage::Admitted), true),
        ("prefer the Japanese", |ja, _| usage(ja, Usage::Preferred), false),
        ("forbid the English", |_, en| usage(en, Usage::Forbidden), false),
    ];
    for (what, decision, is_pair) in decisions {
        let service = filled("").await;
        let (concept, en) = term_of(&service, "光遺伝学", "optogenetic").await;
        let ja = japanese(&service.concept(concept).await.unwrap(), "光遺伝学");
        decide(&service, decision(ja, en)).await;
        let rows = approved_rows(&service).await;
        assert_eq!(rows, if is_pair { pair.clone() } else { Vec::new() }, "{what}");
        let (report, _) = export(&service, ExportFormat::Tbx2, true, false).await;
        let left_out = if is_pair { BTreeMap::new() } else { BTreeMap::from([(Omission::Unapproved, 1)]) };
        assert_eq!(report.left_out, left_out, "{what}");
    }
}

fn usage(term: TermId, usage: Usage) -> Decision {
    Decision::Usage { term, usage, replacement: None }
}

/// A row of numbers that looks random and is the same on every run.
fn numbers(seed: u64) -> impl Iterator<Item = u64> {
    std::iter::successors(Some(seed), |last| {
        Some(last.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407))
    })
    .skip(1)
    .map(|number| number >> 33)
}

#[tokio::test]
async fn no_file_of_a_reviewed_base_has_half_a_concept() {
    let service = service("").await;
    for file in sample_files() {
        let taiyaku::app::ingest::Input::File(path) = &file.input else { panic!("a file") };
        ingest(&service, &file.name, std::fs::read(path).unwrap()).await;
    }
    let terms: Vec<TermId> =
        concepts(&service).await.iter().flat_map(|concept| &concept.terms).map(|term| term.id).collect();
    for (term, number) in terms.into_iter().zip(numbers(21)) {
        let decision = match number % 9 {
            0 => Decision::Accept { term },
            1 => Decision::Reject { term },
            2 => usage(term, Usage::Preferred),
            3 => usage(term, Usage::Admitted),
            4 => usage(term, Usage::Deprecated),
            5 => usage(term, Usage::Forbidden),
            _ => continue,
        };
        decide(&service, decision).await;
    }
    let all: BTreeMap<String, (bool, bool)> = concepts(&service)
        .await
        .iter()
        .map(|concept| {
            let has = |japanese: bool| {
                let mut terms = concept.terms.iter();
                terms.any(|term| term.lang.is_japanese() == japanese && term.review != Review::Rejected)
            };
            (concept.id.to_string(), (has(true), has(false)))
        })
        .collect();
    for (approved, candidates) in [(true, false), (false, false), (false, true)] {
        let (report, file) = export(&service, ExportFormat::Csv, approved, candidates).await;
        for row in csv::Reader::from_reader(file.as_bytes()).records() {
            let row = row.unwrap();
            assert_eq!((!row[1].is_empty(), !row[3].is_empty()), all[&row[0]], "{row:?}");
        }
        assert!(!candidates || report.left_out.is_empty(), "all terms are in the file: {:?}", report.left_out);
        assert!(!approved || report.left_out.contains_key(&Omission::Unapproved), "some are approved on one side only");
        for format in [ExportFormat::CsvExcel, ExportFormat::Tbx2, ExportFormat::Tbx3] {
            assert_eq!(export(&service, format, approved, candidates).await.0, report, "{format}");
        }
        let (_, glossary) = export(&service, ExportFormat::OmegaT, approved, candidates).await;
        for line in glossary.lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            assert!(!cells[0].trim().is_empty() && !cells[1].trim().is_empty(), "{line}");
        }
    }
    // The lists of other programs hold pairs of terms that are offered, on either side.
    for glossary in service.glossaries().await.unwrap() {
        for dictionary in &glossary.dictionaries {
            for pair in service.glossary_entries(&glossary, &dictionary.languages).await.unwrap() {
                assert!(!pair.source.is_empty() && !pair.target.is_empty(), "{pair:?}");
            }
        }
    }
}
