//! Counts how many of the true beads and links are found, by kind.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Instant;

use serde::Deserialize;
use taiyaku::align::{Bead, CooccurrenceCounts, TranslationTable, align};
use taiyaku::text::tokeniser::Tokeniser;

use crate::arguments::Arguments;

/// One pair of texts and its beads, as lists of sentence numbers from 0.
#[derive(Deserialize)]
struct Sample {
    kind: String,
    ja: Vec<String>,
    en: Vec<String>,
    beads: Vec<(Vec<usize>, Vec<usize>)>,
}

/// What was found, and what is true.
#[derive(Default)]
struct Tally {
    texts: usize,
    right: usize,
    found: usize,
    wanted: usize,
    links_right: usize,
    links_found: usize,
    links_wanted: usize,
}

impl Tally {
    fn print(&self, kind: &str) {
        let f = |right: usize, found: usize, wanted: usize| 2.0 * right as f64 / (found + wanted).max(1) as f64;
        println!(
            "{kind:<20} {:>5} {:>7} {:>9.4} {:>9.4}",
            self.texts,
            self.wanted,
            f(self.right, self.found, self.wanted),
            f(self.links_right, self.links_found, self.links_wanted)
        );
    }
}

/// Measures every text of the file, with what a memory taught.
pub(crate) fn measure(text: &str, words: &Tokeniser, arguments: &Arguments) -> Result<(), String> {
    let samples: Vec<Sample> =
        serde_json::from_str(text).map_err(|cause| format!("Could not read the texts: {cause}."))?;
    let worst = arguments.number("worst", 0)?;
    let table = match arguments.text("memory") {
        Some(path) => learn(path, words)?,
        None => TranslationTable::default(),
    };
    let mut kinds: BTreeMap<String, Tally> = BTreeMap::new();
    let mut bins: BTreeMap<usize, (usize, usize)> = BTreeMap::new();
    let mut wrong = Vec::new();
    let start = Instant::now();
    for sample in &samples {
        let ja: Vec<&str> = sample.ja.iter().map(String::as_str).collect();
        let en: Vec<&str> = sample.en.iter().map(String::as_str).collect();
        let beads: Vec<Bead> = align(&ja, &en, &table, words).into_iter().filter(Bead::is_pair).collect();
        let wanted: BTreeSet<(Vec<usize>, Vec<usize>)> =
            sample.beads.iter().filter(|(ja, en)| !ja.is_empty() && !en.is_empty()).cloned().collect();
        let found: BTreeSet<(Vec<usize>, Vec<usize>)> =
            beads.iter().map(|bead| (bead.ja.clone().collect(), bead.en.clone().collect())).collect();
        let links = |beads: &BTreeSet<(Vec<usize>, Vec<usize>)>| -> BTreeSet<(usize, usize)> {
            beads
                .iter()
                .flat_map(|(ja, en)| ja.iter().flat_map(move |&ja| en.iter().map(move |&en| (ja, en))))
                .collect()
        };
        for kind in [sample.kind.as_str(), "all"] {
            let tally = kinds.entry(kind.to_owned()).or_default();
            tally.texts += 1;
            tally.right += found.intersection(&wanted).count();
            tally.found += found.len();
            tally.wanted += wanted.len();
            let (found, wanted) = (links(&found), links(&wanted));
            tally.links_right += found.intersection(&wanted).count();
            tally.links_found += found.len();
            tally.links_wanted += wanted.len();
        }
        for bead in &beads {
            let right = wanted.contains(&(bead.ja.clone().collect(), bead.en.clone().collect()));
            let bin = bins.entry((bead.confidence * 20.0) as usize).or_default();
            bin.0 += 1;
            bin.1 += usize::from(right);
            if !right {
                let (ja, en) = (ja[bead.ja.clone()].join(" | "), en[bead.en.clone()].join(" | "));
                let near = sample.beads.iter().filter(|(ja, _)| ja.iter().any(|at| bead.ja.contains(at)));
                let near: Vec<String> = near.map(|(ja, en)| format!("{ja:?}={en:?}")).collect();
                let en = format!("{en}\twanted {}", near.join(" "));
                wrong.push((
                    bead.confidence,
                    format!("{:.2} {:.2} {:?} {:?}\t{ja}\t{en}", bead.confidence, bead.lexical, bead.ja, bead.en),
                ));
            }
        }
    }
    println!("{:<20} {:>5} {:>7} {:>9} {:>9}", "kind", "texts", "beads", "bead F1", "link F1");
    for (kind, tally) in &kinds {
        tally.print(kind);
    }
    println!("right among beads by confidence:");
    for (bin, (all, right)) in &bins {
        println!("  {:.2} and more: {right:>5} of {all:>5}  {:.3}", *bin as f64 / 20.0, *right as f64 / *all as f64);
    }
    println!("{} pairs of words learned; aligned in {:.2} s", table.len(), start.elapsed().as_secs_f64());
    wrong.sort_by(|one, other| other.0.total_cmp(&one.0));
    for (_, line) in wrong.iter().take(worst) {
        println!("{line}");
    }
    Ok(())
}

/// What a table of texts teaches: its columns `ja` and `en`, parted by tabs.
fn learn(path: &str, words: &Tokeniser) -> Result<TranslationTable, String> {
    let text = std::fs::read_to_string(path).map_err(|cause| format!("Could not read `{path}`: {cause}."))?;
    let mut lines = text.lines();
    let head: Vec<&str> = lines.next().unwrap_or_default().split('\t').collect();
    let column = |name: &str| {
        head.iter().position(|cell| *cell == name).ok_or_else(|| format!("`{path}` has no column `{name}`."))
    };
    let (ja, en) = (column("ja")?, column("en")?);
    let mut counts = CooccurrenceCounts::default();
    for line in lines {
        let cells: Vec<&str> = line.split('\t').collect();
        if let (Some(ja), Some(en)) = (cells.get(ja), cells.get(en)) {
            counts.add(ja, en, words);
        }
    }
    Ok(counts.table())
}
