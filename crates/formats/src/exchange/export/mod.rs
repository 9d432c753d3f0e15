//! Exports of the term base and the memory: what is selected, and the writers.

mod best_pairs;
mod citation;
mod explanation;
mod fact;
mod header;
mod outcome;
mod profile;
mod selection;
mod terms;
mod writer;

pub use best_pairs::BestPairs;
pub(super) use citation::{full, licence, ranked, short};
pub(super) use explanation::{definition_for, explanation, source_of_definition, source_of_term};
pub use fact::Fact;
pub use header::Header;
pub use outcome::{Omission, Outcome};
pub use profile::Profile;
pub use selection::{Selection, Usages};
pub(super) use terms::{LanguageTerms, SelectedTerm, pairs, terms_in};
pub(super) use writer::ItemWriter;
pub use writer::Writer;
