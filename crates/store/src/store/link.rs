//! Links of a release: stores claims with their signs, and reads them with what a person decided about the pair.

use sqlx::sqlite::SqliteRow;

use super::row::{get, json, number, optional_word, span, to_json, word};
use super::{NewLink, Store, StoreError, StoredLink, Write};
use crate::model::{EntryId, Link, LinkId, ReleaseId};

impl Write {
    /// Stores the links of a release; `entries` are the numbers [`Write::insert_entries`] gave. Gives the links'
    /// numbers in the same order.
    ///
    /// # Errors
    /// `database_refused` when there is no such release or a confidence is not within 0 and 1.
    pub async fn insert_links(
        &mut self,
        release: ReleaseId,
        links: &[NewLink<'_>],
        entries: &[EntryId],
    ) -> Result<Vec<LinkId>, StoreError> {
        let mut ids = Vec::with_capacity(links.len());
        for new in links {
            let link = new.link;
            let id: LinkId = self.scalar(sqlx::query(
                "INSERT INTO link (release_id, entry_id, ja, en, ja_key, en_key, abbr, relation, method, confidence,
                     signs, span_start, span_end, support)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id",
            )
            .bind(release.get())
            .bind(link.entry.and_then(|index| entries.get(index)).map(|id| id.get()))
            .bind(&link.ja)
            .bind(&link.en)
            .bind(new.ja_key)
            .bind(new.en_key)
            .bind(&link.abbr)
            .bind(link.relation.as_str())
            .bind(link.method.as_str())
            .bind(link.confidence)
            .bind(to_json(&link.signs)?)
            .bind(number(link.span.start))
            .bind(number(link.span.end))
            .bind(&link.support)).await?;
            ids.push(id);
        }
        Ok(ids)
    }
}

impl Store {
    /// The links of a release in the order they were found.
    ///
    /// # Errors
    /// Database errors.
    pub async fn links_of(&self, release: ReleaseId) -> Result<Vec<StoredLink>, StoreError> {
        let rows = sqlx::query(
            "SELECT l.id, l.release_id, l.entry_id, e.position, l.ja, l.en, l.ja_key, l.en_key, l.abbr, l.relation,
                 l.method, l.confidence, l.signs, l.span_start, l.span_end, l.support, d.verdict
             FROM link l
             JOIN release r ON r.id = l.release_id
             LEFT JOIN entry e ON e.id = l.entry_id
             LEFT JOIN decision d ON d.project_id = r.project_id AND d.ja_key = l.ja_key AND d.en_key = l.en_key
             WHERE l.release_id = $1 ORDER BY l.id",
        )
        .bind(release.get())
        .fetch_all(&self.readers)
        .await?;
        rows.iter().map(stored_link).collect()
    }
}

fn stored_link(row: &SqliteRow) -> Result<StoredLink, StoreError> {
    let position: Option<i64> = get(row, "position")?;
    Ok(StoredLink {
        id: get(row, "id")?,
        release_id: get(row, "release_id")?,
        entry_id: get(row, "entry_id")?,
        ja_key: get(row, "ja_key")?,
        en_key: get(row, "en_key")?,
        verdict: optional_word(row, "verdict")?,
        link: Link {
            ja: get(row, "ja")?,
            en: get(row, "en")?,
            abbr: get(row, "abbr")?,
            relation: word(row, "relation")?,
            method: word(row, "method")?,
            confidence: get(row, "confidence")?,
            signs: json(row, "signs")?,
            span: span(row)?,
            support: get(row, "support")?,
            entry: position.and_then(|position| usize::try_from(position).ok()),
        },
    })
}
