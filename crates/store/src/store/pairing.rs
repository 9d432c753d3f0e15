//! What a release gave together with its version in the other language, and what of it goes when one of the two is deleted.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::row::{firsts, get};
use super::{Store, StoreError, StoredSegment, Write};
use crate::model::{LinkId, ReleaseId, SegmentId, TermId};

/// Links of other releases that rest on a pairing with release `$1`: both print the pair, in entries of different languages, and
/// no third release prints it in the language of the first.
const LINKS: &str = "SELECT DISTINCT o.id FROM link l
    JOIN entry e ON e.id = l.entry_id
    JOIN release r ON r.id = l.release_id
    JOIN link o ON o.ja_key = l.ja_key AND o.en_key = l.en_key AND o.method = 'paired_entry' AND o.release_id <> l.release_id
    JOIN entry f ON f.id = o.entry_id AND f.lang <> e.lang
    JOIN release q ON q.id = o.release_id AND q.project_id = r.project_id
    WHERE l.release_id = $1 AND l.method = 'paired_entry' AND NOT EXISTS (
        SELECT 1 FROM link t JOIN entry g ON g.id = t.entry_id AND g.lang = e.lang
        JOIN release s ON s.id = t.release_id AND s.project_id = r.project_id
        WHERE t.ja_key = l.ja_key AND t.en_key = l.en_key AND t.method = 'paired_entry' AND t.release_id <> l.release_id)
    ORDER BY o.id";

/// Segments of other releases whose English is that of release `$1`, and their texts.
const SEGMENTS: &str = "SELECT s.id, s.release_id, s.source, s.target FROM segment s
    JOIN release q ON q.id = s.release_id JOIN release r ON r.id = $1
    WHERE s.release_id > 0 AND s.release_id <> r.id AND q.project_id = r.project_id
      AND s.document = q.name || ' = ' || r.name AND s.review NOT IN ('approved', 'rejected')
    ORDER BY s.id";

impl Store {
    /// The segments of a release and those of other releases whose English it is, in order.
    ///
    /// # Errors
    /// Database errors.
    pub async fn segments_with_release(&self, id: ReleaseId) -> Result<Vec<StoredSegment>, StoreError> {
        let mut segments = self.segments_of(id).await?;
        let rows = sqlx::query(
            "SELECT s.id FROM segment s JOIN release q ON q.id = s.release_id JOIN release r ON r.id = $1
             WHERE s.release_id > 0 AND s.release_id <> r.id AND q.project_id = r.project_id AND s.document = q.name || ' = ' || r.name
             ORDER BY s.id",
        );
        let rows = rows.bind(id.get()).fetch_all(&self.readers).await?;
        segments.extend(self.segments_by_ids(&firsts(&rows)?).await?);
        Ok(segments)
    }
}

impl Write {
    /// Deletes what other releases have only because they were paired with this one: links between entries, segments nobody
    /// decided on, and proposals from those. Gives the keys of the Japanese terms that lost a link.
    ///
    /// # Errors
    /// Database errors.
    pub async fn delete_pairings(&mut self, id: ReleaseId) -> Result<BTreeSet<String>, StoreError> {
        let mut links: Vec<LinkId> = self.scalars(sqlx::query(LINKS).bind(id.get())).await?;
        let mut quoted: BTreeMap<ReleaseId, BTreeSet<String>> = BTreeMap::new();
        for row in self.all(sqlx::query(SEGMENTS).bind(id.get())).await? {
            let (segment, other): (SegmentId, ReleaseId) = (get(&row, "id")?, get(&row, "release_id")?);
            let (source, target): (String, String) = (get(&row, "source")?, get(&row, "target")?);
            quoted.entry(other).or_default().insert(single_spaced(&format!("{target} / {source}")));
            self.delete_segment(segment).await?;
        }
        for (release, quoted) in quoted {
            let sql = "SELECT id, support FROM link WHERE release_id = $1 AND method = 'aligned_term' ORDER BY id";
            for row in self.all(sqlx::query(sql).bind(release.get())).await? {
                let support: String = get(&row, "support")?;
                if quoted.contains(&single_spaced(&support)) {
                    links.push(get(&row, "id")?);
                }
            }
        }
        let mut keys = BTreeSet::new();
        for link in links {
            keys.insert(self.delete_link(link).await?);
        }
        Ok(keys)
    }

    /// Deletes a link and the evidence it was; gives the key of its Japanese term.
    async fn delete_link(&mut self, link: LinkId) -> Result<String, StoreError> {
        let of_link = "SELECT DISTINCT term_id FROM evidence WHERE link_id = $1 ORDER BY term_id";
        let terms: Vec<TermId> = self.scalars(sqlx::query(of_link).bind(link.get())).await?;
        self.execute(sqlx::query("DELETE FROM evidence WHERE link_id = $1").bind(link.get())).await?;
        let key = self.scalar(sqlx::query("DELETE FROM link WHERE id = $1 RETURNING ja_key").bind(link.get())).await?;
        for term in terms {
            self.touch_term(term, json!({ "link": link })).await?;
        }
        Ok(key)
    }
}

/// A text with single spaces, as proposals quote it.
fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
