//! Stand-in use cases.

use std::sync::Arc;

use super::SpotterCache;
use crate::model::*;
pub use crate::store::{Counts, Project, ReleaseHead, StoredEntry, StoredLink, StoredReference};
use crate::store::{NewEntry, NewRelease, NewTerm, ProjectId, ReleaseFilter, Store, StoreError, TermKeys};
use crate::text::key::Key;
use crate::text::words::Words;
use sha2::{Digest, Sha256};

/// The service.
pub struct Service {
    store: Store,
    words: Words,
    spotters: SpotterCache,
}

/// An error.
#[derive(Debug, thiserror::Error)]
pub enum AppError {
    /// Of the store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// Of reading.
    #[error("The document holds no text. Send another.")]
    Empty,
    /// Stopped.
    #[error("The work on `{name}` stopped.")]
    Stopped {
        #[doc = "n"]
        name: String,
    },
    /// Output.
    #[error("output {0}")]
    Output(std::io::Error),
    /// Not found.
    #[error("No {what} named `{name}`. List the {what}s to see which exist.")]
    NotFound {
        #[doc = "w"]
        what: &'static str,
        #[doc = "n"]
        name: String,
    },
}
impl AppError {
    /// Code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(e) => e.code(),
            Self::Empty => "empty_document",
            Self::Stopped { .. } => "work_stopped",
            Self::Output(_) => "output_failed",
            Self::NotFound { .. } => "not_found",
        }
    }
}
/// Lookup query.
pub struct LookupQuery {
    /// t
    pub text: String,
    /// p
    pub projects: Vec<String>,
    /// l
    pub lang: Option<Lang>,
    /// k
    pub kinds: Vec<MatchKind>,
    /// l
    pub limit: u32,
}
/// Status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IngestStatus {
    /// c
    Created,
    /// u
    Updated,
    /// n
    Unchanged,
}
/// Ingested.
pub struct Ingested {
    /// s
    pub status: IngestStatus,
    /// id
    pub release_id: ReleaseId,
}
/// View.
pub struct ReleaseView {
    /// h
    pub head: ReleaseHead,
    /// t
    pub text: String,
    /// e
    pub entries: Vec<StoredEntry>,
    /// r
    pub references: Vec<StoredReference>,
    /// l
    pub links: Vec<StoredLink>,
}

