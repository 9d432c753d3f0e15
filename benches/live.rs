//! How soon a large memory answers after a start, and how soon it knows what was just written. Run with
//!
//! ```text
//! cargo bench --bench live -- DATABASE [--writes 50]
//! ```
//!
//! DATABASE is a base with a memory and its indexes, as `taiyaku import` leaves it; a few segments are added to it. Times
//! are wall times: from opening the base to the first suggestion, and from the end of a write to the end of the answer that
//! contains it. For comparison, the same query is timed without a write.

#![expect(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it is run by hand")]

#[path = "tools/mod.rs"]
#[allow(dead_code, unused_imports, reason = "not all of it is needed here")]
mod tools;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use taiyaku::app::Service;
use taiyaku::app::assist::{AssistQuery, AssistText};
use taiyaku::config::{Config, Overrides};
use taiyaku::model::{Lang, Provenance, Review, Segment};
use taiyaku::store::NewSegment;
use tools::{Arguments, Times};

const NOW: &str = "2026-04-01T09:00:00Z";

fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let arguments = Arguments::parse(&["writes"], &[])?;
    let Some(database) = arguments.first().map(PathBuf::from) else {
        println!("Nothing to do: name a database with a memory.");
        return Ok(());
    };
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().unwrap();
    runtime.block_on(measure(&database, arguments.number("writes", 50)?))
}

async fn measure(database: &Path, writes: usize) -> Result<(), String> {
    let config = Config::load(&Overrides { database: Some(database.to_owned()), ..Overrides::default() });
    let config = config.map_err(|error| error.to_string())?;
    let start = Instant::now();
    let service = Service::open(&config).await.map_err(|error| error.to_string())?;
    let first = ask(&service, "遺伝子の発現を調べた。").await;
    println!("open and first suggestion  {:.0} ms, complete: {}", start.elapsed().as_secs_f64() * 1e3, first.1);
    println!("segments                   {}", service.store().segment_count().await.unwrap());
    let (mut seen, mut quiet, mut late) = (Times::default(), Times::default(), 0);
    for number in 0..writes {
        let source = format!("計測のために書いた{}番目の文である。", spelled(number));
        write(&service, &config.project, &source, number).await;
        let start = Instant::now();
        let (best, complete) = ask(&service, &source).await;
        seen.add(start.elapsed());
        late += usize::from(best != Some(100) || !complete);
        let start = Instant::now();
        ask(&service, &source).await;
        quiet.add(start.elapsed());
    }
    for (what, times) in [("answer after a write", &seen), ("answer without one", &quiet)] {
        let (half, most, all) = (times.percentile(50), times.percentile(90), times.percentile(100));
        println!("{what:26} 50 % within {half:.2} ms, 90 % {most:.2} ms, all {all:.2} ms");
    }
    println!("answers without the write  {late} of {writes}");
    service.store().close().await;
    Ok(())
}

/// A number no other text has, in kanji that are no numerals.
fn spelled(number: usize) -> String {
    number.to_string().chars().map(|digit| "甲乙丙丁戊己庚辛壬癸".chars().nth(digit as usize - 48).unwrap()).collect()
}

async fn write(service: &Service, project: &str, source: &str, number: usize) {
    let segment = Segment {
        source_lang: Lang::JA,
        target_lang: Lang::EN,
        source: source.to_owned(),
        target: format!("Sentence {number}, written to measure."),
        confidence: 1.0,
    };
    let new = NewSegment {
        segment: &segment,
        source_key: source,
        review: Review::Approved,
        provenance: &Provenance::of("live"),
    };
    let mut write = service.store().write("live", NOW).await.unwrap();
    let project = write.ensure_project(project).await.unwrap();
    write.insert_segments(project, None, &[new]).await.unwrap();
    write.commit().await.unwrap();
}

/// The score of the best match, and whether everything was looked at.
async fn ask(service: &Service, text: &str) -> (Option<u8>, bool) {
    let text = AssistText { text: text.to_owned(), ..AssistText::default() };
    let (_, answer) = service.assist(AssistQuery::new(vec![text], Lang::JA, Lang::EN)).await.unwrap();
    let suggestion = &answer.suggestions[0];
    (suggestion.matches.first().map(|found| found.score), suggestion.complete)
}
