//! Glossaries uploaded through the protocol of a translation service: the entries as sent, and what they became.

mod effect;
mod queries;

pub use queries::{GlossaryRow, PairRow};

use serde_json::json;

use super::row::{get, json as from_json, optional_word, to_json, word};
use super::write::Entity;
use super::{StoreError, Write};
use crate::model::{ConceptId, LangPair, ProjectId, SourceId, TermId, Usage};

/// The entry of a glossary, and what it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredGlossaryEntry {
    /// The source term as sent.
    pub source: String,
    /// The target term as sent.
    pub target: String,
    /// The concept it became or joined.
    pub concept: Option<ConceptId>,
    /// The term of the target language it makes the preferred one.
    pub term: Option<TermId>,
    /// The usage that term had, if the entry changed it.
    pub usage_before: Option<Usage>,
    /// The terms that were preferred till then.
    pub demoted: Vec<TermId>,
}

/// An entry to keep, with the key of its source.
#[derive(Debug, Clone, Copy)]
pub struct NewGlossaryEntry<'a> {
    /// The entry.
    pub entry: &'a StoredGlossaryEntry,
    /// Its place in the list that was sent.
    pub position: usize,
    /// The key of its source term.
    pub source_key: &'a str,
}

impl Write {
    /// Makes a project a glossary that other programs fill; `made` says that it is there for them alone. A project that is
    /// one already stays as it is.
    ///
    /// # Errors
    /// `database_refused` when there is no such project or the name is empty.
    pub async fn ensure_glossary(&mut self, project: ProjectId, name: &str, made: bool) -> Result<(), StoreError> {
        let at = self.at().to_owned();
        self.execute(
            sqlx::query(
                "INSERT INTO glossary (project_id, name, made, created_at) VALUES ($1, $2, $3, $4)
                 ON CONFLICT (project_id) DO NOTHING",
            )
            .bind(project.get())
            .bind(name)
            .bind(made)
            .bind(at),
        )
        .await?;
        Ok(())
    }

    /// Gives a glossary, and the project that was made for it, other names.
    ///
    /// # Errors
    /// `database_refused` when another project has the name.
    pub async fn rename_glossary(&mut self, project: ProjectId, name: &str, own: &str) -> Result<(), StoreError> {
        self.execute(sqlx::query("UPDATE glossary SET name = $2 WHERE project_id = $1").bind(project.get()).bind(name))
            .await?;
        self.execute(sqlx::query("UPDATE project SET name = $2 WHERE id = $1").bind(project.get()).bind(own)).await?;
        Ok(())
    }

    /// Whether a project has this name, as the transaction sees it.
    ///
    /// # Errors
    /// Database errors.
    pub async fn has_project(&mut self, name: &str) -> Result<bool, StoreError> {
        self.scalar(sqlx::query("SELECT EXISTS (SELECT 1 FROM project WHERE name = $1)").bind(name)).await
    }

    /// Makes sure that the glossary has a dictionary for these languages, whose evidence names this source.
    ///
    /// # Errors
    /// `database_refused` when there is no such glossary or source.
    pub async fn ensure_dictionary(
        &mut self,
        project: ProjectId,
        languages: &LangPair,
        source: SourceId,
    ) -> Result<(), StoreError> {
        self.execute(
            sqlx::query(
                "INSERT INTO glossary_dictionary (project_id, source_lang, target_lang, source_id)
                 VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
            )
            .bind(project.get())
            .bind(languages.source.as_str())
            .bind(languages.target.as_str())
            .bind(source.get()),
        )
        .await?;
        Ok(())
    }

    /// Forgets the dictionary of these languages with its entries; says whether there was one.
    ///
    /// # Errors
    /// Database errors.
    pub async fn forget_dictionary(&mut self, project: ProjectId, languages: &LangPair) -> Result<bool, StoreError> {
        let done = self
            .execute(
                sqlx::query(
                    "DELETE FROM glossary_dictionary WHERE project_id = $1 AND source_lang = $2 AND target_lang = $3",
                )
                .bind(project.get())
                .bind(languages.source.as_str())
                .bind(languages.target.as_str()),
            )
            .await?;
        Ok(done.rows_affected() > 0)
    }

    /// The entries of a dictionary in the order they were sent, as the transaction sees it.
    ///
    /// # Errors
    /// Database errors.
    pub async fn glossary_entries(
        &mut self,
        project: ProjectId,
        languages: &LangPair,
    ) -> Result<Vec<StoredGlossaryEntry>, StoreError> {
        let rows = self
            .all(
                sqlx::query(
                    "SELECT source, target, concept_id, term_id, usage_before, demoted FROM glossary_entry
                     WHERE project_id = $1 AND source_lang = $2 AND target_lang = $3 ORDER BY position",
                )
                .bind(project.get())
                .bind(languages.source.as_str())
                .bind(languages.target.as_str()),
            )
            .await?;
        rows.iter()
            .map(|row| {
                Ok(StoredGlossaryEntry {
                    source: get(row, "source")?,
                    target: get(row, "target")?,
                    concept: get(row, "concept_id")?,
                    term: get(row, "term_id")?,
                    usage_before: optional_word(row, "usage_before")?,
                    demoted: from_json(row, "demoted")?,
                })
            })
            .collect()
    }

