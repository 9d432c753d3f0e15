//! Glossaries as `OmegaT` reads them.

mod writer;

pub(super) use writer::Writer;
