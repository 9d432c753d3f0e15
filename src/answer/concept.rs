//! Concepts with their terms and evidence, and results of looking terms up.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::characters::bytes;
use super::words::{
    ConflictWord, DictionaryMatchWord, EvidenceMethodWord, EvidenceWord, MatchWord, PartOfSpeechWord,
    ReadingOriginWord, ReviewWord, StandingWord, TermKindWord, UsageWord,
};
use crate::app::lookup::{Component, Lookup};
use crate::app::review::standing;
use crate::app::sources::DictionaryEntry;
use crate::model::{
    Concept, Conflict, Definition, DictionaryMatchKind, Evidence, EvidenceKind, Match, SourceFacts, SourceNote, Term,
};

/// A meaning, with its definitions and its terms in each language.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Concept)]
pub(crate) struct ConceptAnswer {
    /// Its number.
    pub(crate) id: i64,
    /// Name of its project.
    pub(crate) project: String,
    /// Subject field, where known.
    pub(crate) field: Option<String>,
    /// Definitions: first those that people wrote, then those of releases and imports, as printed.
    pub(crate) definitions: Vec<DefinitionAnswer>,
    /// Terms, Japanese first, preferred first.
    pub(crate) terms: Vec<TermAnswer>,
    /// The only release that uses the term in this sense, where the sense is limited to one; `null` otherwise.
    pub(crate) scope_release_id: Option<i64>,
    /// Notes by reviewers, oldest first.
    pub(crate) notes: Vec<String>,
    /// Disagreements with other concepts of the same name.
    pub(crate) conflicts: Vec<ConflictAnswer>,
    /// Imported sources whose data is part of this concept, with their licences.
    pub(crate) sources: Vec<SourceNoteAnswer>,
    /// Revision of its last change.
    pub(crate) revision: i64,
}

/// One definition, as a release prints it, an import brings it or a person writes it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Definition)]
pub(crate) struct DefinitionAnswer {
    /// Its number.
    pub(crate) id: Option<i64>,
    /// Language tag (BCP 47).
    #[schema(example = "ja")]
    pub(crate) lang: String,
    /// The text as printed, with line breaks removed.
    pub(crate) text: String,
    /// Number of the release it is from.
    pub(crate) release_id: Option<i64>,
    /// Name of the release, the import or the person.
    pub(crate) source: String,
    /// The person who wrote it; `null` for one of a release or an import, which cannot be changed.
    pub(crate) author: Option<String>,
}

/// One designation of a concept in one language.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Term)]
pub(crate) struct TermAnswer {
    /// Its number.
    pub(crate) id: i64,
    /// Language tag (BCP 47).
    #[schema(example = "ja")]
    pub(crate) lang: String,
    /// The term.
    #[schema(example = "視床下部")]
    pub(crate) text: String,
    /// Reading in katakana, where known or guessed.
    #[schema(example = "シショウカブ")]
    pub(crate) reading: Option<String>,
    /// What the reading rests on. A guess is often wrong, and exports leave it out.
    pub(crate) reading_origin: Option<ReadingOriginWord>,
    /// Kind of designation.
    pub(crate) kind: TermKindWord,
    /// Part of speech, where known.
    pub(crate) part_of_speech: Option<PartOfSpeechWord>,
    /// Whether to use it.
    pub(crate) usage: UsageWord,
    /// Review state.
    pub(crate) review: ReviewWord,
    /// Review state, with strong suggestions told apart: `suggested_strong` has a confidence of at least 0.95 and two kinds of
    /// evidence.
    pub(crate) standing: StandingWord,
    /// Probability that it names the concept.
    #[schema(minimum = 0, maximum = 1)]
    pub(crate) confidence: f64,
    /// Its evidence; never empty.
    pub(crate) evidence: Vec<EvidenceAnswer>,
}

