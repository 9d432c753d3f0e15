//! A draft: a term base of its own beside another, in which an import is tried out. It borrows from the base what the import looks
//! at, so that it decides as it would there, and the base is only read.
//!
//! It is a temporary database of SQLite, which is gone when the draft is dropped. The base is attached to its one connection for
//! reading only; tables that an import does not write are those of the base.

use std::path::Path;

use sqlx::{Connection, QueryBuilder, Sqlite, SqliteConnection};

use super::open::{has_log, migrate, writer_pool};
use super::presence::beside;
use super::row::push_list;
use super::settings::options;
use super::{Settings, Store, StoreError, Write};
use crate::model::ProjectId;

/// Memory for pages before they go into a temporary file, in KiB, negative as SQLite wants it.
const CACHE: &str = "-65536";

/// Tables that an import only looks at: without them in the draft, their names mean those of the base.
const READ: [&str; 1] = ["release"];

/// Tables that are copied at once, because they are short.
const COPIED: [&str; 6] = ["meta", "project", "source", "import", "import_run", "import_undo"];

/// Tables of the concepts of a project, each with which rows are borrowed. `$1` is the project.
const BORROWED: [(&str, &str); 9] = [
    ("concept", "project_id = $1"),
    ("term", "project_id = $1"),
    ("evidence", "term_id IN (SELECT id FROM main.term)"),
    ("definition", "concept_id IN (SELECT id FROM main.concept)"),
    ("note", "concept_id IN (SELECT id FROM main.concept)"),
    ("conflict", "concept_id IN (SELECT id FROM main.concept)"),
    ("decision", "project_id = $1"),
    ("correction", "project_id = $1"),
    ("source_concept", "source_id IN (SELECT id FROM main.source WHERE project_id = $1)"),
];

/// Pairs borrowed by one statement.
const LOOKED_FOR: usize = 500;

impl Store {
    /// A draft beside this store, in which an import can be tried out. Like a store in memory it has one connection for all.
    ///
    /// # Errors
    /// Database errors; `database_full` if there is no room for temporary files.
    pub async fn draft(&self) -> Result<Self, StoreError> {
        let settings = Settings::default();
        // The name of a temporary database is empty.
        let options = options(&settings).filename("").foreign_keys(false).pragma("cache_size", CACHE);
        let pool = writer_pool(&settings).connect_with(options).await?;
        let mut first = pool.acquire().await?;
        migrate(&mut first, Path::new("draft")).await?;
        let base = self.path.as_deref().map(|path| address(path, self.read_only.is_some()));
        let attach = sqlx::query("ATTACH $1 AS base").bind(base.as_deref().unwrap_or(":memory:"));
        attach.execute(&mut *first).await?;
        if base.is_none() {
            // A store in memory is seen by its own connection only.
            let bytes = self.readers.acquire().await?.serialize(None).await?;
            // The copy may be written, because SQLite locks it with the draft; nothing does.
            first.deserialize(Some("base"), bytes, false).await?;
        }
        prepare(&mut first).await?;
        drop(first);
        Ok(Self { is_draft: true, ..Self::of_one_connection(pool) })
    }
}

/// The address of a file that is only read. One that cannot be written and has no log is read without the files beside it.
fn address(path: &Path, is_read_only: bool) -> String {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut address = String::from("file:");
    for c in absolute.to_string_lossy().chars() {
        match c {
            '%' => address.push_str("%25"),
            '?' => address.push_str("%3f"),
            '#' => address.push_str("%23"),
            c => address.push(c),
        }
    }
    let closed = is_read_only && !has_log(path) && !beside(path, "-wal").exists();
    address + if closed { "?mode=ro&immutable=1" } else { "?mode=ro" }
}

/// Copies the short tables, and takes out those that are only looked at. New rows get the numbers they would get in the base.
async fn prepare(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    let mut transaction = connection.begin().await?;
    for table in READ {
        sqlx::query(sqlx::AssertSqlSafe(format!("DROP TABLE main.{table}"))).execute(&mut *transaction).await?;
    }
    for table in COPIED {
        let sql = format!("DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM base.{table}");
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut *transaction).await?;
    }
    let sql = "DELETE FROM main.sqlite_sequence;
        INSERT INTO main.sqlite_sequence (name, seq) SELECT name, seq FROM base.sqlite_sequence";
    sqlx::raw_sql(sql).execute(&mut *transaction).await?;
    transaction.commit().await?;
    Ok(())
}

impl Write {
    /// In a draft, makes the concepts of a project known, and what a source of it has; nothing otherwise.
    ///
    /// # Errors
    /// Database errors.
    pub async fn borrow_terms(&mut self, project: ProjectId, source: &str) -> Result<(), StoreError> {
        if !self.borrows() {
            return Ok(());
        }
        let known: bool = self
            .scalar(sqlx::query("SELECT EXISTS (SELECT 1 FROM main.concept WHERE project_id = $1)").bind(project.get()))
            .await?;
        for (table, which) in BORROWED.iter().filter(|_| !known) {
            let sql =
                format!("INSERT INTO main.{table} SELECT * FROM base.{table} WHERE {which} AND $1 > 0 ORDER BY 1");
            self.execute(sqlx::query(sqlx::AssertSqlSafe(sql)).bind(project.get()).persistent(false)).await?;
        }
        let sql = "INSERT INTO main.source_row SELECT r.* FROM base.source_row r
            JOIN base.source s ON s.id = r.source_id WHERE s.project_id = $1 AND s.name = $2 ON CONFLICT DO NOTHING";
        self.execute(sqlx::query(sql).bind(project.get()).bind(source)).await?;
        Ok(())
    }

    /// In a draft, makes the dictionaries of the base known, which readings come from; nothing otherwise.
    ///
    /// # Errors
    /// Database errors.
    pub async fn borrow_dictionaries(&mut self) -> Result<(), StoreError> {
        if !self.borrows() {
            return Ok(());
        }
        for table in ["dictionary_word", "dictionary_key", "dictionary_entry"] {
            self.execute(sqlx::query(sqlx::AssertSqlSafe(format!("DROP TABLE IF EXISTS main.{table}")))).await?;
        }
        Ok(())
    }

    /// In a draft, makes the segments of these pairs known that the base has; nothing otherwise.
    pub(super) async fn borrow_pairs(&mut self, project: ProjectId, pairs: &[i64]) -> Result<(), StoreError> {
        if !self.borrows() {
            return Ok(());
        }
        for some in pairs.chunks(LOOKED_FOR) {
            let mut query = QueryBuilder::<Sqlite>::new(
                "INSERT INTO main.segment SELECT * FROM base.segment AS known WHERE release_id IS NULL
                 AND (NOT EXISTS (SELECT 1 FROM base.import i WHERE i.state = 'undoing')
                     OR NOT EXISTS (SELECT 1 FROM base.import_segment l JOIN base.import i ON i.id = l.import_id
                         WHERE l.segment_id = known.id AND l.kept = 0 AND i.state = 'undoing')
                     OR EXISTS (SELECT 1 FROM base.import_segment l JOIN base.import i ON i.id = l.import_id
                         WHERE l.segment_id = known.id AND i.state <> 'undoing'))
                 AND project_id = ",
            );
            query.push_bind(project.get()).push(" AND pair IN");
            push_list(&mut query, some);
            query.push(" ON CONFLICT DO NOTHING");
            self.execute(query.build().persistent(some.len() == LOOKED_FOR)).await?;
        }
        Ok(())
    }
}
