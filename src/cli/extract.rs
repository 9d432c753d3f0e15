//! `extract FILE..`: documents in, one JSON object for each out, without a database.

use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::arguments::Extract;
use super::exit::Exit;
use super::{Context, complain, files};
use crate::app::AppError;
use crate::app::extract::{Contract, Extractor};

pub(super) fn run(context: &Context, command: &Extract) -> Result<Exit, AppError> {
    if command.out.is_none() && command.files.len() > 1 {
        let problem = "several files need a folder for their results; add `--out FOLDER`".to_owned();
        return Err(AppError::InvalidRequest { field: "out", problem });
    }
    if let Some(out) = &command.out {
        let file = |source| AppError::File { name: out.display().to_string(), source };
        std::fs::create_dir_all(out).map_err(file)?;
    }
    let extractor = Extractor::open(&context.config);
    if let Some(problem) = extractor.dictionary_problem().filter(|_| !context.quiet) {
        tracing::warn!(problem, "words are cut by script");
    }
    let mut exit = Exit::Ok;
    let mut taken = BTreeSet::new();
    for path in &command.files {
        let name = if path.as_os_str() == "-" { command.name.clone() } else { file_name(path) };
        let done = contract(&extractor, path, &name).and_then(|contract| match &command.out {
            Some(folder) => keep(&contract, &result_file(folder, &name, &mut taken)),
            None => print(&contract),
        });
        match done {
            Ok(()) => {}
            Err(AppError::Output(error)) => return Err(AppError::Output(error)),
            Err(error) => {
                tracing::debug!(name, code = error.code(), "not extracted");
                complain(&AppError::Document { name, source: Box::new(error) }, context.json);
                exit = Exit::SomeFailed;
            }
        }
    }
    Ok(exit)
}

fn contract(extractor: &Extractor, path: &Path, name: &str) -> Result<Contract, AppError> {
    let bytes = if path.as_os_str() == "-" {
        files::stdin()?
    } else {
        std::fs::read(path).map_err(|source| AppError::File { name: path.display().to_string(), source })?
    };
    Ok(Contract::from(&extractor.extract(name, &bytes)?))
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

/// `<stem>.json`; a second document of one stem keeps its ending (`a.pdf.json`), a third gets a number.
fn result_file(folder: &Path, name: &str, taken: &mut BTreeSet<String>) -> PathBuf {
    let stem = Path::new(name).file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let numbered = (2..).map(|number| format!("{name}-{number}"));
    let free = [stem, name.to_owned()].into_iter().chain(numbered).find(|stem| taken.insert(stem.clone()));
    folder.join(format!("{}.json", free.unwrap_or_default()))
}

fn text(contract: &Contract) -> Result<String, AppError> {
    serde_json::to_string_pretty(contract).map_err(|error| AppError::Output(error.into()))
}

fn keep(contract: &Contract, path: &Path) -> Result<(), AppError> {
    let file = |source| AppError::File { name: path.display().to_string(), source };
    std::fs::write(path, text(contract)? + "\n").map_err(file)
}

fn print(contract: &Contract) -> Result<(), AppError> {
    writeln!(std::io::stdout().lock(), "{}", text(contract)?).map_err(AppError::Output)
}
