//! Takes documents into the term base, with one outcome for each document.
//!
//! One document is one unit of work: all of it is kept or nothing.

pub mod outcome;
pub mod relink;

pub(super) mod keep;
pub(super) mod many;
mod proposals;

pub use many::{Input, Submission};
pub use outcome::{Failure, Outcome, Status};
pub use relink::Relinked;