/// A reason why a term is in the base.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Evidence)]
pub(crate) struct EvidenceAnswer {
    /// Its number.
    pub(crate) id: i64,
    /// Kind of evidence.
    pub(crate) kind: EvidenceWord,
    /// How it came about.
    pub(crate) method: EvidenceMethodWord,
    /// Number of the release, where there is one.
    pub(crate) release_id: Option<i64>,
    /// Name of the release or source.
    pub(crate) source: String,
    /// Web address the release was fetched from; `null` if it came in as a file, and for other evidence.
    pub(crate) url: Option<String>,
    /// Licence of the source, where it is imported and states one.
    pub(crate) licence: Option<String>,
    /// Position in the text of the release, in bytes `[start, end)`.
    pub(crate) span: Option<[usize; 2]>,
    /// The passage itself.
    pub(crate) snippet: Option<String>,
    /// Probability.
    #[schema(minimum = 0, maximum = 1)]
    pub(crate) confidence: f64,
}

/// An imported source and its licence.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = SourceNote)]
pub(crate) struct SourceNoteAnswer {
    /// Its name; `source` of evidence and definitions refers to it.
    pub(crate) name: String,
    /// Its licence, where stated.
    pub(crate) licence: Option<String>,
    /// Whom to credit, where stated.
    pub(crate) attribution: Option<String>,
    /// Where it is from, where stated.
    pub(crate) url: Option<String>,
}

/// A disagreement with another concept of the same name.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Conflict)]
pub(crate) struct ConflictAnswer {
    /// Number of the other concept.
    pub(crate) other: i64,
    /// What they disagree about.
    pub(crate) kind: ConflictWord,
    /// An explanation that quotes both sides.
    pub(crate) reason: String,
}

/// One page of concepts.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ConceptPage {
    /// The concepts, by number.
    pub(crate) concepts: Vec<ConceptAnswer>,
    /// `after` of the next request; `null` on the last page.
    pub(crate) next_after: Option<i64>,
}

/// A concept that matches a query.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Match)]
pub(crate) struct MatchAnswer {
    /// The concept.
    pub(crate) concept: ConceptAnswer,
    /// Number of the term that matched.
    pub(crate) term_id: i64,
    /// The term that matched, as the base has it: a `variant` is written otherwise in the query.
    pub(crate) text: String,
    /// How it matched.
    pub(crate) kind: MatchWord,
    /// How well it matches; 100 only for an exact match.
    #[schema(minimum = 0, maximum = 100)]
    pub(crate) score: u8,
}

/// Results of looking up a term.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct MatchList {
    /// The matches, best first; each concept once.
    pub(crate) matches: Vec<MatchAnswer>,
    /// Similar terms, where nothing matches exactly.
    pub(crate) did_you_mean: Vec<String>,
    /// The terms that the query contains, where no term matches it or contains it.
    #[serde(default)]
    pub(crate) components: Vec<ComponentAnswer>,
    /// Entries of imported dictionaries that are used as evidence only, each with its source.
    pub(crate) dictionary: Vec<DictionaryEntryAnswer>,
}

impl MatchList {
    /// An answer without any match.
    pub(crate) fn empty() -> Self {
        Self { matches: Vec::new(), did_you_mean: Vec::new(), components: Vec::new(), dictionary: Vec::new() }
    }
}

/// A term that is part of a query.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Component)]
pub(crate) struct ComponentAnswer {
    /// The part of the query.
    pub(crate) text: String,
    /// The concept, and how its term matches that part.
    #[serde(rename = "match")]
    pub(crate) found: MatchAnswer,
}

/// An entry of an imported dictionary that is used as evidence only.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = DictionaryEntry)]
pub(crate) struct DictionaryEntryAnswer {
    /// Its main spelling.
    ja: String,
    /// Its reading, where known.
    reading: Option<String>,
    /// Its English, in the order of the dictionary.
    en: Vec<String>,
    /// Part of speech, where known.
    part_of_speech: Option<PartOfSpeechWord>,
    /// Whether the query is one of its spellings.
    exact: bool,
    /// How it was found.
    kind: DictionaryMatchWord,
    /// The dictionary, with its licence.
    source: SourceNoteAnswer,
}

