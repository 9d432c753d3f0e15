//! Coverage report: which glossary heads have English, and where it comes from.

use std::collections::{BTreeMap, BTreeSet};

pub use super::concepts::reliability::{Reliability, reliability};
use super::lookup::LookupQuery;
use super::{AppError, Service};
use crate::model::{
    Concept, ConceptId, Evidence, EvidenceKind, EvidenceMethod, Lang, MatchKind, ReleaseId, Review, Term, TermKind,
};
pub use crate::store::{EnglishPlaces, FieldCounts, HeadCounts, ReleaseCounts};
use crate::text::chars::has_japanese;
use crate::text::english::is_abbreviation;
use crate::text::normal::normal;

/// Entries read per query.
const PAGE: u32 = 500;

/// Where the English of a head comes from. The strongest source is reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EnglishSource {
    /// The release that contains the head.
    Document,
    /// Another release.
    OtherRelease,
    /// A person.
    Person,
    /// An imported term base or dictionary.
    Import,
    /// The starter base.
    Starter,
    /// There is no English.
    None,
}

impl EnglishSource {
    /// All sources, the strongest first.
    pub const ALL: [Self; 6] =
        [Self::Document, Self::OtherRelease, Self::Person, Self::Import, Self::Starter, Self::None];

    /// A label for people.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Document => "this release",
            Self::OtherRelease => "another release",
            Self::Person => "a person",
            Self::Import => "an import",
            Self::Starter => "the starter base",
            Self::None => "no source",
        }
    }
}

/// What the English of a head is. A head with nothing but an abbreviation still needs a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EnglishForm {
    /// An English name.
    Name,
    /// The head itself: a symbol that is the same in both languages.
    Same,
    /// Nothing but an abbreviation.
    Abbreviation,
    /// There is no English.
    None,
}

impl EnglishForm {
    /// All forms, the most useful first.
    pub const ALL: [Self; 4] = [Self::Name, Self::Same, Self::Abbreviation, Self::None];

    /// A label for people.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Name => "an English name",
            Self::Same => "the same in both languages",
            Self::Abbreviation => "only an abbreviation",
            Self::None => "no English yet",
        }
    }

    fn of(head: &str, english: Option<&Term>) -> Self {
        match english {
            None => Self::None,
            Some(term) if normal(&term.text) == normal(head) => Self::Same,
            Some(term) if term.kind == TermKind::Abbreviation => Self::Abbreviation,
            // SASP is a symbol of its own, but of 細胞老化随伴分泌現象 it is the abbreviation.
            Some(term) if has_japanese(head) && is_abbreviation(&term.text) => Self::Abbreviation,
            Some(_) => Self::Name,
        }
    }
}

/// A head and its English.
#[derive(Debug, Clone, PartialEq)]
pub struct HeadCoverage {
    /// Number of its release.
    pub release_id: ReleaseId,
    /// Name of its release.
    pub release: String,
    /// The head, or one of the terms listed in it.
    pub term: String,
    /// Name of its project.
    pub project: String,
    /// Its concept.
    pub concept_id: ConceptId,
    /// Where its English comes from.
    pub by: EnglishSource,
    /// The English best supported by that source.
    pub english: Option<String>,
    /// Its confidence.
    pub confidence: Option<f64>,
    /// What kind of designation it is.
    pub kind: Option<TermKind>,
    /// Whether it is a name, an abbreviation, or the head itself.
    pub form: EnglishForm,
    /// Where English was looked for; only of a head without any.
    pub tried: Option<EnglishPlaces>,
    /// Methods of the evidence from that source.
    pub methods: Vec<EvidenceMethod>,
    /// How often the best of these methods was right where it was measured, 0 to 1; `None` where the source itself says the English.
    pub precision: Option<f64>,
    /// The words quoted as evidence.
    pub proof: Option<String>,
}

/// How many terms of projects have English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoverageCounts {
    /// The heads of glossary entries.
    pub heads: HeadCounts,
    /// The Japanese terms by subject field.
    pub fields: Vec<FieldCounts>,
    /// The heads by release.
    pub releases: Vec<ReleaseCounts>,
}

impl Service {
    /// The heads of all entries of a project, or of one release, in order, each with its English.
    ///
    /// # Errors
    /// `not_found` for an unknown project.
    pub async fn coverage(&self, project: &str, release: Option<ReleaseId>) -> Result<Vec<HeadCoverage>, AppError> {
        let project = self.project_id(project).await?;
        let (mut covered, mut after) = (Vec::new(), None);
        loop {
            let heads = self.store().heads(project, release, after, PAGE).await?;
            let Some(last) = heads.last() else { return Ok(covered) };
            after = Some(last.entry);
            let mut ids: Vec<ConceptId> = heads.iter().map(|head| head.concept).collect();
            ids.sort_unstable();
            ids.dedup();
            let concepts = self.store().concepts_by_ids(&ids).await?;
            let concepts: BTreeMap<ConceptId, Concept> =
                concepts.into_iter().map(|concept| (concept.id, concept)).collect();
            let first = covered.len();
            for head in heads {
                let Some(concept) = concepts.get(&head.concept) else { continue };
                let mut row = cover(head.release, head.release_name, head.term, concept);
                if row.by == EnglishSource::None {
                    self.by_namesake(&mut row).await?;
                }
                covered.push(row);
            }
            self.tell_what_was_tried(&mut covered[first..]).await?;
        }
    }

