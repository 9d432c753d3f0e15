//! Measures how often a link of a given confidence is right, as a table by bins.
//!
//! Its input is a table of glosses (`left_context`, `english_gloss`, `gold_ja`, as for `boundary`) or a folder of releases
//! (`NAME.txt` beside `NAME.gold.json` with `links` of `ja`, `en`, `abbr`, `accept`, `same_as`).

use std::fs;
use std::path::Path;

use serde_json::Value;
use taiyaku::model::{Lang, Link, Relation};
use taiyaku::text::key::Key;
use taiyaku::text::tokeniser::Tokeniser;
use taiyaku::{extract, link, read};

/// Where bins begin.
const BINS: [f64; 7] = [0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];

/// A claim: its confidence, whether it is right, and in short.
struct Judged {
    confidence: f64,
    is_right: bool,
    what: String,
}

pub(crate) fn measure(path: &Path, words: &Tokeniser, worst: usize) -> Result<(), String> {
    let judged = if path.is_dir() { releases(path, words)? } else { glosses(path, words)? };
    println!("{:<14} {:>6} {:>12} {:>8}", "confidence", "links", "mean of them", "right");
    let mut error = 0.0;
    for (at, from) in BINS.iter().enumerate() {
        let to = BINS.get(at + 1).copied().unwrap_or(1.0);
        let bin: Vec<&Judged> = judged.iter().filter(|one| (*from..to).contains(&one.confidence)).collect();
        if bin.is_empty() {
            continue;
        }
        let count = bin.len() as f64;
        let mean = bin.iter().map(|one| one.confidence).sum::<f64>() / count;
        let right = bin.iter().filter(|one| one.is_right).count() as f64 / count;
        error += (mean - right).abs() * count / judged.len() as f64;
        println!("{from:.2} to {to:.2}   {:>6} {mean:>12.3} {right:>8.3}", bin.len());
    }
    println!("{} links; expected calibration error {error:.3}", judged.len());
    let mut wrong: Vec<&Judged> = judged.iter().filter(|one| !one.is_right).collect();
    wrong.sort_by(|a, b| b.confidence.total_cmp(&a.confidence));
    for one in wrong.iter().take(worst) {
        println!("{:.3} {}", one.confidence, one.what);
    }
    Ok(())
}

fn links_of(text: &str, words: &Tokeniser) -> Result<Vec<Link>, String> {
    let release =
        read::release(text.as_bytes(), &read::Hint::named("release.txt")).map_err(|error| error.to_string())?;
    Ok(link::terms(&release, &extract::entries(&release), words))
}

fn is_judged(link: &&Link) -> bool {
    matches!(link.relation, Relation::Equivalent | Relation::AbbreviationOf)
        && !link.method.as_str().contains("identity")
}

fn glosses(path: &Path, words: &Tokeniser) -> Result<Vec<Judged>, String> {
    let text = fs::read_to_string(path).map_err(|cause| format!("Could not read `{}`: {cause}.", path.display()))?;
    let mut judged = Vec::new();
    for line in text.lines().skip(1) {
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, _, left, english, gold, ..] = cells.as_slice() else { continue };
        let links = links_of(&format!("{left}（{english}）が知られている。"), words)?;
        let Some(found) = links.iter().filter(is_judged).max_by(|a, b| a.confidence.total_cmp(&b.confidence)) else {
            continue;
        };
        let is_right = gold.split('|').any(|gold| key(gold, &Lang::JA) == key(&found.ja, &Lang::JA));
        let what = format!("{} = {}, wanted {gold}", found.ja, found.en);
        judged.push(Judged { confidence: found.confidence, is_right, what });
    }
    Ok(judged)
}

fn releases(folder: &Path, words: &Tokeniser) -> Result<Vec<Judged>, String> {
    let broken = |cause: std::io::Error| format!("Could not read `{}`: {cause}.", folder.display());
    let mut judged = Vec::new();
    for file in fs::read_dir(folder).map_err(broken)? {
        let file = file.map_err(broken)?.path();
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let Some(stem) = name.strip_suffix(".gold.json") else { continue };
        let Ok(text) = fs::read_to_string(folder.join(format!("{stem}.txt"))) else { continue };
        let gold: Value =
            serde_json::from_str(&fs::read_to_string(&file).map_err(broken)?).map_err(|error| error.to_string())?;
        let gold = gold["links"].as_array().cloned().unwrap_or_default();
        for found in links_of(&text, words)?.iter().filter(is_judged) {
            let is_right = gold.iter().any(|gold| is_same(found, gold));
            let what = format!("{stem}: {} = {} ({})", found.ja, found.en, found.method.as_str());
            judged.push(Judged { confidence: found.confidence, is_right, what });
        }
    }
    Ok(judged)
}

/// Whether a link is the gold one or one of the other right forms it names.
fn is_same(found: &Link, gold: &Value) -> bool {
    let other = ["accept", "same_as"].iter().filter_map(|name| gold[*name].as_array()).flatten();
    std::iter::once(gold).chain(other).any(|gold| {
        let text = |name: &str| gold[name].as_str().unwrap_or_default();
        let ja = key(text("ja"), &Lang::JA) == key(&found.ja, &Lang::JA);
        let en = [text("en"), text("abbr")]
            .iter()
            .any(|en| !en.is_empty() && key(en, &Lang::EN) == key(&found.en, &Lang::EN));
        ja && en
    })
}

fn key(text: &str, lang: &Lang) -> String {
    Key::new(text, lang).map(|key| key.variant.to_lowercase()).unwrap_or_default()
}
