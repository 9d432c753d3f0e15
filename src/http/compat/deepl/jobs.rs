//! Imports and exports of memories as jobs. They live in memory while the server runs, for an hour at most.
//!
//! The file of a job travels at an address of its own that only the client that started the job knows, because the programs
//! send no token there.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use super::timestamp;
use crate::model::{LangPair, TokenId};

/// Minutes until a job and its address expire.
pub(super) const LIFETIME: i64 = 60;
/// The most jobs at once; the oldest is dropped for a new one.
const LIMIT: usize = 1_000;

/// A job.
#[derive(Debug, Clone)]
pub(super) struct Job {
    /// Its id.
    pub(super) id: String,
    /// Its task.
    pub(super) task: Task,
    /// Its state.
    pub(super) state: JobState,
    /// The secret part of its address.
    pub(super) key: String,
    /// The token of the client that started it; `None` for the local user and the server's own token. A number and not a
    /// name, which another token may have had or get.
    pub(super) owner: Option<TokenId>,
    /// The name of that client, for the list of imports.
    pub(super) actor: String,
    /// Whether what the file brings counts as approved.
    pub(super) approved: bool,
    /// When it was started, RFC 3339.
    pub(super) created_at: String,
    /// When its state last changed.
    pub(super) updated_at: String,
    /// When it expires.
    pub(super) expires_at: String,
}

/// The task of a job.
#[derive(Debug, Clone)]
pub(super) enum Task {
    /// Import a file.
    Import {
        /// Its name.
        file_name: String,
        /// Its media type, as declared.
        content_type: Option<String>,
        /// Its size, as declared.
        content_length: u64,
        /// The project it goes to.
        project: String,
    },
    /// Export a memory.
    Export {
        /// The id of the memory.
        memory: String,
        /// Its project.
        project: String,
        /// The languages of the file.
        languages: LangPair,
    },
}

/// The state of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum JobState {
    /// The file has not been uploaded.
    AwaitingInput,
    /// It is being read.
    Processing,
    /// It is finished: for an import with the id of the memory, if there is one, and the number of units not used.
    Completed { memory: Option<String>, skipped: u64 },
    /// The file was downloaded.
    Downloaded,
    /// It failed.
    Failed { message: String },
}

impl Job {
    /// The job in the JSON of the protocol; `address` is that of its file.
    pub(super) fn answer(&self, address: &str) -> Value {
        let mut result = json!({ "status": self.state.word() });
        match &self.state {
            JobState::AwaitingInput => {
                result["status_metadata"] = json!({ "required_action": "Upload the file to the upload URL." });
            }
            JobState::Completed { memory, skipped } => {
                if let Some(memory) = memory {
                    result["translation_memory_id"] = json!(memory);
                    result["skipped_segment_count"] = json!(skipped);
                }
            }
            JobState::Failed { message } => result["error"] = json!({ "message": message }),
            JobState::Processing | JobState::Downloaded => {}
        }
        let (operation, mut answer) = match &self.task {
            Task::Import { file_name, content_type, content_length, project } => (
                "import",
                json!({
                    "parameters": { "display_name": project },
                    "source_file": {
                        "file_name": file_name, "content_type": content_type, "content_length": content_length,
                    },
                }),
            ),
            Task::Export { memory, .. } => {
                result["download_url"] = json!(address);
                result["expires_at"] = json!(timestamp(&self.expires_at));
                ("export", json!({ "parameters": { "translation_memory_id": memory } }))
            }
        };
        answer["job_id"] = json!(self.id);
        answer["operation"] = json!(operation);
        answer["product"] = json!("translation_memory");
        answer["results"] = json!([result]);
        answer["creation_time"] = json!(timestamp(&self.created_at));
        answer["updated_time"] = json!(timestamp(&self.updated_at));
        answer
    }
}

impl JobState {
    fn word(&self) -> &'static str {
        match self {
            Self::AwaitingInput => "awaiting_input",
            Self::Processing => "processing",
            Self::Completed { .. } => "completed",
            Self::Downloaded => "downloaded",
            Self::Failed { .. } => "failed",
        }
    }
}

/// All jobs of a server.
#[derive(Debug, Default)]
pub(crate) struct Jobs(Mutex<BTreeMap<String, Job>>);

impl Jobs {
    fn jobs(&self) -> MutexGuard<'_, BTreeMap<String, Job>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Adds a job, and drops those that have expired at `now`.
    pub(super) fn add(&self, job: Job, now: &str) {
        let mut jobs = self.jobs();
        jobs.retain(|_, job| job.expires_at.as_str() > now);
        while jobs.len() >= LIMIT {
            let oldest = jobs.values().min_by(|a, b| a.created_at.cmp(&b.created_at)).map(|job| job.id.clone());
            match oldest {
                Some(oldest) => drop(jobs.remove(&oldest)),
                None => break,
            }
        }
        jobs.insert(job.id.clone(), job);
    }

    /// The job with this id.
    pub(super) fn job(&self, id: &str, now: &str) -> Option<Job> {
        self.jobs().get(id).filter(|job| job.expires_at.as_str() > now).cloned()
    }

    /// The job whose file travels at the address with this key.
    pub(super) fn by_key(&self, key: &str, now: &str) -> Option<Job> {
        // Keys are compared by digest, so that the time it takes reveals nothing about them.
        let same = |job: &&Job| fingerprint(&job.key) == fingerprint(key);
        self.jobs().values().filter(|job| job.expires_at.as_str() > now).find(same).cloned()
    }

    /// Sets the state of a job if it is one of `from` now; returns whether it was.
    pub(super) fn advance(&self, id: &str, from: &[JobState], to: JobState, now: &str) -> bool {
        let mut jobs = self.jobs();
        let Some(job) = jobs.get_mut(id).filter(|job| from.contains(&job.state)) else { return false };
        (job.state, job.updated_at) = (to, now.to_owned());
        true
    }
}

fn fingerprint(key: &str) -> [u8; 32] {
    use sha2::{Digest, Sha256};
    Sha256::digest(key.as_bytes()).into()
}
