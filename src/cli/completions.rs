//! `completions SHELL`: the name of a shell in, a script for it out.

use clap::CommandFactory;

use super::arguments::{Arguments, Completions};
use super::exit::Exit;
use crate::app::AppError;

pub(super) fn run(command: &Completions) -> Result<Exit, AppError> {
    let mut script = Vec::new();
    clap_complete::generate(command.shell, &mut Arguments::command(), "taiyaku", &mut script);
    std::io::Write::write_all(&mut std::io::stdout().lock(), &script).map_err(AppError::Output)?;
    Ok(Exit::Ok)
}
