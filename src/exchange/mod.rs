//! TERM BASE → FILES: concepts come in one by one, a file in one of the formats goes out.
//!
//! One format, one file; each has a `Writer` that holds nothing but the concept it is given. [`Writer`] is any of them,
//! chosen by [`Format`].

pub mod cell;
pub mod csv;
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
