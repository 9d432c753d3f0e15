//! Which glossary heads have English, and who gives it.

use serde::Serialize;
use utoipa::ToSchema;

use super::words::{CoverageWord, EnglishFormWord, EvidenceMethodWord, TermKindWord};
use crate::app::coverage::{CoverageCounts, EnglishPlaces, EnglishSource, FieldCounts, HeadCoverage, ReleaseCounts};

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

/// How many terms have English.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Coverage)]
pub(crate) struct CoverageCountsAnswer {
    /// Heads of glossary entries.
    heads: HeadCountsAnswer,
    /// Japanese terms by subject field.
    fields: Vec<FieldCountsAnswer>,
    /// Heads by release, for releases that have any.
    releases: Vec<ReleaseCountsAnswer>,
}

/// Heads of glossary entries, and how many have English.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = HeadCounts)]
pub(crate) struct HeadCountsAnswer {
    /// All heads, and the terms listed in them.
    heads: i64,
    /// Those with English.
    with_english: i64,
    /// Those with English by who gives it; the strongest counts.
    by: Vec<SourceCountAnswer>,
}

/// How many heads have their English from one source.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = SourceCount)]
pub(crate) struct SourceCountAnswer {
    /// Who gives the English.
    by: CoverageWord,
    /// Number of heads.
    heads: i64,
}

/// Japanese terms of a subject field.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = FieldCounts)]
pub(crate) struct FieldCountsAnswer {
    /// The field; `null` for terms without one.
    field: Option<String>,
    /// Japanese terms that nobody rejected.
    terms: i64,
    /// Those with English that is at least suggested.
    with_english: i64,
    /// Those with approved English.
    approved: i64,
}

/// Heads of a release.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ReleaseCounts)]
pub(crate) struct ReleaseCountsAnswer {
    /// Number of the release.
    release_id: i64,
    /// Its name.
    name: String,
    /// Its date.
    date: Option<String>,
    /// Heads of its glossary.
    heads: i64,
    /// Those with English.
    with_english: i64,
}

impl From<CoverageCounts> for CoverageCountsAnswer {
    fn from(counts: CoverageCounts) -> Self {
        let CoverageCounts { heads, fields, releases } = counts;
        let none = heads.heads - heads.document - heads.other_release - heads.person - heads.import - heads.starter;
        let by = EnglishSource::ALL.map(|source| {
            let heads = match source {
                EnglishSource::Document => heads.document,
                EnglishSource::OtherRelease => heads.other_release,
                EnglishSource::Person => heads.person,
                EnglishSource::Import => heads.import,
                EnglishSource::Starter => heads.starter,
                EnglishSource::None => none,
            };
            SourceCountAnswer { by: source.into(), heads }
        });
        Self {
            heads: HeadCountsAnswer { heads: heads.heads, with_english: heads.heads - none, by: by.into() },
            fields: fields.into_iter().map(Into::into).collect(),
            releases: releases.into_iter().map(Into::into).collect(),
        }
    }
}

impl From<FieldCounts> for FieldCountsAnswer {
    fn from(counts: FieldCounts) -> Self {
        let FieldCounts { field, terms, with_english, approved } = counts;
        Self { field, terms, with_english, approved }
    }
}

impl From<ReleaseCounts> for ReleaseCountsAnswer {
    fn from(counts: ReleaseCounts) -> Self {
        let ReleaseCounts { id, name, date, heads, with_english } = counts;
        Self { release_id: id.get(), name, date, heads, with_english }
    }
}
