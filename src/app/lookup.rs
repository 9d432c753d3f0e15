//! "How do we say this?": a query in, the concepts that answer it out, best first, each once.

use std::collections::{BTreeMap, BTreeSet};

use super::snapshot::Kept;
use super::{AppError, Service};
use crate::model::{ConceptId, Lang, Match, MatchKind, Review, TermId};
use crate::store::{ProjectId, TermEntry};
use crate::text::chars::has_japanese;
use crate::text::kana::{is_kana, romaji_key};
use crate::text::key::{Key, reading_key};

/// The most matches one look-up gives.
pub const MOST: usize = 200;

/// The longest query, in characters.
pub const LONGEST: usize = 400;

/// Terms less similar than this are not offered.
const SIMILAR: f64 = 0.6;

/// How many terms each index of the database is asked for.
const ASKED: u32 = 1_000;

/// A question.
#[derive(Debug, Clone, PartialEq)]
pub struct LookupQuery {
    /// What is looked up, in either language.
    pub text: String,
    /// Names of the projects to ask, the most trusted first.
    pub projects: Vec<String>,
    /// Only terms of this language; both where none is named.
    pub lang: Option<Lang>,
    /// Only matches of these kinds; all where none is named.
    pub kinds: Vec<MatchKind>,
    /// The most matches, 1 to [`MOST`].
    pub limit: usize,
}

impl LookupQuery {
    /// A question about `text` in one project: any kind of match, ten at most.
    #[must_use]
    pub fn new(text: &str, project: &str) -> Self {
        Self { text: text.to_owned(), projects: vec![project.to_owned()], lang: None, kinds: Vec::new(), limit: 10 }
    }
}

/// An answer.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Lookup {
    /// Matches, best first; each concept once.
    pub matches: Vec<Match>,
    /// Terms that look like the query, where nothing answers it exactly.
    pub did_you_mean: Vec<String>,
}

/// A term that matched.
struct Hit {
    kind: MatchKind,
    score: u8,
    rank: usize,
    confidence: f64,
    concept: ConceptId,
    term: TermId,
    text: String,
}

impl Service {
    /// Concepts with a term that is, reads, begins with, contains or resembles the query. Terms a person rejected
    /// answer nothing.
    ///
    /// # Errors
    /// `invalid_request` for an empty or too long query or a limit out of range, `not_found` for an unknown project.
    pub async fn lookup(&self, query: &LookupQuery) -> Result<Lookup, AppError> {
        check(query)?;
        let mut projects = Vec::new();
        for name in &query.projects {
            projects.push(self.project_id(name).await?);
        }
        let question = Question::new(query, projects);
        let mut hits = Vec::new();
        self.ask_indexes(query, &question, &mut hits).await?;
        let snapshot = self.snapshot().await?;
        hits.extend(snapshot.terms.iter().filter_map(|kept| question.compare(kept)));
        hits.retain(|hit| query.kinds.is_empty() || query.kinds.contains(&hit.kind));
        let best = ranked(hits, query.limit);
        let ids: Vec<ConceptId> = best.iter().map(|hit| hit.concept).collect();
        let mut concepts: BTreeMap<ConceptId, _> =
            self.store().concepts_by_ids(&ids).await?.into_iter().map(|concept| (concept.id, concept)).collect();
        let certain = best.iter().any(|hit| hit.kind <= MatchKind::Reading);
        let similar = best.iter().filter(|hit| hit.kind == MatchKind::Fuzzy && !certain);
        let mut seen = BTreeSet::new();
        let did_you_mean =
            similar.map(|hit| hit.text.clone()).filter(|text| seen.insert(text.clone())).take(3).collect();
        let matches = best
            .into_iter()
            .filter_map(|hit| {
                let concept = concepts.remove(&hit.concept)?;
                Some(Match { concept, term_id: hit.term, kind: hit.kind, score: hit.score })
            })
            .collect();
        Ok(Lookup { matches, did_you_mean })
    }

    /// What the indexes of the database answer: same key, same variant, same reading, same beginning.
    async fn ask_indexes(&self, query: &LookupQuery, question: &Question, hits: &mut Vec<Hit>) -> Result<(), AppError> {
        let (store, projects, lang) = (self.store(), &question.projects, query.lang.as_ref());
        for key in &question.keys {
            for term in store.terms_by_key(projects, lang, &key.exact, ASKED).await? {
                hits.extend(question.hit(&term, MatchKind::Exact, 100));
            }
            for term in store.terms_by_variant_key(projects, lang, &key.variant, ASKED).await? {
                hits.extend(question.hit(&term, MatchKind::Variant, 97));
            }
            for term in store.terms_by_prefix(projects, lang, &key.exact, ASKED).await? {
                let score = 70 + part(&key.exact, &term.key, 20.0);
                hits.extend(question.hit(&term, MatchKind::Prefix, score));
            }
        }
        if let Some(reading) = &question.reading {
            for term in store.terms_by_reading_key(projects, lang, reading, ASKED).await? {
                hits.extend(question.hit(&term, MatchKind::Reading, 94));
            }
        }
        Ok(())
    }
}

