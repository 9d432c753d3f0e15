//! Tables with cells separated by commas, semicolons or tabs.
//!
//! Cells may stand in quotation marks as RFC 4180 says. In a table with tabs a cell in quotation marks has one line, as
//! spreadsheets write it. A line that begins with `#` is a comment up to the first row, and behind it only if it has no
//! separator: a term may begin with `#`.

mod columns;
mod document;
mod lexer;
mod reader;
mod rows;
mod separator;
mod writer;

pub(super) use columns::names_columns;
pub use columns::{ColumnContent, Columns};
pub(super) use document::read;
pub(super) use lexer::Cells;
pub(super) use reader::Reader;
pub(super) use rows::rows;
pub(super) use separator::{separator, separator_of};
pub use writer::COLUMNS;
pub(super) use writer::{Style, Writer};
