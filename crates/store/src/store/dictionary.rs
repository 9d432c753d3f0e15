//! Imported dictionaries that are looked up but do not become terms.

use serde_json::json;
use sqlx::{QueryBuilder, Sqlite};

use super::row::{get, json as read_json, push_list, to_json};
use super::source::facts;
use super::{Store, StoreError, Write};
use crate::model::{PartOfSpeech, ProjectId, SourceId, SourceNote};

/// Keys looked up by one statement.
const LOOKED_UP: usize = 10_000;

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
}

/// An entry of a dictionary that answers a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DictionaryEntry {
    /// The key that was asked for.
    pub key: String,
    /// Whether the key is exact; otherwise it has spelling variants folded.
    pub exact: bool,
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
    /// Keeps an entry of a dictionary.
    ///
    /// # Errors
    /// `database_refused` when there is no such source.
    pub async fn insert_dictionary_entry(
        &mut self,
        source: SourceId,
        new: &NewDictionaryEntry<'_>,
    ) -> Result<(), StoreError> {
        let id: i64 = self
            .scalar(
                sqlx::query(
                    "INSERT INTO dictionary_entry (source_id, japanese, reading, english, part_of_speech)
                     VALUES ($1, $2, $3, $4, $5) RETURNING id",
                )
                .bind(source.get())
                .bind(new.ja)
                .bind(new.reading)
                .bind(to_json(&json!(new.en))?)
                .bind(new.part_of_speech.map(PartOfSpeech::as_str)),
            )
            .await?;
        if new.keys.is_empty() {
            return Ok(());
        }
        let mut query: QueryBuilder<Sqlite> = QueryBuilder::new("INSERT INTO dictionary_key (key, entry_id, exact) ");
        query.push_values(new.keys, |mut row, (key, exact)| {
            row.push_bind(key).push_bind(id).push_bind(*exact);
        });
        // One spelling's folded key may be another's exact one, which says more.
        query.push(" ON CONFLICT (key, entry_id) DO UPDATE SET exact = max(exact, excluded.exact)");
        self.execute(query.build()).await?;
        Ok(())
    }
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
            let mut query = QueryBuilder::new(
                "SELECT k.key, k.exact, d.japanese, d.reading, d.english, d.part_of_speech, s.name, s.licence,
                     s.attribution, s.url
                 FROM dictionary_key k JOIN dictionary_entry d ON d.id = k.entry_id JOIN source s ON s.id = d.source_id
                 WHERE k.key IN (",
            );
            let mut list = query.separated(", ");
            for key in keys {
                list.push_bind(*key);
            }
            query.push(")");
            if !projects.is_empty() {
                query.push(" AND s.project_id IN");
                push_list(&mut query, projects);
            }
            query.push(" ORDER BY k.key, k.exact DESC, d.id");
            for row in &query.build().fetch_all(&self.readers).await? {
                found.push(DictionaryEntry {
                    key: get(row, "key")?,
                    exact: get(row, "exact")?,
                    ja: get(row, "japanese")?,
                    reading: get(row, "reading")?,
                    en: read_json(row, "english")?,
                    part_of_speech: super::row::optional_word(row, "part_of_speech")?,
                    source: SourceNote { name: get(row, "name")?, facts: facts(row)? },
                });
            }
        }
        Ok(found)
    }
}
