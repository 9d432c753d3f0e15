//! [`Service`]: the open store, the tokeniser, the limits and what is kept current in memory; what every use case needs.

use std::sync::Arc;

use tokio::sync::watch;

use super::AppError;
use super::access::VerifiedSecrets;
use super::dictionary::open_tokeniser;
use super::live::Live;
use super::live::memory::{MemorySize, Progress};
use super::live::terms::TermSnapshot;
use crate::align::TranslationTable;
use crate::config::Config;
use crate::model::{Lang, Revision};
use crate::read::{Hint, Limits, PdfEngineOptions};
use crate::store::Store;
use crate::text::tokeniser::Tokeniser;
use crate::{align, extract, link, text};

/// The use cases of the program. Cheap to clone; all clones share one state.
#[derive(Debug, Clone)]
pub struct Service {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    parts: Parts,
    live: Live,
    verified: VerifiedSecrets,
}

/// What a service is made of.
#[derive(Debug, Clone)]
pub struct Parts {
    /// The term base.
    pub store: Store,
    /// The tokeniser.
    pub words: Tokeniser,
    /// Why there is no dictionary, where there is none.
    pub dictionary_problem: Option<String>,
    /// Which PDF engines may be used.
    pub pdf: PdfEngineOptions,
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
            words: Tokeniser::by_script(),
            dictionary_problem: Some("no dictionary was asked for".to_owned()),
            pdf: PdfEngineOptions::default(),
            limits: Limits::default(),
            rules: String::new(),
        }
    }
}

impl Service {
    /// A service made of these parts.
    #[must_use]
    pub fn new(parts: Parts) -> Self {
        let live = Live::new(&parts.store, &parts.words);
        Self { inner: Arc::new(Inner { parts, live, verified: VerifiedSecrets::default() }) }
    }

    /// Opens the database and the dictionary the settings name. Without a usable dictionary words are cut by script,
    /// which [`Service::dictionary_problem`] and every ingest say.
    ///
    /// # Errors
    /// Those of opening the database.
    pub async fn open(config: &Config) -> Result<Self, AppError> {
        let (words, dictionary_problem) = open_tokeniser(config);
        let store = Store::open(&config.database).await?;
        let pdf = PdfEngineOptions { pdfium: config.pdfium.clone(), ..PdfEngineOptions::default() };
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

    /// Secrets that were verified.
    pub(super) fn verified(&self) -> &VerifiedSecrets {
        &self.inner.verified
    }

    /// What is kept current in memory.
    pub(super) fn live(&self) -> &Live {
        &self.inner.live
    }

    /// The terms of the base as they are now.
    ///
    /// # Errors
    /// Those of the database.
    pub(super) async fn terms(&self) -> Result<Arc<TermSnapshot>, AppError> {
        self.live().terms.current().await
    }

    /// Which words were seen to translate each other, as of the last [`Service::learn`].
    pub(super) fn translation_table(&self) -> Arc<TranslationTable> {
        self.live().translations.table()
    }

    /// Learns from segments that were approved, changed or removed since the last time.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn learn(&self) -> Result<(), AppError> {
        self.live().translations.learn().await
    }

    /// Tells of every change from now on: the number it shows grows when the base changes. However many wait, the base is
    /// polled four times a second; while nobody waits, never. It must be called within a runtime.
    #[must_use]
    pub fn follow(&self) -> watch::Receiver<Revision> {
        self.live().changes.follow()
    }

    /// Brings the indexes of all languages of the base up to date, however long that takes, and saves them; `progress` is
    /// told how far it is.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn prepare_memory(&self, progress: &Progress) -> Result<(), AppError> {
        self.live().memory.prepare(progress).await
    }

    /// Saves what was added to the indexes since they were saved last. A file that cannot be written costs time at the next
    /// start, nothing else, so it is logged and no error.
    pub async fn save_memory(&self) {
        self.live().memory.save().await;
    }

    /// How many entries the index of a language holds, how many bytes, and in how many parts; `None` where there is none.
    #[must_use]
    pub fn memory_size(&self, lang: &Lang) -> Option<(usize, usize, usize)> {
        self.live().memory.size(lang)
    }

    /// The sizes of all indexes there are by now, by language.
    #[must_use]
    pub fn memory_sizes(&self) -> Vec<MemorySize> {
        self.live().memory.sizes()
    }

    /// The tokeniser.
    #[must_use]
    pub fn words(&self) -> &Tokeniser {
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
            super::concepts::VERSION,
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
}
