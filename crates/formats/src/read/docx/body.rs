//! Writes the body of a `WordprocessingML` document as text, with one line for each paragraph or table row.

use super::notes::{NoteKind, Notes};
use super::numbering::Numbering;
use super::styles::{Styles, has_outline};
use super::xml::{Element, Node};
use crate::model::BlockKind;
use crate::read::ReadError;
use crate::read::superscript::{BaselineShift, to_unicode};
use crate::read::text_builder::TextBuilder;

/// A table with more paragraphs than this in a cell is only used for layout.
const PARAGRAPHS_IN_CELL: usize = 8;

/// Elements whose content is not shown.
const HIDDEN: &[&str] = &[
    "del",
    "moveFrom",
    "instrText",
    "delText",
    "delInstrText",
    "rt",
    "pPr",
    "rPr",
    "tblPr",
    "trPr",
    "tcPr",
    "sectPr",
    "tblGrid",
    "docPr",
];

/// Writes the body of a document.
pub(super) struct BodyWriter<'a> {
    builder: TextBuilder,
    styles: Styles,
    numbering: Numbering,
    notes: Notes<'a>,
}

/// The text of a paragraph, in pieces of one baseline shift each, and the text boxes anchored in it.
#[derive(Default)]
struct ParagraphText<'d> {
    pieces: Vec<(Option<BaselineShift>, String)>,
    boxes: Vec<&'d Element>,
}

impl ParagraphText<'_> {
    /// Adds text, joining pieces with the same baseline shift.
    fn push(&mut self, shift: Option<BaselineShift>, text: &str) {
        match self.pieces.last_mut() {
            Some((last, before)) if *last == shift => before.push_str(text),
            _ => self.pieces.push((shift, text.to_owned())),
        }
    }

    /// The text with superscripts and subscripts as Unicode characters.
    fn text(&self) -> String {
        self.pieces
            .iter()
            .map(|(shift, text)| shift.map_or_else(|| text.clone(), |shift| to_unicode(text, shift)))
            .collect()
    }
}

impl<'a> BodyWriter<'a> {
    /// A writer that adds to `builder`.
    pub(super) fn new(builder: TextBuilder, styles: Styles, numbering: Numbering, notes: Notes<'a>) -> Self {
        Self { builder, styles, numbering, notes }
    }

    /// Writes all blocks inside `element`.
    pub(super) fn write(&mut self, element: &Element) -> Result<(), ReadError> {
        for child in element.elements() {
            match &*child.name {
                "p" => self.paragraph(child, None)?,
                "tbl" => self.table(child)?,
                "AlternateContent" => self.write(alternative(child))?,
                name if HIDDEN.contains(&name) => {}
                _ => self.write(child)?,
            }
        }
        Ok(())
    }

    /// Writes the notes that were referred to and returns the builder.
    pub(super) fn finish(mut self) -> Result<TextBuilder, ReadError> {
        for (mark, note) in self.notes.take_referenced() {
            let text = self.flat(note);
            let text = if mark.is_empty() { text } else { format!("{mark} {text}") };
            self.builder.block(BlockKind::Note, &text)?;
        }
        Ok(self.builder)
    }

    /// Writes a paragraph, its number, and the text boxes anchored in it.
    fn paragraph(&mut self, paragraph: &Element, forced: Option<BlockKind>) -> Result<(), ReadError> {
        let properties = paragraph.child("pPr");
        if properties.is_some_and(|properties| properties.switched_on("pageBreakBefore")) {
            self.new_page();
        }
        let mut line = ParagraphText::default();
        self.inline(paragraph, None, &mut line);
        let text = line.text();
        let (kind, number) = self.kind(properties, text.trim().is_empty());
        let mut prefix = number;
        for (index, part) in text.split('\u{c}').enumerate() {
            if index > 0 {
                self.new_page();
            }
            if !part.trim().is_empty() {
                self.builder.block(forced.unwrap_or(kind), &format!("{}{part}", std::mem::take(&mut prefix)))?;
            }
        }
        for text_box in line.boxes {
            self.write(text_box)?;
        }
        Ok(())
    }

    /// Begins a new page, unless nothing has been written yet.
    fn new_page(&mut self) {
        if !self.builder.is_empty() {
            self.builder.page();
        }
    }

    /// The kind of the paragraph and the number that Word prints before it. Empty paragraphs are not numbered.
    fn kind(&mut self, properties: Option<&Element>, empty: bool) -> (BlockKind, String) {
        let style = properties.and_then(|properties| properties.value("pStyle")).unwrap_or_default();
        let heading = self.styles.is_heading(style) || properties.is_some_and(has_outline);
        let own = properties.and_then(|properties| properties.child("numPr"));
        let listed = match own.and_then(|numbers| numbers.value("numId")) {
            Some(list) => {
                let level =
                    own.and_then(|numbers| numbers.value("ilvl")).and_then(|level| level.parse().ok()).unwrap_or(0);
                Some((list.to_owned(), level))
            }
            None => self.styles.list(style),
        };
        let listed = listed.filter(|(list, _)| list != "0" && !empty);
        let number = listed.as_ref().map(|(list, level)| self.numbering.next(list, *level)).unwrap_or_default();
        let kind = if heading {
            BlockKind::Heading
        } else if listed.is_some() {
            BlockKind::ListItem
        } else {
            BlockKind::Paragraph
        };
        (kind, number)
    }

