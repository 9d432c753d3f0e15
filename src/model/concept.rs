//! Concepts and their terms, after the data model of ISO 30042 (TBX): one meaning, many designations.

use serde::{Deserialize, Serialize};

use super::words::words;
use super::{Evidence, Lang, ReleaseId, SourceNote};

/// Number of a project in the store.
pub type ProjectId = i64;
/// Number of a concept in the store.
pub type ConceptId = i64;
/// Number of a term in the store.
pub type TermId = i64;

/// A meaning with its definitions and its terms in each language.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Concept {
    /// Number in the store.
    pub id: ConceptId,
    /// Name of the project it belongs to.
    pub project: String,
    /// Subject field, where known: `life-sciences`.
    pub field: Option<String>,
    /// Definitions in printed words, one per release that defines it.
    pub definitions: Vec<Definition>,
    /// Terms, Japanese first, preferred first.
    pub terms: Vec<Term>,
    /// The one release that uses the word in this sense, as far as is known; none for a sense of general use.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope_release_id: Option<ReleaseId>,
    /// What people noted, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<String>,
    /// Disagreements with other concepts of the same name.
    pub conflicts: Vec<Conflict>,
    /// Imported sources whose evidence or definitions are in here, by name, each once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<SourceNote>,
    /// Revision of the last change.
    pub revision: i64,
}

/// One definition as a release prints it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Definition {
    /// Language of the definition.
    pub lang: Lang,
    /// The printed words, lines re-joined.
    pub text: String,
    /// Release it stands in.
    pub release_id: Option<ReleaseId>,
    /// Name of that release.
    pub source: String,
}

/// One designation of a concept in one language.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Number in the store.
    pub id: TermId,
    /// Its language.
    pub lang: Lang,
    /// The term itself.
    pub text: String,
    /// Reading in katakana, where known.
    pub reading: Option<String>,
    /// What kind of designation.
    pub kind: TermKind,
    /// Part of speech, where known.
    pub part_of_speech: Option<PartOfSpeech>,
    /// Whether to use it.
    pub usage: Usage,
    /// Whether a person has looked.
    pub review: Review,
    /// Probability that it names the concept, 0 to 1: the strongest of its evidence.
    pub confidence: f64,
    /// What stands behind it.
    pub evidence: Vec<Evidence>,
}

words! {
    /// What kind of designation a term is (TBX `termType`).
    TermKind {
        /// The full form.
        FullForm = "full_form",
        /// An abbreviation or acronym.
        Abbreviation = "abbreviation",
        /// A symbol or formula that is never case-folded: a gene, a compound.
        Symbol = "symbol",
        /// Another spelling of a term of the same concept.
        Variant = "variant",
    }
}

words! {
    /// Whether to use a term (TBX `administrativeStatus`).
    Usage {
        /// The one to use.
        Preferred = "preferred",
        /// May be used.
        Admitted = "admitted",
        /// No longer to be used.
        Deprecated = "deprecated",
        /// Never to be used.
        Forbidden = "forbidden",
    }
}

words! {
    /// Whether a person has looked at a term.
    Review {
        /// Found, with too little evidence to offer.
        Candidate = "candidate",
        /// Offered for review.
        Suggested = "suggested",
        /// A person said yes.
        Approved = "approved",
        /// A person said no.
        Rejected = "rejected",
    }
}

words! {
    /// Part of speech, the pick list of TBX-Basic.
    PartOfSpeech {
        /// Noun.
        Noun = "noun",
        /// Verb.
        Verb = "verb",
        /// Adjective.
        Adjective = "adjective",
        /// Adverb.
        Adverb = "adverb",
        /// Anything else.
        Other = "other",
    }
}

/// Two concepts of one name that do not agree; shown, never merged in silence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Conflict {
    /// The other concept.
    pub other: ConceptId,
    /// What they disagree about.
    pub kind: ConflictKind,
    /// In words, with both sides.
    pub reason: String,
}

words! {
    /// What two concepts of one name disagree about.
    ConflictKind {
        /// Their definitions share next to nothing.
        Definition = "definition",
        /// Their English differs.
        English = "english",
    }
}
