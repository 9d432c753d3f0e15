//! PO as a document: a unit for each translation, of which a plural has one for each form.

use super::entry::{Entry, Step};
use super::header::Header;
use crate::exchange::document::{Document, DocumentProblem, DocumentUnit, Notation, Passage, UnitState};
use crate::exchange::format::FileFormat;
use crate::exchange::hint::FileHint;
use crate::exchange::plain_text;
use crate::model::Span;

/// Reads a PO file.
pub(in crate::exchange) fn read(file: &str, hint: &FileHint) -> Document {
    let mut document = Document::empty(FileFormat::Po, hint);
    set_languages(&mut document, &Header::default(), hint);
    let mut entry = Entry::default();
    for line in plain_text::lines(file) {
        let step = entry.take(line.of(file), line.start, 0);
        if step != Step::Continues {
            finish(std::mem::take(&mut entry), file, hint, &mut document);
        }
        if step == Step::BeginsNext {
            entry.take(line.of(file), line.start, 0);
        }
    }
    finish(entry, file, hint, &mut document);
    document.finished()
}

fn set_languages(document: &mut Document, header: &Header, hint: &FileHint) {
    document.source_lang = header.source(hint.source_lang.as_ref()).ok().or(hint.source_lang.clone());
    document.target_lang = header.target(hint.target_lang.as_ref()).ok().flatten();
}

fn finish(mut entry: Entry, file: &str, hint: &FileHint, document: &mut Document) {
    let Some(span) = entry.span else { return };
    let is_broken = !entry.problems.is_empty();
    for (span, message) in entry.problems.drain(..) {
        document.problems.push(DocumentProblem { file: 0, span, message });
    }
    if entry.is_too_large {
        return;
    }
    // What is missing may be in the line that is broken.
    let mut missing = |message: &str| {
        if !is_broken {
            document.problems.push(DocumentProblem { file: 0, span, message: message.to_owned() });
        }
    };
    if entry.source.is_none() {
        missing("The entry has no `msgid`.");
        return;
    }
    if entry.is_header() {
        if let Some((_, header)) = entry.targets.first().filter(|_| document.units.is_empty()) {
            set_languages(document, &Header::parse(header.text()), hint);
        }
        return;
    }
    if entry.targets.is_empty() {
        missing("The entry has no `msgstr`.");
        let line_end = if file[span.end..].starts_with("\r\n") { "\r\n" } else { "\n" };
        let gap = Passage::new(0, span.end, Notation::Po).with_wrapper(
            Span::new(span.end, span.end),
            format!("{line_end}msgstr \""),
            "\"".to_owned(),
        );
        entry.targets.push((0, gap));
    }
    for (form, target) in &entry.targets {
        let Some(source) = entry.source_of_form(*form).cloned() else { continue };
        let state = match () {
            () if target.is_blank() => UnitState::Untranslated,
            () if entry.fuzzy => UnitState::Draft,
            () => UnitState::Translated,
        };
        let (key, note) = (entry.key().map(str::to_owned), entry.note.clone());
        document.units.push(DocumentUnit { source, target: Some(target.clone()), key, state, note, span });
    }
}
