//! How often checks are right: over published translations, and over the same with errors put into their numbers.
//!
//! ```text
//! cargo bench --bench checks -- FILE [--ja COLUMN] [--en COLUMN] [--seed N] [--numbers] [--show RULE] [--most N]
//! ```
//!
//! `FILE` is a tab-separated table with a header line and the pairs in the columns `ja` and `en`. Terms are those of the
//! starter base. `--numbers` measures numbers alone; `--show` prints findings of one rule to be read by a person, and for
//! `numbers` the errors that were missed. Set `TAIYAKU_DICTIONARY` to a dictionary.

#![expect(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]
#![expect(clippy::print_stdout, reason = "it says what it found")]

#[path = "../tools/arguments.rs"]
#[expect(dead_code, reason = "other benches use the rest")]
mod arguments;
mod inject;
mod pairs;

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Instant;

use arguments::Arguments;
use pairs::Pair;
use taiyaku::app::check::{CheckOptions, CheckQuery, CheckUnit, RuleLevel, Settings};
use taiyaku::app::{Parts, Service};
use taiyaku::check::{PairAnalysis, PairSpots, Scope, Terminology, Unit, findings};
use taiyaku::model::{Finding, Lang, Rule};
use taiyaku::store::Store;
use taiyaku::text::tokeniser::Tokeniser;

/// So many errors are put into numbers, each way.
const INJECTED: usize = 1_500;

