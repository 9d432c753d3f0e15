//! JSON Lines: everything that is known of concepts and segments, one record on each line.
//!
//! The first line says which version of the format it is; a reader refuses any other. A field that a reader does not know is
//! reported, so a field may be added within a version, but none may change its meaning.

mod reader;
mod records;
mod writer;

pub(super) use reader::Reader;
pub(super) use records::is_header;
pub(super) use writer::Writer;
