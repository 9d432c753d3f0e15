//! Reads a file of translations or terms into batches that are ready to be stored.
//!
//! Reading, decoding and computing keys run on a separate thread, which is never more than two batches ahead, so memory
//! use does not depend on the size of the file.

use std::fs::File;
use std::io::{Cursor, ErrorKind, Read};

use sha2::{Digest, Sha256};
use tokio::sync::mpsc::Sender;

use super::outcome::shortened;
use super::row::NumberedRow;
use super::terms::{concept_name, default_use, source_format};
use crate::app::AppError;
use crate::app::hexadecimal::hexadecimal;
use crate::app::ingest::Input;
use crate::exchange::{Fault, FileFormat, FileHint, Item, Reader, RowProblem, TableColumn, TermRow, Unit};
use crate::model::{Lang, LangPair, Provenance, Review, Segment, SourceFacts};
use crate::store::{NewSegment, SourceUse};
use crate::text::key::Key;

/// Segments read at once; how many of them are stored in one transaction depends on how long that takes.
const UNITS: usize = 10_000;

/// Rows read at once if each becomes a concept, which takes longer.
const TERMS: usize = 1_000;

/// The largest number of rows of one concept that are kept in one batch.
const TOGETHER: usize = 1_000;

/// Bytes of text after which a batch is full, however few its segments.
const BYTES: usize = 8 << 20;

/// The most pairs of languages noted of one batch.
const MOST_LANGUAGES: usize = 16;

/// Confidence of an imported pair that nobody has reviewed.
pub(in crate::app) const DRAFT: f64 = 0.5;

/// A segment with owned data.
#[derive(Debug)]
pub(super) struct Row {
    /// Its number in the file, from 1.
    pub(super) number: u64,
    /// Its line in the file, from 1.
    pub(super) line: u64,
    segment: Segment,
    key: String,
    review: Review,
    provenance: Provenance,
}

impl Row {
    /// The row of a unit of the file `origin`. Where a person says so, what the file does not call a draft counts as
    /// approved.
    fn new(unit: Unit, number: u64, origin: &str, approved: bool) -> Self {
        let key = Key::new(&unit.source, &unit.source_lang).map(|key| key.exact).unwrap_or_default();
        let review = match (unit.draft, approved || unit.approved) {
            (true, _) => Review::Candidate,
            (false, true) => Review::Approved,
            (false, false) => Review::Suggested,
        };
        Self {
            number,
            line: unit.line,
            key,
            review,
            segment: Segment {
                source_lang: unit.source_lang,
                target_lang: unit.target_lang,
                source: unit.source,
                target: unit.target,
                confidence: unit.confidence.unwrap_or(if unit.draft { DRAFT } else { 1.0 }),
            },
            provenance: Provenance { origin: origin.to_owned(), ..unit.provenance },
        }
    }

    /// Its texts in one line, shortened.
    pub(super) fn text(&self) -> String {
        format!("{} → {}", shortened(&self.segment.source), shortened(&self.segment.target))
    }

    /// As the store takes it.
    pub(super) fn as_new(&self) -> NewSegment<'_> {
        NewSegment { segment: &self.segment, source_key: &self.key, review: self.review, provenance: &self.provenance }
    }
}

/// A batch of items of a file, in order.
#[derive(Debug, Default)]
pub(super) struct Batch {
    /// Segments to store.
    pub(super) rows: Vec<Row>,
    /// The pairs of languages of its items, each once; a file repeats a few of them.
    pub(super) languages: Vec<LangPair>,
    /// Term rows to store, for a file of terms.
    pub(super) terms: Vec<NumberedRow>,
    /// Rows that cannot be used, each with its number in the file, from 1.
    pub(super) refused: Vec<(u64, RowProblem)>,
    /// The facts the file has stated about itself so far.
    pub(super) facts: SourceFacts,
    /// Number of items of the file in this batch, usable or not.
    pub(super) items: u64,
    /// Whether an interrupted import has stored these already.
    pub(super) kept_before: bool,
    /// Problems a person should look at.
    pub(super) problems: Vec<RowProblem>,
    /// Bytes of the file read up to here.
    pub(super) taken: u64,
    /// The format of the file.
    pub(super) format: Option<FileFormat>,
    /// The columns of a table of terms.
    pub(super) columns: Vec<TableColumn>,
    /// Whether this is the last batch.
    pub(super) ends: bool,
    /// Why reading had to stop, if it did.
    pub(super) broken: Option<RowProblem>,
    weight: usize,
}

