//! `serve`: the term base over HTTP until the program is told to stop.

use std::sync::Arc;
use std::time::Instant;

use clap::Args;

use super::exit::Exit;
use super::{Context, complain_of};
use crate::app::live::memory::Progress;
use crate::app::{AppError, Service, clock};
use crate::http::{self, ServeError};

/// How to serve.
#[derive(Debug, Args)]
pub(super) struct Serve {
    /// Where to listen; beyond this machine everybody must show a token (default: 127.0.0.1:8722; `TAIYAKU_LISTEN`)
    #[arg(long, value_name = "HOST:PORT")]
    pub(super) listen: Option<String>,
    /// Want a token from this machine too (`TAIYAKU_REQUIRE_TOKEN=1`)
    #[arg(long)]
    pub(super) require_token: bool,
    /// Let pages of this origin read answers, such as `https://editor.example`; may be given again
    /// (`TAIYAKU_ALLOW_ORIGIN`, parted by commas)
    #[arg(long, value_name = "ORIGIN")]
    pub(super) allow_origin: Vec<String>,
    /// Requests a token may send in a minute; 0 for any number (default: 6000; `TAIYAKU_RATE_LIMIT`)
    #[arg(long, value_name = "NUMBER")]
    pub(super) rate_limit: Option<u32>,
}

/// Refuses an address that nobody could ask at, else serves.
pub(super) fn run(context: &Context) -> Result<Exit, AppError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(AppError::Output)?;
    runtime.block_on(async {
        let service = Service::open(&context.config).await?;
        if let Err(error) = context.config.check_listen(service.has_tokens(&clock::now()).await?) {
            service.store().close().await;
            return Err(error.into());
        }
        if context.starter {
            service.load_starter(&context.config.project, &clock::now()).await?;
        }
        if let Some(problem) = service.dictionary_problem() {
            tracing::warn!(problem, "words are cut by script, which is less exact");
        }
        // Questions are answered meanwhile, from what there is, and say so.
        let preparing = tokio::spawn(prepare(service.clone()));
        let served = http::serve(Arc::new(service.clone()), &context.config).await;
        preparing.abort();
        service.save_memory().await;
        service.store().close().await;
        Ok(match served {
            Ok(()) => Exit::Ok,
            Err(error) => {
                complain_of(error.code(), &error.to_string(), context.json);
                match error {
                    ServeError::Listen { .. } => Exit::Usage,
                    _ => Exit::Other,
                }
            }
        })
    })
}

/// Loads the indexes of the memory, or builds them.
async fn prepare(service: Service) {
    let began = Instant::now();
    if let Err(error) = service.prepare_memory(&Progress::none()).await {
        tracing::error!(code = error.code(), %error, "the memory's indexes could not be prepared");
        return;
    }
    for size in service.memory_sizes() {
        tracing::info!(lang = %size.lang, entries = size.entries, bytes = size.bytes, "an index of the memory is ready");
    }
    let milliseconds = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
    tracing::info!(milliseconds, "the memory is ready");
}
