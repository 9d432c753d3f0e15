//! Results of ingesting documents, pairing releases and linking again.

use serde::Serialize;
use utoipa::ToSchema;

use super::documents::ExtractedDoubt;
use super::from_members;
use super::problem::FailureAnswer;
use super::words::{DocumentOutcomeWord, MediaWord};
use crate::app::ingest::{Failure, Outcome, RelinkReport};
use crate::app::pair::ReleasePairing;

/// What happened to a document.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = IngestedDocument)]
pub(crate) struct DocumentAnswer {
    /// Its file name; for a document on the web that could not be read, its address.
    name: String,
    /// Web address it was fetched from, after redirects; `null` if it came in as a file.
    url: Option<String>,
    /// What happened to it.
    outcome: DocumentOutcomeWord,
    /// Number of the release; `null` where it could not be read.
    release_id: Option<i64>,
    /// File type.
    media: Option<MediaWord>,
    /// The program that read it.
    #[schema(example = "pdfium")]
    engine: Option<String>,
    /// Number of glossary entries.
    entries: usize,
    /// Number of links, including weak ones and titles.
    links: usize,
    /// Number of entries that have an English term from this document.
    with_english: usize,
    /// Number of aligned titles and sentences.
    segments: usize,
    /// What a careful reader should look at again.
    doubts: Vec<ExtractedDoubt>,
    /// Why it could not be read.
    error: Option<FailureAnswer>,
}

/// Two releases that may be one in two languages.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ReleasePair)]
pub(crate) struct PairAnswer {
    /// Name of the Japanese release.
    ja: String,
    /// Name of the English release.
    en: String,
    /// Whether they say the same; if not, no segment is kept.
    same: bool,
    /// Share of the English text whose words have a counterpart.
    #[schema(minimum = 0, maximum = 1)]
    common: f64,
    /// Number of new segments.
    segments: usize,
    /// Number of pairs of glossary entries.
    entries: usize,
    /// Where they part, if they do not say the same.
    parting: Option<String>,
}

/// Releases that were linked again.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Relinking)]
pub(crate) struct RelinkAnswer {
    /// Number of releases linked again.
    releases: usize,
    /// Number of those whose proposals changed.
    changed: usize,
}

impl From<&Outcome> for DocumentAnswer {
    fn from(outcome: &Outcome) -> Self {
        Self {
            name: outcome.name.clone(),
            url: outcome.url.clone(),
            outcome: outcome.status.into(),
            release_id: outcome.release_id.map(Into::into),
            media: outcome.media.map(Into::into),
            engine: outcome.engine.clone(),
            entries: outcome.entries,
            links: outcome.links,
            with_english: outcome.with_english,
            segments: outcome.segments,
            doubts: outcome.doubts.iter().map(Into::into).collect(),
            error: outcome.error.clone().map(Into::into),
        }
    }
}

impl From<Failure> for FailureAnswer {
    fn from(failure: Failure) -> Self {
        let Failure { code, message } = failure;
        Self { code, message }
    }
}

impl From<&ReleasePairing> for PairAnswer {
    fn from(paired: &ReleasePairing) -> Self {
        let ReleasePairing { ja, en, same, common, segments, entries, parting, .. } = paired.clone();
        Self { ja, en, same, common, segments, entries, parting }
    }
}

from_members!(RelinkReport => RelinkAnswer { releases, changed });
