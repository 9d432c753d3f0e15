//! XLIFF as a document: a unit for each segment.

use std::collections::BTreeMap;

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
    /// By the offsets at which segments begin.
    pub(super) facts: BTreeMap<usize, Facts>,
    pub(super) glossary: Vec<GlossaryEntry>,
}

/// Reads an XLIFF file with all it says.
pub(super) fn read_all(file: &str, hint: &FileHint) -> WholeFacts {
    let mut document = Document::empty(FileFormat::Xliff, hint);
    let mut facts = BTreeMap::new();
    let (mut tokens, mut parser, mut flaws) = (WholeFile::new(file), Parser::default(), Vec::new());
    while let Some(token) = tokens.next(&mut flaws) {
        if let Some(mut segment) = parser.take(&token, &mut flaws) {
            document.add(units(&segment, file));
            facts.insert(segment.start, std::mem::take(&mut segment.facts));
        }
    }
    if let Some(mut segment) = parser.end(file.len(), &mut flaws) {
        document.add(units(&segment, file));
        facts.insert(segment.start, std::mem::take(&mut segment.facts));
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
