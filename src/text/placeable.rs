//! A text in its comparison form in; numbers and other parts that are carried over rather than translated out.

use crate::model::Lang;
use crate::model::Span;

/// A part that is carried over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeable {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: PlaceableKind,
    /// What it says, written one way.
    pub value: String,
}

/// Kinds of placeables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceableKind {
    /// A number.
    Number,
}

/// The placeables of `text`, in order.
#[must_use]
pub fn placeables(text: &str, _lang: &Lang) -> Vec<Placeable> {
    let mut found: Vec<Placeable> = Vec::new();
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_ascii_digit()) {
        match found.last_mut() {
            Some(last) if last.span.end == at => {
                last.span.end = at + 1;
                last.value.push(c);
            }
            _ => {
                found.push(Placeable { span: Span::new(at, at + 1), kind: PlaceableKind::Number, value: c.to_string() })
            }
        }
    }
    found
}
