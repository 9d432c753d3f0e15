//! Records: what the store takes and returns, as plain data. Things of the model with their keys and numbers.

use serde::Deserialize;

use crate::model::{
    ConceptId, Doubt, Entry, EntryId, EvidenceKind, EvidenceMethod, Lang, Link, LinkId, Marker, Metadata, Origin,
    PartOfSpeech, ProjectId, Provenance, Reading, ReferenceId, Release, ReleaseId, Review, Revision, Segment,
    SegmentId, Source, Span, Term, TermId, TermKind, Usage,
};

/// A named collection of concepts, segments and releases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Project {
    /// Its number.
    pub id: ProjectId,
    /// Its name, unique.
    pub name: String,
    /// The fields of the starter term base that it has; `None` while nobody has decided.
    pub starter: Option<Vec<String>>,
}

/// A release to store.
#[derive(Debug, Clone, Copy)]
pub struct NewRelease<'a> {
    /// Project it goes to.
    pub project: ProjectId,
    /// Hash of the file's bytes, in hexadecimal.
    pub content_hash: &'a str,
    /// Length of the file in bytes.
    pub size: u64,
    /// The document as read.
    pub release: &'a Release,
    /// Facts found about it.
    pub metadata: &'a Metadata,
    /// What a careful reader should look at again.
    pub doubts: &'a [Doubt],
    /// Version of the rules that extracted it.
    pub extractor_version: &'a str,
}

/// A stored release without its text.
#[derive(Debug, Clone, PartialEq)]
pub struct ReleaseHead {
    /// Its number.
    pub id: ReleaseId,
    /// Its project.
    pub project_id: ProjectId,
    /// Name of its project.
    pub project: String,
    /// Hash of the file's bytes.
    pub content_hash: String,
    /// Where the text came from.
    pub source: Source,
    /// Length of the file in bytes.
    pub size: u64,
    /// Title the file's format gives.
    pub title: Option<String>,
    /// Facts found about it.
    pub metadata: Metadata,
    /// What a careful reader should look at again.
    pub doubts: Vec<Doubt>,
    /// Version of the rules that extracted it.
    pub extractor_version: String,
    /// When it first came in, RFC 3339.
    pub ingested_at: String,
    /// When it was last extracted, RFC 3339.
    pub updated_at: String,
    /// Revision of its last change.
    pub revision: Revision,
}

/// A stored release with its text and marked parts.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredRelease {
    /// Everything but the text.
    pub head: ReleaseHead,
    /// The document as it was read.
    pub release: Release,
}

/// Which releases to list; an empty filter lists all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReleaseFilter {
    /// Only those of these projects; `None` for all.
    pub projects: Option<Vec<ProjectId>>,
    /// Only those of this institution, exactly.
    pub institution: Option<String>,
    /// Only those whose file name contains this.
    pub name: Option<String>,
    /// Only those of this day or later, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Only those of this day or earlier, `YYYY-MM-DD`.
    pub until: Option<String>,
}

/// An entry to store, with the key of its term.
#[derive(Debug, Clone, Copy)]
pub struct NewEntry<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// Key of its term.
    pub term_key: &'a str,
}

/// A stored entry.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredEntry {
    /// Its number.
    pub id: EntryId,
    /// Its release.
    pub release_id: ReleaseId,
    /// Its place among the release's entries, from 0.
    pub position: usize,
    /// Key of its term.
    pub term_key: String,
    /// The entry.
    pub entry: Entry,
}

/// A stored reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredReference {
    /// Its number.
    pub id: ReferenceId,
    /// The mark.
    pub marker: Marker,
    /// Where it stands.
    pub span: Span,
    /// The entry it points to.
    pub entry_id: Option<EntryId>,
}

/// A link to store, with the keys of both sides.
#[derive(Debug, Clone, Copy)]
pub struct NewLink<'a> {
    /// The link.
    pub link: &'a Link,
    /// Key of the Japanese side.
    pub ja_key: &'a str,
    /// Key of the English side.
    pub en_key: &'a str,
}

/// A stored link.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredLink {
    /// Its number.
    pub id: LinkId,
    /// Its release.
    pub release_id: ReleaseId,
    /// The entry it stands in.
    pub entry_id: Option<EntryId>,
    /// Key of the Japanese side.
    pub ja_key: String,
    /// Key of the English side.
    pub en_key: String,
    /// What a person decided about the pair in this project.
    pub verdict: Option<Verdict>,
    /// The link; its `entry` is the position of its entry in the release.
    pub link: Link,
}

/// What a person says about a pair of terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// The two name the same thing.
    Accepted,
    /// They do not.
    Rejected,
}

impl Verdict {
    /// The word used in JSON and SQL.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Rejected => "rejected",
        }
    }
}