fn main() -> Result<(), String> {
    let arguments = Arguments::parse(&["ja", "en", "seed", "show", "most"], &["numbers"])?;
    let Some(file) = arguments.first() else {
        println!("Name a table of pairs: `cargo bench --bench checks -- FILE`.");
        return Ok(());
    };
    let pairs = pairs::read(file, arguments.text("ja").unwrap_or("ja"), arguments.text("en").unwrap_or("en"))?;
    println!("{} pairs", pairs.len());
    let seed = arguments.number("seed", 1)?;
    let show = arguments.text("show").map(|rule| Rule::from_word(rule).ok_or(format!("There is no rule `{rule}`.")));
    let (show, most) = (show.transpose()?, arguments.number("most", 100)?);
    for into_english in [true, false] {
        numbers(&pairs, into_english, seed, show == Some(Rule::Numbers));
    }
    if arguments.has("numbers") {
        return Ok(());
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    for into_english in [true, false] {
        runtime.block_on(terms(&pairs, into_english, show, most));
    }
    Ok(())
}

fn langs(into_english: bool) -> (Lang, Lang) {
    if into_english { (Lang::JA, Lang::EN) } else { (Lang::EN, Lang::JA) }
}

/// The findings of the number check alone.
fn number_findings(pair: &Pair, (source, target): (&Lang, &Lang)) -> Vec<Finding> {
    let (text, translation) = pair.sides(source.is_japanese());
    let unit = Unit::new(text, translation);
    let mut settings = Settings::default();
    for rule in Rule::ALL.iter().filter(|rule| **rule != Rule::Numbers) {
        settings.rules.insert(*rule, RuleLevel::Off);
    }
    let facts = PairAnalysis::new(unit, (source, target), &PairSpots::default(), &Terminology::default(), &settings);
    findings(&[unit], &[&facts], target, &Terminology::default(), Scope::Loose, &settings)
}

fn numbers(pairs: &[Pair], into_english: bool, seed: u64, show: bool) {
    let (source, target) = langs(into_english);
    let langs = (&source, &target);
    let digits = |text: &str| text.chars().any(|c| c.is_ascii_digit() || ('０'..='９').contains(&c));
    let with: Vec<&Pair> = pairs.iter().filter(|pair| digits(&pair.ja) || digits(&pair.en)).collect();
    let (flagged, clean): (Vec<&Pair>, Vec<&Pair>) =
        with.iter().copied().partition(|pair| !number_findings(pair, langs).is_empty());
    let others = pairs.iter().filter(|pair| !digits(&pair.ja) && !digits(&pair.en));
    let without = others.clone().count();
    let flagged_without = others.filter(|pair| !number_findings(pair, langs).is_empty()).count();
    println!("\n{source} into {target}: numbers");
    println!("  pairs with digits {}, flagged {} ({})", with.len(), flagged.len(), share(flagged.len(), with.len()));
    println!("  pairs without {without}, flagged {flagged_without} ({})", share(flagged_without, without));
    for pair in pairs.iter().filter(|_| show) {
        for finding in number_findings(pair, langs) {
            println!("  - {}: {}\n      {}\n      {}", finding.severity.as_str(), finding.message, pair.ja, pair.en);
        }
    }
    let mut dice = inject::Dice::new(seed);
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let (mut printed, mut found_printed) = (0, 0);
    for _ in 0..INJECTED * 20 {
        let (kind, wrong) = inject::wrong(&clean, into_english, &mut dice);
        let Some(wrong) = wrong else { continue };
        let count = counts.entry(kind).or_default();
        count.1 += 1;
        let is_found = !number_findings(&wrong, langs).is_empty();
        let is_printed = digits(wrong.sides(into_english).0);
        count.0 += usize::from(is_found);
        printed += usize::from(is_printed);
        found_printed += usize::from(is_printed && is_found);
        if show && !is_found {
            println!("  missed {kind}: {} | {}", wrong.ja, wrong.en);
        }
        if counts.values().map(|(_, all)| all).sum::<usize>() == INJECTED {
            break;
        }
    }
    let (found, all) = counts.values().fold((0, 0), |sum, (found, all)| (sum.0 + found, sum.1 + all));
    println!("  errors put in {all}, found {found} ({})", share(found, all));
    println!(
        "  of these where the source has a digit {printed}, found {found_printed} ({})",
        share(found_printed, printed)
    );
    for (kind, (found, all)) in counts {
        println!("    {kind}: {found} of {all} ({})", share(found, all));
    }
}

async fn terms(pairs: &[Pair], into_english: bool, show: Option<Rule>, most: usize) {
    let mut parts = Parts::with_store(Store::memory().await.unwrap());
    #[expect(clippy::disallowed_methods, reason = "a bench reads its own settings")]
    let dictionary = std::env::var_os("TAIYAKU_DICTIONARY");
    parts.words = dictionary.and_then(|path| Tokeniser::open(Path::new(&path)).ok()).unwrap_or_default();
    let service = Service::new(parts);
    service.add_starter("default", &[], "2026-01-01T00:00:00Z").await.unwrap();
    let (source, target) = langs(into_english);
    let unit = |pair: &Pair| {
        let (source, target) = pair.sides(into_english);
        CheckUnit::new(source.to_owned(), target.to_owned())
    };
    let units: Vec<CheckUnit> = pairs.iter().map(unit).collect();
    println!("\n{source} into {target}: all rules, starter base");
    let mut all: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for (file, units) in pairs::by_file(pairs, &units) {
        let options = CheckOptions::new(source.clone(), target.clone());
        let started = Instant::now();
        let report = service.check(CheckQuery { units: units.clone(), options }).await.unwrap();
        println!("  {file}: {} pairs in {:.0?}", units.len(), started.elapsed());
        let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for finding in &report.findings {
            *counts.entry((finding.rule.as_str(), finding.severity.as_str())).or_default() += 1;
            *all.entry((finding.rule.as_str(), finding.severity.as_str())).or_default() += 1;
        }
        for ((rule, severity), count) in counts {
            println!("    {rule} {severity}: {count}");
        }
        let step = report.findings.iter().filter(|finding| Some(finding.rule) == show).count().div_ceil(most).max(1);
        for finding in report.findings.iter().filter(|finding| Some(finding.rule) == show).step_by(step) {
            let unit = &units[finding.unit];
            let severity = finding.severity.as_str();
            println!("    - {severity}: {}\n        {}\n        {}", finding.message, unit.source, unit.target);
        }
    }
    again(&service, &units, (source, target)).await;
    println!("  in all");
    for ((rule, severity), count) in all {
        println!("    {rule} {severity}: {count}");
    }
}

/// How long a checker takes at first, and after one edit.
async fn again(service: &Service, units: &[CheckUnit], (source, target): (Lang, Lang)) {
    let mut units: Vec<CheckUnit> = units.iter().take(2_000).cloned().collect();
    let mut checker = service.checker(CheckOptions::new(source, target));
    let started = Instant::now();
    checker.check(units.clone()).await.unwrap();
    let first = started.elapsed();
    let mut edits = Vec::new();
    for at in 0..20.min(units.len()) {
        units[at].target.push_str(" 12");
        let started = Instant::now();
        checker.check(units.clone()).await.unwrap();
        edits.push(started.elapsed());
    }
    edits.sort_unstable();
    let (middle, last) = (edits[edits.len() / 2], edits[edits.len() - 1]);
    println!(
        "  {} pairs: at first {first:.0?}; after an edit {middle:.0?} in the middle, {last:.0?} at most",
        units.len()
    );
}

fn share(part: usize, whole: usize) -> String {
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    let share = 100.0 * part as f64 / whole.max(1) as f64;
    format!("{share:.1} %")
}
