//! Imports JSON Lines of another term base.
//!
//! A line that cannot be used is left out and reported with its column; fields that are not known are reported, too. The
//! witnesses of terms and definitions stay with them. What is not read back is about the base the file is from: the numbers of
//! its projects, revisions and releases, conflicts, and the file a segment came from there.

use std::io::Read;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::error::Category;

use super::records::{
    ConceptRecord, Counts, DefinitionRecord, EvidenceRecord, FORMAT, HeaderRecord, LineType, SegmentRecord, TermRecord,
    VERSION, fit,
};
use crate::exchange::cleaning::{self, is_blank};
use crate::exchange::input::{Lines, Window};
use crate::exchange::item::{Fault, Item, Name, NameEvidence, RowProblem, TermDefinition, TermRow, Unit};
use crate::exchange::limits;
use crate::exchange::reader::ItemReader;
use crate::model::{Neighbours, Provenance, Review, Span};

/// The most fields that are named in one report.
const NAMED: usize = 8;

/// The most characters of a word of the file that are quoted.
const QUOTED: usize = 40;

/// Reads JSON Lines; holds one line.
#[derive(Debug)]
pub(in crate::exchange) struct Reader<R: Read> {
    lines: Lines<R>,
    /// What the first line announced; none before it is read.
    announced: Option<Option<Counts>>,
    found: Counts,
    /// Lines that could not be read to their end.
    unreadable: usize,
    rows: u64,
    ended: bool,
}

impl<R: Read> Reader<R> {
    pub(in crate::exchange) fn new(window: Window<R>) -> Self {
        Self {
            lines: Lines::new(window),
            announced: None,
            found: Counts::default(),
            unreadable: 0,
            rows: 0,
            ended: false,
        }
    }

    /// The next record, or what is to be said of the first line; none at the end of the file.
    fn next(&mut self) -> Option<Result<Item, RowProblem>> {
        loop {
            let encoding = self.lines.encoding();
            let line = match self.lines.next(self.rows + 1) {
                Ok(Some(line)) => line,
                Ok(None) => {
                    self.ended = true;
                    return self.shortfall().map(|fault| Err(RowProblem { line: 1, unit: 0, fault }));
                }
                Err(problem) => {
                    self.ended = true;
                    return Some(Err(problem));
                }
            };
            let (number, text) = (line.number, line.text.trim_start_matches('\u{feff}'));
            if is_blank(text) {
                continue;
            }
            if self.announced.is_none() {
                let problem = |fault| Some(Err(RowProblem { line: number, unit: 0, fault }));
                match header(text) {
                    Ok((header, unknown)) => {
                        self.announced = Some(header.counts);
                        match unknown {
                            Some(doubt) => return problem(doubt),
                            None => continue,
                        }
                    }
                    Err(fault) => {
                        self.ended = true;
                        return problem(fault);
                    }
                }
            }
            let item = match text {
                text if text.contains('\u{fffd}') => Err(Problem::of_line(Fault::Undecodable { encoding })),
                text if text.len() > limits::PIECE => Err(Problem::of_line(Fault::UnitTooLarge)),
                text => record(text, number),
            };
            self.rows += 1;
            self.count(&item);
            return Some(item.map_err(|problem| RowProblem { line: number, unit: self.rows, fault: problem.fault }));
        }
    }

    fn count(&mut self, item: &Result<Item, Problem>) {
        let kind = match item {
            Ok(Item::Term(_)) => Some(RecordKind::Concept),
            Ok(Item::Pair(_)) => Some(RecordKind::Segment),
            // A line that ends within a value is not there as a whole.
            Err(Problem { is_cut: true, .. }) => return,
            Err(problem) => problem.kind,
        };
        match kind {
            Some(RecordKind::Concept) => self.found.concepts += 1,
            Some(RecordKind::Segment) => self.found.segments += 1,
            None => self.unreadable += 1,
        }
    }

    /// What is missing of what the first line announced.
    fn shortfall(&self) -> Option<Fault> {
        let Some(announced) = self.announced else {
            return Some(Fault::broken_file("The file is empty."));
        };
        let announced = announced?;
        let total = |counts: Counts| counts.concepts.saturating_add(counts.segments);
        let fits = match self.unreadable {
            0 => announced == self.found,
            unreadable => total(announced) <= total(self.found).saturating_add(unreadable),
        };
        let said = |Counts { concepts, segments }| {
            format!("{} and {}", counted(concepts, "concept"), counted(segments, "segment"))
        };
        (!fits).then(|| Fault::Incomplete { announced: said(announced), found: said(self.found) })
    }
}

