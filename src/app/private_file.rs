//! New files that only their owner may read, written under names that nobody else uses and then renamed.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::hexadecimal::hexadecimal;

/// Suffix of a file that is being written.
const NEW: &str = ".new";

/// Creates a file beside `path` that will be renamed over it. The name is random, so that no other process, on this machine or
/// on another that shares the folder, writes to the same file, and no file is ever changed while somebody has it mapped.
///
/// # Errors
/// Those of the system.
pub(super) fn create_beside(path: &Path) -> io::Result<(File, PathBuf)> {
    let mut random = [0; 8];
    getrandom::fill(&mut random)?;
    let beside = with_ending(path, &format!(".{}{NEW}", hexadecimal(&random)));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    Ok((options.open(&beside)?, beside))
}

/// A path with something added to its end.
pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// The folder a file is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Removes unfinished files that killed processes left for `path`, except `own`. A file that is being written is locked by
/// its process, if the system supports it.
pub(super) fn remove_leftovers(path: &Path, own: &Path) {
    let Some(name) = path.file_name() else { return };
    let prefix = format!("{}.", name.to_string_lossy());
    for entry in fs::read_dir(folder_of(path)).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let leftover =
            name.starts_with(&prefix) && name.ends_with(NEW) && Some(entry.file_name().as_os_str()) != own.file_name();
        if leftover && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Makes a rename last through a power cut, where the system can: its folder is written to the disk.
pub(super) fn sync_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    File::open(folder_of(path))?.sync_all()?;
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}
