//! Where a segment comes from: its file and place, who made it and when, and what stands around it.

use super::PairCodes;
use super::segment::fingerprint;

/// What is known of a segment beside its texts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Provenance {
    /// Where it comes from: [`Provenance::RELEASE`], or the name of an imported file.
    pub origin: String,
    /// Subject field.
    pub field: Option<String>,
    /// Document or series it stands in.
    pub document: Option<String>,
    /// Its own name in the program it comes from: TMX `tuid`, PO `msgctxt`.
    pub key: Option<String>,
    /// The source texts around it.
    pub neighbours: Neighbours,
    /// When it was made, RFC 3339.
    pub created_at: Option<String>,
    /// Who made it.
    pub author: Option<String>,
    /// The inline codes of its texts.
    pub codes: PairCodes,
}

/// Fingerprints ([`crate::model::fingerprint`]) of the source texts around a segment in its document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Neighbours {
    /// Of the text before it.
    pub before: Option<i64>,
    /// Of the text after it.
    pub after: Option<i64>,
}

impl Provenance {
    /// The origin of segments found in releases.
    pub const RELEASE: &str = "ingest";

    /// The provenance of a segment of which nothing but its origin is known.
    #[must_use]
    pub fn of(origin: impl Into<String>) -> Self {
        Self { origin: origin.into(), ..Self::default() }
    }

    /// The provenance of a segment that was aligned in a release.
    #[must_use]
    pub fn of_release() -> Self {
        Self::of(Self::RELEASE)
    }

    /// Whether it was aligned in a release, not handed over in a file or by a person.
    #[must_use]
    pub fn is_aligned(&self) -> bool {
        self.origin == Self::RELEASE
    }
}

impl Neighbours {
    /// The fingerprints of the texts before and after, as far as they are known.
    #[must_use]
    pub fn of(before: Option<&str>, after: Option<&str>) -> Self {
        Self { before: before.map(fingerprint), after: after.map(fingerprint) }
    }

    /// Whether neither of the two is known.
    #[must_use]
    pub fn are_unknown(&self) -> bool {
        *self == Self::default()
    }
}
