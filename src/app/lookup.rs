//! The use case "How do we say this?": looks up a term in the projects asked for, with the index of [`crate::lookup`].
//!
//! The answer holds the matching concepts, best first, each once; where nothing matches well, suggestions and the terms that
//! a phrase consists of; and what imported dictionaries say.

use std::collections::{BTreeMap, BTreeSet};

use super::blocking::blocking;
use super::dictionary_keys::{WordKind, query_words, word_kind};
use super::live::terms::TermSnapshot;
use super::{AppError, Service};
use crate::lookup::{TermHit, TermQuery};
use crate::model::{Concept, ConceptId, DictionaryMatchKind, Lang, Match, MatchKind, ProjectId, Spotted};
use crate::spot::ProjectFilter;
use crate::store::DictionaryEntry;
use crate::text::chars::has_japanese;
use crate::text::key::Key;
use crate::text::tokeniser::Tokeniser;
use crate::text::writing::contradict;

/// The largest number of matches a look-up returns.
pub const MOST: usize = 200;

/// The longest query, in characters.
pub const LONGEST: usize = 400;

/// A look-up request.
#[derive(Debug, Clone, PartialEq)]
pub struct LookupQuery {
    /// The text to look up, in either language.
    pub text: String,
    /// Names of the projects to search, the most trusted first.
    pub projects: Vec<String>,
    /// Restricts the search to this language.
    pub lang: Option<Lang>,
    /// Restricts the search to these kinds of match; empty means all.
    pub kinds: Vec<MatchKind>,
    /// The largest number of matches, 1 to [`MOST`].
    pub limit: usize,
}

impl LookupQuery {
    /// A request for `text` in one project: any kind of match, at most ten.
    #[must_use]
    pub fn new(text: &str, project: &str) -> Self {
        Self { text: text.to_owned(), projects: vec![project.to_owned()], lang: None, kinds: Vec::new(), limit: 10 }
    }
}

/// The result of a look-up.
#[derive(Debug, Clone, PartialEq)]
pub struct Lookup {
    /// Matches, best first. Each concept appears once.
    pub matches: Vec<Match>,
    /// Similar terms, if nothing matches the query exactly.
    pub did_you_mean: Vec<String>,
    /// The terms that a phrase contains, if no term matches it or contains it.
    pub components: Vec<Component>,
    /// Entries of imported dictionaries that are for look-up only, each with its source and how it was found.
    pub dictionary: Vec<(DictionaryMatchKind, DictionaryEntry)>,
}

/// A term that is part of a query.
#[derive(Debug, Clone, PartialEq)]
pub struct Component {
    /// The part of the query.
    pub text: String,
    /// The concept, and how its term matches that part.
    pub found: Match,
}

impl Service {
    /// Finds concepts with a term that equals the query, is read like it, begins with it, contains it or resembles it.
    /// Rejected terms are never found.
    ///
    /// # Errors
    /// `invalid_request` for a query that is empty or too long or a limit out of range, `not_found` for an unknown
    /// project.
    pub async fn lookup(&self, query: &LookupQuery) -> Result<Lookup, AppError> {
        let mut prepared = prepare(query)?;
        for name in &query.projects {
            prepared.projects.push(self.project_id(name).await?);
        }
        let projects = prepared.projects.clone();
        let terms = self.terms().await?;
        let (text, words) = (query.text.clone(), self.words().clone());
        let any_kind = query.kinds.is_empty();
        let work = move || search(&terms, prepared, &text, &words, any_kind);
        let found = blocking("look-up", work).await?;
        let spotted = found.parts.iter().map(|spot| spot.concept_id);
        let mut ids: Vec<ConceptId> = found.hits.iter().map(|hit| hit.concept_id).chain(spotted).collect();
        ids.sort_unstable();
        ids.dedup();
        let concepts: BTreeMap<ConceptId, Concept> =
            self.store().concepts_by_ids(&ids).await?.into_iter().map(|concept| (concept.id, concept)).collect();
        let matches = found.hits.iter().filter_map(|hit| {
            let concept = concepts.get(&hit.concept_id)?.clone();
            Some(Match { concept, term_id: hit.term_id, kind: hit.kind, score: hit.score })
        });
        let components = found.parts.iter().filter_map(|spot| component(&query.text, spot, &concepts));
        Ok(Lookup {
            matches: matches.collect(),
            did_you_mean: found.did_you_mean,
            components: components.take(query.limit).collect(),
            dictionary: self.dictionary(query, &found.text, &projects).await?,
        })
    }