impl Batch {
    /// Adds an item of the file `origin` that is to be kept.
    fn push(&mut self, item: Item, number: u64, origin: &str, approved: bool) {
        match item {
            Item::Pair(unit) => {
                self.weight += unit.source.len() + unit.target.len();
                self.rows.push(Row::new(unit, number, origin, approved));
            }
            Item::Term(mut row) => {
                self.weight += row.names.iter().map(|name| name.text.len()).sum::<usize>();
                if approved {
                    // Applies to the whole file, except where the file says otherwise.
                    let open = row.names.iter_mut().filter(|name| name.usage.is_none() && name.review.is_none());
                    open.for_each(|name| name.review = Some(Review::Approved));
                }
                self.terms.push(NumberedRow { number, row });
            }
        }
    }

    /// Lists what a person should look at in a row that can be used.
    fn note_doubts(&mut self, item: &mut Item, unit: u64) {
        let (line, doubts) = match item {
            Item::Term(row) => (row.line, &mut row.doubts),
            Item::Pair(pair) => (pair.line, &mut pair.doubts),
        };
        let problem = |fault: Fault| RowProblem { line: fault.line().unwrap_or(line), unit, fault };
        self.problems.extend(doubts.drain(..).map(problem));
    }

    fn language_pair(&mut self, source: &Lang, target: &Lang) {
        let is_new = |pair: &LangPair| pair.source != *source || pair.target != *target;
        if self.languages.len() < MOST_LANGUAGES && self.languages.iter().all(is_new) {
            self.languages.push(LangPair { source: source.clone(), target: target.clone() });
        }
    }

    fn is_full(&self, most: usize) -> bool {
        self.items >= u64::try_from(most).unwrap_or(u64::MAX) || self.weight >= BYTES
    }

    /// Whether a row belongs to the same concept as the last one. Very large concepts are split between batches.
    fn goes_on_with(&self, row: &TermRow, most: usize) -> bool {
        self.items < u64::try_from(most + TOGETHER).unwrap_or(u64::MAX)
            && self.terms.last().is_some_and(|last| concept_name(&last.row) == concept_name(row))
    }
}

/// A file to read, and how to read it.
#[derive(Debug)]
pub(super) struct ReadJob {
    /// The file.
    pub(super) input: Input,
    /// What the caller says about it.
    pub(super) hint: FileHint,
    /// Whether its translations count as approved.
    pub(super) approved: bool,
    /// Whether its translations count as drafts.
    pub(super) proposed: bool,
    /// Whether terms become concepts or are only looked up, if specified.
    pub(super) kept: Option<SourceUse>,
    /// Number of items stored by an earlier, interrupted import.
    pub(super) done: u64,
}

/// Turns the item into a draft if it is only proposed. What a proposal says of usage and review decides nothing.
fn as_draft(item: Item, proposed: bool) -> Item {
    match item {
        Item::Pair(unit) if proposed => Item::Pair(Unit { draft: true, approved: false, confidence: None, ..unit }),
        Item::Term(mut row) if proposed => {
            for name in &mut row.names {
                (name.usage, name.review) = (None, None);
                // What a proposal says of other witnesses is no more than its own word.
                name.evidence.clear();
            }
            Item::Term(row)
        }
        item => item,
    }
}

/// The SHA-256 hash of a file in hexadecimal, and its size.
pub(super) fn hash(input: &Input, name: &str) -> Result<(String, u64), AppError> {
    let file = |source| AppError::File { name: name.to_owned(), source };
    let (mut bytes, mut hash, mut size) = (open(input).map_err(file)?, Sha256::new(), 0);
    let mut buffer = vec![0; 1 << 20];
    loop {
        let read = match bytes.read(&mut buffer) {
            Ok(0) => break,
            Ok(read) => read,
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            Err(error) => return Err(file(error)),
        };
        hash.update(buffer.get(..read).unwrap_or_default());
        size += u64::try_from(read).unwrap_or_default();
    }
    Ok((hexadecimal(&hash.finalize()), size))
}

