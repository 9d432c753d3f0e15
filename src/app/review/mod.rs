//! Review: what is open in, what a person decides about it in, a term base that remembers both and can go back, out.
//!
//! [`queue`] lists what is worth a look, [`decide`] keeps one decision as one unit of work, [`undo`] takes it back, and
//! [`sheet`] does the same for many rows of a spreadsheet. Nothing here approves anything by itself.

mod context;
mod decide;
mod decision;
mod perform;
mod queue;
mod reference;
pub mod sheet;
mod standing;
mod undo;

pub use decide::DecisionOutcome;
pub use decision::{Basis, Decision, DecisionRequest};
pub use queue::{QueuePosition, Replacement, ReviewItem, ReviewPage, ReviewQuery};
pub use reference::Reference;
pub use standing::{STRONG, Standing, standing};

pub use crate::store::{DecisionId, Note, NoteScope, Rival, Sense, StoredDecision};
