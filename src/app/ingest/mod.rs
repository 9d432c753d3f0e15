//! Ingests documents into the term base, with one outcome per document.
//!
//! Each document is stored in one transaction, completely or not at all.

mod link_inputs;
pub mod outcome;
pub mod relink;

pub(super) mod batch;
pub(super) mod corrections;
mod proposals;
pub(super) mod storage;

pub use batch::{Input, Submission, WebInput};
pub use outcome::{Failure, Outcome, Status};
pub use relink::RelinkReport;
