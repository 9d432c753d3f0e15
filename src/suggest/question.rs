//! What is asked and what is remembered: a segment with what is known around it, and a translation with where it is from.

use super::terms::FoundTerm;
use crate::model::{Lang, Provenance, ReleaseId, Review, Segment, SegmentId};
use crate::text::comparison::ComparisonForm;
use crate::text::tokeniser::Tokeniser;

/// A text to find remembered translations for.
#[derive(Debug, Clone)]
pub struct Question {
    /// The text as written.
    pub text: String,
    /// Its comparable form.
    pub form: ComparisonForm,
    /// Its language.
    pub source_lang: Lang,
    /// The language to translate into.
    pub target_lang: Lang,
    /// The source text before it, where known.
    pub previous: Option<String>,
    /// The source text after it, where known.
    pub next: Option<String>,
    /// Its key in the program it comes from, where it has one.
    pub key: Option<String>,
    /// Its subject field, where known.
    pub field: Option<String>,
    /// The document or series it stands in, where known.
    pub document: Option<String>,
    /// The known terms in it. Without them no term is mended and no forbidden one seen.
    pub terms: Vec<FoundTerm>,
}

impl Question {
    /// A question of which nothing but the text is known.
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
            terms: Vec::new(),
        }
    }
}

/// A segment of the memory with what stands behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Remembered {
    /// Its number.
    pub id: SegmentId,
    /// Name of its project.
    pub project: String,
    /// The release it was aligned in.
    pub release_id: Option<ReleaseId>,
    /// Whether a person has looked.
    pub review: Review,
    /// The segment; source and target already change places where `reversed`.
    pub segment: Segment,
    /// Where it comes from.
    pub provenance: Provenance,
    /// Whether the memory holds the pair the other way round.
    pub reversed: bool,
    /// How many different targets the memory holds for exactly this source.
    pub how_many_targets: usize,
    /// The known terms in its source. Without them no term is mended.
    pub terms: Vec<FoundTerm>,
}
