//! `brief FILE..`: prints the terms of a text with their translations, as Markdown, JSON or tab-separated values.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::exit::Exit;
use super::languages::language;
use super::texts::{document, for_each};
use super::{Context, json_line};
use crate::answer::BriefAnswer;
use crate::app::assist::language_of;
use crate::app::brief::BriefQuery;
use crate::app::{AppError, Service};
use crate::model::Lang;

/// The arguments of `brief`.
#[derive(Debug, Args)]
pub(super) struct Brief {
    /// Texts, in UTF-8; `-` reads one from standard input. With several, each list is headed by its file; `--json` prints
    /// one document per file, in the same order
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Language of the text [default: ja if it contains Japanese, else en]
    #[arg(long, value_name = "LANGUAGE", value_parser = language)]
    from: Option<Lang>,
    /// Most terms for each text; the most frequent ones are kept
    #[arg(long, value_name = "NUMBER", alias = "most", default_value_t = 50)]
    limit: usize,
    /// Output format
    #[arg(long, value_name = "FORMAT", default_value = "markdown")]
    format: BriefFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum BriefFormat {
    Markdown,
    Json,
    Tsv,
}

pub(super) async fn run(context: &Context, service: &Service, command: &Brief) -> Result<Exit, AppError> {
    let json = context.json || command.format == BriefFormat::Json;
    let context = &Context { json, ..context.clone() };
    let name = |file: &PathBuf| file.display().to_string();
    for_each(context, &command.files, name, async |file| {
        let text = document(file)?;
        let source_lang = command.from.clone().unwrap_or_else(|| language_of(&text));
        let projects = context.projects();
        let brief = service.brief(BriefQuery { text, source_lang, projects, limit: command.limit }).await?;
        let found = !brief.terms.is_empty();
        if context.json {
            json_line(&BriefAnswer::from(brief))?;
        } else {
            let text = if command.format == BriefFormat::Tsv { brief.tsv() } else { brief.markdown() };
            super::table::lines(&[text.trim_end().to_owned()])?;
        }
        Ok(found)
    })
    .await
}
