//! Saves an index to a file beside the database and maps it back into memory. Files are checked, and replaced as a
//! whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::private_file::{NEW, create_beside, with_ending};
use crate::fuzzy::Index;
use crate::fuzzy::{SnapshotProblem, open_snapshot, write_snapshot};
use crate::model::Lang;

/// Why a file cannot be used.
#[derive(Debug, thiserror::Error)]
pub(super) enum FileProblem {
    /// The operating system reports an error.
    #[error(transparent)]
    System(#[from] io::Error),
    /// Its content is not valid.
    #[error(transparent)]
    Content(#[from] SnapshotProblem),
}

/// The file of the index of `lang` beside `database`.
pub(super) fn path(database: &Path, lang: &Lang) -> PathBuf {
    with_ending(database, &format!(".{}.index", lang.primary()))
}

/// Maps the file into memory; `None` if it does not exist.
#[expect(unsafe_code, reason = "a file can only be mapped so")]
pub(super) fn load(path: &Path, rules: &str) -> Result<Option<(Index, String)>, FileProblem> {
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened?,
    };
    // SAFETY: the map is read only, and the file is never written in place: `save` makes a new one and renames it, so
    // the mapped one stays as it is until it is dropped. Only another program that cuts the file while it is mapped
    // could break this; nothing in Rust guards against that.
    let map = unsafe { memmap2::Mmap::map(&file)? };
    Ok(Some(open_snapshot(&(Arc::new(map) as Arc<dyn AsRef<[u8]> + Send + Sync>), rules)?))
}

/// Writes a new file and renames it over the old one. If this fails, the old file stays.
pub(super) fn save(path: &Path, index: &Index, rules: &str, mark: &str) -> io::Result<()> {
    let (file, beside) = create_beside(path)?;
    // Locked while the file is written, if the system supports it, to distinguish it from a file left by a killed
    // process.
    let _ = file.lock();
    remove_leftovers(path, &beside);
    let written = write(&file, index, rules, mark).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write(file: &File, index: &Index, rules: &str, mark: &str) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, file);
    write_snapshot(index, rules, mark, &mut out)?;
    out.flush()?;
    file.sync_all()
}

/// Removes unfinished files that killed processes left for `path`, except `own`.
fn remove_leftovers(path: &Path, own: &Path) {
    let (Some(folder), Some(name)) = (path.parent(), path.file_name()) else { return };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let prefix = format!("{}.", name.to_string_lossy());
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let leftover =
            name.starts_with(&prefix) && name.ends_with(NEW) && Some(entry.file_name().as_os_str()) != own.file_name();
        if leftover && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
