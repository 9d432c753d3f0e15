//! How many segments per second a server finds matches for. Run with
//!
//! ```text
//! cargo bench --bench http -- [FOLDER] [--database FILE] [--segments 20000] [--language ja|en]
//!     [--connections 4] [--batch 50] [--seconds 10] [--floor 70] [--assist]
//! ```
//!
//! FOLDER is what `cargo bench --bench corpus` makes; without one a small corpus is generated. Its queries are sent again and
//! again, in batches, to `taiyaku serve` on `--database`; without one the first segments of the corpus are added to a
//! temporary database. Server and client share the machine.
//!
//! With `--assist` each query is sent by itself to `/v1/assist`, with a draft to check, as an editor does.

#![expect(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it is run by hand")]

mod client;
#[path = "../corpus/mod.rs"]
#[allow(dead_code, unused_imports, reason = "not all of it is needed here")]
mod corpus;
mod server;
#[path = "../tools/mod.rs"]
#[allow(dead_code, unused_imports, reason = "not all of it is needed here")]
mod tools;

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use client::Client;
use serde_json::{Value, json};
use server::Server;
use tools::{Arguments, Times, cpu_of, load_average, process_cpu, resident};

/// Segments of the database that is made where none is given.
const SMALL: usize = 20_000;
/// Asked before anything counts.
const WARM_UP: Duration = Duration::from_secs(1);

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
    let arguments = Arguments::parse(
        &["database", "segments", "language", "connections", "batch", "seconds", "floor"],
        &["assist"],
    )?;
    let small = tempfile::tempdir().map_err(|error| error.to_string())?;
    let folder = match arguments.first() {
        Some(folder) => PathBuf::from(folder),
        None => invent(small.path())?,
    };
    let language = arguments.text("language").unwrap_or("ja");
    let (batch, connections) = (arguments.number("batch", 50)?, arguments.number("connections", 4)?);
    let assists = arguments.has("assist");
    let (batch, path) = if assists { (1, "/v1/assist") } else { (batch, "/v1/suggestions") };
    let seconds = Duration::from_secs(arguments.number("seconds", 10)?);
    let database = match arguments.text("database") {
        Some(database) => PathBuf::from(database),
        None => {
            let (database, start) = (small.path().join("memory.db"), Instant::now());
            server::make_database(&database, &folder.join("corpus.tsv"), arguments.number("segments", SMALL)?)?;
            println!("database made in {:.1?}", start.elapsed());
            database
        }
    };
    let floor = arguments.number("floor", 70)?;
    let bodies = if assists { drafts(&folder, language, floor)? } else { bodies(&folder, language, batch, floor)? };
    let start = Instant::now();
    let server = Server::start(&database)?;
    println!("server answers after {:.1?}", start.elapsed());
    if !assists {
        println!("{} of the first batch's segments have matches", offered(server.address, &bodies[0])?);
    }
    ask(server.address, path, &bodies, connections, WARM_UP);
    let (served, here) = (cpu_of(server.process()).unwrap_or_default(), process_cpu());
    let start = Instant::now();
    let answers = ask(server.address, path, &bodies, connections, seconds);
    let wall = start.elapsed();
    let (served, here) = (cpu_of(server.process()).unwrap_or_default() - served, process_cpu() - here);
    let (times, failed) = (&answers.times, answers.failed);
    let count = times.all().len();
    let segments = (count * batch) as f64;
    println!("{language}, {connections} connections, batches of {batch}, {wall:.1?}");
    println!("  segments per second           {:.0}", segments / wall.as_secs_f64());
    println!("  batches                       {count}, {failed} refused or broken");
    println!(
        "  time of a batch               50 % within {:.2} ms, 90 % {:.2} ms, 99 % {:.2} ms",
        times.percentile(50),
        times.percentile(90),
        times.percentile(99)
    );
    println!(
        "  processor time                server {served:.1?}, client {here:.1?}; {:.3} ms of the server per segment",
        served.as_secs_f64() * 1e3 / segments.max(1.0)
    );
    println!("  memory of the server          {} MiB", resident(Some(server.process())).unwrap_or_default() >> 20);
    println!("  load average                  {}", load_average().unwrap_or_default());
    Ok(())
}

