//! A number in, the project it is of out: what keeps those who may see one project from seeing another.

use super::{Store, StoreError};

/// A kind of thing that has a number and belongs to a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A document.
    Release,
    /// A meaning.
    Concept,
    /// A designation.
    Term,
    /// A translation unit.
    Segment,
    /// What a person decided.
    Decision,
}

impl Thing {
    /// Its name.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Concept => "concept",
            Self::Term => "term",
            Self::Segment => "segment",
            Self::Decision => "decision",
        }
    }
}

impl Store {
    /// The name of the project the thing of this number is of.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn project_of(&self, thing: Thing, id: i64) -> Result<String, StoreError> {
        let sql = match thing {
            Thing::Release => "SELECT p.name FROM release t JOIN project p ON p.id = t.project_id WHERE t.id = $1",
            Thing::Concept => "SELECT p.name FROM concept t JOIN project p ON p.id = t.project_id WHERE t.id = $1",
            Thing::Term => "SELECT p.name FROM term t JOIN project p ON p.id = t.project_id WHERE t.id = $1",
            Thing::Segment => "SELECT p.name FROM segment t JOIN project p ON p.id = t.project_id WHERE t.id = $1",
            Thing::Decision => {
                "SELECT p.name FROM review_decision t JOIN project p ON p.id = t.project_id WHERE t.id = $1"
            }
        };
        let name = sqlx::query_scalar(sql).bind(id).fetch_optional(&self.readers).await?;
        name.ok_or_else(|| StoreError::not_found(thing.as_str(), id))
    }
}
