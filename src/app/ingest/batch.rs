//! Ingests many documents. Several are read at the same time, but they are stored one after another in the given order,
//! so that the same documents give the same term base on every machine.

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::outcome::Outcome;
use super::storage::{Again, PreparedDocument};
use crate::app::blocking::blocking;
use crate::app::extract::ExtractedDocument;
use crate::app::hexadecimal::hexadecimal;
use crate::app::{AppError, Service};
use crate::outgoing::{Fetcher, WebDocument};
use crate::store::ReleaseHead;

/// The actor in the change log if the caller names none.
pub(super) const ACTOR: &str = "ingest";

/// The content of a document.
#[derive(Debug, Clone)]
pub enum Input {
    /// A file, read when its turn comes.
    File(PathBuf),
    /// Bytes in memory.
    Bytes(Vec<u8>),
    /// A document on the web, fetched when its turn comes.
    Web(WebInput),
}

/// A document on the web, and what fetches it. Only the command line makes one.
#[derive(Debug, Clone)]
pub struct WebInput {
    pub(crate) address: String,
    pub(crate) fetcher: Arc<Fetcher>,
}

/// A document whose bytes are there.
struct LoadedDocument {
    name: String,
    media_type: Option<String>,
    /// Where it was fetched from.
    url: Option<String>,
    bytes: Vec<u8>,
    hash: String,
}

/// A document to ingest.
#[derive(Debug, Clone)]
pub struct Submission {
    /// Its name.
    pub name: String,
    /// Media type stated by the caller.
    pub media_type: Option<String>,
    /// Its content.
    pub input: Input,
}

/// The result of reading a document, before it is stored.
enum Preparation {
    Done(Box<Outcome>),
    /// It is stored as a file already; now it is known where it is on the web.
    Located {
        name: String,
        head: Box<ReleaseHead>,
        url: String,
    },
    PreparedDocument(Box<PreparedDocument>),
}

impl Service {
    /// Ingests one document submitted by `actor`. If it cannot be read, that is reported in the outcome and is not an error.
    ///
    /// # Errors
    /// Database errors.
    pub async fn ingest_as(
        &self,
        actor: &str,
        project: &str,
        name: &str,
        media_type: Option<&str>,
        bytes: Vec<u8>,
        now: &str,
    ) -> Result<Outcome, AppError> {
        self.learn().await?;
        let media_type = media_type.map(str::to_owned);
        let submission = Submission { name: name.to_owned(), media_type, input: Input::Bytes(bytes) };
        let mut prepared = self.prepare(project.to_owned(), submission).await?;
        if let Preparation::PreparedDocument(ready) = &mut prepared {
            actor.clone_into(&mut ready.actor);
        }
        self.finish(project, prepared, now).await
    }

    /// Ingests documents, reading up to `jobs` at a time. `progress` is called with each outcome as soon as it is
    /// stored. If interrupted, everything reported so far is on disk, and no document is half-stored.
    ///
    /// # Errors
    /// Database errors; documents before the one that failed are stored.
    pub async fn ingest_many(
        &self,
        project: &str,
        submissions: Vec<Submission>,
        jobs: usize,
        now: &str,
        mut progress: impl FnMut(&Outcome),
    ) -> Result<Vec<Outcome>, AppError> {
        self.learn().await?;
        let mut outcomes = Vec::with_capacity(submissions.len());
        let mut waiting = VecDeque::new();
        let mut submissions = submissions.into_iter();
        loop {
            while waiting.len() < jobs.max(1) {
                let Some(submission) = submissions.next() else { break };
                let (service, project) = (self.clone(), project.to_owned());
                let name = submission.name.clone();
                let work = tokio::spawn(async move { service.prepare(project, submission).await });
                waiting.push_back((name, work));
            }
            let Some((name, work)) = waiting.pop_front() else { break };
            let prepared = work.await.map_err(|_| AppError::Stopped { name })??;
            let outcome = self.finish(project, prepared, now).await?;
            progress(&outcome);
            outcomes.push(outcome);
        }
        Ok(outcomes)
    }

    /// Everything that happens before the database is changed: reading the bytes, hashing, extracting, linking.
    async fn prepare(&self, project: String, submission: Submission) -> Result<Preparation, AppError> {
        let (submitted, limit) = (submission.name.clone(), self.limits().bytes);
        let loaded = blocking(&submitted, move || load(submission, limit)).await?;
        let LoadedDocument { name, media_type, url, bytes, hash } = match loaded {
            Ok(loaded) => loaded,
            Err(error) => return Ok(Preparation::Done(Box::new(Outcome::failed(&submitted, &error)))),
        };
        let version = self.extractor_version();
        if let Some(head) = self.stored_release(&project, &hash).await?.filter(|head| head.extractor_version == version)
        {
            return Ok(match url.filter(|_| head.source.url.is_none()) {
                Some(url) => Preparation::Located { name, head: Box::new(head), url },
                None => Preparation::Done(Box::new(self.unchanged(&name, &head).await?)),
            });
        }
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let (hint, service) = (self.hint(&name, media_type.as_deref()), self.clone());
        let found = blocking(&name, move || {
            ExtractedDocument::new(&bytes, &hint, &service.translation_table(), service.words())
        })
        .await?;
        Ok(match found {
            Ok(mut found) => {
                found.release.source.url = url;
                let actor = ACTOR.to_owned();
                let ready = PreparedDocument { name, hash, size, found, actor, paired: None, correction: None };
                Preparation::PreparedDocument(Box::new(ready))
            }
            Err(error) => Preparation::Done(Box::new(Outcome::failed(&submitted, &error))),
        })
    }

    async fn finish(&self, project: &str, prepared: Preparation, now: &str) -> Result<Outcome, AppError> {
        match prepared {
            Preparation::Done(outcome) => Ok(*outcome),
            Preparation::Located { name, mut head, url } => {
                let mut write = self.store().write(ACTOR, now).await?;
                write.locate_release(head.id, &url).await?;
                write.commit().await?;
                head.source.url = Some(url);
                self.unchanged(&name, &head).await
            }
            Preparation::PreparedDocument(ready) => self.store_document(project, *ready, Again::No, now).await,
        }
    }
}

/// The bytes and their SHA-256 hash in hexadecimal. A file over the limit is not read at all. A document on the web is called by
/// where it was found.
fn load(submission: Submission, limit: usize) -> Result<LoadedDocument, AppError> {
    let Submission { name, media_type, input } = submission;
    let bytes = match input {
        Input::Bytes(bytes) => bytes,
        Input::Web(WebInput { address, fetcher }) => {
            let WebDocument { url, name, media_type, bytes } = fetcher.fetch(&address, limit)?;
            let hash = hexadecimal(&Sha256::digest(&bytes));
            return Ok(LoadedDocument { name, media_type, url: Some(url), bytes, hash });
        }
        Input::File(path) => {
            let file = |source| AppError::File { name: name.clone(), source };
            let size = std::fs::metadata(&path).map_err(file)?.len();
            if let Some(found) = usize::try_from(size).ok().filter(|size| *size > limit) {
                return Err(crate::read::ReadError::TooLarge { limit, found }.into());
            }
            std::fs::read(&path).map_err(file)?
        }
    };
    let hash = hexadecimal(&Sha256::digest(&bytes));
    Ok(LoadedDocument { name, media_type, url: None, bytes, hash })
}
