//! Rules for prh, which textlint runs over Japanese and English texts. They are written only.

mod pattern;
mod writer;

pub(super) use writer::Writer;
