//! Whatever the texts of a concept are, the files are well-formed and give the terms back.

use std::collections::BTreeSet;

use proptest::prelude::*;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;
use taiyaku_formats::exchange::{ExportFormat, Profile, unguard};
use taiyaku_language::model::{Concept, EvidenceMethod, Lang, Reading, ReadingOrigin};

use super::concepts::{concept, definition, term};
use super::formats_of_concepts;
use super::{export, header};

/// Texts with what breaks files: markup, quotes, line ends, control characters, formula signs, rare characters.
fn text() -> impl Strategy<Value = String> {
    let awkward = prop::sample::select(vec![
        "<", ">", "&", "]]>", "\"", "'", ",", ";", "\r\n", "\n", "\r", "\t", "\u{0}", "\u{b}", "\u{c}", "\u{1f}",
        "\u{85}", "\u{2028}", "\u{feff}", "\u{fffe}", "\u{ffff}", "=", "-", "𠮷", "⻭", "ｶﾅ", "ﾞ", "ー", "１２", "　",
        " ", "&#0;", "<!--", "--", "<?xml", "語",
    ]);
    prop::collection::vec(prop_oneof![awkward.prop_map(str::to_owned), any::<char>().prop_map(String::from)], 0..8)
        .prop_map(|parts| parts.concat())
}

prop_compose! {
    fn any_concept()(
        ja in prop::collection::vec(text(), 0..3),
        en in prop::collection::vec(text(), 0..3),
        words in text(),
        source in text(),
        method in prop::sample::select(vec!["inline_gloss", "entry", "starter", "decision"]),
        field in text(),
        reading in text(),
    ) -> Concept {
        let sides = ja.into_iter().map(|text| (Lang::JA, text)).chain(en.into_iter().map(|text| (Lang::EN, text)));
        let terms = sides.map(|(lang, text)| {
            let mut term = term(1, lang, &text);
            term.reading = Some(Reading { kana: reading.clone(), origin: ReadingOrigin::Stated });
            term.evidence[0].source = source.clone();
            term.evidence[0].method = EvidenceMethod::from_word(method).unwrap();
            term.evidence[0].snippet = Some(words.clone());
            term
        });
        Concept {
            terms: terms.collect(),
            definitions: vec![definition(&words, &source)],
            field: Some(field),
            project: source.clone(),
            ..concept(1)
        }
    }
}

/// What is left of a term on one line: an independent, slower way to say it.
fn one_line(text: &str) -> String {
    let kept: String = text
        .chars()
        .map(|letter| if matches!(letter, '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}') { '\n' } else { letter })
        .filter(|letter| *letter == '\n' || !(letter.is_control() || "\u{feff}\u{fffe}\u{ffff}".contains(*letter)))
        .collect();
    let joined = kept.split('\n').filter(|part| !part.is_empty()).fold(String::new(), |before, part| {
        let japanese = |letter: Option<char>| letter.is_none_or(|letter| letter >= '\u{2e80}');
        let gap = if before.is_empty() || japanese(before.chars().last()) && japanese(part.chars().next()) {
            ""
        } else {
            " "
        };
        format!("{before}{gap}{part}")
    });
    joined.trim().to_owned()
}

fn terms_of(concept: &Concept) -> BTreeSet<(String, String)> {
    let terms = concept.terms.iter().map(|term| (term.lang.to_string(), one_line(&term.text)));
    terms.filter(|(_, text)| !text.is_empty()).collect()
}

/// Reads the terms back, and fails where the file is not well-formed.
fn terms_in_xml(file: &str) -> BTreeSet<(String, String)> {
    let (mut reader, mut found, mut depth) = (Reader::from_str(file), BTreeSet::new(), 0_i32);
    let (mut lang, mut text, mut in_term) = (String::new(), String::new(), false);
    loop {
        match reader.read_event().unwrap() {
            Event::Start(element) => {
                depth += 1;
                if let Some(attribute) = element.try_get_attribute("xml:lang").unwrap() {
                    lang = attribute.value.to_string();
                }
                in_term = element.name().as_ref() == "term";
            }
            Event::End(element) => {
                depth -= 1;
                if element.name().as_ref() == "term" {
                    found.insert((lang.clone(), std::mem::take(&mut text)));
                    in_term = false;
                }
            }
            Event::Text(words) if in_term => text.push_str(&words.xml10_content()),
            Event::GeneralRef(name) if in_term => {
                let letter = match &*name.xml10_content() {
                    "lt" => '<',
                    "gt" => '>',
                    "amp" => '&',
                    other => panic!("`&{other};` in a term"),
                };
                text.push(letter);
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0, "every element is closed");
    found
}

/// Reads the terms back from the columns `ja` and `en`.
fn terms_in_csv(file: &str) -> BTreeSet<(String, String)> {
    let mut reader = csv::Reader::from_reader(file.trim_start_matches('\u{feff}').as_bytes());
    let mut found = BTreeSet::new();
    for record in reader.records() {
        let record = record.unwrap();
        for (lang, column) in [("ja", 1), ("en", 3)] {
            if !record[column].is_empty() {
                found.insert((lang.to_owned(), unguard(&record[column]).to_owned()));
            }
        }
    }
    found
}

/// Reads the labels back from JSON-LD.
fn terms_in_skos(file: &str) -> BTreeSet<(String, String)> {
    let whole: Value = serde_json::from_str(file).unwrap();
    let mut found = BTreeSet::new();
    for node in whole["@graph"].as_array().unwrap() {
        let labels = ["prefLabel", "altLabel", "hiddenLabel"].into_iter().filter_map(|name| node[name].as_object());
        for (lang, texts) in labels.flatten() {
            let texts = texts.as_array().cloned().unwrap_or_else(|| vec![texts.clone()]);
            for text in texts {
                assert!(found.insert((lang.clone(), text.as_str().unwrap().to_owned())), "a label twice: {file}");
            }
        }
    }
    found
}

proptest! {
    #[test]
    fn every_format_gives_the_terms_of_any_concept_back(concept in any_concept()) {
        for format in formats_of_concepts() {
            let file = export(format, &header(Profile::Standard), std::slice::from_ref(&concept));
            let found = match format {
                ExportFormat::Csv | ExportFormat::CsvExcel => terms_in_csv(&file),
                ExportFormat::Skos => terms_in_skos(&file),
                _ => terms_in_xml(&file),
            };
            prop_assert_eq!(&found, &terms_of(&concept), "{}", file);
            let illegal = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\t' | '\r');
            prop_assert!(!file.contains(illegal), "{:?}", file);
        }
    }
}