impl From<Concept> for ConceptAnswer {
    fn from(concept: Concept) -> Self {
        Self {
            id: concept.id.get(),
            project: concept.project,
            field: concept.field,
            definitions: concept.definitions.into_iter().map(Into::into).collect(),
            terms: concept.terms.into_iter().map(|term| TermAnswer::of(term, &concept.sources)).collect(),
            scope_release_id: concept.scope_release_id.map(Into::into),
            notes: concept.notes,
            conflicts: concept.conflicts.into_iter().map(Into::into).collect(),
            sources: concept.sources.into_iter().map(Into::into).collect(),
            revision: concept.revision.get(),
        }
    }
}

impl From<Definition> for DefinitionAnswer {
    fn from(definition: Definition) -> Self {
        let Definition { id, lang, text, release_id, source, author, origin: _ } = definition;
        let (id, release_id) = (id.map(Into::into), release_id.map(Into::into));
        Self { id, lang: lang.into(), text, release_id, source, author }
    }
}

impl TermAnswer {
    fn of(term: Term, sources: &[SourceNote]) -> Self {
        let standing = standing(&term);
        let Term { id, lang, text, reading, kind, part_of_speech, usage, review, confidence, evidence } = term;
        let evidence = evidence.into_iter().map(|evidence| EvidenceAnswer::of(evidence, sources)).collect();
        Self {
            id: id.get(),
            lang: lang.into(),
            text,
            reading_origin: reading.as_ref().map(|reading| reading.origin.into()),
            reading: reading.map(|reading| reading.kana),
            kind: kind.into(),
            part_of_speech: part_of_speech.map(Into::into),
            usage: usage.into(),
            review: review.into(),
            standing: standing.into(),
            confidence,
            evidence,
        }
    }
}

impl EvidenceAnswer {
    fn of(evidence: Evidence, sources: &[SourceNote]) -> Self {
        let Evidence {
            id,
            term_id: _,
            kind,
            method,
            release_id,
            source,
            url,
            span,
            snippet,
            confidence,
            work: _,
            origin: _,
        } = evidence;
        let note = sources.iter().find(|note| kind == EvidenceKind::Import && note.name == source);
        let licence = note.and_then(|note| note.facts.licence.clone());
        Self {
            id: id.get(),
            kind: kind.into(),
            method: method.into(),
            release_id: release_id.map(Into::into),
            source,
            url,
            licence,
            span: span.map(bytes),
            snippet,
            confidence,
        }
    }
}

impl From<SourceNote> for SourceNoteAnswer {
    fn from(note: SourceNote) -> Self {
        let SourceNote { name, facts: SourceFacts { licence, attribution, url } } = note;
        Self { name, licence, attribution, url }
    }
}

impl From<(DictionaryMatchKind, DictionaryEntry)> for DictionaryEntryAnswer {
    fn from((kind, entry): (DictionaryMatchKind, DictionaryEntry)) -> Self {
        let DictionaryEntry { key: _, exact, rank: _, ja, reading, en, part_of_speech, source } = entry;
        Self {
            ja,
            reading,
            en,
            part_of_speech: part_of_speech.map(Into::into),
            exact,
            kind: kind.into(),
            source: source.into(),
        }
    }
}

impl From<Conflict> for ConflictAnswer {
    fn from(conflict: Conflict) -> Self {
        Self { other: conflict.other.get(), kind: conflict.kind.into(), reason: conflict.reason }
    }
}

impl From<Match> for MatchAnswer {
    fn from(found: Match) -> Self {
        let Match { concept, term_id, kind, score } = found;
        let text = concept.terms.iter().find(|term| term.id == term_id).map(|term| term.text.clone());
        Self {
            concept: concept.into(),
            term_id: term_id.get(),
            text: text.unwrap_or_default(),
            kind: kind.into(),
            score,
        }
    }
}

impl From<Component> for ComponentAnswer {
    fn from(component: Component) -> Self {
        let Component { text, found } = component;
        Self { text, found: found.into() }
    }
}

impl From<Lookup> for MatchList {
    fn from(lookup: Lookup) -> Self {
        let Lookup { matches, did_you_mean, components, dictionary } = lookup;
        Self {
            matches: matches.into_iter().map(Into::into).collect(),
            did_you_mean,
            components: components.into_iter().map(Into::into).collect(),
            dictionary: dictionary.into_iter().map(Into::into).collect(),
        }
    }
}
