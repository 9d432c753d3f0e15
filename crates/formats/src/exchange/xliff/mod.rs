//! XLIFF 1.2 and 2.0 to 2.2.
//!
//! In 1.2 a `trans-unit` is a unit, or each `mrk mtype="seg"` of its `seg-source` if it is segmented; in 2.x each `segment`
//! is. Proposals (`alt-trans`, `mtc:match`), glossaries and what is marked `translate="no"` are passed over.

mod document;
mod parser;
mod reader;
mod segment;

pub(super) use document::read;
pub(super) use reader::Reader;
