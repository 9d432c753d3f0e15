//! What stands behind a term: a place in a release, the shipped starter base, an imported file, or a person.

use serde::{Deserialize, Serialize};

use super::{EvidenceId, ReleaseId, Span, TermId};

/// Why a term is in the base. Nothing enters without at least one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Number in the store.
    pub id: EvidenceId,
    /// The term it speaks for.
    pub term_id: TermId,
    /// What sort of witness.
    pub kind: EvidenceKind,
    /// The method, as `Method::as_str` names it, or `entry` for a glossary head, `starter`, `decision`.
    pub method: String,
    /// The release, where there is one.
    pub release_id: Option<ReleaseId>,
    /// Name of the release or of the source (`starter:life-sciences`).
    pub source: String,
    /// Where in the release's text.
    pub span: Option<Span>,
    /// The words themselves, lines re-joined.
    pub snippet: Option<String>,
    /// Probability, 0 to 1.
    pub confidence: f64,
    /// The piece of research its release speaks of; releases of one work are one witness.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<String>,
}

/// What sort of witness an evidence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// A place in a release.
    Document,
    /// A row of the starter term base shipped with the program; proves nothing about any release.
    Curated,
    /// A row of a file somebody imported.
    Import,
    /// A person's decision.
    Person,
}

impl EvidenceKind {
    /// The word used in JSON and SQL.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Curated => "curated",
            Self::Import => "import",
            Self::Person => "person",
        }
    }

    /// Reads the word back; `None` for any other.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        [Self::Document, Self::Curated, Self::Import, Self::Person].into_iter().find(|kind| kind.as_str() == word)
    }
}
