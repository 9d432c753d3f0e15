//! Concepts and matches in, their JSON out.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::characters::bytes;
use super::words::{
    ConflictWord, MatchWord, PartOfSpeechWord, ReviewWord, StandingWord, TermKindWord, UsageWord, WitnessWord,
};
use crate::app::review::{Standing, standing};
use crate::app::sources::DictionaryEntry;
use crate::model::{
    Concept, Conflict, ConflictKind, Definition, Evidence, EvidenceKind, Match, MatchKind, PartOfSpeech, Review,
    SourceFacts, SourceNote, Term, TermKind, Usage,
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
    /// Definitions in printed words, one per release that defines it.
    pub(crate) definitions: Vec<DefinitionAnswer>,
    /// Terms, Japanese first, preferred first.
    pub(crate) terms: Vec<TermAnswer>,
    /// The one release that uses the word in this sense, as far as is known; `null` for a sense of general use.
    pub(crate) scope_release_id: Option<i64>,
    /// What people noted, oldest first.
    pub(crate) notes: Vec<String>,
    /// Disagreements with other concepts of the same name.
    pub(crate) conflicts: Vec<ConflictAnswer>,
    /// Imported sources whose data is in here, with what they ask of those who use it.
    pub(crate) sources: Vec<SourceNoteAnswer>,
    /// Revision of its last change.
    pub(crate) revision: i64,
}

/// One definition as a release prints it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Definition)]
pub(crate) struct DefinitionAnswer {
    /// Language tag (BCP 47).
    #[schema(example = "ja")]
    pub(crate) lang: String,
    /// The printed words, lines re-joined.
    pub(crate) text: String,
    /// Number of the release it stands in.
    pub(crate) release_id: Option<i64>,
    /// Name of that release or source.
    pub(crate) source: String,
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
    /// Reading in katakana, where known.
    #[schema(example = "シショウカブ")]
    pub(crate) reading: Option<String>,
    /// What kind of designation.
    #[schema(value_type = TermKindWord)]
    pub(crate) kind: TermKind,
    /// Part of speech, where known.
    #[schema(value_type = Option<PartOfSpeechWord>)]
    pub(crate) part_of_speech: Option<PartOfSpeech>,
    /// Whether to use it.
    #[schema(value_type = UsageWord)]
    pub(crate) usage: Usage,
    /// Whether a person has looked.
    #[schema(value_type = ReviewWord)]
    pub(crate) review: Review,
    /// The same, with what is strong told apart: `suggested_strong` has a confidence of 0.95 and two sorts of evidence.
    #[schema(value_type = StandingWord)]
    pub(crate) standing: Standing,
    /// Probability that it names the concept.
    #[schema(minimum = 0, maximum = 1)]
    pub(crate) confidence: f64,
    /// What stands behind it; never empty.
    pub(crate) evidence: Vec<EvidenceAnswer>,
}

/// One reason why a term is in the base.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Evidence)]
pub(crate) struct EvidenceAnswer {
    /// Its number.
    pub(crate) id: i64,
    /// What sort of witness.
    #[schema(value_type = WitnessWord)]
    pub(crate) kind: EvidenceKind,
    /// How it was found: `inline_gloss`, `head_gloss`, `entry`, `starter`, …
    #[schema(example = "inline_gloss")]
    pub(crate) method: String,
    /// Number of the release, where there is one.
    pub(crate) release_id: Option<i64>,
    /// Name of the release or source.
    pub(crate) source: String,
    /// Licence of the source, where it is an imported one that states it.
    pub(crate) licence: Option<String>,
    /// Where in the release's text, in bytes `[start, end)`.
    pub(crate) span: Option<[usize; 2]>,
    /// The words themselves.
    pub(crate) snippet: Option<String>,
    /// Probability.
    #[schema(minimum = 0, maximum = 1)]
    pub(crate) confidence: f64,
}

