//! QUESTION → RANKED ANSWERS WITH REASONS: a segment's places, concepts and memory come in; what to offer comes out.
//!
//! Nothing is chosen for the translator: every concept a place may mean is offered, the best supported first, and a
//! disagreement between concepts travels with the answer. A remembered translation comes as it is remembered; what could
//! be mended in it stands beside it and says what was changed.
//!
//! ```text
//! Question, Remembered ── class ── penalty ──────────────► score ── order
//!                     └── alignment ─┬─ diff                      (what was changed)
//!                                    └─ carry, mend ─ repair ► Repaired (what the target could say)
//! ```

mod alignment;
mod borders;
mod carry;
mod class;
mod common;
mod diff;
mod indel;
mod judge;
mod memory;
mod mend;
mod occurrences;
mod order;
mod penalty;
mod question;
mod repair;
mod replace;
mod terms;

pub use class::MatchClass;
pub use diff::{Edit, EditKind};
pub use judge::judge;
pub use memory::{MemoryMatch, shown};
pub use order::{Nearness, order, preference};
pub use penalty::{Penalties, Penalty, PenaltyCode};
pub use question::{Question, Remembered};
pub use repair::{Change, ChangeKind, Repaired};
pub use terms::{FoundTerm, Translation, found_terms, translations};
