//! `lsp`: the language server protocol on standard input and output until the editor is done.

use clap::Args;

use super::Context;
use super::exit::Exit;
use crate::app::AppError;
use crate::config::Token;
use crate::lsp::{self, Options};

/// What the language server asks.
#[derive(Debug, Args)]
pub(super) struct Lsp {
    /// Ask the Taiyaku at this address instead of the term base on this machine
    #[arg(long, value_name = "URL")]
    server: Option<String>,
    /// What it wants to be shown; others can see arguments, so better `TAIYAKU_TOKEN`
    #[arg(long, value_name = "TOKEN")]
    token: Option<String>,
    /// Taken and without meaning: standard input and output are what is used
    #[arg(long, hide = true)]
    stdio: bool,
}

pub(super) fn run(context: &Context, command: &Lsp) -> Result<Exit, AppError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(AppError::Output)?;
    let token = command.token.clone().map(Token::from).or_else(|| context.config.token.clone());
    let options =
        Options { config: context.config.clone(), server: command.server.clone(), token, starter: context.starter };
    let ended = runtime.block_on(lsp::serve(options));
    // A thread may still wait for standard input; nothing will come from there.
    runtime.shutdown_background();
    // The protocol: an exit nobody announced is an error.
    Ok(if ended { Exit::Ok } else { Exit::Other })
}
