//! `serve`: the term base over HTTP until the program is told to stop.

use std::sync::Arc;

use super::exit::Exit;
use super::{Context, complain_of};
use crate::app::{AppError, Service, clock};
use crate::http::{self, ServeError};

/// Refuses an address that is not allowed before anything is opened, then serves.
pub(super) fn run(context: &Context) -> Result<Exit, AppError> {
    context.config.check_listen()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(AppError::Output)?;
    runtime.block_on(async {
        let service = Service::open(&context.config).await?;
        if context.starter {
            service.load_starter(&context.config.project, &clock::now()).await?;
        }
        if let Some(problem) = service.dictionary_problem() {
            tracing::warn!(problem, "words are cut by script, which is less exact");
        }
        let served = http::serve(Arc::new(service.clone()), &context.config).await;
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
