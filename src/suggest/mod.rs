//! QUESTION → RANKED ANSWERS WITH REASONS: a segment's places, concepts and memory come in; what to offer comes out.
//!
//! Nothing is chosen for the translator: every concept a place may mean is offered, the best supported first, and a
//! disagreement between concepts travels with the answer.

mod memory;
mod terms;

pub use memory::{MemoryMatch, Remembered, exact_matches};
pub use terms::{FoundTerm, Translation, found_terms, translations};
