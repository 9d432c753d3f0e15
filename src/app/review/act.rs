//! What a person wants done: plain words in, one of nine decisions out.

use crate::model::{ConceptId, DecisionKind, ReleaseId, Revision, TermId, Usage};
use crate::store::NoteScope;

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// The term is right; so is the leading Japanese term of its concept, where it was open.
    Accept {
        /// The term.
        term: TermId,
    },
    /// The term is right once it reads so.
    Edit {
        /// The term, of either language.
        term: TermId,
        /// The corrected text.
        text: String,
    },
    /// The term is no translation, or a Japanese one no term.
    Reject {
        /// The term.
        term: TermId,
    },
    /// Two concepts are one.
    Merge {
        /// The one that stays.
        into: ConceptId,
        /// The one that goes.
        from: ConceptId,
    },
    /// One concept is two.
    Split {
        /// The concept.
        concept: ConceptId,
        /// The terms of the new one.
        terms: Vec<TermId>,
    },
    /// The term is no longer to be used.
    Retire {
        /// The term.
        term: TermId,
        /// What to use instead.
        replacement: Option<TermId>,
    },
    /// Whether to use the term. The preferred one of a language is one only.
    Usage {
        /// The term.
        term: TermId,
        /// Whether to use it.
        usage: Usage,
        /// What to use instead of one that is deprecated or forbidden.
        replacement: Option<TermId>,
    },
    /// Something to know about the concept.
    Note {
        /// The concept.
        concept: ConceptId,
        /// What to know.
        text: String,
        /// Where it holds.
        scope: NoteScope,
    },
    /// How far the sense reaches.
    Scope {
        /// The concept.
        concept: ConceptId,
        /// The one release that uses the word so; none where all may.
        release: Option<ReleaseId>,
    },
}

impl Act {
    /// The word for its kind.
    #[must_use]
    pub fn kind(&self) -> DecisionKind {
        match self {
            Self::Accept { .. } => DecisionKind::Accept,
            Self::Edit { .. } => DecisionKind::Edit,
            Self::Reject { .. } => DecisionKind::Reject,
            Self::Merge { .. } => DecisionKind::Merge,
            Self::Split { .. } => DecisionKind::Split,
            Self::Retire { .. } => DecisionKind::Retire,
            Self::Usage { .. } => DecisionKind::Usage,
            Self::Note { .. } => DecisionKind::Note,
            Self::Scope { .. } => DecisionKind::Scope,
        }
    }

    /// The term it is about.
    #[must_use]
    pub fn term(&self) -> Option<TermId> {
        match self {
            Self::Accept { term }
            | Self::Edit { term, .. }
            | Self::Reject { term }
            | Self::Retire { term, .. }
            | Self::Usage { term, .. } => Some(*term),
            Self::Merge { .. } | Self::Split { .. } | Self::Note { .. } | Self::Scope { .. } => None,
        }
    }

    /// The concept it names.
    pub(super) fn concept(&self) -> Option<ConceptId> {
        match self {
            Self::Merge { into: concept, .. }
            | Self::Split { concept, .. }
            | Self::Note { concept, .. }
            | Self::Scope { concept, .. } => Some(*concept),
            Self::Accept { .. }
            | Self::Edit { .. }
            | Self::Reject { .. }
            | Self::Retire { .. }
            | Self::Usage { .. } => None,
        }
    }
}

/// What a decision was made on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Basis {
    /// Whatever there is.
    #[default]
    Present,
    /// The concept at this revision.
    Concept(Revision),
    /// The term at this revision or before; other terms of the concept may have changed.
    Term(Revision),
}

/// A decision, and what it was made on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The decision.
    pub act: Act,
    /// What it was made on.
    pub basis: Basis,
}

impl From<Act> for Ask {
    fn from(act: Act) -> Self {
        Self { act, basis: Basis::Present }
    }
}
