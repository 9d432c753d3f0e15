//! Evidence for terms.

use std::collections::BTreeMap;

use serde_json::json;
use sqlx::SqliteConnection;

use super::row::{get, listed, number, optional_json, optional_span, to_json, word};
use super::{NewEvidence, Store, StoreError, Write};
use crate::model::{ConceptId, EntryId, Evidence, EvidenceId, LinkId, ReleaseId, TermId};

impl Write {
    /// Stores a piece of evidence for a term.
    ///
    /// # Errors
    /// `not_found` when there is no such term, `database_refused` when there is no such release, entry or link.
    pub async fn insert_evidence(
        &mut self,
        term: TermId,
        evidence: &NewEvidence<'_>,
    ) -> Result<EvidenceId, StoreError> {
        self.touch_term(term, json!({ "evidence": evidence.method })).await?;
        let id = self.scalar(sqlx::query(
            "INSERT INTO evidence (term_id, kind, method, release_id, entry_id, link_id, source, span_start, span_end,
                 snippet, confidence, import_row, origin)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING id",
        )
        .bind(term.get())
        .bind(evidence.kind.as_str())
        .bind(evidence.method.as_str())
        .bind(evidence.release_id.map(ReleaseId::get))
        .bind(evidence.entry.map(EntryId::get))
        .bind(evidence.link.map(LinkId::get))
        .bind(evidence.source)
        .bind(evidence.span.map(|span| number(span.start)))
        .bind(evidence.span.map(|span| number(span.end)))
        .bind(evidence.snippet)
        .bind(evidence.confidence)
        .bind(evidence.row)
        .bind(evidence.origin.map(to_json).transpose()?)).await?;
        Ok(id)
    }
}

impl Store {
    /// The names dictionaries gave for the terms of a release, each with its dictionary.
    ///
    /// # Errors
    /// Database errors.
    pub async fn imported_for(&self, release: ReleaseId) -> Result<Vec<(String, String)>, StoreError> {
        let rows = sqlx::query(
            "SELECT e.source, t.text FROM evidence e JOIN term t ON t.id = e.term_id
             WHERE e.release_id = $1 AND e.kind = 'import' ORDER BY e.id",
        )
        .bind(release.get())
        .fetch_all(&self.readers)
        .await?;
        rows.iter().map(|row| Ok((get(row, "source")?, get(row, "text")?))).collect()
    }
}

/// The evidence of all terms of these concepts, by term, strongest first. The source is the release's present name.
pub(super) async fn evidence_of(
    connection: &mut SqliteConnection,
    concepts: &[ConceptId],
) -> Result<BTreeMap<TermId, Vec<Evidence>>, StoreError> {
    let query = listed(
        "SELECT e.id, e.term_id, e.kind, e.method, e.release_id, CASE e.kind WHEN 'document' THEN coalesce(r.name, e.source) ELSE e.source END AS source, e.span_start,
             e.span_end, e.snippet, e.confidence, e.origin, r.work, r.url
         FROM term t JOIN evidence e ON e.term_id = t.id LEFT JOIN release r ON r.id = e.release_id
         WHERE t.concept_id IN",
        concepts,
        "ORDER BY e.term_id, e.confidence DESC, e.id",
    );
    gathered(connection, query).await
}

/// The same, but at most the first `FIRST` and the last `LAST` of each term: what a transaction needs to know of a term
/// that thousands of releases speak for. A confidence is settled long before.
pub(super) async fn some_evidence_of(
    connection: &mut SqliteConnection,
    concepts: &[ConceptId],
) -> Result<BTreeMap<TermId, Vec<Evidence>>, StoreError> {
    let some = |order: &str, limit: usize| {
        format!(
            "SELECT id FROM (SELECT x.id FROM evidence x WHERE x.term_id = t.id ORDER BY x.id {order} LIMIT {limit}) AS few"
        )
    };
    let (first, last) = (some("ASC", FIRST), some("DESC", LAST));
    // A cross join keeps SQLite from asking for the few of every term anew for each piece of evidence.
    let start = format!(
        "SELECT e.id, e.term_id, e.kind, e.method, e.release_id, CASE e.kind WHEN 'document' THEN coalesce(r.name, e.source) ELSE e.source END AS source, e.span_start,
             e.span_end, e.snippet, e.confidence, e.origin, r.work, r.url
         FROM term t CROSS JOIN evidence e
         LEFT JOIN release r ON r.id = e.release_id
         WHERE e.id IN ({first} UNION {last}) AND t.concept_id IN"
    );
    gathered(connection, listed(&start, concepts, "ORDER BY e.term_id, e.confidence DESC, e.id")).await
}

/// Evidence read in a transaction, oldest first.
const FIRST: usize = 48;

/// Evidence read in a transaction, newest first: including what this transaction has written.
const LAST: usize = 24;

async fn gathered(
    connection: &mut SqliteConnection,
    mut query: sqlx::QueryBuilder<sqlx::Sqlite>,
) -> Result<BTreeMap<TermId, Vec<Evidence>>, StoreError> {
    let mut found: BTreeMap<TermId, Vec<Evidence>> = BTreeMap::new();
    for row in &query.build().fetch_all(connection).await? {
        let evidence = Evidence {
            id: get(row, "id")?,
            term_id: get(row, "term_id")?,
            kind: word(row, "kind")?,
            method: word(row, "method")?,
            release_id: get(row, "release_id")?,
            source: get(row, "source")?,
            span: optional_span(row)?,
            snippet: get(row, "snippet")?,
            confidence: get(row, "confidence")?,
            work: get(row, "work")?,
            url: get(row, "url")?,
            origin: optional_json(row, "origin")?,
        };
        found.entry(evidence.term_id).or_default().push(evidence);
    }
    Ok(found)
}
