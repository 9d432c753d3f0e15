//! Entries, and numbers of segments that are gone, in; the best matches for a question out, at every moment.
//!
//! An index is a few parts that are never changed, each with a bit for every position that is gone since. What is new makes
//! a small part; small parts are put together into larger ones, so that there are few. An [`Index`] itself is never changed
//! either: a change makes another one that shares the parts, so that whoever searches never waits.

use std::sync::Arc;

use super::build::build;
use super::entry::{Attributes, Entry};

use super::part::Part;
use super::query::{Query, Standing};
use super::top::{Hit, Top};
use crate::model::{Lang, Revision, SegmentId};
use crate::search::find::{Scratch, find};

/// The most entries of a part: what is put together is held twice for a moment.
pub const LARGEST_PART: usize = 1 << 20;

/// Parts of one size class that are left side by side; a class is this many times the one before.
const FANOUT: usize = 8;

/// Parts smaller than this are always put together with what comes.
const SMALL: usize = 256;

/// The segments of a memory, by one language.
#[derive(Debug, Clone)]
pub struct Index {
    lang: Lang,
    revision: Revision,
    gram: usize,
    pub(super) parts: Vec<Slice>,
}

/// A part and what is gone of it.
#[derive(Debug, Clone)]
pub(super) struct Slice {
    pub(super) part: Arc<Part>,
    pub(super) removed: Arc<Vec<u64>>,
    pub(super) gone: usize,
}

impl Slice {
    pub(super) fn new(part: Part) -> Self {
        let removed = Arc::new(vec![0; part.len().div_ceil(64)]);
        Self { part: Arc::new(part), removed, gone: 0 }
    }

    /// Entries that are not gone.
    fn kept(&self) -> usize {
        self.part.len() - self.gone
    }

    fn entries(&self) -> impl Iterator<Item = Entry> + '_ {
        let entries = self.part.entries().enumerate();
        entries.filter(|(position, _)| self.removed[position / 64] >> (position % 64) & 1 == 0).map(|(_, entry)| entry)
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The hits, best first.
    pub hits: Vec<Hit>,
    /// Whether everything was looked at; `false` where the search was stopped.
    pub complete: bool,
}

impl Index {
    /// An empty index of the side in `lang`, at `revision` of the base.
    #[must_use]
    pub fn new(lang: Lang, revision: Revision) -> Self {
        // Japanese and Chinese characters say much by themselves; pairs of them are rarer than three Latin letters.
        let gram = if matches!(lang.primary(), "ja" | "zh" | "ko") { 2 } else { 3 };
        Self { lang, revision, gram, parts: Vec::new() }
    }

    pub(super) fn of(lang: Lang, revision: Revision, gram: usize, parts: Vec<Slice>) -> Self {
        Self { lang, revision, gram, parts }
    }

    /// The language of what is compared.
    #[must_use]
    pub fn lang(&self) -> &Lang {
        &self.lang
    }

    /// The revision of the base it stands at.
    #[must_use]
    pub fn revision(&self) -> Revision {
        self.revision
    }

    pub(super) fn gram(&self) -> usize {
        self.gram
    }

