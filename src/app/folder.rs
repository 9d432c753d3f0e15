//! Searches a folder for files of a kind, and says of every other file why it was skipped.
//!
//! The content decides what a file is. Its name decides only about files that programs leave behind: lock files, hidden
//! files, the caches of file managers.

use std::fs::{File, FileType};
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::exchange::format_of_file;
use crate::model::Media;
use crate::read::{ReadError, media};

/// How much of a file is read to find out what it is, in bytes.
const HEAD: usize = 64 << 10;

/// Extensions of releases that begin like any text or page.
const TEXTS: &[&str] = &["html", "htm", "xhtml", "txt", "text"];

/// Extensions of releases that nothing else has: what cannot be read as one is damaged, and not something else.
const DOCUMENTS: &[&str] = &["pdf", "docx", "html", "htm", "xhtml"];

/// Extensions of term bases and tables that are archives inside.
const CONTAINERS: &[&str] = &["xlsx", "ods"];

/// Extensions of files that are still being downloaded or written.
const UNFINISHED: &[&str] = &["part", "partial", "crdownload", "download", "filepart", "opdownload", "tmp", "temp"];

/// What a folder is searched for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Releases: PDF, DOCX, HTML and text.
    Releases,
    /// Files of terms and translations that can be imported.
    Imports,
}

/// Why a file in a folder was skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SkipReason {
    /// What an Office program leaves beside an open document: `~$paper.docx`.
    LockFile,
    /// What a file manager leaves: `.DS_Store`, `Thumbs.db`.
    SystemFile,
    /// The name begins with a dot.
    Hidden,
    /// A file that another program is still downloading or writing: `release.pdf.part`.
    Unfinished,
    /// A picture.
    Picture,
    /// An archive.
    Archive,
    /// Nothing is in it.
    Empty,
    /// A link to a folder, which is not followed: links can form circles.
    FolderLink,
    /// A file of another kind.
    OtherKind,
    /// A folder or file that could not be read.
    Unreadable,
}

/// A file that was skipped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkippedFile {
    /// Its path below the folder.
    pub name: String,
    /// Why.
    pub reason: SkipReason,
}

/// What a folder holds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listing {
    /// The files of the kind, each with its path below the folder, in order of these.
    pub files: Vec<(String, PathBuf)>,
    /// The other files, in the same order.
    pub skipped: Vec<SkippedFile>,
}

/// A file that may be of any kind, going by its name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Candidate {
    /// Its path below the folder.
    pub name: String,
    /// Its path.
    pub path: PathBuf,
}

/// The files of a folder and all its subfolders.
#[must_use]
pub fn list(folder: &Path, kind: FileKind) -> Listing {
    let (candidates, skipped) = candidates(folder);
    let mut listing = Listing { files: Vec::new(), skipped };
    for Candidate { name, path } in candidates {
        match reason_of_content(&path, kind) {
            Some(reason) => listing.skipped.push(SkippedFile { name, reason }),
            None => listing.files.push((name, path)),
        }
    }
    listing.files.sort();
    listing.skipped.sort_by(|a, b| a.name.cmp(&b.name));
    listing
}

/// What is in a folder and all its subfolders, sorted by name alone: no file is opened.
pub(super) fn candidates(folder: &Path) -> (Vec<Candidate>, Vec<SkippedFile>) {
    let (mut candidates, mut skipped) = (Vec::new(), Vec::new());
    walk(folder, folder, &mut candidates, &mut skipped);
    (candidates, skipped)
}

/// What the name of a file alone says against reading it.
#[must_use]
pub fn reason_of_name(name: &str) -> Option<SkipReason> {
    match name {
        _ if name.starts_with("~$") || name.starts_with(".~lock.") => Some(SkipReason::LockFile),
        ".DS_Store" | "Thumbs.db" | "ehthumbs.db" | "desktop.ini" | "Icon\r" => Some(SkipReason::SystemFile),
        _ if name.starts_with("._") => Some(SkipReason::SystemFile),
        _ if name.starts_with('.') => Some(SkipReason::Hidden),
        _ if is_unfinished(name) => Some(SkipReason::Unfinished),
        _ => None,
    }
}

/// Whether a program that downloads or writes a file gives it such a name until it is complete. Safari makes a folder of it.
fn is_unfinished(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_lowercase());
    extension.is_some_and(|extension| UNFINISHED.contains(&extension.as_str()))
}

fn walk(root: &Path, folder: &Path, candidates: &mut Vec<Candidate>, skipped: &mut Vec<SkippedFile>) {
    let mut skip = |path: &Path, reason| skipped.push(SkippedFile { name: below(root, path), reason });
    let Ok(entries) = std::fs::read_dir(folder) else {
        skip(folder, SkipReason::Unreadable);
        return;
    };
    let mut folders = Vec::new();
    for entry in entries {
        let Ok(entry) = entry else {
            skip(folder, SkipReason::Unreadable);
            break;
        };
        let (path, kind) = (entry.path(), entry.file_type());
        if let Some(reason) = reason_of_name(&entry.file_name().to_string_lossy()) {
            skip(&path, reason);
        } else if kind.as_ref().is_ok_and(FileType::is_dir) {
            folders.push(path);
        } else if !kind.is_ok_and(|kind| kind.is_file()) && path.is_dir() {
            skip(&path, SkipReason::FolderLink);
        } else {
            candidates.push(Candidate { name: below(root, &path), path });
        }
    }
    for folder in folders {
        walk(root, &folder, candidates, skipped);
    }
}

