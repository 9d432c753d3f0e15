//! Writes a table of Japanese–English pairs, one row for each pair, as RFC 4180 says.
//!
//! Rows: every Japanese term of a concept with every English one, preferred terms first. A concept without English gives
//! rows with an empty `en`, one without Japanese rows with an empty `ja`. If `en` and `abbreviation` are the same, the
//! English term is itself an abbreviation; otherwise `abbreviation` is the concept's first English one. A pair is only
//! as good as its weaker side: `usage`, `review` and `confidence` are the worse of the two. `evidence_kind` and
//! `evidence` (method @ source) name the best evidence of the English term, or of the Japanese one if there is no
//! English; `source` names the release `definition_ja` stands in; `licence` names the imported sources behind the
//! concept (`name: licence, attribution`). TBX holds further definitions and evidence.
//!
//! Text cells are guarded against being run as formulas: see [`guard`].

use std::io::{self, Write};

use crate::exchange::cell::guard;
use crate::exchange::cleaning;
use crate::exchange::export::{Header, ItemWriter, Outcome, SelectedTerm, licence, ranked, selected_terms, short};
use crate::model::{Concept, Lang, PartOfSpeech, TermKind};

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

/// The kind of program the table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(in crate::exchange) enum Style {
    /// No byte order mark, lines end in LF: `csv` for programs and version control.
    Plain,
    /// Byte order mark, lines end in CR LF: without the mark Excel does not take the file for UTF-8.
    Excel,
}

/// Writes the table; holds one concept at a time.
pub(in crate::exchange) struct Writer<W: Write> {
    table: csv::Writer<W>,
    header: Header,
}

impl<W: Write> Writer<W> {
    /// Writes the names of the columns.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub(in crate::exchange) fn new(mut out: W, header: &Header, style: Style) -> io::Result<Self> {
        let mut builder = csv::WriterBuilder::new();
        if style == Style::Excel {
            out.write_all("\u{feff}".as_bytes())?;
            builder.terminator(csv::Terminator::CRLF);
        }
        let mut table = builder.from_writer(out);
        table.write_record(COLUMNS).map_err(io_error)?;
        // The columns are of Japanese and English, whatever is translated into what.
        let header = Header { source_lang: Lang::JA, target_lang: Lang::EN, ..header.clone() };
        Ok(Self { table, header })
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn concept(&mut self, concept: &Concept) -> io::Result<Outcome> {
        let languages = match selected_terms(concept, &self.header) {
            Ok(languages) => languages,
            Err(omission) => return Ok(Outcome::LeftOut(omission)),
        };
        let terms = |is_wanted: fn(&Lang) -> bool| -> Vec<Option<&SelectedTerm<'_>>> {
            languages.iter().filter(|group| is_wanted(group.lang)).flat_map(|group| &group.terms).map(Some).collect()
        };
        let mut japanese = terms(|lang| lang.is_japanese());
        let mut english = terms(|lang| lang.is_english());
        if japanese.is_empty() && english.is_empty() {
            return Ok(Outcome::NotSelected);
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
        Ok(Outcome::Written)
    }

    fn finish(self: Box<Self>) -> io::Result<W> {
        let mut out = self.table.into_inner().map_err(csv::IntoInnerError::into_error)?;
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
    fn of(concept: &Concept, english: &[Option<&SelectedTerm<'_>>]) -> Self {
        let abbreviation = english.iter().flatten().find(|selected| selected.term.kind == TermKind::Abbreviation);
        let definition = concept
            .definitions
            .iter()
            .filter(|definition| definition.lang.is_japanese())
            .map(|definition| (cleaning::lines(&definition.text), cleaning::line(&definition.source)))
            .find(|(text, _)| !text.is_empty());
        let (definition, source) = definition.unwrap_or_default();
        Self {
            concept_id: concept.id.to_string(),
            abbreviation: abbreviation.map(|selected| selected.text.clone()).unwrap_or_default(),
            field: cleaning::line(concept.field.as_deref().unwrap_or_default()),
            definition,
            source,
            licence: concept.sources.iter().map(licence).collect::<Vec<_>>().join("; "),
        }
    }
}

fn row(shared: &Shared, ja: Option<&SelectedTerm<'_>>, en: Option<&SelectedTerm<'_>>) -> [String; COLUMNS.len()] {
    let sides = || ja.into_iter().chain(en).map(|selected| selected.term);
    let text = |selected: Option<&SelectedTerm<'_>>| selected.map(|selected| selected.text.clone()).unwrap_or_default();
    let is_abbreviation = en.is_some_and(|selected| selected.term.kind == TermKind::Abbreviation);
    let abbreviation = if is_abbreviation { text(en) } else { shared.abbreviation.clone() };
    let best = en.or(ja).and_then(|selected| ranked(&selected.term.evidence).first().copied());
    let guarded = |text: &str| guard(text).into_owned();
    [
        shared.concept_id.clone(),
        guarded(&text(ja)),
        guarded(&cleaning::line(ja.and_then(|selected| selected.term.sure_reading()).unwrap_or_default())),
        guarded(&text(en)),
        guarded(&abbreviation),
        sides().find_map(|term| term.part_of_speech).map(PartOfSpeech::as_str).unwrap_or_default().to_owned(),
        sides().map(|term| term.usage).max().map(|usage| usage.as_str()).unwrap_or_default().to_owned(),
        sides().map(|term| term.review).min().map(|review| review.as_str()).unwrap_or_default().to_owned(),
        sides().map(|term| cleaning::probability(term.confidence)).fold(1.0, f64::min).to_string(),
        best.map(|evidence| evidence.kind.as_str()).unwrap_or_default().to_owned(),
        guarded(&best.map(short).unwrap_or_default()),
        guarded(&shared.field),
        guarded(&shared.definition),
        guarded(&shared.source),
        guarded(&shared.licence),
    ]
}

/// The error of the output itself, with its kind, if there is one.
fn io_error(error: csv::Error) -> io::Error {
    match error.into_kind() {
        csv::ErrorKind::Io(error) => error,
        other => io::Error::other(format!("the table could not be written: {other:?}")),
    }
}
