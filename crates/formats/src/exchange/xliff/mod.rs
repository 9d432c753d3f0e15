//! XLIFF 1.2 and 2.0 to 2.2, also as Trados Studio (`.sdlxliff`) and memoQ (`.mqxliff`) write it.
//!
//! In 1.2 a `trans-unit` is a unit, or each `mrk mtype="seg"` of its `seg-source` if it is segmented; in 2.x each `segment`
//! is. Proposals (`alt-trans`, `mtc:match`) and what is marked `translate="no"` are passed over. The glossary module of 2.x
//! is read as terms.

mod confirmation;
mod conformance;
mod document;
mod facts;
mod glossary;
mod glossary_writer;
mod inline_codes;
mod parser;
mod reader;
mod segment;
mod writer;

pub(super) use document::read;
pub(super) use glossary_writer::GlossaryWriter;
pub(super) use reader::Reader;
pub(super) use writer::{Version, Writer};
