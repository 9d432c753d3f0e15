//! FUZZY SEARCH: the segments of a memory go in once; for each question the most similar of them come out, exactly.
//!
//! "Exactly" means: what a comparison with every segment would give, ties included, in one total order.

pub mod levenshtein;
pub mod score;
