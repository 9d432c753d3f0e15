//! `dictionary build|info`: the source of a dictionary in, the folder the tokeniser maps out.

use super::arguments::{Dictionary, DictionaryAction};
use super::exit::Exit;
use super::{Context, json_line, table};
use crate::app::AppError;
use crate::app::health::{DictionaryFacts, dictionary_facts, make_dictionary};

pub(super) fn run(context: &Context, command: &Dictionary) -> Result<Exit, AppError> {
    match &command.action {
        DictionaryAction::Build { source, out } => {
            let out = out.as_ref().unwrap_or(&context.config.dictionary);
            show(context, out, &make_dictionary(source, out)?)
        }
        DictionaryAction::Info => {
            show(context, &context.config.dictionary, &dictionary_facts(&context.config.dictionary)?)
        }
    }
}

fn show(context: &Context, folder: &std::path::Path, facts: &DictionaryFacts) -> Result<Exit, AppError> {
    let folder = folder.display().to_string();
    if context.json {
        json_line(&serde_json::json!({ "folder": folder, "version": facts.version, "sample": facts.sample }))?;
    } else {
        table::lines(&[format!("{}  {folder}", facts.version), facts.sample.join(" | ")])?;
    }
    Ok(Exit::Ok)
}
