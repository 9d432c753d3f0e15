//! Concepts and their terms, after the data model of ISO 30042 (TBX): one meaning, many designations.

use super::words::words;
use super::{ConceptId, DefinitionId, Evidence, Lang, Origin, ReleaseId, ReleaseNote, Revision, SourceNote, TermId};

/// A meaning with its definitions and its terms in each language.
#[derive(Debug, Clone, PartialEq)]
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
    pub scope_release_id: Option<ReleaseId>,
    /// What people noted, oldest first.
    pub notes: Vec<String>,
    /// Disagreements with other concepts of the same name.
    pub conflicts: Vec<Conflict>,
    /// Imported sources whose evidence or definitions are in here, by name, each once.
    pub sources: Vec<SourceNote>,
    /// Releases that name or define it, by number, each once; empty unless it was read for an export.
    pub releases: Vec<ReleaseNote>,
    /// Revision of the last change.
    pub revision: Revision,
}

impl Concept {
    /// How much belongs to it: terms, evidence, definitions and notes, counted together.
    #[must_use]
    pub fn size(&self) -> usize {
        let evidence: usize = self.terms.iter().map(|term| term.evidence.len()).sum();
        self.terms.len() + evidence + self.definitions.len() + self.notes.len()
    }

    /// A concept of a project with nothing in it yet.
    #[must_use]
    pub fn empty(id: ConceptId, project: impl Into<String>) -> Self {
        Self {
            id,
            project: project.into(),
            field: None,
            definitions: Vec::new(),
            terms: Vec::new(),
            scope_release_id: None,
            notes: Vec::new(),
            conflicts: Vec::new(),
            sources: Vec::new(),
            releases: Vec::new(),
            revision: Revision::START,
        }
    }
}

/// One definition, as a release prints it, an import brings it or a person writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Number in the store; `None` before it is stored.
    pub id: Option<DefinitionId>,
    /// Language of the definition.
    pub lang: Lang,
    /// The printed words, lines re-joined.
    pub text: String,
    /// Release it stands in.
    pub release_id: Option<ReleaseId>,
    /// Name of that release, of the import, or of the person.
    pub source: String,
    /// The person who wrote it; `None` for one of a release or an import.
    pub author: Option<String>,
    /// What an imported file says it comes from.
    pub origin: Option<Origin>,
}

/// One designation of a concept in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// Number in the store.
    pub id: TermId,
    /// Its language.
    pub lang: Lang,
    /// The term itself.
    pub text: String,
    /// How it is read, where that is known or can be guessed.
    pub reading: Option<Reading>,
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

/// How a Japanese term is read, and what says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The reading in katakana.
    pub kana: String,
    /// What it rests on.
    pub origin: ReadingOrigin,
}

impl Reading {
    /// Whether nothing says so but a tokeniser, which is often wrong about terms.
    #[must_use]
    pub fn is_guess(&self) -> bool {
        self.origin == ReadingOrigin::Guessed
    }
}

impl Term {
    /// The reading in katakana, unless it is a guess; what is passed on to other programs.
    #[must_use]
    pub fn sure_reading(&self) -> Option<&str> {
        self.reading.as_ref().filter(|reading| !reading.is_guess()).map(|reading| reading.kana.as_str())
    }
}

words! {
    /// What the reading of a term rests on.
    ReadingOrigin {
        /// A document prints it beside the term.
        Printed = "printed",
        /// A glossary, an imported dictionary, the starter base or a person states it.
        Stated = "stated",
        /// It is put together from the known readings of the parts.
        Composed = "composed",
        /// The tokeniser's guess.
        Guessed = "guessed",
    }
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
    /// Whether a person has reviewed a term.
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
