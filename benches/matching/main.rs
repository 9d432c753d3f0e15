//! How fast and how exactly the most similar segments are found, as a table and a JSON file. Run with
//!
//! ```text
//! cargo bench --bench matching -- [FOLDER] [--language ja|en] [--segments 100000] [--queries 1200]
//!     [--engine taiyaku|reference] [--threads 1] [--truth-only] [--no-truth]
//! ```
//!
//! FOLDER is what `cargo bench --bench corpus` makes; without one a small corpus is generated. Queries are sent one after
//! the other by one thread; times are processor time from the text of the query to its hits. Set `TAIYAKU_DICTIONARY` to
//! split Japanese with the dictionary. `--threads` applies only to the full scan.

#![expect(clippy::unwrap_used, reason = "a bench may stop at the first surprise")]
#![expect(clippy::disallowed_methods, reason = "a bench reads its own settings")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "it is run by hand")]

mod compare;
#[path = "../corpus/mod.rs"]
#[allow(dead_code, unused_imports, reason = "not all of it is needed here")]
mod corpus;
mod engine;
mod report;
#[path = "../tools/mod.rs"]
#[allow(dead_code, unused_imports, reason = "not all of it is needed here")]
mod tools;
mod truth;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use corpus::Question;
use engine::{Built, ByIndex, Engine, Reference, timed};
use report::Report;
use taiyaku::model::Lang;
use taiyaku::text::tokeniser::Tokeniser;
use tools::{Arguments, Times, resident, thread_cpu};
use truth::{Measure, Place, Truth, truth};

/// Segments of the corpus that is invented where none is given.
const SMALL: usize = 20_000;

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
    let arguments =
        Arguments::parse(&["language", "segments", "queries", "engine", "threads"], &["truth-only", "no-truth"])?;
    let small = tempfile::tempdir().map_err(|error| error.to_string())?;
    let folder = match arguments.first() {
        Some(folder) => PathBuf::from(folder),
        None => invent(small.path())?,
    };
    let languages = match arguments.text("language") {
        Some(language) => vec![language],
        None => corpus::LANGUAGES.to_vec(),
    };
    for language in languages {
        measure(&folder, language, &arguments)?;
    }
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

fn words() -> Result<Tokeniser, String> {
    match std::env::var_os("TAIYAKU_DICTIONARY") {
        Some(path) => Tokeniser::open(Path::new(&path)).map_err(|error| error.to_string()),
        None => Ok(Tokeniser::by_script()),
    }
}

fn measure(folder: &Path, language: &str, arguments: &Arguments) -> Result<(), String> {
    let problem = |error: std::io::Error| format!("Could not read `{}`: {error}.", folder.display());
    let lang = Lang::parse(language).map_err(|error| error.to_string())?;
    let words = words()?;
    let asked = arguments.number("segments", usize::MAX)?;
    let segments = corpus::read_pairs(&folder.join("corpus.tsv"), asked).map_err(problem)?.count();
    let questions =
        corpus::read_questions(folder, language, arguments.number("queries", usize::MAX)?).map_err(problem)?;
    let place = Place { folder, language, lang: &lang, segments, words: &words };
    let mut truths = None;
    if !arguments.has("no-truth") {
        let threads = arguments.number("threads", 1)?;
        let both = [Measure::Score, Measure::Characters].map(|measure| truth(place, measure, &questions, threads));
        let [score, characters] = both;
        truths = Some((score?, characters?));
    }
    if arguments.has("truth-only") {
        return Ok(());
    }
    let before = resident(None).unwrap_or_default();
    let name = arguments.text("engine").unwrap_or("taiyaku");
    let ((mut engine, built), build_wall) = timed(|| build(name, place));
    let (mut engine, built): (Box<dyn Engine>, Built) =
        (engine.take().ok_or(format!("There is no engine `{name}`."))?, built);
    let memory = resident(None).unwrap_or_default().saturating_sub(before);
    let mut report = ask(engine.as_mut(), &questions, truths.as_ref());
    report.language = language.to_owned();
    report.segments = segments;
    report.build = built;
    report.build_wall = build_wall;
    report.memory = engine.bytes();
    report.resident = memory;
    let file = tempfile::NamedTempFile::new().map_err(|error| error.to_string())?;
    report.file = engine.reload(file.path());
    report.note = format!("{}, {}", if language == "ja" { words.version() } else { "words by script" }, engine.work());
    report.print(&questions);
    report.write(folder)
}

fn build(name: &str, place: Place<'_>) -> (Option<Box<dyn Engine>>, Built) {
    let file = place.folder.join("corpus.tsv");
    let pairs = corpus::read_pairs(&file, place.segments).unwrap();
    let texts = pairs.map(|pair| if place.language == "ja" { pair.unwrap().ja } else { pair.unwrap().en });
    match name {
        "taiyaku" => {
            let (engine, built) = ByIndex::build(texts, place.lang, place.words);
            (Some(Box::new(engine)), built)
        }
        "reference" => {
            let (engine, built) = Reference::build(texts, place.lang, place.words);
            (Some(Box::new(engine)), built)
        }
        _ => (None, Built::default()),
    }
}

/// Asks every question once, after a few that do not count.
fn ask(engine: &mut dyn Engine, questions: &[Question], truths: Option<&(Truth, Truth)>) -> Report {
    for question in questions.iter().take(if questions.len() > 100 { 20 } else { 1 }) {
        engine.find(&question.text);
    }
    let mut report = Report::default();
    engine.name().clone_into(&mut report.engine);
    let mut times = Times::default();
    for (number, question) in questions.iter().enumerate() {
        let start = thread_cpu();
        let hits = engine.find(&question.text);
        times.add(thread_cpu().saturating_sub(start));
        if let Some((score, characters)) = truths {
            report.compare(number, &hits, &score[number], &characters[number]);
        }
    }
    report.times = times;
    report
}
