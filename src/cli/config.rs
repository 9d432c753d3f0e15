//! `config`: shows each setting with its value and where that comes from.

use super::exit::Exit;
use super::{Context, json_line, table};
use crate::answer::{ConfigAnswer, SettingAnswer};
use crate::app::AppError;
use crate::config::{Origin, SettingValue};

pub(super) fn run(context: &Context) -> Result<Exit, AppError> {
    let config = &context.config;
    let file = config.file.as_ref().map(|path| path.display().to_string());
    if context.json {
        json_line(&ConfigAnswer { file, settings: config.settings.iter().map(answer).collect() })?;
        return Ok(Exit::Ok);
    }
    let mut rows = vec![["setting", "value", "from"].map(str::to_owned).to_vec()];
    rows.extend(config.settings.iter().map(|value| {
        let (_, from) = origin(&value.origin);
        let shown = table::plain(value.value.as_deref().unwrap_or("–"));
        vec![value.setting.name.to_owned(), shown, from.unwrap_or_else(|| "default".to_owned())]
    }));
    table::lines(&table::aligned(&rows, &[]))?;
    context.note(&match file {
        Some(file) => format!("Configuration file: {file}"),
        None => format!("No configuration file at {}", config.default_file.display()),
    });
    Ok(Exit::Ok)
}

fn answer(value: &SettingValue) -> SettingAnswer {
    let (origin, from) = origin(&value.origin);
    SettingAnswer { name: value.setting.name, value: value.value.clone(), origin, from }
}

/// The layer a value comes from, and the option, variable or line in it.
fn origin(origin: &Origin) -> (&'static str, Option<String>) {
    match origin {
        Origin::Option(option) => ("option", Some((*option).to_owned())),
        Origin::Variable(variable) => ("environment", Some((*variable).to_owned())),
        Origin::File { path, line } => ("file", Some(format!("{}:{line}", path.display()))),
        Origin::Default => ("default", None),
    }
}
