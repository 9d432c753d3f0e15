//! Findings with their locations in the files of a draft.

use super::drafts::{Draft, FileText};
use crate::answer::{
    FileChange, FileFindingAnswer, FileFix, FileLocation, FileRelated, LineColumn, PairCharacters, SpanAnswer,
    UntranslatedSegmentAnswer, bytes,
};
use crate::model::{Finding, Location, Replaced, Side, Span};

/// A finding of `draft`, with its locations in the files.
pub(super) fn located(finding: Finding, draft: &Draft) -> FileFindingAnswer {
    let unit = draft.document.units.get(finding.unit);
    let text = |side: Side| {
        let passage = unit.and_then(|unit| unit.passage(side));
        passage.map(|passage| passage.text().to_owned()).unwrap_or_default()
    };
    let (source_text, target_text) = (text(Side::Source), text(Side::Target));
    let characters = PairCharacters::of(&source_text, &target_text);
    let spans = |side: Side, spans: &[Span]| -> Vec<SpanAnswer> {
        spans.iter().map(|span| SpanAnswer { span: bytes(*span), span_chars: characters.span(side, *span) }).collect()
    };
    let (side, span) = match (finding.target.first(), finding.source.first()) {
        (Some(span), _) => (Side::Target, *span),
        (None, Some(span)) => (Side::Source, *span),
        (None, None) => (Side::Target, Span::default()),
    };
    let fixes =
        finding.fixes.iter().map(|fix| FileFix { title: fix.title.clone(), changes: changes(draft, &fix.changes) });
    let related = finding
        .related
        .iter()
        .map(|related| FileRelated { location: location(draft, &related.place), message: related.message.clone() });
    FileFindingAnswer {
        rule: finding.rule.into(),
        severity: finding.severity.into(),
        source: spans(Side::Source, &finding.source),
        target: spans(Side::Target, &finding.target),
        source_text,
        target_text,
        fixes: fixes.collect(),
        related: related.collect(),
        location: location(draft, &Location { unit: finding.unit, side, span }),
        unit: finding.unit,
        unit_key: unit.and_then(|unit| unit.key.clone()),
        concept_id: finding.concept_id.map(Into::into),
        message: finding.message,
        key: finding.key,
    }
}

/// A segment of `draft` without a translation, with its location.
pub(super) fn untranslated(unit: usize, draft: &Draft) -> UntranslatedSegmentAnswer {
    let own = draft.document.units.get(unit);
    let source_text = own.map(|unit| unit.source.text().to_owned()).unwrap_or_default();
    let target = own.and_then(|unit| unit.target.as_ref()).filter(|_| source_text.is_empty());
    // A translation of nothing stands in its own file.
    let place = match target {
        Some(target) => Location { unit, side: Side::Target, span: Span::new(0, target.text().len()) },
        None => Location { unit, side: Side::Source, span: Span::new(0, source_text.len()) },
    };
    UntranslatedSegmentAnswer {
        unit,
        unit_key: own.and_then(|unit| unit.key.clone()),
        location: location(draft, &place),
        source_text,
    }
}

/// The location of a span of a segment.
fn location(draft: &Draft, place: &Location) -> FileLocation {
    let unit = draft.document.units.get(place.unit);
    match unit.and_then(|unit| unit.passage(place.side)) {
        Some(passage) => in_file(draft, passage.file(), passage.stretch_of(place.span)),
        None => in_file(draft, 0, unit.map(|unit| unit.span).unwrap_or_default()),
    }
}

fn in_file(draft: &Draft, file: usize, span: Span) -> FileLocation {
    let at = |file: &FileText, byte: usize| file.at(byte);
    match draft.files.get(file) {
        Some(file) => FileLocation {
            file: file.name.clone(),
            span: bytes(span),
            start: at(file, span.start),
            end: at(file, span.end),
        },
        None => {
            let start = LineColumn { line: 1, column: 1, utf16: 1 };
            FileLocation { file: String::new(), span: bytes(span), start, end: start }
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
            all.push(FileChange { location: in_file(draft, passage.file(), rewrite.span), text: rewrite.text });
        }
    }
    all
}
