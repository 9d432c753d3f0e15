//! DOOR: the language server protocol over standard input and output in; diagnostics, terms and matches where a translator types
//! out.
//!
//! Each open document is an immutable [`document::Snapshot`]; requests take the one of their moment and answer from it. No lock is
//! held while something is read or asked: what was asked lately stands in a map, locked for a look into it. Findings are made beside them (`marks.rs`). The base is a file on this machine or a Taiyaku elsewhere
//! ([`base::Base`]); both answer in the shapes of `answer`.

mod base;
mod document;
mod marks;
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

/// So many messages are worked on at once: a slow answer must not hold up the next key.
const AT_ONCE: usize = 64;

/// What the server is started with.
#[derive(Debug, Clone)]
pub struct Options {
    /// The settings of the program.
    pub config: Config,
    /// The address of a Taiyaku to ask instead of the base on this machine.
    pub server: Option<String>,
    /// What that Taiyaku wants to be shown.
    pub token: Option<Token>,
    /// Whether the starter terms are loaded into the base on this machine.
    pub starter: bool,
}

/// Serves one client on standard input and output until it says `exit` or goes away. Whether it said `shutdown` before, as the
/// protocol asks.
pub async fn serve(options: Options) -> bool {
    let ended = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&ended);
    let (service, socket) = LspService::build(|client| server::Server::new(client, options, told))
        .custom_method("taiyaku/segment", server::Server::segment)
        .custom_method("taiyaku/lookup", server::Server::lookup)
        .custom_method("textDocument/inlineCompletion", server::Server::inline_completion)
        .finish();
    Server::new(tokio::io::stdin(), tokio::io::stdout(), socket).concurrency_level(AT_ONCE).serve(service).await;
    ended.load(Ordering::Acquire)
}
