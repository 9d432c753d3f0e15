//! The use case "How do we say this?": looks up a term in the projects asked for, with the index of [`crate::lookup`].
//!
//! The answer holds the matching concepts, best first, each once, suggestions where nothing matches well, and what
//! imported dictionaries say.

use std::collections::{BTreeMap, BTreeSet};

use super::blocking::blocking;
use super::{AppError, Service};
use crate::lookup::TermQuery;
use crate::model::{ConceptId, Lang, Match, MatchKind};
use crate::store::DictionaryEntry;
use crate::text::key::Key;

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
    /// Entries of imported dictionaries that are for look-up only, each with its source.
    pub dictionary: Vec<DictionaryEntry>,
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
        let work = move || (terms.index.search(&prepared), terms.index.spelling_suggestions(&prepared));
        let (best, alike) = blocking("look-up", work).await?;
        let ids: Vec<ConceptId> = best.iter().map(|hit| hit.concept_id).collect();
        let mut concepts: BTreeMap<ConceptId, _> =
            self.store().concepts_by_ids(&ids).await?.into_iter().map(|concept| (concept.id, concept)).collect();
        let certain = best.iter().any(|hit| hit.kind <= MatchKind::Reading);
        let similar = best.iter().filter(|hit| hit.kind == MatchKind::Fuzzy && !certain);
        let mut seen = BTreeSet::new();
        let alike = alike.into_iter().filter(|_| !certain);
        let did_you_mean =
            alike.chain(similar.map(|hit| hit.text.clone())).filter(|text| seen.insert(text.clone())).take(3).collect();
        let matches = best
            .into_iter()
            .filter_map(|hit| {
                let concept = concepts.remove(&hit.concept_id)?;
                Some(Match { concept, term_id: hit.term_id, kind: hit.kind, score: hit.score })
            })
            .collect();
        let key = Key::new(&query.text, &Lang::JA).filter(|_| query.lang.as_ref().is_none_or(Lang::is_japanese));
        let dictionary = match &key {
            Some(key) => self.store().dictionary_english(&projects, &[&key.exact, &key.variant]).await?,
            None => Vec::new(),
        };
        let mut seen = BTreeSet::new();
        let fresh =
            |entry: &DictionaryEntry| seen.insert((entry.ja.clone(), entry.en.clone(), entry.source.name.clone()));
        let dictionary = dictionary.into_iter().filter(fresh).take(query.limit).collect();
        Ok(Lookup { matches, did_you_mean, dictionary })
    }
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
