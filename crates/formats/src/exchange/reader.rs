//! Imports a file in any format.

use std::io::Read;

use super::format::FileFormat;
use super::hint::FileHint;
use super::input::Window;
use super::item::{Fault, Item, RowProblem};
use super::reading::format_for_import;
use super::table::TableColumn;
use super::{edict, jmdict, omegat, po, table, tbx, tmx, utx, xliff};
use crate::model::SourceFacts;

/// The reader of any format, which gives the items of a file one by one.
///
/// It holds no more than one unit of most formats at a time. A row that cannot be used is an item of its own, a
/// [`RowProblem`], and reading goes on; if the format does not allow that, the problem is the last item.
#[derive(Debug)]
pub struct Reader<R: Read> {
    format: FileFormat,
    inner: Inner<R>,
}

#[derive(Debug)]
enum Inner<R: Read> {
    Tmx(Box<tmx::Reader<R>>),
    Po(Box<po::Reader<R>>),
    Xliff(Box<xliff::Reader<R>>),
    Tbx(Box<tbx::Reader<R>>),
    Utx(Box<utx::Reader<R>>),
    Edict(Box<edict::Reader<R>>),
    Jmdict(Box<jmdict::Reader<R>>),
    OmegaT(Box<omegat::Reader<R>>),
    Table(Box<table::Reader<R>>),
}

impl<R: Read> Reader<R> {
    /// Opens a file and finds out its format. The input need not be buffered.
    ///
    /// # Errors
    /// `unknown_format`, `undecodable_text` for an encoding that does not exist, `file_unreadable`.
    pub fn open(input: R, hint: &FileHint) -> Result<Self, RowProblem> {
        let window = Window::open(input).map_err(RowProblem::at_start)?;
        let format = format_for_import(window.rest(), hint).map_err(RowProblem::at_start)?;
        let inner = match format {
            FileFormat::Tmx => Inner::Tmx(Box::new(tmx::Reader::new(window, hint.clone()))),
            FileFormat::Po => Inner::Po(Box::new(po::Reader::new(window, hint.clone()))),
            FileFormat::Xliff => Inner::Xliff(Box::new(xliff::Reader::new(window, hint.clone()))),
            FileFormat::Tbx => Inner::Tbx(Box::new(tbx::Reader::new(window))),
            FileFormat::Utx => Inner::Utx(Box::new(utx::Reader::new(window))),
            FileFormat::Edict => Inner::Edict(Box::new(edict::Reader::new(window))),
            FileFormat::Jmdict => Inner::Jmdict(Box::new(jmdict::Reader::new(window))),
            FileFormat::Tsv if hint.columns.is_none() && omegat::is_glossary(window.rest(), &hint.name) => {
                Inner::OmegaT(Box::new(omegat::Reader::new(window)))
            }
            FileFormat::Csv | FileFormat::Tsv => {
                let separator = table::separator_of(window.rest(), format);
                Inner::Table(Box::new(table::Reader::new(window, separator, hint.columns.clone())))
            }
            FileFormat::Markdown | FileFormat::Text => {
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
        match &self.inner {
            Inner::Tmx(_) | Inner::Po(_) | Inner::Xliff(_) | Inner::Tbx(_) | Inner::OmegaT(_) | Inner::Table(_) => {
                SourceFacts::default()
            }
            Inner::Utx(reader) => reader.facts().clone(),
            Inner::Edict(reader) => reader.facts().clone(),
            Inner::Jmdict(reader) => reader.facts().clone(),
        }
    }

    /// The columns of a table of terms and what each was read as, once its first row has been read.
    #[must_use]
    pub fn columns(&self) -> &[TableColumn] {
        match &self.inner {
            Inner::Table(reader) => reader.columns(),
            Inner::Utx(reader) => reader.columns(),
            Inner::Tmx(_)
            | Inner::Po(_)
            | Inner::Xliff(_)
            | Inner::Tbx(_)
            | Inner::OmegaT(_)
            | Inner::Edict(_)
            | Inner::Jmdict(_) => &[],
        }
    }

    /// How many bytes of the file have been read so far, for a progress bar.
    #[must_use]
    pub fn taken(&self) -> u64 {
        match &self.inner {
            Inner::Tmx(reader) => reader.taken(),
            Inner::Po(reader) => reader.taken(),
            Inner::Xliff(reader) => reader.taken(),
            Inner::Tbx(reader) => reader.taken(),
            Inner::Utx(reader) => reader.taken(),
            Inner::Edict(reader) => reader.taken(),
            Inner::Jmdict(reader) => reader.taken(),
            Inner::OmegaT(reader) => reader.taken(),
            Inner::Table(reader) => reader.taken(),
        }
    }
}

impl<R: Read> Iterator for Reader<R> {
    type Item = Result<Item, RowProblem>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.inner {
            Inner::Tmx(reader) => reader.next().map(|unit| unit.map(Item::Pair)),
            Inner::Po(reader) => reader.next().map(|unit| unit.map(Item::Pair)),
            Inner::Xliff(reader) => reader.next().map(|unit| unit.map(Item::Pair)),
            Inner::Tbx(reader) => reader.next().map(|row| row.map(Item::Term)),
            Inner::Utx(reader) => reader.next().map(|row| row.map(Item::Term)),
            Inner::Edict(reader) => reader.next().map(|row| row.map(Item::Term)),
            Inner::Jmdict(reader) => reader.next().map(|row| row.map(Item::Term)),
            Inner::OmegaT(reader) => reader.next().map(|row| row.map(Item::Term)),
            Inner::Table(reader) => reader.next().map(|row| row.map(Item::Term)),
        }
    }
}
