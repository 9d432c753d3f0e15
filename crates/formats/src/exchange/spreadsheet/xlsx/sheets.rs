//! Sheets of our own: a styled row of names that stays in view, a filter, and cells that are text.
//!
//! A cell that holds text is never run as a formula, whatever it begins with.

use std::io;

use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, ExcelDateTime, Format, FormatAlign, IgnoreError, Workbook, Worksheet,
    XlsxError,
};

/// The most rows of a sheet.
const ROWS: u32 = 1_048_576;

/// The most UTF-16 units of a cell.
const CELL: usize = 32_767;

/// A column of a sheet.
#[derive(Debug, Clone, Copy)]
pub(in crate::exchange) struct Column {
    pub(in crate::exchange) name: &'static str,
    /// In characters of the usual font.
    pub(in crate::exchange) width: u8,
    pub(in crate::exchange) content: CellContent,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum CellContent {
    Text,
    /// Text of several lines.
    Lines,
    /// Text that is not to be changed, which shows.
    Context,
    /// A number to calculate with.
    Number,
    /// One of these words, offered as a list.
    Choice(&'static [&'static str]),
}

/// A workbook that is being written. Rows are on the disk as soon as the next begins.
pub(in crate::exchange) struct Book {
    workbook: Workbook,
    formats: Formats,
    sheets: Vec<(&'static [Column], u32)>,
    /// Cells whose text was too long for a sheet.
    pub(in crate::exchange) cut: usize,
}

struct Formats {
    heading: Format,
    text: Format,
    context: Format,
    number: Format,
}

impl Book {
    /// A workbook written at this time, RFC 3339 in UTC.
    pub(in crate::exchange) fn new(title: &str, at: &str) -> Self {
        let mut properties = DocProperties::new().set_title(title).set_author("Taiyaku");
        // A file must not depend on the clock.
        let written = ExcelDateTime::parse_from_str(at.trim_end_matches('Z')).or(ExcelDateTime::from_ymd(2000, 1, 1));
        if let Ok(written) = written {
            properties = properties.set_creation_datetime(&written);
        }
        let mut workbook = Workbook::new();
        workbook.set_properties(&properties);
        let text = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
        let grey = text.clone().set_background_color(Color::RGB(0x00EE_EEEE));
        let heading = Format::new().set_bold().set_background_color(Color::RGB(0x00D9_E2F3));
        let number = Format::new().set_align(FormatAlign::Top);
        let formats = Formats { heading, text, context: grey, number };
        Self { workbook, formats, sheets: Vec::new(), cut: 0 }
    }

    /// Begins a sheet with the names of its columns; returns its index.
    pub(in crate::exchange) fn begin(&mut self, name: &str, columns: &'static [Column]) -> io::Result<usize> {
        let sheet = self.workbook.add_worksheet_with_constant_memory().map_err(io_error)?;
        sheet.set_name(name).map_err(io_error)?;
        for (index, column) in (0_u16..).zip(columns) {
            sheet.set_column_width(index, f64::from(column.width)).map_err(io_error)?;
            sheet.write_string_with_format(0, index, column.name, &self.formats.heading).map_err(io_error)?;
        }
        sheet.set_freeze_panes(1, 0).map_err(io_error)?;
        self.sheets.push((columns, 1));
        Ok(self.sheets.len() - 1)
    }

    /// Whether a sheet has room for another row.
    pub(in crate::exchange) fn has_room(&self, sheet: usize) -> bool {
        self.sheets.get(sheet).is_some_and(|(_, rows)| *rows < ROWS)
    }

    /// Writes the next row of a sheet.
    pub(in crate::exchange) fn row<T: AsRef<str>>(&mut self, sheet: usize, cells: &[T]) -> io::Result<()> {
        let Some((columns, rows)) = self.sheets.get_mut(sheet) else { return Ok(()) };
        let own = self.workbook.worksheet_from_index(sheet).map_err(io_error)?;
        for ((index, column), cell) in (0_u16..).zip(*columns).zip(cells) {
            let (formats, text) = (&self.formats, cell.as_ref());
            let format = match column.content {
                CellContent::Number => {
                    if let Ok(number) = text.parse::<f64>() {
                        own.write_number_with_format(*rows, index, number, &formats.number).map_err(io_error)?;
                    }
                    continue;
                }
                CellContent::Context => &formats.context,
                CellContent::Text | CellContent::Lines | CellContent::Choice(_) => &formats.text,
            };
            if text.is_empty() && column.content != CellContent::Context {
                continue;
            }
            let shown = fitting(text);
            self.cut += usize::from(shown.len() < text.len());
            own.write_string_with_format(*rows, index, shown, format).map_err(io_error)?;
        }
        *rows += 1;
        Ok(())
    }

    /// The file.
    pub(in crate::exchange) fn finish(mut self) -> io::Result<Vec<u8>> {
        for (index, (columns, rows)) in self.sheets.iter().enumerate() {
            let sheet = self.workbook.worksheet_from_index(index).map_err(io_error)?;
            finish(sheet, columns, *rows).map_err(io_error)?;
        }
        self.workbook.save_to_buffer().map_err(io_error)
    }
}

/// What can only be said when the last row is known.
fn finish(sheet: &mut Worksheet, columns: &[Column], rows: u32) -> Result<(), XlsxError> {
    let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or_default();
    let last = rows - 1;
    sheet.autofilter(0, 0, last, last_column)?;
    if last == 0 {
        return Ok(());
    }
    sheet.ignore_error_range(1, 0, last, last_column, IgnoreError::NumberStoredAsText)?;
    for (index, column) in (0_u16..).zip(columns) {
        if let CellContent::Choice(words) = column.content {
            // Other words are accepted, too: the list is an offer.
            let list = DataValidation::new().allow_list_strings(words)?.show_error_message(false);
            sheet.add_data_validation(1, index, last, index, &list)?;
        }
    }
    Ok(())
}

/// As much of a text as a cell can hold.
fn fitting(text: &str) -> &str {
    if text.len() <= CELL {
        return text;
    }
    let mut units = 0;
    let end = text.char_indices().find(|(_, letter)| {
        units += letter.len_utf16();
        units > CELL
    });
    end.map_or(text, |(end, _)| &text[..end])
}

/// The error of the disk, if it is one.
fn io_error(error: XlsxError) -> io::Error {
    match error {
        XlsxError::IoError(error) => error,
        other => io::Error::other(other.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::{CELL, fitting};

    #[test]
    fn a_cell_holds_no_more_than_excel_allows() {
        let short = "𠮷".repeat(CELL / 2);
        assert_eq!(fitting(&short), short);
        assert_eq!(fitting(&format!("{short}𠮷")), short);
        assert_eq!(fitting(&"あ".repeat(CELL + 1)).chars().count(), CELL);
    }
}
