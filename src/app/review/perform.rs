//! Validates a decision and carries out its steps.

use std::collections::BTreeSet;

use super::context::{DecisionContext, definition_text, invalid, note_text, term_text};
use super::decision::Decision;
use super::removal;
use crate::app::concepts::confidence::CERTAIN;
use crate::app::concepts::evidence_type::evidence_type;
use crate::app::{AppError, Service, readings};
use crate::model::{ConceptId, Evidence, EvidenceKind, EvidenceMethod, ReleaseId, Review, Term, TermId, Usage};
use crate::store::{NewEvidence, NewTerm, NoteScope, ReversibleWrite, TermKeys, Verdict, Write};
use crate::text::chars::has_japanese;
use crate::text::key::{Key, reading_key};

impl Service {
    /// Rejects decisions that make no sense, before anything is written.
    pub(super) async fn allow(
        write: &mut Write,
        context: &DecisionContext,
        decision: &Decision,
    ) -> Result<(), AppError> {
        match decision {
            Decision::Accept { .. } | Decision::Reject { .. } => Ok(()),
            Decision::Edit { term, text } => {
                let (term, text) = (context.term(*term)?, term_text(text)?);
                if Key::new(text, &term.lang).is_none() {
                    return invalid("text", "it has no letter or digit, so it cannot be a term");
                }
                if term.lang.is_english() && has_japanese(text) {
                    return invalid("text", "it contains Japanese. Give the English term in Latin letters");
                }
                let same = |other: &&Term| other.id != term.id && other.lang == term.lang && other.text == text;
                match context.concept.terms.iter().find(same) {
                    Some(other) => invalid(
                        "text",
                        format!(
                            "term `{}` of the concept has this text already; accept that one and reject this one",
                            other.id
                        ),
                    ),
                    None => Ok(()),
                }
            }
            Decision::Merge { into, from } => {
                if into == from {
                    return invalid("from", "a concept cannot be merged with itself");
                }
                let sense = write.senses(&[*from]).await?.remove(from);
                let Some(sense) = sense else {
                    return Err(AppError::NotFound { what: "concept", name: from.to_string() });
                };
                if sense.project_id != context.sense.project_id {
                    return invalid("from", "the two concepts belong to different projects");
                }
                Ok(())
            }
            Decision::Split { terms, .. } => allow_split(context, terms),
            Decision::Retire { term, replacement } => {
                allow_replacement(write, context, *term, Usage::Deprecated, *replacement).await
            }
            Decision::Usage { term, usage, replacement } => {
                allow_replacement(write, context, *term, *usage, *replacement).await
            }
            Decision::Note { text, scope, .. } => {
                note_text(text)?;
                match scope {
                    NoteScope::Release(release) => allow_release(context, *release),
                    NoteScope::Field(field) if field.trim().is_empty() => invalid("field", "it is empty"),
                    _ => Ok(()),
                }
            }
            Decision::Scope { release, .. } => match release {
                Some(release) => allow_release(context, *release),
                None => Ok(()),
            },
            Decision::Define { definition, text, .. } => {
                text.as_deref().map(definition_text).transpose()?;
                removal::allow_definition(context, *definition, text.is_some())
            }
            Decision::Delete { term } => removal::allow(context, std::slice::from_ref(context.term(*term)?)),
            Decision::DeleteConcept { .. } => removal::allow(context, &context.concept.terms),
        }
    }

