//! Writes the memory as XLIFF 1.2 and 2.1.
//!
//! A segment is a `trans-unit`, or a `unit` with one `segment`, with its key as `resname` or `name`, its review as state, and its
//! field, document, author and date as `context` or `note`, which readers may pass over. A file has one direction; segments
//! that were translated in the other one are not in it. There are no proposals (`alt-trans`, `mtc:match`) beside a translation:
//! it is all the memory knows of the text.

use std::io::{self, Write};

use super::facts::{APPROVED_12, APPROVED_21, Facts, OWN, states};
use super::inline_codes::Numbers;
use crate::exchange::cleaning;
use crate::exchange::export::{Header, ItemWriter};
use crate::exchange::tmx::MemoryUnit;
use crate::exchange::xml::Document;
use crate::model::{Review, Segment};

/// The version that is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum Version {
    /// 1.2, which most tools read.
    V12,
    /// 2.1.
    V21,
}

/// Writes the file; holds one unit at a time.
pub(in crate::exchange) struct Writer<W: Write> {
    xml: Document<W>,
    header: Header,
    version: Version,
    units: u64,
}

impl<W: Write> Writer<W> {
    /// Writes everything before the first unit.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub(in crate::exchange) fn new(out: W, header: &Header, version: Version) -> io::Result<Self> {
        let mut xml = Document::new(out)?;
        let (source, target) = (header.source_lang.as_str(), header.target_lang.as_str());
        let name = original(header);
        let own = own_note(header);
        match version {
            Version::V12 => {
                xml.open("xliff", &[("version", "1.2"), ("xmlns", "urn:oasis:names:tc:xliff:document:1.2")])?;
                let languages = [("source-language", source), ("target-language", target)];
                let [from, into] = languages;
                xml.open(
                    "file",
                    &[("original", &name), from, into, ("datatype", "plaintext"), ("tool-id", "taiyaku")],
                )?;
                xml.open("header", &[])?;
                let number = env!("CARGO_PKG_VERSION");
                xml.empty("tool", &[("tool-id", "taiyaku"), ("tool-name", "Taiyaku"), ("tool-version", number)])?;
                xml.leaf("note", &[], &own)?;
                xml.close("header")?;
                xml.open("body", &[])?;
            }
            Version::V21 => begin_21(&mut xml, header, &[])?,
        }
        Ok(Self { xml, header: header.clone(), version, units: 0 })
    }

    fn unit_12(&mut self, unit: &MemoryUnit<'_>, source: &str, target: &str) -> io::Result<()> {
        let mut numbers = Numbers::default();
        let (id, key) = (self.units.to_string(), attribute(unit.provenance.key.as_deref()));
        let mut attributes = vec![("id", id.as_str())];
        attributes.extend(key.as_deref().map(|key| ("resname", key)));
        if unit.review == Review::Approved {
            attributes.push(("approved", "yes"));
        }
        attributes.push(("xml:space", "preserve"));
        self.xml.open("trans-unit", &attributes)?;
        let codes = &unit.provenance.codes;
        self.xml.markup("source", &[], numbers.content_12(source, &codes.source))?;
        let mut state = vec![("state", states(unit.review).0)];
        if unit.review == Review::Approved {
            state.push(("state-qualifier", APPROVED_12));
        }
        self.xml.markup("target", &state, numbers.content_12(target, &codes.target))?;
        let said = said_of(unit);
        if !said.is_empty() {
            // Without a name, because each name may stand in a file only once.
            self.xml.open("context-group", &[("purpose", "information")])?;
            for (name, text) in said {
                self.xml.leaf("context", &[("context-type", name)], &text)?;
            }
            self.xml.close("context-group")?;
        }
        self.xml.close("trans-unit")
    }

    fn unit_21(&mut self, unit: &MemoryUnit<'_>, source: &str, target: &str) -> io::Result<()> {
        let mut numbers = Numbers::default();
        let (id, key) = (format!("u{}", self.units), attribute(unit.provenance.key.as_deref()));
        let mut attributes = vec![("id", id.as_str())];
        attributes.extend(key.as_deref().map(|key| ("name", key)));
        attributes.push(("xml:space", "preserve"));
        self.xml.open("unit", &attributes)?;
        let said = said_of(unit);
        if !said.is_empty() {
            self.xml.open("notes", &[])?;
            for (name, text) in said {
                self.xml.leaf("note", &[("category", name)], &text)?;
            }
            self.xml.close("notes")?;
        }
        let codes = &unit.provenance.codes;
        let (source, target) = (numbers.content_21(source, &codes.source), numbers.content_21(target, &codes.target));
        if !codes.are_none() {
            self.xml.open("originalData", &[])?;
            for (id, code) in numbers.original_data() {
                self.xml.leaf("data", &[("id", &id)], &cleaning::text(code))?;
            }
            self.xml.close("originalData")?;
        }
        let mut state = vec![("state", states(unit.review).1)];
        if unit.review == Review::Approved {
            state.push(("subState", APPROVED_21));
        }
        self.xml.open("segment", &state)?;
        self.xml.markup("source", &[], source)?;
        self.xml.markup("target", &[], target)?;
        self.xml.close("segment")?;
        self.xml.close("unit")
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn segment(&mut self, unit: &MemoryUnit<'_>) -> io::Result<bool> {
        let Segment { source_lang, target_lang, source, target, .. } = unit.segment;
        let is_of_direction = source_lang.primary() == self.header.source_lang.primary()
            && target_lang.primary() == self.header.target_lang.primary();
        if !is_of_direction || !self.header.selection.includes_review(unit.review) {
            return Ok(false);
        }
        if cleaning::text(source).trim().is_empty() || cleaning::text(target).trim().is_empty() {
            return Ok(false);
        }
        self.units += 1;
        match self.version {
            Version::V12 => self.unit_12(unit, source, target)?,
            Version::V21 => self.unit_21(unit, source, target)?,
        }
        Ok(true)
    }

    fn finish(mut self: Box<Self>) -> io::Result<W> {
        match self.version {
            Version::V12 => self.xml.close("body")?,
            // A file of 2.1 has at least one unit.
            Version::V21 if self.units == 0 => {
                self.xml.open("unit", &[("id", "u0"), ("translate", "no")])?;
                self.xml.open("segment", &[])?;
                self.xml.leaf("source", &[], "")?;
                self.xml.close("segment")?;
                self.xml.close("unit")?;
            }
            Version::V21 => {}
        }
        self.xml.close("file")?;
        self.xml.close("xliff")?;
        self.xml.finish()
    }
}

