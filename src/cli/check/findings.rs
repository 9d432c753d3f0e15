//! Findings with their locations in the files of a draft.

use serde::Serialize;

use super::drafts::{Draft, FileText, LineColumn};
use crate::model::{Finding, Place, Replaced, Rule, Severity, Side, Span};

/// A finding with its locations.
#[derive(Debug, Serialize)]
pub(super) struct FileFinding {
    pub(super) rule: Rule,
    pub(super) severity: Severity,
    pub(super) message: String,
    /// The main location: in the translation, or in the source where something is missing from the translation.
    pub(super) place: Location,
    /// Index of the segment in the draft, from 0.
    pub(super) segment: usize,
    /// The key of the segment in the file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) segment_key: Option<String>,
    pub(super) source: Excerpt,
    pub(super) target: Excerpt,
    pub(super) fixes: Vec<FileFix>,
    pub(super) related: Vec<FileRelated>,
    pub(super) key: String,
}

/// A text with the spans the finding is about.
#[derive(Debug, Serialize)]
pub(super) struct Excerpt {
    pub(super) text: String,
    /// In bytes of the text.
    pub(super) spans: Vec<Span>,
}

/// A span of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Location {
    pub(super) file: String,
    /// In bytes of the file's text.
    pub(super) span: Span,
    pub(super) start: LineColumn,
    pub(super) end: LineColumn,
}

/// A change that would solve the problem.
#[derive(Debug, Serialize)]
pub(super) struct FileFix {
    pub(super) title: String,
    /// As text of the file format.
    pub(super) changes: Vec<FileChange>,
}

/// New text for a span of a file.
#[derive(Debug, Serialize)]
pub(super) struct FileChange {
    pub(super) place: Location,
    pub(super) text: String,
}

/// Another location that explains the finding.
#[derive(Debug, Serialize)]
pub(super) struct FileRelated {
    pub(super) place: Location,
    pub(super) message: String,
}

impl FileFinding {
    /// A finding of `draft`.
    pub(super) fn new(finding: Finding, draft: &Draft) -> Self {
        let excerpt = |side: Side, spans: &[Span]| {
            let passage = draft.document.units.get(finding.unit).and_then(|unit| unit.passage(side));
            Excerpt {
                text: passage.map(|passage| passage.text().to_owned()).unwrap_or_default(),
                spans: spans.to_vec(),
            }
        };
        let (side, span) = match (finding.target.first(), finding.source.first()) {
            (Some(span), _) => (Side::Target, *span),
            (None, Some(span)) => (Side::Source, *span),
            (None, None) => (Side::Target, Span::default()),
        };
        let place = place(draft, &Place { unit: finding.unit, side, span });
        let fixes =
            finding.fixes.iter().map(|fix| FileFix { title: fix.title.clone(), changes: changes(draft, &fix.changes) });
        let related = finding
            .related
            .iter()
            .map(|related| FileRelated { place: self::place(draft, &related.place), message: related.message.clone() });
        Self {
            rule: finding.rule,
            severity: finding.severity,
            source: excerpt(Side::Source, &finding.source),
            target: excerpt(Side::Target, &finding.target),
            fixes: fixes.collect(),
            related: related.collect(),
            place,
            segment: finding.unit,
            segment_key: draft.document.units.get(finding.unit).and_then(|unit| unit.key.clone()),
            message: finding.message,
            key: finding.key,
        }
    }
}

/// The location of a span of a segment.
fn place(draft: &Draft, place: &Place) -> Location {
    let unit = draft.document.units.get(place.unit);
    match unit.and_then(|unit| unit.passage(place.side)) {
        Some(passage) => in_file(draft, passage.file(), passage.stretch_of(place.span)),
        None => in_file(draft, 0, unit.map(|unit| unit.span).unwrap_or_default()),
    }
}

fn in_file(draft: &Draft, file: usize, span: Span) -> Location {
    let at = |file: &FileText, byte: usize| file.at(byte);
    match draft.files.get(file) {
        Some(file) => Location { file: file.name.clone(), span, start: at(file, span.start), end: at(file, span.end) },
        None => {
            let start = LineColumn { line: 1, column: 1, utf16: 1 };
            Location { file: String::new(), span, start, end: start }
        }
    }
}

/// Changes as text of the file formats, passage by passage.
fn changes(draft: &Draft, changes: &[Replaced]) -> Vec<FileChange> {
    let mut by_passage: std::collections::BTreeMap<(usize, Side), Vec<(Span, String)>> =
        std::collections::BTreeMap::new();
    for change in changes {
        let place = (change.place.unit, change.place.side);
        by_passage.entry(place).or_default().push((change.place.span, change.text.clone()));
    }
    let mut all = Vec::new();
    for ((unit, side), changes) in by_passage {
        let Some(passage) = draft.document.units.get(unit).and_then(|unit| unit.passage(side)) else { continue };
        for rewrite in passage.replace_all(&changes) {
            all.push(FileChange { place: in_file(draft, passage.file(), rewrite.span), text: rewrite.text });
        }
    }
    all
}
