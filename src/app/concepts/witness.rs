//! The witness of a claim: a release, the starter base, an imported source or a person.

use std::collections::BTreeSet;

use crate::model::{EntryId, EvidenceKind, LinkId, ProjectId, ReleaseId, TermId};
use crate::text::tokeniser::Tokeniser;

/// Where claims come from.
#[derive(Clone, Copy)]
pub(in crate::app) struct Witness<'a> {
    /// The project.
    pub(in crate::app) project: ProjectId,
    /// The kind of witness.
    pub(in crate::app) kind: EvidenceKind,
    /// The release, if it is one.
    pub(in crate::app) release: Option<ReleaseId>,
    /// Name of the release or source.
    pub(in crate::app) source: &'a str,
    /// Subject field of new concepts.
    pub(in crate::app) field: Option<&'a str>,
    /// The stored entries; claims refer to them by index.
    pub(in crate::app) entries: &'a [EntryId],
    /// The stored links; claims refer to them by index.
    pub(in crate::app) links: &'a [LinkId],
    /// Terms the release supported when it was last read.
    pub(in crate::app) before: &'a BTreeSet<TermId>,
    /// The tokeniser, for readings.
    pub(in crate::app) words: &'a Tokeniser,
}
