//! Questions in, answers of the base on this machine out.

use std::time::Duration;

use serde_json::Value;

use super::{Asked, Asking, BaseError, Confirmed, Draft, Look, TermPair};
use crate::answer::{
    ConfirmedSegmentAnswer, FindingAnswer, MatchList, PairCharacters, ProposedTermAnswer, SegmentAnswer,
};
use crate::app::assist::{AssistQuery, AssistText};
use crate::app::check::{CheckOptions, CheckUnit};
use crate::app::lookup::LookupQuery;
use crate::app::propose::{NewSegment, NewTerm, Quotation, Selection};
use crate::app::{Service, clock};

/// How long looking for matches may take: somebody is typing.
const BUDGET: Duration = Duration::from_millis(500);

/// The base on this machine.
#[derive(Debug)]
pub(crate) struct Local {
    service: Service,
    /// Where things go that nobody names a project for.
    project: String,
    /// Who decides.
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
        asking: &Asking,
        texts: Vec<Asked>,
        floor: Option<u8>,
        limit: usize,
    ) -> Result<Vec<SegmentAnswer>, BaseError> {
        let texts = texts.into_iter().map(|asked| {
            let Asked { text, previous, next, key } = asked;
            AssistText { text, previous, next, unit: key }
        });
        let query = AssistQuery::new(texts.collect(), asking.source_lang.clone(), asking.target_lang.clone());
        let query = AssistQuery {
            projects: asking.projects.clone(),
            limit,
            floor: floor.unwrap_or(101),
            budget: if floor.is_some() { BUDGET } else { Duration::ZERO },
            ..query
        };
        let (query, found) = self.service.assist(query).await?;
        let answers = query.texts.iter().zip(found.suggestions);
        Ok(answers.map(|(asked, offered)| SegmentAnswer::new(None, &asked.text, offered)).collect())
    }

    pub(super) async fn check(
        &self,
        draft: &mut Draft,
        look: &Look,
        units: Vec<CheckUnit>,
    ) -> Result<Vec<FindingAnswer>, BaseError> {
        let mut options = CheckOptions::new(look.asking.source_lang.clone(), look.asking.target_lang.clone());
        options.projects.clone_from(&look.asking.projects);
        if !look.rules.is_empty() {
            let project = options.projects.first().unwrap_or(&self.project);
            let mut settings = self.service.check_settings(project).await?;
            settings.rules.extend(look.rules.clone());
            options.settings = Some(settings);
        }
        if draft.checker.as_ref().is_none_or(|checker| *checker.options() != options) {
            draft.checker = Some(self.service.checker(options));
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
            return Ok(MatchList { matches: Vec::new(), did_you_mean: Vec::new(), dictionary: Vec::new() });
        }
        let found = self.service.lookup(&query).await?;
        Ok(MatchList {
            matches: found.matches.into_iter().map(Into::into).collect(),
            did_you_mean: found.did_you_mean,
            dictionary: found.dictionary.into_iter().map(Into::into).collect(),
        })
    }

    pub(super) async fn add_term(&self, pair: TermPair) -> Result<Value, BaseError> {
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
            // Whoever has the file has the say over it.
            approved: true,
            ..NewTerm::default()
        };
        let proposed = self.service.propose_term(&new, &self.actor, &clock::now()).await?;
        Ok(serde_json::to_value(ProposedTermAnswer::from(proposed)).unwrap_or_default())
    }

    pub(super) async fn confirm(&self, pair: Confirmed) -> Result<Value, BaseError> {
        let new = NewSegment {
            project: pair.project.unwrap_or_else(|| self.project.clone()),
            source_lang: pair.source.0,
            target_lang: pair.target.0,
            source: pair.source.1,
            target: pair.target.1,
            document: pair.document,
            key: pair.asked.key,
            field: None,
            previous: pair.asked.previous,
            next: pair.asked.next,
            approved: true,
        };
        let confirmed = self.service.confirm_segment(&new, &self.actor, &clock::now()).await?;
        Ok(serde_json::to_value(ConfirmedSegmentAnswer::from(confirmed)).unwrap_or_default())
    }

    pub(super) async fn ignore(&self, project: Option<&str>, key: &str) -> Result<(), BaseError> {
        let project = project.unwrap_or(&self.project);
        self.service.ignore_finding(project, key, None, &self.actor, &clock::now()).await?;
        Ok(())
    }

    pub(super) async fn revision(&self) -> Result<i64, BaseError> {
        Ok(self.service.revision().await?)
    }
}
