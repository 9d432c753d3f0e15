//! The truth to compare with: for each query, every line that belongs to its ten best, found by comparing all.
//!
//! There are two measures. `characters` is what most memories rank by: 1 − Levenshtein ÷ longer length over the
//! characters as written, 0.7 or more. `score` is ours: [`taiyaku::fuzzy::ScoreParts`] with its classes, 70 or more. All ties
//! with the tenth belong to the best. Only lines that the lengths or the distance of the tokens rule out are skipped, and
//! distances come from [`Pattern`], which is tested against `strsim`; the engine `reference` takes them from `strsim` again.
//! The result is stored beside the corpus:
//!
//! ```text
//! truth.ja.1000000.score.tsv    # what it was made from
//!                               question TAB line:score line:score …
//! ```

use std::fmt::Write;
use std::path::Path;
use std::sync::Mutex;

use rustc_hash::FxHashSet;
use taiyaku::model::Lang;
use taiyaku::text::comparison;
use taiyaku::text::tokeniser::Tokeniser;
use xxhash_rust::xxh3::xxh3_64;

use super::compare::{Asked, Chunk};
use crate::corpus::{Question, read_pairs};

/// How many matches are asked for.
pub(crate) const LIMIT: usize = 10;
/// Lines a thread takes at a time.
const LINES: usize = 20_000;

/// What is called similar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Levenshtein similarity of the characters as written, 0 to 1.
    Characters,
    /// The fuzzy match score, 0 to 100.
    Score,
}

impl Measure {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Characters => "characters",
            Self::Score => "score",
        }
    }

    /// What is called a match.
    fn floor(self) -> f64 {
        match self {
            Self::Characters => 0.7,
            Self::Score => 70.0,
        }
    }
}

/// Where the questions are asked.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) folder: &'a Path,
    pub(crate) language: &'a str,
    pub(crate) lang: &'a Lang,
    pub(crate) segments: usize,
    pub(crate) words: &'a Tokeniser,
}

/// Lines with their scores, best first, for each question.
pub(crate) type Truth = Vec<Vec<(u32, f64)>>;

/// The truth for all questions: what is kept, and what is missing made and kept.
pub(crate) fn truth(
    place: Place<'_>,
    measure: Measure,
    questions: &[Question],
    threads: usize,
) -> Result<Truth, String> {
    let name = format!("truth.{}.{}.{}.tsv", place.language, place.segments, measure.name());
    let file = place.folder.join(name);
    let head = head(place, measure)?;
    let mut truth = std::fs::read_to_string(&file).ok().and_then(|text| parsed(&text, &head)).unwrap_or_default();
    if truth.len() < questions.len() {
        truth.extend(made(place, measure, &questions[truth.len()..], threads)?);
        let mut text = format!("{head}\n");
        for (question, best) in truth.iter().enumerate() {
            let best: Vec<String> = best.iter().map(|(line, score)| format!("{line}:{score}")).collect();
            writeln!(text, "{question}\t{}", best.join(" ")).unwrap();
        }
        std::fs::write(&file, text).map_err(|error| format!("Could not write `{}`: {error}.", file.display()))?;
    }
    truth.truncate(questions.len());
    Ok(truth)
}

/// Says what a truth is made from; where it differs it is made again.
fn head(place: Place<'_>, measure: Measure) -> Result<String, String> {
    let broken = |error| format!("Could not read `{}`: {error}.", place.folder.display());
    let questions = std::fs::read(place.folder.join(format!("queries.{}.tsv", place.language))).map_err(broken)?;
    let length = std::fs::metadata(place.folder.join("corpus.tsv")).map_err(broken)?.len();
    let rules = match measure {
        Measure::Characters => "as written".to_owned(),
        Measure::Score => format!("form {} {}", comparison::VERSION, place.words.version()),
    };
    Ok(format!("# questions {:016x}, corpus of {length} bytes, {rules}", xxh3_64(&questions)))
}

fn parsed(text: &str, head: &str) -> Option<Truth> {
    let rest = text.strip_prefix(head)?.strip_prefix('\n')?;
    let hit = |hit: &str| {
        let (line, score) = hit.split_once(':')?;
        Some((line.parse().ok()?, score.parse().ok()?))
    };
    rest.lines().map(|row| row.split_once('\t')?.1.split_whitespace().map(hit).collect()).collect()
}

fn made(place: Place<'_>, measure: Measure, questions: &[Question], threads: usize) -> Result<Truth, String> {
    let file = place.folder.join("corpus.tsv");
    let broken = |error: std::io::Error| format!("Could not read `{}`: {error}.", file.display());
    let pairs = read_pairs(&file, place.segments).map_err(broken)?;
    let source = Mutex::new((pairs, 0_u32));
    let ask = || questions.iter().map(|question| Asked::new(&question.text, measure, place)).collect::<Vec<_>>();
    let work = || -> std::io::Result<Vec<Best>> {
        let asked = ask();
        let mut best = vec![Best::new(measure.floor()); questions.len()];
        loop {
            let (first, texts) = {
                let mut source = source.lock().unwrap();
                let mut texts = Vec::with_capacity(LINES);
                for pair in source.0.by_ref().take(LINES) {
                    let pair = pair?;
                    texts.push(if place.language == "ja" { pair.ja } else { pair.en });
                }
                let first = source.1;
                source.1 += u32::try_from(texts.len()).unwrap();
                (first, texts)
            };
            if texts.is_empty() {
                return Ok(best);
            }
            let mut chunk = Chunk::new(&texts, measure, place);
            for (asked, best) in asked.iter().zip(&mut best) {
                chunk.compare(asked, best, first);
            }
        }
    };
    let found: Vec<Vec<Best>> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).collect::<std::io::Result<_>>()
    })
    .map_err(broken)?;
    let mut all = vec![Best::new(measure.floor()); questions.len()];
    for of_thread in found {
        for (all, best) in all.iter_mut().zip(of_thread) {
            best.hits.into_iter().for_each(|(line, score)| all.add(line, score));
        }
    }
    Ok(all.into_iter().map(Best::done).collect())
}

/// The best so far, ties of the last one included.
#[derive(Debug, Clone)]
pub(crate) struct Best {
    /// What a line must score to belong to the best.
    pub(crate) bar: f64,
    hits: Vec<(u32, f64)>,
    next: usize,
}

impl Best {
    fn new(floor: f64) -> Self {
        Self { bar: floor, hits: Vec::new(), next: 2 * LIMIT }
    }

    pub(crate) fn add(&mut self, line: u32, score: f64) {
        if score >= self.bar {
            self.hits.push((line, score));
        }
        if self.hits.len() >= self.next {
            self.cut();
            self.next = (2 * self.hits.len()).max(2 * LIMIT);
        }
    }

    fn cut(&mut self) {
        self.hits.sort_by(|one, other| other.1.total_cmp(&one.1).then(one.0.cmp(&other.0)));
        if let Some((_, score)) = self.hits.get(LIMIT - 1) {
            self.bar = *score;
        }
        self.hits.retain(|(_, score)| *score >= self.bar);
    }

    fn done(mut self) -> Vec<(u32, f64)> {
        self.cut();
        self.hits
    }
}

/// How many of the best were found, and how many there were to find.
pub(crate) fn found(best: &[(u32, f64)], lines: &[u32]) -> (usize, usize) {
    let known: FxHashSet<u32> = best.iter().map(|(line, _)| *line).collect();
    let given: FxHashSet<u32> = lines.iter().take(LIMIT).copied().collect();
    let wanted = best.len().min(LIMIT);
    (known.intersection(&given).count().min(wanted), wanted)
}
