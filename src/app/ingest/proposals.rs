//! Proposes English for terms that a document leaves without: from its own English text, using what the term base and
//! imported dictionaries know about parts of the terms, and from dictionary entries for the terms themselves.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::concepts::claim::Claim;
use crate::app::extract::ExtractedDocument;
use crate::app::{AppError, Service};
use crate::link::{Knowledge, UnlinkedTerm, keys_of_parts, proposals, unlinked_terms};
use crate::model::{EvidenceMethod, Lang, Link, ProjectId, TermKind};
use crate::store::{DictionaryEntry, StoreError, Write};
use crate::text::key::Key;

/// Confidence of an English term from a dictionary: it may be meant in another sense.
const DICTIONARY: f64 = 0.75;
/// How many English terms of one dictionary entry are used.
const NAMES: usize = 8;

/// The terms of a document without English, with the dictionary entries for them and for their parts.
#[derive(Debug, Default)]
pub(super) struct UnlinkedTerms {
    unlinked: Vec<UnlinkedTerm>,
    parts: Vec<String>,
    dictionary: Vec<DictionaryEntry>,
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
        let unlinked = unlinked_terms(&found.extraction, &found.links);
        let parts: BTreeSet<String> = unlinked.iter().flat_map(|unlinked| keys_of_parts(&unlinked.ja)).collect();
        let parts: Vec<String> = parts.into_iter().collect();
        let keys: Vec<&str> = parts.iter().map(String::as_str).collect();
        let dictionary = match project {
            Some(project) if !keys.is_empty() => self.store().dictionary_english(&[project], &keys).await?,
            _ => Vec::new(),
        };
        Ok(UnlinkedTerms { unlinked, parts, dictionary })
    }
}

impl UnlinkedTerms {
    /// Proposals for the terms.
    pub(super) async fn proposals(
        &self,
        write: &mut Write,
        project: ProjectId,
        found: &ExtractedDocument,
    ) -> Result<Vec<Link>, StoreError> {
        if self.unlinked.is_empty() {
            return Ok(Vec::new());
        }
        let knowledge = self.knowledge(write, project).await?;
        Ok(proposals(&found.release, &found.extraction, &found.segments(), &self.unlinked, &knowledge))
    }

    /// What the term base and the dictionaries know about the parts and the abbreviations of these terms.
    async fn knowledge(&self, write: &mut Write, project: ProjectId) -> Result<Knowledge, StoreError> {
        let mut knowledge = Knowledge::default();
        for known in write.english_of_keys(project, &self.parts).await? {
            knowledge.add(&known.ja_key, &known.en);
        }
        for entry in self.dictionary.iter().filter(|entry| entry.exact) {
            for en in entry.en.iter().take(NAMES) {
                knowledge.add(&entry.key, en);
            }
        }
        let key = |short: &String| Key::new(short, &Lang::EN).map(|key| key.exact);
        let shorts: BTreeSet<String> =
            self.unlinked.iter().flat_map(|unlinked| &unlinked.abbreviations).filter_map(key).collect();
        let shorts: Vec<String> = shorts.into_iter().collect();
        for (short, en) in write.long_forms(project, &shorts).await? {
            knowledge.add_long_form(&short, &en);
        }
        Ok(knowledge)
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
                    part_of_speech: entry.part_of_speech,
                    admitted: false,
                    method: EvidenceMethod::Dictionary,
                    confidence,
                    span: None,
                    snippet: Some(format!("{} = {}", entry.ja, entry.en.join("; "))),
                    entry: unlinked.entry,
                    link: None,
                    row: None,
                };
                imported.push(DictionaryName { ja_key: entry.key.clone(), source: entry.source.name.clone(), claim });
            }
        }
        imported
    }
}
