//! TERM BASE AND MEMORY → FILES and FILES → MEMORY: concepts or segments come in one by one, a file in one of the formats
//! goes out; a file comes in, its translation units go out.
//!
//! One format, one file; each has a `Writer` that holds nothing but the concept it is given, or a `Reader` that is
//! pulled and holds nothing but the unit it gives. [`Writer`] is any writer, chosen by [`Format`]; [`read::Reader`] is
//! any reader, chosen by what the file is.

pub mod cell;
pub mod csv;
pub mod document;
pub mod omegat;
pub mod pairs;
pub mod read;
pub mod sheet;
pub mod tbx2;
pub mod tbx3;
pub mod tmx;

mod clean;
mod format;
mod header;
mod selection;
mod tbx;
mod web;
mod witness;
mod writer;
mod xml;

/// Version of the writers: files of one version with the same content are the same bytes.
pub const VERSION: u32 = 1;

pub use format::{Format, FormatError};
pub use header::{Header, Profile};
pub use selection::Selection;
pub use tmx::MemoryUnit;
pub use writer::Writer;
