//! `link`: proposes English for the terms of all releases again, using everything added since.

use std::io::IsTerminal;

use indicatif::ProgressBar;

use super::exit::Exit;
use super::{Context, json_line, table};
use crate::answer::RelinkAnswer;
use crate::app::{AppError, Service, clock};

pub(super) async fn run(context: &Context, service: &Service) -> Result<Exit, AppError> {
    let hidden = context.quiet || context.json || !std::io::stderr().is_terminal();
    let bar = if hidden { ProgressBar::hidden() } else { ProgressBar::new_spinner() };
    let done = service
        .relink(context.project()?, &clock::now(), |count| bar.set_message(table::counted(count, "release")))
        .await?;
    bar.finish_and_clear();
    if context.json {
        json_line(&RelinkAnswer::from(done))?;
    } else {
        let line =
            format!("{} linked again, {} with new proposals.", table::counted(done.releases, "release"), done.changed);
        table::lines(&[line])?;
    }
    Ok(Exit::Ok)
}
