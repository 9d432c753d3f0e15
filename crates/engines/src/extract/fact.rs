//! A fact about a release with what proves it.

use super::document::Document;
use crate::model::{MetadataSign, Span};
use crate::text::chars::{Class, class, fold};
use crate::text::layout::Flow;

/// A fact, where it is printed, and how it was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) text: String,
    pub(super) span: Span,
    pub(super) sign: MetadataSign,
}

impl Fact {
    /// The fact `text`, which row `row` prints.
    pub(super) fn in_row(document: &Document<'_>, row: usize, text: String, sign: MetadataSign) -> Self {
        let line = document.rows[row].line.span;
        let flow = document.join(&[line]);
        let span = find(&flow.text, &text).map_or(line, |part| flow.source(part));
        Self { text, span, sign }
    }

    /// The fact `text`, which joined rows print.
    pub(super) fn in_flow(flow: &Flow, text: &str, sign: MetadataSign) -> Self {
        let part = find(&flow.text, text).unwrap_or(Span::new(0, flow.text.len()));
        Self { text: text.to_owned(), span: flow.source(part), sign }
    }
}

/// Where `text` contains `part`, whatever the width of characters, the case of letters and the spaces.
pub(super) fn find(text: &str, part: &str) -> Option<Span> {
    if let Some(at) = text.find(part).filter(|_| !part.is_empty()) {
        return Some(Span::new(at, at + part.len()));
    }
    let (compact, sources) = compact(text);
    let (part, _) = self::compact(part);
    let at = compact.find(&part).filter(|_| !part.is_empty())?;
    let (first, last) = (compact[..at].chars().count(), compact[..at + part.len()].chars().count() - 1);
    Some(Span::new(sources.get(first)?.start, sources.get(last)?.end))
}

/// The text in the form in which it is compared with word lists, and where each character of that comes from.
fn compact(text: &str) -> (String, Vec<Span>) {
    let mut out = String::with_capacity(text.len());
    let mut sources = Vec::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let folded = fold(c);
        if class(folded) == Class::Space {
            continue;
        }
        for lower in folded.to_lowercase() {
            out.push(lower);
            sources.push(Span::new(at, at + c.len_utf8()));
        }
    }
    (out, sources)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_whatever_their_width_case_and_spaces() {
        for (text, part, want) in [
            ("発表 東都大学", "東都大学", Some("東都大学")),
            ("ＮＰＯ 氷の会", "npo氷の会", Some("ＮＰＯ 氷の会")),
            ("Sample  Ice", "Sample Ice", Some("Sample  Ice")),
            ("氷", "水", None),
            ("氷", "", None),
        ] {
            assert_eq!(find(text, part).map(|span| span.of(text)), want, "{text}");
        }
    }
}
