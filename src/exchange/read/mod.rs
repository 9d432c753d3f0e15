//! FILES → UNITS: the bytes of a file in one of the formats come in, its units or what is wrong with them go out.
//!
//! One format, one file; each has a reader that is pulled unit by unit and holds no more than one unit of the file and
//! its neighbours. [`Reader`] is any of them, chosen by what the bytes are. A row that cannot be used is an item of its
//! own, a [`RowProblem`], and reading goes on; where the format does not allow that, the problem is the last item.
//!
//! Nothing outside the file is ever loaded, and no entity beyond the five of XML is known.

mod characters;
mod format;
mod language;
mod limits;
mod markup;
mod po;
mod problem;
mod strings;
mod tmx;
mod unit;

pub use format::UnitFormat;
pub use problem::{Fault, RowProblem};
pub use unit::Unit;

use std::io::Read;

use characters::Characters;

use crate::model::Lang;

/// Version of the rules that decide what the items of a file are. Reading that was broken off can go on only under the
/// same.
pub const VERSION: u32 = 1;

/// What the caller knows of a file, for what the file does not say itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// The file's name; its ending matters only where the content leaves the format open.
    pub name: String,
    /// The language translated from.
    pub source_lang: Option<Lang>,
    /// The language translated into.
    pub target_lang: Option<Lang>,
}

/// The reader of any format.
#[derive(Debug)]
pub struct Reader<R: Read>(Inner<R>);

#[derive(Debug)]
enum Inner<R: Read> {
    Tmx(Box<tmx::Reader<R>>),
    Po(Box<po::Reader<R>>),
}

impl<R: Read> Reader<R> {
    /// Finds out what the file is. The input need not be buffered.
    ///
    /// # Errors
    /// `unknown_format`, `undecodable_text` for an encoding nobody knows, `file_unreadable`.
    pub fn open(input: R, options: &Options) -> Result<Self, RowProblem> {
        let mut characters = Characters::open(input).map_err(RowProblem::at_start)?;
        let found = format::sniff(characters.head(), &options.name).map_err(RowProblem::at_start)?;
        Ok(Self(match found {
            UnitFormat::Tmx => Inner::Tmx(Box::new(tmx::Reader::new(characters, options.clone()))),
            UnitFormat::Po => Inner::Po(Box::new(po::Reader::new(characters, options.clone()))),
        }))
    }

    /// What the file is.
    #[must_use]
    pub fn format(&self) -> UnitFormat {
        match &self.0 {
            Inner::Tmx(_) => UnitFormat::Tmx,
            Inner::Po(_) => UnitFormat::Po,
        }
    }

    /// How many bytes of the file have been taken so far, for a progress bar.
    #[must_use]
    pub fn taken(&self) -> u64 {
        match &self.0 {
            Inner::Tmx(reader) => reader.taken(),
            Inner::Po(reader) => reader.taken(),
        }
    }
}

impl<R: Read> Iterator for Reader<R> {
    type Item = Result<Unit, RowProblem>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.0 {
            Inner::Tmx(reader) => reader.next(),
            Inner::Po(reader) => reader.next(),
        }
    }
}