impl<R: Read> ItemReader for Reader<R> {
    fn next_item(&mut self) -> Option<Result<Item, RowProblem>> {
        if self.ended { None } else { self.next() }
    }

    fn taken(&self) -> u64 {
        self.lines.taken()
    }
}

/// What a record is.
#[derive(Debug, Clone, Copy)]
enum RecordKind {
    Concept,
    Segment,
}

/// Why a line cannot be used.
#[derive(Debug)]
struct Problem {
    fault: Fault,
    /// What the line is, as far as that is known.
    kind: Option<RecordKind>,
    /// Whether the line ends within a value.
    is_cut: bool,
}

impl Problem {
    /// A line of which nothing is known.
    fn of_line(fault: Fault) -> Self {
        Self { fault, kind: None, is_cut: false }
    }
}

/// A line that cannot be read: where, and why. The message never holds a text of the file.
fn unreadable(line: &str, error: &serde_json::Error) -> Fault {
    let read = line.get(..line.floor_char_boundary(error.column().saturating_sub(1))).unwrap_or_default();
    let column = u64::try_from(read.chars().count() + 1).unwrap_or(u64::MAX);
    let said = error.to_string();
    let said = said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said);
    if matches!(error.classify(), Category::Syntax | Category::Eof | Category::Io) {
        return Fault::NotJson { column, problem: said.to_owned() };
    }
    // In front of what is expected stands what was found, which may be a translation.
    let expected = said.rsplit_once("expected ").map(|(_, expected)| format!("expected {expected}"));
    let problem = match (said.starts_with("missing field"), expected) {
        (true, _) => said.to_owned(),
        (false, Some(expected)) => expected,
        (false, None) => "it is not one of the words or forms the field has".to_owned(),
    };
    Fault::ValueInvalid { column, problem }
}

/// A line as `T`, and the fields of it that are not known.
fn parsed<T: DeserializeOwned>(line: &str) -> Result<(T, Option<Fault>), serde_json::Error> {
    let mut json = serde_json::Deserializer::from_str(line);
    let (mut names, mut more): (Vec<String>, bool) = (Vec::new(), false);
    let record = serde_ignored::deserialize(&mut json, |path| {
        if names.len() < NAMED {
            names.push(format!("`{}`", quoted(&path.to_string().replace(".?", ""))));
        } else {
            more = true;
        }
    })?;
    json.end()?;
    let mut fields = names.join(", ");
    if more {
        fields.push_str(", …");
    }
    Ok((record, (!fields.is_empty()).then_some(Fault::FieldsUnknown { fields })))
}

/// The beginning of a word of the file.
fn quoted(word: &str) -> String {
    word.chars().filter(|letter| !letter.is_control()).take(QUOTED).collect()
}

/// The first line, and a doubt about it.
///
/// # Errors
/// `broken_file` if it is not that of the format, `unknown_version`.
fn header(line: &str) -> Result<(HeaderRecord, Option<Fault>), Fault> {
    #[derive(Deserialize)]
    struct Mark {
        #[serde(default)]
        format: serde_json::Value,
        #[serde(default)]
        version: serde_json::Value,
    }
    let broken = |error: &serde_json::Error| match unreadable(line, error) {
        Fault::NotJson { column, problem } | Fault::ValueInvalid { column, problem } => {
            Fault::broken_file(format!("its first line cannot be used: {problem}, at column {column}."))
        }
        other => other,
    };
    let mark: Mark = serde_json::from_str(line).map_err(|error| broken(&error))?;
    if mark.format.as_str() != Some(FORMAT) {
        let problem = "its first line does not say what it is. A file begins with `{\"type\":\"header\",\"format\":\"taiyaku\",\"version\":1}`.";
        return Err(Fault::broken_file(problem));
    }
    if mark.version.as_u64() != Some(u64::from(VERSION)) {
        return Err(Fault::UnknownVersion { found: quoted(&mark.version.to_string()), known: VERSION });
    }
    parsed(line).map_err(|error| broken(&error))
}

