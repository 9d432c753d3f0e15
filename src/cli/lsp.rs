//! `lsp`: runs the language server on standard input and output until the editor ends it.

use clap::Args;

use super::Context;
use super::exit::Exit;
use crate::app::AppError;
use crate::config::Token;
use crate::lsp::{self, Options};

/// The arguments of `lsp`.
#[derive(Debug, Args)]
pub(super) struct Lsp {
    /// Use the Taiyaku server at this address instead of the term base on this machine
    #[arg(long, value_name = "URL")]
    server: Option<String>,
    /// Token for that server. Other users can see arguments, so prefer `TAIYAKU_TOKEN`
    #[arg(long, value_name = "TOKEN")]
    token: Option<String>,
    /// Accepted because editors pass it; standard input and output are always used
    #[arg(long, hide = true)]
    stdio: bool,
}

pub(super) fn run(context: &Context, command: &Lsp) -> Result<Exit, AppError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(AppError::Output)?;
    let token = command.token.clone().map(Token::from).or_else(|| context.config.token.clone());
    let options = Options { config: context.config.clone(), server: command.server.clone(), token };
    let ended = runtime.block_on(lsp::serve(options));
    // A thread may still be waiting for standard input, to which nothing is written any longer.
    runtime.shutdown_background();
    // The protocol: `exit` without `shutdown` is an error.
    Ok(if ended { Exit::Ok } else { Exit::Other })
}
