//! Review: what is open in, what a person decides about it in, a term base that remembers both and can go back, out.
//!
//! [`queue`] lists what is worth a look, [`decide`] keeps one decision as one unit of work, [`undo`] takes it back, and
//! [`sheet`] does the same for many rows of a spreadsheet. Nothing here approves anything by itself.

mod act;
mod decide;
mod perform;
mod queue;
mod reference;
mod scene;
pub mod sheet;
mod standing;
mod undo;

pub use act::{Act, Ask, Basis};
pub use decide::Decided;
pub use queue::{Place, Replacement, ReviewItem, ReviewPage, ReviewQuery};
pub use reference::Reference;
pub use scene::LONGEST_NOTE;
pub use standing::{STRONG, Standing, standing};

pub use crate::store::{Note, NoteScope, Rival, Sense, StoredDecision};
