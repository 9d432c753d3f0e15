//! Who makes a claim: a release, the starter base, an imported source or a person.

use std::collections::BTreeSet;

use crate::model::{EntryId, EvidenceKind, LinkId, ProjectId, ReleaseId, TermId};
use crate::text::tokeniser::Tokeniser;

/// Where claims come from.
#[derive(Clone, Copy)]
pub(in crate::app) struct Witness<'a> {
    /// The project.
    pub(in crate::app) project: ProjectId,
    /// What sort of witness.
    pub(in crate::app) kind: EvidenceKind,
    /// The release, where it is one.
    pub(in crate::app) release: Option<ReleaseId>,
    /// Name of the release or source.
    pub(in crate::app) source: &'a str,
    /// Subject field of new concepts.
    pub(in crate::app) field: Option<&'a str>,
    /// Numbers of the stored entries.
    pub(in crate::app) entries: &'a [EntryId],
    /// Numbers of the stored links.
    pub(in crate::app) links: &'a [LinkId],
    /// Terms the release stood behind before.
    pub(in crate::app) before: &'a BTreeSet<TermId>,
    /// Gives readings.
    pub(in crate::app) words: &'a Tokeniser,
}
