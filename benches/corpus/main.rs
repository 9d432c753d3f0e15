//! Makes a corpus to measure with: from a file of translated segments, a folder with any number of pairs, and queries.
//! Run with
//!
//! ```text
//! cargo bench --bench corpus -- --out FOLDER [--from FILE.tmx|FILE.po|FILE.tsv] [--segments 100000] [--seed 1] [--tmx]
//! ```

#![expect(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it is run by hand")]

#[path = "mod.rs"]
#[allow(dead_code, unused_imports, reason = "reading is for the other benches")]
mod corpus;
#[path = "../tools/mod.rs"]
#[allow(dead_code, unused_imports, reason = "measuring is for the other benches")]
mod tools;

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use corpus::Base;
use tools::Arguments;

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
    let arguments = Arguments::parse(&["from", "segments", "seed", "out"], &["tmx"])?;
    let Some(out) = arguments.text("out").map(Path::new) else {
        println!(
            "Makes a corpus: cargo bench --bench corpus -- --out FOLDER [--from FILE] [--segments N] [--seed N] [--tmx]"
        );
        return Ok(());
    };
    let (segments, seed) = (arguments.number("segments", 100_000)?, arguments.number("seed", 1)?);
    let start = Instant::now();
    let pairs = match arguments.text("from") {
        Some(file) => corpus::read_base(Path::new(file))?,
        None => corpus::invented(seed),
    };
    let base = Base::new(pairs, seed);
    if base.pairs.is_empty() {
        return Err("There are no pairs to begin with.".to_owned());
    }
    let problem = |error: std::io::Error| format!("Could not write to `{}`: {error}.", out.display());
    let count = corpus::write_pairs(out, base.scaled().take(segments), arguments.has("tmx")).map_err(problem)?;
    println!(
        "{count} segments, the first {} as they were read, in {:.0?}",
        base.pairs.len().min(count),
        start.elapsed()
    );
    for language in corpus::LANGUAGES {
        let questions = corpus::questions_for(&base, language, seed);
        corpus::write_questions(out, language, &questions).map_err(problem)?;
        println!("{} questions in {language}", questions.len());
    }
    if count < segments {
        return Err(format!("Nothing new could be made after {count} segments. Begin with more pairs."));
    }
    Ok(())
}
