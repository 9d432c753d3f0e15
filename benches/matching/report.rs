//! Reports times and hits as a table for people and a JSON file for `peers/compare.py`.

use std::path::Path;
use std::time::Duration;

use serde_json::json;

use super::engine::Built;
use super::truth::{LIMIT, found};
use crate::corpus::Question;
use crate::tools::{Times, load_average};

/// What was measured.
#[derive(Debug, Default)]
pub(crate) struct Report {
    pub(crate) engine: String,
    pub(crate) language: String,
    pub(crate) segments: usize,
    pub(crate) times: Times,
    pub(crate) build: Built,
    pub(crate) build_wall: Duration,
    /// Bytes the engine says it holds.
    pub(crate) memory: usize,
    /// Bytes by which the process has grown.
    pub(crate) resident: u64,
    /// Bytes of the engine on disk, and how long it took to be read back.
    pub(crate) file: Option<(u64, Duration)>,
    pub(crate) note: String,
    by_score: Share,
    by_characters: Share,
    /// Questions whose hits do not have the scores of the best, the first few of them.
    wrong: Vec<usize>,
    answered: usize,
}

/// Hits found of hits that are there.
#[derive(Debug, Default, Clone, Copy)]
struct Share {
    found: usize,
    wanted: usize,
}

impl Share {
    fn add(&mut self, (found, wanted): (usize, usize)) {
        self.found += found;
        self.wanted += wanted;
    }

    fn value(self) -> Option<f64> {
        (self.wanted > 0).then(|| self.found as f64 / self.wanted as f64)
    }

    fn shown(self) -> String {
        self.value().map_or_else(|| "-".to_owned(), |value| format!("{value:.4}"))
    }
}

impl Report {
    /// Holds the hits of a question against both truths.
    pub(crate) fn compare(
        &mut self,
        question: usize,
        hits: &[(u32, u8)],
        score: &[(u32, f64)],
        characters: &[(u32, f64)],
    ) {
        let lines: Vec<u32> = hits.iter().map(|(line, _)| *line).collect();
        self.by_score.add(found(score, &lines));
        self.by_characters.add(found(characters, &lines));
        self.answered += usize::from(!score.is_empty());
        let scores: Vec<f64> = hits.iter().map(|(_, score)| f64::from(*score)).collect();
        let best: Vec<f64> = score.iter().map(|(_, score)| *score).take(LIMIT).collect();
        if scores != best {
            self.wrong.push(question);
        }
    }

    pub(crate) fn print(&self, questions: &[Question]) {
        let times = &self.times;
        println!("{}, {} segments in {}, {} questions", self.engine, self.segments, self.language, questions.len());
        println!("  processor time per question   mean {:.3} ms", times.mean());
        for percent in [50, 90, 99, 100] {
            println!("    {percent:>3} % within               {:.3} ms", times.percentile(percent));
        }
        for (name, of) in by_kind(questions, times).into_iter().chain(by_length(questions, times)) {
            println!(
                "    {name:<24} {:>4}   mean {:.3} ms, 99 % within {:.3} ms",
                of.all().len(),
                of.mean(),
                of.percentile(99)
            );
        }
        println!(
            "  recall of the ten best        {} by score, {} by characters",
            self.by_score.shown(),
            self.by_characters.shown()
        );
        println!(
            "  questions with a match        {}, answered with other scores than the best {}",
            self.answered,
            self.wrong.len()
        );
        if let Some(first) = self.wrong.first() {
            println!("    the first: question {first}: {}", questions[*first].text);
        }
        let Built { forms, engine } = self.build;
        println!(
            "  built in                      {forms:.1?} for forms and words, {engine:.1?} for the rest, {:.1?} on the wall",
            self.build_wall
        );
        println!(
            "  memory                        {} MiB held, {} MiB more in the process",
            self.memory >> 20,
            self.resident >> 20
        );
        if let Some((bytes, time)) = self.file {
            println!("  as a file                     {} MiB, read back in {time:.1?}", bytes >> 20);
        }
        println!("  load average                  {}", load_average().unwrap_or_default());
        println!("  {}", self.note);
    }

    /// Writes `results/ENGINE.LANGUAGE.SEGMENTS.json` in the folder of the corpus.
    pub(crate) fn write(&self, folder: &Path) -> Result<(), String> {
        let times = &self.times;
        let rounded = |time: f64| (time * 1e6).round() / 1e6;
        let value = json!({
            "engine": self.engine,
            "language": self.language,
            "segments": self.segments,
            "queries": times.all().len(),
            "mean_ms": rounded(times.mean()),
            "p50_ms": rounded(times.percentile(50)),
            "p90_ms": rounded(times.percentile(90)),
            "p99_ms": rounded(times.percentile(99)),
            "recall": self.by_score.value(),
            "recall_score": self.by_score.value(),
            "recall_characters": self.by_characters.value(),
            "memory_bytes": self.memory,
            "resident_bytes": self.resident,
            "build_seconds": (self.build.forms + self.build.engine).as_secs_f64(),
            "load_average": load_average(),
            "note": self.note,
            "times_ms": times.all().iter().copied().map(rounded).collect::<Vec<f64>>(),
        });
        let results = folder.join("results");
        let file = results.join(format!("{}.{}.{}.json", self.engine, self.language, self.segments));
        let written = std::fs::create_dir_all(&results).and_then(|()| std::fs::write(&file, format!("{value}\n")));
        written.map_err(|error| format!("Could not write `{}`: {error}.", file.display()))
    }
}

fn by_kind(questions: &[Question], times: &Times) -> Vec<(String, Times)> {
    let mut kinds: Vec<&str> = questions.iter().map(|question| question.kind.as_str()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds.into_iter().map(|kind| (kind.to_owned(), some(questions, times, |question| question.kind == kind))).collect()
}

fn by_length(questions: &[Question], times: &Times) -> Vec<(String, Times)> {
    let borders = [0, 16, 32, 64, 128, 256, usize::MAX];
    let of = |pair: &[usize]| {
        let (from, end) = (pair[0], pair[1]);
        let some = some(questions, times, |question| (from..end).contains(&question.text.chars().count()));
        let name = if end == usize::MAX {
            format!("{from} characters or more")
        } else {
            format!("{from}-{} characters", end - 1)
        };
        (name, some)
    };
    borders.windows(2).map(of).filter(|(_, times)| !times.all().is_empty()).collect()
}

fn some(questions: &[Question], times: &Times, wanted: impl Fn(&Question) -> bool) -> Times {
    let mut some = Times::default();
    let of = questions.iter().zip(times.all()).filter(|(question, _)| wanted(question));
    of.for_each(|(_, time)| some.add(Duration::from_secs_f64(time / 1e3)));
    some
}
