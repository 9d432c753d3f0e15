//! SUGGESTIONS: what to offer for a segment, with reasons: its terms with translations, and matches from the memory.
//!
//! Nothing is decided for the translator: every concept that a term may mean is offered, the best supported first, and conflicts
//! between concepts are part of the answer. A stored translation is offered as it is; if it can be adapted to the query, the
//! adapted version is offered beside it with the changes.
//!
//! ```text
//! SegmentQuery, MemorySegment ── class ── penalty ─────────────────────► score ── order
//!                            └── alignment ─┬─ diff                               (the differences)
//!                                           └─ value_repair, term_repair, wording ─ repair (the adapted target)
//! ```

mod alignment;
mod article;
mod class;
mod codes;
mod cuts;
mod diff;
mod evaluate;
mod indel;
mod memory_match;
mod nearness;
mod noun_number;
mod order;
mod penalty;
mod query;
mod repair;
mod replacement;
mod subsequence;
mod target_terms;
mod target_values;
mod term_repair;
mod terms;
mod value_repair;
mod wording;

pub use class::MatchClass;
pub use diff::{Edit, EditKind};
pub use evaluate::{Evaluator, evaluate};
pub use memory_match::MemoryMatch;
pub use nearness::Nearness;
pub use order::{compare_matches, preference};
pub use penalty::{Penalty, PenaltyCode, PenaltyPoints};
pub use query::{MemorySegment, SegmentQuery};
pub use repair::{Repair, RepairChange, RepairChangeKind};
pub use terms::{Offers, TermOccurrence, Translation, term_occurrences, translations};
