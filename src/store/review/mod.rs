//! Review on disk: decisions with what was before them in; the queue of what is open, the history, and undoing out.

mod asked;
mod deciding;
mod history;
mod image;
mod queue;
mod restore;
mod rows;
mod rulings;
mod shape;

pub(in crate::store) use asked::notes_of;
pub use asked::{Note, NoteScope, Rival, Sense};
pub use deciding::{Deciding, DecisionAbout};
pub use history::StoredDecision;
pub use queue::{Open, OpenFilter, OpenPlace};
pub use restore::Obstacle;
pub use rulings::Ruling;
