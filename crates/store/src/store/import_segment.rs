//! Which segments an import brought; removing an import removes those that nothing else brought and nobody decided on.

use serde_json::json;
use sqlx::{QueryBuilder, Sqlite};

use super::row::{get, push_list};
use super::write::Entity;
use super::{Store, StoreError, Write};
use crate::model::{ImportId, ProjectId, SegmentId};

/// Segments tied by one statement.
const TIED: usize = 500;

/// The imports of a file, by project and name; those of terms go with their source.
const IMPORTS: &str = "SELECT id FROM import WHERE project_id = $1 AND name = $2 AND source_id IS NULL";

/// A file whose translations were imported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedFile {
    /// Name of its project.
    pub project: String,
    /// Its name.
    pub name: String,
    /// Its format, where it is known.
    pub format: Option<String>,
    /// When it was imported last, RFC 3339.
    pub imported_at: String,
    /// Segments it brought, also those that other files brought too.
    pub segments: u64,
}

/// What became of the segments of a file that was removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ImportRemoval {
    /// Imports that were removed: 0 if there is no such file.
    pub imports: u64,
    /// Segments that are gone.
    pub removed: u64,
    /// Segments that stay because another import brought them too.
    pub shared: u64,
    /// Segments that stay because a person decided on them, or because they were added otherwise too.
    pub kept: u64,
}

impl Write {
    /// Stores the format of an imported file.
    ///
    /// # Errors
    /// Database errors.
    pub async fn set_import_format(&mut self, id: ImportId, format: &str) -> Result<(), StoreError> {
        self.execute(sqlx::query("UPDATE import SET format = $2 WHERE id = $1").bind(id.get()).bind(format)).await?;
        Ok(())
    }

    /// Ties new segments, given by their first and last number, and known ones to the import that brought them.
    pub(super) async fn tie_segments(
        &mut self,
        import: ImportId,
        new: Option<(i64, i64)>,
        known: &[SegmentId],
    ) -> Result<(), StoreError> {
        if let Some((first, last)) = new {
            self.execute(
                sqlx::query(
                    "INSERT INTO import_segment (segment_id, import_id, kept)
                     SELECT id, $1, 0 FROM segment WHERE id BETWEEN $2 AND $3",
                )
                .bind(import.get())
                .bind(first)
                .bind(last),
            )
            .await?;
        }
        for some in known.chunks(TIED) {
            // What a person brought first has no row, and stays when the import goes.
            let mut query = QueryBuilder::<Sqlite>::new(
                "INSERT INTO import_segment (segment_id, import_id, kept) SELECT segment_id, ",
            );
            query.push_bind(import.get());
            query.push(", max(kept) FROM import_segment WHERE segment_id IN");
            push_list(&mut query, some);
            query.push(" GROUP BY segment_id ON CONFLICT DO NOTHING");
            self.execute(query.build().persistent(false)).await?;
        }
        Ok(())
    }

    /// A person decided on these segments, or they were added otherwise too: they go with no import any more. Tells whether
    /// that is new of any.
    ///
    /// # Errors
    /// Database errors.
    pub async fn keep_segments(&mut self, segments: &[SegmentId]) -> Result<bool, StoreError> {
        let mut changed = false;
        for some in segments.chunks(TIED) {
            let mut query =
                QueryBuilder::<Sqlite>::new("UPDATE import_segment SET kept = 1 WHERE kept = 0 AND segment_id IN");
            push_list(&mut query, some);
            changed |= self.execute(query.build().persistent(false)).await?.rows_affected() > 0;
        }
        Ok(changed)
    }

    /// Removes the imports of a file with the segments that nothing else brought and nobody decided on.
    ///
    /// # Errors
    /// Database errors.
    pub async fn remove_imports(&mut self, project: ProjectId, name: &str) -> Result<ImportRemoval, StoreError> {
        let brought = format!("SELECT segment_id FROM import_segment WHERE import_id IN ({IMPORTS})");
        let shared = format!(
            "id IN ({brought}) AND EXISTS (SELECT 1 FROM import_segment other WHERE other.segment_id = segment.id
                 AND other.import_id NOT IN ({IMPORTS}))"
        );
        let kept = format!(
            "id IN ({brought}) AND NOT ({shared}) AND EXISTS (SELECT 1 FROM import_segment own
                 WHERE own.segment_id = segment.id AND own.import_id IN ({IMPORTS}) AND own.kept = 1)"
        );
        let count = |which: &str| format!("SELECT count(*) FROM segment WHERE {which}");
        let imports = self.count(format!("SELECT count(*) FROM ({IMPORTS})"), project, name).await?;
        let shared_count = self.count(count(&shared), project, name).await?;
        let kept_count = self.count(count(&kept), project, name).await?;
        let sql = sqlx::AssertSqlSafe(format!(
            "DELETE FROM segment WHERE id IN ({brought}) AND NOT ({shared}) AND NOT ({kept}) RETURNING id"
        ));
        let gone: Vec<SegmentId> = self.scalars(sqlx::query(sql).bind(project.get()).bind(name)).await?;
        let removed = u64::try_from(gone.len()).unwrap_or(u64::MAX);
        if let Some(first) = gone.iter().min() {
            self.deleted(Entity::Segment, *first, project, json!({ "import": name, "count": removed }));
        }
        let sql = sqlx::AssertSqlSafe(format!("DELETE FROM import WHERE id IN ({IMPORTS})"));
        self.execute(sqlx::query(sql).bind(project.get()).bind(name)).await?;
        Ok(ImportRemoval { imports, removed, shared: shared_count, kept: kept_count })
    }

    async fn count(&mut self, sql: String, project: ProjectId, name: &str) -> Result<u64, StoreError> {
        let count: i64 = self.scalar(sqlx::query(sqlx::AssertSqlSafe(sql)).bind(project.get()).bind(name)).await?;
        u64::try_from(count).map_err(|_| StoreError::value("count", &count.to_string()))
    }
}

impl Store {
    /// The files whose translations were imported into these projects, by project and name; of all if none is named.
    ///
    /// # Errors
    /// Database errors.
    pub async fn imported_files(&self, projects: &[ProjectId]) -> Result<Vec<ImportedFile>, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new(
            "SELECT p.name AS project, i.name, max(i.format) AS format, max(i.updated_at) AS imported_at,
                 count(DISTINCT l.segment_id) AS segments
             FROM import i JOIN project p ON p.id = i.project_id LEFT JOIN import_segment l ON l.import_id = i.id
             WHERE i.source_id IS NULL AND i.done > 0",
        );
        if !projects.is_empty() {
            query.push(" AND i.project_id IN");
            push_list(&mut query, projects);
        }
        query.push(" GROUP BY p.name, i.name ORDER BY p.name, i.name");
        let file = |row| {
            let segments: i64 = get(row, "segments")?;
            Ok(ImportedFile {
                project: get(row, "project")?,
                name: get(row, "name")?,
                format: get(row, "format")?,
                imported_at: get(row, "imported_at")?,
                segments: u64::try_from(segments).map_err(|_| StoreError::value("segments", &segments.to_string()))?,
            })
        };
        query.build().fetch_all(&self.readers).await?.iter().map(file).collect()
    }
}
