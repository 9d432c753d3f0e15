//! Writes JSON Lines.
//!
//! A term or definition that was imported is written with the witness it had in the first place; the files it has come through
//! are named beside it. Readings that are guesses are left out, as from every file.

use std::io::{self, BufWriter, Write};

use super::records::{
    ConceptRecord, ConflictRecord, Counts, DefinitionRecord, EvidenceRecord, FORMAT, HeaderRecord, ReadingRecord,
    SegmentRecord, TermRecord, VERSION,
};
use crate::exchange::cleaning;
use crate::exchange::export::{Header, ItemWriter, LanguageTerms, Outcome, SelectedTerm};
use crate::exchange::tmx::MemoryUnit;
use crate::model::{Concept, Definition, Evidence, EvidenceKind, Origin, Publication, ReleaseId, SourceFacts, Term};

/// Writes the file; holds one record.
pub(in crate::exchange) struct Writer<W: Write> {
    out: BufWriter<W>,
    header: Header,
}

impl<W: Write> Writer<W> {
    /// Writes the first line.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub(in crate::exchange) fn new(out: W, header: &Header) -> io::Result<Self> {
        let mut writer = Self { out: BufWriter::new(out), header: header.clone() };
        let counts = header.counts.map(|[concepts, segments]| Counts { concepts, segments });
        writer.line(&HeaderRecord {
            kind: "header".to_owned(),
            format: FORMAT.to_owned(),
            version: VERSION,
            generator: format!("Taiyaku {}", env!("CARGO_PKG_VERSION")),
            project: cleaning::line(&header.project),
            revision: header.revision.get(),
            generated_at: cleaning::line(&header.generated_at),
            counts,
        })?;
        Ok(writer)
    }

    fn line(&mut self, record: &impl serde::Serialize) -> io::Result<()> {
        let line = serde_json::to_string(record).map_err(io::Error::other)?;
        // To a reader, this character alone stands for bytes that could not be decoded.
        writeln!(self.out, "{}", line.replace('\u{fffd}', "\\ufffd"))
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept, languages: &[LanguageTerms<'_>]) -> io::Result<Outcome> {
        let mut terms: Vec<&SelectedTerm<'_>> = languages.iter().flat_map(|group| &group.terms).collect();
        // Whatever the order in which the base came to know them.
        let order = |one: &SelectedTerm<'_>| (!one.term.lang.is_japanese(), one.term.lang.clone());
        terms.sort_by(|a, b| {
            let rank = |one: &SelectedTerm<'_>| (one.term.usage, one.term.kind);
            let confidence = |one: &SelectedTerm<'_>| cleaning::probability(one.term.confidence);
            (order(a), rank(a))
                .cmp(&(order(b), rank(b)))
                .then_with(|| confidence(b).total_cmp(&confidence(a)))
                .then_with(|| a.text.cmp(&b.text))
        });
        let definitions = concept.definitions.iter().filter_map(|definition| definition_record(concept, definition));
        let notes = concept.notes.iter().map(|note| cleaning::lines(note)).filter(|note| !note.is_empty());
        let conflicts = concept.conflicts.iter().map(|conflict| ConflictRecord {
            concept: conflict.other.get(),
            kind: conflict.kind,
            reason: cleaning::text(&conflict.reason),
        });
        self.line(&ConceptRecord {
            kind: "concept".to_owned(),
            id: concept.id.get(),
            project: cleaning::line(&concept.project),
            field: concept.field.as_deref().map(cleaning::line).filter(|field| !field.is_empty()),
            scope_release: concept.scope_release_id.map(ReleaseId::get),
            terms: terms.into_iter().map(|selected| term_record(concept, selected)).collect(),
            definitions: definitions.collect(),
            notes: notes.collect(),
            conflicts: conflicts.collect(),
            revision: concept.revision.get(),
        })?;
        Ok(Outcome::Written)
    }

    fn segment(&mut self, unit: &MemoryUnit<'_>) -> io::Result<bool> {
        if !self.header.selection.includes_review(unit.review) {
            return Ok(false);
        }
        let (segment, known) = (unit.segment, unit.provenance);
        let number = |number: Option<i64>| number.map(|number| number.to_string());
        self.line(&SegmentRecord {
            kind: "segment".to_owned(),
            source_lang: segment.source_lang.clone(),
            target_lang: segment.target_lang.clone(),
            source: segment.source.clone(),
            target: segment.target.clone(),
            review: unit.review,
            confidence: precise(segment.confidence),
            origin: known.origin.clone(),
            field: known.field.clone(),
            document: known.document.clone(),
            key: known.key.clone(),
            before: number(known.neighbours.before),
            after: number(known.neighbours.after),
            created_at: known.created_at.clone(),
            author: known.author.clone(),
            codes: known.codes.clone(),
        })?;
        Ok(true)
    }

    fn finish(self: Box<Self>) -> io::Result<W> {
        let mut out = self.out.into_inner().map_err(io::IntoInnerError::into_error)?;
        out.flush()?;
        Ok(out)
    }
}

