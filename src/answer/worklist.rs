//! Work lists, and the terms of a text.

use serde::Serialize;
use utoipa::ToSchema;

use super::characters::bytes;
use super::from_members;
use super::words::{ReviewWord, UsageWord};
use crate::app::brief::{Brief, BriefTerm};
use crate::app::worklist::{Occurrence, Rendering, WorkItem};

/// A term that needs attention.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = WorkItem)]
pub(crate) struct WorkAnswer {
    /// The term.
    term: String,
    /// Its language.
    lang: String,
    /// Numbers of its concepts.
    concepts: Vec<i64>,
    /// What the list is ordered by: number of occurrences, releases or renderings, or the revision of the change.
    count: i64,
    /// Its renderings in the other language.
    renderings: Vec<RenderingAnswer>,
    /// Why concepts of the same name disagree with it.
    conflicts: Vec<String>,
    /// Some of its occurrences.
    occurrences: Vec<PlaceAnswer>,
}

/// A rendering of a term in the other language.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Rendering)]
pub(crate) struct RenderingAnswer {
    /// The term.
    text: String,
    /// Number of its concept.
    concept_id: i64,
    /// Whether to use it.
    usage: UsageWord,
    /// Review state.
    review: ReviewWord,
    /// Probability that it is right.
    #[schema(minimum = 0, maximum = 1)]
    confidence: f64,
    /// Number of releases that prove it.
    releases: u64,
    /// Some of the passages that prove it.
    occurrences: Vec<PlaceAnswer>,
}

/// An occurrence of a term in a release.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Place)]
pub(crate) struct PlaceAnswer {
    /// Number of the release.
    release_id: i64,
    /// Name of the release.
    release: String,
    /// Position in its text, in bytes `[start, end)`.
    span: Option<[usize; 2]>,
    /// The passage.
    snippet: String,
}

/// One page of a work list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct WorkPage {
    /// The terms, the most urgent first.
    pub(crate) items: Vec<WorkAnswer>,
    /// `skip` of the next request; `null` on the last page.
    pub(crate) next_skip: Option<u32>,
}

/// The terms of a text.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = TermBlock)]
pub(crate) struct BriefAnswer {
    /// The language of the text.
    source_lang: String,
    /// The language of the targets.
    target_lang: String,
    /// The terms, the most frequent first.
    terms: Vec<BriefTermAnswer>,
    /// Number of terms left out.
    left_out: usize,
}

/// A term of a text.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = BlockTerm)]
pub(crate) struct BriefTermAnswer {
    /// The term as first written in the text.
    source: String,
    /// Its translation; `null` where none is proven.
    target: Option<String>,
    /// Other admitted translations.
    others: Vec<String>,
    /// Translations not to use.
    forbidden: Vec<String>,
    /// The beginning of its definition.
    sense: Option<String>,
    /// Whether a person approved the target.
    approved: bool,
    /// Number of occurrences in the text.
    count: usize,
    /// Number of the concept.
    concept_id: i64,
    /// Imported sources of its data, with their licences.
    sources: Vec<String>,
}

impl From<WorkItem> for WorkAnswer {
    fn from(item: WorkItem) -> Self {
        let WorkItem { term, lang, concepts, count, renderings, conflicts, occurrences } = item;
        let renderings = renderings.into_iter().map(Into::into).collect();
        let occurrences = occurrences.into_iter().map(Into::into).collect();
        let concepts = concepts.into_iter().map(Into::into).collect();
        Self { term, lang: lang.into(), concepts, count, renderings, conflicts, occurrences }
    }
}

impl From<Rendering> for RenderingAnswer {
    fn from(rendering: Rendering) -> Self {
        let Rendering { text, concept_id, usage, review, confidence, releases, occurrences } = rendering;
        let occurrences = occurrences.into_iter().map(Into::into).collect();
        Self {
            text,
            concept_id: concept_id.get(),
            usage: usage.into(),
            review: review.into(),
            confidence,
            releases,
            occurrences,
        }
    }
}

impl From<Occurrence> for PlaceAnswer {
    fn from(place: Occurrence) -> Self {
        let Occurrence { release_id, release, span, snippet } = place;
        Self { release_id: release_id.get(), release, span: span.map(bytes), snippet }
    }
}

impl From<Brief> for BriefAnswer {
    fn from(brief: Brief) -> Self {
        let Brief { source_lang, target_lang, terms, left_out } = brief;
        let terms = terms.into_iter().map(Into::into).collect();
        Self { source_lang: source_lang.into(), target_lang: target_lang.into(), terms, left_out }
    }
}

from_members!(BriefTerm => BriefTermAnswer { source, target, others, forbidden, sense, approved, count, concept_id, sources });
