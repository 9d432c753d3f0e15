//! The term-base engine: turns claims into concepts, whatever they come from (releases, imports, the starter base,
//! glossaries, proposals or review).
//!
//! [`grouping`] groups the claims of a document, [`choice`] finds the concept each group belongs to, [`attach`] writes
//! it, and [`rulings`] keeps to what people decided. [`confidence`] weighs the evidence of a term, [`refresh`] keeps
//! terms in line with it, and [`reliability`] says how often each method was right.

pub(super) mod attach;
pub(super) mod choice;
pub(super) mod claim;
pub(super) mod confidence;
mod definitions;
pub(super) mod evidence_type;
pub(super) mod grouping;
pub(super) mod names;
pub(super) mod refresh;
pub(super) mod reliability;
mod rulings;
pub(super) mod sentence_case;
mod term_index;
pub(super) mod witness;

/// Version of the rules that turn entries and links into concepts. Releases stored with another version are read again.
pub(in crate::app) const VERSION: &str = "2";
