//! The translation table used for alignment, learned from approved segments. Saved in a file beside the database and
//! kept up to date from the change log.

use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use arc_swap::ArcSwap;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::align::{self, CooccurrenceCounts, TranslationTable};
use crate::app::AppError;
use crate::app::blocking::blocking;
use crate::app::hexadecimal::hexadecimal;
use crate::app::private_file::{create_beside, with_ending};
use crate::app::starter::rows;
use crate::model::{Review, Revision, Segment, SegmentId};
use crate::store::{Store, StoredSegment};
use crate::text::tokeniser::Tokeniser;

/// Segments read per query.
const PAGE: u32 = 5_000;
/// The largest number of segments to learn from; more do not improve the table.
const MOST: usize = 300_000;
/// The file is saved again after this many changed segments.
const UNSAVED: usize = 200;
/// The file is also saved again after reading this many segments, so that they are not read again after a restart.
const FAR: usize = 20_000;
/// If more than one in this many learned segments is gone, everything is learned again, because their contribution
/// cannot be subtracted.
const GONE_SHARE: usize = 50;

/// The translation table and how far it has been learned.
#[derive(Debug)]
pub(in crate::app) struct LiveTranslationTable {
    store: Store,
    words: Tokeniser,
    table: ArcSwap<TranslationTable>,
    /// Locked while learning.
    state: tokio::sync::Mutex<Option<State>>,
}

/// The state the table is computed from.
#[derive(Debug, Default, Serialize, Deserialize)]
struct State {
    /// The versions of the rules the counts depend on.
    rules: String,
    /// [`crate::store::Store::change_mark`] of `revision`.
    mark: String,
    revision: Revision,
    counts: CooccurrenceCounts,
    /// Segments included in the counts.
    ids: BTreeSet<SegmentId>,
    /// How many learned segments have been removed since.
    gone: usize,
    #[serde(skip)]
    unsaved: usize,
}

impl LiveTranslationTable {
    /// Nothing has been learned yet.
    pub(super) fn new(store: Store, words: Tokeniser) -> Self {
        Self { store, words, table: ArcSwap::default(), state: tokio::sync::Mutex::default() }
    }

    /// The table, as of the last [`LiveTranslationTable::learn`].
    pub(in crate::app) fn table(&self) -> Arc<TranslationTable> {
        self.table.load_full()
    }

    /// Updates the table from segments approved, changed or removed since the last call.
    ///
    /// # Errors
    /// Database errors.
    pub(in crate::app) async fn learn(&self) -> Result<(), AppError> {
        let mut slot = self.state.lock().await;
        let now = self.store.revision().await?;
        if slot.as_ref().is_some_and(|state| state.revision == now) {
            return Ok(());
        }
        let mut state = match slot.take() {
            Some(state) => state,
            None => self.read_learned().await?,
        };
        let fresh = state.unsaved > 0 && state.revision == Revision::START;
        let removed = self.store.segments_removed_since(state.revision).await?;
        state.gone += removed.iter().filter(|id| state.ids.remove(*id)).count();
        if state.gone * GONE_SHARE > state.ids.len() + GONE_SHARE {
            state = self.nothing_learned();
        }
        let before = state.unsaved;
        // The first time, only approved segments matter; later, any changed segment may have to be forgotten.
        let first = state.revision == Revision::START;
        let mut after = (state.revision, None);
        let mut looked_at = 0;
        // An import that came to its end meanwhile shows segments that are older than their revision says.
        let mut shows = !first;
        loop {
            let page = match (first, shows) {
                (true, _) => self.store.approved_segments(after.1, PAGE).await?,
                (false, true) => self.store.segments_shown_since(state.revision, after.1, PAGE).await?,
                (false, false) => self.store.segments_since(after, PAGE).await?,
            };
            looked_at += page.len();
            after = page.last().map_or(after, |last| (last.revision, Some(last.id)));
            let (is_last, words) = (page.len() < PAGE as usize, self.words.clone());
            state = blocking("learning words", move || {
                page.iter().for_each(|stored| state.follow(stored, &words));
                state
            })
            .await?;
            match is_last {
                true if shows => (shows, after) = (false, (state.revision, None)),
                true => break,
                false => {}
            }
        }
        state.revision = now;
        state.mark = self.store.change_mark(now).await?;
        if fresh || state.unsaved != before || self.table.load().is_empty() {
            self.table.store(Arc::new(state.counts.table()));
        }
        if state.unsaved >= UNSAVED || looked_at >= FAR {
            state.unsaved = 0;
            let written = self.store.path().map(|database| save(&file_beside(database), &state));
            if let Some(Err(error)) = written {
                tracing::warn!(%error, "could not save the translation table; it will be learned again at the next start");
            }
        }
        *slot = Some(state);
        Ok(())
    }

    /// Reads the file beside the database, if it belongs to this database and to the current rules.
    async fn read_learned(&self) -> Result<State, AppError> {
        let Some(path) = self.store.path().map(file_beside) else { return Ok(self.nothing_learned()) };
        let Some(state) = load(&path).filter(|state| state.rules == self.learning_rules()) else {
            return Ok(self.nothing_learned());
        };
        let same = !state.mark.is_empty() && state.mark == self.store.change_mark(state.revision).await?;
        Ok(if same { state } else { self.nothing_learned() })
    }

