//! Finds the documents that paths, folders, web addresses and `-` stand for, and reports what was skipped in folders.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Context, json_line, table};
use crate::answer::SkippedFilesAnswer;
use crate::app::AppError;
use crate::app::folder::{FileKind, SkipReason, SkippedFile, list};
use crate::app::ingest::{Input, Submission, WebInput};
use crate::outgoing::{Fetcher, is_web_address, without_credentials};

/// The argument that stands for standard input.
pub(super) const STDIN: &str = "-";

/// The documents that paths stand for.
pub(super) struct DocumentList {
    /// The documents: releases by name, other files in the given order.
    pub(super) documents: Vec<Submission>,
    /// Files in the folders that are not among them.
    pub(super) skipped: Vec<SkippedFile>,
}

/// The documents `paths` stand for; `name` is the name of standard input. Folders are searched with all
/// their subfolders, and a document is named by its path below the folder. A file given by name is taken whatever it is. With a
/// fetcher, web addresses are documents, too.
pub(super) fn documents(
    paths: &[PathBuf],
    kind: FileKind,
    name: &str,
    fetcher: Option<&Arc<Fetcher>>,
) -> Result<DocumentList, AppError> {
    let mut found = DocumentList { documents: Vec::new(), skipped: Vec::new() };
    for path in paths {
        if path.as_os_str() == STDIN {
            let input = Input::Bytes(stdin()?);
            found.documents.push(Submission { name: name.to_owned(), media_type: None, input });
        } else if let (Some(address), Some(fetcher)) = (web_address(path), fetcher) {
            let input = Input::Web(WebInput { address: address.to_owned(), fetcher: Arc::clone(fetcher) });
            found.documents.push(Submission { name: without_credentials(address), media_type: None, input });
        } else if path.is_dir() {
            let listing = list(path, kind);
            let submission = |(name, file)| Submission { name, media_type: None, input: Input::File(file) };
            found.documents.extend(listing.files.into_iter().map(submission));
            found.skipped.extend(listing.skipped);
        } else {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
            found.documents.push(Submission { name, media_type: None, input: Input::File(path.clone()) });
        }
    }
    if kind == FileKind::Releases {
        found.documents.sort_by(|a, b| a.name.cmp(&b.name));
    }
    Ok(found)
}

/// The web address that an argument is, if it is one.
pub(super) fn web_address(argument: &Path) -> Option<&str> {
    argument.to_str().filter(|argument| is_web_address(argument))
}

/// Says what was skipped in folders: how many files and why; in JSON, also which. Returns whether anything of it could not
/// be read.
pub(super) fn report_skipped(context: &Context, skipped: &[SkippedFile]) -> Result<bool, AppError> {
    let mut counts: BTreeMap<SkipReason, usize> = BTreeMap::new();
    for file in skipped {
        *counts.entry(file.reason).or_default() += 1;
    }
    if context.json && !skipped.is_empty() {
        json_line(&SkippedFilesAnswer::from(skipped))?;
    }
    let mut err = std::io::stderr().lock();
    for file in skipped.iter().filter(|file| file.reason == SkipReason::Unreadable) {
        let name = table::plain(&file.name);
        writeln!(err, "Could not read `{name}`. Check its permissions.").map_err(AppError::Output)?;
    }
    if !context.json && !context.quiet && !skipped.is_empty() {
        let reasons: Vec<String> = counts.iter().map(|(reason, count)| table::counted(*count, noun(*reason))).collect();
        let files = table::counted(skipped.len(), "file");
        writeln!(err, "Skipped {files}: {}.", reasons.join(", ")).map_err(AppError::Output)?;
    }
    Ok(counts.contains_key(&SkipReason::Unreadable))
}

/// What is counted, in the singular.
pub(super) fn noun(reason: SkipReason) -> &'static str {
    match reason {
        SkipReason::LockFile => "Office lock file",
        SkipReason::SystemFile => "system file",
        SkipReason::Hidden => "hidden file",
        SkipReason::Unfinished => "unfinished file",
        SkipReason::Picture => "picture",
        SkipReason::Archive => "archive",
        SkipReason::Empty => "empty file",
        SkipReason::FolderLink => "folder link",
        SkipReason::OtherKind => "other file",
        SkipReason::Unreadable => "unreadable file",
    }
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
