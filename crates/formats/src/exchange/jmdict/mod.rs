//! `JMdict`, the XML form of EDICT.

mod reader;

pub(super) use reader::Reader;