/// An imported source, and what it asks of those who use its data.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = SourceNote)]
pub(crate) struct SourceNoteAnswer {
    /// Its name, as `source` of evidence and definitions gives it.
    pub(crate) name: String,
    /// Its licence, where stated.
    pub(crate) licence: Option<String>,
    /// Whom to name, where stated.
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
    #[schema(value_type = ConflictWord)]
    pub(crate) kind: ConflictKind,
    /// In words, with both sides.
    pub(crate) reason: String,
}

/// One page of concepts.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct ConceptPage {
    /// The concepts, by number.
    pub(crate) concepts: Vec<ConceptAnswer>,
    /// What to give as `after` for the next page; `null` on the last.
    pub(crate) next_after: Option<i64>,
}

/// A concept found for a query, and why.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Match)]
pub(crate) struct MatchAnswer {
    /// The concept.
    pub(crate) concept: ConceptAnswer,
    /// Number of the term of it that matched.
    pub(crate) term_id: i64,
    /// How it matched.
    #[schema(value_type = MatchWord)]
    pub(crate) kind: MatchKind,
    /// How well: 100 only for an exact match.
    #[schema(minimum = 0, maximum = 100)]
    pub(crate) score: u8,
}

/// What was found for a query.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub(crate) struct MatchList {
    /// The matches, best first; each concept once.
    pub(crate) matches: Vec<MatchAnswer>,
    /// Terms that look like the question, where nothing answers it exactly.
    pub(crate) did_you_mean: Vec<String>,
    /// What imported dictionaries say that are only looked up, each entry with its source.
    pub(crate) dictionary: Vec<DictionaryAnswer>,
}

/// An entry of an imported dictionary that is only looked up.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = DictionaryEntry)]
pub(crate) struct DictionaryAnswer {
    /// Its leading spelling.
    ja: String,
    /// How it is read, where known.
    reading: Option<String>,
    /// Its English, in the order of the dictionary.
    en: Vec<String>,
    /// Part of speech, where known.
    #[schema(value_type = Option<PartOfSpeechWord>)]
    part_of_speech: Option<PartOfSpeech>,
    /// Whether a spelling of it is the question; otherwise one is a variant of it.
    exact: bool,
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
        let Definition { lang, text, release_id, source } = definition;
        Self { lang: lang.into(), text, release_id: release_id.map(Into::into), source }
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
            reading,
            kind,
            part_of_speech,
            usage,
            review,
            standing,
            confidence,
            evidence,
        }
    }
}

impl EvidenceAnswer {
    fn of(evidence: Evidence, sources: &[SourceNote]) -> Self {
        let Evidence { id, term_id: _, kind, method, release_id, source, span, snippet, confidence, work: _ } =
            evidence;
        let note = sources.iter().find(|note| kind == EvidenceKind::Import && note.name == source);
        let licence = note.and_then(|note| note.facts.licence.clone());
        let (release_id, method) = (release_id.map(Into::into), method.into());
        Self { id: id.get(), kind, method, release_id, source, licence, span: span.map(bytes), snippet, confidence }
    }
}

impl From<SourceNote> for SourceNoteAnswer {
    fn from(note: SourceNote) -> Self {
        let SourceNote { name, facts: SourceFacts { licence, attribution, url } } = note;
        Self { name, licence, attribution, url }
    }
}

impl From<DictionaryEntry> for DictionaryAnswer {
    fn from(entry: DictionaryEntry) -> Self {
        let DictionaryEntry { key: _, exact, ja, reading, en, part_of_speech, source } = entry;
        Self { ja, reading, en, part_of_speech, exact, source: source.into() }
    }
}

impl From<Conflict> for ConflictAnswer {
    fn from(conflict: Conflict) -> Self {
        Self { other: conflict.other.get(), kind: conflict.kind, reason: conflict.reason }
    }
}

impl From<Match> for MatchAnswer {
    fn from(found: Match) -> Self {
        Self { concept: found.concept.into(), term_id: found.term_id.get(), kind: found.kind, score: found.score }
    }
}
