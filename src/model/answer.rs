//! Look-up matches with the reason for each, and terms spotted in a text.

use serde::{Deserialize, Serialize};

use super::{Concept, ConceptId, Span, TermId};

/// A concept found for a query, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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

/// How a term matched a query, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchKind {
    /// Same after normalisation.
    Exact,
    /// Same after folding spelling variants.
    Variant,
    /// Same reading.
    Reading,
    /// The term begins with the query.
    Prefix,
    /// The term contains the query.
    Substring,
    /// Similar by edit distance.
    Fuzzy,
}

/// A known term found in a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
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
