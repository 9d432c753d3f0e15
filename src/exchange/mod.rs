//! TERM BASE → FILES and FILES → MEMORY: concepts come in one by one, a file in one of the formats goes out; a file
//! comes in, its translation units go out.
//!
//! One format, one file; each has a `Writer` that holds nothing but the concept it is given, or a `Reader` that is
//! pulled and holds nothing but the unit it gives. [`Writer`] is any writer, chosen by [`Format`]; [`read::Reader`] is
//! any reader, chosen by what the file is.

pub mod cell;
pub mod csv;
pub mod document;
pub mod read;
pub mod sheet;
pub mod tbx2;
pub mod tbx3;

mod clean;
mod format;
mod header;
mod selection;
mod tbx;
mod web;
mod witness;
mod writer;
mod xml;

pub use format::{Format, FormatError};
pub use header::{Header, Profile};
pub use selection::Selection;
pub use writer::Writer;
