//! What people type, with the pair they mean: the right concept comes first, or at least the right suggestion.
//!
//! `tests/fixtures/lookups/queries.tsv` was written by a reader who did not know the program. The base holds its pairs as
//! approved terms, the starter base, and several hundred common words.

use taiyaku::app::Service;
use taiyaku::app::ingest::Input;
use taiyaku::app::lookup::{Lookup, LookupQuery};
use taiyaku::model::Concept;

use super::importing::options;
use super::{NOW, PROJECT, service};

/// A query and the pair that is meant.
struct Row {
    query: &'static str,
    japanese: &'static str,
    english: &'static str,
}

fn rows() -> Vec<Row> {
    let lines = include_str!("../../fixtures/lookups/queries.tsv").lines().skip(1);
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        let query = cells.next()?;
        let (japanese, english) = cells.next()?.split_once(" = ")?;
        Some(Row { query, japanese, english })
    };
    lines.map(|line| row(line).unwrap_or_else(|| panic!("{line}"))).collect()
}

async fn import(service: &Service, name: &str, text: String) {
    let report = service.import(name, Input::Bytes(text.into_bytes()), &options(), NOW, |_| {}).await.unwrap();
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

/// Whether the pair comes first; of a phrase, whether it is among the terms in it.
fn is_first(found: &Lookup, row: &Row) -> bool {
    let is_meant = |concept: &Concept| {
        [row.japanese, row.english].iter().all(|text| concept.terms.iter().any(|term| term.text == *text))
    };
    let first = found.matches.first().is_some_and(|first| is_meant(&first.concept));
    first || found.components.iter().any(|component| is_meant(&component.found.concept))
}

#[tokio::test]
async fn of_what_people_type_57_in_60_lead_to_the_right_concept_and_the_rest_to_a_suggestion() {
    let service = service("").await;
    service.add_starter(PROJECT, &[], NOW).await.unwrap();
    let rows = rows();
    let mut terms = String::from(
        "#UTX 1.11; ja/en; 2026-11-20; copyright: Example; license: CC0\n#src\ttgt\tsrc:pos\tterm status\n",
    );
    for row in &rows {
        terms.push_str(&format!("{}\t{}\tnoun\tapproved\n", row.japanese, row.english));
    }
    import(&service, "terms.utx", terms).await;
    let mut words = String::from("ja,en\n");
    for (japanese, english) in
        include_str!("../../../glossary/words.csv").lines().skip(1).filter_map(|row| row.split_once(','))
    {
        let english = english.split([' ', ',']).next().unwrap_or_default();
        if rows.iter().all(|row| row.japanese != japanese) {
            words.push_str(&format!("{japanese},{english}\n"));
        }
    }
    import(&service, "words.csv", words).await;
    let (mut right, mut lost) = (0, Vec::new());
    for row in &rows {
        let found = service.lookup(&LookupQuery::new(row.query, PROJECT)).await.unwrap();
        if is_first(&found, row) {
            right += 1;
        } else if !found.did_you_mean.iter().any(|text| text == row.japanese || text == row.english) {
            lost.push(row.query);
        }
    }
    // Readings come from the dictionary.
    let (fewest, most_lost) = if service.words().has_dictionary() { (57, 0) } else { (50, 8) };
    assert!(
        rows.len() == 60 && right >= fewest && lost.len() <= most_lost,
        "{right} of {}; lost: {lost:?}",
        rows.len()
    );
}
