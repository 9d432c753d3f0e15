//! Walks over the elements of a page in reading order and writes one line for each block.

use scraper::ElementRef;

use super::content::{is_hidden, is_notes};
use super::lists::ListCounter;
use super::pairs;
use super::space::{HARD_BREAK, collapse};
use super::tables;
use crate::model::BlockKind;
use crate::read::superscript::{BaselineShift, to_unicode};
use crate::read::text_builder::TextBuilder;
use crate::read::{Limits, ReadError};

/// Block elements, which have lines of their own.
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

/// The text of links that only lead back from a note to its reference.
const BACK_LINKS: &[&str] = &["↩", "↩︎", "↩️", "↑", "^", "⏎", "⤴", "▲"];

/// Writes everything shown inside `element`.
pub(super) fn write(element: ElementRef<'_>, builder: &mut TextBuilder, limits: &Limits) -> Result<(), ReadError> {
    let mut walk = PageWalker {
        builder,
        limits,
        line: String::new(),
        kind: BlockKind::Paragraph,
        prefix: String::new(),
        item: None,
        notes: false,
        pre: false,
    };
    walk.element(element, 0)?;
    walk.flush()
}

/// The state of the walk.
struct PageWalker<'a> {
    builder: &'a mut TextBuilder,
    limits: &'a Limits,
    line: String,
    kind: BlockKind,
    prefix: String,
    item: Option<Item>,
    notes: bool,
    pre: bool,
}

/// An item of a list, a term or a description: everything inside belongs to it.
#[derive(Clone, Copy)]
struct Item {
    /// The kind of its first block.
    first: BlockKind,
    /// The kind of the blocks after it.
    rest: BlockKind,
    /// Whether the first block has been written.
    begun: bool,
}

