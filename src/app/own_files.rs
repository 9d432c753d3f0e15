//! The files of a term base: the database, its logs and its indexes. No command writes anything else onto one of them.

use std::fs;
use std::path::{Path, PathBuf};

use super::AppError;
use super::live::saved_files;
use super::private_file::{folder_of, with_ending};

/// What SQLite keeps beside a database.
const LOGS: [&str; 3] = ["-wal", "-shm", "-journal"];
/// The most links that are followed to a file that is not there.
const LINKS: usize = 40;

/// Refuses a file to write that is the term base at `database`, or one of the files beside it, under whatever name and through
/// whatever link. `field` is what the caller calls the file.
///
/// # Errors
/// `invalid_request`.
pub fn refuse_own_files(database: &Path, file: &Path, field: &'static str) -> Result<(), AppError> {
    if is_same(database, file) {
        let problem = format!("`{}` is the term base itself; name another file", file.display());
        return Err(AppError::InvalidRequest { field, problem });
    }
    let is_own = |database: &Path| beside(database).any(|own| is_same(&own, file)) || is_index_of(database, file);
    if is_own(database) || is_own(&resolved(database)) {
        let problem =
            format!("`{}` belongs to the term base `{}`; name another file", file.display(), database.display());
        return Err(AppError::InvalidRequest { field, problem });
    }
    Ok(())
}

/// The files beside a database, whether they are there or not; of the indexes, those that are there.
fn beside(database: &Path) -> impl Iterator<Item = PathBuf> {
    let logs = LOGS.map(|ending| with_ending(database, ending));
    logs.into_iter().chain(saved_files(database))
}

/// Whether a file would be an index of a database, going by its name.
fn is_index_of(database: &Path, file: &Path) -> bool {
    let (database, file) = (resolved(database), resolved(file));
    let (Some(name), Some(other)) = (database.file_name(), file.file_name()) else { return false };
    let (name, other) = (format!("{}.", name.to_string_lossy()), other.to_string_lossy());
    let is_index = |ending: &str| {
        ending == "alignment"
            || ending.strip_suffix(".index").is_some_and(|lang| !lang.is_empty() && !lang.contains('.'))
    };
    folder_of(&database) == folder_of(&file) && other.strip_prefix(&name).is_some_and(is_index)
}

/// Whether two paths lead to one file, or would if it were there.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    let known = identity(one).zip(identity(other));
    known.is_some_and(|(one, other)| one == other) || resolved(one) == resolved(other)
}

/// What tells a file from all others, whatever it is called.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(path).ok().map(|file| (file.dev(), file.ino()))
}

#[cfg(not(unix))]
fn identity(_path: &Path) -> Option<(u64, u64)> {
    None
}

/// Where a path leads: through links, and also if the file itself is not there yet.
pub(super) fn resolved(path: &Path) -> PathBuf {
    let mut path = path.to_owned();
    for _ in 0..LINKS {
        if let Ok(real) = fs::canonicalize(&path) {
            return real;
        }
        match fs::read_link(&path) {
            Ok(target) => path = folder_of(&path).join(target),
            Err(_) => break,
        }
    }
    match (fs::canonicalize(folder_of(&path)), path.file_name()) {
        (Ok(folder), Some(name)) => folder.join(name),
        _ => path,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn the_files_of_a_base_are_known_under_every_name() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["y.db", "y.db.ja.index", "y.db.alignment", "other.csv"] {
            fs::write(at(name), "").unwrap();
        }
        fs::create_dir(at("in")).unwrap();
        std::os::unix::fs::symlink("../y.db", at("in/link.csv")).unwrap();
        std::os::unix::fs::symlink("y.db-wal", at("dangling.csv")).unwrap();
        std::os::unix::fs::symlink("loop.csv", at("loop.csv")).unwrap();
        fs::hard_link(at("y.db"), at("twin.csv")).unwrap();
        for (name, is_own) in [
            ("y.db", true),
            ("in/../y.db", true),
            ("in/link.csv", true),
            ("twin.csv", true),
            ("y.db-wal", true),
            ("y.db-shm", true),
            ("y.db-journal", true),
            ("dangling.csv", true),
            ("y.db.ja.index", true),
            ("y.db.alignment", true),
            ("y.db.en.index", true),
            ("y.db.en.other.index", false),
            ("y.db.csv", false),
            ("other.csv", false),
            ("new.csv", false),
            ("loop.csv", false),
            ("no/folder.csv", false),
            ("in/y.db", false),
        ] {
            assert_eq!(refuse_own_files(&at("y.db"), &at(name), "out").is_err(), is_own, "{name}");
            assert_eq!(refuse_own_files(&at("in/link.csv"), &at(name), "out").is_err(), is_own, "{name} by a link");
        }
    }
}
