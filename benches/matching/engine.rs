//! The engines that are measured: each is built from segments and answers queries.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use taiyaku::fuzzy::{
    Attributes, Distance, Index, IndexedSegment, LARGEST_PART, Origin, Query, RankAdjustment, Scratch, base,
    open_snapshot, write_snapshot,
};
use taiyaku::model::{Lang, Review, Revision, SegmentId};
use taiyaku::text::comparison::ComparisonForm;
use taiyaku::text::tokeniser::Tokeniser;

use super::truth::LIMIT;
use crate::tools::process_cpu;

/// The lowest score that is asked for.
pub(crate) const FLOOR: u8 = 70;

/// What stands for the rules of a file that is read back at once.
const RULES: &str = "bench";

/// Something that finds similar segments.
pub(crate) trait Engine {
    /// Its name in tables.
    fn name(&self) -> &'static str;
    /// The best lines with their scores, best first. What it takes to read the question belongs to it.
    fn find(&mut self, text: &str) -> Vec<(u32, u8)>;
    /// Bytes it holds.
    fn bytes(&self) -> usize;
    /// How often it did what, over all questions so far.
    fn work(&self) -> String {
        String::new()
    }
    /// Writes itself to a file and reads itself back; gives the bytes of the file and how long reading took.
    fn reload(&mut self, _file: &Path) -> Option<(u64, Duration)> {
        None
    }
}

/// How long making an engine took, in processor time.
#[derive(Debug, Default, Clone, Copy)]
pub(crate) struct Built {
    /// Normal forms, tokens and placeables.
    pub(crate) forms: Duration,
    /// Everything else.
    pub(crate) engine: Duration,
}

/// The index of the program.
pub(crate) struct ByIndex {
    index: Index,
    lang: Lang,
    words: Tokeniser,
    scratch: Scratch,
}

impl ByIndex {
    /// Takes texts as they come; their numbers are lines.
    pub(crate) fn build(texts: impl Iterator<Item = String>, lang: &Lang, words: &Tokeniser) -> (Self, Built) {
        let mut built = Built::default();
        let mut index = Index::new(lang.clone(), Revision::START);
        let mut texts = (0_i64..).zip(texts).peekable();
        while texts.peek().is_some() {
            let start = process_cpu();
            let some = texts.by_ref().take(LARGEST_PART);
            let entries: Vec<IndexedSegment> =
                some.filter_map(|(line, text)| entry(line, &text, lang, words)).collect();
            let ready = process_cpu();
            index = index.with_changes(&[], entries, Revision::new(1));
            built.forms += ready - start;
            built.engine += process_cpu() - ready;
        }
        let made = Self { index, lang: lang.clone(), words: words.clone(), scratch: Scratch::default() };
        (made, built)
    }
}

/// An imported, approved segment of an unknown document.
fn entry(line: i64, text: &str, lang: &Lang, words: &Tokeniser) -> Option<IndexedSegment> {
    let attributes = Attributes::default().with(Review::Approved, false, Origin::Imported, 1.0);
    IndexedSegment::new(SegmentId::new(line), text, &ComparisonForm::new(text, lang, words), attributes)
}

impl Engine for ByIndex {
    fn name(&self) -> &'static str {
        "taiyaku"
    }

    fn find(&mut self, text: &str) -> Vec<(u32, u8)> {
        let form = ComparisonForm::new(text, &self.lang, &self.words);
        let query = Query::new(text, &form, 0, FLOOR, LIMIT);
        let found = self.index.search(&query, |_| Some(RankAdjustment::default()), &|| false, &mut self.scratch);
        found.hits.iter().map(|hit| (u32::try_from(hit.id.get()).unwrap(), hit.score)).collect()
    }

    fn bytes(&self) -> usize {
        self.index.bytes()
    }

    fn work(&self) -> String {
        format!("{:?}, {} parts", self.scratch.work, self.index.parts())
    }

    fn reload(&mut self, file: &Path) -> Option<(u64, Duration)> {
        let mut out = BufWriter::new(File::create(file).ok()?);
        write_snapshot(&self.index, RULES, RULES, &mut out).ok()?;
        out.flush().ok()?;
        drop(out);
        let start = Instant::now();
        let bytes: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::new(std::fs::read(file).ok()?);
        let length = (*bytes).as_ref().len() as u64;
        let (index, _) = open_snapshot(&bytes, RULES).ok()?;
        let took = start.elapsed();
        self.index = index;
        Some((length, took))
    }
}

/// A comparison with every segment by `strsim`, as the score is defined: slow and beyond doubt.
pub(crate) struct Reference {
    known: Vec<Known>,
    lang: Lang,
    words: Tokeniser,
}

struct Known {
    text: String,
    form: ComparisonForm,
}

impl Known {
    fn new(text: String, lang: &Lang, words: &Tokeniser) -> Self {
        let form = ComparisonForm::new(&text, lang, words);
        Self { text, form }
    }

    fn tokens(&self) -> Vec<&str> {
        self.form.tokens.iter().map(|token| token.text.as_str()).collect()
    }

    fn score(&self, other: &Self) -> Option<u8> {
        let distance = |edits: usize, longest: usize| Distance {
            edits: u32::try_from(edits).unwrap(),
            longest: u32::try_from(longest).unwrap(),
        };
        let (ours, theirs) = (self.tokens(), other.tokens());
        let (chars, known) = (&self.form.chars, &other.form.chars);
        if [chars.len(), known.len(), ours.len(), theirs.len()].contains(&0) {
            return None;
        }
        let tokens = distance(strsim::generic_levenshtein(&ours, &theirs), ours.len().max(theirs.len()));
        let characters = distance(strsim::generic_levenshtein(chars, known), chars.len().max(known.len()));
        let short = chars.len().min(known.len()) <= 4 || ours.len().min(theirs.len()) <= 1;
        Some(match base(characters, tokens) {
            100 if self.text == other.text => 100,
            100 if self.form.normal == other.form.normal => 99,
            100 => 98,
            base if short && base < 75 => 0,
            base => base,
        })
    }
}

impl Reference {
    /// Takes texts as they come; their numbers are lines.
    pub(crate) fn build(texts: impl Iterator<Item = String>, lang: &Lang, words: &Tokeniser) -> (Self, Built) {
        let start = process_cpu();
        let known = texts.map(|text| Known::new(text, lang, words)).collect();
        let built = Built { forms: process_cpu() - start, engine: Duration::ZERO };
        (Self { known, lang: lang.clone(), words: words.clone() }, built)
    }
}

impl Engine for Reference {
    fn name(&self) -> &'static str {
        "reference"
    }

    fn find(&mut self, text: &str) -> Vec<(u32, u8)> {
        let asked = Known::new(text.to_owned(), &self.lang, &self.words);
        let scores = (0_u32..).zip(&self.known).filter_map(|(line, known)| Some((line, asked.score(known)?)));
        let mut hits: Vec<(u32, u8)> = scores.filter(|(_, score)| *score >= FLOOR).collect();
        hits.sort_by_key(|(line, score)| (std::cmp::Reverse(*score), *line));
        hits.truncate(LIMIT);
        hits
    }

    fn bytes(&self) -> usize {
        let of = |known: &Known| known.text.len() + 4 * known.form.chars.len() + 8 * known.form.tokens.len();
        self.known.iter().map(of).sum()
    }
}

/// How long something took on the wall.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let start = Instant::now();
    let made = work();
    (made, start.elapsed())
}
