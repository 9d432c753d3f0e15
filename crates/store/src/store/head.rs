//! Heads of glossary entries with the concepts they became.

use std::collections::BTreeMap;

use super::row::{get, json as read_json, listed};
use super::{Store, StoreError};
use crate::model::{ConceptId, EntryId, Metadata, ProjectId, ReleaseId};

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

    /// Where English is looked for in these releases.
    ///
    /// # Errors
    /// Database errors.
    pub async fn english_places(
        &self,
        releases: &[ReleaseId],
    ) -> Result<BTreeMap<ReleaseId, EnglishPlaces>, StoreError> {
        let mut query = listed(
            "SELECT r.id, r.metadata, (SELECT count(*) FROM segment s WHERE s.release_id = r.id) AS segments,
                 (SELECT count(*) FROM release o WHERE o.project_id = r.project_id) AS releases,
                 (SELECT count(*) FROM source d WHERE d.project_id = r.project_id) AS sources
             FROM release r WHERE r.id IN",
            releases,
            "",
        );
        let rows = query.build().fetch_all(&self.readers).await?;
        rows.iter()
            .map(|row| {
                let facts: Metadata = read_json(row, "metadata")?;
                let releases: i64 = get(row, "releases")?;
                let places = EnglishPlaces {
                    title: facts.paper_title_en.is_some() || facts.title_en.is_some(),
                    segments: get(row, "segments")?,
                    other_releases: releases - 1,
                    sources: get(row, "sources")?,
                };
                Ok((get(row, "id")?, places))
            })
            .collect()
    }
}

/// Where the English of a release's terms is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EnglishPlaces {
    /// Whether it prints an English title.
    pub title: bool,
    /// Number of its sentence pairs.
    pub segments: i64,
    /// Number of other releases in its project.
    pub other_releases: i64,
    /// Number of imported dictionaries and term bases in its project.
    pub sources: i64,
}
