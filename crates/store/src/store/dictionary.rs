//! Imported dictionaries that are looked up but do not become terms.

use serde_json::json;
use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite};

use super::row::{get, json as read_json, padded, push_list, to_json};
use super::source::facts;
use super::{Store, StoreError, Write};
use crate::model::{PartOfSpeech, ProjectId, SourceId, SourceNote};

/// Keys looked up by one statement.
const LOOKED_UP: usize = 10_000;

/// Rows inserted by one statement.
const ROWS: usize = 500;
/// Statements for up to so many rows stay prepared.
const USUAL: usize = 16;

/// An entry of a dictionary to keep.
#[derive(Debug, Clone, Copy)]
pub struct NewDictionaryEntry<'a> {
    /// Its leading spelling.
    pub ja: &'a str,
    /// How it is read, where known.
    pub reading: Option<&'a str>,
    /// Its English, in the order of the dictionary; not empty.
    pub en: &'a [String],
    /// Part of speech, where known.
    pub part_of_speech: Option<PartOfSpeech>,
    /// The keys it is found by, each with whether it is exact or has spelling variants folded.
    pub keys: &'a [(String, bool)],
    /// What else it is found by: readings and words of its English, each with a rank, the best first.
    pub words: &'a [(String, i64)],
}

/// An entry of a dictionary that answers a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DictionaryEntry {
    /// The key that was asked for.
    pub key: String,
    /// Whether the key is exact; otherwise it has spelling variants folded.
    pub exact: bool,
    /// The order of entries that have the key as a reading or a word of their English; 0 if it is a spelling.
    pub rank: i64,
    /// The leading spelling of the entry.
    pub ja: String,
    /// How it is read, where known.
    pub reading: Option<String>,
    /// Its English, in the order of the dictionary; never empty.
    pub en: Vec<String>,
    /// Part of speech, where known.
    pub part_of_speech: Option<PartOfSpeech>,
    /// The dictionary, with its licence.
    pub source: SourceNote,
}

impl Write {
    /// Keeps an entry of a dictionary, which is the row of this number.
    ///
    /// # Errors
    /// `database_refused` when there is no such source.
    pub async fn insert_dictionary_entry(
        &mut self,
        source: SourceId,
        new: &NewDictionaryEntry<'_>,
        row: i64,
    ) -> Result<(), StoreError> {
        let id: i64 = self
            .scalar(
                sqlx::query(
                    "INSERT INTO dictionary_entry (source_id, japanese, reading, english, part_of_speech, import_row)
                     VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
                )
                .bind(source.get())
                .bind(new.ja)
                .bind(new.reading)
                .bind(to_json(&json!(new.en))?)
                .bind(new.part_of_speech.map(PartOfSpeech::as_str))
                .bind(row),
            )
            .await?;
        self.insert_dictionary_keys(id, new.keys, new.words).await
    }

    async fn insert_dictionary_keys(
        &mut self,
        id: i64,
        keys: &[(String, bool)],
        words: &[(String, i64)],
    ) -> Result<(), StoreError> {
        for keys in keys.chunks(ROWS) {
            let mut query: QueryBuilder<Sqlite> =
                QueryBuilder::new("INSERT INTO dictionary_key (key, entry_id, exact) ");
            query.push_values(keys, |mut row, (key, exact)| {
                row.push_bind(key).push_bind(id).push_bind(*exact);
            });
            // One spelling's folded key may be another's exact one, which says more.
            query.push(" ON CONFLICT (key, entry_id) DO UPDATE SET exact = max(exact, excluded.exact)");
            self.execute(query.build().persistent(keys.len() <= USUAL)).await?;
        }
        for words in words.chunks(ROWS) {
            let mut query: QueryBuilder<Sqlite> =
                QueryBuilder::new("INSERT INTO dictionary_word (key, entry_id, rank) ");
            query.push_values(words, |mut row, (key, rank)| {
                row.push_bind(key).push_bind(id).push_bind(*rank);
            });
            query.push(" ON CONFLICT (key, entry_id) DO NOTHING");
            self.execute(query.build().persistent(words.len() <= USUAL)).await?;
        }
        Ok(())
    }

    /// Replaces what an entry of a dictionary is found by, except for its exact keys.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn rekey_dictionary_entry(
        &mut self,
        id: i64,
        keys: &[(String, bool)],
        words: &[(String, i64)],
    ) -> Result<(), StoreError> {
        self.execute(sqlx::query("DELETE FROM dictionary_key WHERE entry_id = $1 AND exact = 0").bind(id)).await?;
        self.execute(sqlx::query("DELETE FROM dictionary_word WHERE entry_id = $1").bind(id)).await?;
        self.insert_dictionary_keys(id, keys, words).await
    }
}

impl Write {
    /// The reading that the dictionaries of a project have for a term (`Key::exact`), if all that have it agree.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn dictionary_reading(&mut self, project: ProjectId, key: &str) -> Result<Option<String>, StoreError> {
        let rows = self
            .all(
                sqlx::query(
                    "SELECT DISTINCT d.reading AS reading FROM dictionary_key k
                     JOIN dictionary_entry d ON d.id = k.entry_id JOIN source s ON s.id = d.source_id
                     WHERE k.key = $1 AND k.exact = 1 AND s.project_id = $2 AND d.reading IS NOT NULL LIMIT 2",
                )
                .bind(key)
                .bind(project.get()),
            )
            .await?;
        match rows.as_slice() {
            [row] => get(row, "reading"),
            _ => Ok(None),
        }
    }
}

