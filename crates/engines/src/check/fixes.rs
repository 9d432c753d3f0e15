//! Builds fixes: the changes that put another name in place of one in a translation, if its form there is certain.

use super::inflection::{inflected, with_article};
use super::terminology::Name;
use super::text::DraftText;
use super::wording::quote;
use crate::model::{Fix, Location, Replaced, Span};

/// The change that replaces `old` at `span` by `new`; `None` if its form there is not certain.
pub(super) fn change(side: &DraftText<'_>, span: Span, old: &Name, new: &Name) -> Option<(Span, String)> {
    let written = span.of(side.text);
    if written.is_empty() {
        return None;
    }
    if side.lang.is_japanese() {
        return Some((span, new.text.clone()));
    }
    let text = inflected(written, &old.text, &new.text)?;
    with_article(side.text, span, text)
}

/// A fix of several changes in a translation.
pub(super) fn fix(title: String, changes: Vec<(Location, String)>) -> Fix {
    let changes = changes.into_iter().map(|(place, text)| Replaced { place, text }).collect();
    Fix { title, changes }
}

/// The title of a fix that replaces `old` by `new`.
pub(super) fn title(old: &str, new: &str) -> String {
    format!("Replace {} with {}", quote(old), quote(new))
}