/// Writes the beginning of a file of 2.1, with further namespaces.
pub(super) fn begin_21<W: Write>(
    xml: &mut Document<W>,
    header: &Header,
    namespaces: &[(&str, &str)],
) -> io::Result<()> {
    let mut root = vec![
        ("version", "2.1"),
        ("srcLang", header.source_lang.as_str()),
        ("trgLang", header.target_lang.as_str()),
        ("xmlns", "urn:oasis:names:tc:xliff:document:2.0"),
    ];
    root.extend(namespaces);
    xml.open("xliff", &root)?;
    xml.open("file", &[("id", "f1"), ("original", &original(header))])?;
    xml.open("notes", &[])?;
    xml.leaf("note", &[("category", "taiyaku")], &own_note(header))?;
    xml.close("notes")
}

fn original(header: &Header) -> String {
    let project = cleaning::line(&header.project);
    if project.is_empty() { "taiyaku".to_owned() } else { project }
}

fn own_note(header: &Header) -> String {
    format!("{OWN} at {}.", cleaning::line(&header.generated_at))
}

/// What is said of a segment beyond its texts.
fn said_of(unit: &MemoryUnit<'_>) -> Vec<(&'static str, String)> {
    let said = Facts::said_of(unit.provenance).into_iter();
    said.filter_map(|(name, text)| Some((name, attribute(text)?))).collect()
}

fn attribute(text: Option<&str>) -> Option<String> {
    text.map(cleaning::line).filter(|text| !text.is_empty())
}
