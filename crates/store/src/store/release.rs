//! Stores, replaces and deletes releases, and reads them one at a time or by page.

use std::collections::BTreeMap;

use serde_json::json;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

use super::row::{get, json as read_json, listed, push_list, to_json, word};
use super::step::Statement;
use super::write::Entity;
use super::{NewRelease, ReleaseFilter, ReleaseHead, Store, StoreError, StoredRelease, Write};
use crate::model::{
    ConceptId, Media, Metadata, ProjectId, Publication, Release, ReleaseId, ReleaseNote, Source, TermId,
};

/// Everything but the text; `$N` follows.
const HEAD: &str =
    "SELECT r.id, r.project_id, p.name AS project, r.content_hash, r.name, r.media, r.engine, r.encoding,
    r.pages, r.url, r.size, r.title, r.metadata, r.doubts, r.extractor_version, r.ingested_at, r.updated_at, r.revision
    FROM release r JOIN project p ON p.id = r.project_id";

impl Write {
    /// The release of these bytes in this project, as the transaction sees it.
    ///
    /// # Errors
    /// Database errors.
    pub async fn release_by_hash(
        &mut self,
        project: ProjectId,
        content_hash: &str,
    ) -> Result<Option<ReleaseHead>, StoreError> {
        let row = self.optional(by_hash(project, content_hash).build()).await?;
        row.as_ref().map(head).transpose()
    }

    /// Stores a new release.
    ///
    /// # Errors
    /// `already_exists` when the project holds a release of the same hash.
    pub async fn insert_release(&mut self, new: &NewRelease<'_>) -> Result<ReleaseId, StoreError> {
        let revision = self.next_revision();
        let at = self.at().to_owned();
        let insert = sqlx::query(
            "INSERT INTO release (project_id, content_hash, name, media, engine, encoding, pages, size, title, text,
                 blocks, institution, date, metadata, doubts, extractor_version, ingested_at, updated_at, work, properties,
                 url, revision)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17, $18, $19, $20, $21)
             RETURNING id",
        )
        .bind(new.project.get());
        let id: ReleaseId = self.scalar(bind_content(insert, new, &at)?.bind(revision.get())).await?;
        self.created(revision, Entity::Release, id, new.project, json!({ "name": new.release.source.name }));
        Ok(id)
    }

    /// Puts a new reading of a release in the place of the old one, under the same number. Where it was fetched from is kept if the
    /// new reading does not say. Entries, references, links,
    /// evidence, definitions and segments nobody decided on go, for the caller to insert what was found now.
    ///
    /// Gives the terms that lost evidence: their confidence is due to be settled and those without any to be swept ([`Write::sweep_unsupported`]).
    ///
    /// # Errors
    /// `not_found`; `already_exists` when another release of the project has the new hash.
    pub async fn replace_release(&mut self, id: ReleaseId, new: &NewRelease<'_>) -> Result<Vec<TermId>, StoreError> {
        self.touch_release(id, json!({ "name": new.release.source.name })).await?;
        let bereft = self.drop_findings(id).await?;
        let at = self.at().to_owned();
        let update = sqlx::query(
            "UPDATE release SET content_hash = $2, name = $3, media = $4, engine = $5, encoding = $6, pages = $7,
                 size = $8, title = $9, text = $10, blocks = $11, institution = $12, date = $13, metadata = $14,
                 doubts = $15, extractor_version = $16, updated_at = $17, work = $18, properties = $19,
                 url = coalesce($20, url)
             WHERE id = $1",
        )
        .bind(id.get());
        self.execute(bind_content(update, new, &at)?).await?;
        Ok(bereft)
    }

    /// Notes where a release, which came in as a file, is on the web.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn locate_release(&mut self, id: ReleaseId, url: &str) -> Result<(), StoreError> {
        self.touch_release(id, json!({ "url": url })).await?;
        self.execute(sqlx::query("UPDATE release SET url = $2 WHERE id = $1").bind(id.get()).bind(url)).await?;
        Ok(())
    }

    /// Stores a hash of what the proposals of a release were made from.
    ///
    /// # Errors
    /// Database errors.
    pub async fn set_link_inputs(&mut self, id: ReleaseId, inputs: &str) -> Result<(), StoreError> {
        let update = "UPDATE release SET link_inputs = $2 WHERE id = $1";
        self.execute(sqlx::query(update).bind(id.get()).bind(inputs)).await?;
        Ok(())
    }

    /// Deletes a release and everything found in it; segments a person decided on stay, without a release. What other releases have
    /// only because they were paired with it goes with [`Write::delete_pairings`].
    /// Gives the terms that lost evidence.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn delete_release(&mut self, id: ReleaseId) -> Result<Vec<TermId>, StoreError> {
        let row = self
            .optional(sqlx::query("SELECT project_id, name FROM release WHERE id = $1").bind(id.get()))
            .await?
            .ok_or_else(|| StoreError::not_found("release", id))?;
        let (project, name): (ProjectId, String) = (get(&row, "project_id")?, get(&row, "name")?);
        let bereft = self.drop_findings(id).await?;
        let open = "DELETE FROM segment WHERE release_id = $1 AND review NOT IN ('approved', 'rejected')";
        self.execute(sqlx::query(open).bind(id.get())).await?;
        self.execute(sqlx::query("DELETE FROM release WHERE id = $1").bind(id.get())).await?;
        self.deleted(Entity::Release, id, project, json!({ "name": name }));
        Ok(bereft)
    }

    /// Deletes what was found in a release and logs the concepts and terms it stood behind.
    async fn drop_findings(&mut self, id: ReleaseId) -> Result<Vec<TermId>, StoreError> {
        let terms: Vec<TermId> = self
            .scalars(
                sqlx::query("SELECT DISTINCT term_id FROM evidence WHERE release_id = $1 ORDER BY term_id")
                    .bind(id.get()),
            )
            .await?;
        let concepts: Vec<ConceptId> = self
            .scalars(
                sqlx::query("SELECT DISTINCT concept_id FROM definition WHERE release_id = $1 ORDER BY concept_id")
                    .bind(id.get()),
            )
            .await?;
        for sql in [
            "DELETE FROM evidence WHERE release_id = $1",
            "DELETE FROM definition WHERE release_id = $1",
            "DELETE FROM link WHERE release_id = $1",
            "DELETE FROM reference WHERE release_id = $1",
            "DELETE FROM entry WHERE release_id = $1",
            // What it gave together with another release is not found by reading this one again.
            "DELETE FROM segment WHERE release_id = $1 AND document IS NULL AND review NOT IN ('approved', 'rejected')",
        ] {
            self.execute(sqlx::query(sql).bind(id.get())).await?;
        }
        for term in &terms {
            self.touch_term(*term, json!({ "release": id })).await?;
        }
        for concept in concepts {
            self.touch_concept(concept, json!({ "release": id })).await?;
        }
        Ok(terms)
    }
}