fn open(input: &Input) -> std::io::Result<Box<dyn Read + '_>> {
    Ok(match input {
        Input::File(path) => Box::new(File::open(path)?),
        Input::Bytes(bytes) => Box::new(Cursor::new(bytes)),
        Input::Web(_) => return Err(ErrorKind::Unsupported.into()),
    })
}

/// The problem of a file that is a picture, whatever its name: some encodings of Japanese take its bytes for text.
fn picture(input: &Input, name: &str) -> Option<RowProblem> {
    let mut head = Vec::new();
    open(input).ok()?.take(64).read_to_end(&mut head).ok()?;
    match crate::read::media(&head, name) {
        Err(crate::read::ReadError::UnknownFormat { seems }) if seems.contains("picture") => {
            let fault = Fault::UnknownFormat { seems: seems.to_owned() };
            Some(RowProblem { line: 1, unit: 0, fault })
        }
        _ => None,
    }
}

/// Reads the file to its end, or until the receiver is dropped. The last batch is marked.
pub(super) fn read(work: &ReadJob, batches: &Sender<Batch>) {
    let opened = open(&work.input).map_err(|error| RowProblem::unreadable(&error));
    let opened = opened.and_then(|bytes| picture(&work.input, &work.hint.name).map_or(Ok(bytes), Err));
    let reader = opened.and_then(|bytes| Reader::open(bytes, &work.hint));
    let mut reader = match reader {
        Ok(reader) => reader,
        Err(problem) => {
            let _ = batches.blocking_send(Batch { ends: true, broken: Some(problem), ..Batch::default() });
            return;
        }
    };
    let (mut seen, format) = (0, reader.format());
    let kept = work.kept.unwrap_or_else(|| default_use(format));
    let most = if source_format(format).is_some() && kept == SourceUse::Terms { TERMS } else { UNITS };
    let mut batch = Batch { kept_before: work.done > 0, ..Batch::default() };
    loop {
        let item = reader.next();
        // Adjacent rows of one concept stay in one batch, because the later ones add to the first.
        let goes_on = matches!(&item, Some(Ok(Item::Term(row))) if batch.goes_on_with(row, most));
        let all_kept = batch.kept_before && seen + batch.items >= work.done;
        if (batch.is_full(most) && !goes_on) || all_kept {
            seen += batch.items;
            let next = Batch { kept_before: seen < work.done, taken: batch.taken, ..Batch::default() };
            if batches.blocking_send(std::mem::replace(&mut batch, next)).is_err() {
                return;
            }
        }
        batch.taken = reader.taken();
        (batch.format, batch.facts) = (Some(format), reader.facts());
        if batch.columns.is_empty() {
            batch.columns = reader.columns().to_vec();
        }
        let Some(item) = item else { break };
        match item {
            Err(problem) if problem.fault.ends_the_file() => {
                batch.broken = Some(problem);
                break;
            }
            // A doubt about the file is no row of it.
            Err(problem) if problem.fault.is_doubt() => batch.problems.push(problem),
            Err(problem) => {
                batch.items += 1;
                if !batch.kept_before {
                    batch.refused.push((seen + batch.items, problem.clone()));
                }
                if problem.fault.is_worth_a_look() {
                    batch.problems.push(problem);
                }
            }
            Ok(mut item) => {
                batch.items += 1;
                batch.note_doubts(&mut item, seen + batch.items);
                if let Item::Pair(unit) = &item {
                    batch.language_pair(&unit.source_lang, &unit.target_lang);
                }
                if !batch.kept_before {
                    let number = seen + batch.items;
                    batch.push(as_draft(item, work.proposed), number, &work.hint.name, work.approved);
                }
            }
        }
    }
    batch.ends = true;
    let _ = batches.blocking_send(batch);
}
