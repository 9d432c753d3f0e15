//! `serve`: the term base over HTTP until the program is told to stop.

use std::sync::Arc;
use std::time::Instant;

use super::exit::Exit;
use super::{Context, complain_of};
use crate::app::memory::Progress;
use crate::app::{AppError, Service, clock};
use crate::http::{self, ServeError};

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
