//! Bilingual files read with their places: what is found, where, and what writing there does.

mod breaking;
mod formats;
mod pairs;
mod places;
mod properties;

use taiyaku_formats::exchange::{Document, FileHint, Passage, Rewrite};
use taiyaku_language::model::Span;

/// The document of a text with this name.
pub(crate) fn read(text: &str, name: &str) -> Document {
    Document::read(text, &FileHint { name: name.to_owned(), ..FileHint::default() })
}

/// The texts of all units: source, target (`-` where there can be none).
pub(crate) fn texts(document: &Document) -> Vec<(String, String)> {
    let target = |target: &Option<Passage>| target.as_ref().map_or("-", Passage::text).to_owned();
    document.units.iter().map(|unit| (unit.source.text().to_owned(), target(&unit.target))).collect()
}

/// The file with the changes made.
pub(crate) fn rewritten(file: &str, changes: &[Rewrite]) -> String {
    let mut changes = changes.to_vec();
    changes.sort_by_key(|change| std::cmp::Reverse((change.span.start, change.span.end)));
    let mut text = file.to_owned();
    for change in changes {
        text.replace_range(change.span.start..change.span.end, &change.text);
    }
    text
}

/// The span of `part` in the text.
pub(crate) fn span(text: &str, part: &str) -> Span {
    let start = text.find(part).unwrap_or_else(|| panic!("no {part:?} in {text:?}"));
    Span::new(start, start + part.len())
}