/// What a person decided about a pair of terms; outlives every new ingest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Key of the Japanese side.
    pub ja_key: String,
    /// Key of the English side.
    pub en_key: String,
    /// The Japanese side as the person saw it.
    pub ja: String,
    /// The English side as the person saw it.
    pub en: String,
    /// What was decided.
    pub verdict: Verdict,
    /// Who decided.
    pub decided_by: String,
    /// When, RFC 3339.
    pub decided_at: String,
}

/// A segment to store.
#[derive(Debug, Clone, Copy)]
pub struct NewSegment<'a> {
    /// The segment.
    pub segment: &'a Segment,
    /// Key of its source text.
    pub source_key: &'a str,
    /// Whether a person has looked.
    pub review: Review,
    /// Where it comes from.
    pub provenance: &'a Provenance,
}

/// A stored segment.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredSegment {
    /// Its number.
    pub id: SegmentId,
    /// Its project.
    pub project_id: ProjectId,
    /// The release it was aligned in.
    pub release_id: Option<ReleaseId>,
    /// Key of its source text.
    pub source_key: String,
    /// Whether a person has looked.
    pub review: Review,
    /// The segment.
    pub segment: Segment,
    /// Where it comes from.
    pub provenance: Provenance,
    /// Revision of its last change; 0 where it is older than the counting.
    pub revision: Revision,
}

/// The keys a term is found by, as the caller computes them.
#[derive(Debug, Clone, Copy)]
pub struct TermKeys<'a> {
    /// The normalised term.
    pub key: &'a str,
    /// The key with spelling variants folded.
    pub variant_key: &'a str,
    /// The reading, normalised.
    pub reading_key: Option<&'a str>,
}

/// A term to store.
#[derive(Debug, Clone, Copy)]
pub struct NewTerm<'a> {
    /// Its language.
    pub lang: &'a Lang,
    /// The term itself.
    pub text: &'a str,
    /// How it is read, where known or guessed.
    pub reading: Option<&'a Reading>,
    /// What kind of designation.
    pub kind: TermKind,
    /// Part of speech, where known.
    pub part_of_speech: Option<PartOfSpeech>,
    /// Whether to use it.
    pub usage: Usage,
    /// Whether a person has looked.
    pub review: Review,
    /// Probability that it names the concept, 0 to 1.
    pub confidence: f64,
    /// Its keys.
    pub keys: TermKeys<'a>,
}

impl<'a> NewTerm<'a> {
    /// The same as a term there is, but for its number and its evidence.
    #[must_use]
    pub fn of(term: &'a Term, keys: TermKeys<'a>) -> Self {
        Self {
            lang: &term.lang,
            text: &term.text,
            reading: term.reading.as_ref(),
            kind: term.kind,
            part_of_speech: term.part_of_speech,
            usage: term.usage,
            review: term.review,
            confidence: term.confidence,
            keys,
        }
    }
}

/// A piece of evidence to store.
#[derive(Debug, Clone, Copy)]
pub struct NewEvidence<'a> {
    /// What sort of witness.
    pub kind: EvidenceKind,
    /// How it came about.
    pub method: EvidenceMethod,
    /// The release, where there is one.
    pub release_id: Option<ReleaseId>,
    /// Name of the release or of the source.
    pub source: &'a str,
    /// Where in the release's text.
    pub span: Option<Span>,
    /// The words themselves, lines re-joined.
    pub snippet: Option<&'a str>,
    /// Probability, 0 to 1.
    pub confidence: f64,
    /// The entry it comes from.
    pub entry: Option<EntryId>,
    /// The link it comes from.
    pub link: Option<LinkId>,
    /// The number of the row of an imported file it comes from.
    pub row: Option<i64>,
    /// What that file says it comes from.
    pub origin: Option<&'a Origin>,
}

/// One term as an index needs it.
#[derive(Debug, Clone, PartialEq)]
pub struct TermEntry {
    /// The term.
    pub term_id: TermId,
    /// Its concept.
    pub concept_id: ConceptId,
    /// Its project.
    pub project_id: ProjectId,
    /// Its language.
    pub lang: Lang,
    /// The term itself.
    pub text: String,
    /// The normalised term.
    pub key: String,
    /// The key with spelling variants folded.
    pub variant_key: String,
    /// The reading, normalised.
    pub reading_key: Option<String>,
    /// What kind of designation.
    pub kind: TermKind,
    /// Whether to use it.
    pub usage: Usage,
    /// Whether a person has looked.
    pub review: Review,
    /// Probability that it names the concept.
    pub confidence: f64,
}

/// How the terms differ from those of an earlier revision.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TermChanges {
    /// The revision that shows them so.
    pub revision: Revision,
    /// Terms that are new or changed, by number.
    pub changed: Vec<TermEntry>,
    /// Numbers of terms that were deleted.
    pub gone: Vec<TermId>,
}

/// What a sweep removed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SweepReport {
    /// Terms without evidence.
    pub terms: Vec<TermId>,
    /// Concepts without terms.
    pub concepts: Vec<ConceptId>,
}
