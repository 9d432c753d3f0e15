//! The segments of a release with their passages in its text and in that of its version in the other language.

use super::blocking::blocking;
use super::{AppError, Service};
use crate::extract::BareText;
use crate::model::{ReleaseId, Span};
use crate::store::{ReleaseHead, StoredRelease, StoredSegment};

/// The most releases of one name that are considered.
const NAMESAKES: u32 = 20;

/// A passage of a release.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// The release.
    pub release: ReleaseId,
    /// The passage in its text, in bytes.
    pub span: Span,
    /// The passage in characters.
    pub span_chars: (usize, usize),
}

/// A segment and where its two sides are printed.
#[derive(Debug, Clone, PartialEq)]
pub struct LocatedSegment {
    /// The segment.
    pub stored: StoredSegment,
    /// Where its source is printed; `None` if a person changed it.
    pub source: Option<Passage>,
    /// Where its target is printed; `None` if a person changed it.
    pub target: Option<Passage>,
}

/// The segments of a release.
#[derive(Debug, Clone, PartialEq)]
pub struct ReleaseSegments {
    /// Its version in the other language, if it was paired with one.
    pub pair: Option<ReleaseHead>,
    /// Its segments, in order.
    pub segments: Vec<LocatedSegment>,
}

impl Service {
    /// The segments of a release: pairs of sentences of the release and its version in the other language, and those of passages
    /// that it prints in both.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn release_segments(&self, id: ReleaseId) -> Result<ReleaseSegments, AppError> {
        let own = self.store().release(id).await?;
        let segments = self.store().segments_with_release(id).await?;
        let pair = self.pair_of(&own.head, &segments).await?;
        let name = own.head.source.name.clone();
        let head = pair.as_ref().map(|pair| pair.head.clone());
        let segments = blocking(&name, move || located(&own, pair.as_ref(), segments)).await?;
        Ok(ReleaseSegments { pair: head, segments })
    }

    /// The release with which this one was paired: it holds the segments, or is named by them.
    async fn pair_of(&self, head: &ReleaseHead, segments: &[StoredSegment]) -> Result<Option<StoredRelease>, AppError> {
        let foreign = segments.iter().find_map(|stored| stored.release_id.filter(|release| *release != head.id));
        if let Some(other) = foreign {
            return Ok(Some(self.store().release(other).await?));
        }
        let before = format!("{} = ", head.source.name);
        let document = |stored: &StoredSegment| stored.provenance.document.clone();
        let mut english =
            segments.iter().filter_map(document).filter_map(|name| name.strip_prefix(&before).map(str::to_owned));
        let Some(name) = english.next_back() else { return Ok(None) };
        let named = self.store().releases_named(head.project_id, &name, NAMESAKES).await?;
        match named.into_iter().rfind(|other| other.id != head.id) {
            Some(other) => Ok(Some(self.store().release(other.id).await?)),
            None => Ok(None),
        }
    }
}

/// A text that passages are looked for in, from the last one on.
struct SearchedText<'a> {
    release: ReleaseId,
    text: &'a str,
    bare: BareText,
    /// The end of the last passage, in bytes and in characters.
    last: (usize, usize),
}

impl<'a> SearchedText<'a> {
    fn of(stored: &'a StoredRelease) -> Self {
        let text = stored.release.text.as_str();
        Self { release: stored.head.id, text, bare: BareText::of(text), last: (0, 0) }
    }

    /// The next passage that says the same, or the first if there is none after the last.
    fn find(&mut self, quote: &str) -> Option<Passage> {
        let span = self.bare.find_after(quote, self.last.0).or_else(|| self.bare.find_after(quote, 0))?;
        let (known, before) = if span.start >= self.last.0 { self.last } else { (0, 0) };
        let start = before + self.text[known..span.start].chars().count();
        let end = start + span.of(self.text).chars().count();
        self.last = (span.end, end);
        Some(Passage { release: self.release, span, span_chars: (start, end) })
    }
}

fn located(own: &StoredRelease, pair: Option<&StoredRelease>, segments: Vec<StoredSegment>) -> Vec<LocatedSegment> {
    // Passages printed in both languages are in one text, in both orders, so each side has a position of its own.
    let (mut source, mut target) = (SearchedText::of(own), SearchedText::of(own));
    let mut other = pair.map(SearchedText::of);
    let locate = |stored: StoredSegment| {
        let is_paired = stored.provenance.document.is_some();
        let is_own = stored.release_id == Some(own.head.id);
        let (source, target) = match &mut other {
            Some(other) if is_paired && is_own => {
                (source.find(&stored.segment.source), other.find(&stored.segment.target))
            }
            Some(other) if is_paired => (other.find(&stored.segment.source), target.find(&stored.segment.target)),
            _ => (source.find(&stored.segment.source), target.find(&stored.segment.target)),
        };
        LocatedSegment { stored, source, target }
    };
    segments.into_iter().map(locate).collect()
}
