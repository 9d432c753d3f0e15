//! What things are: the words every other module speaks. Plain data in, plain data out; no I/O, no async, no clock.
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
pub mod lang;
pub mod link;
pub mod release;
pub mod segment;
pub mod source;
pub mod span;
mod words;

pub use access::{Role, TokenFacts, TokenId};
pub use answer::{Match, MatchKind, Spotted};
pub use change::{Action, Change, Entity, Revision};
pub use concept::{
    Concept, ConceptId, Conflict, ConflictKind, Definition, PartOfSpeech, ProjectId, Review, Term, TermId, TermKind,
    Usage,
};
pub use decision::DecisionKind;
pub use entry::{Alias, AliasKind, Doubt, Entry, Extraction, Marker, Metadata, Reference, TitlePair};
pub use evidence::{Evidence, EvidenceId, EvidenceKind};
pub use finding::{Finding, Fix, Place, Related, Replaced, Rule, Severity, Side};
pub use lang::{Lang, LangPair};
pub use link::{Link, Method, Relation, Sign};
pub use release::{Block, BlockKind, Media, Release, ReleaseId, Source};
pub use segment::{Segment, SegmentId};
pub use source::{SourceFacts, SourceNote};
pub use span::Span;
