//! Releases, with or without what was extracted from them.

use serde::Serialize;
use utoipa::ToSchema;

use super::characters::Characters;
use super::extraction::{DoubtAnswer, EntryAnswer, LinkAnswer, MetadataEvidenceAnswer, ReferenceAnswer};
use super::words::{MediaWord, OutcomeWord};
use crate::app::releases::{ReleaseDetails, ReleaseHead, StoredEntry, StoredLink, StoredReference, SweepReport};
use crate::model::Metadata;

/// A release without its text.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReleaseSummary {
    /// Its number.
    pub(crate) id: i64,
    /// Name of its project.
    project: String,
    /// File name, or what the sender called it.
    #[schema(example = "20261101_release.pdf")]
    name: String,
    /// File type.
    media: MediaWord,
    /// The program that read it.
    #[schema(example = "pdfium")]
    engine: String,
    /// Character encoding of plain text or HTML.
    encoding: Option<String>,
    /// Number of pages, where the format has pages.
    pages: Option<u32>,
    /// Web address it was fetched from, after redirects; `null` if it came in as a file.
    url: Option<String>,
    /// Length of the file in bytes.
    size: u64,
    /// SHA-256 of the file's bytes, in hexadecimal.
    content_hash: String,
    /// Title in the file's own metadata.
    title: Option<String>,
    /// Facts its text states.
    metadata: MetadataAnswer,
    /// Number of doubts.
    doubt_count: usize,
    /// Version of the extraction rules.
    extractor_version: String,
    /// When it was first ingested.
    #[schema(format = DateTime)]
    ingested_at: String,
    /// When it was last extracted.
    #[schema(format = DateTime)]
    updated_at: String,
    /// Revision of its last change.
    revision: i64,
}

/// Facts about a release; `null` where its text does not say.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Metadata)]
pub(crate) struct MetadataAnswer {
    /// Title as printed.
    title_ja: Option<String>,
    /// English title, where one is printed beside it.
    title_en: Option<String>,
    /// The institution that issues the release.
    institution: Option<String>,
    /// Date of the release.
    #[schema(format = Date)]
    date: Option<String>,
    /// Journal the paper appeared in.
    journal: Option<String>,
    /// English title of the paper.
    paper_title_en: Option<String>,
    /// Japanese title of the paper.
    paper_title_ja: Option<String>,
    /// DOI without resolver.
    doi: Option<String>,
}

/// One page of releases.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct ReleasePage {
    /// The releases, by number.
    pub(crate) releases: Vec<ReleaseSummary>,
    /// `after` of the next request; `null` on the last page.
    pub(crate) next_after: Option<i64>,
}

/// A release with everything extracted from it.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = Release)]
pub(crate) struct ReleaseAnswer {
    /// The release itself.
    #[serde(flatten)]
    summary: ReleaseSummary,
    /// What proves each fact in `metadata`.
    metadata_evidence: Vec<MetadataEvidenceAnswer>,
    /// Its glossary entries, in printed order.
    entries: Vec<EntryAnswer>,
    /// Note marks in the running text.
    references: Vec<ReferenceAnswer>,
    /// Japanese–English pairs with their proof.
    links: Vec<LinkAnswer>,
    /// What a careful reader should look at again.
    doubts: Vec<DoubtAnswer>,
    /// The decoded text that all positions refer to; only with `text=true`.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

/// What happened to a document that was sent.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct IngestAnswer {
    /// What happened to it.
    pub(crate) outcome: OutcomeWord,
    /// The release, with everything extracted from it.
    pub(crate) release: ReleaseAnswer,
}

/// A release that was deleted.
#[derive(Debug, Clone, Serialize, ToSchema)]
#[schema(as = ReleaseRemoval)]
pub(crate) struct ReleaseRemovalAnswer {
    /// The release.
    release: ReleaseSummary,
    /// Number of terms deleted with it, because nothing else supports them.
    terms: usize,
    /// Number of concepts deleted with it.
    concepts: usize,
}

impl ReleaseRemovalAnswer {
    /// The release that was deleted, and what went with it.
    pub(crate) fn new(release: ReleaseHead, swept: &SweepReport) -> Self {
        Self { release: release.into(), terms: swept.terms.len(), concepts: swept.concepts.len() }
    }
}

impl From<ReleaseHead> for ReleaseSummary {
    fn from(head: ReleaseHead) -> Self {
        Self {
            id: head.id.get(),
            project: head.project,
            name: head.source.name,
            media: head.source.media.into(),
            engine: head.source.engine,
            encoding: head.source.encoding,
            pages: head.source.pages,
            url: head.source.url,
            size: head.size,
            content_hash: head.content_hash,
            title: head.title,
            metadata: head.metadata.into(),
            doubt_count: head.doubts.len(),
            extractor_version: head.extractor_version,
            ingested_at: head.ingested_at,
            updated_at: head.updated_at,
            revision: head.revision.get(),
        }
    }
}

impl From<Metadata> for MetadataAnswer {
    fn from(facts: Metadata) -> Self {
        let Metadata {
            title_ja,
            title_en,
            institution,
            date,
            journal,
            paper_title_en,
            paper_title_ja,
            doi,
            evidence: _,
        } = facts;
        Self { title_ja, title_en, institution, date, journal, paper_title_en, paper_title_ja, doi }
    }
}

impl ReleaseAnswer {
    /// The release, with its text where `with_text`.
    pub(crate) fn new(whole: ReleaseDetails, with_text: bool) -> Self {
        let ReleaseDetails { release, entries, references, links, segments: _ } = whole;
        let (head, text) = (release.head, release.release.text);
        let characters = Characters::of(&text);
        let doubts = head.doubts.iter().cloned().map(|doubt| DoubtAnswer::new(doubt, &characters)).collect();
        let entry = |stored: StoredEntry| EntryAnswer::new(stored.id, stored.position, stored.entry, &characters);
        let reference =
            |stored: StoredReference| ReferenceAnswer::new(stored.marker, stored.span, stored.entry_id, &characters);
        let link = |stored: StoredLink| LinkAnswer::new(stored.id, stored.link, &characters);
        let metadata_evidence =
            head.metadata.evidence.iter().map(|proof| MetadataEvidenceAnswer::new(*proof, &characters)).collect();
        Self {
            summary: head.into(),
            metadata_evidence,
            entries: entries.into_iter().map(entry).collect(),
            references: references.into_iter().map(reference).collect(),
            links: links.into_iter().map(link).collect(),
            doubts,
            text: with_text.then_some(text),
        }
    }
}