impl Service {
    /// New.
    pub fn new(store: Store, words: Words) -> Self {
        Self { store, words, spotters: SpotterCache::default() }
    }
    pub(super) fn store(&self) -> &Store {
        &self.store
    }
    pub(super) fn words(&self) -> &Words {
        &self.words
    }
    pub(super) fn spotters(&self) -> &SpotterCache {
        &self.spotters
    }
    /// Has.
    pub fn has_dictionary(&self) -> bool {
        self.words.has_dictionary()
    }
    /// Now.
    pub fn now(&self) -> String {
        time::OffsetDateTime::now_utc().format(&time::format_description::well_known::Rfc3339).unwrap_or_default()
    }
    /// revision.
    pub async fn revision(&self) -> Result<Revision, AppError> {
        Ok(self.store.revision().await?)
    }
    /// counts.
    pub async fn counts(&self) -> Result<Counts, AppError> {
        Ok(self.store.counts(None).await?)
    }
    /// projects.
    pub async fn projects(&self) -> Result<Vec<Project>, AppError> {
        Ok(self.store.projects().await?)
    }
    /// changes.
    pub async fn changes(&self, since: i64, limit: u32) -> Result<Vec<Change>, AppError> {
        Ok(self.store.changes_since(since, limit).await?)
    }
    /// concept.
    pub async fn concept(&self, id: ConceptId) -> Result<Concept, AppError> {
        Ok(self.store.concept(id).await?)
    }
    /// concepts.
    pub async fn concepts(&self, projects: &[String], after: i64, limit: u32) -> Result<Vec<Concept>, AppError> {
        let ids = self.project_ids(projects).await?;
        Ok(self.store.concepts(&ids, after, limit as usize).await?)
    }
    /// releases.
    pub async fn releases(&self, project: Option<&str>, after: i64, limit: u32) -> Result<Vec<ReleaseHead>, AppError> {
        let id = match project {
            Some(n) => Some(self.project_ids(&[n.to_owned()]).await?[0]),
            None => None,
        };
        Ok(self.store.releases(id, after, limit, &ReleaseFilter::default()).await?)
    }
    /// view.
    pub async fn release_view(&self, id: ReleaseId) -> Result<ReleaseView, AppError> {
        let stored = self.store.release(id).await?;
        Ok(ReleaseView {
            head: stored.head,
            text: stored.release.text,
            entries: self.store.entries_of(id).await?,
            references: self.store.references_of(id).await?,
            links: self.store.links_of(id).await?,
        })
    }
    /// delete.
    pub async fn delete_release(&self, id: ReleaseId) -> Result<(), AppError> {
        let project = self.store.release(id).await?.head.project_id;
        let mut write = self.store.write("api", &self.now()).await?;
        write.delete_release(id).await?;
        write.sweep_unsupported(project).await?;
        write.commit().await?;
        Ok(())
    }
    /// lookup.
    pub async fn lookup(&self, query: &LookupQuery) -> Result<Vec<Match>, AppError> {
        let ids = self.project_ids(&query.projects).await?;
        let Some(key) = Key::new(&query.text, &Lang::JA) else { return Ok(vec![]) };
        let found = self.store.terms_by_key(&ids, query.lang.as_ref(), &key.exact, query.limit).await?;
        let mut out = Vec::new();
        for term in found {
            out.push(Match {
                concept: self.store.concept(term.concept_id).await?,
                term_id: term.term_id,
                kind: MatchKind::Exact,
                score: 100,
            });
        }
        Ok(out)
    }
    /// ingest.
    pub async fn ingest_one(
        &self,
        project: Option<&str>,
        name: &str,
        bytes: impl AsRef<[u8]>,
    ) -> Result<Ingested, AppError> {
        let text = String::from_utf8(bytes.as_ref().to_vec()).map_err(|_| AppError::Empty)?;
        if text.trim().is_empty() {
            return Err(AppError::Empty);
        }
        let hash = format!("{:x}", Sha256::digest(bytes.as_ref()));
        let mut write = self.store.write("ingest", &self.now()).await?;
        let project = write.ensure_project(project.unwrap_or("default")).await?;
        if let Some(head) = write.release_by_hash(project, &hash).await? {
            return Ok(Ingested { status: IngestStatus::Unchanged, release_id: head.id });
        }
        let release = Release {
            text,
            source: Source { name: name.to_owned(), engine: "text".into(), ..Source::default() },
            ..Release::default()
        };
        let found = crate::extract::entries(&release);
        let id = write
            .insert_release(&NewRelease {
                project,
                content_hash: &hash,
                size: bytes.as_ref().len() as u64,
                release: &release,
                metadata: &found.metadata,
                doubts: &found.doubts,
                extractor_version: "stub",
            })
            .await?;
        let keys: Vec<Key> = found.entries.iter().filter_map(|e| Key::new(&e.term, &e.lang)).collect();
        let new: Vec<NewEntry<'_>> =
            found.entries.iter().zip(&keys).map(|(entry, key)| NewEntry { entry, term_key: &key.exact }).collect();
        let ids = write.insert_entries(id, &new).await?;
        write.insert_references(id, &found.references, &ids).await?;
        for ((entry, key), entry_id) in found.entries.iter().zip(&keys).zip(&ids) {
            let concept = write.insert_concept(project, None, None).await?;
            write
                .insert_definition(
                    concept,
                    &Definition {
                        lang: Lang::JA,
                        text: entry.definition.clone(),
                        release_id: Some(id),
                        source: name.to_owned(),
                    },
                    Some(*entry_id),
                )
                .await?;
            let mut names = vec![(entry.term.clone(), Lang::JA, TermKind::FullForm)];
            names.extend(
                entry
                    .aliases
                    .iter()
                    .filter(|a| a.lang.is_english())
                    .map(|a| (a.text.clone(), Lang::EN, TermKind::FullForm)),
            );
            for (text, lang, kind) in names {
                let k = Key::new(&text, &lang).unwrap_or_else(|| key.clone());
                let term = Term {
                    id: 0,
                    lang,
                    text,
                    reading: None,
                    kind,
                    part_of_speech: None,
                    usage: Usage::Preferred,
                    review: Review::Suggested,
                    confidence: 0.9,
                    evidence: vec![],
                };
                let Ok(t) = write
                    .insert_term(
                        concept,
                        &NewTerm {
                            term: &term,
                            keys: TermKeys { key: &k.exact, variant_key: &k.variant, reading_key: None },
                        },
                    )
                    .await
                else {
                    continue;
                };
                write
                    .insert_evidence(
                        t,
                        &Evidence {
                            id: 0,
                            term_id: t,
                            kind: EvidenceKind::Document,
                            method: "entry".into(),
                            release_id: Some(id),
                            source: name.to_owned(),
                            span: Some(entry.span),
                            snippet: Some(entry.head.clone()),
                            confidence: 0.9,
                        },
                        Some(*entry_id),
                        None,
                    )
                    .await?;
            }
        }
        write.commit().await?;
        Ok(Ingested { status: IngestStatus::Created, release_id: id })
    }
}
