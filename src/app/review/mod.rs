//! Review: people decide on terms and concepts, and every decision can be undone.
//!
//! [`queue`] lists what is open, [`decide`] carries out a decision in one transaction, [`undo`] reverts it, and
//! [`sheet`] does the same for many rows of a spreadsheet. Nothing is approved automatically.

mod bulk;
mod context;
mod decide;
mod decision;
mod perform;
mod queue;
mod reference;
mod removal;
pub mod sheet;
mod standing;
mod summary;
mod undo;

pub use bulk::{BulkKind, BulkOutcome, BulkPlan, BulkRefusal, BulkUndo, MOST_TERMS};
pub use context::LONGEST_NOTE;
pub use decide::DecisionOutcome;
pub use decision::{Basis, Decision, DecisionRequest};
pub use queue::{MOST_PARTS, QueueCursor, Replacement, ReviewItem, ReviewPage, ReviewQuery};
pub use reference::Reference;
pub use standing::{STRONG, Standing, standing};

pub use crate::store::{Note, NoteScope, Rival, Sense, StoredDecision};
