//! An index in, a file beside the database out, and back: mapped, checked, and replaced as a whole.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::Lang;
use crate::search::Index;
use crate::search::snapshot::{self, SnapshotProblem};

/// Why a file is not used.
#[derive(Debug, thiserror::Error)]
pub(super) enum FileProblem {
    /// The system refuses.
    #[error(transparent)]
    System(#[from] io::Error),
    /// What is in it.
    #[error(transparent)]
    Content(#[from] SnapshotProblem),
}

/// The file of the index of `lang` beside `database`.
pub(super) fn path(database: &Path, lang: &Lang) -> PathBuf {
    let mut name = database.as_os_str().to_owned();
    name.push(format!(".{}.index", lang.primary()));
    PathBuf::from(name)
}

/// Maps the file; `None` where there is none.
#[expect(unsafe_code, reason = "a file can only be mapped so")]
pub(super) fn load(path: &Path, rules: &str) -> Result<Option<(Index, String)>, FileProblem> {
    let file = match File::open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        opened => opened?,
    };
    // SAFETY: the map is read only, and the file is never written in place: `save` makes a new one and renames it, so the
    // mapped one stays as it is until it is dropped. Only another program that cuts the file while it is mapped could
    // break this; nothing in Rust guards against that.
    let map = unsafe { memmap2::Mmap::map(&file)? };
    Ok(Some(snapshot::open(&(Arc::new(map) as Arc<dyn AsRef<[u8]> + Send + Sync>), rules)?))
}

/// Writes a new file and puts it in the place of the old one; a failure leaves the old one.
pub(super) fn save(path: &Path, index: &Index, rules: &str, mark: &str) -> io::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.new", std::process::id()));
    let beside = PathBuf::from(beside);
    let written = write(&beside, index, rules, mark).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

fn write(path: &Path, index: &Index, rules: &str, mark: &str) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    snapshot::write(index, rules, mark, &mut out)?;
    out.flush()?;
    out.get_ref().sync_all()
}
