//! The sample releases shipped with Taiyaku, compared with the annotations by their writers.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use taiyaku_engines::{extract, link};
use taiyaku_formats::read;
use taiyaku_language::text::normal::normal;
use taiyaku_language::text::tokeniser::Tokeniser;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join("glossary/samples")
}

fn squash(text: &str) -> String {
    normal(text).chars().filter(|c| !c.is_whitespace()).collect()
}

fn text(value: &Value) -> String {
    squash(value.as_str().unwrap_or_default())
}

#[expect(clippy::disallowed_methods, reason = "the set-up names the dictionary")]
#[test]
fn every_sample_gives_the_entries_and_links_its_writer_put_in() {
    let words = std::env::var_os("TAIYAKU_DICTIONARY").and_then(|path| Tokeniser::open(Path::new(&path)).ok());
    let mut wrong = Vec::new();
    let mut seen = 0;
    for entry in
        fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join("tests/fixtures/samples")).unwrap()
    {
        let expected: Value = serde_json::from_slice(&fs::read(entry.unwrap().path()).unwrap()).unwrap();
        let name = expected["file"].as_str().unwrap();
        let mut hint = read::Hint::named(name);
        // The built-in engine is always available.
        hint.pdf.only = Some(read::PdfEngine::PdfExtract);
        let release = read::release(&fs::read(folder().join(name)).unwrap(), &hint).unwrap();
        let found = extract::entries(&release);
        let got: Vec<(String, String)> =
            found.entries.iter().map(|entry| (squash(&entry.term), squash(&entry.definition))).collect();
        let want: Vec<(String, String)> = expected["entries"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| (text(&entry["term"]), text(&entry["definition"])))
            .collect();
        if got != want {
            wrong.push(format!("{name}\n   got  {got:?}\n   want {want:?}"));
        }
        let facts = serde_json::to_value(&found.metadata).unwrap();
        for fact in ["title_ja", "date", "journal", "paper_title_en", "paper_title_ja", "doi"] {
            if text(&facts[fact]) != text(&expected["metadata"][fact]) {
                wrong.push(format!("{name}: {fact} is {}, not {}", facts[fact], expected["metadata"][fact]));
            }
        }
        // Left boundaries need the dictionary; without one, links are not compared.
        if let Some(words) = &words {
            let links = link::terms(&release, &found, words);
            for link in expected["links"].as_array().unwrap().iter().filter(|link| link["required"] == true) {
                let hit = links.iter().any(|got| {
                    let en = |en: &str| squash(en).to_lowercase().replace('-', "");
                    squash(&got.ja) == text(&link["ja"])
                        && (en(&got.en) == en(link["en"].as_str().unwrap())
                            || got.abbr.as_deref().map(en) == Some(en(link["en"].as_str().unwrap())))
                });
                if !hit {
                    wrong.push(format!("{name}: no link {} = {}", link["ja"], link["en"]));
                }
            }
        }
        seen += 1;
    }
    assert_eq!(seen, 9);
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}
