//! Review: decisions that can be undone, the queue of open terms, and the history.

mod act;
mod context;
mod history;
mod image;
mod queue;
mod removal;
mod restore;
mod reversible;
mod rows;
mod rulings;
mod shape;
mod support;

pub(in crate::store) use context::notes_of;
pub use context::{Note, NoteScope, Rival, Sense};
pub use history::StoredDecision;
pub use queue::{OpenTerm, QueueFilter, QueuePosition};
pub use restore::Obstacle;
pub use reversible::{NewDecision, ReversibleWrite};
pub use rulings::Ruling;
pub use support::WriteMark;
