//! What all requests of one client share: settings, open documents, the base, and recent suggestions.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use arc_swap::{ArcSwap, ArcSwapOption};
use serde::{Deserialize, Serialize};
use tower_lsp_server::Client;
use tower_lsp_server::ls_types::notification::Notification;
use tower_lsp_server::ls_types::{ClientCapabilities, MessageType, Uri};

use super::base::{Base, BaseError, RequestScope, SegmentQuery, TextSuggestion};
use super::document::{Documents, OpenDocument, Snapshot};
use super::position::PositionUnit;
use super::settings::Settings;
use crate::model::{Lang, Revision};

/// How many suggestions are cached.
const CACHE_SIZE: usize = 4_096;
/// How many terms and matches are requested.
pub(super) const LIMIT: usize = 20;

/// One client and its work.
#[derive(Debug)]
pub(crate) struct Session {
    /// The client.
    pub(crate) client: Client,
    /// Its open documents.
    pub(crate) documents: Documents,
    /// Its settings.
    pub(crate) settings: ArcSwap<Settings>,
    /// Its capabilities.
    pub(crate) capabilities: OnceLock<ClientCapabilities>,
    /// The unit in which it counts characters.
    pub(crate) units: OnceLock<PositionUnit>,
    /// The base, once it is open.
    pub(crate) base: ArcSwapOption<Base>,
    /// A term selected on one side, until its translation is selected.
    pub(crate) selected_term: ArcSwapOption<(Lang, String)>,
    suggestions: Mutex<HashMap<SuggestionKey, Arc<TextSuggestion>>>,
}

type SuggestionKey = (RequestScope, SegmentQuery, Option<u8>);

/// The notification `taiyaku/status`.
#[derive(Debug)]
pub(crate) enum StatusNotification {}

impl Notification for StatusNotification {
    type Params = Status;
    const METHOD: &'static str = "taiyaku/status";
}

/// The state of the base.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Status {
    /// `loading`, `ready` or `failed`.
    pub(crate) state: String,
    /// The state in words.
    pub(crate) message: String,
    /// The file or the address of the base.
    pub(crate) base: String,
    /// The revision of the base, if it is ready.
    pub(crate) revision: Option<Revision>,
}

impl Session {
    pub(crate) fn new(client: Client) -> Self {
        Self {
            client,
            documents: Documents::default(),
            settings: ArcSwap::from_pointee(Settings::default()),
            capabilities: OnceLock::new(),
            units: OnceLock::new(),
            base: ArcSwapOption::empty(),
            selected_term: ArcSwapOption::empty(),
            suggestions: Mutex::default(),
        }
    }

    /// The document at this address in its current state.
    pub(crate) fn snapshot(&self, uri: &Uri) -> Option<(Arc<OpenDocument>, Arc<Snapshot>)> {
        let open = self.documents.get(uri)?;
        let now = open.now.load_full();
        Some((open, now))
    }

    /// The suggestions of the base for texts, cached until the base changes; none while it is not open or fails.
    pub(crate) async fn suggestions(
        &self,
        scope: &RequestScope,
        texts: Vec<SegmentQuery>,
        floor: Option<u8>,
    ) -> Vec<Arc<TextSuggestion>> {
        let Some(base) = self.base.load_full() else { return Vec::new() };
        let key = |query: &SegmentQuery| (scope.clone(), query.clone(), floor);
        let mut found: Vec<Option<Arc<TextSuggestion>>> = {
            let suggestions = self.suggestions.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            texts.iter().map(|query| suggestions.get(&key(query)).cloned()).collect()
        };
        let missing: Vec<usize> = (0..found.len()).filter(|at| found[*at].is_none()).collect();
        if !missing.is_empty() {
            let unknown = missing.iter().map(|at| texts[*at].clone()).collect();
            match base.suggest(scope, unknown, floor, LIMIT).await {
                Ok(answers) => {
                    let mut suggestions = self.suggestions.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    if suggestions.len() + answers.len() > CACHE_SIZE {
                        suggestions.clear();
                    }
                    for (at, answer) in missing.into_iter().zip(answers) {
                        let answer = Arc::new(answer);
                        // An incomplete answer may be better next time.
                        if answer.complete || floor.is_none() {
                            suggestions.insert(key(&texts[at]), Arc::clone(&answer));
                        }
                        found[at] = Some(answer);
                    }
                }
                Err(error) => self.log_failure("terms and matches", &error).await,
            }
        }
        found.into_iter().flatten().collect()
    }

    /// The suggestions of the base for one text.
    pub(crate) async fn suggestion(
        &self,
        scope: &RequestScope,
        query: SegmentQuery,
        floor: Option<u8>,
    ) -> Option<Arc<TextSuggestion>> {
        self.suggestions(scope, vec![query], floor).await.into_iter().next()
    }

    /// Clears the cached suggestions, because the base has changed.
    pub(crate) fn clear_suggestions(&self) {
        self.suggestions.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clear();
    }

    /// Writes to the log of the client that the base did not answer.
    pub(crate) async fn log_failure(&self, what: &str, error: &BaseError) {
        self.client.log_message(MessageType::WARNING, format!("Could not get {what}: {error}")).await;
    }

    /// Tells the client the state of the base.
    pub(crate) async fn notify_status(&self, state: &str, message: String, base: String, revision: Option<Revision>) {
        let status = Status { state: state.to_owned(), message, base, revision };
        self.client.send_notification::<StatusNotification>(status).await;
    }
}
