//! Heads of glossary entries with the concepts they became.

use super::row::get;
use super::{Store, StoreError};
use crate::model::{ConceptId, EntryId, ProjectId, ReleaseId};

/// A term an entry names, and its concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredHead {
    /// Number of the entry.
    pub entry: EntryId,
    /// Its release.
    pub release: ReleaseId,
    /// Name of the release.
    pub release_name: String,
    /// The term, as the base has it.
    pub term: String,
    /// Its concept.
    pub concept: ConceptId,
}

impl Store {
    /// The Japanese terms that heads of entries name, those of up to `limit` entries after `after` (none for the first page), in order of
    /// the entries; only those of one release where it is named.
    ///
    /// # Errors
    /// Database errors.
    pub async fn heads(
        &self,
        project: ProjectId,
        release: Option<ReleaseId>,
        after: Option<EntryId>,
        limit: u32,
    ) -> Result<Vec<StoredHead>, StoreError> {
        let rows = sqlx::query(
            "SELECT n.id AS entry, r.id AS release, r.name, t.text, t.concept_id
             FROM (SELECT e.id, e.release_id FROM entry e JOIN release p ON p.id = e.release_id
                   WHERE p.project_id = $1 AND ($2 IS NULL OR e.release_id = $2) AND e.id > $3 ORDER BY e.id LIMIT $4) n
             JOIN release r ON r.id = n.release_id
             JOIN evidence v ON v.entry_id = n.id AND v.method IN ('entry', 'component')
             JOIN term t ON t.id = v.term_id AND t.lang = 'ja' AND t.kind <> 'abbreviation'
             GROUP BY n.id, t.id ORDER BY n.id, t.id",
        )
        .bind(project.get())
        .bind(release.map(ReleaseId::get))
        .bind(after.map_or(0, EntryId::get))
        .bind(limit)
        .fetch_all(&self.readers)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(StoredHead {
                    entry: get(row, "entry")?,
                    release: get(row, "release")?,
                    release_name: get(row, "name")?,
                    term: get(row, "text")?,
                    concept: get(row, "concept_id")?,
                })
            })
            .collect()
    }
}
