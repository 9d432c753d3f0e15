//! THE USE CASES: stand-in until they land.

mod assist;
mod download;
mod stub;
mod terms;

pub use assist::{AssistQuery, Assistance, FoundTerm, MemoryMatch, Suggestion, Translation};
pub use download::{Download, DownloadQuery, Format, FormatError, Profile};
pub use stub::*;
pub use terms::SpotterCache;
