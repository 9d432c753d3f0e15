//! Projects as glossaries: which there are and what stands in them out, entries in and taken out again.
//!
//! A glossary is a project seen as one list of pairs for each direction. What another program puts in is kept as it was sent
//! and becomes terms (`edits.rs`); what else the project knows follows after it. See docs/decisions/0014.

mod edits;
mod placement;

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::{AppError, Service};
use crate::exchange::pairs;
use crate::model::{Lang, LangPair};
use crate::store::{GlossaryRow, ProjectId};
use crate::text::key::Key;

pub use crate::exchange::pairs::{PairError, PairFormat, TermPair};
pub use edits::{Editor, UpdateMode};

/// The most bytes of one list.
pub const LARGEST: usize = 10 * 1024 * 1024;

/// A glossary without its entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glossary {
    /// A name no other glossary has, of the form of a UUID.
    pub id: String,
    /// The number of its project.
    pub project_id: ProjectId,
    /// The name of its project.
    pub project: String,
    /// What it is called by those who fill it.
    pub name: String,
    /// Whether its project was made for it.
    pub owns_project: bool,
    /// When it was made, RFC 3339.
    pub created_at: String,
    /// Its lists; the first is that from Japanese where there is one.
    pub dictionaries: Vec<Dictionary>,
}

/// One list of a glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dictionary {
    /// From which language into which.
    pub languages: LangPair,
    /// How many entries it has.
    pub count: usize,
}

/// Both directions there are glossaries for.
#[must_use]
pub fn directions() -> [LangPair; 2] {
    [LangPair::JA_EN, LangPair { source: Lang::EN, target: Lang::JA }]
}

impl Service {
    /// Every glossary, by number of the project. A project that was not made for a glossary is one as soon as it has an
    /// entry.
    ///
    /// # Errors
    /// Those of the database.
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

    /// The glossary of this number.
    ///
    /// # Errors
    /// `not_found`; those of the database.
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

    /// The entries of a list: first those that were put in, as they were sent, then what else the project's concepts give.
    ///
    /// # Errors
    /// `not_found` where the glossary has no list for these languages; those of the database.
    pub async fn glossary_entries(&self, glossary: &Glossary, languages: &LangPair) -> Result<Vec<TermPair>, AppError> {
        if !glossary.dictionaries.iter().any(|dictionary| dictionary.languages == *languages) {
            let name = format!("{}-{} of {}", languages.source, languages.target, glossary.id);
            return Err(AppError::NotFound { what: "dictionary", name });
        }
        self.entries_of(glossary.project_id, languages).await
    }

    /// What a glossary calls a text that is one of its source terms; none where it is not.
    ///
    /// # Errors
    /// Those of the database.
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
        let put = self.store().put_entries(project, languages).await?;
        let derived = self.store().derived_entries(project, languages).await?;
        let mut seen: BTreeSet<String> = BTreeSet::new();
        let mut entries = Vec::with_capacity(put.len());
        for pair in put.into_iter().chain(derived) {
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

    /// A name for something of this base that no other base has, of the form of a UUID (version 8, RFC 9562).
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

/// The list as tab-separated text.
#[must_use]
pub fn as_tsv(entries: &[TermPair]) -> String {
    pairs::write(entries)
}

/// The entries in a list as it was sent.
///
/// # Errors
/// `invalid_request`, which names the row.
pub fn parse(text: &str, format: PairFormat, languages: &LangPair) -> Result<Vec<TermPair>, AppError> {
    let entries = pairs::read(text, format, languages).map_err(|error| invalid(&error))?;
    let without_key = |term: &str, lang: &Lang| Key::new(term, lang).is_none();
    for (index, entry) in entries.iter().enumerate() {
        if without_key(&entry.source, &languages.source) || without_key(&entry.target, &languages.target) {
            let TermPair { source, target } = entry;
            let number = index + 1;
            let problem =
                format!("entry {number}: `{source}` = `{target}` has no letter or digit on one side; take it out");
            return Err(AppError::InvalidRequest { field: "entries", problem });
        }
    }
    Ok(entries)
}

fn invalid(error: &PairError) -> AppError {
    AppError::InvalidRequest { field: "entries", problem: error.to_string() }
}
