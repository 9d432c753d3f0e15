//! XLIFF as a document: a unit for each segment.

use super::facts::Facts;
use super::glossary::GlossaryEntry;
use super::parser::Parser;
use super::segment::Segment;
use crate::exchange::direction::Scripts;
use crate::exchange::document::{Document, DocumentProblem, DocumentUnit};
use crate::exchange::format::FileFormat;
use crate::exchange::hint::FileHint;
use crate::exchange::item::Fault;
use crate::exchange::xml::WholeFile;
use crate::model::Span;

/// Reads an XLIFF file.
pub(in crate::exchange) fn read(file: &str, hint: &FileHint) -> Document {
    read_all(file, hint).document
}

/// A file with what it says beyond its texts.
pub(super) struct WholeFacts {
    pub(super) document: Document,
    /// Of each unit.
    pub(super) facts: Vec<Facts>,
    pub(super) glossary: Vec<GlossaryEntry>,
}

/// Reads an XLIFF file with all it says.
pub(super) fn read_all(file: &str, hint: &FileHint) -> WholeFacts {
    let mut document = Document::empty(FileFormat::Xliff, hint);
    let mut facts = Vec::new();
    let (mut tokens, mut parser, mut flaws) = (WholeFile::new(file), Parser::default(), Vec::new());
    while let Some(token) = tokens.next(&mut flaws) {
        if let Some(segment) = parser.take(&token, &mut flaws) {
            add(&segment, file, &mut document, &mut facts);
        }
    }
    if let Some(segment) = parser.end(file.len(), &mut flaws) {
        add(&segment, file, &mut document, &mut facts);
    }
    let glossary = std::mem::take(&mut parser.glossary);
    document.source_lang = parser.source_lang.or(document.source_lang);
    document.target_lang = parser.target_lang.or(document.target_lang);
    document.problems.extend(flaws.into_iter().map(DocumentProblem::from));
    let mut scripts = Scripts::default();
    for unit in &document.units {
        scripts.add(unit.source.text(), unit.target_text());
    }
    match scripts.direction(document.source_lang.clone(), document.target_lang.clone()) {
        Ok((source, target)) => (document.source_lang, document.target_lang) = (Some(source), Some(target)),
        Err(fault @ Fault::LanguagesContradict { .. }) => {
            // The caller may know better than the file.
            let named = hint.source_lang.clone().zip(hint.target_lang.clone());
            match named.filter(|(source, target)| scripts.agree_with(source, target).is_ok()) {
                Some((source, target)) => (document.source_lang, document.target_lang) = (Some(source), Some(target)),
                None => {
                    let mut document = document.finished();
                    document.refuse(fault);
                    return WholeFacts { document, facts, glossary };
                }
            }
        }
        Err(_) => {}
    }
    WholeFacts { document: document.finished(), facts, glossary }
}

/// Adds the units of a segment, each with what is said of it.
fn add(segment: &Segment, file: &str, document: &mut Document, facts: &mut Vec<Facts>) {
    if segment.is_locked {
        return;
    }
    let pairs = segment.pairs(file);
    for pair in pairs {
        let confirmation = segment.confirmation_of(pair.part.as_deref()).cloned();
        let unit = DocumentUnit {
            state: segment.state_of(pair.part.as_deref(), &pair.target),
            key: match (&segment.key, pair.part) {
                (Some(key), Some(part)) => Some(format!("{key}/{part}")),
                (key, part) => part.or_else(|| key.clone()),
            },
            source: pair.source,
            target: Some(pair.target),
            context: segment.context.clone(),
            form: None,
            note: segment.note.clone(),
            span: Span::new(segment.start, segment.end),
        };
        document.add([unit]);
        if facts.len() < document.units.len() {
            facts.push(Facts { confirmation, ..segment.facts.clone() });
        }
    }
}
