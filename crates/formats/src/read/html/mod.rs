//! Reads HTML: the main content of a page, as lines and blocks.

mod content;
mod lists;
mod markup;
mod pairs;
mod parser;
mod properties;
mod space;
mod tables;
mod walk;

use super::text_builder::TextBuilder;
use super::{Hint, Limits, ReadError, decode, sniff};
use crate::model::{DocumentProperties, Media, Release, Source};

/// The declaration of the encoding must be within this many bytes.
const DECLARED_WITHIN: usize = 4096;

/// Reads a page.
///
/// # Errors
/// `undecodable_text`, `nested_too_deep`, `too_much_text`, `empty_document`.
pub(super) fn release(bytes: &[u8], hint: &Hint) -> Result<Release, ReadError> {
    let declared = declared_encoding(bytes, hint.media_type.as_deref());
    let (markup, encoding) = decode::text(bytes, declared.as_deref())?;
    let page = parser::page(&markup::prepared(&markup), &hint.limits)?;
    let mut builder = TextBuilder::new(hint.limits);
    let body = content::body(&page, &hint.limits)?;
    let main = content::main(body);
    if let Some(heading) = content::heading_outside(body, main) {
        walk::write(heading, &mut builder, &hint.limits)?;
    }
    walk::write(main, &mut builder, &hint.limits)?;
    if builder.is_empty() {
        return Err(ReadError::EmptyDocument { format: "HTML" });
    }
    let anchors = builder.take_anchors();
    let (text, blocks) = builder.finish();
    let source = Source {
        name: hint.name.clone(),
        media: Media::Html,
        engine: "html".to_owned(),
        encoding: Some(encoding.to_owned()),
        pages: None,
        url: None,
    };
    let properties = DocumentProperties { anchors, ..properties::read(&page) };
    Ok(Release { text, source, blocks, title: content::title(&page), properties })
}

/// The encoding declared by the media type, a `meta` element or the XML declaration.
fn declared_encoding(bytes: &[u8], media_type: Option<&str>) -> Option<String> {
    if let Some(label) = media_type.and_then(|said| label_after(&said.to_ascii_lowercase(), "charset")) {
        return Some(label);
    }
    let window = bytes.get(..DECLARED_WITHIN.min(bytes.len())).unwrap_or_default();
    let ascii: String = window.iter().map(|byte| char::from(*byte).to_ascii_lowercase()).collect();
    if ascii.trim_start().starts_with("<?xml")
        && let Some(end) = sniff::find(ascii.as_bytes(), b"?>")
        && let Some(label) = ascii.get(..end).and_then(|declaration| label_after(declaration, "encoding"))
    {
        return Some(label);
    }
    ascii.split("<meta").skip(1).find_map(|rest| label_after(rest.split('>').next().unwrap_or_default(), "charset"))
}

/// The value after `name=`, with or without quotes.
fn label_after(text: &str, name: &str) -> Option<String> {
    let rest = text.split(name).nth(1)?.trim_start().strip_prefix('=')?;
    let label: String = rest
        .trim_start()
        .trim_start_matches(['"', '\''])
        .chars()
        .take_while(|character| character.is_ascii_alphanumeric() || matches!(character, '-' | '_'))
        .collect();
    if label.is_empty() { None } else { Some(label) }
}
