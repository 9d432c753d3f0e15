//! The rows of our own tables of Japanese–English pairs, one for each pair.
//!
//! Rows: every Japanese term of a concept with every English one, preferred terms first ([`pairs`]). A concept without English gives
//! rows with an empty `en`, one without Japanese rows with an empty `ja`. If `en` and `abbreviation` are the same, the
//! English term is itself an abbreviation; otherwise `abbreviation` is the concept's first English one. A pair is only
//! as good as its weaker side: `usage`, `review` and `confidence` are the worse of the two. `part_of_speech` is that of the Japanese term,
//! `part_of_speech_en` that of the English one. `evidence_kind` and
//! `evidence` (method @ source) name the best evidence of the English term, or of the Japanese one if there is no
//! English; `source` names the release `definition_ja` stands in; `licence` names the imported sources behind the
//! concept (`name: licence, attribution`). TBX holds further definitions and evidence.

use std::io;

use crate::exchange::cleaning;
use crate::exchange::export::{Header, LanguageTerms, Outcome, SelectedTerm, licence, pairs, ranked, short};
use crate::model::{Concept, Lang, PartOfSpeech, TermKind};

/// The names of the columns.
pub const COLUMNS: [&str; 16] = [
    "concept_id",
    "ja",
    "reading",
    "en",
    "abbreviation",
    "part_of_speech",
    ENGLISH_PART,
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

/// The column of the English term's part of speech, which tables of earlier versions do not have.
const ENGLISH_PART: &str = "part_of_speech_en";

/// Whether these are the columns of our table, of this version or an earlier one.
pub(in crate::exchange) fn is_own_table<'a>(names: impl Iterator<Item = &'a str> + Clone) -> bool {
    names.clone().eq(COLUMNS) || names.eq(COLUMNS.into_iter().filter(|name| *name != ENGLISH_PART))
}

/// The names of the columns of our table of terms that is made to be read and marked in a word processor.
pub(in crate::exchange) const REVIEW_COLUMNS: [&str; 6] =
    ["concept_id", "日本語", "English", "usage", "review", "note"];

/// The cells of a row, in the order of [`COLUMNS`].
pub(in crate::exchange) type PairRow = [String; COLUMNS.len()];

/// The columns are of Japanese and English, whatever is translated into what.
pub(in crate::exchange) fn of_pairs(header: &Header) -> Header {
    Header { source_lang: Lang::JA, target_lang: Lang::EN, ..header.clone() }
}

/// Passes the rows of a concept with these terms to `write`; none if it has terms in other languages only.
///
/// # Errors
/// Those of `write`.
pub(in crate::exchange) fn pair_rows(
    concept: &Concept,
    languages: &[LanguageTerms<'_>],
    mut write: impl FnMut(&PairRow) -> io::Result<()>,
) -> io::Result<Outcome> {
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
    for (ja, en) in pairs(&japanese, &english) {
        write(&row(&shared, *ja, *en))?;
    }
    Ok(Outcome::Written)
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

fn row(shared: &Shared, ja: Option<&SelectedTerm<'_>>, en: Option<&SelectedTerm<'_>>) -> PairRow {
    let sides = || ja.into_iter().chain(en).map(|selected| selected.term);
    let text = |selected: Option<&SelectedTerm<'_>>| selected.map(|selected| selected.text.clone()).unwrap_or_default();
    let part = |selected: Option<&SelectedTerm<'_>>| {
        let part = selected.and_then(|selected| selected.term.part_of_speech);
        part.map(PartOfSpeech::as_str).unwrap_or_default().to_owned()
    };
    let is_abbreviation = en.is_some_and(|selected| selected.term.kind == TermKind::Abbreviation);
    let abbreviation = if is_abbreviation { text(en) } else { shared.abbreviation.clone() };
    let best = en.or(ja).and_then(|selected| ranked(&selected.term.evidence).first().copied());
    [
        shared.concept_id.clone(),
        text(ja),
        cleaning::line(ja.and_then(|selected| selected.term.sure_reading()).unwrap_or_default()),
        text(en),
        abbreviation,
        part(ja),
        part(en),
        sides().map(|term| term.usage).max().map(|usage| usage.as_str()).unwrap_or_default().to_owned(),
        sides().map(|term| term.review).min().map(|review| review.as_str()).unwrap_or_default().to_owned(),
        sides().map(|term| cleaning::probability(term.confidence)).fold(1.0, f64::min).to_string(),
        best.map(|evidence| evidence.kind.as_str()).unwrap_or_default().to_owned(),
        best.map(short).unwrap_or_default(),
        shared.field.clone(),
        shared.definition.clone(),
        shared.source.clone(),
        shared.licence.clone(),
    ]
}
