//! What all requests of one client share: its settings, its open documents, the base, and what was lately asked of it.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, OnceLock};

use arc_swap::{ArcSwap, ArcSwapOption};
use serde::{Deserialize, Serialize};
use tower_lsp_server::Client;
use tower_lsp_server::ls_types::notification::Notification;
use tower_lsp_server::ls_types::{ClientCapabilities, MessageType, Uri};

use super::base::{Asked, Asking, Base, BaseError};
use super::document::{Documents, Open, Snapshot};
use super::position::Units;
use super::settings::Settings;
use crate::answer::SegmentAnswer;
use crate::model::{Lang, Revision};

/// So many answers are remembered.
const REMEMBERED: usize = 4_096;
/// So many terms and matches are asked for.
pub(super) const LIMIT: usize = 20;

/// One client and what it works on.
#[derive(Debug)]
pub(crate) struct Session {
    /// The client.
    pub(crate) client: Client,
    /// Its open documents.
    pub(crate) documents: Documents,
    /// What it wants.
    pub(crate) settings: ArcSwap<Settings>,
    /// What it can do.
    pub(crate) abilities: OnceLock<ClientCapabilities>,
    /// How it counts.
    pub(crate) units: OnceLock<Units>,
    /// Whom to ask, once it can be asked.
    pub(crate) base: ArcSwapOption<Base>,
    /// A term chosen on one side, waiting for its translation.
    pub(crate) picked: ArcSwapOption<(Lang, String)>,
    offers: Mutex<HashMap<Question, Arc<SegmentAnswer>>>,
}

type Question = (Asking, Asked, Option<u8>);

/// How the server is, `taiyaku/status`.
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
    /// In words.
    pub(crate) message: String,
    /// The file or the address.
    pub(crate) base: String,
    /// The number of the last change, where the base is ready.
    pub(crate) revision: Option<Revision>,
}

impl Session {
    pub(crate) fn new(client: Client) -> Self {
        Self {
            client,
            documents: Documents::default(),
            settings: ArcSwap::from_pointee(Settings::default()),
            abilities: OnceLock::new(),
            units: OnceLock::new(),
            base: ArcSwapOption::empty(),
            picked: ArcSwapOption::empty(),
            offers: Mutex::default(),
        }
    }

    /// The document at this address as it is now.
    pub(crate) fn snapshot(&self, uri: &Uri) -> Option<(Arc<Open>, Arc<Snapshot>)> {
        let open = self.documents.get(uri)?;
        let now = open.now.load_full();
        Some((open, now))
    }

    /// What the base offers for texts, remembered until the base changes; nothing while it is not open or fails.
    pub(crate) async fn offers(
        &self,
        asking: &Asking,
        texts: Vec<Asked>,
        floor: Option<u8>,
    ) -> Vec<Arc<SegmentAnswer>> {
        let Some(base) = self.base.load_full() else { return Vec::new() };
        let key = |asked: &Asked| (asking.clone(), asked.clone(), floor);
        let mut found: Vec<Option<Arc<SegmentAnswer>>> = {
            let offers = self.offers.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            texts.iter().map(|asked| offers.get(&key(asked)).cloned()).collect()
        };
        let missing: Vec<usize> = (0..found.len()).filter(|at| found[*at].is_none()).collect();
        if !missing.is_empty() {
            let unknown = missing.iter().map(|at| texts[*at].clone()).collect();
            match base.suggest(asking, unknown, floor, LIMIT).await {
                Ok(answers) => {
                    let mut offers = self.offers.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                    if offers.len() + answers.len() > REMEMBERED {
                        offers.clear();
                    }
                    for (at, answer) in missing.into_iter().zip(answers) {
                        let answer = Arc::new(answer);
                        // What was cut short may be better next time.
                        if answer.complete || floor.is_none() {
                            offers.insert(key(&texts[at]), Arc::clone(&answer));
                        }
                        found[at] = Some(answer);
                    }
                }
                Err(error) => self.failed("terms and matches", &error).await,
            }
        }
        found.into_iter().flatten().collect()
    }

    /// What the base offers for one text.
    pub(crate) async fn offer(&self, asking: &Asking, asked: Asked, floor: Option<u8>) -> Option<Arc<SegmentAnswer>> {
        self.offers(asking, vec![asked], floor).await.into_iter().next()
    }

    /// Forgets what the base said: it has changed.
    pub(crate) fn forget(&self) {
        self.offers.lock().unwrap_or_else(std::sync::PoisonError::into_inner).clear();
    }

    /// Writes into the client's log that the base did not answer.
    pub(crate) async fn failed(&self, what: &str, error: &BaseError) {
        self.client.log_message(MessageType::WARNING, format!("No answer about {what}: {error}")).await;
    }

    /// Tells how the base is.
    pub(crate) async fn tell(&self, state: &str, message: String, base: String, revision: Option<Revision>) {
        let status = Status { state: state.to_owned(), message, base, revision };
        self.client.send_notification::<StatusNotification>(status).await;
    }
}
