//! Proposes English for terms that a document leaves without: from its own English text, using what the term base and
//! imported dictionaries know about parts of the terms, and from dictionary entries for the terms themselves.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use crate::app::concepts::claim::Claim;
use crate::app::concordance::ConcordanceQuery;
use crate::app::extract::ExtractedDocument;
use crate::app::{AppError, Service};
use crate::link::{Knowledge, UnlinkedTerm, bare, keys_of_parts, proposals, unlinked_terms};
use crate::model::{EvidenceMethod, Extraction, Lang, Link, ProjectId, ReleaseId, Review, Segment, TermKind};
use crate::store::{DictionaryEntry, EnglishName, StoreError, Write};
use crate::text::key::Key;

/// Confidence of an English term from a dictionary: it may be meant in another sense.
const DICTIONARY: f64 = 0.75;
/// How many English terms of one dictionary entry are used.
const NAMES: usize = 8;
/// How many segments of the memory are consulted for one term.
const SEGMENTS: usize = 8;
/// The time limit for one look into the memory.
const MEMORY_BUDGET: Duration = Duration::from_secs(2);

/// The terms of a document without English, with the dictionary entries for them and for their parts.
#[derive(Debug, Default)]
pub(super) struct UnlinkedTerms {
    unlinked: Vec<UnlinkedTerm>,
    parts: Vec<String>,
    dictionary: Vec<DictionaryEntry>,
}

/// What the term base knows about parts and abbreviations of terms.
#[derive(Debug)]
pub(super) struct BaseKnowledge {
    /// English names, by the keys of Japanese terms.
    names: Vec<EnglishName>,
    /// Abbreviations and the names they stand for.
    long_forms: Vec<(String, String)>,
}

/// An English term that a dictionary gives for a Japanese one.
#[derive(Debug)]
pub(super) struct DictionaryName {
    /// Exact key of the Japanese term.
    pub(super) ja_key: String,
    /// Name of the dictionary.
    pub(super) source: String,
    pub(super) claim: Claim,
}

impl Service {
    /// Finds the terms of a document without proven English, and the dictionary entries for them and their parts.
    pub(super) async fn unlinked_terms(
        &self,
        project: Option<ProjectId>,
        found: &ExtractedDocument,
    ) -> Result<UnlinkedTerms, AppError> {
        self.terms_without_english(project, &found.extraction, &found.links).await
    }

    /// The terms of these entries and links without proven English, and the dictionary entries for them and their parts.
    pub(super) async fn terms_without_english(
        &self,
        project: Option<ProjectId>,
        extraction: &Extraction,
        links: &[Link],
    ) -> Result<UnlinkedTerms, AppError> {
        let unlinked = unlinked_terms(extraction, links);
        let parts: BTreeSet<String> = unlinked.iter().flat_map(|unlinked| keys_of_parts(&unlinked.ja)).collect();
        let parts: Vec<String> = parts.into_iter().collect();
        let keys: Vec<&str> = parts.iter().map(String::as_str).collect();
        let dictionary = match project {
            Some(project) if !keys.is_empty() => self.store().dictionary_english(&[project], &keys).await?,
            _ => Vec::new(),
        };
        Ok(UnlinkedTerms { unlinked, parts, dictionary })
    }

    /// Segments of the memory that contain these terms: those of a stored release, from its version in the other language,
    /// and others of the project.
    pub(super) async fn memory_segments(
        &self,
        project: &str,
        release: ReleaseId,
        terms: &UnlinkedTerms,
    ) -> Result<Vec<Segment>, AppError> {
        let mut found: Vec<Segment> = Vec::new();
        if terms.unlinked.is_empty() || self.store().segment_count().await? == 0 {
            return Ok(found);
        }
        let own = self.store().segments_of(release).await?.into_iter();
        let own: Vec<(String, Segment)> = own
            .filter(|stored| is_usable(stored.review, &stored.segment))
            .map(|stored| (bare(&stored.segment.source), stored.segment))
            .collect();
        let mut taken = BTreeSet::new();
        for unlinked in &terms.unlinked {
            let wanted = bare(&unlinked.ja);
            let holds = |(source, _): &&(String, Segment)| source.contains(&wanted);
            let mut holding: Vec<Segment> =
                own.iter().filter(holds).take(SEGMENTS).map(|(_, segment)| segment.clone()).collect();
            if unlinked.entry.is_some() && holding.len() < SEGMENTS && wanted.chars().nth(1).is_some() {
                let query = ConcordanceQuery {
                    text: unlinked.ja.clone(),
                    lang: Some(Lang::JA),
                    projects: vec![project.to_owned()],
                    words: false,
                    before: None,
                    limit: SEGMENTS,
                    budget: MEMORY_BUDGET,
                };
                let others = self.concordance(&query).await?.occurrences.into_iter().map(|one| one.segment);
                holding.extend(others.filter(|one| is_usable(one.review, &one.segment)).map(|one| one.segment));
            }
            for segment in holding {
                if taken.insert((segment.source.clone(), segment.target.clone())) {
                    found.push(segment);
                }
            }
        }
        Ok(found)
    }
}

