//! Statistics of SQLite's query planner: those of tables that are large are kept, and no others.

use sqlx::SqliteConnection;

use super::StoreError;

/// Tables with fewer rows have no statistics. They are soon wrong: what is planned for a term base of ten terms takes minutes where an
/// import then adds thousands, while the planner's own assumptions suit tables of any size.
const FEWEST: i64 = 10_000;

/// Tables that stay short, of which statistics say what is true.
const SHORT: &str = "'meta', 'project', 'source', 'import', 'token', '_sqlx_migrations'";

/// Brings the statistics up to date, as far as SQLite finds that worthwhile. Gives up at once where another program is writing.
pub(super) async fn refresh(connection: &mut SqliteConnection) -> Result<(), StoreError> {
    sqlx::raw_sql("PRAGMA busy_timeout = 0; PRAGMA optimize").execute(&mut *connection).await?;
    let known: bool = sqlx::query_scalar("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE name = 'sqlite_stat1')")
        .fetch_one(&mut *connection)
        .await?;
    if known {
        // The first number of `stat` is that of the rows, or of those in a partial index.
        let sql = format!(
            "DELETE FROM sqlite_stat1 WHERE tbl NOT IN ({SHORT}) AND tbl IN (
                 SELECT tbl FROM sqlite_stat1 GROUP BY tbl HAVING max(CAST(stat AS INTEGER)) < {FEWEST})"
        );
        sqlx::query(sqlx::AssertSqlSafe(sql)).execute(&mut *connection).await?;
    }
    Ok(())
}
