//! Replaces the keys of terms after the comparison rules have changed.

use super::row::get;
use super::{Store, StoreError, Write};
use crate::model::{Lang, TermId};

/// A term and the keys it is stored under.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyedTerm {
    /// Its number.
    pub id: TermId,
    /// Its language.
    pub lang: Lang,
    /// The term.
    pub text: String,
    /// Its key.
    pub key: String,
    /// Its key with spelling variants folded.
    pub variant_key: String,
}

impl Store {
    /// Up to `limit` terms after `after` (none for the first page), of all projects.
    ///
    /// # Errors
    /// Database errors.
    pub async fn keyed_terms(&self, after: Option<TermId>, limit: u32) -> Result<Vec<KeyedTerm>, StoreError> {
        let rows = sqlx::query("SELECT id, lang, text, key, variant_key FROM term WHERE id > $1 ORDER BY id LIMIT $2")
            .bind(after.map_or(0, TermId::get))
            .bind(limit)
            .fetch_all(&self.readers)
            .await?;
        rows.iter()
            .map(|row| {
                Ok(KeyedTerm {
                    id: get(row, "id")?,
                    lang: super::row::word(row, "lang")?,
                    text: get(row, "text")?,
                    key: get(row, "key")?,
                    variant_key: get(row, "variant_key")?,
                })
            })
            .collect()
    }
}

impl Write {
    /// Stores a term under other keys. The term itself stays as it is, so this is no change to follow.
    ///
    /// # Errors
    /// Database errors.
    pub async fn rekey_term(&mut self, id: TermId, key: &str, variant_key: &str) -> Result<(), StoreError> {
        self.execute(
            sqlx::query("UPDATE term SET key = $2, variant_key = $3 WHERE id = $1")
                .bind(id.get())
                .bind(key)
                .bind(variant_key),
        )
        .await?;
        Ok(())
    }
}
