//! `extract FILE|URL..`: writes what each document holds as one JSON object, without a database.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use indicatif::ProgressBar;

use super::exit::Exit;
use super::files::{STDIN, web_address};
use super::web::{self, WebOptions};
use super::{Context, complain, files};
use crate::answer::{ExtractAnswer, ExtractHeader, ExtractLine};
use crate::app::AppError;
use crate::app::extract::Extractor;
use crate::app::own_files::refuse_own_files;
use crate::outgoing::{Fetcher, WebDocument, without_credentials};

/// The arguments of `extract`.
#[derive(Debug, Args)]
#[command(after_help = web::HELP)]
pub(super) struct Extract {
    /// Files and web addresses; `-` reads one document from standard input
    #[arg(required = true, value_name = "FILE|URL")]
    files: Vec<PathBuf>,
    /// Folder for one `STEM.json` per file; without it, one file is printed to standard output
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// Print one line of JSON for each document, behind a line that says which version they are in
    #[arg(long, conflicts_with = "out")]
    jsonl: bool,
    /// Name of the document from standard input
    #[arg(long, value_name = "NAME", default_value = "stdin")]
    name: String,
    #[command(flatten)]
    web: WebOptions,
}

pub(super) fn run(context: &Context, command: &Extract) -> Result<Exit, AppError> {
    if command.out.is_none() && !command.jsonl && command.files.len() > 1 {
        let problem =
            "the results of several files need a folder or lines of their own; add `--out FOLDER` or `--jsonl`"
                .to_owned();
        return Err(AppError::InvalidRequest { field: "out", problem });
    }
    if let Some(out) = &command.out {
        // A folder under the name of a log would keep the base from being opened.
        refuse_own_files(&context.config.database, out, "out")?;
        let file = |source| AppError::File { name: out.display().to_string(), source };
        std::fs::create_dir_all(out).map_err(file)?;
    }
    let extractor = Extractor::open(&context.config);
    context.note_dictionary(extractor.dictionary_problem());
    let fetcher = command.web.fetcher(context, &ProgressBar::hidden());
    if command.files.iter().any(|path| web_address(path).is_some()) {
        web::note_proxy(context);
    }
    if command.jsonl {
        line(&ExtractHeader::new())?;
    }
    let mut exit = Exit::Ok;
    let mut used = BTreeSet::new();
    for path in &command.files {
        let shown = match web_address(path) {
            Some(address) => without_credentials(address),
            None if path.as_os_str() == STDIN => command.name.clone(),
            None => file_name(path),
        };
        let written = document(&fetcher, path, &shown).and_then(|(name, media_type, bytes)| {
            let contract = ExtractAnswer::from(&extractor.extract(&name, media_type.as_deref(), &bytes)?);
            match &command.out {
                Some(folder) => {
                    let file = result_file(folder, &name, &mut used);
                    refuse_own_files(&context.config.database, &file, "out")?;
                    write(&contract, &file)
                }
                None if command.jsonl => line(&ExtractLine::new(name.clone(), contract)),
                None => print(&contract),
            }
        });
        match written {
            Ok(()) => {}
            Err(AppError::Output(error)) => return Err(AppError::Output(error)),
            Err(error) => {
                tracing::debug!(name = shown, code = error.code(), "not extracted");
                complain(&AppError::Document { name: shown, source: Box::new(error) }, context.json);
                exit = Exit::SomeFailed;
            }
        }
    }
    Ok(exit)
}

/// The name of a document, its media type where a server states one, and its bytes.
fn document(fetcher: &Fetcher, path: &Path, shown: &str) -> Result<(String, Option<String>, Vec<u8>), AppError> {
    if let Some(address) = web_address(path) {
        let WebDocument { name, media_type, bytes, .. } = fetcher.fetch(address, Extractor::largest_document())?;
        return Ok((name, media_type, bytes));
    }
    let bytes = if path.as_os_str() == STDIN {
        files::stdin()?
    } else {
        std::fs::read(path).map_err(|source| AppError::File { name: path.display().to_string(), source })?
    };
    Ok((shown.to_owned(), None, bytes))
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// `<stem>.json`; a second document with the same stem keeps its extension (`a.pdf.json`), a third gets a number.
fn result_file(folder: &Path, name: &str, used: &mut BTreeSet<String>) -> PathBuf {
    let stem = Path::new(name).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let free = [stem, name.to_owned()].into_iter().chain(numbered).find(|stem| used.insert(stem.clone()));
    folder.join(format!("{}.json", free.unwrap_or_default()))
}

fn text(contract: &ExtractAnswer) -> Result<String, AppError> {
    serde_json::to_string_pretty(contract).map_err(|error| AppError::Output(error.into()))
}

fn write(contract: &ExtractAnswer, path: &Path) -> Result<(), AppError> {
    let file = |source| AppError::File { name: path.display().to_string(), source };
    std::fs::write(path, text(contract)? + "\n").map_err(file)
}

/// Prints a value on one line.
fn line(value: &impl serde::Serialize) -> Result<(), AppError> {
    let text = serde_json::to_string(value).map_err(|error| AppError::Output(error.into()))?;
    writeln!(std::io::stdout().lock(), "{text}").map_err(AppError::Output)
}

fn print(contract: &ExtractAnswer) -> Result<(), AppError> {
    writeln!(std::io::stdout().lock(), "{}", text(contract)?).map_err(AppError::Output)
}
