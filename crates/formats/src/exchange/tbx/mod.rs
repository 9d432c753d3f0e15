//! TBX-Basic, the exchange format of term bases, in the version of 2008 and that of ISO 30042:2019.

mod address;
mod entry;
mod reader;
mod version2;
mod version3;
mod writer;

pub(super) use reader::Reader;
pub(super) use version2::VERSION_2;
pub(super) use version3::VERSION_3;
pub(super) use writer::Writer;