impl PageWalker<'_> {
    /// Ends the current line and writes it.
    fn flush(&mut self) -> Result<(), ReadError> {
        let printed = collapse(&std::mem::take(&mut self.line));
        if printed.is_empty() {
            return Ok(());
        }
        let whole = format!("{}{printed}", std::mem::take(&mut self.prefix));
        self.write(self.kind, &whole)
    }

    /// Writes a block, as part of the item it is in.
    fn write(&mut self, kind: BlockKind, text: &str) -> Result<(), ReadError> {
        let kind = match &mut self.item {
            None => kind,
            Some(item) if item.begun => item.rest,
            Some(item) => {
                item.begun = true;
                item.first
            }
        };
        self.builder.block(kind, text)
    }

    /// Walks an element and everything inside.
    fn element(&mut self, element: ElementRef<'_>, depth: usize) -> Result<(), ReadError> {
        self.limits.check_nesting(depth)?;
        let name = element.value().name();
        match name {
            _ if is_hidden(element) => Ok(()),
            "br" => {
                self.line.push(HARD_BREAK);
                Ok(())
            }
            "sup" | "sub" => self.shifted_text(
                element,
                if name == "sup" { BaselineShift::Superscript } else { BaselineShift::Subscript },
                depth,
            ),
            "a" if is_back_link(element) || is_permanent_link(element) => Ok(()),
            "table" if !tables::is_layout(element) => self.table(element, depth),
            _ if BLOCKS.contains(&name) => self.block(element, depth),
            _ => match style_height(element) {
                Some(shift) => self.shifted_text(element, shift, depth),
                None => self.children(element, depth),
            },
        }
    }

    /// Walks the text and elements inside `element`.
    fn children(&mut self, element: ElementRef<'_>, depth: usize) -> Result<(), ReadError> {
        let mut counter = if element.value().name() == "ol" { Some(ListCounter::of(element)) } else { None };
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

    /// Walks a block element.
    fn block(&mut self, element: ElementRef<'_>, depth: usize) -> Result<(), ReadError> {
        self.flush()?;
        let before = (self.kind, self.item, self.notes, self.pre);
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
        if name == "dt" {
            identifiers(element).for_each(|id| self.builder.anchor(id));
        }
        let rest = match name {
            "dt" | "dd" => Some(BlockKind::Description),
            "li" if !is_layout_item(element) => Some(BlockKind::ContinuedItem),
            _ => None,
        };
        // The terms of a list inside a description are terms too.
        let opens = rest.is_some() && (self.item.is_none() || matches!(name, "dt" | "dd"));
        if let Some(rest) = rest.filter(|_| opens) {
            self.item = Some(Item { first: self.kind, rest, begun: false });
        }
        match pairs::parts(element).filter(|_| before.1.is_none()) {
            Some(parts) => {
                self.item = None;
                self.entry(&parts, depth)?;
            }
            None => self.children(element, depth)?,
        }
        self.flush()?;
        if name == "li" {
            self.prefix.clear();
        }
        // What the item has begun inside a block stays begun after it.
        let item = if opens { before.1 } else { self.item };
        (self.kind, self.item, self.notes, self.pre) = (before.0, item, before.2, before.3);
        Ok(())
    }

    /// Writes the parts of an entry of a list of terms: the term, and what is said about it.
    fn entry(&mut self, parts: &[ElementRef<'_>], depth: usize) -> Result<(), ReadError> {
        for (index, part) in parts.iter().enumerate() {
            self.kind = if index == 0 { BlockKind::DefinedTerm } else { BlockKind::Description };
            self.element(*part, depth + 1)?;
            self.flush()?;
        }
        Ok(())
    }

    /// Writes a data table: one line for each row, with tabs between cells.
    fn table(&mut self, table: ElementRef<'_>, depth: usize) -> Result<(), ReadError> {
        self.flush()?;
        for caption in table.child_elements().filter(|part| part.value().name() == "caption") {
            self.element(caption, depth + 1)?;
        }
        for row in tables::rows(table).into_iter().filter(|row| !is_hidden(*row)) {
            let mut printed = Vec::new();
            for cell in tables::cells(row) {
                printed.push(self.cell(cell, depth + 3)?);
            }
            if printed.iter().any(|cell| !cell.is_empty()) {
                let border = if self.item.is_some() { " " } else { "\t" };
                self.write(BlockKind::Row, &printed.join(border))?;
            }
        }
        Ok(())
    }

    /// The text of a cell on one line, with spaces between its blocks and lines.
    fn cell(&mut self, cell: ElementRef<'_>, depth: usize) -> Result<String, ReadError> {
        let mut inner = TextBuilder::new(*self.limits);
        let mut walk = PageWalker {
            builder: &mut inner,
            limits: self.limits,
            line: String::new(),
            kind: BlockKind::Paragraph,
            prefix: String::new(),
            item: None,
            notes: false,
            pre: false,
        };
        walk.block(cell, depth)?;
        let (text, _) = inner.finish();
        let lines: Vec<&str> = text.split(['\n', '\t']).map(str::trim_ascii).filter(|line| !line.is_empty()).collect();
        Ok(lines.join(" "))
    }

    /// Writes superscript or subscript text.
    fn shifted_text(&mut self, element: ElementRef<'_>, shift: BaselineShift, depth: usize) -> Result<(), ReadError> {
        let outer = std::mem::take(&mut self.line);
        self.children(element, depth)?;
        let inner = std::mem::replace(&mut self.line, outer);
        self.line.push_str(&to_unicode(&inner, shift));
        Ok(())
    }

    /// Adds text without control characters.
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

/// The identifiers of a term: its own and those inside it, also of old links (`<a name>`).
fn identifiers(term: ElementRef<'_>) -> impl Iterator<Item = &str> {
    let inside = term.descendent_elements().filter(move |inner| inner.id() != term.id());
    std::iter::once(term).chain(inside).filter_map(|element| {
        element.value().id().or_else(|| element.attr("name").filter(|_| element.value().name() == "a"))
    })
}

/// The baseline shift by an inline style.
fn style_height(element: ElementRef<'_>) -> Option<BaselineShift> {
    let style: String = element.attr("style")?.to_ascii_lowercase().split_ascii_whitespace().collect();
    if style.contains("vertical-align:super") {
        Some(BaselineShift::Superscript)
    } else if style.contains("vertical-align:sub") {
        Some(BaselineShift::Subscript)
    } else {
        None
    }
}

/// Whether a link is only the arrow back from a note.
fn is_back_link(element: ElementRef<'_>) -> bool {
    element.attr("href").is_some_and(|to| to.starts_with('#')) && {
        let text: String = element.text().collect();
        BACK_LINKS.contains(&text.trim())
    }
}

/// Whether a link is only the sign beside a heading that gives the address of the heading: ¶, #, §.
fn is_permanent_link(element: ElementRef<'_>) -> bool {
    element.attr("href").is_some_and(|to| to.starts_with('#')) && {
        let text: String = element.text().collect();
        matches!(text.trim(), "¶" | "#" | "§" | "🔗" | "\u{f0c1}")
    }
}

/// Whether a list is only used for layout: the item holds parts of a page, with headings or lists of terms of their own.
fn is_layout_item(item: ElementRef<'_>) -> bool {
    item.descendent_elements()
        .any(|inner| matches!(inner.value().name(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dl"))
}

/// Whether a list item is a note: it has an id and an arrow back to its reference.
fn is_note_item(element: ElementRef<'_>) -> bool {
    element.value().id().is_some()
        && element.descendent_elements().any(|inner| inner.value().name() == "a" && is_back_link(inner))
}
