//! Finds the documents that files, folders and `-` stand for, in order of their names.

use std::io::Read;
use std::path::{Path, PathBuf};

use crate::app::AppError;
use crate::app::ingest::{Input, Submission};

/// The argument that stands for standard input.
pub(super) const STDIN: &str = "-";

/// Extensions of the files a folder is searched for. A file given by name is read whatever its extension.
const EXTENSIONS: &[&str] = &["pdf", "html", "htm", "xhtml", "docx", "txt", "text"];

/// The documents `paths` stand for, sorted by name; `name` is the name of standard input. Folders are searched with all
/// their subfolders, and a document is named by its path below the folder; hidden files and files of other kinds are left out.
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

/// All of a file; `-` is standard input.
pub(super) fn content(file: &Path) -> Result<Vec<u8>, AppError> {
    if file.as_os_str() == STDIN {
        return stdin();
    }
    std::fs::read(file).map_err(|source| AppError::File { name: file.display().to_string(), source })
}

/// All of standard input.
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
        // Links to folders are not followed, because they can form circles.
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
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|extension| EXTENSIONS.contains(&extension.as_str()))
}

/// A path relative to a folder, with `/` on every system.
fn below(folder: &Path, file: &Path) -> String {
    let path = file.strip_prefix(folder).unwrap_or(file);
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}
