//! Glossaries for other programs: a project presented as lists of term pairs, one for each direction.
//!
//! Entries that a program sends are stored as sent and also become terms of the project (`edits.rs`). When a list is
//! read, they come first, followed by the other terms of the project. See docs/decisions/0014.

mod edits;
mod placement;

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::{AppError, Service};
use crate::exchange::pairs;
use crate::model::{Lang, LangPair, ProjectId};
use crate::store::GlossaryRow;
use crate::text::key::Key;

pub use crate::exchange::pairs::{PairError, PairFormat, TermPair};
pub use edits::{Editor, UpdateMode};

/// The largest list, in bytes.
pub const LARGEST: usize = 10 * 1024 * 1024;

/// A glossary without its entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glossary {
    /// A globally unique identifier in the form of a UUID.
    pub id: String,
    /// The number of its project.
    pub project_id: ProjectId,
    /// The name of its project.
    pub project: String,
    /// The name given by the program that created it.
    pub name: String,
    /// Whether its project was created for it.
    pub owns_project: bool,
    /// When it was created, RFC 3339.
    pub created_at: String,
    /// Its lists. The list from Japanese, if any, comes first.
    pub dictionaries: Vec<Dictionary>,
}

/// One list of a glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dictionary {
    /// The languages.
    pub languages: LangPair,
    /// How many entries it has.
    pub count: usize,
}

/// The two supported directions.
#[must_use]
pub fn directions() -> [LangPair; 2] {
    [LangPair::JA_EN, LangPair { source: Lang::EN, target: Lang::JA }]
}

impl Service {
    /// All glossaries, by project number. A project that was not created for a glossary counts as one if it has
    /// entries.
    ///
    /// # Errors
    /// Database errors.
    pub async fn glossaries(&self) -> Result<Vec<Glossary>, AppError> {
        let mut found = Vec::new();
        for row in self.store().glossary_rows().await? {
            let glossary = self.described(row).await?;
            if glossary.owns_project || !glossary.dictionaries.is_empty() {
                found.push(glossary);
            }
        }
        Ok(found)
    }

    /// The glossary with this identifier.
    ///
    /// # Errors
    /// `not_found`; database errors.
    pub async fn glossary(&self, id: &str) -> Result<Glossary, AppError> {
        for row in self.store().glossary_rows().await? {
            if self.glossary_id(row.project).await?.eq_ignore_ascii_case(id) {
                let glossary = self.described(row).await?;
                if glossary.owns_project || !glossary.dictionaries.is_empty() {
                    return Ok(glossary);
                }
            }
        }
        Err(AppError::NotFound { what: "glossary", name: id.to_owned() })
    }

    /// The entries of a list: first those that were sent, unchanged, then the other terms of the project.
    ///
    /// # Errors
    /// `not_found` if the glossary has no list for these languages; database errors.
    pub async fn glossary_entries(&self, glossary: &Glossary, languages: &LangPair) -> Result<Vec<TermPair>, AppError> {
        if !glossary.dictionaries.iter().any(|dictionary| dictionary.languages == *languages) {
            let name = format!("{}-{} of {}", languages.source, languages.target, glossary.id);
            return Err(AppError::NotFound { what: "dictionary", name });
        }
        self.entries_of(glossary.project_id, languages).await
    }

    /// The translation of a text that is exactly a source term of the glossary; `None` if it is not one.
    ///
    /// # Errors
    /// Database errors.
    pub async fn glossary_target(
        &self,
        glossary: &Glossary,
        languages: &LangPair,
        text: &str,
    ) -> Result<Option<String>, AppError> {
        let Some(key) = Key::new(text, &languages.source) else { return Ok(None) };
        let found = self.store().glossary_targets(glossary.project_id, languages, &key.exact).await?;
        let as_written = found.iter().find(|pair| pair.source == text.trim());
        Ok(as_written.or(found.first()).map(|pair| pair.target.clone()))
    }

    async fn described(&self, row: GlossaryRow) -> Result<Glossary, AppError> {
        let mut languages = self.store().dictionary_languages(row.project).await?;
        if !row.made {
            languages.extend(directions());
            languages.sort_by_key(|pair| (!pair.source.is_japanese(), pair.source.clone(), pair.target.clone()));
            languages.dedup();
        }
        let mut dictionaries = Vec::with_capacity(languages.len());
        for languages in languages {
            let count = self.entries_of(row.project, &languages).await?.len();
            if count > 0 {
                dictionaries.push(Dictionary { languages, count });
            }
        }
        Ok(Glossary {
            id: self.glossary_id(row.project).await?,
            project_id: row.project,
            name: row.name.unwrap_or_else(|| row.project_name.clone()),
            project: row.project_name,
            owns_project: row.made,
            created_at: row.created_at.unwrap_or_else(|| "1970-01-01T00:00:00Z".to_owned()),
            dictionaries,
        })
    }

    async fn entries_of(&self, project: ProjectId, languages: &LangPair) -> Result<Vec<TermPair>, AppError> {
        let stored = self.store().dictionary_entries(project, languages).await?;
        let derived = self.store().derived_entries(project, languages).await?;
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut entries = Vec::with_capacity(stored.len());
        for pair in stored.into_iter().chain(derived) {
            let is_fit = pairs::fault(&pair.source).is_none() && pairs::fault(&pair.target).is_none();
            if is_fit && seen.insert(pair.source.clone()) {
                entries.push(TermPair { source: pair.source, target: pair.target });
            }
        }
        Ok(entries)
    }

    async fn glossary_id(&self, project: ProjectId) -> Result<String, AppError> {
        self.external_id(&format!("glossary {project}")).await
    }

    /// A globally unique identifier for something in this database, in the form of a UUID (version 8, RFC 9562).
    pub(super) async fn external_id(&self, thing: &str) -> Result<String, AppError> {
        let identity = self.store().meta("identity").await?.unwrap_or_default();
        let digest = Sha256::digest(format!("{identity} {thing}").as_bytes());
        let mut bytes: Vec<u8> = digest.iter().take(16).copied().collect();
        for (place, (kept, set)) in [(6, (0x0f, 0x80)), (8, (0x3f, 0x80))] {
            if let Some(byte) = bytes.get_mut(place) {
                *byte = (*byte & kept) | set;
            }
        }
        let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
        let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default().to_owned();
        Ok([part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)].join("-"))
    }
}

/// A list as tab-separated values.
#[must_use]
pub fn as_tsv(entries: &[TermPair]) -> String {
    pairs::write(entries)
}

/// Parses a list as sent by another program.
///
/// # Errors
/// `invalid_request` with the row.
pub fn parse(text: &str, format: PairFormat, languages: &LangPair) -> Result<Vec<TermPair>, AppError> {
    let entries = pairs::read(text, format, languages).map_err(|error| invalid(&error))?;
    let without_key = |term: &str, lang: &Lang| Key::new(term, lang).is_none();
    for (index, entry) in entries.iter().enumerate() {
        if without_key(&entry.source, &languages.source) || without_key(&entry.target, &languages.target) {
            let TermPair { source, target } = entry;
            let number = index + 1;
            let problem =
                format!("entry {number}: `{source}` = `{target}` has no letter or digit on one side; remove it");
            return Err(AppError::InvalidRequest { field: "entries", problem });
        }
    }
    Ok(entries)
}

fn invalid(error: &PairError) -> AppError {
    AppError::InvalidRequest { field: "entries", problem: error.to_string() }
}
