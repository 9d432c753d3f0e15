//! Licence and origin of an imported dictionary or term base.

/// What a source says of itself, or a person of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceFacts {
    /// The licence its data is under, in its own words: `CC BY-SA 4.0`.
    pub licence: Option<String>,
    /// Whom to name, in its own words.
    pub attribution: Option<String>,
    /// Where it is from.
    pub url: Option<String>,
}

impl SourceFacts {
    /// These facts, and where they are silent those of `other`.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            licence: self.licence.or(other.licence),
            attribution: self.attribution.or(other.attribution),
            url: self.url.or(other.url),
        }
    }
}

/// A source whose data stands in a concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceNote {
    /// Its name, as evidence and definitions give it.
    pub name: String,
    /// What it asks of those who use it.
    pub facts: SourceFacts,
}
