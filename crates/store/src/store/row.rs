//! Reads columns into values, and builds lists of values for queries.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::sqlite::SqliteRow;
use sqlx::{ColumnIndex, QueryBuilder, Row, Sqlite, ValueRef};

use super::StoreError;
use crate::model::{
    ConceptId, ConflictId, DecisionId, DefinitionId, EntryId, EvidenceId, IgnoreId, ImportId, LinkId, NoteId,
    ProjectId, ReferenceId, ReleaseId, Revision, SegmentId, SourceId, Span, TermId, TokenId,
};

/// A value that a column can hold.
pub(super) trait Column<'r>: Sized {
    /// Reads the column of this name or position.
    fn read(row: &'r SqliteRow, column: impl ColumnIndex<SqliteRow>) -> Result<Self, sqlx::Error>;
}

macro_rules! columns_of_the_database {
    ($($kind:ty),*) => { $(
        impl<'r> Column<'r> for $kind {
            fn read(row: &'r SqliteRow, column: impl ColumnIndex<SqliteRow>) -> Result<Self, sqlx::Error> {
                row.try_get(column)
            }
        }
    )* };
}

columns_of_the_database!(bool, f64, i64, u32, String, &'r str);

macro_rules! identifier_columns {
    ($($id:ident),*) => { $(
        impl<'r> Column<'r> for $id {
            fn read(row: &'r SqliteRow, column: impl ColumnIndex<SqliteRow>) -> Result<Self, sqlx::Error> {
                row.try_get(column).map(Self::new)
            }
        }
    )* };
}

identifier_columns!(
    ConceptId,
    ConflictId,
    DecisionId,
    DefinitionId,
    EntryId,
    EvidenceId,
    IgnoreId,
    ImportId,
    LinkId,
    NoteId,
    ProjectId,
    ReferenceId,
    ReleaseId,
    Revision,
    SegmentId,
    SourceId,
    TermId,
    TokenId
);

impl<'r, T: Column<'r>> Column<'r> for Option<T> {
    fn read(row: &'r SqliteRow, column: impl ColumnIndex<SqliteRow>) -> Result<Self, sqlx::Error> {
        let position = column.index(row)?;
        if row.try_get_raw(position)?.is_null() { Ok(None) } else { T::read(row, position).map(Some) }
    }
}

/// The column of this name.
pub(super) fn get<'r, T: Column<'r>>(row: &'r SqliteRow, column: &str) -> Result<T, StoreError> {
    Ok(T::read(row, column)?)
}

/// The first column of a row, for queries that ask for one value.
pub(super) fn first<'r, T: Column<'r>>(row: &'r SqliteRow) -> Result<T, StoreError> {
    Ok(T::read(row, 0)?)
}

/// The first column of each row.
pub(super) fn firsts<'r, T: Column<'r>>(rows: &'r [SqliteRow]) -> Result<Vec<T>, StoreError> {
    rows.iter().map(first).collect()
}

/// A column that holds one word of a fixed list, or a language tag.
pub(super) fn word<T: DeserializeOwned>(row: &SqliteRow, column: &str) -> Result<T, StoreError> {
    read_word(column, get(row, column)?)
}

/// A column that holds such a word or nothing.
pub(super) fn optional_word<T: DeserializeOwned>(row: &SqliteRow, column: &str) -> Result<Option<T>, StoreError> {
    get::<Option<String>>(row, column)?.map(|text| read_word(column, text)).transpose()
}

fn read_word<T: DeserializeOwned>(column: &str, text: String) -> Result<T, StoreError> {
    let shown = text.clone();
    serde_json::from_value(serde_json::Value::String(text)).map_err(|_| StoreError::value(column, &shown))
}

/// A column that holds JSON.
pub(super) fn json<T: DeserializeOwned>(row: &SqliteRow, column: &str) -> Result<T, StoreError> {
    let text: &str = get(row, column)?;
    serde_json::from_str(text).map_err(|_| StoreError::value(column, text))
}

/// A value as JSON text.
pub(super) fn to_json<T: Serialize + ?Sized>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|error| StoreError::Other(error.into()))
}

/// A count or position that must not be negative.
pub(super) fn size(row: &SqliteRow, column: &str) -> Result<usize, StoreError> {
    let number: i64 = get(row, column)?;
    usize::try_from(number).map_err(|_| StoreError::value(column, &number.to_string()))
}

/// The columns `span_start` and `span_end`, neither of which is empty.
pub(super) fn span(row: &SqliteRow) -> Result<Span, StoreError> {
    Ok(Span::new(size(row, "span_start")?, size(row, "span_end")?))
}

/// The columns `span_start` and `span_end`, which may be empty.
pub(super) fn optional_span(row: &SqliteRow) -> Result<Option<Span>, StoreError> {
    if get::<Option<i64>>(row, "span_start")?.is_none() {
        return Ok(None);
    }
    span(row).map(Some)
}

/// A length or position as the database counts; nothing in memory is longer than `i64::MAX`.
pub(super) fn number(size: usize) -> i64 {
    i64::try_from(size).unwrap_or(i64::MAX)
}

/// A query `start (?, ?, …) end` for a list of numbers; an empty list matches nothing.
pub(super) fn listed(start: &str, numbers: &[impl Copy + Into<i64>], end: &str) -> QueryBuilder<Sqlite> {
    let mut query = QueryBuilder::new(start);
    push_list(&mut query, numbers);
    query.push(end);
    query
}

/// Adds `(?, ?, …)` for a list of numbers.
pub(super) fn push_list(query: &mut QueryBuilder<Sqlite>, numbers: &[impl Copy + Into<i64>]) {
    query.push(" (");
    let mut list = query.separated(", ");
    for number in numbers {
        list.push_bind::<i64>((*number).into());
    }
    query.push(") ");
}
