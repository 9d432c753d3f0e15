//! [`Service`]: the state shared by all use cases: the store, the tokeniser, the limits and the in-memory indexes.

use std::sync::Arc;

use tokio::sync::watch;

use super::AppError;
use super::access::VerifiedSecrets;
use super::dictionary::open_tokeniser;
use super::export::ExportFiles;
use super::live::Live;
use super::live::memory::{MemorySize, Progress};
use super::live::terms::TermSnapshot;
use super::pdf::pdf_options;
use crate::align::TranslationTable;
use crate::config::Config;
use crate::model::Revision;
use crate::read::{Hint, Limits, PdfEngineOptions};
use crate::store::{Store, StoreError};
use crate::text::tokeniser::Tokeniser;
use crate::{align, extract, link, text};

/// The use cases of the program. Cheap to clone; all clones share the same state.
#[derive(Debug, Clone)]
pub struct Service {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    parts: Parts,
    live: Live,
    verified: VerifiedSecrets,
    export_files: ExportFiles,
}

/// The parts a service is built from.
#[derive(Debug, Clone)]
pub struct Parts {
    /// The term base.
    pub store: Store,
    /// The tokeniser.
    pub words: Tokeniser,
    /// Why there is no dictionary; `None` with one.
    pub dictionary_problem: Option<String>,
    /// Which PDF engines may be used.
    pub pdf: PdfEngineOptions,
    /// Limits on the size of documents.
    pub limits: Limits,
    /// An addition to the extractor version stored with every release. Changing it makes all releases be read again.
    pub rules: String,
}

impl Parts {
    /// A store, with defaults for everything else: no dictionary, the default limits.
    #[must_use]
    pub fn with_store(store: Store) -> Self {
        Self {
            store,
            words: Tokeniser::by_script(),
            dictionary_problem: Some("no dictionary was requested".to_owned()),
            pdf: PdfEngineOptions::default(),
            limits: Limits::default(),
            rules: String::new(),
        }
    }
}

