//! The history of review decisions, newest first.

use sqlx::sqlite::SqliteRow;
use sqlx::{QueryBuilder, Sqlite};

use crate::model::{ActId, ConceptId, DecisionId, DecisionKind, ProjectId, Revision, TermId};
use crate::store::row::{get, word};
use crate::store::{Store, StoreError, Write};

/// A decision as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredDecision {
    /// Its number.
    pub id: DecisionId,
    /// The project.
    pub project_id: ProjectId,
    /// The kind of decision.
    pub kind: DecisionKind,
    /// The concept it was about.
    pub concept_id: ConceptId,
    /// The term it was about.
    pub term_id: Option<TermId>,
    /// In words, what it did.
    pub summary: String,
    /// Revision it led to.
    pub revision: Revision,
    /// Who decided.
    pub actor: String,
    /// When, RFC 3339.
    pub at: String,
    /// Who took it back.
    pub undone_by: Option<String>,
    /// When it was taken back.
    pub undone_at: Option<String>,
    /// The act of several decisions that it is part of.
    pub act_id: Option<ActId>,
}

const ROW: &str = "SELECT d.id, d.project_id, d.kind, d.concept_id, d.term_id, d.summary, d.revision, d.actor, d.at,
    d.undone_by, d.undone_at, d.act_id FROM review_decision d WHERE ";

impl Store {
    /// Up to `limit` decisions of these projects before the number `before` (none for the first page), newest first; of one person
    /// where one is named.
    ///
    /// # Errors
    /// Database errors.
    pub async fn review_decisions(
        &self,
        projects: &[ProjectId],
        actor: Option<&str>,
        before: Option<DecisionId>,
        limit: u32,
    ) -> Result<Vec<StoredDecision>, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new(ROW);
        query.push("d.project_id IN");
        crate::store::row::push_list(&mut query, projects);
        if let Some(actor) = actor {
            query.push(" AND d.actor = ").push_bind(actor);
        }
        if let Some(before) = before {
            query.push(" AND d.id < ").push_bind(before.get());
        }
        query.push(" ORDER BY d.id DESC LIMIT ").push_bind(limit);
        query.build().fetch_all(&self.readers).await?.iter().map(decision).collect()
    }

    /// The last decision of a project that was not taken back; of one person where one is named.
    ///
    /// # Errors
    /// Database errors.
    pub async fn last_decision(
        &self,
        project: ProjectId,
        actor: Option<&str>,
    ) -> Result<Option<StoredDecision>, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new(ROW);
        query.push("d.project_id = ").push_bind(project.get()).push(" AND d.undone_at IS NULL");
        if let Some(actor) = actor {
            query.push(" AND d.actor = ").push_bind(actor);
        }
        query.push(" ORDER BY d.id DESC LIMIT 1");
        query.build().fetch_optional(&self.readers).await?.as_ref().map(decision).transpose()
    }
}

impl Write {
    /// One decision.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn review_decision(&mut self, id: DecisionId) -> Result<StoredDecision, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new(ROW);
        query.push("d.id = ").push_bind(id.get());
        let row = self.optional(query.build()).await?;
        decision(&row.ok_or_else(|| StoreError::not_found("decision", id))?)
    }

    /// The first decision after this one that touched the same and was not taken back.
    pub(super) async fn newer_decision(&mut self, id: DecisionId) -> Result<Option<StoredDecision>, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new(ROW);
        query
            .push("d.undone_at IS NULL AND d.id > ")
            .push_bind(id.get())
            .push(" AND d.project_id = (SELECT m.project_id FROM review_decision m WHERE m.id = ");
        query.push_bind(id.get()).push(
            ") AND EXISTS (SELECT 1 FROM review_touched mine JOIN review_touched theirs ON theirs.thing = mine.thing
                 WHERE mine.decision_id = ",
        );
        query.push_bind(id.get()).push(" AND theirs.decision_id = d.id) ORDER BY d.id DESC LIMIT 1");
        self.optional(query.build()).await?.as_ref().map(decision).transpose()
    }
}

fn decision(row: &SqliteRow) -> Result<StoredDecision, StoreError> {
    Ok(StoredDecision {
        id: get(row, "id")?,
        project_id: get(row, "project_id")?,
        kind: word(row, "kind")?,
        concept_id: get(row, "concept_id")?,
        term_id: get(row, "term_id")?,
        summary: get(row, "summary")?,
        revision: get(row, "revision")?,
        actor: get(row, "actor")?,
        at: get(row, "at")?,
        undone_by: get(row, "undone_by")?,
        undone_at: get(row, "undone_at")?,
        act_id: get(row, "act_id")?,
    })
}
