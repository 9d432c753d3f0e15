//! The index of one language of a translation memory.
//!
//! An index consists of a few immutable parts, each with a bit set of the positions removed since. New segments form a small
//! part, and small parts are merged into larger ones ("compaction"), so that there are always few. An [`Index`] is itself
//! immutable: a change returns a new one that shares the parts, so searches never wait.

use std::sync::Arc;

use super::attributes::Attributes;
use super::build::build;
use super::segment::IndexedSegment;

use super::hits::{Hit, TopHits};
use super::part::Part;
use super::query::{Query, RankAdjustment};
use super::search::{Scratch, search_part};
use crate::model::{Lang, Revision, SegmentId};

/// The largest number of segments in a part. While parts are merged, their segments are in memory twice.
pub const LARGEST_PART: usize = 1 << 20;

/// How many parts of one size class there may be; a class is this many times as large as the one before.
const FANOUT: usize = 8;

/// Parts smaller than this are merged with the next segments that are added.
const SMALL: usize = 256;

/// An index of the segments of a memory by their side in one language.
#[derive(Debug, Clone)]
pub struct Index {
    lang: Lang,
    revision: Revision,
    gram: usize,
    pub(super) parts: Vec<LivePart>,
}

/// A part and the positions removed from it since it was built.
#[derive(Debug, Clone)]
pub(super) struct LivePart {
    pub(super) part: Arc<Part>,
    pub(super) removed: Arc<Vec<u64>>,
    pub(super) removed_count: usize,
}

impl LivePart {
    pub(super) fn new(part: Part) -> Self {
        let removed = Arc::new(vec![0; part.len().div_ceil(64)]);
        Self { part: Arc::new(part), removed, removed_count: 0 }
    }

    /// The number of segments that have not been removed.
    fn live_count(&self) -> usize {
        self.part.len() - self.removed_count
    }

    fn segments(&self) -> impl Iterator<Item = IndexedSegment> + '_ {
        let all = self.part.segments().enumerate();
        all.filter(|(position, _)| self.removed[position / 64] >> (position % 64) & 1 == 0).map(|(_, segment)| segment)
    }
}

/// The result of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchResult {
    /// The hits, best first.
    pub hits: Vec<Hit>,
    /// Whether the search ran to its end; `false` if it was stopped.
    pub complete: bool,
}

impl Index {
    /// An empty index for sides in `lang`, at `revision` of the term base.
    #[must_use]
    pub fn new(lang: Lang, revision: Revision) -> Self {
        // A pair of Japanese or Chinese characters is rarer than three Latin letters.
        let gram = if matches!(lang.primary(), "ja" | "zh" | "ko") { 2 } else { 3 };
        Self { lang, revision, gram, parts: Vec::new() }
    }

    pub(super) fn of(lang: Lang, revision: Revision, gram: usize, parts: Vec<LivePart>) -> Self {
        Self { lang, revision, gram, parts }
    }

