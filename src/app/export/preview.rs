//! The first rows of an export as they will be in the file, without making the file.

use super::{Export, ExportFormat};
use crate::app::{AppError, Service};

/// The most bytes of text that are shown.
const MOST_TEXT: usize = 1 << 20;

/// The first rows of a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportPreview {
    /// The names of the columns of a table; `None` for other files and for tables without a heading.
    pub columns: Option<Vec<String>>,
    /// The rows of a table; `None` for other files.
    pub rows: Option<Vec<Vec<String>>>,
    /// The text of other files; `None` for tables and files that are not text.
    pub text: Option<String>,
    /// Whether the file has more.
    pub has_more: bool,
}

/// How the rows of a table are written.
struct TableStyle {
    separator: u8,
    /// Whether cells are in quotation marks where necessary.
    quoted: bool,
    heading: Heading,
}

/// What comes before the rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heading {
    /// The names of the columns.
    Columns,
    /// Lines that begin with `#`, the last of which names the columns.
    Remarks,
    /// Lines that begin with `#`.
    RemarksOnly,
    /// Nothing.
    None,
}

impl TableStyle {
    /// That of a format; `None` for one that is no table of text.
    fn of(format: ExportFormat) -> Option<Self> {
        let quoted = |separator, heading| Some(Self { separator, quoted: true, heading });
        let plain = |heading| Some(Self { separator: b'\t', quoted: false, heading });
        match format {
            ExportFormat::Csv | ExportFormat::CsvExcel | ExportFormat::Weblate | ExportFormat::GoogleSet => {
                quoted(b',', Heading::Columns)
            }
            ExportFormat::MemoQ => quoted(b';', Heading::Columns),
            ExportFormat::DeepLCsv | ExportFormat::Google => quoted(b',', Heading::None),
            ExportFormat::MultiTerm => plain(Heading::Columns),
            ExportFormat::DeepL => plain(Heading::None),
            ExportFormat::OmegaT => plain(Heading::RemarksOnly),
            ExportFormat::Utx => plain(Heading::Remarks),
            ExportFormat::Xlsx
            | ExportFormat::Tbx2
            | ExportFormat::Tbx3
            | ExportFormat::Tbx3Dct
            | ExportFormat::Xliff21Glossary
            | ExportFormat::Xliff12
            | ExportFormat::Xliff21
            | ExportFormat::GlossaryHtml
            | ExportFormat::GlossaryDocx
            | ExportFormat::TermsDocx
            | ExportFormat::BilingualDocx
            | ExportFormat::Skos
            | ExportFormat::Prh
            | ExportFormat::Po
            | ExportFormat::Tmx
            | ExportFormat::JsonLines => None,
        }
    }
}

impl Service {
    /// The first rows of an export; for a file that is no table, the text of as many concepts or segments.
    ///
    /// # Errors
    /// As [`Service::export`].
    pub async fn preview_export(&self, export: &Export, rows: usize) -> Result<ExportPreview, AppError> {
        let mut export = export.clone();
        // A workbook has the rows of the table.
        if export.format == ExportFormat::Xlsx {
            export.format = ExportFormat::Csv;
        }
        let mut download = self.begin_download(&export, Some(rows)).await?;
        let mut bytes = Vec::new();
        while let Some(piece) = download.next().await? {
            bytes.extend_from_slice(&piece);
        }
        let has_more = download.has_more();
        let Some(text) = String::from_utf8(bytes).ok().filter(|_| !is_package(export.format)) else {
            return Ok(ExportPreview { has_more, ..ExportPreview::default() });
        };
        Ok(match TableStyle::of(export.format) {
            Some(style) => table(&text, &style, rows, has_more),
            None => shortened(text, has_more),
        })
    }
}

/// Whether files of a format are packages of compressed parts.
fn is_package(format: ExportFormat) -> bool {
    matches!(
        format,
        ExportFormat::Xlsx | ExportFormat::GlossaryDocx | ExportFormat::TermsDocx | ExportFormat::BilingualDocx
    )
}

fn table(text: &str, style: &TableStyle, most: usize, has_more: bool) -> ExportPreview {
    let mut text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut columns = None;
    if matches!(style.heading, Heading::Remarks | Heading::RemarksOnly) {
        while text.starts_with('#') {
            let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
            columns =
                Some(line.trim_end_matches('\r').trim_start_matches('#').split('\t').map(str::to_owned).collect());
            text = rest;
        }
        columns = columns.filter(|_| style.heading == Heading::Remarks);
    }
    let mut records: Vec<Vec<String>> = if style.quoted {
        let mut reader = csv::ReaderBuilder::new();
        let reader = reader.has_headers(false).flexible(true).delimiter(style.separator).from_reader(text.as_bytes());
        let cells = |record: csv::StringRecord| record.iter().map(str::to_owned).collect();
        reader.into_records().map_while(Result::ok).map(cells).collect()
    } else {
        let separator = char::from(style.separator);
        text.lines().map(|line| line.split(separator).map(str::to_owned).collect()).collect()
    };
    if style.heading == Heading::Columns && !records.is_empty() {
        columns = Some(records.remove(0));
    }
    let has_more = has_more || records.len() > most;
    records.truncate(most);
    ExportPreview { columns, rows: Some(records), text: None, has_more }
}

fn shortened(mut text: String, has_more: bool) -> ExportPreview {
    let end = text.floor_char_boundary(MOST_TEXT);
    let is_cut = end < text.len();
    text.truncate(end);
    ExportPreview { text: Some(text), has_more: has_more || is_cut, ..ExportPreview::default() }
}
