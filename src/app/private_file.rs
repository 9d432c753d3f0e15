//! New files beside the database, which only their owner may read, under names that nobody else uses.

use std::fs::{File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use super::hexadecimal::hexadecimal;

/// Suffix of a file that is being written.
pub(super) const NEW: &str = ".new";

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