    /// Adds the text inside a paragraph.
    fn inline<'d>(&mut self, element: &'d Element, shift: Option<BaselineShift>, line: &mut ParagraphText<'d>) {
        for child in element.elements() {
            match &*child.name {
                "r" => {
                    let properties = child.child("rPr");
                    if properties.is_some_and(|properties| properties.switched_on("vanish")) {
                        continue;
                    }
                    let shift = match properties.and_then(|properties| properties.value("vertAlign")) {
                        Some("superscript") => Some(BaselineShift::Superscript),
                        Some("subscript") => Some(BaselineShift::Subscript),
                        _ => None,
                    };
                    self.inline(child, shift, line);
                }
                "t" => {
                    for node in &child.children {
                        if let Node::Text(text) = node {
                            line.push(shift, &printable(text));
                        }
                    }
                }
                "tab" | "ptab" => line.push(None, "\t"),
                "cr" => line.push(None, "\n"),
                "br" => line.push(None, if child.attribute("type") == Some("page") { "\u{c}" } else { "\n" }),
                "noBreakHyphen" => line.push(shift, "-"),
                "footnoteReference" => {
                    let mark = self.notes.mark_for(NoteKind::Footnote, child);
                    line.push(None, &mark);
                }
                "endnoteReference" => {
                    let mark = self.notes.mark_for(NoteKind::Endnote, child);
                    line.push(None, &mark);
                }
                "txbxContent" => line.boxes.push(child),
                "AlternateContent" => self.inline(alternative(child), shift, line),
                name if HIDDEN.contains(&name) => {}
                _ => self.inline(child, shift, line),
            }
        }
    }

    /// Writes a table as rows with tabs between cells; of a table used for layout, writes the blocks inside.
    fn table(&mut self, table: &Element) -> Result<(), ReadError> {
        let rows: Vec<&Element> = children_named(table, "tr");
        let many = rows.iter().any(|row| children_named(row, "tc").len() > 1);
        let crowded = rows.iter().any(|row| {
            let cells = children_named(row, "tc");
            let is_crowded = |cell: &&Element| {
                cell.elements().filter(|child| *child.name == *"p").count() > PARAGRAPHS_IN_CELL
                    || cell.child("tbl").is_some()
            };
            // A definition may hold anything; the cell of its term does not.
            cells.first().is_some_and(is_crowded) || cells.len() > 3 && cells.iter().any(is_crowded)
        });
        for row in rows {
            if row.child("trPr").is_some_and(|properties| properties.child("del").is_some()) {
                continue;
            }
            let cells = children_named(row, "tc");
            if many && !crowded {
                let texts: Vec<String> = cells.into_iter().map(|cell| self.flat(cell)).collect();
                self.builder.block(BlockKind::Row, &texts.join("\t"))?;
            } else {
                for cell in cells {
                    self.write(cell)?;
                }
            }
        }
        Ok(())
    }

    /// The text of a cell or note, on one line.
    fn flat(&mut self, element: &Element) -> String {
        let mut parts = Vec::new();
        self.gather(element, &mut parts);
        parts.join(" ")
    }

    /// Collects the paragraphs inside `element`, without line breaks.
    fn gather(&mut self, element: &Element, parts: &mut Vec<String>) {
        for child in element.elements() {
            match &*child.name {
                "p" => {
                    let mut line = ParagraphText::default();
                    self.inline(child, None, &mut line);
                    let text = line.text();
                    let (_, number) = self.kind(child.child("pPr"), text.trim().is_empty());
                    let words: Vec<&str> =
                        text.split(['\n', '\t', '\u{c}']).map(str::trim).filter(|part| !part.is_empty()).collect();
                    if !words.is_empty() {
                        parts.push(format!("{number}{}", words.join(" ")));
                    }
                    for text_box in line.boxes {
                        self.gather(text_box, parts);
                    }
                }
                name if HIDDEN.contains(&name) => {}
                _ => self.gather(child, parts),
            }
        }
    }
}

/// The first choice of alternative content, or else its fallback.
fn alternative(element: &Element) -> &Element {
    element.child("Choice").or_else(|| element.child("Fallback")).unwrap_or(element)
}

/// The children with that name, including those wrapped in content controls or insertions.
fn children_named<'d>(element: &'d Element, name: &str) -> Vec<&'d Element> {
    let mut found = Vec::new();
    for child in element.elements() {
        match &*child.name {
            own if own == name => found.push(child),
            "sdt" | "sdtContent" | "ins" | "customXml" | "moveTo" => found.extend(children_named(child, name)),
            _ => {}
        }
    }
    found
}

/// Text without the line breaks of the markup and without control characters.
fn printable(text: &str) -> String {
    text.chars()
        .filter_map(|character| match character {
            '\n' | '\r' | '\t' => Some(' '),
            '\u{ad}' => None,
            _ if character.is_control() => None,
            _ => Some(character),
        })
        .collect()
}