    /// The number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.parts.iter().map(Slice::kept).sum()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many bytes its arrays have, in memory or mapped from a file.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.parts.iter().map(|slice| slice.part.bytes().len() + 8 * slice.removed.len()).sum()
    }

    /// The number of parts; each costs a question a little.
    #[must_use]
    pub fn parts(&self) -> usize {
        self.parts.len()
    }

    /// This index without the segments `gone` and with `new`, at `revision`. What is changed is in both.
    #[must_use]
    pub fn changed(&self, gone: &[SegmentId], new: Vec<Entry>, revision: Revision) -> Self {
        let mut parts = self.parts.clone();
        for slice in &mut parts {
            for position in gone.iter().flat_map(|id| slice.part.positions(*id)).map(|position| position as usize) {
                let (word, bit) = (position / 64, 1 << (position % 64));
                if slice.removed[word] & bit == 0 {
                    Arc::make_mut(&mut slice.removed)[word] |= bit;
                    slice.gone += 1;
                }
            }
        }
        parts.retain(|slice| slice.kept() > 0);
        let mut new = new;
        while let Some(last) = parts.last().filter(|last| last.kept() <= SMALL && !new.is_empty()) {
            new.extend(last.entries());
            parts.pop();
        }
        let mut rest = new;
        while !rest.is_empty() {
            let later = rest.split_off(rest.len().min(LARGEST_PART));
            parts.extend(build(rest, self.gram).into_iter().map(Slice::new));
            rest = later;
        }
        Self { parts, revision, ..self.clone() }
    }

    /// Parts that are best put together, where there are any: too many of one size, or more gone than left.
    #[must_use]
    pub fn crowded(&self) -> Option<Crowd> {
        let class = |slice: &Slice| (slice.kept().max(SMALL) / SMALL).ilog(FANOUT);
        let wasted = self.parts.iter().find(|slice| slice.gone > slice.kept());
        if let Some(slice) = wasted {
            return Some(Crowd { members: vec![slice.clone()], gram: self.gram });
        }
        for of_class in 0..=class_of_largest() {
            let members: Vec<Slice> = self.parts.iter().filter(|slice| class(slice) == of_class).cloned().collect();
            let size: usize = members.iter().map(Slice::kept).sum();
            if members.len() >= FANOUT && size <= LARGEST_PART {
                return Some(Crowd { members, gram: self.gram });
            }
        }
        None
    }

    /// This index with `crowd` put together as `made`; what has gone meanwhile is gone there too. Unchanged where a member
    /// is no longer there.
    #[must_use]
    pub fn settled(&self, crowd: &Crowd, made: Settled) -> Self {
        let is_member = |slice: &Slice| crowd.members.iter().any(|member| Arc::ptr_eq(&member.part, &slice.part));
        if self.parts.iter().filter(|slice| is_member(slice)).count() != crowd.members.len() {
            return self.clone();
        }
        let mut lost: Vec<SegmentId> = Vec::new();
        for slice in self.parts.iter().filter(|slice| is_member(slice)) {
            let before = crowd.members.iter().find(|member| Arc::ptr_eq(&member.part, &slice.part));
            let Some(before) = before.filter(|before| !Arc::ptr_eq(&before.removed, &slice.removed)) else { continue };
            let ids = slice.part.view().ids;
            let differs = |position: &usize| {
                (before.removed[position / 64] ^ slice.removed[position / 64]) >> (position % 64) & 1 == 1
            };
            lost.extend((0..ids.len()).filter(differs).map(|position| SegmentId::new(ids[position])));
        }
        let mut parts: Vec<Slice> = made.parts.into_iter().map(Slice::new).collect();
        let merged =
            Self { parts: std::mem::take(&mut parts), ..self.clone() }.changed(&lost, Vec::new(), self.revision);
        parts.extend(merged.parts);
        parts.extend(self.parts.iter().filter(|slice| !is_member(slice)).cloned());
        // The largest first: what is new goes with the smallest.
        parts.sort_by_key(|slice| std::cmp::Reverse(slice.part.len()));
        Self { parts, ..self.clone() }
    }

    /// The segments most like the question, in the order of [`Hit::order`]: exactly those a comparison with every entry
    /// would give.
    ///
    /// `standing` says how an entry stands before its text is compared, `None` for one that is not wanted. `stop` is asked
    /// now and then whether time is up.
    pub fn find(
        &self,
        query: &Query,
        standing: impl Fn(&Attributes) -> Option<Standing>,
        stop: &dyn Fn() -> bool,
        scratch: &mut Scratch,
    ) -> Found {
        let mut top = Top::new(query.limit, query.floor);
        let mut complete = true;
        for slice in &self.parts {
            complete = complete && find(&slice.part, &slice.removed, query, &standing, stop, &mut top, scratch);
        }
        Found { hits: top.into_hits(), complete }
    }
}

/// Parts that are to be put together.
#[derive(Debug, Clone)]
pub struct Crowd {
    members: Vec<Slice>,
    gram: usize,
}

/// Parts put together.
#[derive(Debug)]
pub struct Settled {
    parts: Vec<Part>,
}

impl Crowd {
    /// Puts them together; takes a second for some hundred thousand entries.
    #[must_use]
    pub fn settle(&self) -> Settled {
        Settled { parts: build(self.members.iter().flat_map(Slice::entries).collect(), self.gram) }
    }
}

/// The size class no part is beyond.
fn class_of_largest() -> u32 {
    (LARGEST_PART / SMALL).ilog(FANOUT)
}
