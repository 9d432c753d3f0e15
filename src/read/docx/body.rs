//! The body of a document: elements of `WordprocessingML` in, one line per paragraph or table row out.

use super::notes::{Notes, Place};
use super::numbering::Numbering;
use super::styles::{Styles, has_outline};
use super::xml::{Element, Node};
use crate::model::BlockKind;
use crate::read::ReadError;
use crate::read::raised::{Height, formed};
use crate::read::sheet::Sheet;

/// A table with a cell of more paragraphs only places parts of a page.
const PARAGRAPHS_IN_CELL: usize = 8;

/// Elements whose content is not printed.
const SILENT: &[&str] = &[
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

/// Writes a document.
pub(super) struct Body<'a> {
    sheet: Sheet,
    styles: Styles,
    numbering: Numbering,
    notes: Notes<'a>,
}

/// A paragraph being gathered: pieces by height, and text boxes met on the way.
#[derive(Default)]
struct Line<'d> {
    pieces: Vec<(Option<Height>, String)>,
    boxes: Vec<&'d Element>,
}

impl Line<'_> {
    /// Adds text, joining pieces of one height.
    fn push(&mut self, height: Option<Height>, text: &str) {
        match self.pieces.last_mut() {
            Some((last, before)) if *last == height => before.push_str(text),
            _ => self.pieces.push((height, text.to_owned())),
        }
    }

    /// The line as printed.
    fn text(&self) -> String {
        self.pieces
            .iter()
            .map(|(height, text)| height.map_or_else(|| text.clone(), |height| formed(text, height)))
            .collect()
    }
}

impl<'a> Body<'a> {
    /// A writer on `sheet`.
    pub(super) fn new(sheet: Sheet, styles: Styles, numbering: Numbering, notes: Notes<'a>) -> Self {
        Self { sheet, styles, numbering, notes }
    }

    /// Writes all blocks inside `element`.
    pub(super) fn write(&mut self, element: &Element) -> Result<(), ReadError> {
        for child in element.elements() {
            match child.name.as_str() {
                "p" => self.paragraph(child, None)?,
                "tbl" => self.table(child)?,
                "AlternateContent" => self.write(alternative(child))?,
                name if SILENT.contains(&name) => {}
                _ => self.write(child)?,
            }
        }
        Ok(())
    }

    /// Writes the notes referred to and gives the sheet back.
    pub(super) fn finish(mut self) -> Result<Sheet, ReadError> {
        for (mark, note) in self.notes.take_used() {
            let text = self.flat(note);
            let text = if mark.is_empty() { text } else { format!("{mark} {text}") };
            self.sheet.block(BlockKind::Note, &text)?;
        }
        Ok(self.sheet)
    }

    /// One paragraph, its number, and the text boxes anchored in it.
    fn paragraph(&mut self, paragraph: &Element, forced: Option<BlockKind>) -> Result<(), ReadError> {
        let properties = paragraph.child("pPr");
        if properties.is_some_and(|properties| properties.switched_on("pageBreakBefore")) {
            self.new_page();
        }
        let mut line = Line::default();
        self.inline(paragraph, None, &mut line);
        let text = line.text();
        let (kind, number) = self.kind(properties, text.trim().is_empty());
        let mut prefix = number;
        for (index, part) in text.split('\u{c}').enumerate() {
            if index > 0 {
                self.new_page();
            }
            if !part.trim().is_empty() {
                self.sheet.block(forced.unwrap_or(kind), &format!("{}{part}", std::mem::take(&mut prefix)))?;
            }
        }
        for text_box in line.boxes {
            self.write(text_box)?;
        }
        Ok(())
    }

    /// A page begins, unless nothing was printed so far.
    fn new_page(&mut self) {
        if !self.sheet.is_empty() {
            self.sheet.page();
        }
    }

    /// What the paragraph is and the number Word prints before it. An empty paragraph is not counted.
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

    /// Text inside a paragraph.
    fn inline<'d>(&mut self, element: &'d Element, height: Option<Height>, line: &mut Line<'d>) {
        for child in element.elements() {
            match child.name.as_str() {
                "r" => {
                    let properties = child.child("rPr");
                    if properties.is_some_and(|properties| properties.switched_on("vanish")) {
                        continue;
                    }
                    let height = match properties.and_then(|properties| properties.value("vertAlign")) {
                        Some("superscript") => Some(Height::Raised),
                        Some("subscript") => Some(Height::Lowered),
                        _ => None,
                    };
                    self.inline(child, height, line);
                }
                "t" => {
                    for node in &child.children {
                        if let Node::Text(text) = node {
                            line.push(height, &printable(text));
                        }
                    }
                }
                "tab" | "ptab" => line.push(None, "\t"),
                "cr" => line.push(None, "\n"),
                "br" => line.push(None, if child.attribute("type") == Some("page") { "\u{c}" } else { "\n" }),
                "noBreakHyphen" => line.push(height, "-"),
                "footnoteReference" => {
                    let mark = self.notes.refer(Place::Foot, child);
                    line.push(None, &mark);
                }
                "endnoteReference" => {
                    let mark = self.notes.refer(Place::End, child);
                    line.push(None, &mark);
                }
                "txbxContent" => line.boxes.push(child),
                "AlternateContent" => self.inline(alternative(child), height, line),
                name if SILENT.contains(&name) => {}
                _ => self.inline(child, height, line),
            }
        }
    }

    /// A table: rows with tabs between cells, or the blocks of a table that only places them.
    fn table(&mut self, table: &Element) -> Result<(), ReadError> {
        let rows: Vec<&Element> = wrapped(table, "tr");
        let many = rows.iter().any(|row| wrapped(row, "tc").len() > 1);
        let crowded = rows.iter().flat_map(|row| wrapped(row, "tc")).any(|cell| {
            cell.elements().filter(|child| child.name == "p").count() > PARAGRAPHS_IN_CELL
                || cell.child("tbl").is_some()
        });
        for row in rows {
            if row.child("trPr").is_some_and(|properties| properties.child("del").is_some()) {
                continue;
            }
            let cells = wrapped(row, "tc");
            if many && !crowded {
                let texts: Vec<String> = cells.into_iter().map(|cell| self.flat(cell)).collect();
                self.sheet.block(BlockKind::Row, &texts.join("\t"))?;
            } else {
                for cell in cells {
                    self.write(cell)?;
                }
            }
        }
        Ok(())
    }

    /// The text of a cell or note on one line.
    fn flat(&mut self, element: &Element) -> String {
        let mut parts = Vec::new();
        self.gather(element, &mut parts);
        parts.join(" ")
    }

    /// Paragraphs inside `element` as texts without breaks.
    fn gather(&mut self, element: &Element, parts: &mut Vec<String>) {
        for child in element.elements() {
            match child.name.as_str() {
                "p" => {
                    let mut line = Line::default();
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
                name if SILENT.contains(&name) => {}
                _ => self.gather(child, parts),
            }
        }
    }
}

/// The first choice of alternatives, or what stands in for programs that know none.
fn alternative(element: &Element) -> &Element {
    element.child("Choice").or_else(|| element.child("Fallback")).unwrap_or(element)
}

/// Children of that name, also where content controls or inserted rows wrap them.
fn wrapped<'d>(element: &'d Element, name: &str) -> Vec<&'d Element> {
    let mut found = Vec::new();
    for child in element.elements() {
        match child.name.as_str() {
            own if own == name => found.push(child),
            "sdt" | "sdtContent" | "ins" | "customXml" | "moveTo" => found.extend(wrapped(child, name)),
            _ => {}
        }
    }
    found
}

/// Text without line ends of the markup and without control characters.
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
