//! Glossary entries of a release and the note marks that refer to them.

use sqlx::sqlite::SqliteRow;

use super::row::{get, json, number, size, span, to_json, word};
use super::{NewEntry, Store, StoreError, StoredEntry, StoredReference, Write};
use crate::model::{Entry, EntryId, Marker, Reference, ReleaseId, Span};

impl Write {
    /// Stores the entries of a release in printed order; gives their numbers in the same order.
    ///
    /// # Errors
    /// `already_exists` when the release has entries, `database_refused` when there is no such release.
    pub async fn insert_entries(
        &mut self,
        release: ReleaseId,
        entries: &[NewEntry<'_>],
    ) -> Result<Vec<EntryId>, StoreError> {
        let mut ids = Vec::with_capacity(entries.len());
        for (position, new) in entries.iter().enumerate() {
            let entry = new.entry;
            let id: EntryId = self.scalar(sqlx::query(
                "INSERT INTO entry (release_id, position, section, marker, label, head, term, term_key, aliases,
                     definition, spans, lang)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id",
            )
            .bind(release.get())
            .bind(number(position))
            .bind(entry.group)
            .bind(entry.marker.as_ref().map(|marker| &marker.printed))
            .bind(entry.marker.as_ref().map(|marker| &marker.label))
            .bind(&entry.head)
            .bind(&entry.term)
            .bind(new.term_key)
            .bind(to_json(&entry.aliases)?)
            .bind(&entry.definition)
            .bind(to_json(&[entry.span, entry.head_span, entry.definition_span])?)
            .bind(entry.lang.as_str())).await?;
            ids.push(id);
        }
        Ok(ids)
    }

    /// Stores the note marks of a release; `entries` are the numbers [`Write::insert_entries`] gave.
    ///
    /// # Errors
    /// `database_refused` when there is no such release.
    pub async fn insert_references(
        &mut self,
        release: ReleaseId,
        references: &[Reference],
        entries: &[EntryId],
    ) -> Result<(), StoreError> {
        for reference in references {
            self.execute(
                sqlx::query(
                    "INSERT INTO reference (release_id, entry_id, marker, label, span_start, span_end)
                 VALUES ($1, $2, $3, $4, $5, $6)",
                )
                .bind(release.get())
                .bind(reference.entry.and_then(|index| entries.get(index)).map(|id| id.get()))
                .bind(&reference.marker.printed)
                .bind(&reference.marker.label)
                .bind(number(reference.span.start))
                .bind(number(reference.span.end)),
            )
            .await?;
        }
        Ok(())
    }
}

impl Store {
    /// The entries of a release in printed order.
    ///
    /// # Errors
    /// Database errors.
    pub async fn entries_of(&self, release: ReleaseId) -> Result<Vec<StoredEntry>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, release_id, position, section, marker, label, head, term, term_key, aliases, definition, spans,
                 lang
             FROM entry WHERE release_id = $1 ORDER BY position",
        )
        .bind(release.get())
        .fetch_all(&self.readers)
        .await?;
        rows.iter().map(stored_entry).collect()
    }

    /// The note marks of a release in order of the text.
    ///
    /// # Errors
    /// Database errors.
    pub async fn references_of(&self, release: ReleaseId) -> Result<Vec<StoredReference>, StoreError> {
        let rows = sqlx::query(
            "SELECT id, entry_id, marker, label, span_start, span_end
             FROM reference WHERE release_id = $1 ORDER BY id",
        )
        .bind(release.get())
        .fetch_all(&self.readers)
        .await?;
        rows.iter()
            .map(|row| {
                Ok(StoredReference {
                    id: get(row, "id")?,
                    marker: Marker { printed: get(row, "marker")?, label: get(row, "label")? },
                    span: span(row)?,
                    entry_id: get(row, "entry_id")?,
                })
            })
            .collect()
    }
}

fn stored_entry(row: &SqliteRow) -> Result<StoredEntry, StoreError> {
    let printed: Option<String> = get(row, "marker")?;
    let label: Option<String> = get(row, "label")?;
    let spans: [Span; 3] = json(row, "spans")?;
    Ok(StoredEntry {
        id: get(row, "id")?,
        release_id: get(row, "release_id")?,
        position: size(row, "position")?,
        term_key: get(row, "term_key")?,
        entry: Entry {
            marker: printed.map(|printed| Marker { printed, label: label.unwrap_or_default() }),
            head: get(row, "head")?,
            term: get(row, "term")?,
            aliases: json(row, "aliases")?,
            definition: get(row, "definition")?,
            span: spans[0],
            head_span: spans[1],
            definition_span: spans[2],
            group: get(row, "section")?,
            lang: word(row, "lang")?,
        },
    })
}
