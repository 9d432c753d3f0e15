//! `dictionary build` makes the Japanese dictionary from its source files; `dictionary info` shows which one is used.

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::exit::Exit;
use super::{Context, json_line, table};
use crate::answer::DictionaryAnswer;
use crate::app::AppError;
use crate::app::dictionary::{DictionaryFacts, create_dictionary, dictionary_facts};
use crate::app::own_files::refuse_own_files;

/// The arguments of `dictionary`.
#[derive(Debug, Args)]
pub(super) struct Dictionary {
    /// What to do.
    #[command(subcommand)]
    action: DictionaryAction,
}

/// What `dictionary` can do.
#[derive(Debug, Subcommand)]
enum DictionaryAction {
    /// Build the dictionary from the source files of IPADIC (*.csv and *.def)
    Build {
        /// Folder of the source files
        #[arg(long, value_name = "FOLDER", default_value = "/usr/share/mecab/dic/ipadic")]
        source: PathBuf,
        /// Folder to write [default: where the program looks for the dictionary]
        #[arg(long, value_name = "FOLDER")]
        out: Option<PathBuf>,
    },
    /// Show where the dictionary is and which version it has
    Info,
}

pub(super) fn run(context: &Context, command: &Dictionary) -> Result<Exit, AppError> {
    match &command.action {
        DictionaryAction::Build { source, out } => {
            let out = out.as_ref().unwrap_or(&context.config.dictionary);
            refuse_own_files(&context.config.database, out, "out")?;
            show(context, out, create_dictionary(source, out)?)
        }
        DictionaryAction::Info => {
            show(context, &context.config.dictionary, dictionary_facts(&context.config.dictionary)?)
        }
    }
}

fn show(context: &Context, folder: &std::path::Path, facts: DictionaryFacts) -> Result<Exit, AppError> {
    let folder = folder.display().to_string();
    if context.json {
        json_line(&DictionaryAnswer::new(folder, facts))?;
    } else {
        table::lines(&[format!("{}  {folder}", facts.version), facts.sample.join(" | ")])?;
    }
    Ok(Exit::Ok)
}
