//! The types all other modules share. Plain data: no I/O, no async, no clock.
//!
//! One word stands for one thing, in Rust, SQL, JSON and prose alike (docs/ARCHITECTURE.md lists them).

mod access;
mod answer;
mod change;
mod concept;
mod correction;
mod decision;
mod entry;
mod evidence;
mod evidence_kind;
mod finding;
mod identifier;
mod inline_code;
mod lang;
mod link;
mod origin;
mod provenance;
mod release;
mod segment;
mod source;
mod span;
mod words;

pub use access::{Role, TokenFacts};
pub use answer::{DictionaryMatchKind, Match, MatchKind, Spotted};
pub use change::{Action, Change, Entity};
pub use concept::{
    Concept, Conflict, ConflictKind, Definition, PartOfSpeech, Reading, ReadingOrigin, Review, Term, TermKind, Usage,
};
pub use correction::{CorrectionKind, CorrectionObstacle, Excerpt, ReleaseCorrection, StatedEnglish};
pub use decision::DecisionKind;
pub use entry::{
    Alias, AliasKind, Doubt, Entry, Extraction, Marker, Metadata, MetadataEvidence, MetadataField, MetadataSign,
    Reference, TitlePair,
};
pub use evidence::{Evidence, EvidenceMethod};
pub use evidence_kind::EvidenceKind;
pub use finding::{Finding, Fix, Location, Related, Replaced, Rule, Severity, Side};
pub use identifier::{
    ActId, ConceptId, ConflictId, CorrectionId, DecisionId, DefinitionId, EntryId, EvidenceId, IgnoreId, ImportId,
    LinkId, NoteId, ProjectId, ReferenceId, ReleaseId, Revision, SegmentId, SourceId, TermId, TokenId,
};
pub use inline_code::{CodeRole, InlineCode, PairCodes, with_codes};
pub use lang::{Lang, LangPair};
pub use link::{Link, Method, Relation, Sign};
pub use origin::{Origin, Publication, ReleaseNote};
pub use provenance::{Neighbours, Provenance};
pub use release::{Anchor, Block, BlockKind, DocumentProperties, Media, Release, Source};
pub use segment::{Segment, fingerprint, pair_fingerprint};
pub use source::{SourceFacts, SourceFormat, SourceNote};
pub use span::Span;
