//! The language server: diagnostics, terms and matches in an editor, over standard input and output.
//!
//! Each open document is an immutable [`document::Snapshot`], and a request is answered from the snapshot that is current when it
//! arrives. No lock is held while a file is read or the base is queried: recent suggestions are in a map that is locked only for
//! reading and writing it. Findings are made in the background (`diagnostics.rs`). The base is a file on this machine or another
//! Taiyaku server ([`base::Base`]); both answer with the types of `answer`.

mod base;
mod diagnostics;
mod document;
mod position;
mod requests;
mod server;
mod session;
mod settings;
mod start;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tower_lsp_server::{LspService, Server};

use crate::config::{Config, Token};

/// How many messages are handled at the same time, so that a slow answer does not delay the next key press.
const CONCURRENCY: usize = 64;

/// How the server is started.
#[derive(Debug, Clone)]
pub struct Options {
    /// The settings of the program.
    pub config: Config,
    /// The address of another Taiyaku server to use instead of the base on this machine.
    pub server: Option<String>,
    /// The token for that server.
    pub token: Option<Token>,
}

/// Serves one client on standard input and output until it sends `exit` or closes its end. Returns whether it sent `shutdown`
/// first, as the protocol requires.
pub async fn serve(options: Options) -> bool {
    let has_shut_down = Arc::new(AtomicBool::new(false));
    let shut_down = Arc::clone(&has_shut_down);
    let (service, socket) = LspService::build(|client| server::Server::new(client, options, shut_down))
        .custom_method("taiyaku/segment", server::Server::segment)
        .custom_method("taiyaku/lookup", server::Server::lookup)
        .custom_method("textDocument/inlineCompletion", server::Server::inline_completion)
        .finish();
    Server::new(tokio::io::stdin(), tokio::io::stdout(), socket).concurrency_level(CONCURRENCY).serve(service).await;
    has_shut_down.load(Ordering::Acquire)
}
