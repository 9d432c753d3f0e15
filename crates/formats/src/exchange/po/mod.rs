//! Message catalogues of GNU gettext.
//!
//! An entry is comments, then `msgctxt`, `msgid`, `msgid_plural` and `msgstr`, each a string in C syntax that may go on
//! over several lines. A blank line ends an entry, and so does the first line that can only belong to another one.
//! Obsolete entries (`#~`) are passed over. The source language is English unless the header (`X-Source-Language`) or the
//! caller names another.

mod document;
mod entry;
mod header;
mod lexer;
mod reader;
mod writer;

pub(super) use document::read;
pub(super) use lexer::{is_entry, is_obsolete_entry};
pub(super) use reader::Reader;
pub(super) use writer::Writer;