    /// Carries out the decision; returns the concept created by a split.
    pub(super) async fn perform(
        &self,
        deciding: &mut ReversibleWrite,
        context: &DecisionContext,
        decision: &Decision,
    ) -> Result<Option<ConceptId>, AppError> {
        match decision {
            Decision::Accept { term } => {
                let term = context.term(*term)?;
                approve(deciding, context, term, &term.text).await?;
                record_actor_as_evidence(deciding, term, None).await?;
            }
            Decision::Edit { term, text } => {
                self.edit(deciding, context, context.term(*term)?, term_text(text)?).await?;
            }
            Decision::Reject { term } => reject(deciding, context, context.term(*term)?).await?,
            Decision::Merge { into, from } => deciding.merge(*into, *from).await?,
            Decision::Split { concept, terms } => return Ok(Some(deciding.split(*concept, terms).await?)),
            Decision::Retire { term, replacement } => {
                let term = context.term(*term)?;
                let successor = replacement.and_then(|id| context.concept.terms.iter().find(|one| one.id == id));
                deciding.set_term(term.id, Usage::Deprecated, looked_at(term)).await?;
                deciding.set_replacement(term.id, *replacement).await?;
                if let Some(successor) =
                    successor.filter(|successor| term.usage == Usage::Preferred && successor.lang == term.lang)
                {
                    deciding.set_term(successor.id, Usage::Preferred, looked_at(successor)).await?;
                    if looked_at(successor) == Review::Approved {
                        approve_pair(deciding, context, successor, &successor.text).await?;
                    }
                }
            }
            Decision::Usage { term, usage, replacement } => {
                let term = context.term(*term)?;
                deciding.set_term(term.id, *usage, looked_at(term)).await?;
                deciding.set_replacement(term.id, *replacement).await?;
                if matches!(usage, Usage::Preferred | Usage::Admitted) && looked_at(term) == Review::Approved {
                    approve_pair(deciding, context, term, &term.text).await?;
                }
                let others =
                    context.concept.terms.iter().filter(|other| other.id != term.id && other.lang == term.lang);
                for other in others.filter(|other| *usage == Usage::Preferred && other.usage == Usage::Preferred) {
                    deciding.demote(other.id).await?;
                }
            }
            Decision::Note { concept, text, scope } => deciding.note(*concept, note_text(text)?, scope).await?,
            Decision::Scope { concept, release } => deciding.set_scope(*concept, *release).await?,
            Decision::Define { concept, definition, text } => {
                let text = text.as_deref().map(definition_text).transpose()?;
                removal::define(deciding, *concept, *definition, text).await?;
            }
            Decision::Delete { term } => removal::delete_term(deciding, context, context.term(*term)?).await?,
            Decision::DeleteConcept { .. } => removal::delete_concept(deciding, context).await?,
        }
        Ok(None)
    }

    async fn edit(
        &self,
        deciding: &mut ReversibleWrite,
        context: &DecisionContext,
        term: &Term,
        text: &str,
    ) -> Result<(), AppError> {
        let (Some(old), Some(new)) = (Key::new(&term.text, &term.lang), Key::new(text, &term.lang)) else {
            return invalid("text", "it has no letter or digit, so it cannot be a term");
        };
        let reading = if term.lang.is_japanese() { readings::reading_of(text, self.words()) } else { None };
        let reading_key = reading.as_ref().map(|reading| reading_key(&reading.kana)).filter(|key| !key.is_empty());
        let corrected = Term { text: text.to_owned(), reading, ..term.clone() };
        let keys = TermKeys { key: &new.exact, variant_key: &new.variant, reading_key: reading_key.as_deref() };
        deciding.correct(term.id, &NewTerm::of(&corrected, keys)).await?;
        approve(deciding, context, term, text).await?;
        record_actor_as_evidence(deciding, &corrected, Some(format!("{} → {text}", term.text))).await?;
        if old.exact == new.exact {
            return Ok(());
        }
        if term.lang.is_japanese() {
            deciding.correction(&old.exact, "", text).await?;
        } else {
            for ja in keys_of(context) {
                deciding.correction(&ja, &old.exact, text).await?;
            }
        }
        Ok(())
    }
}

fn allow_release(context: &DecisionContext, release: ReleaseId) -> Result<(), AppError> {
    let of_concept = context.concept.terms.iter().flat_map(|term| &term.evidence);
    if of_concept.into_iter().any(|evidence| evidence.release_id == Some(release)) {
        return Ok(());
    }
    invalid("release", format!("release `{release}` contains no evidence for concept `{}`", context.concept.id))
}

fn allow_split(context: &DecisionContext, terms: &[TermId]) -> Result<(), AppError> {
    if terms.is_empty() {
        return invalid("terms", "list the terms to move to the new concept");
    }
    for term in terms {
        context.term(*term)?;
    }
    let stays = |japanese: bool| {
        let mut terms_left = context.concept.terms.iter().filter(|term| !terms.contains(&term.id));
        terms_left.any(|term| term.lang.is_japanese() == japanese)
    };
    if !stays(true) {
        return invalid("terms", "at least one Japanese term must stay in the old concept");
    }
    Ok(())
}

