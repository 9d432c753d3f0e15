//! Documents in, a fuller term base out, with one outcome for each document.
//!
//! [`claims`] groups what a document says, [`choose`] finds the concept each group belongs to, [`attach`] writes it. One
//! document is one unit of work: all of it is kept or nothing.

pub mod agree;
pub mod choose;
pub mod claims;
pub mod confidence;
pub mod outcome;

pub(super) mod attach;
mod decided;
pub(super) mod keep;
pub(super) mod many;
pub(super) mod names;
mod proposals;
pub mod relink;

pub use many::{Input, Submission};
pub use outcome::{Failure, Outcome, Status};
pub use relink::Relinked;

/// Version of the rules that make concepts of entries and links. A release kept under another is read again.
pub const VERSION: &str = "1";
