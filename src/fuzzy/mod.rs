//! FUZZY SEARCH: the segments of a memory go in once; for each question the most similar of them come out, exactly.
//!
//! "Exactly" means: what a comparison with every segment would give, ties included, in one total order.

mod build;
mod contain;
mod entry;
mod find;
mod index;
mod layout;
pub mod levenshtein;
mod part;
mod plan;
mod postings;
mod query;
mod rows;
pub mod score;
pub mod snapshot;
mod top;

pub use contain::{Containing, Sought};
pub use entry::{Attributes, Entry, LONGEST, Origin, context_hash, name_hash};
pub use find::{Scratch, Work};
pub use index::{Crowd, Found, Index, LARGEST_PART, Settled};
pub use query::{LOWEST, Query, Standing};
pub use top::Hit;