async fn allow_replacement(
    write: &mut Write,
    context: &DecisionContext,
    term: TermId,
    usage: Usage,
    replacement: Option<TermId>,
) -> Result<(), AppError> {
    context.term(term)?;
    let Some(replacement) = replacement else { return Ok(()) };
    if !matches!(usage, Usage::Deprecated | Usage::Forbidden) {
        return invalid("replacement", "only a deprecated or forbidden term can have a replacement");
    }
    if replacement == term {
        return invalid("replacement", "a term cannot replace itself");
    }
    let (concept, _) = write.concept_of_term(replacement).await?;
    let sense = write.senses(&[concept]).await?.remove(&concept);
    if sense.is_none_or(|sense| sense.project_id != context.sense.project_id) {
        return invalid("replacement", "it belongs to another project");
    }
    Ok(())
}

/// The review state of a term after a decision on its usage: approved, unless it was rejected.
fn looked_at(term: &Term) -> Review {
    if term.review == Review::Rejected { Review::Rejected } else { Review::Approved }
}

/// Approves a term with its (possibly corrected) text and, if it is English, the leading Japanese term and the pair.
async fn approve(
    deciding: &mut ReversibleWrite,
    context: &DecisionContext,
    term: &Term,
    text: &str,
) -> Result<(), AppError> {
    deciding.set_term(term.id, term.usage, Review::Approved).await?;
    approve_pair(deciding, context, term, text).await
}

/// Approves the leading Japanese term of an English one that may be used, and the pair: who says what to call something
/// in English says that it is called so.
async fn approve_pair(
    deciding: &mut ReversibleWrite,
    context: &DecisionContext,
    term: &Term,
    text: &str,
) -> Result<(), AppError> {
    if term.lang.is_japanese() {
        return Ok(());
    }
    let Some(leading) = context.leading() else { return Ok(()) };
    if matches!(leading.review, Review::Candidate | Review::Suggested) {
        deciding.set_term(leading.id, leading.usage, Review::Approved).await?;
    }
    let keys = (Key::new(&leading.text, &leading.lang), Key::new(text, &term.lang));
    if let (Some(ja), Some(en)) = keys {
        deciding.pair((&ja.exact, &leading.text), (&en.exact, text), Verdict::Accepted, &evidence_types(term)).await?;
    }
    Ok(())
}

/// Adds the actor as evidence for a term, unless that is recorded already.
async fn record_actor_as_evidence(
    deciding: &mut ReversibleWrite,
    term: &Term,
    snippet: Option<String>,
) -> Result<(), AppError> {
    let actor = deciding.actor().to_owned();
    let is_same = |one: &Evidence| one.kind == EvidenceKind::Person && one.source == actor && one.snippet == snippet;
    if term.evidence.iter().any(is_same) {
        return Ok(());
    }
    let evidence = NewEvidence {
        origin: None,
        kind: EvidenceKind::Person,
        method: EvidenceMethod::Decision,
        release_id: None,
        source: &actor,
        span: None,
        snippet: snippet.as_deref(),
        confidence: CERTAIN,
        entry: None,
        link: None,
        row: None,
    };
    deciding.insert_evidence(term.id, &evidence).await?;
    Ok(())
}

/// Rejects a term. It stays rejected until there is evidence of a type not known today.
async fn reject(deciding: &mut ReversibleWrite, context: &DecisionContext, term: &Term) -> Result<(), AppError> {
    deciding.set_term(term.id, term.usage, Review::Rejected).await?;
    let Some(own) = Key::new(&term.text, &term.lang) else { return Ok(()) };
    let types = evidence_types(term);
    if term.lang.is_japanese() {
        deciding.pair((&own.exact, &term.text), ("", ""), Verdict::Rejected, &types).await?;
        return Ok(());
    }
    for ja in context.japanese() {
        if let Some(key) = Key::new(&ja.text, &ja.lang) {
            deciding.pair((&key.exact, &ja.text), (&own.exact, &term.text), Verdict::Rejected, &types).await?;
        }
    }
    Ok(())
}

/// The types of evidence a term has.
fn evidence_types(term: &Term) -> Vec<&str> {
    let types: BTreeSet<&str> = term.evidence.iter().map(|one| evidence_type(one.kind, one.method)).collect();
    types.into_iter().collect()
}

/// The keys of the concept's Japanese terms.
fn keys_of(context: &DecisionContext) -> BTreeSet<String> {
    context.japanese().filter_map(|term| Key::new(&term.text, &term.lang)).map(|key| key.exact).collect()
}
