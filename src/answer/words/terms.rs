//! Words about concepts, terms and their evidence.

use super::words;
use crate::model::{
    ConflictKind, DictionaryMatchKind, EvidenceKind, MatchKind, PartOfSpeech, ReadingOrigin, Review, TermKind, Usage,
};

words! {
    /// Kind of designation: `full_form`, `abbreviation`, `symbol` (case matters) or `variant` (another spelling).
    TermKindWord from TermKind {
        FullForm = "full_form",
        Abbreviation = "abbreviation",
        Symbol = "symbol",
        Variant = "variant",
    }
}
words! {
    /// Whether to use a term.
    UsageWord from Usage {
        Preferred = "preferred",
        Admitted = "admitted",
        Deprecated = "deprecated",
        Forbidden = "forbidden",
    }
}
words! {
    /// Review state: `candidate` and `suggested` are set by the program, `approved` and `rejected` by a person.
    ReviewWord from Review {
        Candidate = "candidate",
        Suggested = "suggested",
        Approved = "approved",
        Rejected = "rejected",
    }
}
words! {
    /// What the reading of a term rests on: the document prints it, somebody states it (a glossary, an imported dictionary, the starter
    /// base, a person), it is put together from its parts, or the tokeniser guesses it.
    ReadingOriginWord from ReadingOrigin {
        Printed = "printed",
        Stated = "stated",
        Composed = "composed",
        Guessed = "guessed",
    }
}
words! {
    /// Part of speech.
    PartOfSpeechWord from PartOfSpeech {
        Noun = "noun",
        Verb = "verb",
        Adjective = "adjective",
        Adverb = "adverb",
        Other = "other",
    }
}
words! {
    /// What two concepts of the same name disagree about.
    ConflictWord from ConflictKind {
        Definition = "definition",
        English = "english",
    }
}
words! {
    /// Kind of evidence: a passage of a release, a term of the starter base, an imported row, or a person.
    EvidenceWord from EvidenceKind {
        Document = "document",
        Curated = "curated",
        Import = "import",
        Person = "person",
    }
}
words! {
    /// How an entry of a dictionary was found, best first: by one of its spellings, a variant of one, its reading, or its English.
    DictionaryMatchWord from DictionaryMatchKind {
        Spelling = "spelling",
        Variant = "variant",
        Reading = "reading",
        Gloss = "gloss",
    }
}
words! {
    /// How a term matched, best first.
    MatchWord from MatchKind {
        Exact = "exact",
        Variant = "variant",
        Reading = "reading",
        Prefix = "prefix",
        Substring = "substring",
        Fuzzy = "fuzzy",
    }
}
