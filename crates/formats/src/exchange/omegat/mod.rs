//! Glossaries as `OmegaT` reads them.

mod mark;
mod reader;
mod writer;

pub(super) use mark::FIRST_LINE;
pub(super) use reader::{Reader, is_glossary};
pub(super) use writer::Writer;
