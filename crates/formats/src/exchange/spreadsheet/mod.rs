//! Spreadsheets: the rows of a sheet of a workbook, whatever program saved it, and workbooks of our own.
//!
//! The sheet that is read is the first visible one in which a row names the columns of terms.

mod cell;
mod merged;
mod ods;
mod rows;
mod source;
mod xlsx;

pub(super) use source::{first_sheet, reader};
pub(super) use xlsx::{Book, CellContent, Column, Writer};
