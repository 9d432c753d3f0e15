//! Finds the best matches in the memory for each query: searches the index, reads the segments, scores them.
//!
//! The index ranks by what it knows. The target text can only lower a score (numbers that cannot be filled in, a
//! forbidden term), so a match that scores at least as high as the last hit of the index beats everything the index
//! left out. If too few matches score that high, the index is asked for more hits.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;
use std::time::Instant;

use super::{AssistQuery, MemoryMatch, PenaltyPoints};
use crate::app::blocking::blocking;
use crate::app::live::memory::{IndexSnapshot, seconds};
use crate::app::live::terms::TermSnapshot;
use crate::app::{AppError, Service};
use crate::fuzzy::{Attributes, Hit, Origin, Query, RankAdjustment, Scratch, SearchResult, context_hash, name_hash};
use crate::model::{Neighbours, ProjectId, Review, SegmentId, Spotted, fingerprint};
use crate::spot::ProjectFilter;
use crate::store::StoredSegment;
use crate::suggest::{MemorySegment, Nearness, SegmentQuery, compare_matches, evaluate, preference};

/// How many times the limit of hits to request at first.
const SPARE: usize = 4;
/// Factor by which the number of hits grows each time too few are good enough.
const MORE: usize = 4;
/// The largest number of hits to request.
const MOST: usize = 4_000;
/// Segments are read for so many hits at once, or for those of one query.
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
    found: SearchResult,
    done: Option<(Vec<MemoryMatch>, bool)>,
}

/// Filters segments by their attributes in the index, and computes the penalties the index can know.
#[derive(Clone)]
struct Prefilter {
    projects: Vec<u32>,
    target_lang: u32,
    field: u32,
    document: u32,
    fields: Vec<u32>,
    review: Vec<Review>,
    since: u32,
    until: u32,
    penalties: PenaltyPoints,
}

impl Prefilter {
    fn new(query: &AssistQuery, projects: &[ProjectId], penalties: &PenaltyPoints) -> Self {
        let hash = |name: &Option<String>| name.as_deref().map_or(0, name_hash);
        Self {
            projects: projects.iter().filter_map(|project| u32::try_from(project.get()).ok()).collect(),
            target_lang: name_hash(query.target_lang.primary()),
            field: hash(&query.field),
            document: hash(&query.document),
            fields: query.filter.fields.iter().map(|field| name_hash(field)).collect(),
            review: query.filter.review.clone(),
            since: query.filter.since.unwrap_or(0),
            until: query.filter.until.unwrap_or(u32::MAX),
            penalties: penalties.clone(),
        }
    }

    fn adjustment(&self, attributes: &Attributes) -> Option<RankAdjustment> {
        let review = attributes.review();
        let is_eligible = attributes.other_lang == self.target_lang
            && review != Review::Rejected
            && (self.review.is_empty() || self.review.contains(&review))
            && (self.fields.is_empty() || self.fields.contains(&attributes.field))
            && (self.since..self.until).contains(&attributes.created)
            && self.projects.contains(&attributes.project);
        if !is_eligible {
            return None;
        }
        let aligned = attributes.origin() == Origin::Aligned;
        // The index stores confidence rounded down to hundredths; round up, so that no match is ranked too low.
        let confidence = f64::from(attributes.confidence() + 1) / 100.0;
        let unreviewed = self.penalties.for_provenance(review, aligned, confidence).map_or(0, |(_, points)| points);
        let same = |one: u32, other: u32| one != 0 && one == other;
        let other_field = self.field != 0 && attributes.field != 0 && attributes.field != self.field;
        let near = match (same(self.document, attributes.document), same(self.field, attributes.field)) {
            (true, _) => Nearness::Document,
            (false, true) => Nearness::Field,
            (false, false) => Nearness::Elsewhere,
        };
        let penalty = unreviewed + if other_field { self.penalties.other_field } else { 0 };
        Some(RankAdjustment { penalty, preference: preference(review, near) })
    }
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
        let penalties = Arc::new(PenaltyPoints::default());
        let prefilter = Prefilter::new(query, projects, &penalties);
        let first = query.limit + SPARE;
        let none = SearchResult { hits: Vec::new(), complete: true };
        let mut open: Vec<PendingQuery> = questions
            .into_iter()
            .map(|question| PendingQuery {
                question: Arc::new(question),
                hit_limit: first,
                found: none.clone(),
                done: None,
            })
            .collect();
        while open.iter().any(|open| open.done.is_none()) {
            self.search(&mut open, &current, prefilter.clone(), query.floor, until).await?;
            let mut rest = std::mem::take(&mut open);
            while !rest.is_empty() {
                let later = rest.split_off(held_at_once(&rest));
                let mut some = std::mem::replace(&mut rest, later);
                let remembered = self.remembered(&some, projects, query, known).await?;
                let (limit, floor, words, penalties) =
                    (query.limit, query.floor, self.words().clone(), Arc::clone(&penalties));
                let is_current = current.complete;
                let settled = blocking("matching", move || {
                    for (open, remembered) in some.iter_mut().zip(remembered) {
                        if open.done.is_none() {
                            open.settle(remembered, limit, floor, |question, known| {
                                evaluate(question, known, &penalties, &words)
                            });
                            if let Some((_, complete)) = &mut open.done {
                                *complete &= is_current;
                            }
                        }
                    }
                    some
                })
                .await?;
                open.extend(settled);
            }
        }
        Ok(open.into_iter().map(|open| open.done.unwrap_or_default()).collect())
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
        let ids: BTreeSet<SegmentId> = waiting().flat_map(|open| &open.found.hits).map(|hit| hit.id).collect();
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
            let hits = if open.done.is_none() { open.found.hits.as_slice() } else { &[] };
            all.push(hits.iter().filter_map(of_hit).collect());
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
            if !open.question.terms.is_empty() {
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
            let places = |text: &String| known.spotter.spots(text, &lang, &words, ProjectFilter::Of(&chosen));
            let spots: Vec<Vec<Spotted>> = texts.iter().map(places).collect();
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
        hits += if open.done.is_none() { open.found.hits.len() } else { 0 };
        hits <= HELD
    });
    within.count().max(1)
}

impl PendingQuery {
    /// Scores the hits. Done if no other segment can beat the best `limit`, or no more hits can be requested.
    fn settle(
        &mut self,
        remembered: Vec<MemorySegment>,
        limit: usize,
        floor: u8,
        evaluate: impl Fn(&SegmentQuery, MemorySegment) -> MemoryMatch,
    ) {
        let mut matches: Vec<MemoryMatch> = remembered
            .into_iter()
            .map(|known| evaluate(&self.question, known))
            .filter(|offer| offer.is_offered(floor))
            .collect();
        matches.sort_by(compare_matches);
        let mut seen = HashSet::new();
        matches.retain(|offer| seen.insert((offer.source.clone(), offer.target.clone())));
        let all_given = self.found.hits.len() < self.hit_limit;
        let unbeaten = matches
            .get(limit.saturating_sub(1))
            .zip(self.found.hits.last())
            .is_some_and(|(last, bound)| as_hit(last).order(bound).is_le());
        matches.truncate(limit);
        if !self.found.complete {
            self.done = Some((matches, false));
        } else if all_given || unbeaten {
            self.done = Some((matches, true));
        } else if self.hit_limit >= MOST {
            self.done = Some((matches, false));
        } else {
            self.hit_limit = (self.hit_limit * MORE).min(MOST);
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
