//! What a column of a table may contain.

/// What a column of a table contains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ColumnContent {
    /// The Japanese term.
    Japanese,
    /// The English term.
    English,
    /// How the Japanese term is read.
    Reading,
    /// An English abbreviation.
    Abbreviation,
    /// Other names of the concept, in either language.
    Synonym,
    /// Part of speech of the Japanese term, or of an English one that stands alone.
    PartOfSpeech,
    /// Part of speech of the English term.
    EnglishPartOfSpeech,
    /// The usage or the review of the pair.
    Status,
    /// The review of the pair.
    Review,
    /// The probability that the pair is right.
    Confidence,
    /// Subject field.
    Field,
    /// A definition.
    Definition,
    /// Anything else worth keeping.
    Note,
    /// The number of the concept.
    Concept,
}

impl ColumnContent {
    /// Whether it is the term in one of the languages.
    pub(in crate::exchange) fn is_term(self) -> bool {
        matches!(self, Self::Japanese | Self::English)
    }

    /// Whether it says how the terms of a row stand.
    pub(super) fn is_standing(self) -> bool {
        matches!(self, Self::Status | Self::Review)
    }
}