/// Binds the columns that a reading of a document fills, from `content_hash` (`$2`) to `url` (`$20`). The first, `$1`, is bound
/// already.
fn bind_content<'q>(query: Statement<'q>, new: &'q NewRelease<'_>, at: &'q str) -> Result<Statement<'q>, StoreError> {
    let NewRelease { project: _, content_hash, release, size, metadata, doubts, extractor_version } = new;
    let Release { text, source, blocks, title, properties } = release;
    Ok(query
        .bind(*content_hash)
        .bind(&source.name)
        .bind(source.media.as_str())
        .bind(&source.engine)
        .bind(&source.encoding)
        .bind(source.pages)
        .bind(i64::try_from(*size).unwrap_or(i64::MAX))
        .bind(title)
        .bind(text)
        .bind(to_json(blocks)?)
        .bind(&metadata.institution)
        .bind(&metadata.date)
        .bind(to_json(metadata)?)
        .bind(to_json(doubts)?)
        .bind(*extractor_version)
        .bind(at)
        .bind(metadata.work())
        .bind(to_json(properties)?)
        .bind(&source.url))
}

/// Asks for the release of these bytes in a project.
fn by_hash(project: ProjectId, content_hash: &str) -> QueryBuilder<Sqlite> {
    let mut query = QueryBuilder::new(HEAD);
    query.push(" WHERE r.project_id = ").push_bind(project.get());
    query.push(" AND r.content_hash = ").push_bind(content_hash.to_owned());
    query
}

impl Store {
    /// The hash of what the proposals of a release were made from when it was last linked.
    ///
    /// # Errors
    /// Database errors.
    pub async fn link_inputs(&self, id: ReleaseId) -> Result<Option<String>, StoreError> {
        let query = sqlx::query_scalar("SELECT link_inputs FROM release WHERE id = $1").bind(id.get());
        Ok(query.fetch_optional(&self.readers).await?.flatten())
    }

    /// A mark that changes with the imported dictionaries, which are no part of the revision.
    ///
    /// # Errors
    /// Database errors.
    pub async fn sources_mark(&self) -> Result<String, StoreError> {
        let sql = "SELECT count(*) || ' ' || coalesce(max(id), 0) || ' ' || coalesce(sum(entries), 0) || ' '
                || coalesce(max(imported_at), '') FROM source";
        Ok(sqlx::query_scalar(sql).fetch_one(&self.readers).await?)
    }

    /// A mark that changes with the approved segments.
    ///
    /// # Errors
    /// Database errors.
    pub async fn approved_mark(&self) -> Result<String, StoreError> {
        let sql = "SELECT count(*) || ' ' || coalesce(max(revision), 0) FROM segment WHERE review = 'approved'";
        Ok(sqlx::query_scalar(sql).fetch_one(&self.readers).await?)
    }

