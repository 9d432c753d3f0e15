//! TBX-Basic, the exchange format of term bases, in the version of 2008 and that of ISO 30042:2019.

mod address;
mod category;
mod dialect;
mod entry;
mod notes;
mod parser;
mod reader;
mod references;
mod scope;
mod version;
mod weblate;
mod writer;

pub(super) use dialect::{VERSION_2, VERSION_3, VERSION_3_DCT};
pub(super) use reader::Reader;
pub(super) use writer::Writer;
