//! What every use case needs: settings in, a [`Service`] that holds the open store, the tokeniser and the limits out.

use std::sync::Arc;

use super::AppError;
use super::access::Verified;
use super::follow::Follow;
use super::learned::Learned;
use super::memory::Memory;
use super::terms::LiveTerms;
use crate::config::Config;
use crate::read::{Hint, Limits, PdfChoice};
use crate::store::Store;
use crate::text::words::Words;
use crate::{align, extract, link, text};

/// The use cases of the program. Cheap to clone; all clones share one state.
#[derive(Debug, Clone)]
pub struct Service {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    parts: Parts,
    terms: LiveTerms,
    memories: Memory,
    learned: Learned,
    verified: Verified,
    follow: Follow,
}

/// What a service is made of.
#[derive(Debug, Clone)]
pub struct Parts {
    /// The term base.
    pub store: Store,
    /// The tokeniser.
    pub words: Words,
    /// Why there is no dictionary, where there is none.
    pub dictionary_problem: Option<String>,
    /// Which PDF engines may be used.
    pub pdf: PdfChoice,
    /// How much may be read.
    pub limits: Limits,
    /// Part of the version stamped on every release: change it to have all releases read again.
    pub rules: String,
}

impl Parts {
    /// A store with everything else as it comes: no dictionary, the usual limits.
    #[must_use]
    pub fn with_store(store: Store) -> Self {
        Self {
            store,
            words: Words::by_script(),
            dictionary_problem: Some("no dictionary was asked for".to_owned()),
            pdf: PdfChoice::default(),
            limits: Limits::default(),
            rules: String::new(),
        }
    }
}

impl Service {
    /// A service made of these parts.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        Self {
            inner: Arc::new(Inner {
                parts,
                terms: LiveTerms::default(),
                memories: Memory::default(),
                learned: Learned::default(),
                verified: Verified::default(),
                follow: Follow::default(),
            }),
        }
    }

    /// Opens the database and the dictionary the settings name. Without a usable dictionary words are cut by script,
    /// which [`Service::dictionary_problem`] and every ingest say.
    ///
    /// # Errors
    /// Those of opening the database.
    pub async fn open(config: &Config) -> Result<Self, AppError> {
        let (words, dictionary_problem) = open_words(config);
        let store = Store::open(&config.database).await?;
        let pdf = PdfChoice { pdfium: config.pdfium.clone(), ..PdfChoice::default() };
        let parts = Parts { store, words, dictionary_problem, pdf, limits: Limits::default(), rules: String::new() };
        let service = Self::new(parts);
        service.refresh_keys().await?;
        Ok(service)
    }

    /// The term base.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.inner.parts.store
    }

    /// The terms seen last.
    pub(super) fn live_terms(&self) -> &LiveTerms {
        &self.inner.terms
    }

    /// The indexes of the memory.
    pub(super) fn memories(&self) -> &Memory {
        &self.inner.memories
    }

    /// What approved segments taught about words.
    pub(super) fn learned(&self) -> &Learned {
        &self.inner.learned
    }

    /// Secrets that were verified.
    pub(super) fn verified(&self) -> &Verified {
        &self.inner.verified
    }

    /// The one who looks for changes.
    pub(super) fn following(&self) -> &Follow {
        &self.inner.follow
    }

    /// The tokeniser.
    #[must_use]
    pub fn words(&self) -> &Words {
        &self.inner.parts.words
    }

    /// Why words are cut by script instead of by a dictionary; `None` with a dictionary.
    #[must_use]
    pub fn dictionary_problem(&self) -> Option<&str> {
        self.inner.parts.dictionary_problem.as_deref()
    }

    /// The version of everything an extraction depends on; a release with another is read again.
    #[must_use]
    pub fn extractor_version(&self) -> String {
        let rules = &self.inner.parts.rules;
        let own = if rules.is_empty() { String::new() } else { format!("; rules {rules}") };
        format!(
            "extract {}; link {}; align {}; text {}; concepts {}; words {}{own}",
            extract::VERSION,
            link::VERSION,
            align::VERSION,
            text::NORMALISATION,
            super::ingest::VERSION,
            self.words().version(),
        )
    }

    /// How a document of this name is to be read.
    #[must_use]
    pub fn hint(&self, name: &str, media_type: Option<&str>) -> Hint {
        let parts = &self.inner.parts;
        Hint {
            name: name.to_owned(),
            media_type: media_type.map(str::to_owned),
            pdf: parts.pdf.clone(),
            limits: parts.limits,
        }
    }

    /// How much may be read.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.inner.parts.limits
    }

    /// The number of the project of this name.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn project_id(&self, name: &str) -> Result<crate::model::ProjectId, AppError> {
        let project = self.store().project(name).await?;
        project.map(|project| project.id).ok_or_else(|| AppError::NotFound { what: "project", name: name.to_owned() })
    }
}

/// The dictionary the settings name, or words by script and the reason.
pub(super) fn open_words(config: &Config) -> (Words, Option<String>) {
    match Words::open(&config.dictionary) {
        Ok(words) => (words, None),
        Err(problem) => (Words::by_script(), Some(problem.to_string())),
    }
}
