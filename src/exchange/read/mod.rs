//! FILES → UNITS AND TERMS: the bytes of a file in one of the formats come in; its units of a memory, or its rows of a
//! term base, or what is wrong with them, go out.
//!
//! One format, one file; each has a reader that is pulled unit by unit and holds no more than one unit of the file and
//! its neighbours. [`Reader`] is any of them, chosen by what the bytes are. A row that cannot be used is an item of its
//! own, a [`RowProblem`], and reading goes on; where the format does not allow that, the problem is the last item.
//!
//! Nothing outside the file is ever loaded, and no entity beyond the five of XML is known.

mod characters;
mod columns;
mod edict;
mod format;
mod gloss;
mod jmdict;
mod language;
mod limits;
mod lines;
mod markup;
mod po;
mod problem;
mod row;
mod status;
mod strings;
mod table;
mod tmx;
mod unit;
mod utx;
mod xliff;

pub use columns::{Columns, Holds};
pub use format::UnitFormat;
pub use problem::{Fault, RowProblem};
pub use row::{Name, TermRow};
pub use unit::Unit;

use std::io::Read;

use characters::Characters;

use crate::model::{Lang, SourceFacts};

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
    /// What the columns of a table hold.
    pub columns: Option<Columns>,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Item {
    /// A pair of texts: a unit of a memory.
    Pair(Unit),
    /// A row of a term base, or an entry of a dictionary.
    Term(TermRow),
}

/// The reader of any format.
#[derive(Debug)]
pub struct Reader<R: Read>(Inner<R>);

#[derive(Debug)]
enum Inner<R: Read> {
    Tmx(Box<tmx::Reader<R>>),
    Po(Box<po::Reader<R>>),
    Xliff(Box<xliff::Reader<R>>),
    Utx(Box<utx::Reader<R>>),
    Edict(Box<edict::Reader<R>>),
    Jmdict(Box<jmdict::Reader<R>>),
    Table(Box<table::Reader<R>>),
}

impl<R: Read> Reader<R> {
    /// Finds out what the file is. The input need not be buffered.
    ///
    /// # Errors
    /// `unknown_format`, `undecodable_text` for an encoding nobody knows, `file_unreadable`.
    pub fn open(input: R, options: &Options) -> Result<Self, RowProblem> {
        let mut characters = Characters::open(input).map_err(RowProblem::at_start)?;
        let found =
            format::sniff(characters.head(), &options.name, options.columns.is_some()).map_err(RowProblem::at_start)?;
        Ok(Self(match found {
            UnitFormat::Tmx => Inner::Tmx(Box::new(tmx::Reader::new(characters, options.clone()))),
            UnitFormat::Po => Inner::Po(Box::new(po::Reader::new(characters, options.clone()))),
            UnitFormat::Xliff => Inner::Xliff(Box::new(xliff::Reader::new(characters, options.clone()))),
            UnitFormat::Utx => Inner::Utx(Box::new(utx::Reader::new(characters))),
            UnitFormat::Edict => Inner::Edict(Box::new(edict::Reader::new(characters))),
            UnitFormat::Jmdict => Inner::Jmdict(Box::new(jmdict::Reader::new(characters))),
            UnitFormat::Csv | UnitFormat::Tsv => {
                Inner::Table(Box::new(table::Reader::new(characters, options.columns.clone())))
            }
        }))
    }

    /// What the file is.
    #[must_use]
    pub fn format(&self) -> UnitFormat {
        match &self.0 {
            Inner::Tmx(_) => UnitFormat::Tmx,
            Inner::Po(_) => UnitFormat::Po,
            Inner::Xliff(_) => UnitFormat::Xliff,
            Inner::Utx(_) => UnitFormat::Utx,
            Inner::Edict(_) => UnitFormat::Edict,
            Inner::Jmdict(_) => UnitFormat::Jmdict,
            Inner::Table(reader) if reader.has_tabs() => UnitFormat::Tsv,
            Inner::Table(_) => UnitFormat::Csv,
        }
    }

    /// What the file has said of itself so far: whose it is, under which licence.
    #[must_use]
    pub fn facts(&self) -> SourceFacts {
        match &self.0 {
            Inner::Tmx(_) | Inner::Po(_) | Inner::Xliff(_) | Inner::Table(_) => SourceFacts::default(),
            Inner::Utx(reader) => reader.facts().clone(),
            Inner::Edict(reader) => reader.facts().clone(),
            Inner::Jmdict(reader) => reader.facts().clone(),
        }
    }

    /// How many bytes of the file have been taken so far, for a progress bar.
    #[must_use]
    pub fn taken(&self) -> u64 {
        match &self.0 {
            Inner::Tmx(reader) => reader.taken(),
            Inner::Po(reader) => reader.taken(),
            Inner::Xliff(reader) => reader.taken(),
            Inner::Utx(reader) => reader.taken(),
            Inner::Edict(reader) => reader.taken(),
            Inner::Jmdict(reader) => reader.taken(),
            Inner::Table(reader) => reader.taken(),
        }
    }
}

impl<R: Read> Iterator for Reader<R> {
    type Item = Result<Item, RowProblem>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.0 {
            Inner::Tmx(reader) => reader.next().map(|unit| unit.map(Item::Pair)),
            Inner::Po(reader) => reader.next().map(|unit| unit.map(Item::Pair)),
            Inner::Xliff(reader) => reader.next().map(|unit| unit.map(Item::Pair)),
            Inner::Utx(reader) => reader.next().map(|row| row.map(Item::Term)),
            Inner::Edict(reader) => reader.next().map(|row| row.map(Item::Term)),
            Inner::Jmdict(reader) => reader.next().map(|row| row.map(Item::Term)),
            Inner::Table(reader) => reader.next().map(|row| row.map(Item::Term)),
        }
    }
}
