//! TMX 1.1 to 1.4b.
//!
//! The source text of a unit is the one in the language `srclang` names, of the unit or of the header; if that is missing
//! or `*all*`, the one in the language the caller names, else the first. Inline codes are left out of texts.

mod document;
mod inline_codes;
mod parser;
mod properties;
mod reader;
mod unit;
mod writer;

pub(super) use document::read;
pub(super) use reader::Reader;
pub use writer::MemoryUnit;
pub(super) use writer::Writer;
