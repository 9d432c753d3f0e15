//! Finds the best matches in the memory for each query: searches the index, reads the segments, scores them.
//!
//! The index ranks by what it knows. The target text can only lower a score (numbers that cannot be filled in, a
//! forbidden term), so a match that scores at least as high as the last hit of the index beats everything the index
//! left out. If too few matches score that high, the index is asked for more hits.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;
use std::time::Instant;

use super::leading::LeadingSpots;
use super::prefilter::Prefilter;
use super::{AssistQuery, MemoryMatch, PenaltyPoints, REPLACEABLE};
use crate::app::blocking::blocking;
use crate::app::live::memory::{IndexSnapshot, seconds};
use crate::app::live::terms::TermSnapshot;
use crate::app::{AppError, Service};
use crate::fuzzy::{Hit, Query, Scratch, SearchResult, context_hash};
use crate::model::{Neighbours, ProjectId, SegmentId, fingerprint};
use crate::spot::ProjectFilter;
use crate::store::StoredSegment;
use crate::suggest::{Evaluator, MemorySegment, SegmentQuery, compare_matches, preference};
use crate::text::tokeniser::Tokeniser;

/// How many times the limit of hits to request at first.
const SPARE: usize = 4;
/// Factor by which the number of hits grows each time too few are good enough.
const MORE: usize = 8;
/// The largest number of hits to request, or [`SPARE`] times the limit if that is more: what one query may cost, however many
/// segments of the memory seem equally good.
const MOST: usize = 500;
/// Segments are read for so many hits at once, or for those of one query; the hits of so many are held at once, at first.
const HELD: usize = 8_000;
/// Number of best matches in which terms are replaced.
const MENDED: usize = 5;