impl Service {
    /// Builds a service.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let live = Live::new(&parts.store, &parts.words);
        Self {
            inner: Arc::new(Inner {
                parts,
                live,
                verified: VerifiedSecrets::default(),
                export_files: ExportFiles::default(),
            }),
        }
    }

    /// Opens the database and the dictionary named in the settings. Without a usable dictionary, text is split by
    /// script, which [`Service::dictionary_problem`] and every ingest report.
    ///
    /// # Errors
    /// Errors of opening the database.
    pub async fn open(config: &Config) -> Result<Self, AppError> {
        // A mistyped path should not go unnoticed until somebody looks for the terms.
        if !config.has_default_database() && matches!(config.database.try_exists(), Ok(false)) {
            tracing::info!(path = %config.database.display(), "there is no term base here yet; making one");
        }
        Self::over(Store::open(&config.database).await?, config).await
    }

    /// Like [`Service::open`], but makes no file: without a database in the data folder, nothing is found.
    ///
    /// # Errors
    /// `database_not_found` for a database that was named in the settings; errors of opening it.
    pub async fn open_existing(config: &Config) -> Result<Self, AppError> {
        let is_missing = matches!(config.database.try_exists(), Ok(false));
        let store = match (is_missing, config.has_default_database()) {
            (false, _) => Store::open(&config.database).await?,
            (true, true) => Store::memory().await?,
            (true, false) => return Err(StoreError::Missing { path: config.database.clone() }.into()),
        };
        Self::over(store, config).await
    }

    /// A service with this term base and the dictionary named in the settings.
    pub(super) async fn over(store: Store, config: &Config) -> Result<Self, AppError> {
        let (words, dictionary_problem) = open_tokeniser(config);
        let pdf = pdf_options(config);
        let parts = Parts { store, words, dictionary_problem, pdf, limits: Limits::default(), rules: String::new() };
        let service = Self::new(parts);
        if service.store().path().is_none() {
            // Nothing is in it yet.
            return Ok(service);
        }
        match service.refresh_keys().await {
            // Terms whose keys are old are still found by how they are written.
            Err(error) if service.store().is_read_only() => {
                tracing::warn!(code = error.code(), %error, "the keys of the terms are those of an older version");
            }
            result => result?,
        }
        Ok(service)
    }

    /// The same service on another store.
    pub(super) fn with_store(&self, store: Store) -> Self {
        Self::new(Parts { store, ..self.inner.parts.clone() })
    }

    /// The term base.
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.inner.parts.store
    }

    /// The files exported last.
    pub(super) fn export_files(&self) -> &ExportFiles {
        &self.inner.export_files
    }

    /// The cache of verified secrets.
    pub(super) fn verified(&self) -> &VerifiedSecrets {
        &self.inner.verified
    }

    /// The in-memory indexes, kept up to date with the database.
    pub(super) fn live(&self) -> &Live {
        &self.inner.live
    }

    /// The current terms of the database.
    ///
    /// # Errors
    /// Database errors.
    pub(super) async fn terms(&self) -> Result<Arc<TermSnapshot>, AppError> {
        self.live().terms.current().await
    }

    /// Loads the terms, so that the first look-up of a server does not wait for them.
    ///
    /// # Errors
    /// Database errors.
    pub async fn prepare_terms(&self) -> Result<(), AppError> {
        self.terms().await.map(drop)
    }

    /// Waits until the terms that were just stored are found, however many they are. Does nothing in a program that has not
    /// looked up any.
    pub(super) async fn index_stored_terms(&self) {
        if let Err(error) = self.live().terms.catch_up().await {
            // They are stored, and the next query tries again.
            tracing::warn!(code = error.code(), %error, "could not index the terms that were stored");
        }
    }

    /// Which words translate each other, as learned up to the last [`Service::learn`].
    pub(super) fn translation_table(&self) -> Arc<TranslationTable> {
        self.live().translations.table()
    }

    /// Updates the alignment table from segments approved, changed or removed since the last call.
    ///
    /// # Errors
    /// Database errors.
    pub async fn learn(&self) -> Result<(), AppError> {
        self.live().translations.learn().await
    }

    /// Reports every change from now on, as the latest revision. The database is polled four times a second, however
    /// many receivers there are, and not at all without one. Must be called inside a Tokio runtime.
    #[must_use]
    pub fn follow(&self) -> watch::Receiver<Revision> {
        self.live().changes.follow()
    }

    /// Brings the memory indexes of all languages up to date, however long that takes, and saves them.
    ///
    /// # Errors
    /// Database errors.
    pub async fn prepare_memory(&self, progress: &Progress) -> Result<(), AppError> {
        self.live().memory.prepare(progress).await
    }

    /// Saves the memory indexes if they have changed. A file that cannot be written only makes the next start slower,
    /// so the problem is logged and not returned.
    pub async fn save_memory(&self) {
        self.live().memory.save().await;
    }

    /// The sizes of all loaded memory indexes, by language.
    #[must_use]
    pub fn memory_sizes(&self) -> Vec<MemorySize> {
        self.live().memory.sizes()
    }

    /// The tokeniser.
    #[must_use]
    pub fn words(&self) -> &Tokeniser {
        &self.inner.parts.words
    }

    /// Why text is split by script and not with a dictionary; `None` with a dictionary.
    #[must_use]
    pub fn dictionary_problem(&self) -> Option<&str> {
        self.inner.parts.dictionary_problem.as_deref()
    }

    /// The version of everything an extraction depends on. A release stored with another version is read again.
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
            super::concepts::VERSION,
            self.words().version(),
        )
    }

    /// How to read a document with this name.
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

    /// Limits on the size of documents.
    #[must_use]
    pub fn limits(&self) -> Limits {
        self.inner.parts.limits
    }
}
