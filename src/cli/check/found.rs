//! The findings of a draft and its files in; the same with places in the files out.

use serde::Serialize;

use super::files::{Draft, FileText, LineColumn};
use crate::model::{Finding, Place, Replaced, Rule, Severity, Side, Span};

/// A finding with its places in the files.
#[derive(Debug, Serialize)]
pub(super) struct Found {
    pub(super) rule: Rule,
    pub(super) severity: Severity,
    pub(super) message: String,
    /// Where to look first: in the translation, or in the source where that is about something missing.
    pub(super) place: FilePlace,
    /// Which segment of the draft, from 0.
    pub(super) segment: usize,
    /// What the file calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) segment_key: Option<String>,
    pub(super) source: Words,
    pub(super) target: Words,
    pub(super) fixes: Vec<FileFix>,
    pub(super) related: Vec<FileRelated>,
    pub(super) key: String,
}

/// A text with the places in it.
#[derive(Debug, Serialize)]
pub(super) struct Words {
    pub(super) text: String,
    /// In bytes of the text.
    pub(super) spans: Vec<Span>,
}

/// A stretch of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct FilePlace {
    pub(super) file: String,
    /// In bytes of the file's text.
    pub(super) span: Span,
    pub(super) start: LineColumn,
    pub(super) end: LineColumn,
}

/// A change that would mend a problem.
#[derive(Debug, Serialize)]
pub(super) struct FileFix {
    pub(super) title: String,
    /// As the format writes it.
    pub(super) changes: Vec<FileChange>,
}

/// New words for a place of a file.
#[derive(Debug, Serialize)]
pub(super) struct FileChange {
    pub(super) place: FilePlace,
    pub(super) text: String,
}

/// Another place that shows what is meant.
#[derive(Debug, Serialize)]
pub(super) struct FileRelated {
    pub(super) place: FilePlace,
    pub(super) message: String,
}

impl Found {
    /// A finding of `draft`.
    pub(super) fn new(finding: Finding, draft: &Draft) -> Self {
        let words = |side: Side, spans: &[Span]| {
            let passage = draft.document.units.get(finding.unit).and_then(|unit| unit.passage(side));
            Words { text: passage.map(|passage| passage.text().to_owned()).unwrap_or_default(), spans: spans.to_vec() }
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
            source: words(Side::Source, &finding.source),
            target: words(Side::Target, &finding.target),
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

/// A place of a text in the file it stands in.
fn place(draft: &Draft, place: &Place) -> FilePlace {
    let unit = draft.document.units.get(place.unit);
    match unit.and_then(|unit| unit.passage(place.side)) {
        Some(passage) => in_file(draft, passage.file(), passage.stretch_of(place.span)),
        None => in_file(draft, 0, unit.map(|unit| unit.span).unwrap_or_default()),
    }
}

fn in_file(draft: &Draft, file: usize, span: Span) -> FilePlace {
    let at = |file: &FileText, byte: usize| file.at(byte);
    match draft.files.get(file) {
        Some(file) => FilePlace { file: file.name.clone(), span, start: at(file, span.start), end: at(file, span.end) },
        None => {
            let start = LineColumn { line: 1, column: 1, utf16: 1 };
            FilePlace { file: String::new(), span, start, end: start }
        }
    }
}

/// Changes as the files' formats write them, passage by passage.
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
