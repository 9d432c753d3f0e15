//! `completions SHELL`: prints a script that completes commands in a shell.

use clap::Args;

use super::exit::Exit;
use crate::app::AppError;

/// The arguments of `completions`.
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    shell: clap_complete::Shell,
}

/// Prints the script for `grammar`, the grammar of the command line.
pub(super) fn run(command: &Completions, mut grammar: clap::Command) -> Result<Exit, AppError> {
    let mut script = Vec::new();
    clap_complete::generate(command.shell, &mut grammar, "taiyaku", &mut script);
    std::io::Write::write_all(&mut std::io::stdout().lock(), &script).map_err(AppError::Output)?;
    Ok(Exit::Ok)
}
