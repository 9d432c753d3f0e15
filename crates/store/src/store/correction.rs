//! Corrections by people of how documents were read, by the hash of the document.

use serde_json::json;
use sqlx::QueryBuilder;
use sqlx::sqlite::SqliteRow;

use super::row::{get, optional_json, optional_word, to_json, word};
use super::{Store, StoreError, Write};
use crate::model::{
    CorrectionId, CorrectionKind, CorrectionObstacle, Excerpt, ProjectId, ReleaseCorrection, ReleaseId,
};

/// A correction to store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCorrection {
    /// What the person says.
    pub kind: CorrectionKind,
    /// The passage it is about.
    pub passage: Option<Excerpt>,
    /// The entry it is about.
    pub entry: Option<Excerpt>,
}

impl Write {
    /// Stores a correction of a release by the actor of the transaction, and logs it as a change of the release.
    ///
    /// # Errors
    /// `not_found` when there is no such release.
    pub async fn insert_correction(
        &mut self,
        release: ReleaseId,
        new: &NewCorrection,
    ) -> Result<CorrectionId, StoreError> {
        let NewCorrection { kind, passage, entry } = new;
        let (actor, at) = (self.actor().to_owned(), self.at().to_owned());
        let excerpt = |excerpt: &Option<Excerpt>| excerpt.as_ref().map(to_json).transpose();
        let insert = sqlx::query(
            "INSERT INTO release_correction (project_id, content_hash, kind, passage, entry, actor, at)
             SELECT project_id, content_hash, $2, $3, $4, $5, $6 FROM release WHERE id = $1 RETURNING id",
        );
        let insert = insert.bind(release.get()).bind(kind.as_str()).bind(excerpt(passage)?).bind(excerpt(entry)?);
        let id: CorrectionId = self
            .optional_scalar(insert.bind(actor).bind(at))
            .await?
            .ok_or_else(|| StoreError::not_found("release", release))?;
        self.touch_release(release, json!({ "correction": id, "kind": kind.as_str() })).await?;
        Ok(id)
    }

    /// Deletes a correction of a release, and logs it as a change of the release.
    ///
    /// # Errors
    /// `not_found` when the release has no such correction.
    pub async fn delete_correction(&mut self, release: ReleaseId, id: CorrectionId) -> Result<(), StoreError> {
        let delete = "DELETE FROM release_correction WHERE id = $1 AND EXISTS (SELECT 1 FROM release r WHERE r.id = $2
             AND r.project_id = release_correction.project_id AND r.content_hash = release_correction.content_hash)
             RETURNING id";
        let deleted: Option<CorrectionId> =
            self.optional_scalar(sqlx::query(delete).bind(id.get()).bind(release.get())).await?;
        deleted.ok_or_else(|| StoreError::not_found("correction", id))?;
        self.touch_release(release, json!({ "correction": id, "deleted": true })).await
    }

    /// The corrections of a document, in the order in which they were made, as the transaction sees them.
    ///
    /// # Errors
    /// Database errors.
    pub async fn corrections_of(
        &mut self,
        project: ProjectId,
        content_hash: &str,
    ) -> Result<Vec<ReleaseCorrection>, StoreError> {
        let rows = self.all(of_document(project, content_hash).build()).await?;
        rows.iter().map(correction).collect()
    }

    /// Stores which corrections of a document its reading could not apply, and why; all others it could.
    ///
    /// # Errors
    /// Database errors.
    pub async fn set_obstacles(
        &mut self,
        corrections: &[ReleaseCorrection],
        obstacles: &[(CorrectionId, CorrectionObstacle)],
    ) -> Result<(), StoreError> {
        for correction in corrections {
            let obstacle = obstacles.iter().find(|(id, _)| *id == correction.id).map(|(_, obstacle)| *obstacle);
            if obstacle != correction.obstacle {
                let update = sqlx::query("UPDATE release_correction SET obstacle = $2 WHERE id = $1");
                let word = obstacle.map(CorrectionObstacle::as_str);
                self.execute(update.bind(correction.id.get()).bind(word)).await?;
            }
        }
        Ok(())
    }
}

impl Store {
    /// The corrections of a document, in the order in which they were made.
    ///
    /// # Errors
    /// Database errors.
    pub async fn corrections_of(
        &self,
        project: ProjectId,
        content_hash: &str,
    ) -> Result<Vec<ReleaseCorrection>, StoreError> {
        let mut query = of_document(project, content_hash);
        query.build().fetch_all(&self.readers).await?.iter().map(correction).collect()
    }
}

fn of_document(project: ProjectId, content_hash: &str) -> QueryBuilder<sqlx::Sqlite> {
    let mut query = QueryBuilder::new(
        "SELECT id, kind, passage, entry, obstacle, actor, at FROM release_correction WHERE project_id = ",
    );
    query.push_bind(project.get()).push(" AND content_hash = ").push_bind(content_hash.to_owned()).push(" ORDER BY id");
    query
}

fn correction(row: &SqliteRow) -> Result<ReleaseCorrection, StoreError> {
    Ok(ReleaseCorrection {
        id: get(row, "id")?,
        kind: word(row, "kind")?,
        passage: optional_json(row, "passage")?,
        entry: optional_json(row, "entry")?,
        obstacle: optional_word(row, "obstacle")?,
        actor: get(row, "actor")?,
        at: get(row, "at")?,
    })
}
