//! The walk over a page: elements in reading order in, one line per block out.

use scraper::ElementRef;

use super::content::{is_notes, is_silent};
use super::lists::Counter;
use super::space::{HARD_BREAK, collapse};
use super::tables;
use crate::model::BlockKind;
use crate::read::raised::{Height, formed};
use crate::read::sheet::Sheet;
use crate::read::{Limits, ReadError};

/// Elements that begin a line of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "legend",
    "li",
    "main",
    "menu",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
    "html",
];

/// Text of links that only lead back from a note to its place.
const BACK_LINKS: &[&str] = &["↩", "↩︎", "↩️", "↑", "^", "⏎", "⤴", "▲"];

/// Writes everything printed inside `element`.
pub(super) fn write(element: ElementRef<'_>, sheet: &mut Sheet, limits: &Limits) -> Result<(), ReadError> {
    let mut walk = Walk {
        sheet,
        limits,
        line: String::new(),
        kind: BlockKind::Paragraph,
        prefix: String::new(),
        notes: false,
        pre: false,
    };
    walk.element(element, 0)?;
    walk.flush()
}

/// What is being gathered.
struct Walk<'a> {
    sheet: &'a mut Sheet,
    limits: &'a Limits,
    line: String,
    kind: BlockKind,
    prefix: String,
    notes: bool,
    pre: bool,
}

impl Walk<'_> {
    /// Ends the current line and writes it.
    fn flush(&mut self) -> Result<(), ReadError> {
        let printed = collapse(&std::mem::take(&mut self.line));
        if printed.is_empty() {
            return Ok(());
        }
        let whole = format!("{}{printed}", std::mem::take(&mut self.prefix));
        self.sheet.block(self.kind, &whole)
    }

    /// One element with all it holds.
    fn element(&mut self, element: ElementRef<'_>, depth: usize) -> Result<(), ReadError> {
        self.limits.check_nesting(depth)?;
        let name = element.value().name();
        match name {
            _ if is_silent(element) => Ok(()),
            "br" => {
                self.line.push(HARD_BREAK);
                Ok(())
            }
            "sup" | "sub" => self.shifted(element, if name == "sup" { Height::Raised } else { Height::Lowered }, depth),
            "a" if is_back_link(element) => Ok(()),
            "table" if !tables::is_layout(element) => self.table(element, depth),
            _ if BLOCKS.contains(&name) => self.block(element, depth),
            _ => match style_height(element) {
                Some(height) => self.shifted(element, height, depth),
                None => self.children(element, depth),
            },
        }
    }

    /// Text and elements inside `element`.
    fn children(&mut self, element: ElementRef<'_>, depth: usize) -> Result<(), ReadError> {
        let mut counter = if element.value().name() == "ol" { Some(Counter::of(element)) } else { None };
        for child in element.children() {
            if let Some(text) = child.value().as_text() {
                self.text(text);
            } else if let Some(inner) = ElementRef::wrap(child) {
                if inner.value().name() == "li" {
                    self.flush()?;
                    self.prefix = counter.as_mut().map(|counter| counter.number(inner)).unwrap_or_default();
                }
                self.element(inner, depth + 1)?;
            }
            self.limits.check_text(self.line.len())?;
        }
        Ok(())
    }

    /// An element with lines of its own.
    fn block(&mut self, element: ElementRef<'_>, depth: usize) -> Result<(), ReadError> {
        self.flush()?;
        let before = (self.kind, self.notes, self.pre);
        let name = element.value().name();
        self.notes |= is_notes(element) || (name == "li" && is_note_item(element));
        self.pre |= name == "pre";
        self.kind = match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
            "dt" => BlockKind::DefinedTerm,
            "dd" => BlockKind::Description,
            "li" if self.notes => BlockKind::Note,
            "li" => BlockKind::ListItem,
            "p" | "div" if self.notes => BlockKind::Note,
            "td" | "th" | "table" | "section" | "article" | "main" => BlockKind::Paragraph,
            _ => self.kind,
        };
        self.children(element, depth)?;
        self.flush()?;
        if name == "li" {
            self.prefix.clear();
        }
        (self.kind, self.notes, self.pre) = before;
        Ok(())
    }

    /// A table of data: one line per row, cells parted by tabs.
    fn table(&mut self, table: ElementRef<'_>, depth: usize) -> Result<(), ReadError> {
        self.flush()?;
        for caption in table.child_elements().filter(|part| part.value().name() == "caption") {
            self.element(caption, depth + 1)?;
        }
        for row in tables::rows(table).into_iter().filter(|row| !is_silent(*row)) {
            let mut printed = Vec::new();
            for cell in tables::cells(row) {
                printed.push(self.cell(cell, depth + 3)?);
            }
            if printed.iter().any(|cell| !cell.is_empty()) {
                self.sheet.block(BlockKind::Row, &printed.join("\t"))?;
            }
        }
        Ok(())
    }

    /// The text of one cell on one line: its blocks and breaks are joined by spaces.
    fn cell(&mut self, cell: ElementRef<'_>, depth: usize) -> Result<String, ReadError> {
        let mut inner = Sheet::new(*self.limits);
        let mut walk = Walk {
            sheet: &mut inner,
            limits: self.limits,
            line: String::new(),
            kind: BlockKind::Paragraph,
            prefix: String::new(),
            notes: false,
            pre: false,
        };
        walk.block(cell, depth)?;
        let (text, _) = inner.finish();
        let lines: Vec<&str> = text.split(['\n', '\t']).map(str::trim_ascii).filter(|line| !line.is_empty()).collect();
        Ok(lines.join(" "))
    }

    /// Raised or lowered text.
    fn shifted(&mut self, element: ElementRef<'_>, height: Height, depth: usize) -> Result<(), ReadError> {
        let outer = std::mem::take(&mut self.line);
        self.children(element, depth)?;
        let inner = std::mem::replace(&mut self.line, outer);
        self.line.push_str(&formed(&inner, height));
        Ok(())
    }

    /// Text as the source has it, without control characters.
    fn text(&mut self, text: &str) {
        for character in text.chars() {
            match character {
                '\n' if self.pre => self.line.push(HARD_BREAK),
                '\n' | '\r' | '\t' | '\u{c}' => self.line.push(character),
                '\u{a0}' => self.line.push(' '),
                '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
                _ if character.is_control() => {}
                _ => self.line.push(character),
            }
        }
    }
}

/// Whether an inline style raises or lowers the element.
fn style_height(element: ElementRef<'_>) -> Option<Height> {
    let style: String = element.attr("style")?.to_ascii_lowercase().split_ascii_whitespace().collect();
    if style.contains("vertical-align:super") {
        Some(Height::Raised)
    } else if style.contains("vertical-align:sub") {
        Some(Height::Lowered)
    } else {
        None
    }
}

/// Whether a link is only the arrow that leads back from a note.
fn is_back_link(element: ElementRef<'_>) -> bool {
    element.attr("href").is_some_and(|to| to.starts_with('#')) && {
        let text: String = element.text().collect();
        BACK_LINKS.contains(&text.trim())
    }
}

/// Whether a list item is a note: it can be pointed at and points back with an arrow.
fn is_note_item(element: ElementRef<'_>) -> bool {
    element.value().id().is_some()
        && element.descendent_elements().any(|inner| inner.value().name() == "a" && is_back_link(inner))
}