    /// Counts the heads and terms of projects, of all where none is named, and those with English.
    ///
    /// # Errors
    /// `not_found` for an unknown project.
    pub async fn coverage_counts(&self, projects: &[String]) -> Result<CoverageCounts, AppError> {
        let projects = self.project_ids(projects).await?;
        let (heads, releases) = self.store().head_counts(&projects).await?;
        Ok(CoverageCounts { heads, fields: self.store().field_counts(&projects).await?, releases })
    }

    /// Adds to each head without an English name where one was looked for.
    async fn tell_what_was_tried(&self, rows: &mut [HeadCoverage]) -> Result<(), AppError> {
        let is_open = |row: &HeadCoverage| matches!(row.form, EnglishForm::None | EnglishForm::Abbreviation);
        let releases: BTreeSet<ReleaseId> = rows.iter().filter(|row| is_open(row)).map(|row| row.release_id).collect();
        let releases: Vec<ReleaseId> = releases.into_iter().collect();
        if releases.is_empty() {
            return Ok(());
        }
        let places = self.store().english_places(&releases).await?;
        for row in rows.iter_mut().filter(|row| is_open(row)) {
            row.tried = places.get(&row.release_id).copied();
        }
        Ok(())
    }

    /// A term that is one of several in a head has no concept of its own; looks for English in another concept of that
    /// name.
    async fn by_namesake(&self, row: &mut HeadCoverage) -> Result<(), AppError> {
        let query = LookupQuery {
            lang: Some(Lang::JA),
            kinds: vec![MatchKind::Exact],
            ..LookupQuery::new(&row.term, &row.project)
        };
        let found = self.lookup(&query).await?;
        let others = found.matches.iter().map(|found| &found.concept).filter(|concept| concept.id != row.concept_id);
        let covered = others.map(|concept| cover(row.release_id, row.release.clone(), row.term.clone(), concept));
        if let Some(best) = covered.min_by_key(|covered| covered.by).filter(|best| best.by != EnglishSource::None) {
            *row = best;
        }
        Ok(())
    }
}

fn cover(release: ReleaseId, name: String, head: String, concept: &Concept) -> HeadCoverage {
    let english = concept
        .terms
        .iter()
        .filter(|term| term.lang.is_english() && !matches!(term.review, Review::Candidate | Review::Rejected));
    let best = english
        .filter_map(|term| {
            let by = term
                .evidence
                .iter()
                .filter(|evidence| evidence.method != EvidenceMethod::Component)
                .map(|evidence| witness(evidence, release))
                .min()?;
            Some(((by, EnglishForm::of(&head, Some(term))), term))
        })
        .min_by(|(one, a), (other, b)| one.cmp(other).then(b.confidence.total_cmp(&a.confidence)));
    let (by, english): (EnglishSource, Option<&Term>) =
        best.map_or((EnglishSource::None, None), |((by, _), term)| (by, Some(term)));
    let form = EnglishForm::of(&head, english);
    let proofs: Vec<&Evidence> = english
        .map(|term| term.evidence.iter().filter(|evidence| witness(evidence, release) == by).collect())
        .unwrap_or_default();
    let mut methods: Vec<EvidenceMethod> = proofs.iter().map(|evidence| evidence.method).collect();
    methods.dedup();
    HeadCoverage {
        release_id: release,
        release: name,
        term: head,
        project: concept.project.clone(),
        concept_id: concept.id,
        by,
        english: english.map(|term| term.text.clone()),
        confidence: english.map(|term| term.confidence),
        kind: english.map(|term| term.kind),
        form,
        tried: None,
        precision: precision(&methods),
        methods,
        proof: proofs.first().and_then(|evidence| evidence.snippet.clone()),
    }
}

/// The highest measured precision of these methods, if each of them proposes.
fn precision(methods: &[EvidenceMethod]) -> Option<f64> {
    let measured = methods.iter().map(|method| Some(reliability(*method)?.precision()));
    let measured: Option<Vec<f64>> = measured.collect();
    measured?.into_iter().max_by(f64::total_cmp)
}

fn witness(evidence: &Evidence, release: ReleaseId) -> EnglishSource {
    match evidence.kind {
        EvidenceKind::Document if evidence.release_id == Some(release) => EnglishSource::Document,
        EvidenceKind::Document => EnglishSource::OtherRelease,
        EvidenceKind::Person => EnglishSource::Person,
        EvidenceKind::Import => EnglishSource::Import,
        EvidenceKind::Curated => EnglishSource::Starter,
    }
}