    /// The release of these bytes in a project, to see whether the document must be read (again).
    ///
    /// # Errors
    /// Database errors.
    pub async fn release_by_hash(
        &self,
        project: ProjectId,
        content_hash: &str,
    ) -> Result<Option<ReleaseHead>, StoreError> {
        let row = by_hash(project, content_hash).build().fetch_optional(&self.readers).await?;
        row.as_ref().map(head).transpose()
    }

    /// Up to `limit` releases after `after` (none for the first page), of one project or of all.
    ///
    /// # Errors
    /// Database errors.
    pub async fn releases(
        &self,
        project: Option<ProjectId>,
        after: Option<ReleaseId>,
        limit: u32,
        filter: &ReleaseFilter,
    ) -> Result<Vec<ReleaseHead>, StoreError> {
        let mut query = QueryBuilder::new(HEAD);
        query.push(" WHERE r.id > ").push_bind(after.map_or(0, ReleaseId::get));
        if let Some(project) = project {
            query.push(" AND r.project_id = ").push_bind(project.get());
        }
        if let Some(projects) = &filter.projects {
            query.push(" AND r.project_id IN");
            push_list(&mut query, projects);
        }
        if let Some(institution) = &filter.institution {
            query.push(" AND r.institution = ").push_bind(institution);
        }
        if let Some(name) = &filter.name {
            query.push(" AND replace(r.name, ").push_bind(name).push(", '') <> r.name");
        }
        if let Some(from) = &filter.from {
            query.push(" AND r.date >= ").push_bind(from);
        }
        if let Some(until) = &filter.until {
            query.push(" AND r.date <= ").push_bind(until);
        }
        query.push(" ORDER BY r.id LIMIT ").push_bind(limit);
        query.build().fetch_all(&self.readers).await?.iter().map(head).collect()
    }

    /// Which of these releases name a DOI, each with what stands for the work it speaks of; by work, then number.
    ///
    /// # Errors
    /// Database errors.
    pub async fn dois(&self, ids: &[ReleaseId]) -> Result<Vec<(String, ReleaseId)>, StoreError> {
        let query = "SELECT id, work FROM release WHERE work LIKE 'doi:%' AND id IN";
        let rows = listed(query, ids, "ORDER BY work, id").build().fetch_all(&self.readers).await?;
        rows.iter().map(|row| Ok((get(row, "work")?, get(row, "id")?))).collect()
    }

    /// One release with its text.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn release(&self, id: ReleaseId) -> Result<StoredRelease, StoreError> {
        let mut reading = self.readers.begin().await?;
        let mut query = QueryBuilder::new(HEAD);
        query.push(" WHERE r.id = ").push_bind(id.get());
        let row = query.build().fetch_optional(&mut *reading).await?;
        let head = head(&row.ok_or_else(|| StoreError::not_found("release", id))?)?;
        let row = sqlx::query("SELECT text, blocks, properties FROM release WHERE id = $1")
            .bind(id.get())
            .fetch_one(&mut *reading)
            .await?;
        let release = Release {
            text: get(&row, "text")?,
            source: head.source.clone(),
            blocks: read_json(&row, "blocks")?,
            title: head.title.clone(),
            properties: read_json(&row, "properties")?,
        };
        Ok(StoredRelease { head, release })
    }
}

fn head(row: &SqliteRow) -> Result<ReleaseHead, StoreError> {
    let source = Source {
        name: get(row, "name")?,
        media: word::<Media>(row, "media")?,
        engine: get(row, "engine")?,
        encoding: get(row, "encoding")?,
        pages: get(row, "pages")?,
        url: get(row, "url")?,
    };
    Ok(ReleaseHead {
        id: get(row, "id")?,
        project_id: get(row, "project_id")?,
        project: get(row, "project")?,
        content_hash: get(row, "content_hash")?,
        source,
        size: u64::try_from(get::<i64>(row, "size")?).unwrap_or_default(),
        title: get(row, "title")?,
        metadata: read_json(row, "metadata")?,
        doubts: read_json(row, "doubts")?,
        extractor_version: get(row, "extractor_version")?,
        ingested_at: get(row, "ingested_at")?,
        updated_at: get(row, "updated_at")?,
        revision: get(row, "revision")?,
    })
}

/// What is needed to cite these releases.
pub(super) async fn notes_of_releases(
    connection: &mut SqliteConnection,
    releases: &[ReleaseId],
) -> Result<BTreeMap<ReleaseId, ReleaseNote>, StoreError> {
    let mut query = listed("SELECT id, metadata FROM release WHERE id IN", releases, "");
    let mut notes = BTreeMap::new();
    for row in &query.build().fetch_all(connection).await? {
        let Metadata { title_ja, title_en, institution, date, .. } = read_json(row, "metadata")?;
        let id = get(row, "id")?;
        notes.insert(id, ReleaseNote { id, publication: Publication { title_ja, title_en, institution, date } });
    }
    Ok(notes)
}
