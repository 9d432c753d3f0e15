//! Flattens a page, with forms nested in forms and operators of all kinds, into one stream of text operators.
//!
//! The decoder can fail on images, colours and forms that draw themselves, and needs little of that for text. Forms are
//! written in place with their matrix, operators with wrong operands are left out, and all work is limited.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, Stream};

use super::codes::{is_number, shown, string_length, written};
use super::fonts::{self, FontEncoding, StandIns};
use super::graph;
use super::tokens::{Operation, operations};
use super::unpack::{self, Budget};
use super::vertical::TextState;
use crate::read::ReadError;

/// Maximum nesting depth of forms.
const DEPTH: usize = 16;

/// The most work for the decoder on one page, which needs about a kilobyte for each operator: operators, parts of arrays and
/// characters, of what is written for it. The fullest page of a newspaper has a tenth.
const WORK: usize = 400_000;

/// The most work on all pages together.
const WORK_OF_FILE: usize = 8_000_000;

/// What drawing a form costs in work: outside engines open its stream each time.
const FORM: usize = 20;

/// A page with only text operators.
#[derive(Default)]
pub(super) struct FlatPage {
    /// Content stream.
    pub(super) content: Vec<u8>,
    /// Fonts by the name the content uses.
    pub(super) fonts: BTreeMap<String, Object>,
    /// Number of bytes in the strings shown.
    pub(super) shown: usize,
    /// Number of images drawn.
    pub(super) pictures: usize,
}

/// The font selected for text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum CurrentFont {
    /// No font was selected.
    None,
    /// A font whose codes stay.
    Plain,
    /// A font whose codes are converted to UTF-16.
    Coded(FontEncoding),
}

/// The state while a page is flattened.
struct PageFlattener<'a, 'r> {
    document: &'a Document,
    budget: &'r mut Budget,
    flat: FlatPage,
    names: BTreeMap<(usize, Vec<u8>), String>,
    stand_ins: &'r mut StandIns,
    text: TextState,
    scopes: usize,
    /// Number of the page, counted from 1.
    number: usize,
    /// Work spent on the page.
    work: usize,
    /// Work in the content as it is.
    written: usize,
    /// Number of operators that show text or move the position where it is shown.
    effects: usize,
}

/// The state when the graphics state was saved.
struct Saved {
    font: CurrentFont,
    text: TextState,
    /// The length of the content before, and its work.
    content: usize,
    written: usize,
    effects: usize,
}

/// Flattens the page with this number, counted from 1.
pub(super) fn page(
    document: &Document,
    page: &Dictionary,
    number: usize,
    budget: &mut Budget,
    stand_ins: &mut StandIns,
) -> Result<FlatPage, ReadError> {
    let empty = Dictionary::new();
    let resources = match graph::inherited(document, page, b"Resources") {
        Some(Object::Dictionary(found)) => found,
        _ => &empty,
    };
    let mut content = Vec::new();
    for stream in graph::contents(document, page) {
        content.extend(unpack::stream(stream, budget)?);
        content.push(b'\n');
    }
    let mut writer = PageFlattener {
        document,
        budget,
        flat: FlatPage::default(),
        names: BTreeMap::new(),
        stand_ins,
        text: TextState::default(),
        scopes: 0,
        number,
        work: 0,
        written: 0,
        effects: 0,
    };
    writer.content(&content, resources, 0)?;
    let work = writer.written + writer.work;
    if writer.budget.work(work) > WORK_OF_FILE {
        return Err(ReadError::PageTooComplex { page: number, limit: WORK_OF_FILE });
    }
    Ok(writer.flat)
}

impl PageFlattener<'_, '_> {
    /// Writes one content stream.
    fn content(&mut self, content: &[u8], resources: &Dictionary, depth: usize) -> Result<(), ReadError> {
        let scope = self.scopes;
        self.scopes += 1;
        let mut result = Ok(());
        let mut font = CurrentFont::None;
        let mut saved: Vec<Saved> = Vec::new();
        operations(content, |operation| {
            if result.is_err() {
                return;
            }
            match operation.operator {
                b"q" => saved.push(self.saved(font)),
                b"Q" => match saved.pop() {
                    Some(before) => {
                        (font, self.text) = (before.font, before.text);
                        self.restore(&before);
                        return;
                    }
                    None => return,
                },
                b"Do" => {
                    result = self.draw(operation, resources, depth);
                    return;
                }
                b"Tf" => {
                    font = self.font(operation, resources, scope).unwrap_or(font);
                    return;
                }
                _ => {}
            }
            self.keep(operation, font);
            result = self.check();
        });
        while let Some(before) = saved.pop() {
            self.restore(&before);
        }
        result.and_then(|()| self.check())
    }

