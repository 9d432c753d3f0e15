//! Reads glossaries: which there are, their entries, and the translation of one term.

use sqlx::sqlite::SqliteRow;

use crate::model::{Lang, LangPair, ProjectId};
use crate::store::row::{get, word};
use crate::store::{Store, StoreError};

/// A project as programs of the protocol know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GlossaryRow {
    /// The project.
    pub project: ProjectId,
    /// The project's own name.
    pub project_name: String,
    /// The name those programs gave it; none where they have put nothing in.
    pub name: Option<String>,
    /// Whether the project was made for them.
    pub made: bool,
    /// When it was made, or first changed, RFC 3339; none for a project nothing has happened in.
    pub created_at: Option<String>,
}

/// A source term and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairRow {
    /// The source term.
    pub source: String,
    /// The target term.
    pub target: String,
}

/// Terms of one language with those of another in the same concept, what should be said first: preferred, then full forms,
/// then what a person approved, then what is surest. What was rejected, is a mere candidate or should not be said is left
/// out, and so is a sense that only one release uses, and what stands here only because an entry of some list was put in.
const DERIVED: &str = "SELECT s.text AS source, t.text AS target FROM term s
    JOIN term t ON t.concept_id = s.concept_id JOIN concept c ON c.id = s.concept_id
    WHERE s.project_id = $1 AND (s.lang = $2 OR s.lang LIKE $2 || '-%') AND (t.lang = $3 OR t.lang LIKE $3 || '-%')
        AND s.review IN ('suggested', 'approved') AND t.review IN ('suggested', 'approved')
        AND t.usage IN ('preferred', 'admitted') AND c.scope_release_id IS NULL
        AND (s.decided_at IS NOT NULL OR EXISTS (SELECT 1 FROM evidence e WHERE e.term_id = s.id
            AND (e.kind <> 'import' OR e.source NOT LIKE 'glossary:%')))
        AND (t.decided_at IS NOT NULL OR EXISTS (SELECT 1 FROM evidence e WHERE e.term_id = t.id
            AND (e.kind <> 'import' OR e.source NOT LIKE 'glossary:%')))";

const BEST_FIRST: &str =
    " ORDER BY s.text, t.usage = 'preferred' DESC, t.kind = 'abbreviation', t.review = 'approved' DESC,
    t.confidence DESC, t.id";

impl Store {
    /// Every project as a glossary, by number.
    ///
    /// # Errors
    /// Database errors.
    pub async fn glossary_rows(&self) -> Result<Vec<GlossaryRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT p.id, p.name AS project_name, g.name, coalesce(g.made, 0) AS made,
                 coalesce(g.created_at, (SELECT min(at) FROM change c WHERE c.project_id = p.id)) AS created_at
             FROM project p LEFT JOIN glossary g ON g.project_id = p.id ORDER BY p.id",
        )
        .fetch_all(&self.readers)
        .await?;
        let stored = |row: &SqliteRow| {
            Ok(GlossaryRow {
                project: get(row, "id")?,
                project_name: get(row, "project_name")?,
                name: get(row, "name")?,
                made: get(row, "made")?,
                created_at: get(row, "created_at")?,
            })
        };
        rows.iter().map(stored).collect()
    }

    /// The languages entries were put in for.
    ///
    /// # Errors
    /// Database errors.
    pub async fn dictionary_languages(&self, project: ProjectId) -> Result<Vec<LangPair>, StoreError> {
        let sql = "SELECT source_lang, target_lang FROM glossary_dictionary
             WHERE project_id = $1 ORDER BY source_lang DESC, target_lang";
        let rows = sqlx::query(sql).bind(project.get()).fetch_all(&self.readers).await?;
        rows.iter()
            .map(|row| Ok(LangPair { source: word(row, "source_lang")?, target: word(row, "target_lang")? }))
            .collect()
    }

    /// The entries that were put in, in the order they were sent.
    ///
    /// # Errors
    /// Database errors.
    pub async fn dictionary_entries(
        &self,
        project: ProjectId,
        languages: &LangPair,
    ) -> Result<Vec<PairRow>, StoreError> {
        let rows = sqlx::query(
            "SELECT source, target FROM glossary_entry
             WHERE project_id = $1 AND source_lang = $2 AND target_lang = $3 ORDER BY position",
        )
        .bind(project.get())
        .bind(languages.source.as_str())
        .bind(languages.target.as_str())
        .fetch_all(&self.readers)
        .await?;
        rows.iter().map(pair).collect()
    }

    /// What the project's concepts give: terms of the one language with those of the other, for each source what should be
    /// said first.
    ///
    /// # Errors
    /// Database errors.
    pub async fn derived_entries(&self, project: ProjectId, languages: &LangPair) -> Result<Vec<PairRow>, StoreError> {
        let sql = format!("{DERIVED}{BEST_FIRST}");
        let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(project.get())
            .bind(languages.source.primary())
            .bind(languages.target.primary())
            .fetch_all(&self.readers)
            .await?;
        rows.iter().map(pair).collect()
    }

    /// What a glossary calls the source term with this key: what was put in first, then what the concepts give.
    ///
    /// # Errors
    /// Database errors.
    pub async fn glossary_targets(
        &self,
        project: ProjectId,
        languages: &LangPair,
        key: &str,
    ) -> Result<Vec<PairRow>, StoreError> {
        let (source, target): (&Lang, &Lang) = (&languages.source, &languages.target);
        let put = sqlx::query(
            "SELECT source, target FROM glossary_entry
             WHERE project_id = $1 AND source_key = $4 AND source_lang = $2 AND target_lang = $3 ORDER BY position",
        )
        .bind(project.get())
        .bind(source.as_str())
        .bind(target.as_str())
        .bind(key)
        .fetch_all(&self.readers)
        .await?;
        let sql = format!("{DERIVED} AND s.key = $4{BEST_FIRST}");
        let derived = sqlx::query(sqlx::AssertSqlSafe(sql))
            .bind(project.get())
            .bind(source.primary())
            .bind(target.primary())
            .bind(key)
            .fetch_all(&self.readers)
            .await?;
        put.iter().chain(&derived).map(pair).collect()
    }
}

fn pair(row: &SqliteRow) -> Result<PairRow, StoreError> {
    Ok(PairRow { source: get(row, "source")?, target: get(row, "target")? })
}
