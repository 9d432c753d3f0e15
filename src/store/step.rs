//! The steps of a unit of work: a query in, its rows out; a step the database refuses fails the whole unit.

use sqlx::query::{Query, QueryScalar};
use sqlx::sqlite::{SqliteArguments, SqliteQueryResult, SqliteRow};
use sqlx::{Decode, Sqlite, Type};

use super::{StoreError, Write};

type Statement<'q> = Query<'q, Sqlite, SqliteArguments>;
type Value<'q, T> = QueryScalar<'q, Sqlite, T, SqliteArguments>;

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
    pub(super) async fn scalar<T>(&mut self, value: Value<'_, T>) -> Result<T, StoreError>
    where
        T: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + Send + Unpin,
    {
        let result = value.fetch_one(self.connection()).await;
        self.noted(result)
    }

    /// The value of a query, if any.
    pub(super) async fn optional_scalar<T>(&mut self, value: Value<'_, T>) -> Result<Option<T>, StoreError>
    where
        T: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + Send + Unpin,
    {
        let result = value.fetch_optional(self.connection()).await;
        self.noted(result)
    }

    /// All values of a query.
    pub(super) async fn scalars<T>(&mut self, value: Value<'_, T>) -> Result<Vec<T>, StoreError>
    where
        T: for<'r> Decode<'r, Sqlite> + Type<Sqlite> + Send + Unpin,
    {
        let result = value.fetch_all(self.connection()).await;
        self.noted(result)
    }

    /// Remembers a refusal.
    fn noted<T>(&mut self, result: Result<T, sqlx::Error>) -> Result<T, StoreError> {
        if result.is_err() {
            self.fail();
        }
        result.map_err(StoreError::from)
    }
}