    /// The state before it is saved.
    fn saved(&self, font: CurrentFont) -> Saved {
        Saved { font, text: self.text, content: self.flat.content.len(), written: self.written, effects: self.effects }
    }

    /// Restores the state; if no text was shown since it was saved, everything since then is taken out.
    fn restore(&mut self, before: &Saved) {
        if self.effects == before.effects {
            self.flat.content.truncate(before.content);
            self.written = before.written;
        } else {
            self.write(&[], b"Q");
        }
    }

    /// Whether the page is within the limit.
    fn check(&self) -> Result<(), ReadError> {
        if self.work + self.written > WORK {
            return Err(ReadError::PageTooComplex { page: self.number, limit: WORK });
        }
        Ok(())
    }

    /// Copies an operator if it matters for text and has the right operands.
    fn keep(&mut self, operation: &Operation<'_>, font: CurrentFont) {
        let has_font = font != CurrentFont::None;
        let numbers = operation.operands.iter().all(|operand| is_number(operand));
        let fits = |count: usize| numbers && operation.operands.len() == count;
        let last = operation.operands.last().copied().unwrap_or_default();
        let is_string = last.starts_with(b"(") || (last.starts_with(b"<") && !last.starts_with(b"<<"));
        self.effects += usize::from(matches!(
            operation.operator,
            b"BT" | b"ET" | b"T*" | b"Tm" | b"Td" | b"TD" | b"Tj" | b"TJ" | b"'" | b"\""
        ));
        let value = || std::str::from_utf8(last).ok().and_then(|text| text.parse::<f64>().ok()).unwrap_or(0.0);
        match operation.operator {
            b"Tc" if fits(1) => self.text.spacing = value(),
            b"Ts" if fits(1) => self.text.rise = value(),
            b"BT" | b"T*" | b"Tm" | b"Td" | b"TD" | b"'" | b"\"" => self.text.start_line(),
            _ => {}
        }
        match operation.operator {
            b"BT" | b"ET" | b"q" | b"Q" | b"T*" => self.write(&[], operation.operator),
            b"cm" | b"Tm" if fits(6) => self.write(operation.operands, operation.operator),
            b"Td" | b"TD" if fits(2) => self.write(operation.operands, operation.operator),
            b"Tc" | b"Tw" | b"Tz" | b"TL" | b"Ts" if fits(1) => self.write(operation.operands, operation.operator),
            b"Tj" if has_font && is_string => self.show(last, b"Tj", font),
            b"TJ" if has_font && last.starts_with(b"[") => self.show(last, b"TJ", font),
            b"'" if is_string => {
                self.write(&[], b"T*");
                if has_font {
                    self.show(last, b"Tj", font);
                }
            }
            b"\"" if is_string => {
                if let [word, character, _] = operation.operands
                    && is_number(word)
                    && is_number(character)
                {
                    self.write(&[word], b"Tw");
                    self.write(&[character], b"Tc");
                }
                self.write(&[], b"T*");
                if has_font {
                    self.show(last, b"Tj", font);
                }
            }
            b"EI" => self.flat.pictures += 1,
            _ => {}
        }
    }

    /// Writes an operator that shows text, converting codes of East Asian encodings to UTF-16.
    fn show(&mut self, text: &[u8], operator: &[u8], font: CurrentFont) {
        let (length, parts) = string_length(text);
        self.flat.shown += length;
        self.written += length + parts;
        match font {
            CurrentFont::Coded(encoding) => {
                let parts = shown(text, encoding.family, self.stand_ins);
                if encoding.vertical {
                    self.written += 2 * parts.len();
                    let operators = self.text.show(&parts);
                    self.write(&[], operators.as_bytes());
                } else {
                    self.write(&[&written(&parts)], b"TJ");
                }
            }
            _ => self.write(&[text], operator),
        }
    }

