//! The term base's engine: claims in, concepts out. Releases, imports, the starter base, glossaries, proposals and review use
//! it alike.
//!
//! [`grouping`] groups the claims of a document, [`choice`] finds the concept each group belongs to, [`attach`] writes it, and
//! [`rulings`] keeps to what people decided. [`confidence`] weighs the evidence of a term, [`refresh`] keeps terms in line
//! with it.

pub(super) mod attach;
pub(super) mod choice;
pub(super) mod claim;
pub(super) mod confidence;
mod definitions;
pub(super) mod evidence_type;
pub(super) mod grouping;
pub(super) mod names;
pub(super) mod refresh;
mod rulings;
pub(super) mod witness;

/// Version of the rules that make concepts of entries and links. A release kept under another is read again.
pub(in crate::app) const VERSION: &str = "1";
