//! Imports that this server is carrying out, one of each project at a time.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::task::JoinHandle;

use crate::answer::ImportNews;
use crate::app::import::{ImportReport, Progress};
use crate::app::ingest::Failure;
use crate::model::ImportId;

/// How many finished imports are remembered with their problems; the oldest is forgotten first.
const REMEMBERED: usize = 100;

/// All imports of a server.
#[derive(Debug, Default)]
pub(crate) struct ImportJobs(Mutex<JobTable>);

#[derive(Debug, Default)]
struct JobTable {
    jobs: BTreeMap<ImportId, ImportNews>,
    /// The projects that are being imported into.
    busy: BTreeMap<String, Running>,
}

#[derive(Debug, Default)]
struct Running {
    import: Option<ImportId>,
    work: Option<JoinHandle<()>>,
}

impl ImportJobs {
    fn known(&self) -> MutexGuard<'_, JobTable> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes the turn of a project; false if an import into it is running.
    pub(crate) fn begin(&self, project: &str) -> bool {
        let mut known = self.known();
        if known.busy.contains_key(project) {
            return false;
        }
        known.busy.insert(project.to_owned(), Running::default());
        true
    }

    /// The task that does the work.
    pub(crate) fn set_work(&self, project: &str, work: JoinHandle<()>) {
        // It may have ended by now.
        if let Some(running) = self.known().busy.get_mut(project) {
            running.work = Some(work);
        }
    }

    /// The number of the import is known.
    pub(crate) fn began(&self, project: &str, import: ImportId) {
        let mut known = self.known();
        if let Some(running) = known.busy.get_mut(project) {
            running.import = Some(import);
        }
        let begun = Progress { bytes: 0, size: 0, read: 0 };
        known.jobs.insert(import, ImportNews { progress: Some(begun), ..ImportNews::default() });
    }

    /// The import has come so far.
    pub(crate) fn advance(&self, import: ImportId, progress: Progress) {
        if let Some(job) = self.known().jobs.get_mut(&import) {
            job.progress = Some(progress);
        }
    }

    /// The import has ended.
    pub(crate) fn end(&self, project: &str, result: Result<ImportReport, Failure>) {
        let mut known = self.known();
        let Some(running) = known.busy.remove(project) else { return };
        if let Some(job) = running.import.and_then(|import| known.jobs.get_mut(&import)) {
            match result {
                Ok(report) => {
                    (job.problem_count, job.problems, job.error) =
                        (report.problem_count, report.problems, report.error);
                }
                Err(failure) => job.error = Some(failure),
            }
        }
        while known.jobs.len() > REMEMBERED {
            known.jobs.pop_first();
        }
    }

    /// What is known of an import of this server. Ask for it after what the base has: an import is finished there before its problems
    /// are known here.
    pub(crate) fn news(&self, import: ImportId) -> ImportNews {
        let known = self.known();
        let is_running = known.busy.values().any(|running| running.import == Some(import));
        ImportNews { is_running, ..known.jobs.get(&import).cloned().unwrap_or_default() }
    }

    /// Stops an import that is running here, and waits until it has stopped. Nothing of the transaction under way is kept.
    pub(crate) async fn stop(&self, import: ImportId) {
        let stopped = {
            let mut known = self.known();
            let project = known.busy.iter().find(|(_, running)| running.import == Some(import));
            let Some(project) = project.map(|(project, _)| project.clone()) else { return };
            known.jobs.remove(&import);
            let work = known.busy.get_mut(&project).and_then(|running| running.work.take());
            work.map(|work| (project, work))
        };
        if let Some((project, work)) = stopped {
            work.abort();
            let _ = work.await;
            self.known().busy.remove(&project);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_import_runs_until_its_problems_are_known() {
        let (jobs, import) = (ImportJobs::default(), ImportId::new(7));
        assert!(jobs.begin("home") && !jobs.begin("home"));
        jobs.began("home", import);
        assert!(jobs.news(import).progress.is_some(), "it shows that it lives before its first rows are stored");
        assert!(jobs.news(import).is_running && !jobs.news(ImportId::new(8)).is_running);
        jobs.end("home", Err(Failure { code: "unreadable".into(), message: "It ends in the middle.".into() }));
        let news = jobs.news(import);
        assert!(!news.is_running && news.error.is_some());
    }
}
