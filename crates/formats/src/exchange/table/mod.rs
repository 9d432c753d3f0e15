//! Tables with cells separated by commas, semicolons or tabs.
//!
//! Cells may stand in quotation marks as RFC 4180 says. In a table with tabs a cell in quotation marks has
//! several lines only if no tab stands in it. Excel's line `sep=;` before the first row names the separator. A line that begins with `#` is a comment up to the first row, and behind it only if it has no
//! separator: a term may begin with `#`.

mod columns;
mod content;
mod document;
mod kind;
mod lexer;
mod marks;
mod name_words;
mod names;
mod pair_rows;
mod reader;
mod rows;
mod separator;
mod side_check;
mod source;
mod writer;

pub use columns::{Columns, TableColumn};
pub(super) use columns::{named_columns, names_columns};
pub use content::ColumnContent;
pub(super) use document::read;
pub(super) use kind::{TableKind, kind_by_names};
pub(super) use lexer::Cells;
pub(super) use names::{content_of, key_column};
pub use pair_rows::COLUMNS;
pub(super) use pair_rows::{PairRow, REVIEW_COLUMNS, is_own_table, of_pairs, pair_rows};
pub(super) use reader::Reader;
pub(super) use rows::rows;
pub(super) use separator::{declared_separator, separator, separator_of};
pub(super) use source::{RowSource, TableRow};
pub(super) use writer::{Style, Writer, io_error};
