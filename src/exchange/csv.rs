//! Concepts come in; a table of Japanese-English pairs goes out, one row for each pair, after RFC 4180.
//!
//! Rows: every Japanese term of a concept with every English one, preferred first. A concept without English gives rows
//! with an empty `en`, one without Japanese rows with an empty `ja`. Where `en` and `abbreviation` are the same, the
//! English term is itself an abbreviation; elsewhere `abbreviation` is the concept's first English one. A pair is only
//! as good as its weaker side: `usage`, `review` and `confidence` are the worse of the two. `evidence_kind` and
//! `evidence` (method @ source) name the best witness of the English term, or of the Japanese one where there is no
//! English; `source` names the release `definition_ja` stands in; `licence` says whose data of imported sources the concept
//! holds (`name: licence, attribution`). Further definitions and witnesses are left to TBX.
//!
//! Text cells are guarded against being taken for formulas: see [`guard`](super::cell::guard).

use std::io::{self, Write};

use crate::model::{Concept, Lang, PartOfSpeech, TermKind};

use super::selection::{Chosen, choose};
use super::{Header, cell, clean, witness};

/// The names of the columns.
pub const COLUMNS: [&str; 15] = [
    "concept_id",
    "ja",
    "reading",
    "en",
    "abbreviation",
    "part_of_speech",
    "usage",
    "review",
    "confidence",
    "evidence_kind",
    "evidence",
    "field",
    "definition_ja",
    "source",
    "licence",
];

/// For whom the table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// No byte order mark, lines end in LF: `csv` for programs and version control.
    Plain,
    /// Byte order mark, lines end in CR LF: without the mark Excel does not take the file for UTF-8.
    Excel,
}

/// Writes the table; holds one concept at a time.
pub struct Writer<W: Write> {
    table: ::csv::Writer<W>,
    header: Header,
}

impl<W: Write> Writer<W> {
    /// Writes the names of the columns.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn new(mut out: W, header: &Header, style: Style) -> io::Result<Self> {
        let mut builder = ::csv::WriterBuilder::new();
        if style == Style::Excel {
            out.write_all("\u{feff}".as_bytes())?;
            builder.terminator(::csv::Terminator::CRLF);
        }
        let mut table = builder.from_writer(out);
        table.write_record(COLUMNS).map_err(io_error)?;
        Ok(Self { table, header: header.clone() })
    }

    /// Writes the rows of one concept; whether there were any.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn concept(&mut self, concept: &Concept) -> io::Result<bool> {
        let languages = choose(concept, &self.header);
        let terms = |wanted: fn(&Lang) -> bool| -> Vec<Option<&Chosen<'_>>> {
            languages.iter().filter(|group| wanted(group.lang)).flat_map(|group| &group.terms).map(Some).collect()
        };
        let mut japanese = terms(|lang| lang.is_japanese());
        let mut english = terms(|lang| lang.is_english());
        if japanese.is_empty() && english.is_empty() {
            return Ok(false);
        }
        let shared = Shared::of(concept, &english);
        if japanese.is_empty() {
            japanese.push(None);
        }
        if english.is_empty() {
            english.push(None);
        }
        for ja in &japanese {
            for en in &english {
                self.table.write_record(row(&shared, *ja, *en)).map_err(io_error)?;
            }
        }
        Ok(true)
    }

    /// Writes what is still held back and gives the output back.
    ///
    /// # Errors
    /// When the output cannot be written.
    pub fn finish(self) -> io::Result<W> {
        let mut out = self.table.into_inner().map_err(::csv::IntoInnerError::into_error)?;
        out.flush()?;
        Ok(out)
    }
}

/// What all rows of a concept have in common.
struct Shared {
    concept_id: String,
    abbreviation: String,
    field: String,
    definition: String,
    source: String,
    licence: String,
}

impl Shared {
    fn of(concept: &Concept, english: &[Option<&Chosen<'_>>]) -> Self {
        let abbreviation = english.iter().flatten().find(|chosen| chosen.term.kind == TermKind::Abbreviation);
        let definition = concept
            .definitions
            .iter()
            .filter(|definition| definition.lang.is_japanese())
            .map(|definition| (clean::lines(&definition.text), clean::line(&definition.source)))
            .find(|(text, _)| !text.is_empty());
        let (definition, source) = definition.unwrap_or_default();
        Self {
            concept_id: concept.id.to_string(),
            abbreviation: abbreviation.map(|chosen| chosen.text.clone()).unwrap_or_default(),
            field: clean::line(concept.field.as_deref().unwrap_or_default()),
            definition,
            source,
            licence: concept.sources.iter().map(witness::owned).collect::<Vec<_>>().join("; "),
        }
    }
}

fn row(shared: &Shared, ja: Option<&Chosen<'_>>, en: Option<&Chosen<'_>>) -> [String; COLUMNS.len()] {
    let sides = || ja.into_iter().chain(en).map(|chosen| chosen.term);
    let text = |chosen: Option<&Chosen<'_>>| chosen.map(|chosen| chosen.text.clone()).unwrap_or_default();
    let is_abbreviation = en.is_some_and(|chosen| chosen.term.kind == TermKind::Abbreviation);
    let abbreviation = if is_abbreviation { text(en) } else { shared.abbreviation.clone() };
    let best = en.or(ja).and_then(|chosen| witness::ranked(&chosen.term.evidence).first().copied());
    let guarded = |text: &str| cell::guard(text).into_owned();
    [
        shared.concept_id.clone(),
        guarded(&text(ja)),
        guarded(&clean::line(ja.and_then(|chosen| chosen.term.reading.as_deref()).unwrap_or_default())),
        guarded(&text(en)),
        guarded(&abbreviation),
        sides().find_map(|term| term.part_of_speech).map(PartOfSpeech::as_str).unwrap_or_default().to_owned(),
        sides().map(|term| term.usage).max().map(|usage| usage.as_str()).unwrap_or_default().to_owned(),
        sides().map(|term| term.review).min().map(|review| review.as_str()).unwrap_or_default().to_owned(),
        sides().map(|term| clean::probability(term.confidence)).fold(1.0, f64::min).to_string(),
        best.map(|evidence| evidence.kind.as_str()).unwrap_or_default().to_owned(),
        guarded(&best.map(witness::short).unwrap_or_default()),
        guarded(&shared.field),
        guarded(&shared.definition),
        guarded(&shared.source),
        guarded(&shared.licence),
    ]
}

/// The error of the output itself, with its kind, where there is one.
fn io_error(error: ::csv::Error) -> io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("the table could not be written: {other:?}")),
    }
}
