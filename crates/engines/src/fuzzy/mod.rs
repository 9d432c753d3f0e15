//! FUZZY MATCHING: an in-memory index of a translation memory that finds the segments most similar to a text.
//!
//! The result is exact: what a comparison with every segment would give, ties included, in one total order. The index also
//! answers which segments contain a text ([`Index::containing`]), for concordance searches.

mod attributes;
mod build;
mod contains;
mod hits;
mod index;
mod layout;
mod part;
mod plan;
mod postings;
mod query;
mod rows;
mod score;
mod search;
mod segment;
mod snapshot;

pub use attributes::{Attributes, Origin, context_hash, name_hash};
pub use contains::{ContainsQuery, ContainsResult};
pub use hits::Hit;
pub use index::{Compaction, Index, LARGEST_PART, MergedParts, SearchResult};
pub use query::{LOWEST, Query, RankAdjustment};
pub(crate) use score::score_parts;
pub use score::{Distance, ScoreParts, base};
pub use search::{Scratch, WorkCounts};
pub use segment::{IndexedSegment, LONGEST};
pub use snapshot::{SnapshotProblem, open_snapshot, write_snapshot};
