//! Footnotes and endnotes: the marks in the body, and the notes themselves.

use std::collections::HashMap;

use super::numbering::format_number;
use super::xml::Element;
use crate::read::superscript::{BaselineShift, words_to_unicode};

/// Kinds of notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoteKind {
    /// At the foot of the page.
    Footnote,
    /// At the end of the document.
    Endnote,
}

/// The notes of a document, and those referred to so far.
pub(super) struct Notes<'a> {
    foot: NoteSeries<'a>,
    end: NoteSeries<'a>,
}

/// The notes of one kind.
struct NoteSeries<'a> {
    texts: HashMap<&'a str, &'a Element>,
    format: String,
    referenced: Vec<(String, &'a Element)>,
    count: i64,
}

impl<'a> Notes<'a> {
    /// Reads the notes from the parts that the document has.
    pub(super) fn read(
        foot: Option<&'a Element>,
        end: Option<&'a Element>,
        settings: Option<&Element>,
        document: &Element,
    ) -> Self {
        let format = |properties: &str, usual: &str| {
            let found = document.find(properties).or_else(|| settings?.find(properties));
            found.and_then(|found| found.value("numFmt")).unwrap_or(usual).to_owned()
        };
        Self {
            foot: NoteSeries::read(foot, "footnotes", format("footnotePr", "decimal")),
            end: NoteSeries::read(end, "endnotes", format("endnotePr", "lowerRoman")),
        }
    }

    /// The mark to print for a reference, and remembers its note. Empty if the author wrote a custom mark in the text.
    pub(super) fn mark_for(&mut self, kind: NoteKind, reference: &Element) -> String {
        let series = if kind == NoteKind::Footnote { &mut self.foot } else { &mut self.end };
        let own = matches!(reference.attribute("customMarkFollows"), Some("1" | "true" | "on"));
        let note = reference.attribute("id").and_then(|id| series.texts.remove(id));
        if own {
            series.referenced.extend(note.map(|note| (String::new(), note)));
            return String::new();
        }
        series.count += 1;
        let mark = words_to_unicode(&format_number(series.count, &series.format), BaselineShift::Superscript);
        series.referenced.extend(note.map(|note| (mark.clone(), note)));
        mark
    }

    /// The notes that were referred to, in order, each with its mark.
    pub(super) fn take_referenced(&mut self) -> Vec<(String, &'a Element)> {
        let mut referenced = std::mem::take(&mut self.foot.referenced);
        referenced.append(&mut self.end.referenced);
        referenced
    }
}

impl<'a> NoteSeries<'a> {
    /// Reads the notes of one part, without note separators.
    fn read(part: Option<&'a Element>, root: &str, format: String) -> Self {
        let mut texts = HashMap::new();
        for note in part.and_then(|part| part.find(root)).into_iter().flat_map(Element::elements) {
            let usual = matches!(note.attribute("type"), None | Some("normal"));
            if let (true, Some(id)) = (usual, note.attribute("id")) {
                texts.insert(id, note);
            }
        }
        Self { texts, format, referenced: Vec::new(), count: 0 }
    }
}