/// An entry of a dictionary with what its keys are made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyedDictionaryEntry {
    /// Its number.
    pub id: i64,
    /// How it is read, where known.
    pub reading: Option<String>,
    /// Its English.
    pub en: Vec<String>,
    /// Its exact keys.
    pub keys: Vec<String>,
}

impl Store {
    /// The entries of the dictionaries of these projects (of all where none is named) that have one of these Japanese
    /// keys, many at once: by key, exact ones first, then in the order of the dictionaries.
    ///
    /// Give `Key::exact` of each term, and `Key::variant` too where spelling variants may answer. A dictionary says what
    /// a word may mean, not what a release means by it: each answer is weak evidence (method `dictionary`, 0.75).
    ///
    /// # Errors
    /// Database errors.
    pub async fn dictionary_english(
        &self,
        projects: &[ProjectId],
        ja_keys: &[&str],
    ) -> Result<Vec<DictionaryEntry>, StoreError> {
        let mut found = Vec::new();
        for keys in ja_keys.chunks(LOOKED_UP) {
            let columns = "SELECT k.key, k.exact, 0 AS rank";
            let mut query = entries(columns, "dictionary_key", keys, projects);
            query.push(" ORDER BY k.key, k.exact DESC, d.id");
            for row in &query.build().fetch_all(&self.readers).await? {
                found.push(entry(row)?);
            }
        }
        Ok(found)
    }

    /// The entries of the dictionaries of these projects (of all where none is named) that are found by one of these readings
    /// or words of their English, the best first.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn dictionary_words(
        &self,
        projects: &[ProjectId],
        keys: &[&str],
        limit: u32,
    ) -> Result<Vec<DictionaryEntry>, StoreError> {
        if keys.is_empty() {
            return Ok(Vec::new());
        }
        let mut query = entries("SELECT k.key, FALSE AS exact, k.rank", "dictionary_word", keys, projects);
        query.push(" ORDER BY k.rank, d.id LIMIT ");
        query.push_bind(i64::from(limit));
        query.build().fetch_all(&self.readers).await?.iter().map(entry).collect()
    }

    /// Up to `limit` entries of dictionaries after `after` (none for the first page), with their exact keys.
    ///
    /// # Errors
    /// Those of the database.
    pub async fn keyed_dictionary_entries(
        &self,
        after: Option<i64>,
        limit: u32,
    ) -> Result<Vec<KeyedDictionaryEntry>, StoreError> {
        let rows = sqlx::query("SELECT id, reading, english FROM dictionary_entry WHERE id > $1 ORDER BY id LIMIT $2")
            .bind(after.unwrap_or(0))
            .bind(limit)
            .fetch_all(&self.readers)
            .await?;
        let mut entries: Vec<KeyedDictionaryEntry> = Vec::with_capacity(rows.len());
        for row in &rows {
            let (id, reading, en) = (get(row, "id")?, get(row, "reading")?, read_json(row, "english")?);
            entries.push(KeyedDictionaryEntry { id, reading, en, keys: Vec::new() });
        }
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return Ok(entries) };
        let keys = sqlx::query(
            "SELECT entry_id, key FROM dictionary_key WHERE entry_id BETWEEN $1 AND $2 AND exact = 1
             ORDER BY entry_id, key",
        )
        .bind(first.id)
        .bind(last.id)
        .fetch_all(&self.readers)
        .await?;
        for row in &keys {
            let id: i64 = get(row, "entry_id")?;
            if let Ok(at) = entries.binary_search_by_key(&id, |entry| entry.id) {
                entries[at].keys.push(get(row, "key")?);
            }
        }
        Ok(entries)
    }
}

/// A query for the entries that have one of these keys in a table of keys.
fn entries(columns: &str, table: &str, keys: &[&str], projects: &[ProjectId]) -> QueryBuilder<Sqlite> {
    let mut query = QueryBuilder::new(format!(
        "{columns}, d.japanese, d.reading, d.english, d.part_of_speech, s.name, s.licence, s.attribution, s.url
         FROM {table} k JOIN dictionary_entry d ON d.id = k.entry_id JOIN source s ON s.id = d.source_id
         WHERE k.key IN ("
    ));
    let mut list = query.separated(", ");
    for key in padded(keys) {
        list.push_bind((*key).to_owned());
    }
    query.push(")");
    if !projects.is_empty() {
        query.push(" AND s.project_id IN");
        push_list(&mut query, projects);
    }
    query
}

fn entry(row: &SqliteRow) -> Result<DictionaryEntry, StoreError> {
    Ok(DictionaryEntry {
        key: get(row, "key")?,
        exact: get(row, "exact")?,
        rank: get(row, "rank")?,
        ja: get(row, "japanese")?,
        reading: get(row, "reading")?,
        en: read_json(row, "english")?,
        part_of_speech: super::row::optional_word(row, "part_of_speech")?,
        source: SourceNote { name: get(row, "name")?, facts: facts(row)? },
    })
}
