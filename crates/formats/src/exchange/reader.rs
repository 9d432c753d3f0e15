//! Imports a file in any format.

use std::fmt;
use std::io::Read;

use super::container::{self, Opened};
use super::format::FileFormat;
use super::hint::FileHint;
use super::input::Window;
use super::item::{Fault, Item, RowProblem};
use super::reading::format_for_import;
use super::table::TableColumn;
use super::{docx, edict, jmdict, jsonl, omegat, po, spreadsheet, table, tbx, tmx, utx, xliff};
use crate::model::SourceFacts;

/// Reads the items of a file in one format.
pub(super) trait ItemReader {
    /// The next item, or the problem of a row that cannot be used; `None` at the end of the file.
    fn next_item(&mut self) -> Option<Result<Item, RowProblem>>;

    /// How many bytes of the file have been read so far.
    fn taken(&self) -> u64;

    /// What the file has said of itself so far: owner and licence.
    fn facts(&self) -> SourceFacts {
        SourceFacts::default()
    }

    /// The columns of a table of terms and what each was read as, once its first row has been read.
    fn columns(&self) -> &[TableColumn] {
        &[]
    }
}

/// The reader of any format, which gives the items of a file one by one.
///
/// It holds no more than one unit of most formats at a time. A row that cannot be used is an item of its own, a
/// [`RowProblem`], and reading goes on; if the format does not allow that, the problem is the last item.
pub struct Reader<'a> {
    format: FileFormat,
    inner: Box<dyn ItemReader + 'a>,
}

impl<'a> Reader<'a> {
    /// Opens a file and finds out its format. The input need not be buffered.
    ///
    /// # Errors
    /// `unknown_format`, `undecodable_text` for an encoding that does not exist, `file_unreadable`.
    pub fn open<R: Read + 'a>(input: R, hint: &FileHint) -> Result<Self, RowProblem> {
        let input = match container::open(input).map_err(RowProblem::at_start)? {
            Opened::Text(input) => input,
            Opened::Archive(format @ FileFormat::Docx, archive) => {
                let inner = docx::reader(&archive, hint).map_err(RowProblem::at_start)?;
                return Ok(Self { format, inner });
            }
            Opened::Archive(format, archive) => {
                let inner =
                    spreadsheet::reader((format, archive), hint.columns.clone()).map_err(RowProblem::at_start)?;
                return Ok(Self { format, inner });
            }
        };
        let window = Window::open(input).map_err(RowProblem::at_start)?;
        let format = format_for_import(window.rest(), hint).map_err(RowProblem::at_start)?;
        let inner: Box<dyn ItemReader + 'a> = match format {
            FileFormat::Tmx => Box::new(tmx::Reader::new(window, hint.clone())),
            FileFormat::Po => Box::new(po::Reader::new(window, hint.clone())),
            FileFormat::Xliff => Box::new(xliff::Reader::new(window, hint.clone())),
            FileFormat::Tbx => Box::new(tbx::Reader::new(window)),
            FileFormat::Utx => Box::new(utx::Reader::new(window)),
            FileFormat::Edict => Box::new(edict::Reader::new(window)),
            FileFormat::Jmdict => Box::new(jmdict::Reader::new(window)),
            FileFormat::JsonLines => Box::new(jsonl::Reader::new(window)),
            FileFormat::Tsv if hint.columns.is_none() && omegat::is_glossary(window.rest(), &hint.name) => {
                Box::new(omegat::Reader::new(window))
            }
            FileFormat::Csv | FileFormat::Tsv => {
                let separator = table::separator_of(window.rest(), format);
                Box::new(table::Reader::of_text(window, separator, hint.columns.clone()))
            }
            FileFormat::Xlsx | FileFormat::Ods | FileFormat::Docx | FileFormat::Markdown | FileFormat::Text => {
                let seems = format.title().to_owned();
                return Err(RowProblem::at_start(Fault::UnknownFormat { seems }));
            }
        };
        Ok(Self { format, inner })
    }

    /// The format of the file.
    #[must_use]
    pub fn format(&self) -> FileFormat {
        self.format
    }

    /// What the file has said of itself so far: owner and licence.
    #[must_use]
    pub fn facts(&self) -> SourceFacts {
        self.inner.facts()
    }

    /// The columns of a table of terms and what each was read as, once its first row has been read.
    #[must_use]
    pub fn columns(&self) -> &[TableColumn] {
        self.inner.columns()
    }

    /// How many bytes of the file have been read so far, for a progress bar.
    #[must_use]
    pub fn taken(&self) -> u64 {
        self.inner.taken()
    }
}

impl Iterator for Reader<'_> {
    type Item = Result<Item, RowProblem>;

    fn next(&mut self) -> Option<Self::Item> {
        self.inner.next_item()
    }
}

impl fmt::Debug for Reader<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").field("format", &self.format).finish_non_exhaustive()
    }
}
