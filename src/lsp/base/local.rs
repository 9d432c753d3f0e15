//! Answers from a base on this machine.

use std::time::Duration;

use super::{BaseError, CheckOptions, Confirmation, Draft, RequestScope, SegmentQuery, TermPair, TextSuggestion};
use crate::answer::{
    CONCEPT_BYTES, ConfirmedSegmentAnswer, FindingAnswer, MatchList, PairCharacters, ProposedTermAnswer,
    SuggestionAnswer,
};
use crate::app::assist::{AssistQuery, AssistText};
use crate::app::check::{self, CheckUnit};
use crate::app::lookup::LookupQuery;
use crate::app::propose::{NewSegment, NewTerm, Quotation, Selection};
use crate::app::{Service, clock};
use crate::model::Revision;

/// How long the search for matches may take while somebody is typing.
const BUDGET: Duration = Duration::from_millis(500);

/// The base on this machine.
#[derive(Debug)]
pub(crate) struct Local {
    service: Service,
    /// The default project.
    project: String,
    /// The name for the history.
    actor: String,
}

impl Local {
    pub(crate) fn new(service: Service, project: String, actor: String) -> Self {
        Self { service, project, actor }
    }

    pub(crate) fn service(&self) -> &Service {
        &self.service
    }

    pub(super) async fn suggest(
        &self,
        scope: &RequestScope,
        texts: Vec<SegmentQuery>,
        floor: Option<u8>,
        limit: usize,
    ) -> Result<Vec<TextSuggestion>, BaseError> {
        let texts = texts.into_iter().map(|query| {
            let SegmentQuery { text, previous, next, key, codes } = query;
            AssistText { text, previous, next, key, codes }
        });
        let query = AssistQuery::new(texts.collect(), scope.source_lang.clone(), scope.target_lang.clone());
        let query = AssistQuery {
            projects: scope.projects.clone(),
            limit,
            floor: floor.unwrap_or(101),
            budget: if floor.is_some() { BUDGET } else { Duration::ZERO },
            ..query
        };
        let (query, found) = self.service.assist(query).await?;
        let segments = query.texts.iter().map(|text| (None, text));
        let revision = found.revision.get();
        let answer = SuggestionAnswer::new(segments, &found.suggestions, CONCEPT_BYTES, revision);
        Ok(TextSuggestion::of_answer(answer))
    }

    pub(super) async fn check(
        &self,
        draft: &mut Draft,
        options: &CheckOptions,
        units: Vec<CheckUnit>,
    ) -> Result<Vec<FindingAnswer>, BaseError> {
        let mut check_options =
            check::CheckOptions::new(options.scope.source_lang.clone(), options.scope.target_lang.clone());
        check_options.projects.clone_from(&options.scope.projects);
        if !options.rules.is_empty() {
            let project = check_options.projects.first().unwrap_or(&self.project);
            let mut settings = self.service.check_settings(project).await?;
            settings.rules.extend(options.rules.clone());
            check_options.settings = Some(settings);
        }
        if draft.checker.as_ref().is_none_or(|checker| *checker.options() != check_options) {
            draft.checker = Some(self.service.checker(check_options));
        }
        let Some(checker) = &mut draft.checker else { return Ok(Vec::new()) };
        let report = checker.check(units.clone()).await?;
        // Only pairs with findings need their characters counted.
        let mut pairs: Vec<PairCharacters> = units.iter().map(|_| PairCharacters::of("", "")).collect();
        let places = report.findings.iter().flat_map(|finding| {
            let related = finding.related.iter().map(|related| related.place.unit);
            let fixes = finding.fixes.iter().flat_map(|fix| &fix.changes).map(|change| change.place.unit);
            std::iter::once(finding.unit).chain(related).chain(fixes).collect::<Vec<_>>()
        });
        let places: std::collections::BTreeSet<usize> = places.collect();
        for at in places {
            if let (Some(pair), Some(unit)) = (pairs.get_mut(at), units.get(at)) {
                *pair = PairCharacters::of(&unit.source, &unit.target);
            }
        }
        Ok(report.findings.into_iter().map(|finding| FindingAnswer::new(finding, &pairs)).collect())
    }

    pub(super) async fn lookup(&self, query: &str, projects: &[String], limit: usize) -> Result<MatchList, BaseError> {
        let mut query = LookupQuery { limit, projects: projects.to_vec(), ..LookupQuery::new(query, &self.project) };
        if query.projects.is_empty() {
            query.projects = self.service.projects().await?.into_iter().map(|project| project.name).collect();
        }
        if query.projects.is_empty() {
            return Ok(MatchList::empty());
        }
        Ok(self.service.lookup(&query).await?.into())
    }

    pub(super) async fn add_term(&self, pair: TermPair) -> Result<ProposedTermAnswer, BaseError> {
        let sides = pair.japanese_first()?;
        let quoted = |text: &String| Some(Quotation { text: text.clone(), span: None });
        let new = NewTerm {
            project: pair.project.clone().unwrap_or_else(|| self.project.clone()),
            japanese: sides.0.to_owned(),
            english: sides.1.to_owned(),
            selection: Selection {
                japanese: pair.segment.as_ref().and_then(|texts| quoted(&texts.0)),
                english: pair.segment.as_ref().and_then(|texts| quoted(&texts.1)),
            },
            // Whoever can write the file may also approve terms.
            approved: true,
            ..NewTerm::default()
        };
        let proposed = self.service.propose_term(&new, &self.actor, &clock::now()).await?;
        Ok(proposed.into())
    }

    pub(super) async fn confirm(&self, pair: Confirmation) -> Result<ConfirmedSegmentAnswer, BaseError> {
        let new = NewSegment {
            project: pair.project.unwrap_or_else(|| self.project.clone()),
            source_lang: pair.source.0,
            target_lang: pair.target.0,
            source: pair.source.1,
            target: pair.target.1,
            document: pair.document,
            key: pair.query.key,
            field: None,
            previous: pair.query.previous,
            next: pair.query.next,
            approved: true,
        };
        let confirmed = self.service.confirm_segment(&new, &self.actor, &clock::now()).await?;
        Ok(confirmed.into())
    }

    pub(super) async fn ignore(&self, project: Option<&str>, key: &str) -> Result<(), BaseError> {
        let project = project.unwrap_or(&self.project);
        self.service.ignore_finding(project, key, None, &self.actor, &clock::now()).await?;
        Ok(())
    }

    pub(super) async fn revision(&self) -> Result<Revision, BaseError> {
        Ok(self.service.revision().await?)
    }
}
