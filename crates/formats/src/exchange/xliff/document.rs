//! XLIFF as a document: a unit for each segment.

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
    let mut document = Document::empty(FileFormat::Xliff, hint);
    let (mut tokens, mut parser, mut flaws) = (WholeFile::new(file), Parser::default(), Vec::new());
    while let Some(token) = tokens.next(&mut flaws) {
        if let Some(segment) = parser.take(&token, &mut flaws) {
            document.add(units(&segment, file));
        }
    }
    if let Some(segment) = parser.end(file.len(), &mut flaws) {
        document.add(units(&segment, file));
    }
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
                    return document;
                }
            }
        }
        Err(_) => {}
    }
    document.finished()
}

fn units(segment: &Segment, file: &str) -> Vec<DocumentUnit> {
    if segment.is_locked {
        return Vec::new();
    }
    let unit = |pair: super::segment::Pair| DocumentUnit {
        state: segment.state_of(&pair.target),
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
    segment.pairs(file).into_iter().map(unit).collect()
}
