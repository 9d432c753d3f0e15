//! Footnotes and endnotes: their parts in, the marks in the body and the notes' paragraphs out.

use std::collections::HashMap;

use super::numbering::written;
use super::xml::Element;
use crate::read::raised::{Height, every};

/// Which of the two kinds of notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At the foot of the page.
    Foot,
    /// At the end of the document.
    End,
}

/// Notes of a document and those referred to so far.
pub(super) struct Notes<'a> {
    foot: Series<'a>,
    end: Series<'a>,
}

/// Notes of one kind.
struct Series<'a> {
    texts: HashMap<&'a str, &'a Element>,
    format: String,
    used: Vec<(String, &'a Element)>,
    count: i64,
}

impl<'a> Notes<'a> {
    /// Reads the parts there are.
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
            foot: Series::read(foot, "footnotes", format("footnotePr", "decimal")),
            end: Series::read(end, "endnotes", format("endnotePr", "lowerRoman")),
        }
    }

    /// The mark printed for a reference, and the note kept for the end. A mark of the author's own stands in the text.
    pub(super) fn refer(&mut self, place: Place, reference: &Element) -> String {
        let series = if place == Place::Foot { &mut self.foot } else { &mut self.end };
        let own = matches!(reference.attribute("customMarkFollows"), Some("1" | "true" | "on"));
        let note = reference.attribute("id").and_then(|id| series.texts.remove(id));
        if own {
            series.used.extend(note.map(|note| (String::new(), note)));
            return String::new();
        }
        series.count += 1;
        let mark = every(&written(series.count, &series.format), Height::Raised);
        series.used.extend(note.map(|note| (mark.clone(), note)));
        mark
    }

    /// The notes referred to, in order, each with its mark.
    pub(super) fn take_used(&mut self) -> Vec<(String, &'a Element)> {
        let mut used = std::mem::take(&mut self.foot.used);
        used.append(&mut self.end.used);
        used
    }
}

impl<'a> Series<'a> {
    /// The notes of one part; separators are none.
    fn read(part: Option<&'a Element>, root: &str, format: String) -> Self {
        let mut texts = HashMap::new();
        for note in part.and_then(|part| part.find(root)).into_iter().flat_map(Element::elements) {
            let usual = matches!(note.attribute("type"), None | Some("normal"));
            if let (true, Some(id)) = (usual, note.attribute("id")) {
                texts.insert(id, note);
            }
        }
        Self { texts, format, used: Vec::new(), count: 0 }
    }
}
