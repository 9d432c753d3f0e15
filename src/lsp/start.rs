//! Opens the base in the background and watches it for changes.

use std::sync::Arc;
use std::time::Duration;

use tower_lsp_server::ls_types::request::WorkDoneProgressCreate;
use tower_lsp_server::ls_types::{MessageType, ProgressToken, WorkDoneProgressCreateParams};

use super::Options;
use super::base::{Base, BaseError, Local, Remote};
use super::diagnostics;
use super::session::Session;
use crate::app::Service;
use crate::app::live::memory::Progress;
use crate::config::Config;
use crate::model::Revision;

/// How often the base on this machine is checked for changes.
const WATCH: Duration = Duration::from_secs(1);
/// How often another server is checked for changes.
const REMOTE_WATCH: Duration = Duration::from_secs(3);

/// Opens the base in the background, then watches it until the program ends.
pub(super) fn base(session: Arc<Session>, options: Options) {
    tokio::spawn(async move {
        let server = session.settings.load().server.clone();
        let filled = |url: Option<String>| url.filter(|url| !url.trim().is_empty());
        // Settings may come with a folder from somebody else, so the token of this user is not sent to a server they name.
        let (url, token) = match filled(options.server.clone()) {
            Some(url) => (Some(url), options.token.clone()),
            None => (filled(server.url), server.token.map(Into::into)),
        };
        let name = url.clone().unwrap_or_else(|| options.config.database.display().to_string());
        session.notify_status("loading", "Opening the term base.".to_owned(), name.clone(), None).await;
        let opened = match url {
            Some(url) => Ok(Base::Remote(Remote::new(url.trim(), token))),
            None => local(&session, &options.config).await,
        };
        let base = match opened {
            Ok(base) => Arc::new(base),
            Err(error) => return failed(&session, &error, name).await,
        };
        session.base.store(Some(Arc::clone(&base)));
        watch(&session, &base, name).await;
    });
}

async fn failed(session: &Session, error: &BaseError, name: String) {
    session.client.show_message(MessageType::ERROR, format!("Taiyaku: {error}")).await;
    session.notify_status("failed", error.to_string(), name, None).await;
}

async fn local(session: &Arc<Session>, config: &Config) -> Result<Base, BaseError> {
    let service = Service::open(config).await?;
    if let Some(problem) = service.dictionary_problem() {
        session
            .client
            .log_message(
                MessageType::WARNING,
                format!("Splitting words by script only, which is less exact: {problem}"),
            )
            .await;
    }
    let preparing = (Arc::clone(session), service.clone());
    tokio::spawn(async move { prepare(&preparing.0, &preparing.1).await });
    Ok(Base::Local(Local::new(service, config.project.clone(), config.actor.clone())))
}

/// Loads or builds the indexes of the memory. Until then requests are answered without them.
async fn prepare(session: &Session, service: &Service) {
    let supports_progress = session.capabilities.get().and_then(|capabilities| capabilities.window.as_ref());
    let supports_progress = supports_progress.and_then(|window| window.work_done_progress) == Some(true);
    let token = ProgressToken::String("taiyaku/memory".to_owned());
    let created = supports_progress
        && session
            .client
            .send_request::<WorkDoneProgressCreate>(WorkDoneProgressCreateParams { token: token.clone() })
            .await
            .is_ok();
    let ongoing = match created {
        true => Some(session.client.progress(token, "Taiyaku").with_message("Loading the memory.").begin().await),
        false => None,
    };
    let prepared = service.prepare_memory(&Progress::none()).await;
    if let Some(ongoing) = ongoing {
        ongoing.finish().await;
    }
    if let Err(error) = prepared {
        session.log_failure("the memory", &error.into()).await;
    }
    session.clear_suggestions();
}

/// Checks open documents again whenever the base has changed.
async fn watch(session: &Arc<Session>, base: &Base, name: String) {
    let pause = if matches!(base, Base::Remote(_)) { REMOTE_WATCH } else { WATCH };
    let mut seen: Option<Result<Revision, String>> = None;
    loop {
        let now = base.revision().await;
        let known = match &now {
            Ok(revision) => Ok(*revision),
            Err(error) => Err(error.code.clone()),
        };
        if seen.as_ref() != Some(&known) {
            match now {
                Ok(revision) => {
                    session.clear_suggestions();
                    for open in session.documents.all() {
                        diagnostics::schedule(session, open, true);
                    }
                    refresh(session);
                    session
                        .notify_status("ready", "The term base is ready.".to_owned(), name.clone(), Some(revision))
                        .await;
                }
                Err(error) => failed(session, &error, name.clone()).await,
            }
            seen = Some(known);
        }
        tokio::time::sleep(pause).await;
    }
}

/// Asks the client to refresh what it shows from the base.
fn refresh(session: &Arc<Session>) {
    let session = Arc::clone(session);
    tokio::spawn(async move {
        let Some(workspace) = session.capabilities.get().and_then(|capabilities| capabilities.workspace.as_ref())
        else {
            return;
        };
        if workspace.code_lens.as_ref().and_then(|lens| lens.refresh_support) == Some(true) {
            let _ = session.client.code_lens_refresh().await;
        }
        if workspace.inlay_hint.as_ref().and_then(|hint| hint.refresh_support) == Some(true) {
            let _ = session.client.inlay_hint_refresh().await;
        }
    });
}

/// Closes the base.
pub(super) async fn close(session: &Session) {
    let base = session.base.swap(None);
    if let Some(Base::Local(local)) = base.as_deref() {
        local.service().save_memory().await;
        local.service().store().close().await;
    }
}