/// Why the file is not of this kind; none if it is.
#[must_use]
pub fn reason_of_content(path: &Path, kind: FileKind) -> Option<SkipReason> {
    // A pipe or device would never end.
    if !path.is_file() {
        return Some(if path.exists() { SkipReason::OtherKind } else { SkipReason::Unreadable });
    }
    let Ok(mut bytes) = head(path) else { return Some(SkipReason::Unreadable) };
    if bytes.is_empty() {
        return Some(SkipReason::Empty);
    }
    // The list of what an archive holds is at its end.
    if bytes.starts_with(b"PK") && bytes.len() == HEAD {
        bytes = std::fs::read(path).unwrap_or(bytes);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match (media(&bytes, &name), kind) {
        // Its reader says what is wrong with it.
        (Err(_), FileKind::Releases) if is_named(path, DOCUMENTS) => None,
        (Err(_), FileKind::Imports) if is_named(path, CONTAINERS) => None,
        (Err(ReadError::UnknownFormat { seems }), _) if seems.contains("picture") => Some(SkipReason::Picture),
        (_, FileKind::Imports) if format_of_file(&bytes, &name).is_ok() => None,
        (Err(ReadError::UnknownFormat { seems }), _) if seems.contains("archive") => Some(SkipReason::Archive),
        (_, FileKind::Imports) => Some(SkipReason::OtherKind),
        (Ok(Media::Pdf | Media::Docx), FileKind::Releases) => None,
        (Ok(Media::Html | Media::Text), FileKind::Releases) if is_named_like_text(path) => None,
        (_, FileKind::Releases) => Some(SkipReason::OtherKind),
    }
}

fn head(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(u64::try_from(HEAD).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Whether the name has one of these extensions.
fn is_named(path: &Path, extensions: &[&str]) -> bool {
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    extension.is_some_and(|own| extensions.contains(&own.as_str()))
}

/// Whether the name is that of a text or page; notes, tables and programs begin like texts, too.
fn is_named_like_text(path: &Path) -> bool {
    // A text under the name of another kind of release was saved under a wrong name, as happens to downloads.
    is_named(path, TEXTS) || is_named(path, DOCUMENTS)
}

/// A path relative to a folder, with `/` on every system.
fn below(folder: &Path, file: &Path) -> String {
    let path = file.strip_prefix(folder).ok().filter(|path| !path.as_os_str().is_empty()).unwrap_or(file);
    path.components().map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_the_files_of_the_kind_and_a_reason_for_each_other() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir_all(at("下/空")).unwrap();
        let png: &[u8] = b"\x89PNG\r\n\x1a\n....";
        for (name, bytes) in [
            ("論文.txt", "発表しました。".as_bytes()),
            ("下/a.pdf.bak", b"%PDF-1.7\n1 0 obj"),
            ("~$論文.docx", b"\x06yamada"),
            (".~lock.a.odt#", b"a"),
            (".DS_Store", b"\0\0\0\x01Bud1"),
            ("下/Thumbs.db", b"\xd0\xcf\x11\xe0"),
            (".gitignore", b"a"),
            ("論文.pdf.part", b"%PDF-1.7"),
            ("f.pdf.crdownload", b"%PDF-1.7"),
            ("写真.txt", png),
            ("b.csv", "ja,en\n細胞,cell\n".as_bytes()),
            ("c.zip", b"PK\x03\x04abc"),
            ("d.txt", b""),
            ("e.rs", b"fn main() {}"),
        ] {
            std::fs::write(at(name), bytes).unwrap();
        }
        #[cfg(unix)]
        std::os::unix::fs::symlink(folder.path(), at("下/円")).unwrap();
        let releases = list(folder.path(), FileKind::Releases);
        let names = |listing: &Listing| listing.files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&releases), ["下/a.pdf.bak", "論文.txt"]);
        let reason = |name: &str| releases.skipped.iter().find(|file| file.name == name).map(|file| file.reason);
        for (name, want) in [
            ("~$論文.docx", SkipReason::LockFile),
            (".~lock.a.odt#", SkipReason::LockFile),
            (".DS_Store", SkipReason::SystemFile),
            ("下/Thumbs.db", SkipReason::SystemFile),
            (".gitignore", SkipReason::Hidden),
            ("論文.pdf.part", SkipReason::Unfinished),
            ("f.pdf.crdownload", SkipReason::Unfinished),
            ("写真.txt", SkipReason::Picture),
            ("b.csv", SkipReason::OtherKind),
            ("c.zip", SkipReason::Archive),
            ("d.txt", SkipReason::Empty),
            ("e.rs", SkipReason::OtherKind),
            #[cfg(unix)]
            ("下/円", SkipReason::FolderLink),
        ] {
            assert_eq!(reason(name), Some(want), "{name}");
        }
        assert_eq!(names(&list(folder.path(), FileKind::Imports)), ["b.csv"]);
        let missing = list(&at("none"), FileKind::Releases);
        assert_eq!(missing.skipped.iter().map(|file| file.reason).collect::<Vec<_>>(), [SkipReason::Unreadable]);
    }
}
