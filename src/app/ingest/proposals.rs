//! A document with what it proves in; what else may be the English of its terms out: proposals from its own English, by what
//! the base and imported dictionaries know of their parts, and what those dictionaries say of the terms themselves.

use std::collections::{BTreeMap, BTreeSet};

use crate::app::concepts::claim::Claim;
use crate::app::extract::ExtractedDocument;
use crate::app::{AppError, Service};
use crate::link::propose::{Knowledge, UnlinkedTerm, keys_of_parts, proposals, unlinked_terms};
use crate::model::{Lang, Link, TermKind};
use crate::store::{DictionaryEntry, ProjectId, StoreError, Write};
use crate::text::key::Key;

/// What one English name in a dictionary is worth: its sense may be another.
const DICTIONARY: f64 = 0.75;
/// The most names of one dictionary entry that are kept.
const NAMES: usize = 8;

/// What is asked before a document is kept.
#[derive(Debug, Default)]
pub(super) struct UnlinkedTerms {
    unlinked: Vec<UnlinkedTerm>,
    parts: Vec<String>,
    dictionary: Vec<DictionaryEntry>,
}

/// An English name a dictionary gives for a Japanese term.
#[derive(Debug)]
pub(super) struct DictionaryName {
    /// Exact key of the Japanese term.
    pub(super) ja_key: String,
    /// Name of the dictionary.
    pub(super) source: String,
    pub(super) claim: Claim,
}

impl Service {
    /// The terms of a document no English is proven for, and what dictionaries say of them and of their parts.
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

    /// What the base and the dictionaries know of the parts of these terms and of their abbreviations.
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

    /// What dictionaries say of the terms themselves. The more names an entry gives, the less each is worth.
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
                    method: "dictionary",
                    confidence,
                    span: None,
                    snippet: Some(format!("{} = {}", entry.ja, entry.en.join("; "))),
                    entry: unlinked.entry,
                    link: None,
                };
                imported.push(DictionaryName { ja_key: entry.key.clone(), source: entry.source.name.clone(), claim });
            }
        }
        imported
    }
}