/// The record on a line.
fn record(line: &str, number: u64) -> Result<Item, Problem> {
    let problem = |error: &serde_json::Error, kind| Problem {
        fault: unreadable(line, error),
        kind,
        is_cut: error.classify() == Category::Eof,
    };
    let LineType { kind } = serde_json::from_str(line).map_err(|error| problem(&error, None))?;
    match kind.as_str() {
        "concept" => {
            let kind = Some(RecordKind::Concept);
            let (record, doubt) = parsed::<ConceptRecord>(line).map_err(|error| problem(&error, kind))?;
            let row = concept(record, number).map_err(|fault| Problem { fault, kind, is_cut: false })?;
            Ok(Item::Term(TermRow { doubts: doubt.into_iter().collect(), ..row }))
        }
        "segment" => {
            let kind = Some(RecordKind::Segment);
            let (record, doubt) = parsed::<SegmentRecord>(line).map_err(|error| problem(&error, kind))?;
            let unit = segment(record, number).map_err(|fault| Problem { fault, kind, is_cut: false })?;
            Ok(Item::Pair(Unit { doubts: doubt.into_iter().collect(), ..unit }))
        }
        other => Err(Problem::of_line(Fault::RecordUnknown { kind: quoted(other) })),
    }
}

fn concept(record: ConceptRecord, line: u64) -> Result<TermRow, Fault> {
    let notes = record.notes.iter().map(|note| cleaning::lines(note)).filter(|note| !note.is_empty());
    let row = TermRow {
        names: record.terms.into_iter().map(name).collect::<Result<_, _>>()?,
        concept: Some(record.id.to_string()),
        field: record.field.as_deref().map(cleaning::line).filter(|field| !field.is_empty()),
        definitions: record.definitions.into_iter().filter_map(definition).collect(),
        notes: notes.collect(),
        states_each_name: true,
        line,
        ..TermRow::default()
    };
    if row.names.is_empty() { Err(Fault::TermMissing) } else { Ok(row) }
}

fn name(term: TermRecord) -> Result<Name, Fault> {
    let text = cleaning::line(&term.text);
    if is_blank(&text) {
        return Err(Fault::TermMissing);
    }
    let (reading, reading_origin) = term.reading.map(|reading| (cleaning::line(&reading.kana), reading.origin)).unzip();
    Ok(Name {
        kind: term.kind,
        reading,
        reading_origin,
        part_of_speech: term.part_of_speech,
        usage: Some(term.usage),
        review: Some(term.review),
        confidence: Some(cleaning::probability(term.confidence)),
        evidence: term.evidence.into_iter().map(evidence).collect(),
        ..Name::new(term.lang, &text)
    })
}

fn evidence(record: EvidenceRecord) -> NameEvidence {
    NameEvidence {
        method: record.method,
        span: record.span.filter(|[start, end]| start <= end).map(|[start, end]| Span::new(start, end)),
        snippet: record.snippet.as_deref().map(cleaning::text),
        confidence: if record.confidence.is_nan() { 0.0 } else { record.confidence.clamp(0.0, 1.0) },
        origin: record.from,
    }
}

fn definition(record: DefinitionRecord) -> Option<TermDefinition> {
    let text = cleaning::lines(&record.text);
    (!text.is_empty()).then_some(TermDefinition { lang: record.lang, text, origin: Some(record.from) })
}

fn segment(record: SegmentRecord, line: u64) -> Result<Unit, Fault> {
    if record.source_lang == record.target_lang {
        let problem = format!("source and target language are both `{}`", record.source_lang);
        return Err(Fault::BrokenRow { problem: format!("{problem}. Correct one of them.") });
    }
    let (source, target) = (cleaning::text(&record.source), cleaning::text(&record.target));
    if is_blank(&source) {
        return Err(Fault::EmptySource);
    }
    if is_blank(&target) {
        return Err(Fault::Untranslated { lang: record.target_lang });
    }
    if source.len() + target.len() > limits::UNIT {
        return Err(Fault::UnitTooLarge);
    }
    if !fit(&record.codes.source, &source) || !fit(&record.codes.target, &target) {
        return Err(Fault::broken_row("the inline codes do not fit their texts. Correct `codes`, or leave it out."));
    }
    Ok(Unit {
        source_lang: record.source_lang,
        target_lang: record.target_lang,
        source,
        target,
        draft: record.review == Review::Candidate,
        approved: record.review == Review::Approved,
        confidence: Some(if record.confidence.is_nan() { 0.0 } else { record.confidence.clamp(0.0, 1.0) }),
        provenance: Provenance {
            origin: String::new(),
            field: record.field,
            document: record.document,
            key: record.key,
            neighbours: Neighbours {
                before: record.before.and_then(|number| number.parse().ok()),
                after: record.after.and_then(|number| number.parse().ok()),
            },
            created_at: record.created_at,
            author: record.author,
            codes: record.codes,
        },
        line,
        doubts: Vec::new(),
    })
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}
