//! How a release is cited, and the witness an imported file names for what it says.

use serde::{Deserialize, Serialize};

use super::{EvidenceKind, ReleaseId, SourceFacts};

/// How a document is cited: what is known of it, as printed.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Publication {
    /// Its title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_ja: Option<String>,
    /// Its English title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
    /// Who published it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub institution: Option<String>,
    /// When: `2026-04-01`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

impl Publication {
    /// Whether nothing is known.
    #[must_use]
    pub fn is_unknown(&self) -> bool {
        *self == Self::default()
    }
}

/// A release behind a concept, as far as it is needed to cite it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleaseNote {
    /// Its number.
    pub id: ReleaseId,
    /// Its title, institution and date.
    pub publication: Publication,
}

/// The witness that an imported file names for something. The base itself knows the file only; what it was before is kept to be
/// shown, weighed and passed on.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// What sort of witness it was.
    pub kind: EvidenceKind,
    /// Its name: that of a release, an imported source or a person.
    pub source: String,
    /// The number of the release in the base the file is from, which tells two of one name apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub release: Option<i64>,
    /// Web address of the release.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The piece of research the release speaks of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<String>,
    /// How the release is cited.
    #[serde(default, skip_serializing_if = "Publication::is_unknown")]
    pub publication: Publication,
    /// Owner and licence of the imported source.
    #[serde(default, skip_serializing_if = "SourceFacts::are_unknown")]
    pub facts: SourceFacts,
    /// The files it has come through since, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub through: Vec<String>,
}
