//! Whether ingesting and linking releases stays linear. Run with `cargo bench --bench linking -- [--releases 10000]`.
//!
//! Releases are generated (see `made`): one page each, an English title, six glossary heads that share words and repeat over
//! releases as real ones do, half of them with English beside them. Times are wall times, per release of each tenth.

#![expect(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it is run by hand")]

#[allow(dead_code, reason = "not all of it is needed here")]
mod made;
#[path = "tools/mod.rs"]
#[allow(dead_code, unused_imports, reason = "not all of it is needed here")]
mod tools;

use std::process::ExitCode;
use std::time::Instant;

use made::{Dice, Stock};
use taiyaku::app::ingest::{Input, Submission};
use taiyaku::app::{Parts, Service};
use taiyaku::store::Store;
use tools::{Arguments, resident};

const NOW: &str = "2026-04-01T09:00:00Z";
/// Where nobody says.
const USUAL: usize = 200;

fn main() -> ExitCode {
    match Arguments::parse(&["releases"], &[]).and_then(|arguments| arguments.number("releases", USUAL)) {
        Ok(count) => {
            tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap().block_on(measure(count));
            ExitCode::SUCCESS
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

async fn measure(count: usize) {
    let folder = tempfile::tempdir().unwrap();
    let service = Service::new(Parts::with_store(Store::open(&folder.path().join("base.db")).await.unwrap()));
    service.add_starter("default", &[], NOW).await.unwrap();
    let mut dice = Dice::new(1);
    let stock = Stock::new(&mut dice);
    let parts: Vec<(String, String)> =
        stock.kanji.iter().cloned().zip(stock.english.iter().cloned()).take(3_000).collect();
    let tenth = count.div_ceil(10).max(1);
    for from in (0..count).step_by(tenth) {
        let releases: Vec<Submission> =
            (from..count.min(from + tenth)).map(|number| release(&mut dice, &parts, number)).collect();
        let (start, some) = (Instant::now(), releases.len());
        service.ingest_many("default", releases, 2, NOW, |_| {}).await.unwrap();
        let each = start.elapsed().as_secs_f64() * 1e3 / some as f64;
        let memory = resident(None).unwrap_or_default() >> 20;
        println!("releases {:>6} to {:>6}: {each:.1} ms each, {memory} MiB", from + 1, from + some);
    }
    let start = Instant::now();
    let done = service.relink("default", NOW, |_| {}).await.unwrap();
    let each = start.elapsed().as_secs_f64() * 1e3 / done.releases.max(1) as f64;
    println!("linked again: {each:.1} ms each, {} of {} changed", done.changed, done.releases);
    let counts = service.counts(Some("default")).await.unwrap();
    println!("{} concepts", counts.concepts);
    service.store().close().await;
}

/// A release of one page.
fn release(dice: &mut Dice, parts: &[(String, String)], number: usize) -> Submission {
    let mut often = |parts: &[(String, String)]| {
        let share = dice.below(1 << 20) as f64 / f64::from(1 << 20);
        parts[((parts.len() as f64).powf(share) as usize).min(parts.len()) - 1].clone()
    };
    let heads: Vec<(String, String)> = (0..6)
        .map(|_| {
            let (one, other) = (often(parts), often(parts));
            (format!("{}{}", one.0, other.0), format!("{} {}", one.1, other.1))
        })
        .collect();
    let (mut body, mut glossary) = (String::new(), String::new());
    for (at, (ja, en)) in heads.iter().enumerate() {
        let gloss = if at % 2 == 0 { format!("（{en}）") } else { String::new() };
        body.push_str(&format!("研究では{ja}{gloss}注{}）を第{number}の方法で調べました。\n", at + 1));
        glossary.push_str(&format!("注{}）{ja}：調べたものの一つ。第{number}の実験で使った{}。\n", at + 1, heads[0].0));
    }
    let text = format!(
        "架空大学の発表{number}\n\n{body}\n論文情報\n論文タイトル：{} of the {}\n掲載誌：Journal of Tests\nDOI：10.5555/{number}\n\n【用語解説】\n{glossary}",
        heads[1].1, heads[3].1
    );
    Submission { name: format!("{number}.txt"), media_type: None, input: Input::Bytes(text.into_bytes()) }
}
