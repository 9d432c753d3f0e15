//! UTX (Universal Terminology eXchange) 1.11 and 1.20, and the older UTX-S. <https://aamt.info/english/utx/>

mod reader;
mod writer;

pub(super) use reader::Reader;
pub(super) use writer::Writer;
