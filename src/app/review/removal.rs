//! Deletes what people added, and changes the definitions they wrote. What a release, an import or the starter base supports
//! would come back when they are read again, so it is rejected instead.

use std::collections::BTreeSet;

use super::context::{DecisionContext, invalid};
use super::decide::DecisionOutcome;
use super::decision::Decision;
use crate::app::{AppError, Service, assist};
use crate::model::{Concept, ConceptId, DefinitionId, EvidenceKind, Term, TermId};
use crate::store::ReversibleWrite;
use crate::text::key::Key;

impl Service {
    /// Deletes a term that only people support, or rejects one that something else supports too.
    ///
    /// # Errors
    /// `not_found`; database errors.
    pub async fn delete_term(&self, id: TermId, actor: &str, now: &str) -> Result<DecisionOutcome, AppError> {
        let concept = self.concept_of_term(id).await?;
        let is_own = concept.terms.iter().find(|term| term.id == id).is_some_and(is_of_people);
        let decision = if is_own { Decision::Delete { term: id } } else { Decision::Reject { term: id } };
        self.decide(&decision.into(), actor, now).await
    }

    /// The concept a term belongs to.
    ///
    /// # Errors
    /// `not_found`; database errors.
    pub async fn concept_of_term(&self, id: TermId) -> Result<Concept, AppError> {
        self.concept(self.store().concept_of_term(id).await?.0).await
    }

    /// The concept a definition belongs to.
    ///
    /// # Errors
    /// `not_found`; database errors.
    pub async fn concept_of_definition(&self, id: DefinitionId) -> Result<ConceptId, AppError> {
        Ok(self.store().concept_of_definition(id).await?)
    }
}

/// Whether only people support a term.
fn is_of_people(term: &Term) -> bool {
    term.evidence.iter().all(|evidence| evidence.kind == EvidenceKind::Person)
}

/// Refuses to delete what something other than people supports.
pub(super) fn allow(context: &DecisionContext, terms: &[Term]) -> Result<(), AppError> {
    let supported = |term: &&Term| !is_of_people(term);
    let Some(term) = terms.iter().find(supported) else { return Ok(()) };
    let other = term.evidence.iter().find(|evidence| evidence.kind != EvidenceKind::Person);
    let source = other.map(|evidence| format!("`{}`", evidence.source)).unwrap_or_default();
    invalid(
        "kind",
        format!(
            "`{}` of concept `{}` also comes from {source} and would come back with it; reject the term instead",
            term.text, context.concept.id
        ),
    )
}

/// Refuses to change or delete a definition that no person wrote.
pub(super) fn allow_definition(
    context: &DecisionContext,
    definition: Option<DefinitionId>,
    has_text: bool,
) -> Result<(), AppError> {
    let Some(id) = definition else {
        return if has_text { Ok(()) } else { invalid("text", "a new definition needs a text") };
    };
    let known = context.concept.definitions.iter().find(|known| known.id == Some(id));
    let Some(known) = known else { return Err(AppError::NotFound { what: "definition", name: id.to_string() }) };
    if known.author.is_some() {
        return Ok(());
    }
    let problem = format!(
        "`{}` gives definition `{id}`, which stays as it is; add one of your own, which comes first",
        known.source
    );
    invalid("definition", problem)
}

pub(super) async fn define(
    deciding: &mut ReversibleWrite,
    concept: ConceptId,
    definition: Option<DefinitionId>,
    text: Option<&str>,
) -> Result<(), AppError> {
    match (definition, text) {
        (None, Some(text)) => deciding.add_definition(concept, &assist::language_of(text), text).await?,
        (Some(id), Some(text)) => deciding.change_definition(id, &assist::language_of(text), text).await?,
        (Some(id), None) => deciding.delete_definition(id).await?,
        (None, None) => {}
    }
    Ok(())
}

/// Whether the concept goes with a term: if no term is left, or terms of one language that nothing but people supports and
/// about which nobody wrote anything.
pub(super) fn takes_concept(context: &DecisionContext, term: &Term) -> bool {
    let concept = &context.concept;
    let rest: Vec<&Term> = concept.terms.iter().filter(|other| other.id != term.id).collect();
    let languages: BTreeSet<bool> = rest.iter().map(|other| other.lang.is_japanese()).collect();
    let is_described =
        !concept.notes.is_empty() || concept.definitions.iter().any(|definition| definition.author.is_some());
    rest.is_empty() || languages.len() == 1 && !is_described && rest.into_iter().all(is_of_people)
}

/// Deletes a term, and its concept where it goes with it.
pub(super) async fn delete_term(
    deciding: &mut ReversibleWrite,
    context: &DecisionContext,
    term: &Term,
) -> Result<(), AppError> {
    if takes_concept(context, term) {
        return delete_concept(deciding, context).await;
    }
    forget_pairs(deciding, context, term).await?;
    Ok(deciding.delete_term(term.id).await?)
}

pub(super) async fn delete_concept(deciding: &mut ReversibleWrite, context: &DecisionContext) -> Result<(), AppError> {
    for term in &context.concept.terms {
        forget_pairs(deciding, context, term).await?;
    }
    Ok(deciding.delete_concept(context.concept.id).await?)
}

/// What was decided about a term and its translations goes with it, so that it can be added again.
async fn forget_pairs(deciding: &mut ReversibleWrite, context: &DecisionContext, term: &Term) -> Result<(), AppError> {
    let Some(own) = Key::new(&term.text, &term.lang) else { return Ok(()) };
    let others = context.concept.terms.iter().filter(|other| other.lang.is_japanese() != term.lang.is_japanese());
    for other in others.filter_map(|other| Key::new(&other.text, &other.lang)) {
        let (ja, en) = if term.lang.is_japanese() { (&own, &other) } else { (&other, &own) };
        deciding.forget_pair(&ja.exact, &en.exact).await?;
    }
    Ok(())
}
