//! Rewrites the glyph widths of Japanese fonts (`W` arrays) in the one form that the decoder reads correctly.
//!
//! A `W` array may have the forms `first [w w w]` and `first last w` (ISO 32000-2, 9.7.4.3); the second is expanded to the
//! first.

use lopdf::{Document, Object, ObjectId};

use super::graph;
use super::unpack::Budget;
use crate::read::ReadError;

/// The most glyphs of a font.
const GLYPHS: i64 = 65_536;

/// Rewrites the widths of every descendant font of the file.
pub(super) fn normalise(document: &mut Document, budget: &mut Budget) -> Result<(), ReadError> {
    let mut rewritten: Vec<(ObjectId, Object)> = Vec::new();
    for (id, object) in &document.objects {
        let Object::Dictionary(font) = object else { continue };
        let is_descendant =
            font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind.starts_with(b"CIDFontType"));
        if !is_descendant || font.get(b"W").is_err() {
            continue;
        }
        let widths = match graph::get(document, font, b"W") {
            Some(Object::Array(given)) => in_list_form(document, given, budget)?,
            _ => Vec::new(),
        };
        rewritten.push((*id, Object::Array(widths)));
    }
    for (id, widths) in rewritten {
        if let Some(Object::Dictionary(font)) = document.objects.get_mut(&id) {
            font.set("W", widths);
        }
    }
    Ok(())
}

/// One array in the form `first [w w w]`.
fn in_list_form(document: &Document, given: &[Object], budget: &mut Budget) -> Result<Vec<Object>, ReadError> {
    let mut out = Vec::new();
    let mut rest = given.iter().filter_map(|object| graph::resolve(document, object));
    while let Some(first) = rest.next() {
        let (Object::Integer(first), Some(second)) = (first, rest.next()) else { break };
        let widths: Vec<Object> = match second {
            Object::Array(widths) => widths
                .iter()
                .filter_map(|width| graph::number(graph::resolve(document, width)?))
                .map(Object::Real)
                .collect(),
            Object::Integer(last) => {
                let Some(width) = rest.next().and_then(graph::number) else { break };
                let count = last.saturating_sub(*first).saturating_add(1).clamp(0, GLYPHS);
                vec![Object::Real(width); usize::try_from(count).unwrap_or(0)]
            }
            _ => break,
        };
        budget.take(widths.len())?;
        out.extend([Object::Integer((*first).clamp(0, GLYPHS)), Object::Array(widths)]);
    }
    Ok(out)
}
