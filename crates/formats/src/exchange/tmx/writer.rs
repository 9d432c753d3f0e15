//! Writes TMX 1.4.
//!
//! Texts are written as they are in the memory: white space is kept, text that looks like markup stays text, and only
//! characters XML 1.0 has no way to write are left out. The provenance of a unit stands in the attributes and properties
//! that our own reader and other tools read: `tuid`, `creationdate`, `creationid`, `x-field`, `x-document`; `x-review` is
//! its review and `x-origin` the file or release it comes from. Inline codes stand where they stood, as `bpt`, `ept` and `ph`.

use std::io::{self, Write};

use super::inline_codes::inline_content;
use crate::exchange::cleaning;
use crate::exchange::export::{Header, ItemWriter};
use crate::exchange::xml::Document;
use crate::model::{Lang, Provenance, Review, Segment};

/// A segment to export.
#[derive(Debug, Clone, Copy)]
pub struct MemoryUnit<'a> {
    /// Languages and texts.
    pub segment: &'a Segment,
    /// Its review.
    pub review: Review,
    /// Where it comes from.
    pub provenance: &'a Provenance,
}

/// Writes the file; holds one unit at a time.
pub(in crate::exchange) struct Writer<W: Write> {
    xml: Document<W>,
    header: Header,
}

impl<W: Write> Writer<W> {
    /// Writes everything before the first unit.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub(in crate::exchange) fn new(out: W, header: &Header) -> io::Result<Self> {
        let mut xml = Document::new(out)?;
        xml.open("tmx", &[("version", "1.4")])?;
        let made = date(&header.generated_at);
        let mut facts = vec![
            ("creationtool", "Taiyaku"),
            ("creationtoolversion", env!("CARGO_PKG_VERSION")),
            ("segtype", "sentence"),
            ("o-tmf", "taiyaku"),
            ("adminlang", "en"),
            ("srclang", header.source_lang.as_str()),
            ("datatype", "plaintext"),
        ];
        facts.extend(made.as_deref().map(|made| ("creationdate", made)));
        xml.open("header", &facts)?;
        property(&mut xml, "x-project", Some(&header.project))?;
        xml.close("header")?;
        xml.open("body", &[])?;
        Ok(Self { xml, header: header.clone() })
    }

    fn is_between(&self, source: &Lang, target: &Lang) -> bool {
        let (from, into) = (self.header.source_lang.primary(), self.header.target_lang.primary());
        let pair = (source.primary(), target.primary());
        pair == (from, into) || pair == (into, from)
    }
}

impl<W: Write> ItemWriter<W> for Writer<W> {
    fn segment(&mut self, unit: &MemoryUnit<'_>) -> io::Result<bool> {
        let Segment { source_lang, target_lang, source, target, .. } = unit.segment;
        if !self.header.selection.includes_review(unit.review) || !self.is_between(source_lang, target_lang) {
            return Ok(false);
        }
        let (source, target) = (cleaning::text(source), cleaning::text(target));
        if source.trim().is_empty() || target.trim().is_empty() {
            return Ok(false);
        }
        let provenance = unit.provenance;
        let (key, author) = (attribute(provenance.key.as_deref()), attribute(provenance.author.as_deref()));
        let made = provenance.created_at.as_deref().and_then(date);
        let mut attributes: Vec<(&str, &str)> = Vec::with_capacity(4);
        attributes.extend(key.as_deref().map(|key| ("tuid", key)));
        attributes.extend(made.as_deref().map(|made| ("creationdate", made)));
        attributes.extend(author.as_deref().map(|author| ("creationid", author)));
        if source_lang != &self.header.source_lang {
            attributes.push(("srclang", source_lang.as_str()));
        }
        self.xml.open("tu", &attributes)?;
        property(&mut self.xml, "x-review", Some(unit.review.as_str()))?;
        property(&mut self.xml, "x-origin", Some(&provenance.origin))?;
        property(&mut self.xml, "x-field", provenance.field.as_deref())?;
        property(&mut self.xml, "x-document", provenance.document.as_deref())?;
        let sides = [
            (source_lang, &unit.segment.source, &provenance.codes.source),
            (target_lang, &unit.segment.target, &provenance.codes.target),
        ];
        for (lang, text, codes) in sides {
            self.xml.open("tuv", &[("xml:lang", lang.as_str())])?;
            if codes.is_empty() {
                self.xml.exact("seg", &cleaning::text(text))?;
            } else {
                self.xml.markup("seg", &[], inline_content(text, codes, &provenance.codes))?;
            }
            self.xml.close("tuv")?;
        }
        self.xml.close("tu")?;
        Ok(true)
    }

    fn finish(mut self: Box<Self>) -> io::Result<W> {
        self.xml.close("body")?;
        self.xml.close("tmx")?;
        self.xml.finish()
    }
}

fn property<W: Write>(xml: &mut Document<W>, kind: &str, text: Option<&str>) -> io::Result<()> {
    match text.map(cleaning::line).filter(|text| !text.is_empty()) {
        Some(text) => xml.leaf("prop", &[("type", kind)], &text),
        None => Ok(()),
    }
}

fn attribute(text: Option<&str>) -> Option<String> {
    text.map(cleaning::line).filter(|text| !text.is_empty())
}

/// RFC 3339 in UTC as TMX writes it: `20260401T090000Z`; none for anything else.
fn date(given: &str) -> Option<String> {
    let form = given.bytes().map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
    form.eq(*b"0000-00-00T00:00:00Z").then(|| given.replace(['-', ':'], ""))
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn a_moment_in_utc_has_a_date_and_nothing_else_has() {
        for (given, want) in [
            ("2026-04-01T09:00:00Z", Some("20260401T090000Z")),
            ("2026-04-01T09:00:00+09:00", None),
            ("2026-04-01", None),
            ("２026-04-01T09:00:00Z", None),
            ("", None),
        ] {
            assert_eq!(date(given).as_deref(), want, "{given}");
        }
    }
}
