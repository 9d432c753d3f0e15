//! Everything a term base holds, to be compared: what only reads must leave all of it as it was.

#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection};
use sqlx::{AssertSqlSafe, ConnectOptions, Connection};
use xxhash_rust::xxh3::xxh3_64;

/// The rows of each table, as SQL writes them, and the bytes of the file once its log is written back.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Fingerprint {
    tables: BTreeMap<String, Vec<String>>,
    bytes: u64,
}

/// The bytes of the file and of its log as they are. If these are the same, so is everything in them.
#[derive(PartialEq, Eq)]
pub(crate) struct FileBytes(Vec<u8>, Vec<u8>);

fn log(path: &Path) -> PathBuf {
    PathBuf::from(format!("{}-wal", path.display()))
}

pub(crate) fn file_bytes(path: &Path) -> FileBytes {
    FileBytes(fs::read(path).unwrap(), fs::read(log(path)).unwrap_or_default())
}

/// Copies a base, with what is still in its log.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::copy(from, to).unwrap();
    if log(from).exists() {
        fs::copy(log(from), log(to)).unwrap();
    }
}

impl Fingerprint {
    /// That of the base at `path`, taken from a copy: even looking leaves a trace in the files of a database.
    pub(crate) fn of(path: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let beside = folder.path().join("copy.db");
        copy(path, &beside);
        let tables = tokio::runtime::Runtime::new().unwrap().block_on(async {
            let options = SqliteConnectOptions::new().filename(&beside);
            let mut connection = options.connect().await.unwrap();
            let tables = tables(&mut connection).await;
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut connection).await.unwrap();
            connection.close().await.unwrap();
            tables
        });
        Self { tables, bytes: xxh3_64(&fs::read(&beside).unwrap()) }
    }

    /// The number of changes in the log.
    pub(crate) fn changes(&self) -> usize {
        self.tables["change"].len()
    }

    /// The rows that only one of the two has, by table; of a long list the first ones.
    pub(crate) fn differences(&self, other: &Self) -> Vec<String> {
        let mut found = Vec::new();
        let names: std::collections::BTreeSet<&String> = self.tables.keys().chain(other.tables.keys()).collect();
        for name in names {
            let none = Vec::new();
            let (one, two) = (self.tables.get(name).unwrap_or(&none), other.tables.get(name).unwrap_or(&none));
            for (sign, rows, others) in [('-', one, two), ('+', two, one)] {
                let missing = rows.iter().filter(|row| others.binary_search(row).is_err());
                found.extend(missing.take(5).map(|row| format!("{sign} {name}: {row}")));
            }
        }
        if found.is_empty() && self.bytes != other.bytes {
            found.push("only the bytes of the file".to_owned());
        }
        found
    }
}

async fn tables(connection: &mut SqliteConnection) -> BTreeMap<String, Vec<String>> {
    let named = "SELECT name FROM sqlite_schema WHERE type = 'table' UNION SELECT 'sqlite_schema'";
    let names: Vec<String> = sqlx::query_scalar(named).fetch_all(&mut *connection).await.unwrap();
    let mut tables = BTreeMap::new();
    for name in names {
        let columns = format!(
            "SELECT group_concat('quote(\"' || name || '\")', ' || '', '' || ') FROM pragma_table_info('{name}')"
        );
        let columns: String = sqlx::query_scalar(AssertSqlSafe(columns)).fetch_one(&mut *connection).await.unwrap();
        let rows = format!("SELECT {columns} FROM \"{name}\"");
        let mut rows: Vec<String> = sqlx::query_scalar(AssertSqlSafe(rows)).fetch_all(&mut *connection).await.unwrap();
        rows.sort_unstable();
        tables.insert(name, rows);
    }
    tables
}
