//! A drop folder: finds out which of its files are new or changed, and completely written.
//!
//! Files are known by name, size and time of change, so that a look at the folder reads none of them. A file is ready when it has
//! looked the same for a while; it is looked at again only when it changes. Nothing in the folder is changed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant, SystemTime};

use super::folder::{self, Candidate, SkipReason};
use super::ingest::{Outcome, Status};
use super::pair::ReleasePairing;
use super::{AppError, Service};
use crate::extract::language_in_name;
use crate::model::{Lang, ReleaseId};

/// How long a file must look the same before it counts as completely written.
pub const SETTLE: Duration = Duration::from_secs(2);

/// The files of a folder and its subfolders, as they were at the last look.
#[derive(Debug)]
pub struct DropFolder {
    folder: PathBuf,
    files: BTreeMap<PathBuf, FileState>,
    /// Folders that could not be read at the last look.
    unreadable: BTreeSet<String>,
}

/// What the folder holds, at one look.
#[derive(Debug, Default)]
pub struct FolderView {
    /// Files that are new or changed since they were last taken, and completely written.
    pub ready: Vec<Candidate>,
    /// Folders that cannot be read, and could be before.
    pub unreadable: Vec<String>,
    /// How long until the next file may be ready; none if no file is being written.
    pub settles_in: Option<Duration>,
}

#[derive(Debug)]
struct FileState {
    stamp: Stamp,
    /// When it was first seen like this.
    since: Instant,
    /// Whether it was taken like this.
    is_taken: bool,
}

/// What changes when a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stamp {
    size: u64,
    modified: Option<SystemTime>,
    /// Unix: seconds and nanoseconds of the last change of content, name or permissions. A file that could not be read is tried
    /// again when its permissions change.
    changed: (i64, i64),
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let changed = {
            use std::os::unix::fs::MetadataExt;
            (metadata.ctime(), metadata.ctime_nsec())
        };
        #[cfg(not(unix))]
        let changed = (0, 0);
        Self { size: metadata.len(), modified: metadata.modified().ok(), changed }
    }
}

impl DropFolder {
    /// A folder nobody has looked at.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), files: BTreeMap::new(), unreadable: BTreeSet::new() }
    }

    /// Looks at the folder. Files that are ready count as taken.
    ///
    /// # Errors
    /// `file_unreadable` if the folder itself cannot be read; the next look goes on from the last one that could.
    pub fn look(&mut self, now: Instant) -> Result<FolderView, AppError> {
        std::fs::read_dir(&self.folder)
            .map_err(|source| AppError::File { name: self.folder.display().to_string(), source })?;
        let (candidates, skipped) = folder::candidates(&self.folder);
        let closed: BTreeSet<String> =
            skipped.into_iter().filter(|file| file.reason == SkipReason::Unreadable).map(|file| file.name).collect();
        let mut look =
            FolderView { unreadable: closed.difference(&self.unreadable).cloned().collect(), ..FolderView::default() };
        let mut files = BTreeMap::new();
        for candidate in candidates {
            // A file that has gone meanwhile, or a pipe that would never end.
            let Some(metadata) = std::fs::metadata(&candidate.path).ok().filter(Metadata::is_file) else { continue };
            let stamp = Stamp::of(&metadata);
            let known = self.files.remove(&candidate.path).filter(|known| known.stamp == stamp);
            let mut state = known.unwrap_or(FileState { stamp, since: now, is_taken: false });
            let path = candidate.path.clone();
            if !state.is_taken {
                let waited = now.saturating_duration_since(state.since);
                match SETTLE.checked_sub(waited).filter(|left| !left.is_zero()) {
                    Some(left) => look.settles_in = Some(look.settles_in.map_or(left, |other| other.min(left))),
                    None => {
                        state.is_taken = true;
                        look.ready.push(candidate);
                    }
                }
            }
            files.insert(path, state);
        }
        if !closed.is_empty() {
            // What is in a folder that cannot be read now was there before and will be again.
            files.append(&mut self.files);
        }
        self.files = files;
        self.unreadable = closed;
        look.ready.sort();
        Ok(look)
    }

    /// Whether a file still is what it was at the last look. What was read of a file that is not may be half of it.
    #[must_use]
    pub fn is_unchanged(&self, path: &Path) -> bool {
        let stamp = std::fs::metadata(path).ok().map(|metadata| Stamp::of(&metadata));
        self.files.get(path).is_some_and(|state| Some(state.stamp) == stamp)
    }

    /// Lets a file be ready again, although it has not changed.
    pub fn put_back(&mut self, path: &Path, now: Instant) {
        if let Some(state) = self.files.get_mut(path) {
            (state.since, state.is_taken) = (now, false);
        }
    }
}

