//! A text to find matches for, and a segment of the memory, each with its context.

use super::terms::TermOccurrence;
use crate::model::{Lang, Provenance, ReleaseId, Review, Segment, SegmentId};
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
    pub key: Option<String>,
    /// Its subject field, if known.
    pub field: Option<String>,
    /// The document or series it belongs to, if known.
    pub document: Option<String>,
    /// Its inline codes that do not stand in the text, as the file writes them.
    pub codes: Vec<String>,
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
            key: None,
            field: None,
            document: None,
            codes: Vec::new(),
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
    /// The segment; if `reversed`, source and target are already swapped.
    pub segment: Segment,
    /// Where it comes from.
    pub provenance: Provenance,
    /// Whether the memory has the pair in the opposite direction.
    pub reversed: bool,
    /// The number of different translations of its source text in the memory.
    pub target_count: usize,
    /// The terms of its source. Without them no terms are replaced.
    pub terms: Vec<TermOccurrence>,
}
