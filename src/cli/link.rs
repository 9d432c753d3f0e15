//! `link`: nothing in; proposals for the terms of all releases by what is known today, and how many changed, out.

use std::io::IsTerminal;

use indicatif::ProgressBar;

use super::exit::Exit;
use super::{Context, json_line, table};
use crate::app::{AppError, Service, clock};

pub(super) async fn run(context: &Context, service: &Service) -> Result<Exit, AppError> {
    let hidden = context.quiet || context.json || !std::io::stderr().is_terminal();
    let bar = if hidden { ProgressBar::hidden() } else { ProgressBar::new_spinner() };
    let done = service
        .link_again(&context.config.project, &clock::now(), |count| bar.set_message(format!("{count} releases")))
        .await?;
    bar.finish_and_clear();
    if context.json {
        json_line(&done)?;
    } else {
        let line = format!(
            "{} releases linked again, {} of them with other proposals than before.",
            done.releases, done.changed
        );
        table::lines(&[line])?;
    }
    Ok(Exit::Ok)
}
