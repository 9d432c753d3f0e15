//! `review ..`: lists open terms, makes decisions, and takes them back.

mod arguments;
mod history;
mod list;
mod sheet;

pub(super) use arguments::Review;

use arguments::ReviewAction;

use super::exit::Exit;
use super::table::{self, plain};
use super::texts::texts;
use super::{Context, complain, json_line};
use crate::answer::DecisionResult;
use crate::app::review::{Basis, Decision, DecisionOutcome, DecisionRequest, NoteScope, Reference};
use crate::app::{AppError, Service, clock};
use crate::model::{ConceptId, ReleaseId, TermId, Usage};

/// Decisions in one project.
struct Desk<'a> {
    context: &'a Context,
    service: &'a Service,
    basis: Basis,
}

pub(super) async fn run(context: &Context, service: &Service, command: &Review) -> Result<Exit, AppError> {
    let desk = Desk { context, service, basis: command.revision.map_or(Basis::Present, Basis::Concept) };
    let Some(action) = &command.action else { return list::run(context, service, &command.list).await };
    let decision = match action {
        ReviewAction::List(options) => return list::run(context, service, options).await,
        ReviewAction::History(options) => return history::run(context, service, options).await,
        ReviewAction::Undo { decision } => return history::undo(context, service, *decision).await,
        ReviewAction::Export(options) => return sheet::export(context, service, options).await,
        ReviewAction::Import { file, dry_run } => return sheet::import(context, service, file, *dry_run).await,
        ReviewAction::Accept { terms } => return desk.decide_each(terms, |term| Decision::Accept { term }).await,
        ReviewAction::Reject { terms } => return desk.decide_each(terms, |term| Decision::Reject { term }).await,
        ReviewAction::Edit { term, text } => Decision::Edit { term: desk.term(term).await?, text: text.join(" ") },
        ReviewAction::Merge { into, from } => {
            Decision::Merge { into: desk.concept(into).await?, from: desk.concept(from).await? }
        }
        ReviewAction::Split { concept, terms } => desk.split(concept, terms).await?,
        ReviewAction::Retire { term, replacement } => Decision::Retire {
            term: desk.term(term).await?,
            replacement: desk.replacement(replacement.as_ref()).await?,
        },
        ReviewAction::Usage { term, usage, replacement } => Decision::Usage {
            term: desk.term(term).await?,
            usage: usage_of(usage)?,
            replacement: desk.replacement(replacement.as_ref()).await?,
        },
        ReviewAction::Note { concept, text, field, release } => {
            let scope = match (field, desk.release(release.as_ref()).await?) {
                (Some(field), _) => NoteScope::Field(field.clone()),
                (None, Some(release)) => NoteScope::Release(release),
                (None, None) => NoteScope::Project,
            };
            Decision::Note { concept: desk.concept(concept).await?, text: text.join(" "), scope }
        }
        ReviewAction::Scope { concept, release, .. } => {
            Decision::Scope { concept: desk.concept(concept).await?, release: desk.release(release.as_ref()).await? }
        }
    };
    desk.decide(decision).await?;
    Ok(Exit::Ok)
}

impl Desk<'_> {
    /// Decides on each term by itself. An error ends the command if there is one term only; otherwise it is reported and the
    /// next term is decided on.
    async fn decide_each(&self, terms: &[String], decision: fn(TermId) -> Decision) -> Result<Exit, AppError> {
        let terms = texts(terms)?;
        let mut exit = Exit::Ok;
        for term in &terms {
            let Ok(term) = term.parse::<Reference>();
            let decided = match self.term(&term).await {
                Ok(term) => self.decide(decision(term)).await,
                Err(error) => Err(error),
            };
            match decided {
                Ok(()) => {}
                Err(error) if terms.len() == 1 => return Err(error),
                Err(error) => {
                    complain(&error, self.context.json);
                    exit = Exit::SomeFailed;
                }
            }
        }
        Ok(exit)
    }

    async fn decide(&self, decision: Decision) -> Result<(), AppError> {
        let request = DecisionRequest { decision, basis: self.basis };
        let decided = self.service.decide(&request, &self.context.config.actor, &clock::now()).await?;
        print_decision(self.context, &decided)
    }

    async fn split(&self, concept: &Reference, terms: &[Reference]) -> Result<Decision, AppError> {
        let concept = self.concept(concept).await?;
        let mut numbers = Vec::with_capacity(terms.len());
        for term in terms {
            numbers.push(self.service.referenced_term(self.project()?, term, Some(concept)).await?);
        }
        Ok(Decision::Split { concept, terms: numbers })
    }

    async fn term(&self, term: &Reference) -> Result<TermId, AppError> {
        self.service.referenced_term(self.project()?, term, None).await
    }

    async fn replacement(&self, term: Option<&Reference>) -> Result<Option<TermId>, AppError> {
        match term {
            Some(term) => self.term(term).await.map(Some),
            None => Ok(None),
        }
    }

    async fn concept(&self, concept: &Reference) -> Result<ConceptId, AppError> {
        self.service.referenced_concept(self.project()?, concept).await
    }

    async fn release(&self, release: Option<&Reference>) -> Result<Option<ReleaseId>, AppError> {
        match release {
            Some(release) => self.service.referenced_release(self.project()?, release).await.map(Some),
            None => Ok(None),
        }
    }

    fn project(&self) -> Result<&str, AppError> {
        self.context.project()
    }
}

pub(super) fn print_decision(context: &Context, decided: &DecisionOutcome) -> Result<(), AppError> {
    if context.json {
        return json_line(&DecisionResult::from(decided.clone()));
    }
    let line = match &decided.decision {
        Some(decision) => {
            let made = decided.made.map(|made| format!(", created concept {made}")).unwrap_or_default();
            format!("decision {}: {}{made}", decision.id, plain(&decision.summary))
        }
        None => format!("concept {}: already so, nothing to do", decided.concept.id),
    };
    table::lines(&table::wrapped(&line, "    "))
}

pub(super) fn usage_of(word: &str) -> Result<Usage, AppError> {
    Usage::from_word(word).ok_or_else(|| AppError::InvalidRequest {
        field: "usage",
        problem: format!("`{word}` is not a usage; use `preferred`, `admitted`, `deprecated` or `forbidden`"),
    })
}
