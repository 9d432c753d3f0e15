//! Checks the same draft repeatedly, and analyses again only the pairs that have changed.

use std::collections::BTreeSet;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{CheckOptions, CheckReport, CheckUnit, Settings};
use crate::align::{TranslationTable, word_links};
use crate::app::blocking::blocking;
use crate::app::live::terms::TermSnapshot;
use crate::app::{AppError, Service};
use crate::check::{PairAnalysis, PairSpots, Scope, Terminology, Unit, UnitFacts, findings};
use crate::model::{ConceptId, Lang, ProjectId, Revision, Span};
use crate::spot::ProjectFilter;
use crate::text::tokeniser::Tokeniser;

/// Concepts read per query.
const BATCH: usize = 500;

/// Checks one draft repeatedly, as an editor does.
#[derive(Debug)]
pub struct Checker {
    service: Service,
    options: CheckOptions,
    cache: CheckCache,
}

/// What is reused from one check to the next.
#[derive(Debug, Default)]
struct CheckCache {
    /// The revision of the term base it was computed with.
    revision: Revision,
    settings: Settings,
    projects: Arc<[ProjectId]>,
    concepts: Arc<Terminology>,
    facts: FxHashMap<Arc<CheckUnit>, Arc<PairAnalysis>>,
}

impl Checker {
    pub(super) fn new(service: Service, options: CheckOptions) -> Self {
        Self { service, options, cache: CheckCache::default() }
    }

    /// The options of the check.
    #[must_use]
    pub fn options(&self) -> &CheckOptions {
        &self.options
    }

    /// Checks the current state of the draft; `units` are all its pairs.
    ///
    /// # Errors
    /// `not_found` for an unknown project; database errors.
    pub async fn check(&mut self, units: Vec<CheckUnit>) -> Result<CheckReport, AppError> {
        let projects = self.service.project_ids(&self.options.projects).await?;
        let settings = match &self.options.settings {
            Some(settings) => settings.clone(),
            None => self.service.settings_of(self.named_first(&projects)).await?,
        };
        let terms = self.service.terms().await?;
        self.clear_outdated(&terms, &projects, &settings).await?;
        let units: Vec<Arc<CheckUnit>> = units.into_iter().map(Arc::new).collect();
        self.learn(&units, &terms).await?;
        let ignored: BTreeSet<String> = self.service.store().ignored_keys(&projects).await?.into_iter().collect();

        let (options, cache) = (self.options.clone(), &self.cache);
        let (concepts, settings) = (Arc::clone(&cache.concepts), cache.settings.clone());
        let facts: Vec<Arc<PairAnalysis>> = units.iter().filter_map(|unit| cache.facts.get(unit).cloned()).collect();
        let (mut found, count, untranslated) = blocking("checking", move || {
            let pairs: Vec<Unit<'_>> = units.iter().map(|unit| unit.pair()).collect();
            let facts: Vec<&PairAnalysis> = facts.iter().map(Arc::as_ref).collect();
            let scope = if options.document { Scope::Document } else { Scope::Loose };
            let found = findings(&pairs, &facts, &options.target_lang, &concepts, scope, &settings);
            let untranslated: Vec<usize> =
                facts.iter().enumerate().filter(|(_, facts)| !facts.is_translated()).map(|(at, _)| at).collect();
            (found, units.len(), untranslated)
        })
        .await?;
        let all = found.len();
        if !self.options.with_ignored {
            found.retain(|finding| !ignored.contains(&finding.key));
        }
        let ignored = all - found.len();
        Ok(CheckReport { findings: found, ignored, units: count, untranslated, revision: terms.revision })
    }

    /// The project whose settings apply: the first one named, or the only one there is.
    fn named_first(&self, projects: &[ProjectId]) -> Option<ProjectId> {
        let only = projects.len() == 1 || !self.options.projects.is_empty();
        projects.first().copied().filter(|_| only)
    }

    /// Clears the cache if terms or settings have changed. Other changes in the database do not clear it.
    async fn clear_outdated(
        &mut self,
        terms: &TermSnapshot,
        projects: &Arc<[ProjectId]>,
        settings: &Settings,
    ) -> Result<(), AppError> {
        let cache = &mut self.cache;
        let mut same = cache.settings == *settings && cache.projects == *projects && cache.revision > Revision::START;
        if same && cache.revision != terms.revision {
            let since = self.service.store().terms_changed_since(cache.revision).await?;
            same = since.changed.is_empty() && since.gone.is_empty();
        }
        if same {
            cache.revision = terms.revision;
        } else {
            *cache = CheckCache {
                revision: terms.revision,
                settings: settings.clone(),
                projects: Arc::clone(projects),
                ..CheckCache::default()
            };
        }
        Ok(())
    }

