//! Look-up matches with the reason for each, and terms spotted in a text.

use super::words::words;
use super::{Concept, ConceptId, Span, TermId};

/// A concept found for a query, and why.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// The concept.
    pub concept: Concept,
    /// The term of it that matched.
    pub term_id: TermId,
    /// How it matched.
    pub kind: MatchKind,
    /// 0 to 100; 100 only for an exact match.
    pub score: u8,
}

words! {
    /// How a term matched a query, best first.
    MatchKind {
        /// Same after normalisation.
        Exact = "exact",
        /// Same after folding spelling variants.
        Variant = "variant",
        /// Same reading.
        Reading = "reading",
        /// The term begins with the query.
        Prefix = "prefix",
        /// The term contains the query.
        Substring = "substring",
        /// Similar by edit distance.
        Fuzzy = "fuzzy",
    }
}

words! {
    /// How an entry of a dictionary answers a query, best first.
    DictionaryMatchKind {
        /// The query is one of its spellings.
        Spelling = "spelling",
        /// The query is a variant of one of its spellings.
        Variant = "variant",
        /// The query is how it is read.
        Reading = "reading",
        /// The query is its English, or a word of it.
        Gloss = "gloss",
    }
}

/// A known term found in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spotted {
    /// Where in the text.
    pub span: Span,
    /// The term.
    pub term_id: TermId,
    /// Its concept.
    pub concept_id: ConceptId,
    /// Whether it lies inside a longer term that was found too.
    pub nested: bool,
}
