//! PO as a document: a unit for each translation, of which a plural has one for each form.

use super::entry::{Entry, Step};
use super::header::Header;
use crate::exchange::direction::Scripts;
use crate::exchange::document::{Document, DocumentProblem, DocumentUnit, Notation, Passage, PluralForm, UnitState};
use crate::exchange::format::FileFormat;
use crate::exchange::hint::FileHint;
use crate::exchange::item::Fault;
use crate::exchange::plain_text;
use crate::model::Span;

/// Reads a PO file.
pub(in crate::exchange) fn read(file: &str, hint: &FileHint) -> Document {
    let mut document = Document::empty(FileFormat::Po, hint);
    let mut catalogue = Catalogue { header: Header::default(), scripts: Scripts::default() };
    let mut entry = Entry::default();
    for line in plain_text::lines(file) {
        let step = entry.take(line.of(file), line.start, 0);
        if step != Step::Continues {
            finish(std::mem::take(&mut entry), file, &mut catalogue, &mut document);
        }
        if step == Step::BeginsNext {
            entry.take(line.of(file), line.start, 0);
        }
    }
    finish(entry, file, &mut catalogue, &mut document);
    match catalogue.header.languages(hint, &catalogue.scripts) {
        Ok((source, target)) => (document.source_lang, document.target_lang) = (Some(source), Some(target)),
        // A file that names no language, in which nothing says one either, is shown as far as it is known.
        Err(Fault::FileLanguage { .. } | Fault::SameLanguage { .. }) => {
            document.source_lang = catalogue.header.source(hint).or(document.source_lang);
        }
        Err(fault) => {
            let mut document = document.finished();
            document.refuse(fault);
            return document;
        }
    }
    document.finished()
}

/// What is said of all entries.
struct Catalogue {
    header: Header,
    scripts: Scripts,
}

fn finish(mut entry: Entry, file: &str, catalogue: &mut Catalogue, document: &mut Document) {
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
        missing("The entry has no `msgid`. Add it, or delete the entry.");
        return;
    }
    if entry.is_header() {
        if let Some((_, header)) = entry.targets.first().filter(|_| document.units.is_empty()) {
            catalogue.header = Header::parse(header.text());
        }
        return;
    }
    if let Some(source) = &entry.source {
        catalogue.scripts.add(source.text(), entry.targets.first().map_or("", |(_, target)| target.text()));
    }
    if entry.targets.is_empty() {
        missing("The entry has no `msgstr`. Add it, or delete the entry.");
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
        let is_singular = *form == 0 && entry.targets.len() > 1;
        let form = entry.plural.as_ref().map(|_| PluralForm { index: *form, is_singular });
        let target = Some(target.clone());
        document.add([DocumentUnit { source, target, context: key.clone(), key, state, form, note, span }]);
    }
}
