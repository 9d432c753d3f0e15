//! The state before a review decision, stored with it so that it can be undone.

use serde::{Deserialize, Serialize};

use super::rows::{ConceptRow, ConflictRow, DefinitionRow, EvidenceRow, NoteRow, PairRow, TermRow};
use crate::model::{ConceptId, DefinitionId, EvidenceId, NoteId, TermId};

/// Everything a decision changed, as it was before. Each row stands in it once.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Image {
    /// Concepts.
    pub(super) concepts: Vec<ConceptRow>,
    /// Terms.
    pub(super) terms: Vec<TermRow>,
    /// Evidence that went to another term, and the term it was of.
    pub(super) evidence: Vec<(EvidenceId, TermId)>,
    /// Definitions that went to another concept, and the concept they were of.
    pub(super) definitions: Vec<(DefinitionId, ConceptId)>,
    /// Notes that went to another concept, and the concept they were of.
    pub(super) notes: Vec<(NoteId, ConceptId)>,
    /// All conflicts of the concepts in `shapes`.
    pub(super) conflicts: Vec<ConflictRow>,
    /// Pairs: the keys, and what was decided about them before.
    pub(super) pairs: Vec<(String, String, Option<PairRow>)>,
    /// Corrections: the keys, and the text that stood there before.
    pub(super) corrections: Vec<(String, String, Option<String>)>,
    /// Concepts whose parts were moved; empty for a decision that moves nothing.
    pub(super) shapes: Vec<ConceptId>,
    /// What the parts of these concepts, and of those made, came to: any later change shows.
    pub(super) shape_after: Option<String>,
    /// Concepts the decision made.
    pub(super) made_concepts: Vec<ConceptId>,
    /// Terms it made.
    pub(super) made_terms: Vec<TermId>,
    /// Evidence it made.
    pub(super) made_evidence: Vec<EvidenceId>,
    /// Notes it made.
    pub(super) made_notes: Vec<NoteId>,
    /// Definitions it made.
    pub(super) made_definitions: Vec<DefinitionId>,
    /// Evidence it deleted.
    pub(super) deleted_evidence: Vec<EvidenceRow>,
    /// Definitions it changed or deleted.
    pub(super) former_definitions: Vec<DefinitionRow>,
    /// Notes it deleted.
    pub(super) deleted_notes: Vec<NoteRow>,
}

impl Image {
    /// Short names of everything in it.
    pub(super) fn things(&self) -> Vec<String> {
        let concepts = self.concepts.iter().map(|row| row.id).chain(self.made_concepts.iter().copied());
        let terms = self.terms.iter().map(|row| row.id).chain(self.made_terms.iter().copied());
        let mut things: Vec<String> = concepts.map(|id| format!("concept:{id}")).collect();
        things.extend(terms.map(|id| format!("term:{id}")));
        things.extend(self.pairs.iter().map(|(ja, en, _)| format!("pair:{ja}\u{1f}{en}")));
        things.extend(self.corrections.iter().map(|(ja, en, _)| format!("correction:{ja}\u{1f}{en}")));
        things.extend(self.made_notes.iter().map(|id| format!("note:{id}")));
        let definitions = self.former_definitions.iter().map(|row| row.id).chain(self.made_definitions.iter().copied());
        things.extend(definitions.map(|id| format!("definition:{id}")));
        things.extend(self.deleted_notes.iter().map(|row| format!("note:{}", row.id)));
        things.sort();
        things.dedup();
        things
    }
}
