//! Identifiers: one type for each kind of thing in the store, so that the number of a concept is never taken for that of a
//! term. In JSON they are plain numbers.

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

macro_rules! identifiers {
    ($($(#[$doc:meta])* $name:ident,)*) => { $(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(i64);

        impl $name {
            /// The identifier with this number.
            #[must_use]
            pub const fn new(number: i64) -> Self {
                Self(number)
            }

            /// Its number.
            #[must_use]
            pub const fn get(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )* };
}

identifiers! {
    /// Identifies a project.
    ProjectId,
    /// Identifies a release.
    ReleaseId,
    /// Identifies an entry of a release.
    EntryId,
    /// Identifies a note mark in the text of a release.
    ReferenceId,
    /// Identifies a link.
    LinkId,
    /// Identifies a concept.
    ConceptId,
    /// Identifies a definition of a concept.
    DefinitionId,
    /// Identifies a reviewer's note on a concept.
    NoteId,
    /// Identifies a conflict between two concepts.
    ConflictId,
    /// Identifies a term.
    TermId,
    /// Identifies a piece of evidence.
    EvidenceId,
    /// Identifies a segment.
    SegmentId,
    /// Identifies an imported dictionary or term base.
    SourceId,
    /// Identifies an import of a file.
    ImportId,
    /// Identifies a reviewer's decision.
    DecisionId,
    /// Identifies an act of several decisions.
    ActId,
    /// Identifies a correction of how a release was read.
    CorrectionId,
    /// Identifies an ignored finding.
    IgnoreId,
    /// Identifies a token; part of the token itself, so that its row is found without trying every one.
    TokenId,
    /// Number of a change; grows by at least one with every change, and is never reused.
    Revision,
}

impl Default for Revision {
    fn default() -> Self {
        Self::START
    }
}

impl Revision {
    /// The revision of a base in which nothing has changed yet.
    pub const START: Self = Self(0);

    /// The revision that follows.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}