    /// Writes one operator.
    fn write(&mut self, operands: &[&[u8]], operator: &[u8]) {
        self.written += 1;
        for operand in operands {
            self.flat.content.extend_from_slice(operand);
            self.flat.content.push(b' ');
        }
        self.flat.content.extend_from_slice(operator);
        self.flat.content.push(b'\n');
    }

    /// Selects a font under a unique name, if it exists.
    fn font(&mut self, operation: &Operation<'_>, resources: &Dictionary, scope: usize) -> Option<CurrentFont> {
        let [name, size] = operation.operands else { return None };
        let plain = plain_name(name).filter(|_| is_number(size))?;
        let fonts = graph::dictionary(self.document, resources, b"Font")?;
        let font = fonts.get(&plain).ok()?;
        let Some(Object::Dictionary(resolved)) = graph::resolve(self.document, font) else { return None };
        let key = (scope, plain);
        let own = match self.names.get(&key) {
            Some(known) => known.clone(),
            None => {
                let same = |known: &Object| matches!((known, font), (Object::Reference(one), Object::Reference(other)) if one == other);
                let known = self.flat.fonts.iter().find(|(_, known)| same(known)).map(|(name, _)| name.clone());
                let own = known.unwrap_or_else(|| format!("F{}", self.flat.fonts.len()));
                self.flat.fonts.insert(own.clone(), font.clone());
                self.names.insert(key, own.clone());
                own
            }
        };
        self.write(&[format!("/{own}").as_bytes(), size], b"Tf");
        self.text.size = std::str::from_utf8(size).ok().and_then(|size| size.parse().ok()).unwrap_or(0.0);
        Some(fonts::encoding(self.document, resolved).map_or(CurrentFont::Plain, CurrentFont::Coded))
    }

    /// Writes a form in place; images are only counted.
    fn draw(&mut self, operation: &Operation<'_>, resources: &Dictionary, depth: usize) -> Result<(), ReadError> {
        let Some(name) = operation.operands.last().and_then(|name| plain_name(name)) else { return Ok(()) };
        let found = graph::dictionary(self.document, resources, b"XObject")
            .and_then(|objects| graph::get(self.document, objects, &name));
        let Some(Object::Stream(form)) = found else { return Ok(()) };
        if form.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image") {
            self.flat.pictures += 1;
            return Ok(());
        }
        if depth >= DEPTH {
            return Ok(());
        }
        self.work += FORM;
        self.check()?;
        let content = unpack::stream(form, self.budget)?;
        self.budget.take(content.len() + self.flat.content.len().min(64))?;
        let own = graph::dictionary(self.document, &form.dict, b"Resources").unwrap_or(resources);
        let before = self.saved(CurrentFont::None);
        self.write(&[], b"q");
        if let Some(matrix) = matrix(self.document, form) {
            self.write(&[matrix.as_bytes()], b"cm");
        }
        self.content(&content, own, depth + 1)?;
        self.restore(&before);
        Ok(())
    }
}

/// The matrix of a form as operands.
fn matrix(document: &Document, form: &Stream) -> Option<String> {
    let Some(Object::Array(values)) = graph::get(document, &form.dict, b"Matrix") else { return None };
    let numbers: Vec<String> = values.iter().filter_map(graph::number).map(|value| format!("{value:.5}")).collect();
    if numbers.len() == 6 && numbers.iter().all(|number| number.len() < 40) { Some(numbers.join(" ")) } else { None }
}

/// A name without its slash, with `#41` decoded as `A`.
fn plain_name(operand: &[u8]) -> Option<Vec<u8>> {
    let raw = operand.strip_prefix(b"/")?;
    let mut name = Vec::with_capacity(raw.len());
    let mut at = 0;
    while let Some(byte) = raw.get(at) {
        let escaped =
            raw.get(at + 1..at + 3).filter(|_| *byte == b'#').and_then(|digits| std::str::from_utf8(digits).ok());
        match escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(value) => {
                name.push(value);
                at += 3;
            }
            None => {
                name.push(*byte);
                at += 1;
            }
        }
    }
    Some(name)
}
