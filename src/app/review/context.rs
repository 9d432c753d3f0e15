//! The current state of the concept a decision is about, used to validate the decision.

use super::decision::{Basis, Decision};
use crate::app::AppError;
use crate::model::{Concept, ConceptId, Definition, Review, Revision, Term, TermId, Usage};
use crate::store::{Sense, Write};

/// The longest corrected term, in characters.
const LONGEST_TERM: usize = 400;

/// The longest definition, in characters.
const LONGEST_DEFINITION: usize = 4_000;

/// The longest note, in characters.
pub const LONGEST_NOTE: usize = 4_000;

/// What a decision is about, in its current state.
pub(super) struct DecisionContext {
    /// The concept.
    pub(super) concept: Concept,
    /// Its project and scope.
    pub(super) sense: Sense,
    /// The revision of the term, if the decision is about one.
    term_revision: Option<Revision>,
}

pub(super) fn invalid<T>(field: &'static str, problem: impl Into<String>) -> Result<T, AppError> {
    Err(AppError::InvalidRequest { field, problem: problem.into() })
}

impl DecisionContext {
    /// Loads the context inside the transaction.
    pub(super) async fn of(write: &mut Write, decision: &Decision) -> Result<Self, AppError> {
        match (decision.term(), decision.concept()) {
            (Some(term), _) => Self::of_term(write, term).await,
            (None, Some(concept)) => Self::of_concept(write, concept, None).await,
            (None, None) => invalid("kind", "it must refer to a term or a concept"),
        }
    }

    /// Loads the context of a decision about a term inside the transaction.
    pub(super) async fn of_term(write: &mut Write, term: TermId) -> Result<Self, AppError> {
        let (concept, revision) = write.concept_of_term(term).await?;
        Self::of_concept(write, concept, Some(revision)).await
    }

    async fn of_concept(
        write: &mut Write,
        concept: ConceptId,
        term_revision: Option<Revision>,
    ) -> Result<Self, AppError> {
        let concept = write.concept(concept).await?;
        let sense = write.senses(&[concept.id]).await?.remove(&concept.id);
        let Some(sense) = sense else {
            return Err(AppError::NotFound { what: "concept", name: concept.id.to_string() });
        };
        Ok(Self { concept, sense, term_revision })
    }

    /// A term of the concept.
    pub(super) fn term(&self, id: TermId) -> Result<&Term, AppError> {
        let found = self.concept.terms.iter().find(|term| term.id == id);
        found.ok_or_else(|| AppError::NotFound { what: "term", name: id.to_string() })
    }

    /// The first Japanese term that is not rejected.
    pub(super) fn leading(&self) -> Option<&Term> {
        self.japanese().next()
    }

    /// The Japanese terms that are not rejected.
    pub(super) fn japanese(&self) -> impl Iterator<Item = &Term> {
        self.concept.terms.iter().filter(|term| term.lang.is_japanese() && term.review != Review::Rejected)
    }

    /// Whether the decision would change nothing.
    pub(super) async fn is_done(&self, write: &mut Write, decision: &Decision) -> Result<bool, AppError> {
        Ok(match decision {
            Decision::Accept { term } => self.term(*term)?.review == Review::Approved,
            Decision::Edit { term, text } => {
                let term = self.term(*term)?;
                term.text == text.trim() && term.review == Review::Approved
            }
            Decision::Reject { term } => self.term(*term)?.review == Review::Rejected,
            Decision::Retire { term, replacement } => {
                self.is_used(write, *term, Usage::Deprecated, *replacement).await?
            }
            Decision::Usage { term, usage, replacement } => self.is_used(write, *term, *usage, *replacement).await?,
            Decision::Note { concept, text, scope } => {
                let notes = write.notes(*concept).await?;
                notes.iter().any(|note| note.text == text.trim() && note.scope == *scope)
            }
            Decision::Scope { release, .. } => self.sense.decided && self.sense.scope_release_id == *release,
            Decision::Define { definition, text, .. } => {
                let same = |one: &&Definition| {
                    one.author.is_some()
                        && Some(one.text.as_str()) == text.as_deref().map(str::trim)
                        && definition.is_none_or(|id| one.id == Some(id))
                };
                text.is_some() && self.concept.definitions.iter().any(|one| same(&one))
            }
            Decision::Merge { .. }
            | Decision::Split { .. }
            | Decision::Delete { .. }
            | Decision::DeleteConcept { .. } => false,
        })
    }

    async fn is_used(
        &self,
        write: &mut Write,
        term: TermId,
        usage: Usage,
        replacement: Option<TermId>,
    ) -> Result<bool, AppError> {
        let current = self.term(term)?;
        let same = current.usage == usage && matches!(current.review, Review::Approved | Review::Rejected);
        Ok(same && write.replacement_of(term).await? == replacement)
    }

    /// Rejects a decision based on an outdated state.
    pub(super) async fn check(&self, write: &mut Write, basis: Basis) -> Result<(), AppError> {
        let (revision, found) = match basis {
            Basis::Present => return Ok(()),
            Basis::Concept(revision) => (revision, self.sense.revision),
            Basis::Term(revision) => {
                (revision, self.term_revision.filter(|found| *found > revision).unwrap_or(revision))
            }
        };
        if revision == found {
            return Ok(());
        }
        let (actor, at) = write.who_changed(found).await?.unwrap_or_default();
        Err(AppError::RevisionConflict { concept: self.concept.id, given: revision, found, actor, at })
    }
}

/// Validates the text of a term.
pub(super) fn term_text(text: &str) -> Result<&str, AppError> {
    written("text", text, LONGEST_TERM)
}

/// Validates the text of a note.
pub(super) fn note_text(text: &str) -> Result<&str, AppError> {
    let text = text.trim();
    let length = text.chars().count();
    if length == 0 || length > LONGEST_NOTE {
        return invalid("text", format!("a note must have 1 to {LONGEST_NOTE} characters; this one has {length}"));
    }
    Ok(text)
}

/// Validates the text of a definition.
pub(super) fn definition_text(text: &str) -> Result<&str, AppError> {
    let text = text.trim();
    let length = text.chars().count();
    if length == 0 || length > LONGEST_DEFINITION {
        let problem = format!("a definition must have 1 to {LONGEST_DEFINITION} characters; this one has {length}");
        return invalid("text", problem);
    }
    if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return invalid("text", "it has control characters");
    }
    Ok(text)
}

fn written<'a>(field: &'static str, text: &'a str, longest: usize) -> Result<&'a str, AppError> {
    let text = text.trim();
    let length = text.chars().count();
    if length == 0 || length > longest || text.chars().any(char::is_control) {
        return invalid(field, format!("a term must have 1 to {longest} characters and no control characters"));
    }
    Ok(text)
}
