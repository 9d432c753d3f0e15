//! Glossaries to print and to read: entries in the order of a dictionary, with definitions and where they come from.

mod collation;
mod docx;
mod entry;
mod html;

pub(super) use docx::Writer as DocxWriter;
pub(super) use html::Writer as HtmlWriter;