/// Releases by what makes two of them a pair: the same name in another language, or the same DOI.
#[derive(Debug, Default)]
pub struct PairCandidates {
    by_name: BTreeMap<String, BTreeMap<Lang, ReleaseId>>,
    by_doi: BTreeMap<String, BTreeSet<ReleaseId>>,
}

impl Service {
    /// Pairs releases that have just come in with each other and with those that came in before them, by the rules of
    /// [`Service::pair_namesakes`]. Of files that changed, the newest counts.
    ///
    /// # Errors
    /// Database errors.
    pub async fn pair_new(
        &self,
        candidates: &mut PairCandidates,
        outcomes: &[Outcome],
        now: &str,
    ) -> Result<Vec<ReleasePairing>, AppError> {
        let mut paired = BTreeSet::new();
        let mut unnamed = Vec::new();
        let is_new = |outcome: &Outcome| matches!(outcome.status, Status::Added | Status::Updated);
        for outcome in outcomes {
            let Some(id) = outcome.release_id else { continue };
            let Some((stem, lang)) = language_in_name(&outcome.name) else {
                unnamed.push((id, is_new(outcome)));
                continue;
            };
            let versions = candidates.by_name.entry(stem).or_default();
            versions.insert(lang.clone(), id);
            match versions.iter().find(|(own, _)| **own != lang) {
                Some((_, other)) if is_new(outcome) => drop(paired.insert((id.min(*other), id.max(*other)))),
                Some(_) => {}
                None => unnamed.push((id, is_new(outcome))),
            }
        }
        let ids: Vec<ReleaseId> = unnamed.iter().map(|(id, _)| *id).collect();
        let works = if ids.is_empty() { Vec::new() } else { self.store().dois(&ids).await? };
        for (work, id) in works {
            let releases = candidates.by_doi.entry(work).or_default();
            releases.insert(id);
            let is_new = unnamed.iter().any(|(own, is_new)| *own == id && *is_new);
            if let [one, other] = releases.iter().copied().collect::<Vec<_>>()[..]
                && is_new
            {
                paired.insert((one, other));
            }
        }
        let mut pairings = Vec::new();
        for (one, other) in paired {
            match self.pair(one, other, now).await {
                Ok(pairing) => pairings.push(pairing),
                // The names suggested a pair, but the texts are not in two languages; or one was deleted meanwhile.
                Err(error) if matches!(error.code(), "invalid_request" | "not_found") => {}
                Err(error) => return Err(error),
            }
        }
        Ok(pairings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder, looked at `seconds` after the first look.
    struct Desk {
        folder: tempfile::TempDir,
        watched: DropFolder,
        start: Instant,
    }

    impl Desk {
        fn new() -> Self {
            let folder = tempfile::tempdir().unwrap();
            let watched = DropFolder::new(folder.path());
            Self { folder, watched, start: Instant::now() }
        }

        fn write(&self, name: &str, text: &str) {
            let path = self.folder.path().join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }

        fn look(&mut self, seconds: u64) -> FolderView {
            self.watched.look(self.start + Duration::from_secs(seconds)).unwrap()
        }

        fn ready(&mut self, seconds: u64) -> Vec<String> {
            self.look(seconds).ready.into_iter().map(|file| file.name).collect()
        }
    }

    #[test]
    fn a_file_is_ready_when_it_has_looked_the_same_for_a_while_and_again_when_it_changes() {
        let mut desk = Desk::new();
        desk.write("下/論文.txt", "発表");
        assert_eq!(desk.ready(0), [""; 0], "it may still be being written");
        assert_eq!(desk.look(1).settles_in, Some(Duration::from_secs(1)));
        desk.write("下/論文.txt", "発表しました。");
        assert_eq!(desk.ready(2), [""; 0], "it was");
        desk.write("要旨.html", "<p>要旨</p>");
        assert_eq!(desk.ready(3), [""; 0]);
        assert_eq!(desk.ready(4), ["下/論文.txt"]);
        assert_eq!(desk.ready(5), ["要旨.html"]);
        assert!(desk.look(90).settles_in.is_none(), "nothing has changed");
        assert_eq!(desk.ready(99), [""; 0]);
        desk.write("下/論文.txt", "訂正して発表しました。");
        assert_eq!(desk.ready(100), [""; 0]);
        assert_eq!(desk.ready(200), ["下/論文.txt"]);
    }

    #[test]
    fn a_file_that_goes_and_comes_back_is_new() {
        let mut desk = Desk::new();
        desk.write("a.txt", "発表");
        desk.look(0);
        assert_eq!(desk.ready(2), ["a.txt"]);
        std::fs::remove_file(desk.folder.path().join("a.txt")).unwrap();
        assert_eq!(desk.ready(3), [""; 0]);
        desk.write("a.txt", "発表");
        assert_eq!(desk.ready(4), [""; 0]);
        assert_eq!(desk.ready(6), ["a.txt"]);
    }

    #[test]
    fn names_of_files_that_are_not_finished_are_passed_over_until_they_are_renamed() {
        let mut desk = Desk::new();
        let names = ["a.pdf.part", "b.pdf.crdownload", "c.txt.filepart", "~$d.docx", ".e.txt", "f.tmp", "g.PDF.PART"];
        for name in names {
            desk.write(name, "発表");
        }
        desk.write("h.pdf.download/h.pdf", "%PDF-1.7");
        desk.look(0);
        assert_eq!(desk.ready(10), [""; 0]);
        std::fs::rename(desk.folder.path().join("a.pdf.part"), desk.folder.path().join("a.pdf")).unwrap();
        desk.look(11);
        assert_eq!(desk.ready(13), ["a.pdf"]);
    }

    #[test]
    fn a_folder_that_is_gone_for_a_while_is_an_error_and_nothing_is_new_when_it_is_back() {
        let mut desk = Desk::new();
        desk.write("in/a.txt", "発表");
        desk.watched = DropFolder::new(&desk.folder.path().join("in"));
        desk.look(0);
        assert_eq!(desk.ready(2), ["a.txt"]);
        let (here, away) = (desk.folder.path().join("in"), desk.folder.path().join("away"));
        std::fs::rename(&here, &away).unwrap();
        assert_eq!(desk.watched.look(desk.start).unwrap_err().code(), "file_unreadable");
        std::fs::rename(&away, &here).unwrap();
        desk.look(3);
        assert_eq!(desk.ready(9), [""; 0]);
    }

    #[test]
    fn what_was_read_of_a_file_counts_only_if_it_has_not_changed_since_the_look() {
        let mut desk = Desk::new();
        desk.write("a.txt", "発表");
        desk.look(0);
        desk.look(2);
        let path = desk.folder.path().join("a.txt");
        assert!(desk.watched.is_unchanged(&path));
        desk.watched.put_back(&path, desk.start + Duration::from_secs(3));
        assert_eq!(desk.ready(4), [""; 0]);
        assert_eq!(desk.ready(5), ["a.txt"], "it was put back");
        desk.write("a.txt", "発表しました。");
        assert!(!desk.watched.is_unchanged(&path));
        std::fs::remove_file(&path).unwrap();
        assert!(!desk.watched.is_unchanged(&path));
    }
}