fn check(query: &LookupQuery) -> Result<(), AppError> {
    let invalid = |field, problem: String| Err(AppError::InvalidRequest { field, problem });
    let length = query.text.chars().count();
    if length > LONGEST {
        return invalid("text", format!("it has {length} characters, at most {LONGEST} are looked up"));
    }
    if Key::new(&query.text, &Lang::JA).is_none() {
        return invalid("text", "it holds no character a term could have".to_owned());
    }
    if !(1..=MOST).contains(&query.limit) {
        return invalid("limit", format!("{} is not between 1 and {MOST}", query.limit));
    }
    if query.projects.is_empty() {
        return invalid("projects", "name at least one project".to_owned());
    }
    Ok(())
}

/// The query in every form terms are compared by.
struct Question {
    projects: Vec<ProjectId>,
    lang: Option<Lang>,
    /// Keys of the query, in one language or both, none twice.
    keys: Vec<Key>,
    /// The query as a reading, if it is kana.
    reading: Option<String>,
    /// The query as romaji, if it is Latin letters.
    romaji: Option<String>,
}

impl Question {
    fn new(query: &LookupQuery, projects: Vec<ProjectId>) -> Self {
        let langs = match &query.lang {
            Some(lang) => vec![lang.clone()],
            None => vec![Lang::JA, Lang::EN],
        };
        let mut keys: Vec<Key> = Vec::new();
        for key in langs.iter().filter_map(|lang| Key::new(&query.text, lang)) {
            if !keys.contains(&key) {
                keys.push(key);
            }
        }
        let text = query.text.trim();
        let reading = (is_kana(text) || has_japanese(text))
            .then(|| reading_key(text))
            .filter(|key| is_kana(text) && !key.is_empty());
        let letters = text.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\'')) && !has_japanese(text);
        let romaji = (letters && text.chars().count() >= 2).then(|| romaji_key(text));
        Self { projects, lang: query.lang.clone(), keys, reading, romaji }
    }

    fn hit(&self, term: &TermEntry, kind: MatchKind, score: u8) -> Option<Hit> {
        let rank = self.projects.iter().position(|project| *project == term.project_id)?;
        if term.review == Review::Rejected {
            return None;
        }
        Some(Hit {
            kind,
            score,
            rank,
            confidence: term.confidence,
            concept: term.concept_id,
            term: term.term_id,
            text: term.text.clone(),
        })
    }

    /// What no index answers: same reading in Latin letters, contained, similar.
    fn compare(&self, kept: &Kept) -> Option<Hit> {
        let term = &kept.term;
        if !self.projects.contains(&term.project_id) || !self.speaks(&term.lang) {
            return None;
        }
        if self.romaji.is_some() && self.romaji == kept.romaji {
            return self.hit(term, MatchKind::Reading, 92);
        }
        let mut best = 0.0_f64;
        for key in &self.keys {
            if term.key.contains(&key.exact) {
                return self.hit(term, MatchKind::Substring, 50 + part(&key.exact, &term.key, 20.0));
            }
            best = best.max(similarity(&key.exact, &term.key));
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 30 and 50")]
        let score = (30.0 + 20.0 * (best - SIMILAR) / (1.0 - SIMILAR)).round() as u8;
        (best >= SIMILAR).then(|| self.hit(term, MatchKind::Fuzzy, score)).flatten()
    }

    fn speaks(&self, lang: &Lang) -> bool {
        self.lang.as_ref().is_none_or(|wanted| lang == wanted || lang.primary() == wanted.as_str())
    }
}

/// Normalised Levenshtein similarity; not computed where the lengths alone rule it out.
fn similarity(one: &str, other: &str) -> f64 {
    let (short, long) =
        (one.chars().count().min(other.chars().count()), one.chars().count().max(other.chars().count()));
    #[expect(clippy::cast_precision_loss, reason = "numbers of characters are far below 2^52")]
    let at_best = short as f64 / long.max(1) as f64;
    if at_best < SIMILAR { 0.0 } else { strsim::normalized_levenshtein(one, other) }
}

/// How much of the whole the part is, as a number up to `most`.
fn part(part: &str, whole: &str, most: f64) -> u8 {
    #[expect(clippy::cast_precision_loss, reason = "numbers of characters are far below 2^52")]
    let share = part.chars().count() as f64 / whole.chars().count().max(1) as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and `most`")]
    let points = (share.min(1.0) * most).round() as u8;
    points
}

/// The best hit of each concept in a total order: score, rank of the project, confidence, number.
fn ranked(mut hits: Vec<Hit>, limit: usize) -> Vec<Hit> {
    hits.sort_by(|a, b| {
        (a.kind, std::cmp::Reverse(a.score), a.rank)
            .cmp(&(b.kind, std::cmp::Reverse(b.score), b.rank))
            .then_with(|| b.confidence.total_cmp(&a.confidence))
            .then_with(|| (a.concept, a.term).cmp(&(b.concept, b.term)))
    });
    let mut seen = BTreeSet::new();
    hits.retain(|hit| seen.insert(hit.concept));
    hits.truncate(limit);
    hits
}