    /// The language of the sides that are compared.
    #[must_use]
    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// The revision of the term base it reflects.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
    }

    pub(super) fn gram(&self) -> usize {
        self.gram
    }

    /// The number of segments.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parts.iter().map(LivePart::live_count).sum()
    }

    /// Whether it has no segments.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The size of its arrays in bytes, in memory or mapped from a file.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.parts.iter().map(|live| live.part.bytes().len() + 8 * live.removed.len()).sum()
    }

    /// The number of parts; each adds a little to the cost of a search.
    #[must_use]
    pub fn parts(&self) -> usize {
        self.parts.len()
    }

    /// This index without the segments `removed` and with `added`, at `revision`. A changed segment is in both.
    #[must_use]
    pub fn with_changes(&self, removed: &[SegmentId], added: Vec<IndexedSegment>, revision: Revision) -> Self {
        let mut parts = self.parts.clone();
        for live in &mut parts {
            for position in removed.iter().flat_map(|id| live.part.positions(*id)).map(|position| position as usize) {
                let (word, bit) = (position / 64, 1 << (position % 64));
                if live.removed[word] & bit == 0 {
                    Arc::make_mut(&mut live.removed)[word] |= bit;
                    live.removed_count += 1;
                }
            }
        }
        parts.retain(|live| live.live_count() > 0);
        let mut rest = added;
        while let Some(last) = parts.last().filter(|last| last.live_count() <= SMALL && !rest.is_empty()) {
            rest.extend(last.segments());
            parts.pop();
        }
        while !rest.is_empty() {
            let later = rest.split_off(rest.len().min(LARGEST_PART));
            parts.extend(build(rest, self.gram).into_iter().map(LivePart::new));
            rest = later;
        }
        Self { parts, revision, ..self.clone() }
    }

    /// The next merge that should be done, if any: of parts of one size class if there are too many, or of a part of which
    /// more than half was removed.
    #[must_use]
    pub fn compaction(&self) -> Option<Compaction> {
        let class = |live: &LivePart| (live.live_count().max(SMALL) / SMALL).ilog(FANOUT);
        let sparse = self.parts.iter().find(|live| live.removed_count > live.live_count());
        if let Some(live) = sparse {
            return Some(Compaction { members: vec![live.clone()], gram: self.gram });
        }
        for of_class in 0..=class_of_largest() {
            let members: Vec<LivePart> = self.parts.iter().filter(|live| class(live) == of_class).cloned().collect();
            let size: usize = members.iter().map(LivePart::live_count).sum();
            if members.len() >= FANOUT && size <= LARGEST_PART {
                return Some(Compaction { members, gram: self.gram });
            }
        }
        None
    }

    /// This index with the parts of `compaction` replaced by `merged`, without what was removed in the meantime. Unchanged if
    /// one of those parts is no longer there.
    #[must_use]
    pub fn compacted(&self, compaction: &Compaction, merged: MergedParts) -> Self {
        let is_member = |live: &LivePart| compaction.members.iter().any(|member| Arc::ptr_eq(&member.part, &live.part));
        if self.parts.iter().filter(|live| is_member(live)).count() != compaction.members.len() {
            return self.clone();
        }
        let mut removed: Vec<SegmentId> = Vec::new();
        for live in self.parts.iter().filter(|live| is_member(live)) {
            let before = compaction.members.iter().find(|member| Arc::ptr_eq(&member.part, &live.part));
            let Some(before) = before.filter(|before| !Arc::ptr_eq(&before.removed, &live.removed)) else { continue };
            let ids = live.part.view().ids;
            let differs = |position: &usize| {
                (before.removed[position / 64] ^ live.removed[position / 64]) >> (position % 64) & 1 == 1
            };
            removed.extend((0..ids.len()).filter(differs).map(|position| SegmentId::new(ids[position])));
        }
        let parts: Vec<LivePart> = merged.parts.into_iter().map(LivePart::new).collect();
        let merged = Self { parts, ..self.clone() }.with_changes(&removed, Vec::new(), self.revision);
        let mut parts = merged.parts;
        parts.extend(self.parts.iter().filter(|live| !is_member(live)).cloned());
        // The largest first: new segments are merged with the last and smallest.
        parts.sort_by_key(|live| std::cmp::Reverse(live.part.len()));
        Self { parts, ..self.clone() }
    }

    /// The segments most similar to the query, in the order of [`Hit::order`]: exactly those that a comparison with every
    /// segment would give.
    ///
    /// `adjustment` gives the penalty and preference of a segment by its attributes, or `None` to leave it out. `stop` is
    /// called now and then; the search ends early once it returns true.
    pub fn search(
        &self,
        query: &Query,
        adjustment: impl Fn(&Attributes) -> Option<RankAdjustment>,
        stop: &dyn Fn() -> bool,
        scratch: &mut Scratch,
    ) -> SearchResult {
        let mut top = TopHits::new(query.limit, query.floor);
        let mut complete = true;
        for live in &self.parts {
            complete = complete && search_part(&live.part, &live.removed, query, &adjustment, stop, &mut top, scratch);
        }
        SearchResult { hits: top.into_hits(), complete }
    }
}

/// Parts that are to be merged.
#[derive(Debug, Clone)]
pub struct Compaction {
    members: Vec<LivePart>,
    gram: usize,
}

/// The result of a [`Compaction`].
#[derive(Debug)]
pub struct MergedParts {
    parts: Vec<Part>,
}

impl Compaction {
    /// Merges the parts. Takes about a second for some hundred thousand segments.
    #[must_use]
    pub fn merge(&self) -> MergedParts {
        MergedParts { parts: build(self.members.iter().flat_map(LivePart::segments).collect(), self.gram) }
    }
}

/// The size class of the largest parts.
fn class_of_largest() -> u32 {
    (LARGEST_PART / SMALL).ilog(FANOUT)
}