    /// Keeps an entry.
    ///
    /// # Errors
    /// `already_exists` when the dictionary has its source; `database_refused` when there is no such dictionary.
    pub async fn insert_glossary_entry(
        &mut self,
        project: ProjectId,
        languages: &LangPair,
        new: &NewGlossaryEntry<'_>,
    ) -> Result<(), StoreError> {
        let entry = new.entry;
        self.execute(
            sqlx::query(
                "INSERT INTO glossary_entry (project_id, source_lang, target_lang, source, target, position, source_key,
                     concept_id, term_id, usage_before, demoted)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            )
            .bind(project.get())
            .bind(languages.source.as_str())
            .bind(languages.target.as_str())
            .bind(&entry.source)
            .bind(&entry.target)
            .bind(super::row::number(new.position))
            .bind(new.source_key)
            .bind(entry.concept.map(ConceptId::get))
            .bind(entry.term.map(TermId::get))
            .bind(entry.usage_before.map(Usage::as_str))
            .bind(to_json(&entry.demoted)?),
        )
        .await?;
        Ok(())
    }

    /// Puts an entry at another place of its list.
    ///
    /// # Errors
    /// Database errors.
    pub async fn move_glossary_entry(
        &mut self,
        project: ProjectId,
        languages: &LangPair,
        source: &str,
        position: usize,
    ) -> Result<(), StoreError> {
        self.execute(
            sqlx::query(
                "UPDATE glossary_entry SET position = $5
                 WHERE project_id = $1 AND source_lang = $2 AND target_lang = $3 AND source = $4 AND position <> $5",
            )
            .bind(project.get())
            .bind(languages.source.as_str())
            .bind(languages.target.as_str())
            .bind(source)
            .bind(super::row::number(position)),
        )
        .await?;
        Ok(())
    }

    /// Removes a project that was made for a glossary and in which nothing is left; else it stays, as a project like any
    /// other. Says whether it went.
    ///
    /// # Errors
    /// Database errors.
    pub async fn forget_glossary(&mut self, project: ProjectId) -> Result<bool, StoreError> {
        let made: Option<bool> = self
            .optional_scalar(
                sqlx::query("DELETE FROM glossary WHERE project_id = $1 RETURNING made").bind(project.get()),
            )
            .await?;
        if made != Some(true) {
            return Ok(false);
        }
        let name: Option<String> = self
            .optional_scalar(
                sqlx::query(
                    "DELETE FROM project WHERE id = $1
                         AND NOT EXISTS (SELECT 1 FROM concept WHERE project_id = $1)
                         AND NOT EXISTS (SELECT 1 FROM release WHERE project_id = $1)
                         AND NOT EXISTS (SELECT 1 FROM segment WHERE project_id = $1)
                         AND NOT EXISTS (SELECT 1 FROM source WHERE project_id = $1)
                         AND NOT EXISTS (SELECT 1 FROM decision WHERE project_id = $1)
                         AND NOT EXISTS (SELECT 1 FROM review_decision WHERE project_id = $1)
                     RETURNING name",
                )
                .bind(project.get()),
            )
            .await?;
        Ok(name.is_some())
    }

    /// Removes the source whose rows are gone already.
    ///
    /// # Errors
    /// Database errors.
    pub async fn forget_source(&mut self, project: ProjectId, name: &str) -> Result<(), StoreError> {
        let id: Option<SourceId> = self
            .optional_scalar(
                sqlx::query("DELETE FROM source WHERE project_id = $1 AND name = $2 RETURNING id")
                    .bind(project.get())
                    .bind(name),
            )
            .await?;
        if let Some(id) = id {
            self.deleted(Entity::Source, id, project, json!({ "name": name }));
        }
        Ok(())
    }

    /// Whether there is a concept of this number, as the transaction sees it.
    ///
    /// # Errors
    /// Database errors.
    pub async fn has_concept(&mut self, concept: ConceptId) -> Result<bool, StoreError> {
        self.scalar(sqlx::query("SELECT EXISTS (SELECT 1 FROM concept WHERE id = $1)").bind(concept.get())).await
    }

    /// The concept a term is in, with its usage; none for a term that is gone.
    pub(super) async fn usage_in_concept(&mut self, term: TermId) -> Result<Option<(ConceptId, Usage)>, StoreError> {
        let row =
            self.optional(sqlx::query("SELECT concept_id, usage FROM term WHERE id = $1").bind(term.get())).await?;
        row.map(|row| Ok((get(&row, "concept_id")?, word(&row, "usage")?))).transpose()
    }
}
