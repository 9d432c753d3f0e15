//! Takes documents into the term base, with one outcome for each document.
//!
//! One document is one unit of work: all of it is kept or nothing.

pub mod outcome;
pub mod relink;

pub(super) mod batch;
mod proposals;
pub(super) mod storage;

pub use batch::{Input, Submission};
pub use outcome::{Failure, Outcome, Status};
