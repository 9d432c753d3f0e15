//! Reads DOCX (Office Open XML): paragraphs, tables and notes.

mod archive;
mod body;
mod notes;
mod numbering;
mod styles;
mod xml;

use self::archive::Archive;
use self::body::BodyWriter;
use self::notes::Notes;
use self::numbering::Numbering;
use self::styles::Styles;
use super::text_builder::TextBuilder;
use super::{Hint, ReadError};
use crate::model::{Media, Release, Source};

/// Reads a document.
///
/// # Errors
/// `broken_file`, `encrypted`, `expands_too_much`, `nested_too_deep`, `too_much_text`, `empty_document`.
pub(super) fn release(bytes: &[u8], hint: &Hint) -> Result<Release, ReadError> {
    let mut archive = Archive::open(bytes, hint.limits)?;
    let Some(document) = archive.part("word/document.xml")? else {
        return Err(ReadError::broken("DOCX", "`word/document.xml` is missing"));
    };
    let styles = Styles::read(archive.part("word/styles.xml")?.as_ref());
    let numbering = Numbering::read(archive.part("word/numbering.xml")?.as_ref());
    let footnotes = archive.part("word/footnotes.xml")?;
    let endnotes = archive.part("word/endnotes.xml")?;
    let settings = archive.part("word/settings.xml")?;
    let core = archive.part("docProps/core.xml")?;
    let notes = Notes::read(footnotes.as_ref(), endnotes.as_ref(), settings.as_ref(), &document);
    let mut body = BodyWriter::new(TextBuilder::new(hint.limits), styles, numbering, notes);
    body.write(&document)?;
    let builder = body.finish()?;
    if builder.is_empty() {
        return Err(ReadError::EmptyDocument { format: "DOCX" });
    }
    let (text, blocks) = builder.finish();
    let title = core
        .and_then(|core| core.find("title").map(|title| title.text().trim().to_owned()))
        .filter(|title| !title.is_empty());
    let source = Source {
        name: hint.name.clone(),
        media: Media::Docx,
        engine: "docx".to_owned(),
        encoding: None,
        pages: None,
        url: None,
    };
    Ok(Release { text, source, blocks, title, ..Release::default() })
}
