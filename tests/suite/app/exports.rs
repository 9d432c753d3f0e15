//! Exports of a base that people have worked on: whole concepts only, and a count of what is left out.

use std::collections::BTreeMap;

use taiyaku::app::Service;
use taiyaku::app::export::{Export, ExportFormat, ExportReport, Omission, Profile, Since};
use taiyaku::app::ingest::Input;
use taiyaku::app::review::Decision;
use taiyaku::model::{ReleaseId, Review, TermId, Usage};

use super::review::{decide, filled, japanese, term_of};
use super::{PROJECT, concepts, ingest, sample_files, service};

async fn export(service: &Service, format: ExportFormat, approved: bool, candidates: bool) -> (ExportReport, String) {
    let mut export = Export::new(format, vec![PROJECT.to_owned()]);
    export.review = match (approved, candidates) {
        (true, _) => Review::Approved,
        (_, true) => Review::Candidate,
        _ => Review::Suggested,
    };
    let mut out = Vec::new();
    let report = service.export(&export, &mut out).await.unwrap();
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
        let Input::File(path) = &file.input else { panic!("a file") };
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
            let other = export(&service, format, approved, candidates).await.0;
            assert_eq!((other.concepts, &other.left_out), (report.concepts, &report.left_out), "{format}");
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

/// The source and target of each row of a glossary in the profile `mt`.
async fn pairs(service: &Service, change: impl FnOnce(&mut Export)) -> (ExportReport, BTreeMap<String, Vec<String>>) {
    let mut export = Export::new(ExportFormat::Csv, vec![PROJECT.to_owned()]);
    change(&mut export);
    let mut out = Vec::new();
    let report = service.export(&export, &mut out).await.unwrap();
    let mut pairs: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in csv::Reader::from_reader(out.as_slice()).records() {
        let row = row.unwrap();
        pairs.entry(row[1].to_owned()).or_default().push(row[3].to_owned());
    }
    (report, pairs)
}

/// A base with the pairs of a table, of which rows with the same number belong to one concept.
async fn with_table(rows: &str) -> Service {
    let service = service("").await;
    let table = format!("id,ja,en,usage,field\n{rows}");
    let options = super::importing::options();
    let input = Input::Bytes(table.into_bytes());
    let report = service.import("terms.csv", input, &options, super::NOW, |_| {}).await.unwrap();
    assert_eq!((report.error, report.problem_count), (None, 0), "{:?}", report.problems);
    service
}

#[tokio::test]
async fn a_file_for_machine_translation_has_one_translation_for_each_term() {
    let service = with_table(
        "1,細胞,cell,,life\n1,細胞,cellule,admitted,life\n2,細胞,battery cell,admitted,energy\n3,脳,brain,,life\n3,大脳,brain,,life\n\
         4,脳,Gehirn,forbidden,life\n5,転移,metastasis,,life\n6,転移,transition,,physics\n",
    )
    .await;
    let (report, found) = pairs(&service, |export| export.profile = Profile::Mt).await;
    for (source, targets) in &found {
        assert_eq!(targets.len(), 1, "{source}: {targets:?}");
    }
    let of = |source: &str| found[source][0].as_str();
    assert_eq!((of("細胞"), of("脳"), of("大脳")), ("cell", "brain", "brain"));
    assert_eq!(of("転移"), "metastasis", "the concept with the lower number");
    assert_eq!(report.left_out[&Omission::Repeated], 2, "{:?}", report.left_out);
    let (_, all) = pairs(&service, |_| {}).await;
    assert_eq!(all["転移"].len(), 2, "other files have all of them");
}

#[tokio::test]
async fn filters_select_concepts_and_usages() {
    let service =
        with_table("1,細胞,cell,,life\n2,電池,battery,,energy\n3,脳,brain,,life\n3,脳,cerebrum,deprecated,life\n")
            .await;
    let file = sample_files().remove(0);
    let Input::File(path) = &file.input else { panic!("a file") };
    let revision = service.revision().await.unwrap();
    ingest(&service, &file.name, std::fs::read(path).unwrap()).await;
    let all = pairs(&service, |_| {}).await.1.len();
    let of_release = pairs(&service, |export| export.filter.from_releases = true).await.1;
    assert!(!of_release.is_empty() && !of_release.contains_key("電池"), "{of_release:?}");
    let changed = pairs(&service, |export| export.filter.since = Some(Since::Revision(revision))).await.1;
    assert!(of_release.keys().all(|term| changed.contains_key(term)) && changed.len() < all, "{changed:?}");
    let release = pairs(&service, |export| export.filter.releases = vec![ReleaseId::new(1)]).await.1;
    assert_eq!(release, of_release);
    let later = pairs(&service, |export| export.filter.since = Since::parse("2100-01-01")).await.1;
    assert!(later.is_empty(), "{later:?}");
    let energy = pairs(&service, |export| export.filter.fields = vec!["energy".to_owned()]).await.1;
    assert_eq!(energy.into_keys().collect::<Vec<_>>(), ["電池"]);
    let imported = pairs(&service, |export| export.filter.sources = vec!["terms.csv".to_owned()]).await.1;
    assert_eq!(imported.into_keys().collect::<Vec<_>>(), ["細胞", "脳", "電池"]);
    let brain = |found: BTreeMap<String, Vec<String>>| found["脳"].clone();
    assert_eq!(brain(pairs(&service, |_| {}).await.1), ["brain", "cerebrum"]);
    assert_eq!(brain(pairs(&service, |export| export.profile = Profile::Human).await.1), ["brain"]);
    assert_eq!(brain(pairs(&service, |export| export.usages = vec![Usage::Preferred]).await.1), ["brain"]);
    let mut memory = Export::new(ExportFormat::Tmx, vec![PROJECT.to_owned()]);
    memory.filter.from_releases = true;
    let refused = service.export(&memory, Vec::new()).await.unwrap_err();
    assert_eq!(refused.code(), "invalid_request");
}
