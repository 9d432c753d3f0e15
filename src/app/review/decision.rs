//! The decisions a person can make about a term or a concept.

use crate::model::{ConceptId, DecisionKind, DefinitionId, ReleaseId, Revision, TermId, Usage};
use crate::store::NoteScope;

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Decision {
    /// The term is right, and so is the leading Japanese term of its concept if it was open.
    Accept {
        /// The term.
        term: TermId,
    },
    /// The term is right with a corrected text.
    Edit {
        /// The term, of either language.
        term: TermId,
        /// The corrected text.
        text: String,
    },
    /// The English term is not a translation, or the Japanese one is not a term.
    Reject {
        /// The term.
        term: TermId,
    },
    /// Two concepts are the same.
    Merge {
        /// The concept that stays.
        into: ConceptId,
        /// The concept that is merged into it.
        from: ConceptId,
    },
    /// One concept is really two.
    Split {
        /// The concept.
        concept: ConceptId,
        /// The terms that move to the new concept.
        terms: Vec<TermId>,
    },
    /// The term should no longer be used.
    Retire {
        /// The term.
        term: TermId,
        /// What to use instead.
        replacement: Option<TermId>,
    },
    /// Sets the usage of the term. Each language has at most one preferred term.
    Usage {
        /// The term.
        term: TermId,
        /// The usage.
        usage: Usage,
        /// What to use instead of a deprecated or forbidden term.
        replacement: Option<TermId>,
    },
    /// Adds a note to the concept.
    Note {
        /// The concept.
        concept: ConceptId,
        /// The text of the note.
        text: String,
        /// Where the note applies.
        scope: NoteScope,
    },
    /// Sets the scope of the concept.
    Scope {
        /// The concept.
        concept: ConceptId,
        /// The only release it applies to; `None` for the whole project.
        release: Option<ReleaseId>,
    },
    /// Adds a definition to the concept, or changes or deletes one that a person wrote.
    Define {
        /// The concept.
        concept: ConceptId,
        /// The definition to change or delete; `None` to add one.
        definition: Option<DefinitionId>,
        /// The text; `None` to delete the definition.
        text: Option<String>,
    },
    /// Deletes a term that only people support; the concept too, if it names nothing in two languages then.
    Delete {
        /// The term.
        term: TermId,
    },
    /// Deletes a concept that only people support.
    DeleteConcept {
        /// The concept.
        concept: ConceptId,
    },
}

impl Decision {
    /// The name of the kind of decision.
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
            Self::Define { .. } => DecisionKind::Define,
            Self::Delete { .. } | Self::DeleteConcept { .. } => DecisionKind::Delete,
        }
    }

    /// The term it is about, if any.
    #[must_use]
    pub fn term(&self) -> Option<TermId> {
        match self {
            Self::Accept { term }
            | Self::Edit { term, .. }
            | Self::Reject { term }
            | Self::Retire { term, .. }
            | Self::Usage { term, .. }
            | Self::Delete { term } => Some(*term),
            Self::Merge { .. }
            | Self::Split { .. }
            | Self::Note { .. }
            | Self::Scope { .. }
            | Self::Define { .. }
            | Self::DeleteConcept { .. } => None,
        }
    }

    /// The concept it is about, if it names one.
    pub(super) fn concept(&self) -> Option<ConceptId> {
        match self {
            Self::Merge { into: concept, .. }
            | Self::Split { concept, .. }
            | Self::Note { concept, .. }
            | Self::Scope { concept, .. }
            | Self::Define { concept, .. }
            | Self::DeleteConcept { concept } => Some(*concept),
            Self::Accept { .. }
            | Self::Edit { .. }
            | Self::Reject { .. }
            | Self::Retire { .. }
            | Self::Usage { .. }
            | Self::Delete { .. } => None,
        }
    }
}

/// The state a decision was based on, to detect changes made since.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Basis {
    /// The current state, whatever it is.
    #[default]
    Present,
    /// The concept as of this revision.
    Concept(Revision),
    /// The term as of this revision; other terms of the concept may have changed since.
    Term(Revision),
}

/// A decision and the state it was based on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecisionRequest {
    /// The decision.
    pub decision: Decision,
    /// The state it was based on.
    pub basis: Basis,
}

impl From<Decision> for DecisionRequest {
    fn from(decision: Decision) -> Self {
        Self { decision, basis: Basis::Present }
    }
}
