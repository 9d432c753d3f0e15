//! Workbooks of Excel from 2007 (`.xlsx`, `.xlsm`), also as other programs save them.

mod book;
mod sheet;
mod sheets;
mod strings;
mod styles;
mod writer;

pub(super) use book::Workbook;
pub(in crate::exchange) use sheets::{Book, CellContent, Column};
pub(in crate::exchange) use writer::Writer;
