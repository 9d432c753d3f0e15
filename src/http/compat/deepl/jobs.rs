//! Imports and exports of memories under way: kept in memory while the server runs, and forgotten an hour after they began.
//!
//! A file travels at an address of its own that only who began the job was told, because the programs send no key there.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde_json::{Value, json};

use super::moment;
use crate::http::compat::asker::Asker;
use crate::model::LangPair;

/// Minutes a job is kept and its address holds.
pub(super) const KEPT: i64 = 60;
/// The most jobs at once; the oldest goes.
const MOST: usize = 1_000;

/// A job.
#[derive(Debug, Clone)]
pub(super) struct Job {
    /// Its number.
    pub(super) id: String,
    /// What is to be done.
    pub(super) task: Task,
    /// How far it is.
    pub(super) state: JobState,
    /// The secret part of its address.
    pub(super) key: String,
    /// Who began it.
    pub(super) asker: Asker,
    /// When it began, RFC 3339.
    pub(super) created_at: String,
    /// When its state changed last.
    pub(super) updated_at: String,
    /// When it is forgotten.
    pub(super) expires_at: String,
}

/// What is to be done.
#[derive(Debug, Clone)]
pub(super) enum Task {
    /// A file comes in.
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
    /// A memory goes out.
    Export {
        /// Its number.
        memory: String,
        /// Its project.
        project: String,
        /// The languages of the file.
        languages: LangPair,
    },
}

/// How far a job is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum JobState {
    /// The file has not come.
    AwaitingInput,
    /// It is being read.
    Processing,
    /// It is done; of an import the memory, where there is one, and how many of its units were not used.
    Completed { memory: Option<String>, skipped: u64 },
    /// The file was fetched.
    Downloaded,
    /// It could not be done.
    Failed { message: String },
}

impl Job {
    /// The job as the protocol has it; `address` is that of its file.
    pub(super) fn answer(&self, address: &str) -> Value {
        let mut result = json!({ "status": self.state.word() });
        match &self.state {
            JobState::AwaitingInput => {
                result["status_metadata"] = json!({ "required_action": "Send the file to the upload URL." });
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
                result["expires_at"] = json!(moment(&self.expires_at));
                ("export", json!({ "parameters": { "translation_memory_id": memory } }))
            }
        };
        answer["job_id"] = json!(self.id);
        answer["operation"] = json!(operation);
        answer["product"] = json!("translation_memory");
        answer["results"] = json!([result]);
        answer["creation_time"] = json!(moment(&self.created_at));
        answer["updated_time"] = json!(moment(&self.updated_at));
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

/// The jobs of a server.
#[derive(Debug, Default)]
pub(crate) struct Jobs(Mutex<BTreeMap<String, Job>>);

impl Jobs {
    fn jobs(&self) -> MutexGuard<'_, BTreeMap<String, Job>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a job in; those that have expired at `now` go.
    pub(super) fn begin(&self, job: Job, now: &str) {
        let mut jobs = self.jobs();
        jobs.retain(|_, job| job.expires_at.as_str() > now);
        while jobs.len() >= MOST {
            let oldest = jobs.values().min_by(|a, b| a.created_at.cmp(&b.created_at)).map(|job| job.id.clone());
            match oldest {
                Some(oldest) => drop(jobs.remove(&oldest)),
                None => break,
            }
        }
        jobs.insert(job.id.clone(), job);
    }

    /// The job of this number.
    pub(super) fn job(&self, id: &str, now: &str) -> Option<Job> {
        self.jobs().get(id).filter(|job| job.expires_at.as_str() > now).cloned()
    }

    /// The job whose file travels at the address with this key.
    pub(super) fn by_key(&self, key: &str, now: &str) -> Option<Job> {
        // A key is found by its digest, so that how long that takes tells nothing of it.
        let same = |job: &&Job| fingerprint(&job.key) == fingerprint(key);
        self.jobs().values().filter(|job| job.expires_at.as_str() > now).find(same).cloned()
    }

    /// Sets how far a job is, where it stands as `from` says; whether it did.
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
