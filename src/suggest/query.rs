//! A text to find matches for, and a segment of the memory, each with its context.

use super::terms::TermOccurrence;
use crate::model::{Lang, ReleaseId, Review, Segment, SegmentId};
use crate::text::comparison::ComparisonForm;
use crate::text::tokeniser::Tokeniser;

/// A text to find matches for.
#[derive(Debug, Clone)]
pub struct SegmentQuery {
    /// The text as written.
    pub text: String,
    /// Its comparable form.
    pub form: ComparisonForm,
    /// Its language.
    pub source_lang: Lang,
    /// The language to translate into.
    pub target_lang: Lang,
    /// The source text before it, if known.
    pub previous: Option<String>,
    /// The source text after it, if known.
    pub next: Option<String>,
    /// Its key in the program it comes from, if it has one.
    pub unit: Option<String>,
    /// Its subject field, if known.
    pub field: Option<String>,
    /// The document or series it belongs to, if known.
    pub document: Option<String>,
    /// Its terms. Without them no terms are replaced and no forbidden ones noticed.
    pub terms: Vec<TermOccurrence>,
}

impl SegmentQuery {
    /// A query for a text without context.
    #[must_use]
    pub fn new(text: String, source_lang: Lang, target_lang: Lang, words: &Tokeniser) -> Self {
        let form = ComparisonForm::new(&text, &source_lang, words);
        Self {
            text,
            form,
            source_lang,
            target_lang,
            previous: None,
            next: None,
            unit: None,
            field: None,
            document: None,
            terms: Vec::new(),
        }
    }
}

/// A segment of the memory with its provenance and context.
#[derive(Debug, Clone, PartialEq)]
pub struct MemorySegment {
    /// Its identifier.
    pub id: SegmentId,
    /// The name of its project.
    pub project: String,
    /// The release it comes from.
    pub release_id: Option<ReleaseId>,
    /// Its review state.
    pub review: Review,
    /// Its origin: `ingest`, or the name of an imported file.
    pub origin: String,
    /// The segment; if `reversed`, source and target are already swapped.
    pub segment: Segment,
    /// Its subject field.
    pub field: Option<String>,
    /// The document or series it belongs to.
    pub document: Option<String>,
    /// Its key in the program it comes from.
    pub unit: Option<String>,
    /// The [`crate::model::segment::fingerprint`] of the source text before it.
    pub context_before: Option<i64>,
    /// The same of the source text after it.
    pub context_after: Option<i64>,
    /// When it was created, RFC 3339.
    pub created_at: Option<String>,
    /// Its author.
    pub author: Option<String>,
    /// Whether the memory has the pair in the opposite direction.
    pub reversed: bool,
    /// The number of different translations of its source text in the memory.
    pub target_count: usize,
    /// The terms of its source. Without them no terms are replaced.
    pub terms: Vec<TermOccurrence>,
}

/// The origin of segments aligned in a release.
const ALIGNED: &str = "ingest";

impl MemorySegment {
    /// Whether it was aligned automatically, rather than imported.
    #[must_use]
    pub fn is_aligned(&self) -> bool {
        self.origin == ALIGNED
    }
}
