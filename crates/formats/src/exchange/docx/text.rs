//! The text of a cell of a Word document, as it is once all tracked changes are accepted.

use crate::exchange::xml::{Tag, push_text};

/// Elements whose content is no part of the text: deletions, codes of fields, readings above kanji, drawings with what stands in
/// them, and what is shown where a program does not know an element beside it.
const HIDDEN: [&str; 11] = [
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "delInstrText",
    "rt",
    "drawing",
    "pict",
    "object",
    "Fallback",
    "txbxContent",
];

/// Elements of properties. What they hold describes something, and is nothing itself.
const PROPERTIES: [&str; 6] = ["pPr", "rPr", "tcPr", "trPr", "tblPr", "sdtPr"];

/// The text of a cell that is being read.
#[derive(Debug, Default)]
pub(super) struct CellText {
    text: String,
    /// Where the last paragraph ends that has something in it.
    end: usize,
    /// How many elements are open whose content is no part of the text.
    hidden: usize,
    /// The properties that are open, the innermost last.
    properties: Vec<&'static str>,
    is_text: bool,
    is_run_hidden: bool,
    /// Whether the end of the paragraph is deleted, so that the next one continues it.
    is_end_deleted: bool,
}

impl CellText {
    /// An element begins.
    pub(super) fn begin(&mut self, tag: &Tag<'_>) {
        let name = tag.local();
        if let Some(own) = PROPERTIES.into_iter().find(|own| *own == name) {
            if !tag.empty {
                self.properties.push(own);
            }
            return;
        }
        if !self.properties.is_empty() {
            self.property(tag);
            return;
        }
        if HIDDEN.contains(&name) {
            self.hidden += usize::from(!tag.empty);
            return;
        }
        match name {
            "p" => self.begin_paragraph(),
            "r" => self.is_run_hidden = false,
            "t" => self.is_text = !tag.empty,
            "tab" | "ptab" => self.add("\t"),
            "br" | "cr" => self.add("\n"),
            "noBreakHyphen" => self.add("-"),
            _ => {}
        }
    }

    /// An element ends.
    pub(super) fn end(&mut self, name: &str) {
        if self.properties.last() == Some(&name) {
            self.properties.pop();
        } else if !self.properties.is_empty() {
        } else if HIDDEN.contains(&name) {
            self.hidden = self.hidden.saturating_sub(1);
        } else if name == "t" {
            self.is_text = false;
        }
    }

    /// Adds text with references in it.
    pub(super) fn push(&mut self, text: &str) {
        if self.takes_text() {
            push_text(&mut self.text, text);
            self.end = self.text.len();
        }
    }

    /// Adds text that stands for itself.
    pub(super) fn push_verbatim(&mut self, text: &str) {
        if self.takes_text() {
            self.text.push_str(text);
            self.end = self.text.len();
        }
    }

    /// How many bytes there are.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// The text, without empty paragraphs at its ends.
    pub(super) fn finished(mut self) -> String {
        self.text.truncate(self.end);
        self.text
    }

    fn takes_text(&self) -> bool {
        self.is_text && self.hidden == 0 && !self.is_run_hidden && self.properties.is_empty()
    }

    fn add(&mut self, text: &str) {
        if self.hidden == 0 && !self.is_run_hidden {
            self.text.push_str(text);
            self.end = self.text.len();
        }
    }

    fn begin_paragraph(&mut self) {
        if self.hidden > 0 {
            return;
        }
        // Empty paragraphs before the first text are none of it.
        if self.end > 0 && !self.is_end_deleted {
            self.text.push('\n');
        }
        (self.is_end_deleted, self.is_run_hidden) = (false, false);
    }

    fn property(&mut self, tag: &Tag<'_>) {
        match (self.properties.as_slice(), tag.local()) {
            (["pPr", "rPr"], "del" | "moveFrom") => self.is_end_deleted |= self.hidden == 0,
            (["rPr"], "vanish") => {
                let value = tag.attribute("val");
                self.is_run_hidden = !value.is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off"));
            }
            _ => {}
        }
    }
}
