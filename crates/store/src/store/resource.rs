//! Which project a release, concept, term, segment or decision belongs to: the base of every check of access.

use super::import::seen;
use super::{Store, StoreError};
use crate::model::{ConceptId, DecisionId, DefinitionId, ImportId, ReleaseId, SegmentId, TermId};

/// Something that belongs to a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resource {
    /// A document.
    Release(ReleaseId),
    /// A meaning.
    Concept(ConceptId),
    /// A designation.
    Term(TermId),
    /// A translation unit.
    Segment(SegmentId),
    /// A definition of a concept.
    Definition(DefinitionId),
    /// A reviewer's decision.
    Decision(DecisionId),
    /// An imported file.
    Import(ImportId),
}

impl Resource {
    /// What kind of thing it is.
    #[must_use]
    pub fn kind(self) -> &'static str {
        match self {
            Self::Release(_) => "release",
            Self::Concept(_) => "concept",
            Self::Term(_) => "term",
            Self::Segment(_) => "segment",
            Self::Definition(_) => "definition",
            Self::Decision(_) => "decision",
            Self::Import(_) => "import",
        }
    }

    /// The number it has among the things of its kind.
    #[must_use]
    pub fn number(self) -> i64 {
        match self {
            Self::Release(id) => id.get(),
            Self::Concept(id) => id.get(),
            Self::Term(id) => id.get(),
            Self::Segment(id) => id.get(),
            Self::Definition(id) => id.get(),
            Self::Decision(id) => id.get(),
            Self::Import(id) => id.get(),
        }
    }
}

macro_rules! resources {
    ($($variant:ident($id:ident)),*) => { $(
        impl From<$id> for Resource {
            fn from(id: $id) -> Self {
                Self::$variant(id)
            }
        }
    )* };
}

resources!(
    Release(ReleaseId),
    Concept(ConceptId),
    Term(TermId),
    Segment(SegmentId),
    Definition(DefinitionId),
    Decision(DecisionId),
    Import(ImportId)
);

impl Store {
    /// The name of the project a thing belongs to.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn project_of(&self, resource: Resource) -> Result<String, StoreError> {
        let sql = match resource {
            Resource::Release(_) => {
                "SELECT p.name FROM release t JOIN project p ON p.id = t.project_id WHERE t.id = $1"
            }
            Resource::Concept(_) => {
                "SELECT p.name FROM concept t JOIN project p ON p.id = t.project_id WHERE t.id = $1"
            }
            Resource::Term(_) => "SELECT p.name FROM term t JOIN project p ON p.id = t.project_id WHERE t.id = $1",
            Resource::Segment(_) => concat!(
                "SELECT p.name FROM segment JOIN project p ON p.id = segment.project_id WHERE segment.id = $1 AND ",
                seen!()
            ),
            Resource::Definition(_) => {
                "SELECT p.name FROM definition t JOIN concept c ON c.id = t.concept_id JOIN project p ON p.id = c.project_id
                 WHERE t.id = $1"
            }
            Resource::Decision(_) => {
                "SELECT p.name FROM review_decision t JOIN project p ON p.id = t.project_id WHERE t.id = $1"
            }
            Resource::Import(_) => "SELECT p.name FROM import t JOIN project p ON p.id = t.project_id WHERE t.id = $1",
        };
        let name = sqlx::query_scalar(sql).bind(resource.number()).fetch_optional(&self.readers).await?;
        name.ok_or_else(|| StoreError::not_found(resource.kind(), resource.number()))
    }
}