    /// What the dictionaries of these projects say: entries with the text as a spelling, as a reading, or in their English.
    async fn dictionary(
        &self,
        query: &LookupQuery,
        text: &str,
        projects: &[ProjectId],
    ) -> Result<Vec<(DictionaryMatchKind, DictionaryEntry)>, AppError> {
        let (mut spelling, mut words) = (Vec::new(), Vec::new());
        let is_wanted = |lang: Lang| query.lang.as_ref().is_none_or(|wanted| wanted.primary() == lang.primary());
        if let Some(key) = Key::new(text, &Lang::JA).filter(|_| is_wanted(Lang::JA)) {
            spelling = self.store().dictionary_english(projects, &[&key.exact, &key.variant]).await?;
            // The folded key of the text may be an exact key of an entry.
            spelling.iter_mut().for_each(|entry| entry.exact &= entry.key == key.exact);
            spelling.retain(|entry| entry.exact || !contradict(text, &entry.ja));
            spelling.sort_by_key(|entry| !entry.exact);
        }
        let keys: Vec<String> = query_words(text)
            .into_iter()
            .filter(|key| is_wanted(if word_kind(key) == WordKind::Reading { Lang::JA } else { Lang::EN }))
            .collect();
        let keys: Vec<&str> = keys.iter().map(String::as_str).collect();
        let limit = u32::try_from(query.limit).unwrap_or(u32::MAX).saturating_mul(2);
        words.extend(self.store().dictionary_words(projects, &keys, limit).await?);
        let mut seen = BTreeSet::new();
        let mut is_new =
            |entry: &DictionaryEntry| seen.insert((entry.ja.clone(), entry.en.clone(), entry.source.name.clone()));
        let entries = spelling.into_iter().chain(words).filter(|entry| is_new(entry));
        Ok(entries.map(|entry| (kind_of(&entry), entry)).take(query.limit).collect())
    }
}

/// How an entry was found.
fn kind_of(entry: &DictionaryEntry) -> DictionaryMatchKind {
    match (entry.rank, entry.exact) {
        (0, true) => DictionaryMatchKind::Spelling,
        (0, false) => DictionaryMatchKind::Variant,
        _ if word_kind(&entry.key) == WordKind::Reading => DictionaryMatchKind::Reading,
        _ => DictionaryMatchKind::Gloss,
    }
}

/// What the terms in memory give for a query.
struct TermAnswer {
    hits: Vec<TermHit>,
    did_you_mean: Vec<String>,
    /// The terms in the query, each concept once.
    parts: Vec<Spotted>,
    /// The query without the marks around it.
    text: String,
}

fn search(terms: &TermSnapshot, mut query: TermQuery, text: &str, words: &Tokeniser, any_kind: bool) -> TermAnswer {
    if let Some(reading) = words.reading(query.text()) {
        query.read_as(&reading);
    }
    let hits = terms.index.search(&query);
    let best = hits.first().map(|hit| hit.kind);
    let is_certain = best.is_some_and(|kind| kind <= MatchKind::Reading);
    // With a full list of longer terms, the query is probably still being typed.
    let is_full = hits.len() >= query.limit;
    let did_you_mean = if is_certain { Vec::new() } else { terms.index.suggestions(&query, is_full) };
    let is_part = best.is_some_and(|kind| kind <= MatchKind::Substring);
    let mut parts = Vec::new();
    if any_kind && !is_part {
        let own = if has_japanese(text) { Lang::JA } else { Lang::EN };
        let lang = query.lang.as_ref().unwrap_or(&own);
        let mut seen = BTreeSet::new();
        parts = terms.spotter.spots(text, lang, words, ProjectFilter::Of(&query.projects));
        parts.retain(|spot| !spot.nested && seen.insert(spot.concept_id));
    }
    TermAnswer { hits, did_you_mean, parts, text: query.text().to_owned() }
}

/// A term in the query with its concept.
fn component(query: &str, spot: &Spotted, concepts: &BTreeMap<ConceptId, Concept>) -> Option<Component> {
    let concept = concepts.get(&spot.concept_id)?.clone();
    let term = concept.terms.iter().find(|term| term.id == spot.term_id)?;
    let text = spot.span.of(query).to_owned();
    let key = |text: &str| Key::new(text, &term.lang).map(|key| key.exact);
    let is_exact = key(&text) == key(&term.text);
    let (kind, score) = if is_exact { (MatchKind::Exact, 100) } else { (MatchKind::Variant, 97) };
    Some(Component { text, found: Match { term_id: spot.term_id, concept, kind, score } })
}

/// Validates a request and prepares it for the index; projects are still to be set.
fn prepare(query: &LookupQuery) -> Result<TermQuery, AppError> {
    let invalid = |field, problem: String| Err(AppError::InvalidRequest { field, problem });
    let length = query.text.chars().count();
    if length > LONGEST {
        return invalid("text", format!("it has {length} characters, the limit is {LONGEST}"));
    }
    let Some(mut prepared) = TermQuery::new(&query.text, query.lang.clone()) else {
        return invalid("text", "it has no letter or digit, so no term can match it".to_owned());
    };
    if !(1..=MOST).contains(&query.limit) {
        return invalid("limit", format!("{} is not between 1 and {MOST}", query.limit));
    }
    if query.projects.is_empty() {
        return invalid("projects", "name at least one project".to_owned());
    }
    prepared.kinds.clone_from(&query.kinds);
    prepared.limit = query.limit;
    Ok(prepared)
}
