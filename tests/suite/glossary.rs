//! The starter term base as it lies in `glossary/terms`: sorted, once each, readable aloud, without stray spaces.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};

use taiyaku::app::starter::{StarterRow, rows};
use taiyaku::model::{Lang, Usage};
use taiyaku::text::key::Key;

fn all() -> Vec<(&'static str, StarterRow)> {
    let fields = rows().unwrap();
    fields.into_iter().flat_map(|(field, rows)| rows.into_iter().map(move |row| (field, row))).collect()
}

#[test]
fn every_file_in_the_folder_is_shipped_and_nothing_else() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary").join("terms");
    let files: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    let shipped: BTreeSet<String> = rows().unwrap().into_iter().map(|(field, _)| field.to_owned()).collect();
    assert_eq!(files, shipped);
}

#[test]
fn rows_are_sorted_and_stand_in_the_file_of_their_field() {
    for (field, rows) in rows().unwrap() {
        assert!(!rows.is_empty(), "{field}");
        for pair in rows.windows(2) {
            let (a, b) = ((&pair[0].ja, &pair[0].en), (&pair[1].ja, &pair[1].en));
            assert!(a < b, "{field}: {a:?} stands before {b:?}");
        }
        for row in rows {
            assert_eq!(row.field, field, "{}", row.ja);
        }
    }
}

#[test]
fn a_pair_appears_once_and_a_japanese_term_has_one_preferred_row_in_a_field() {
    let mut pairs = BTreeSet::new();
    let mut preferred: BTreeMap<(&str, String), String> = BTreeMap::new();
    for (field, row) in all() {
        assert!(pairs.insert((row.ja.clone(), row.en.clone())), "{} {} twice", row.ja, row.en);
        if row.usage == Usage::Preferred {
            let before = preferred.insert((field, row.ja.clone()), row.en.clone());
            assert_eq!(before, None, "{} has two preferred rows in {field}", row.ja);
        }
    }
}

#[test]
fn values_are_clean() {
    for (field, row) in all() {
        let place = format!("{field}: {} = {}", row.ja, row.en);
        for value in [&row.ja, &row.reading, &row.en, &row.abbreviation, &row.source] {
            assert_eq!(value.trim(), value, "{place}");
            assert!(!value.contains("  ") && !value.chars().any(char::is_control), "{place}");
        }
        assert!(!row.ja.is_empty() && !row.en.is_empty() && !row.source.is_empty(), "{place}");
        assert!(!row.ja.contains('\u{3000}'), "{place}");
        assert!(row.en.is_ascii() || row.en.chars().all(|c| !('\u{3000}'..='\u{9fff}').contains(&c)), "{place}");
        assert!(row.reading.chars().all(|c| ('ァ'..='ヺ').contains(&c) || c == 'ー'), "{place}: {}", row.reading);
        assert_ne!(row.usage, Usage::Forbidden, "{place}");
    }
}

#[test]
fn two_japanese_terms_of_one_field_do_not_fall_together() {
    let mut known: BTreeMap<(&str, String), String> = BTreeMap::new();
    for (field, row) in all() {
        let key = Key::new(&row.ja, &Lang::JA).unwrap().exact;
        let first = known.entry((field, key)).or_insert_with(|| row.ja.clone());
        assert_eq!(*first, row.ja, "two spellings share a key in {field}");
    }
}

#[test]
fn a_term_is_spelt_and_read_alike_in_every_file() {
    let mut spelt: BTreeMap<String, (&str, StarterRow)> = BTreeMap::new();
    for (field, row) in all() {
        let key = Key::new(&row.ja, &Lang::JA).unwrap().exact;
        let (first, known) = spelt.entry(key).or_insert_with(|| (field, row.clone()));
        assert_eq!(known.ja, row.ja, "one key, two spellings in {first} and {field}");
        assert_eq!(known.reading, row.reading, "{} is read otherwise in {first} than in {field}", row.ja);
    }
}

#[test]
fn a_pair_appears_once_however_its_english_is_written() {
    let mut pairs: BTreeMap<(String, String), String> = BTreeMap::new();
    for (field, row) in all() {
        let japanese = Key::new(&row.ja, &Lang::JA).unwrap().exact;
        let english = Key::new(&row.en, &Lang::EN).unwrap().variant;
        let place = format!("{field}: {} = {}", row.ja, row.en);
        let before = pairs.insert((japanese, english), place.clone());
        assert_eq!(before, None, "{place} again");
    }
}

#[test]
fn a_second_equivalent_stands_beside_a_preferred_one_of_its_field_or_its_variants() {
    let preferred: BTreeSet<(&str, String)> = all()
        .into_iter()
        .filter(|(_, row)| row.usage == Usage::Preferred)
        .flat_map(|(field, row)| {
            [
                (field, Key::new(&row.ja, &Lang::JA).unwrap().variant),
                (field, Key::new(&row.en, &Lang::EN).unwrap().variant),
            ]
        })
        .collect();
    for (field, row) in all().into_iter().filter(|(_, row)| row.usage != Usage::Preferred) {
        let (japanese, english) = (Key::new(&row.ja, &Lang::JA).unwrap(), Key::new(&row.en, &Lang::EN).unwrap());
        assert!(
            preferred.contains(&(field, japanese.variant)) || preferred.contains(&(field, english.variant)),
            "{field}: {} = {} is second to nothing",
            row.ja,
            row.en
        );
    }
}

#[test]
fn there_are_enough_terms_to_begin_with_in_every_field() {
    let mut concepts = BTreeSet::new();
    for (field, rows) in rows().unwrap() {
        let terms: BTreeSet<String> = rows.into_iter().map(|row| row.ja).collect();
        assert!(terms.len() >= 50, "{field}: {}", terms.len());
        concepts.extend(terms);
    }
    assert!(concepts.len() >= 800, "{}", concepts.len());
}

#[test]
fn every_spelling_pair_has_a_known_kind_and_none_hides_a_later_one() {
    let file = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary/variants.csv");
    let text = std::fs::read_to_string(file).unwrap();
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(',').collect()).collect();
    for (at, row) in rows.iter().enumerate() {
        assert_eq!(row.len(), 4, "{row:?}");
        assert!(row[2] == "spelling" && row[0] != row[1], "{row:?}");
        let later = rows[at + 1..].iter().find(|later| later[2] == row[2] && later[0].contains(row[0]));
        assert_eq!(later, None, "{row:?} is applied first and leaves nothing to it");
    }
}