/// Whether a segment says in English what its Japanese means, as far as anybody knows.
fn is_usable(review: Review, segment: &Segment) -> bool {
    matches!(review, Review::Suggested | Review::Approved)
        && segment.source_lang.is_japanese()
        && segment.target_lang.is_english()
}

impl UnlinkedTerms {
    /// Proposals for the terms, from the document and these segments.
    pub(super) async fn proposals(
        &self,
        write: &mut Write,
        project: ProjectId,
        found: &ExtractedDocument,
        memory: Vec<Segment>,
    ) -> Result<Vec<Link>, StoreError> {
        if self.unlinked.is_empty() {
            return Ok(Vec::new());
        }
        let knowledge = self.knowledge(write, project).await?;
        let mut segments = found.segments();
        let is_new = |segment: &Segment| !segments.contains(segment);
        let memory: Vec<Segment> = memory.into_iter().filter(is_new).collect();
        segments.extend(memory);
        Ok(proposals(&found.release, &found.extraction, &segments, &self.unlinked, &knowledge))
    }

    /// What the term base and the dictionaries know about the parts and the abbreviations of these terms.
    async fn knowledge(&self, write: &mut Write, project: ProjectId) -> Result<Knowledge, StoreError> {
        let mut knowledge = Knowledge::default();
        let BaseKnowledge { names, long_forms } = self.known(write, project).await?;
        for known in names {
            knowledge.add(&known.ja_key, &known.en);
        }
        for entry in self.dictionary.iter().filter(|entry| entry.exact) {
            for en in entry.en.iter().take(NAMES) {
                knowledge.add(&entry.key, en);
            }
        }
        for (short, en) in long_forms {
            knowledge.add_long_form(&short, &en);
        }
        Ok(knowledge)
    }

    /// What the term base knows about the parts and the abbreviations of these terms.
    pub(super) async fn known(&self, write: &mut Write, project: ProjectId) -> Result<BaseKnowledge, StoreError> {
        let key = |short: &String| Key::new(short, &Lang::EN).map(|key| key.exact);
        let shorts: BTreeSet<String> =
            self.unlinked.iter().flat_map(|unlinked| &unlinked.abbreviations).filter_map(key).collect();
        let shorts: Vec<String> = shorts.into_iter().collect();
        let names = write.english_of_keys(project, &self.parts).await?;
        Ok(BaseKnowledge { names, long_forms: write.long_forms(project, &shorts).await? })
    }

    /// English from dictionary entries for the terms themselves. The more terms an entry has, the lower the confidence
    /// of each.
    pub(super) fn imported(&self) -> Vec<DictionaryName> {
        let mut imported = Vec::new();
        let keys: BTreeMap<String, &UnlinkedTerm> = self
            .unlinked
            .iter()
            .filter(|unlinked| unlinked.entry.is_some())
            .filter_map(|unlinked| Some((Key::new(&unlinked.ja, &Lang::JA)?.exact, unlinked)))
            .collect();
        for entry in self.dictionary.iter().filter(|entry| entry.exact) {
            let Some(unlinked) = keys.get(&entry.key) else { continue };
            #[expect(clippy::cast_precision_loss, reason = "a handful of names")]
            let confidence = DICTIONARY / (entry.en.len().max(1) as f64).sqrt();
            for en in entry.en.iter().take(NAMES) {
                let Some(key) = Key::new(en, &Lang::EN) else { continue };
                let claim = Claim {
                    lang: Lang::EN,
                    text: en.clone(),
                    key,
                    kind: TermKind::FullForm,
                    reading: None,
                    reading_origin: None,
                    part_of_speech: entry.part_of_speech,
                    admitted: false,
                    method: EvidenceMethod::Dictionary,
                    confidence,
                    span: None,
                    snippet: Some(format!("{} = {}", entry.ja, entry.en.join("; "))),
                    entry: unlinked.entry,
                    link: None,
                    row: None,
                    origin: None,
                };
                imported.push(DictionaryName { ja_key: entry.key.clone(), source: entry.source.name.clone(), claim });
            }
        }
        imported
    }
}
