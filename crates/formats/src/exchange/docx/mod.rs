//! Word documents (`.docx`): the bilingual tables in them, as translation tools export them and as translators make them, and such
//! tables of our own.
//!
//! A release as a Word document is read in `read/docx/`, a glossary to print is written in `printable/docx.rs`.

mod choice;
mod grid;
mod package;
mod plain;
mod reader;
mod segments;
mod tables;
mod text;
mod writer;

pub(super) use package::Package;
pub(super) use plain::{plain_text, read};
pub(super) use reader::{is_bilingual, reader};
pub(super) use writer::{SegmentWriter, TermWriter};
