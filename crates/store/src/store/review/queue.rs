//! The review queue: terms nobody has decided on, ordered by use and uncertainty.

use sqlx::{QueryBuilder, Sqlite};

use crate::model::{ConceptId, Lang, ProjectId, ReleaseId, Review, TermId};
use crate::store::row::{get, push_list};
use crate::store::{Store, StoreError};

/// Which open terms to give.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct QueueFilter {
    /// Only of these projects.
    pub projects: Vec<ProjectId>,
    /// Only of this subject field.
    pub field: Option<String>,
    /// Only terms this release speaks for.
    pub release: Option<ReleaseId>,
    /// Only of this language and its regional forms.
    pub lang: Option<Lang>,
    /// Only in this state.
    pub review: Option<Review>,
    /// Only this sure, at least.
    pub least: Option<f64>,
}

/// A place in the queue: the priority and the number of the last term seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct QueuePosition {
    /// Its priority.
    pub priority: i64,
    /// Its number.
    pub term: TermId,
}

/// A term nobody has decided on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OpenTerm {
    /// The term.
    pub term: TermId,
    /// Its concept.
    pub concept: ConceptId,
    /// A thousand times use × uncertainty.
    pub priority: i64,
    /// How many releases speak of its concept.
    pub releases: i64,
    /// How unsure it is, 0 to 1.
    pub uncertainty: f64,
}

/// The open terms, up to their projects; filters follow.
const OPEN: &str = "WITH open AS (
    SELECT t.id, t.concept_id, t.confidence FROM term t JOIN concept c ON c.id = t.concept_id
    WHERE t.decided_at IS NULL AND t.review IN ('candidate', 'suggested') AND t.project_id IN";

/// Their priorities. The use is counted once for each concept, which may have a thousand open names. Uncertainty is `4c(1−c)`,
/// each conflict halving what is left to 1, written so that the database needs no mathematical functions.
const PRIORITIES: &str = "), used AS (
    SELECT o.concept_id, count(DISTINCT e.release_id) AS releases FROM term o JOIN evidence e ON e.term_id = o.id
    WHERE o.concept_id IN (SELECT concept_id FROM open) GROUP BY o.concept_id
)
SELECT id, concept_id, priority, releases, uncertainty FROM (
    SELECT id, concept_id, releases, uncertainty, cast(round(1000.0 * releases * uncertainty) AS INTEGER) AS priority
    FROM (
        SELECT id, concept_id, releases, 1.0 - (1.0 - 4.0 * confidence * (1.0 - confidence)) / (1 << min(disputes, 20))
            AS uncertainty
        FROM (
            SELECT open.id, open.concept_id, open.confidence, coalesce(used.releases, 0) AS releases,
                (SELECT count(*) FROM conflict k WHERE k.resolved = 0
                     AND (k.concept_id = open.concept_id OR k.other_id = open.concept_id)) AS disputes
            FROM open LEFT JOIN used ON used.concept_id = open.concept_id)))";

impl Store {
    /// Up to `limit` open terms after a place (none for the first page), the highest priority first.
    ///
    /// # Errors
    /// Database errors.
    pub async fn open_terms(
        &self,
        filter: &QueueFilter,
        after: Option<QueuePosition>,
        limit: u32,
    ) -> Result<Vec<OpenTerm>, StoreError> {
        let mut query = QueryBuilder::<Sqlite>::new(OPEN);
        push_list(&mut query, &filter.projects);
        if let Some(lang) = &filter.lang {
            query.push(" AND (t.lang = ").push_bind(lang.as_str().to_owned());
            query.push(" OR t.lang LIKE ").push_bind(format!("{lang}-%")).push(")");
        }
        if let Some(field) = &filter.field {
            query.push(" AND c.field = ").push_bind(field.clone());
        }
        if let Some(release) = filter.release {
            query.push(" AND EXISTS (SELECT 1 FROM evidence w WHERE w.term_id = t.id AND w.release_id = ");
            query.push_bind(release.get()).push(")");
        }
        if let Some(review) = filter.review {
            query.push(" AND t.review = ").push_bind(review.as_str());
        }
        if let Some(least) = filter.least {
            query.push(" AND t.confidence >= ").push_bind(least);
        }
        query.push(PRIORITIES);
        if let Some(after) = after {
            query.push(" WHERE priority < ").push_bind(after.priority);
            query
                .push(" OR (priority = ")
                .push_bind(after.priority)
                .push(" AND id > ")
                .push_bind(after.term.get())
                .push(")");
        }
        query.push(" ORDER BY priority DESC, id LIMIT ").push_bind(limit);
        let rows = query.build().fetch_all(&self.readers).await?;
        rows.iter()
            .map(|row| {
                Ok(OpenTerm {
                    term: get(row, "id")?,
                    concept: get(row, "concept_id")?,
                    priority: get(row, "priority")?,
                    releases: get(row, "releases")?,
                    uncertainty: get(row, "uncertainty")?,
                })
            })
            .collect()
    }
}