thread_local! {
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

/// A query that is not answered completely yet.
struct PendingQuery {
    question: Arc<SegmentQuery>,
    hit_limit: usize,
    most: usize,
    found: SearchResult,
    /// The hits that were evaluated.
    evaluated: HashSet<(SegmentId, bool)>,
    /// The best of them.
    best: Vec<MemoryMatch>,
    /// Set once it is answered: whether the best are certain to be the best of the memory.
    done: Option<bool>,
}

impl Service {
    /// The matches of each query, best first, and whether they are certain to be the best.
    pub(super) async fn matches(
        &self,
        query: &AssistQuery,
        questions: Vec<SegmentQuery>,
        projects: &Arc<[ProjectId]>,
        known: &Arc<TermSnapshot>,
        until: Instant,
    ) -> Result<Vec<(Vec<MemoryMatch>, bool)>, AppError> {
        let count = questions.len();
        let Some(current) = self.live().memory.index(&query.source_lang).await? else {
            return Ok(vec![(Vec::new(), false); count]);
        };
        if current.index.is_empty() || query.limit == 0 {
            return Ok(vec![(Vec::new(), current.complete); count]);
        }
        let prefilter = Prefilter::new(query, projects, PenaltyPoints::default());
        let mut answers = Vec::with_capacity(count);
        let mut questions = questions.into_iter();
        let first = query.limit + SPARE;
        loop {
            // Hits are held for a group of queries only, so that memory does not grow with their number times that of the hits.
            let group: Vec<PendingQuery> = questions
                .by_ref()
                .take((HELD / first).max(1))
                .map(|asked| PendingQuery::new(asked, query.limit))
                .collect();
            if group.is_empty() {
                return Ok(answers);
            }
            let settled = self.settled(query, group, &current, &prefilter, (projects, known), until).await?;
            answers.extend(settled.into_iter().map(|open| (open.best, open.done.unwrap_or_default())));
        }
    }

    /// These queries with their answers.
    async fn settled(
        &self,
        query: &AssistQuery,
        mut open: Vec<PendingQuery>,
        current: &IndexSnapshot,
        prefilter: &Prefilter,
        (projects, known): (&Arc<[ProjectId]>, &Arc<TermSnapshot>),
        until: Instant,
    ) -> Result<Vec<PendingQuery>, AppError> {
        while open.iter().any(|open| open.done.is_none()) {
            self.search(&mut open, current, prefilter.clone(), query.floor, until).await?;
            let mut rest = std::mem::take(&mut open);
            while !rest.is_empty() {
                let later = rest.split_off(held_at_once(&rest));
                let mut some = std::mem::replace(&mut rest, later);
                let remembered = self.remembered(&some, projects, query, known).await?;
                let (limit, floor, words) = (query.limit, query.floor, self.words().clone());
                let (is_current, penalties) = (current.complete, prefilter.penalties.clone());
                let settled = blocking("matching", move || {
                    for (open, remembered) in some.iter_mut().zip(remembered).filter(|(open, _)| open.done.is_none()) {
                        open.settle(remembered, limit, floor, &penalties, &words);
                        if let Some(complete) = &mut open.done {
                            *complete &= is_current;
                        }
                    }
                    some
                })
                .await?;
                open.extend(settled);
            }
        }
        Ok(open)
    }

    /// Searches the index for all pending queries.
    async fn search(
        &self,
        open: &mut [PendingQuery],
        current: &IndexSnapshot,
        prefilter: Prefilter,
        floor: u8,
        until: Instant,
    ) -> Result<(), AppError> {
        let pending: Vec<Option<(Arc<SegmentQuery>, usize)>> =
            open.iter().map(|open| open.done.is_none().then(|| (Arc::clone(&open.question), open.hit_limit))).collect();
        let index = Arc::clone(&current.index);
        let found = blocking("matching", move || {
            SCRATCH.with_borrow_mut(|scratch| {
                let stop = || Instant::now() > until;
                let mut search = |(question, hit_limit): (Arc<SegmentQuery>, usize)| {
                    let print = |text: &Option<String>| text.as_deref().map(fingerprint);
                    let context = context_hash(print(&question.previous), print(&question.next));
                    let query = Query::new(&question.text, &question.form, context, floor, hit_limit);
                    let query = if question.key.is_some() { query.with_key() } else { query };
                    index.search(&query, |attributes| prefilter.adjustment(attributes), &stop, scratch)
                };
                pending.into_iter().map(|pending| pending.map(&mut search)).collect::<Vec<Option<SearchResult>>>()
            })
        })
        .await?;
        for (open, found) in open.iter_mut().zip(found) {
            if let Some(found) = found {
                open.found = found;
            }
        }
        Ok(())
    }

    /// Reads the segments of all hits, with everything needed to score them.
    async fn remembered(
        &self,
        open: &[PendingQuery],
        projects: &Arc<[ProjectId]>,
        query: &AssistQuery,
        known: &Arc<TermSnapshot>,
    ) -> Result<Vec<Vec<MemorySegment>>, AppError> {
        let waiting = || open.iter().filter(|open| open.done.is_none());
        let ids: BTreeSet<SegmentId> = waiting().flat_map(PendingQuery::new_hits).map(|hit| hit.id).collect();
        if ids.is_empty() {
            return Ok(vec![Vec::new(); open.len()]);
        }
        let ids: Vec<SegmentId> = ids.into_iter().collect();
        let stored = self.store().segments_by_ids(&ids).await?;
        let names: BTreeMap<ProjectId, String> =
            self.store().projects().await?.into_iter().map(|project| (project.id, project.name)).collect();
        let keys: BTreeSet<String> = stored.iter().map(|stored| stored.source_key.clone()).collect();
        let keys: Vec<String> = keys.into_iter().collect();
        let targets: BTreeMap<(String, String), i64> =
            self.store().targets_by_source(projects, &keys).await?.into_iter().collect();
        let stored: BTreeMap<SegmentId, StoredSegment> = stored.into_iter().map(|stored| (stored.id, stored)).collect();
        let of_hit = |hit: &Hit| {
            let known = stored.get(&hit.id)?;
            let project = names.get(&known.project_id)?.clone();
            Some(remembered(known.clone(), project, hit.reversed, &targets))
        };
        let mut all: Vec<Vec<MemorySegment>> = Vec::with_capacity(open.len());
        for open in open {
            let is_pending = open.done.is_none();
            all.push(open.new_hits().filter(|_| is_pending).filter_map(of_hit).collect());
        }
        self.find_terms(open, &mut all, query, projects, known).await?;
        Ok(all)
    }

    /// Adds the known terms in the source texts of the best hits, if the query has terms that could replace them.
    async fn find_terms(
        &self,
        open: &[PendingQuery],
        all: &mut [Vec<MemorySegment>],
        query: &AssistQuery,
        projects: &Arc<[ProjectId]>,
        known: &Arc<TermSnapshot>,
    ) -> Result<(), AppError> {
        let mut places: Vec<(usize, usize)> = Vec::new();
        for (at, (open, remembered)) in open.iter().zip(all.iter()).enumerate() {
            if !open.question.terms.is_empty() && open.evaluated.is_empty() {
                let differs = |(_, known): &(usize, &MemorySegment)| known.segment.source != open.question.text;
                places.extend(remembered.iter().enumerate().take(MENDED).filter(differs).map(|(hit, _)| (at, hit)));
            }
        }
        if places.is_empty() {
            return Ok(());
        }
        let texts: Vec<String> = places.iter().map(|(at, hit)| all[*at][*hit].segment.source.clone()).collect();
        let (known, words, lang) = (Arc::clone(known), self.words().clone(), query.source_lang.clone());
        let chosen = Arc::clone(projects);
        let (texts, spots) = blocking("matching", move || {
            let spots = |text: &String| known.spotter.spots(text, &lang, &words, ProjectFilter::Of(&chosen));
            let spots: Vec<LeadingSpots> =
                texts.iter().map(|text| LeadingSpots::new(spots(text), REPLACEABLE)).collect();
            (texts, spots)
        })
        .await?;
        let terms = self.terms_at(texts.iter().map(String::as_str).zip(&spots), query).await?;
        for ((at, hit), terms) in places.into_iter().zip(terms) {
            all[at][hit].terms = terms;
        }
        Ok(())
    }
}

/// How many of these queries, at least one, are settled together.
fn held_at_once(open: &[PendingQuery]) -> usize {
    let mut hits = 0;
    let within = open.iter().take_while(|open| {
        hits += if open.done.is_none() { open.new_hits().count() } else { 0 };
        hits <= HELD
    });
    within.count().max(1)
}

impl PendingQuery {
    fn new(question: SegmentQuery, limit: usize) -> Self {
        Self {
            question: Arc::new(question),
            hit_limit: limit + SPARE,
            most: MOST.max(SPARE * limit),
            found: SearchResult { hits: Vec::new(), complete: true },
            evaluated: HashSet::new(),
            best: Vec::new(),
            done: None,
        }
    }

    /// The hits that were not evaluated in an earlier round.
    fn new_hits(&self) -> impl Iterator<Item = &Hit> {
        self.found.hits.iter().filter(|hit| !self.evaluated.contains(&(hit.id, hit.reversed)))
    }

    /// Scores the new hits. Done if no other segment can beat the best `limit`, or no more hits can be requested.
    fn settle(
        &mut self,
        remembered: Vec<MemorySegment>,
        limit: usize,
        floor: u8,
        penalties: &PenaltyPoints,
        words: &Tokeniser,
    ) {
        let mut evaluator = Evaluator::new(&self.question, penalties, words);
        let offered =
            remembered.into_iter().map(|known| evaluator.evaluate(known)).filter(|offer| offer.is_offered(floor));
        self.best.extend(offered);
        self.best.sort_by(compare_matches);
        let mut seen = HashSet::new();
        self.best.retain(|offer| seen.insert((offer.source.clone(), offer.target.clone())));
        self.best.truncate(limit);
        // What is left is held until all queries are answered, so the room for the others goes.
        self.best.shrink_to_fit();
        self.evaluated.extend(self.found.hits.iter().map(|hit| (hit.id, hit.reversed)));
        let all_given = self.found.hits.len() < self.hit_limit;
        let unbeaten = self
            .best
            .get(limit.saturating_sub(1))
            .zip(self.found.hits.last())
            .is_some_and(|(last, bound)| as_hit(last).order(bound).is_le());
        if !self.found.complete {
            self.done = Some(false);
        } else if all_given || unbeaten {
            self.done = Some(true);
        } else if self.hit_limit >= self.most {
            self.done = Some(false);
        } else {
            self.hit_limit = (self.hit_limit * MORE).min(self.most);
        }
        if self.done.is_some() {
            (self.found.hits, self.evaluated) = (Vec::new(), HashSet::new());
        }
    }
}

/// A match as a hit of the index, with its final score.
fn as_hit(judged: &MemoryMatch) -> Hit {
    Hit {
        id: judged.segment_id,
        reversed: judged.reversed,
        score: judged.score,
        parts: judged.parts,
        preference: preference(judged.review, judged.near),
        indel: judged.indel,
        created: judged.provenance.created_at.as_deref().map_or(0, seconds),
    }
}

/// A stored segment in the form used for scoring; `reversed` if its target text is searched.
fn remembered(
    stored: StoredSegment,
    project: String,
    reversed: bool,
    targets: &BTreeMap<(String, String), i64>,
) -> MemorySegment {
    // Only translations into the same language, and the same variant of it, are different ones.
    let place = (stored.segment.source.clone(), stored.segment.target_lang.to_string());
    let target_count = if reversed { 1 } else { targets.get(&place).copied().unwrap_or(1) };
    let mut segment = stored.segment;
    if reversed {
        std::mem::swap(&mut segment.source, &mut segment.target);
        std::mem::swap(&mut segment.source_lang, &mut segment.target_lang);
    }
    let mut provenance = stored.provenance;
    if reversed {
        // Neighbours are known as source texts only.
        provenance.neighbours = Neighbours::default();
        provenance.codes = std::mem::take(&mut provenance.codes).reversed();
    }
    MemorySegment {
        id: stored.id,
        project,
        release_id: stored.release_id,
        review: stored.review,
        segment,
        provenance,
        reversed,
        target_count: usize::try_from(target_count).unwrap_or(1),
        terms: Vec::new(),
    }
}