    /// The state before anything was approved: the starter terms.
    fn nothing_learned(&self) -> State {
        let mut counts = CooccurrenceCounts::default();
        for row in rows().unwrap_or_default().iter().flat_map(|(_, rows)| rows) {
            counts.add(&row.ja, &row.en, &self.words);
        }
        State { rules: self.learning_rules(), counts, unsaved: 1, ..State::default() }
    }

    fn learning_rules(&self) -> String {
        format!("align {}; words {}", align::VERSION, self.words.version())
    }
}

impl State {
    /// Learns a segment or forgets it, depending on its review state.
    fn follow(&mut self, stored: &StoredSegment, words: &Tokeniser) {
        let Some((ja, en)) = sides(&stored.segment) else { return };
        let is_approved = stored.review == Review::Approved;
        if is_approved && self.ids.len() < MOST && self.ids.insert(stored.id) {
            self.counts.add(ja, en, words);
            self.unsaved += 1;
        } else if !is_approved && self.ids.remove(&stored.id) {
            self.counts.remove(ja, en, words);
            self.unsaved += 1;
        }
    }
}

/// The Japanese and the English side of a segment.
fn sides(segment: &Segment) -> Option<(&str, &str)> {
    let (source, target) = (&segment.source_lang, &segment.target_lang);
    if source.is_japanese() && target.is_english() {
        Some((&segment.source, &segment.target))
    } else if source.is_english() && target.is_japanese() {
        Some((&segment.target, &segment.source))
    } else {
        None
    }
}

/// The file of the table of `database`.
pub(in crate::app) fn file_beside(database: &Path) -> PathBuf {
    with_ending(database, ".alignment")
}

/// Writes a new file, the digest of the state in a line before it, and renames it over the old one.
fn save(path: &Path, state: &State) -> io::Result<()> {
    let text = serde_json::to_string(state)?;
    let (file, beside) = create_beside(path)?;
    let mut file = io::BufWriter::new(file);
    let written = writeln!(file, "{}", digest(&text)).and_then(|()| file.write_all(text.as_bytes()));
    let written = written.and_then(|()| file.flush()).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}

/// The state in a file, unless the file is damaged.
fn load(path: &Path) -> Option<State> {
    let file = fs::read_to_string(path).ok()?;
    let (sum, text) = file.split_once('\n')?;
    if sum == digest(text) { serde_json::from_str(text).ok() } else { None }
}

fn digest(text: &str) -> String {
    hexadecimal(&Sha256::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Parts, Service};
    use crate::model::Lang;
    use crate::model::Provenance;
    use crate::store::NewSegment;

    const NOW: &str = "2026-11-21T00:00:00Z";

    async fn insert_segments(service: &Service, texts: &[(&str, &str)], review: Review) {
        let mut write = service.store().write("test", NOW).await.unwrap();
        let project = write.ensure_project("p").await.unwrap();
        for (ja, en) in texts {
            let segment = Segment {
                source_lang: Lang::JA,
                target_lang: Lang::EN,
                source: (*ja).to_owned(),
                target: (*en).to_owned(),
                confidence: 1.0,
            };
            let row = NewSegment { segment: &segment, source_key: ja, review, provenance: &Provenance::of("test") };
            write.insert_segments(project, None, &[row]).await.unwrap();
        }
        write.commit().await.unwrap();
    }

    #[tokio::test]
    async fn approved_segments_teach_and_others_do_not() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&folder.path().join("base.db")).await.unwrap();
        let service = Service::new(Parts::with_store(store));
        service.learn().await.unwrap();
        let sure = || service.translation_table().confidence("軟骨", "cartilage");
        insert_segments(
            &service,
            &[("軟骨は硬い", "cartilage is firm"), ("軟骨が傷む", "worn cartilage")],
            Review::Suggested,
        )
        .await;
        service.learn().await.unwrap();
        assert!(sure() == 0.0);
        insert_segments(
            &service,
            &[("軟骨も骨だ", "cartilage too"), ("軟骨を見る", "look at cartilage")],
            Review::Approved,
        )
        .await;
        service.learn().await.unwrap();
        assert!(sure() > 0.9);
        let many: Vec<(String, String)> =
            (0..UNSAVED).map(|at| (format!("腱が{at}本"), format!("{at} tendons"))).collect();
        let many: Vec<(&str, &str)> = many.iter().map(|(ja, en)| (ja.as_str(), en.as_str())).collect();
        insert_segments(&service, &many, Review::Approved).await;
        service.learn().await.unwrap();
        assert!(file_beside(&folder.path().join("base.db")).exists());
        let file = file_beside(&folder.path().join("base.db"));
        let (saved, text) = (load(&file).unwrap(), fs::read_to_string(&file).unwrap());
        assert!(saved.ids.len() >= UNSAVED);
        let (sum, state) = text.split_once('\n').unwrap();
        for damaged in [format!("{sum}\n{}", state.replace('1', "2")), text[..text.len() - 9].to_owned(), String::new()]
        {
            fs::write(&file, damaged).unwrap();
            assert!(load(&file).is_none());
        }
        fs::write(&file, text).unwrap();
        let again = Service::new(Parts::with_store(service.store().clone()));
        again.learn().await.unwrap();
        assert!(
            *again.translation_table() == *service.translation_table()
                && again.translation_table().confidence("腱", "tendon") > 0.9
        );
    }
}
