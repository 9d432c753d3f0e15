//! Saves an index to a file beside the database and maps it back into memory. Files are checked, and replaced as a
//! whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::app::private_file::{create_beside, folder_of, remove_leftovers, with_ending};
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

/// Ending of the files.
const INDEX: &str = ".index";

/// The file of the index of `lang` beside `database`.
pub(super) fn path(database: &Path, lang: &Lang) -> PathBuf {
    with_ending(database, &format!(".{}{INDEX}", lang.primary()))
}

/// All files of indexes beside `database`.
pub(in crate::app) fn all(database: &Path) -> Vec<PathBuf> {
    let Some(name) = database.file_name() else { return Vec::new() };
    let start = format!("{}.", name.to_string_lossy());
    let is_index = |file: &str| {
        let lang = file.strip_prefix(&start).and_then(|rest| rest.strip_suffix(INDEX));
        // A language has no dot in it; `a.db.ja.index` is of `a.db` and not of a database named `a`.
        lang.is_some_and(|lang| !lang.is_empty() && !lang.contains('.'))
    };
    let files = fs::read_dir(folder_of(database)).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> =
        files.filter(|file| is_index(&file.file_name().to_string_lossy())).map(|file| file.path()).collect();
    found.sort();
    found
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
