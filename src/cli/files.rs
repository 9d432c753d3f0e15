//! Files, folders and `-` in, the documents they stand for out, in order of their names.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::app::AppError;
use crate::app::ingest::{Input, Submission};

/// Endings of files a folder is searched for. A file named itself is read whatever its name.
const ENDINGS: &[&str] = &["pdf", "html", "htm", "xhtml", "docx", "txt", "text"];

/// What stands for standard input.
const STDIN: &str = "-";

/// The documents behind `paths`, folders searched to the bottom, sorted by name; `name` is what standard input is
/// called. A document of a folder is named by its path below it; hidden files and other kinds of files are left out.
pub(super) fn documents(paths: &[PathBuf], name: &str) -> Result<Vec<Submission>, AppError> {
    let mut found = Vec::new();
    for path in paths {
        if path.as_os_str() == STDIN {
            found.push(Submission { name: name.to_owned(), media_type: None, input: Input::Bytes(stdin()?) });
        } else if path.is_dir() {
            let mut files = Vec::new();
            walk(path, &mut files)?;
            found.extend(files.into_iter().map(|file| {
                let name = below(path, &file);
                Submission { name, media_type: None, input: Input::File(file) }
            }));
        } else {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            found.push(Submission { name, media_type: None, input: Input::File(path.clone()) });
        }
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

/// Everything on standard input.
pub(super) fn stdin() -> Result<Vec<u8>, AppError> {
    let mut bytes = Vec::new();
    let file = |source| AppError::File { name: "standard input".to_owned(), source };
    std::io::stdin().lock().read_to_end(&mut bytes).map_err(file)?;
    Ok(bytes)
}

fn walk(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), AppError> {
    let fail = |source| AppError::File { name: folder.display().to_string(), source };
    for entry in std::fs::read_dir(folder).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        let path = entry.path();
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        // Links to folders are not followed: they can lead in circles.
        let kind = entry.file_type().map_err(fail)?;
        if kind.is_dir() {
            walk(&path, files)?;
        } else if is_release(&path) && path.is_file() {
            files.push(path);
        }
    }
    Ok(())
}

fn is_release(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// The path below a folder, with `/` on every system.
fn below(folder: &Path, file: &Path) -> String {
    let path = file.strip_prefix(folder).unwrap_or(file);
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
