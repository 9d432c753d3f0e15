//! Which segments an import brought; removing an import removes those that nothing else brought and nobody decided on.

use serde_json::{Value, json};
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite};

use super::import::SEEN;
use super::row::{get, json as read_json, push_list};
use super::write::Entity;
use super::{Store, StoreError, Write};
use crate::model::{ImportId, ProjectId, SegmentId};

/// Segments tied by one statement.
const TIED: usize = 500;

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
    /// Segments that were there before, of which is back what the import had changed.
    pub restored: u64,
    /// Segments that were there before and stay as the import left them, because they were changed since.
    pub changed_since: u64,
}

impl std::ops::AddAssign for ImportRemoval {
    fn add_assign(&mut self, other: Self) {
        self.imports += other.imports;
        self.removed += other.removed;
        self.shared += other.shared;
        self.kept += other.kept;
        self.restored += other.restored;
        self.changed_since += other.changed_since;
    }
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
            // First, because what is kept is seen, and an index is told of what was hidden only.
            changed |= self.show_segments(some).await?;
            let mut query =
                QueryBuilder::<Sqlite>::new("UPDATE import_segment SET kept = 1 WHERE kept = 0 AND segment_id IN");
            push_list(&mut query, some);
            changed |= self.execute(query.build().persistent(false)).await?.rows_affected() > 0;
        }
        Ok(changed)
    }

    /// Shows segments that an import added that has not come to its end or is being undone; tells whether there are any.
    async fn show_segments(&mut self, segments: &[SegmentId]) -> Result<bool, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new("UPDATE segment SET run = NULL, revision = ");
        query.push_bind(self.last_revision().next().get()).push(" WHERE NOT ").push(SEEN).push(" AND id IN");
        push_list(&mut query, segments);
        query.push(" RETURNING id");
        let shown: Vec<SegmentId> = self.scalars(query.build().persistent(false)).await?;
        let Some(first) = shown.first() else { return Ok(false) };
        let sql = sqlx::query("SELECT project_id FROM segment WHERE id = $1").bind(first.get());
        let project: ProjectId = self.scalar(sql).await?;
        let revision = self.next_revision();
        self.updated(revision, Entity::Segment, *first, project, json!({ "updated": shown.len() }));
        Ok(true)
    }

    /// Removes the segments of these imports, of the file `name`, that nothing else brought and nobody decided on, and puts back
    /// what they changed of others, unless that was changed since.
    ///
    /// # Errors
    /// Database errors.
    pub async fn take_segments_out(
        &mut self,
        project: ProjectId,
        name: &str,
        imports: &[ImportId],
    ) -> Result<ImportRemoval, StoreError> {
        let (restored, changed_since) = self.restore_pairs(imports).await?;
        let own = imports.iter().map(|id| id.get().to_string()).collect::<Vec<_>>().join(", ");
        let brought = format!("SELECT segment_id FROM import_segment WHERE import_id IN ({own})");
        let shared = format!(
            "id IN ({brought}) AND EXISTS (SELECT 1 FROM import_segment other WHERE other.segment_id = segment.id
                 AND other.import_id NOT IN ({own}))"
        );
        let kept = format!(
            "id IN ({brought}) AND NOT ({shared}) AND EXISTS (SELECT 1 FROM import_segment own
                 WHERE own.segment_id = segment.id AND own.import_id IN ({own}) AND own.kept = 1)"
        );
        let count = |which: &str| format!("SELECT count(*) FROM segment WHERE {which}");
        let (shared_count, kept_count) = (self.count(count(&shared)).await?, self.count(count(&kept)).await?);
        let sql =
            format!("DELETE FROM segment WHERE id IN ({brought}) AND NOT ({shared}) AND NOT ({kept}) RETURNING id");
        let gone: Vec<SegmentId> = self.scalars(sqlx::query(sqlx::AssertSqlSafe(sql))).await?;
        let removed = u64::try_from(gone.len()).unwrap_or(u64::MAX);
        if let Some(first) = gone.iter().min() {
            self.deleted(Entity::Segment, *first, project, json!({ "import": name, "count": removed }));
        }
        // What stays is seen, also where the import had not come to its end, and no index misses it.
        let revision = self.last_revision().next();
        let sql = format!(
            "UPDATE segment SET run = NULL, revision = {revision} WHERE id IN ({brought})
                 AND run IN (SELECT r.id FROM import_run r WHERE r.import_id IN ({own})) RETURNING id"
        );
        let seen: Vec<SegmentId> = self.scalars(sqlx::query(sqlx::AssertSqlSafe(sql))).await?;
        if let Some(first) = seen.iter().min() {
            let revision = self.next_revision();
            self.updated(revision, Entity::Segment, *first, project, json!({ "updated": seen.len() }));
        }
        let imports = u64::try_from(imports.len()).unwrap_or(u64::MAX);
        Ok(ImportRemoval { imports, removed, shared: shared_count, kept: kept_count, restored, changed_since })
    }

    /// Puts back what these imports changed of segments that were there before. Gives how many, and how many were changed since.
    async fn restore_pairs(&mut self, imports: &[ImportId]) -> Result<(u64, u64), StoreError> {
        let (mut restored, mut changed_since) = (0, 0);
        // The last change goes back first.
        for import in imports.iter().rev() {
            let sql = "SELECT c.segment_id, c.before, s.revision = c.revision AS same FROM import_pair c
                JOIN segment s ON s.id = c.segment_id WHERE c.import_id = $1 ORDER BY c.segment_id";
            for row in self.all(sqlx::query(sql).bind(import.get())).await? {
                if !get::<bool>(&row, "same")? {
                    changed_since += 1;
                    continue;
                }
                self.restore_segment(&row).await?;
                restored += 1;
            }
        }
        Ok((restored, changed_since))
    }

    /// Puts a segment back as a row of `import_pair` says it was.
    pub(super) async fn restore_segment(&mut self, row: &SqliteRow) -> Result<(), StoreError> {
        let (id, before): (SegmentId, Value) = (get(row, "segment_id")?, read_json(row, "before")?);
        let text = |name: &str| before.get(name).and_then(Value::as_str).map(str::to_owned);
        self.execute(
            sqlx::query(
                "UPDATE segment SET review = $2, confidence = $3, origin = $4, field = $5, document = $6, unit = $7,
                     context_before = $8, context_after = $9, created_at = $10, author = $11, codes = $12
                 WHERE id = $1",
            )
            .bind(id.get())
            .bind(text("review"))
            .bind(before.get("confidence").and_then(Value::as_f64))
            .bind(text("origin"))
            .bind(text("field"))
            .bind(text("document"))
            .bind(text("unit"))
            .bind(before.get("before").and_then(Value::as_i64))
            .bind(before.get("after").and_then(Value::as_i64))
            .bind(text("created_at"))
            .bind(text("author"))
            .bind(text("codes")),
        )
        .await?;
        self.touch_segment(id, json!({ "import": "undone" })).await
    }

    async fn count(&mut self, sql: String) -> Result<u64, StoreError> {
        let count: i64 = self.scalar(sqlx::query(sqlx::AssertSqlSafe(sql))).await?;
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
             WHERE i.source_id IS NULL AND i.done > 0 AND i.state <> 'undoing'",
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
