//! The types all other modules share. Plain data: no I/O, no async, no clock.
//!
//! One word stands for one thing, in Rust, SQL, JSON and prose alike (docs/ARCHITECTURE.md lists them).

pub mod access;
pub mod answer;
pub mod change;
pub mod concept;
pub mod decision;
pub mod entry;
pub mod evidence;
pub mod finding;
mod identifier;
pub mod inline_code;
pub mod lang;
pub mod link;
mod provenance;
pub mod release;
pub mod segment;
pub mod source;
pub mod span;
mod words;

pub use access::{Role, TokenFacts};
pub use answer::{Match, MatchKind, Spotted};
pub use change::{Action, Change, Entity};
pub use concept::{Concept, Conflict, ConflictKind, Definition, PartOfSpeech, Review, Term, TermKind, Usage};
pub use decision::DecisionKind;
pub use entry::{Alias, AliasKind, Doubt, Entry, Extraction, Marker, Metadata, Reference, TitlePair};
pub use evidence::{Evidence, EvidenceKind, EvidenceMethod};
pub use finding::{Finding, Fix, Location, Related, Replaced, Rule, Severity, Side};
pub use identifier::{
    ConceptId, ConflictId, DecisionId, DefinitionId, EntryId, EvidenceId, IgnoreId, ImportId, LinkId, NoteId,
    ProjectId, ReferenceId, ReleaseId, Revision, SegmentId, SourceId, TermId, TokenId,
};
pub use inline_code::{CodeRole, InlineCode, PairCodes};
pub use lang::{Lang, LangPair};
pub use link::{Link, Method, Relation, Sign};
pub use provenance::{Neighbours, Provenance};
pub use release::{Block, BlockKind, Media, Release, Source};
pub use segment::Segment;
pub use source::{SourceFacts, SourceNote};
pub use span::Span;
