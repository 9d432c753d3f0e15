//! Reads columns into values, and builds lists of values for queries.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde::de::value::{Error as ValueError, StrDeserializer};
use sqlx::sqlite::SqliteRow;
use sqlx::{ColumnIndex, QueryBuilder, Row, Sqlite, ValueRef};

use super::StoreError;
use crate::model::{
    ActId, ConceptId, ConflictId, CorrectionId, DecisionId, DefinitionId, EntryId, EvidenceId, IgnoreId, ImportId,
    LinkId, NoteId, ProjectId, ReferenceId, ReleaseId, Revision, SegmentId, SourceId, Span, TermId, TokenId,
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
    ActId,
    ConceptId,
    ConflictId,
    CorrectionId,
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
    get::<Option<&str>>(row, column)?.map(|text| read_word(column, text)).transpose()
}

fn read_word<T: DeserializeOwned>(column: &str, text: &str) -> Result<T, StoreError> {
    T::deserialize(StrDeserializer::<ValueError>::new(text)).map_err(|_| StoreError::value(column, text))
}

/// A column that holds JSON.
pub(super) fn json<T: DeserializeOwned>(row: &SqliteRow, column: &str) -> Result<T, StoreError> {
    let text: &str = get(row, column)?;
    serde_json::from_str(text).map_err(|_| StoreError::value(column, text))
}

/// A column that holds JSON or nothing.
pub(super) fn optional_json<T: DeserializeOwned>(row: &SqliteRow, column: &str) -> Result<Option<T>, StoreError> {
    let text: Option<&str> = get(row, column)?;
    text.map(|text| serde_json::from_str(text).map_err(|_| StoreError::value(column, text))).transpose()
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

/// Lists of up to so many items are padded.
const PADDED: usize = 16_384;

/// The items of a list for a query, the last of them again until there are as many as a power of two.
///
/// Each connection keeps the statements of the queries it has seen, and one for every length of every list would take megabytes.
pub(super) fn padded<T>(items: &[T]) -> impl Iterator<Item = &T> {
    let size = if items.len() <= PADDED { items.len().next_power_of_two() } else { items.len() };
    items.iter().chain(items.last().into_iter().cycle()).take(size)
}

/// Adds `(?, ?, …)` for a list of numbers.
pub(super) fn push_list(query: &mut QueryBuilder<Sqlite>, numbers: &[impl Copy + Into<i64>]) {
    query.push(" (");
    let mut list = query.separated(", ");
    for number in padded(numbers) {
        list.push_bind::<i64>((*number).into());
    }
    query.push(") ");
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn lists_of_a_thousand_lengths_are_eleven_statements() {
        let numbers: Vec<i64> = (1..=1_000).collect();
        let statement = |length| listed("SELECT", &numbers[..length], "").into_sql().as_str().to_owned();
        let statements: BTreeSet<String> = (1..=1_000).map(statement).collect();
        assert_eq!(statements.len(), 11);
        for (items, want) in
            [(vec![], vec![]), (vec!["葛"], vec!["葛"]), (vec!["葛", "𠮷", "ー"], vec!["葛", "𠮷", "ー", "ー"])]
        {
            assert_eq!(padded(&items).copied().collect::<Vec<&str>>(), want);
        }
        let many = vec![0; PADDED + 1];
        assert_eq!(padded(&many).count(), many.len());
    }
}
