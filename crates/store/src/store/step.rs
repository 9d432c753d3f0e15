//! Runs the statements of a transaction. One the database refuses fails the whole transaction.

use sqlx::Sqlite;
use sqlx::query::Query;
use sqlx::sqlite::{SqliteArguments, SqliteQueryResult, SqliteRow};

use super::row::{Column, first, firsts};
use super::{StoreError, Write};

pub(super) type Statement<'q> = Query<'q, Sqlite, SqliteArguments>;

impl Write {
    /// Runs a statement without rows.
    pub(super) async fn execute(&mut self, statement: Statement<'_>) -> Result<SqliteQueryResult, StoreError> {
        let result = statement.execute(self.connection()).await;
        self.noted(result)
    }

    /// The row of a query, if any.
    pub(super) async fn optional(&mut self, statement: Statement<'_>) -> Result<Option<SqliteRow>, StoreError> {
        let result = statement.fetch_optional(self.connection()).await;
        self.noted(result)
    }

    /// All rows of a query.
    pub(super) async fn all(&mut self, statement: Statement<'_>) -> Result<Vec<SqliteRow>, StoreError> {
        let result = statement.fetch_all(self.connection()).await;
        self.noted(result)
    }

    /// The one value of a query.
    pub(super) async fn scalar<T: for<'r> Column<'r>>(&mut self, statement: Statement<'_>) -> Result<T, StoreError> {
        let result = statement.fetch_one(self.connection()).await;
        first(&self.noted(result)?)
    }

    /// The value of a query, if any.
    pub(super) async fn optional_scalar<T: for<'r> Column<'r>>(
        &mut self,
        statement: Statement<'_>,
    ) -> Result<Option<T>, StoreError> {
        self.optional(statement).await?.as_ref().map(first).transpose()
    }

    /// All values of a query.
    pub(super) async fn scalars<T: for<'r> Column<'r>>(
        &mut self,
        statement: Statement<'_>,
    ) -> Result<Vec<T>, StoreError> {
        firsts(&self.all(statement).await?)
    }

    /// Remembers a refusal.
    fn noted<T>(&mut self, result: Result<T, sqlx::Error>) -> Result<T, StoreError> {
        if result.is_err() {
            self.fail();
        }
        result.map_err(StoreError::from)
    }
}
