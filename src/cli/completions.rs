//! `completions SHELL`: prints a script that completes commands in a shell.

use clap::{Args, CommandFactory};

use super::arguments::Arguments;
use super::exit::Exit;
use crate::app::AppError;

/// The arguments of `completions`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    shell: clap_complete::Shell,
}

pub(super) fn run(command: &Completions) -> Result<Exit, AppError> {
    let mut script = Vec::new();
    clap_complete::generate(command.shell, &mut Arguments::command(), "taiyaku", &mut script);
    std::io::Write::write_all(&mut std::io::stdout().lock(), &script).map_err(AppError::Output)?;
    Ok(Exit::Ok)
}
