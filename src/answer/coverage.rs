//! Which glossary heads have English, and who gives it.

use serde::Serialize;
use utoipa::ToSchema;

use super::words::{CoverageWord, EnglishFormWord, EvidenceMethodWord, TermKindWord};
use crate::app::coverage::{EnglishPlaces, HeadCoverage};

/// The head of a glossary entry and its English.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = HeadCoverage)]
pub(crate) struct CoverageAnswer {
    /// Number of the release.
    release_id: i64,
    /// Name of the release.
    release: String,
    /// The head, or one of the terms it lists.
    term: String,
    /// Name of the project.
    project: String,
    /// Number of the concept.
    concept_id: i64,
    /// Who gives the English.
    by: CoverageWord,
    /// The English with the best support; `null` where there is none.
    english: Option<String>,
    /// Probability that it is right.
    #[schema(minimum = 0, maximum = 1)]
    confidence: Option<f64>,
    /// What kind of designation it is.
    kind: Option<TermKindWord>,
    /// What the English is: a head with nothing but an abbreviation still needs a name.
    form: EnglishFormWord,
    /// Where English was looked for, of a head without an English name.
    tried: Option<EnglishPlacesAnswer>,
    /// Methods of its evidence.
    methods: Vec<EvidenceMethodWord>,
    /// How often the best of these methods was right where it was measured; `null` where the source itself says the English.
    #[schema(minimum = 0, maximum = 1)]
    precision: Option<f64>,
    /// The passage that proves it.
    snippet: Option<String>,
}

/// Where the English of a release's terms was looked for.
#[derive(Debug, Clone, Copy, Serialize, ToSchema)]
#[schema(as = EnglishPlaces)]
pub(crate) struct EnglishPlacesAnswer {
    /// Whether the release prints an English title.
    title: bool,
    /// Number of its sentence pairs.
    segments: i64,
    /// Number of other releases in the project.
    other_releases: i64,
    /// Number of imported dictionaries and term bases in the project.
    sources: i64,
}

impl From<EnglishPlaces> for EnglishPlacesAnswer {
    fn from(places: EnglishPlaces) -> Self {
        let EnglishPlaces { title, segments, other_releases, sources } = places;
        Self { title, segments, other_releases, sources }
    }
}

impl From<&HeadCoverage> for CoverageAnswer {
    fn from(head: &HeadCoverage) -> Self {
        Self {
            release_id: head.release_id.get(),
            release: head.release.clone(),
            term: head.term.clone(),
            project: head.project.clone(),
            concept_id: head.concept_id.get(),
            by: head.by.into(),
            english: head.english.clone(),
            confidence: head.confidence,
            kind: head.kind.map(Into::into),
            form: head.form.into(),
            tried: head.tried.map(Into::into),
            methods: head.methods.iter().copied().map(Into::into).collect(),
            precision: head.precision,
            snippet: head.proof.clone(),
        }
    }
}
