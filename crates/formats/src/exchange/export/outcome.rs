//! What became of a concept in an export.

/// What became of a concept in an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is in the file.
    Written,
    /// The selection has no term of it.
    NotSelected,
    /// The selection has terms of it, but the concept is left out as a whole.
    LeftOut(Omission),
}

/// Why a concept is left out, although the selection has terms of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Omission {
    /// Only approved terms are exported, and it is approved in one of its two languages only.
    Unapproved,
    /// Candidates are not exported, and it has nothing else in one of its two languages.
    Candidates,
    /// Terms that should not be used are not exported, and it has nothing else in one of its two languages.
    Discouraged,
    /// The format holds one translation for each source term, and other concepts have better ones for its source terms.
    SameTerm,
    /// The format holds pairs, and it has terms in one language only.
    Untranslated,
}

impl Omission {
    /// Every reason.
    pub const ALL: [Self; 5] =
        [Self::Unapproved, Self::Candidates, Self::Discouraged, Self::SameTerm, Self::Untranslated];
}