fn invent(folder: &Path) -> Result<PathBuf, String> {
    let problem = |error: std::io::Error| format!("Could not write to `{}`: {error}.", folder.display());
    let base = corpus::Base::new(corpus::invented(1), 1);
    corpus::write_pairs(folder, base.scaled().take(SMALL), false).map_err(problem)?;
    for language in corpus::LANGUAGES {
        let questions = corpus::questions_for(&base, language, 1);
        corpus::write_questions(folder, language, &questions).map_err(problem)?;
    }
    Ok(folder.to_owned())
}

/// The questions as bodies of requests, each question in one of them.
fn bodies(folder: &Path, language: &str, batch: usize, floor: usize) -> Result<Vec<Vec<u8>>, String> {
    let questions = corpus::read_questions(folder, language, usize::MAX).map_err(|error| error.to_string())?;
    let other = if language == "ja" { "en" } else { "ja" };
    let body = |some: &[corpus::Question]| {
        let segments: Vec<Value> = some.iter().map(|question| json!({"text": question.text})).collect();
        let body = json!({"segments": segments, "source_lang": language, "target_lang": other, "limit": 10, "min_score": floor});
        body.to_string().into_bytes()
    };
    let bodies: Vec<Vec<u8>> = questions.chunks_exact(batch.max(1)).map(body).collect();
    if bodies.is_empty() { Err(format!("There are fewer than {batch} questions.")) } else { Ok(bodies) }
}

/// The questions as an editor asks them: one by one, with the draft of a translation.
fn drafts(folder: &Path, language: &str, floor: usize) -> Result<Vec<Vec<u8>>, String> {
    let questions = corpus::read_questions(folder, language, usize::MAX).map_err(|error| error.to_string())?;
    let (other, draft) = match language {
        "ja" => ("en", "We examined 3 samples (approx. 28 million people)."),
        _ => ("ja", "3個の試料（約2,800万人）を調べた。"),
    };
    let body = |question: &corpus::Question| {
        let body = json!({"source": question.text, "target": draft, "source_lang": language, "target_lang": other,
            "previous": "研究の背景", "next": "結果", "limit": 10, "min_score": floor});
        body.to_string().into_bytes()
    };
    Ok(questions.iter().map(body).collect())
}

/// Asks one batch and gives how many of its segments were offered a match.
fn offered(address: SocketAddr, body: &[u8]) -> Result<usize, String> {
    let answer = Client::connect(address).and_then(|mut client| client.send("POST", "/v1/suggestions", body));
    let answer = answer.map_err(|error| error.to_string())?;
    let value: Value = serde_json::from_slice(&answer.body).map_err(|error| error.to_string())?;
    if answer.status != 200 {
        return Err(format!("The server answers {}: {value}", answer.status));
    }
    let segments = value["segments"].as_array().cloned().unwrap_or_default();
    Ok(segments.iter().filter(|segment| segment["matches"].as_array().is_some_and(|all| !all.is_empty())).count())
}

#[derive(Debug, Default)]
struct Answers {
    times: Times,
    failed: usize,
}

/// Asks over all connections for so long; each connection sends its next batch when the last one is answered.
fn ask(address: SocketAddr, path: &str, bodies: &[Vec<u8>], connections: usize, time: Duration) -> Answers {
    let next = AtomicUsize::new(0);
    let end = Instant::now() + time;
    let connection = || {
        let mut answers = Answers::default();
        let mut client = Client::connect(address).unwrap();
        while Instant::now() < end {
            let body = &bodies[next.fetch_add(1, Ordering::Relaxed) % bodies.len()];
            let start = Instant::now();
            match client.send("POST", path, body) {
                Ok(answer) if answer.status == 200 => answers.times.add(start.elapsed()),
                Ok(_) => answers.failed += 1,
                Err(_) => {
                    answers.failed += 1;
                    client = Client::connect(address).unwrap();
                }
            }
        }
        answers
    };
    let all: Vec<Answers> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..connections.max(1)).map(|_| scope.spawn(connection)).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).collect()
    });
    let mut sum = Answers::default();
    for answers in all {
        sum.times.append(answers.times);
        sum.failed += answers.failed;
    }
    sum
}