fn term_record(concept: &Concept, selected: &SelectedTerm<'_>) -> TermRecord {
    let term: &Term = selected.term;
    let reading = term.reading.as_ref().filter(|reading| !reading.is_guess());
    TermRecord {
        lang: term.lang.clone(),
        text: selected.text.clone(),
        reading: reading.map(|reading| ReadingRecord { kana: cleaning::line(&reading.kana), origin: reading.origin }),
        kind: term.kind,
        part_of_speech: term.part_of_speech,
        usage: term.usage,
        review: term.review,
        confidence: cleaning::probability(term.confidence),
        evidence: term.evidence.iter().map(|evidence| evidence_record(concept, evidence)).collect(),
    }
}

fn evidence_record(concept: &Concept, evidence: &Evidence) -> EvidenceRecord {
    let from = match &evidence.origin {
        Some(origin) => through(origin, &evidence.source),
        None => Origin {
            kind: evidence.kind,
            source: cleaning::line(&evidence.source),
            release: evidence.release_id.map(ReleaseId::get),
            url: evidence.url.clone(),
            work: evidence.work.clone(),
            publication: publication(concept, evidence.release_id),
            facts: facts(concept, evidence.kind, &evidence.source),
            through: Vec::new(),
        },
    };
    EvidenceRecord {
        method: evidence.method,
        confidence: precise(evidence.confidence),
        span: evidence.span.map(|span| [span.start, span.end]),
        snippet: evidence.snippet.as_deref().map(cleaning::text),
        from,
    }
}

/// A definition; none if it has no text.
fn definition_record(concept: &Concept, definition: &Definition) -> Option<DefinitionRecord> {
    let text = cleaning::lines(&definition.text);
    let kind = match (definition.release_id, &definition.author) {
        (Some(_), _) => EvidenceKind::Document,
        (None, Some(_)) => EvidenceKind::Person,
        (None, None) => EvidenceKind::Import,
    };
    let from = match &definition.origin {
        Some(origin) => through(origin, &definition.source),
        None => Origin {
            kind,
            source: cleaning::line(&definition.source),
            release: definition.release_id.map(ReleaseId::get),
            url: None,
            work: None,
            publication: publication(concept, definition.release_id),
            facts: facts(concept, kind, &definition.source),
            through: Vec::new(),
        },
    };
    (!text.is_empty()).then(|| DefinitionRecord { lang: definition.lang.clone(), text, from })
}

/// The first witness of something that came in the file `source`.
fn through(origin: &Origin, source: &str) -> Origin {
    let mut origin = origin.clone();
    origin.through.push(cleaning::line(source));
    origin
}

fn publication(concept: &Concept, release: Option<ReleaseId>) -> Publication {
    let note = release.and_then(|release| concept.releases.iter().find(|note| note.id == release));
    note.map(|note| note.publication.clone()).unwrap_or_default()
}

fn facts(concept: &Concept, kind: EvidenceKind, source: &str) -> SourceFacts {
    let note = concept.sources.iter().find(|note| kind == EvidenceKind::Import && note.name == source);
    note.map(|note| note.facts.clone()).unwrap_or_default()
}

/// A probability with as many decimals as every reader of JSON reads exactly.
fn precise(value: f64) -> f64 {
    if value.is_nan() { 0.0 } else { (value.clamp(0.0, 1.0) * 1e9).round() / 1e9 }
}