    /// Analyses pairs that are not in the cache, and removes those that are no longer in the draft.
    async fn learn(&mut self, units: &[Arc<CheckUnit>], terms: &Arc<TermSnapshot>) -> Result<(), AppError> {
        let cache = &mut self.cache;
        let new: BTreeSet<usize> = {
            let mut seen = rustc_hash::FxHashSet::default();
            let unknown = units.iter().enumerate().filter(|(_, unit)| !cache.facts.contains_key(*unit));
            unknown.filter(|(_, unit)| seen.insert(*unit)).map(|(at, _)| at).collect()
        };
        let new: Vec<Arc<CheckUnit>> = new.into_iter().filter_map(|at| units.get(at).cloned()).collect();
        if !new.is_empty() {
            let (words, projects) = (self.service.words().clone(), Arc::clone(&cache.projects));
            let (terms, langs) = (Arc::clone(terms), self.langs());
            if new.iter().any(|unit| unit.pair().has_several_numbers()) {
                self.service.learn().await?;
            }
            let table = self.service.translation_table();
            let spotted = blocking("checking", move || {
                let spots = |unit: Arc<CheckUnit>| {
                    let (pair, langs) = (unit.pair(), (&langs.0, &langs.1));
                    let mut spots = PairSpots::of(pair, langs, &terms.spotter, &words, ProjectFilter::Of(&projects));
                    if pair.has_several_numbers() {
                        spots.words = linked_words(pair, langs, &table, &words);
                    }
                    (unit, spots)
                };
                new.into_iter().map(spots).collect::<Vec<_>>()
            })
            .await?;
            self.learn_concepts(&spotted).await?;
            let (concepts, settings) = (Arc::clone(&self.cache.concepts), self.cache.settings.clone());
            let langs = self.langs();
            let facts = blocking("checking", move || {
                let facts = |(unit, spots): (Arc<CheckUnit>, PairSpots)| {
                    let facts = PairAnalysis::new(unit.pair(), (&langs.0, &langs.1), &spots, &concepts, &settings);
                    (unit, Arc::new(facts))
                };
                spotted.into_iter().map(facts).collect::<Vec<_>>()
            })
            .await?;
            self.cache.facts.extend(facts);
        }
        if self.cache.facts.len() > 2 * units.len() + 100 {
            let present: rustc_hash::FxHashSet<&Arc<CheckUnit>> = units.iter().collect();
            self.cache.facts.retain(|unit, _| present.contains(unit));
        }
        Ok(())
    }

    /// Loads the concepts of the spotted terms.
    async fn learn_concepts(&mut self, spotted: &[(Arc<CheckUnit>, PairSpots)]) -> Result<(), AppError> {
        let cache = &mut self.cache;
        let missing: BTreeSet<ConceptId> = spotted.iter().flat_map(|(_, spots)| spots.concepts()).collect();
        let missing: Vec<ConceptId> = missing.into_iter().filter(|id| !cache.concepts.contains(*id)).collect();
        for ids in missing.chunks(BATCH) {
            let concepts = self.service.store().concepts_by_ids(ids).await?;
            let all = Arc::make_mut(&mut cache.concepts);
            for concept in &concepts {
                all.add(concept, &self.options.source_lang, &self.options.target_lang);
            }
        }
        Ok(())
    }

    fn langs(&self) -> (Lang, Lang) {
        (self.options.source_lang.clone(), self.options.target_lang.clone())
    }
}

impl CheckUnit {
    fn pair(&self) -> Unit<'_> {
        let facts = UnitFacts {
            context: self.context.as_deref(),
            key: self.key.as_deref(),
            form: self.form,
            is_singular: self.is_singular,
            source_codes: &self.source_codes,
            target_codes: &self.target_codes,
        };
        Unit { source: &self.source, target: &self.target, facts }
    }
}

/// The words of a pair that surely translate each other, as spans of source and translation; none but between Japanese and
/// English.
fn linked_words(
    pair: Unit<'_>,
    (source, target): (&Lang, &Lang),
    table: &TranslationTable,
    words: &Tokeniser,
) -> Vec<(Span, Span)> {
    let into_english = source.is_japanese() && target.is_english();
    let into_japanese = source.is_english() && target.is_japanese();
    if !into_english && !into_japanese {
        return Vec::new();
    }
    let (ja, en) = if into_english { (pair.source, pair.target) } else { (pair.target, pair.source) };
    let links = word_links(ja, en, table, words).into_iter();
    links.map(|link| if into_english { (link.ja, link.en) } else { (link.en, link.ja) }).collect()
}
