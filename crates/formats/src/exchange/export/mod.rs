//! Exports of the term base and the memory: what is selected, and the writers.

mod citation;
mod fact;
mod header;
mod outcome;
mod profile;
mod selection;
mod terms;
mod writer;

pub(super) use citation::{full, licence, ranked, short};
pub use fact::Fact;
pub use header::Header;
pub use outcome::{Omission, Outcome};
pub use profile::Profile;
pub use selection::{Selection, Usages};
pub(super) use terms::{LanguageTerms, SelectedTerm, pairs, terms_in};
pub(super) use writer::ItemWriter;
pub use writer::Writer;
