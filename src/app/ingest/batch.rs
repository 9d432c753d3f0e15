//! Many documents in, their outcomes in the order given out. A few are read at once, all are kept one after the other,
//! so that the same documents make the same term base on any machine.

use std::collections::VecDeque;
use std::path::PathBuf;

use sha2::{Digest, Sha256};

use super::outcome::Outcome;
use super::storage::PreparedDocument;
use crate::app::blocking::blocking;
use crate::app::extract::ExtractedDocument;
use crate::app::hexadecimal::hexadecimal;
use crate::app::{AppError, Service};

/// Who the log says took a document in where nobody is named.
pub(super) const ACTOR: &str = "ingest";

/// Where the bytes of a document are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// In a file, read when its turn comes.
    File(PathBuf),
    /// Here.
    Bytes(Vec<u8>),
}

/// A document to take in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Submission {
    /// What it is called.
    pub name: String,
    /// Media type as the caller was told it.
    pub media_type: Option<String>,
    /// Its bytes.
    pub input: Input,
}

/// A document before it is kept.
enum Preparation {
    Done(Box<Outcome>),
    PreparedDocument(Box<PreparedDocument>),
}

impl Service {
    /// Takes one document in. A document that cannot be read is an outcome with its error, not an error.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn ingest_one(
        &self,
        project: &str,
        name: &str,
        media_type: Option<&str>,
        bytes: Vec<u8>,
        now: &str,
    ) -> Result<Outcome, AppError> {
        self.ingest_as(ACTOR, project, name, media_type, bytes, now).await
    }

    /// The same, sent by `actor`.
    ///
    /// # Errors
    /// Those of the database.
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
        let mut prepared = self.prepare(project.to_owned(), submission, now.to_owned()).await?;
        if let Preparation::PreparedDocument(ready) = &mut prepared {
            actor.clone_into(&mut ready.actor);
        }
        self.finish(project, prepared, now).await
    }

    /// Takes documents in, reading up to `jobs` at once; `progress` is told each outcome as soon as it is kept.
    /// Stopped at any moment, everything told so far is on disk and nothing is there by half.
    ///
    /// # Errors
    /// Those of the database; documents before the one that failed are kept.
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
                let (service, project, now) = (self.clone(), project.to_owned(), now.to_owned());
                let name = submission.name.clone();
                let work = tokio::spawn(async move { service.prepare(project, submission, now).await });
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

    /// Everything before the database is changed: bytes, hash, text, entries, links.
    async fn prepare(&self, project: String, submission: Submission, now: String) -> Result<Preparation, AppError> {
        let Submission { name, media_type, input } = submission;
        let limit = self.limits().bytes;
        let shown = name.clone();
        let loaded = blocking(&name, move || load(input, limit, &shown)).await?;
        let (bytes, hash) = match loaded {
            Ok(loaded) => loaded,
            Err(error) => return Ok(Preparation::Done(Box::new(Outcome::failed(&name, &error)))),
        };
        let version = self.extractor_version();
        if let Some(head) = self.known(&project, &hash, &now).await?.filter(|head| head.extractor_version == version) {
            return Ok(Preparation::Done(Box::new(self.unchanged(&name, &head).await?)));
        }
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let (hint, service) = (self.hint(&name, media_type.as_deref()), self.clone());
        let found = blocking(&name, move || {
            ExtractedDocument::new(&bytes, &hint, &service.translation_table(), service.words())
        })
        .await?;
        Ok(match found {
            Ok(found) => Preparation::PreparedDocument(Box::new(PreparedDocument {
                name,
                hash,
                size,
                found,
                actor: ACTOR.to_owned(),
            })),
            Err(error) => Preparation::Done(Box::new(Outcome::failed(&name, &error))),
        })
    }

    async fn finish(&self, project: &str, prepared: Preparation, now: &str) -> Result<Outcome, AppError> {
        match prepared {
            Preparation::Done(outcome) => Ok(*outcome),
            Preparation::PreparedDocument(ready) => self.keep(project, *ready, false, now).await,
        }
    }
}

/// The bytes and their SHA-256 in hexadecimal. A file beyond the limit is not read at all.
fn load(input: Input, limit: usize, name: &str) -> Result<(Vec<u8>, String), AppError> {
    let bytes = match input {
        Input::Bytes(bytes) => bytes,
        Input::File(path) => {
            let file = |source| AppError::File { name: name.to_owned(), source };
            let size = std::fs::metadata(&path).map_err(file)?.len();
            if let Some(found) = usize::try_from(size).ok().filter(|size| *size > limit) {
                return Err(crate::read::ReadError::TooLarge { limit, found }.into());
            }
            std::fs::read(&path).map_err(file)?
        }
    };
    let hash = hexadecimal(&Sha256::digest(&bytes));
    Ok((bytes, hash))
}
