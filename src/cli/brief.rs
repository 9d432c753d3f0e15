//! `brief FILE`: a text in; its terms with what to call them out, as Markdown, JSON or tab-separated values.

use super::arguments::Brief;
use super::exit::Exit;
use super::{Context, files, json_line};
use crate::app::assist::language_of;
use crate::app::brief::BriefQuery;
use crate::app::{AppError, Service};
use crate::model::Lang;

pub(super) async fn run(context: &Context, service: &Service, command: &Brief) -> Result<Exit, AppError> {
    let invalid = |problem: String| AppError::InvalidRequest { field: "file", problem };
    let bytes = match command.file.to_str() {
        Some("-") => files::stdin()?,
        _ => {
            let name = command.file.display().to_string();
            std::fs::read(&command.file).map_err(|source| AppError::File { name, source })?
        }
    };
    let text =
        String::from_utf8(bytes).map_err(|_| invalid("the text is not in UTF-8; convert it first".to_owned()))?;
    let source_lang = match &command.from {
        Some(tag) => Lang::parse(tag).map_err(|error| AppError::InvalidRequest {
            field: "from",
            problem: error.to_string().trim_end_matches('.').to_owned(),
        })?,
        None => language_of(&text),
    };
    let projects = vec![context.config.project.clone()];
    let brief = service.brief(BriefQuery { text, source_lang, projects, most: command.most }).await?;
    let exit = if brief.terms.is_empty() { Exit::NothingFound } else { Exit::Ok };
    if context.json || command.format == "json" {
        json_line(&brief)?;
        return Ok(exit);
    }
    let text = if command.format == "tsv" { brief.tsv() } else { brief.markdown() };
    super::table::lines(&[text.trim_end().to_owned()])?;
    Ok(exit)
}
