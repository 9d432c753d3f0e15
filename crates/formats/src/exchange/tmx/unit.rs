//! A translation unit of TMX as it is read, and which of its texts is the source.

use super::properties::Properties;
use crate::exchange::document::Passage;
use crate::exchange::limits;
use crate::exchange::xml::FlawKind;
use crate::model::Lang;

/// A `tu`.
#[derive(Debug, Default)]
pub(super) struct TmxUnit {
    /// Its offset in the file.
    pub(super) start: usize,
    /// The offset behind it.
    pub(super) end: usize,
    /// The line it begins on, from 1.
    pub(super) line: u64,
    /// Its own `srclang`.
    pub(super) source: Option<String>,
    /// What the unit as a whole says about itself.
    pub(super) properties: Properties,
    /// A note for the translator.
    pub(super) note: Option<String>,
    /// Its texts.
    pub(super) variants: Vec<Variant>,
    /// The first thing that is wrong with one of its texts.
    pub(super) flaw: Option<FlawKind>,
    /// Whether it is larger than a unit may be; then it has no texts.
    pub(super) is_too_large: bool,
    weight: usize,
}

/// A `tuv`: its text in one language.
#[derive(Debug, Default)]
pub(super) struct Variant {
    /// The tag of its language.
    pub(super) language: Option<String>,
    /// What the text says about itself.
    pub(super) properties: Properties,
    /// The text, if it has a `seg`.
    pub(super) text: Option<Passage>,
    /// The offset behind it in the file.
    pub(super) end: usize,
}

impl TmxUnit {
    /// A unit that begins here.
    pub(super) fn new(start: usize, line: u64) -> Self {
        Self { start, line, ..Self::default() }
    }

    /// An attribute of `tu`.
    pub(super) fn attribute(&mut self, name: &str, value: &str) {
        if self.fits(value.len()) {
            match name {
                "srclang" => self.source = Some(value.to_owned()),
                _ => self.properties.attribute(name, value),
            }
        }
    }

    /// The next text begins.
    pub(super) fn begin_variant(&mut self, end: usize) {
        if self.fits(limits::ELEMENT) {
            self.variants.push(Variant { end, ..Variant::default() });
        }
    }

    /// An attribute of the last `tuv`. In TMX 1.1 the name of the language has no prefix.
    pub(super) fn variant_attribute(&mut self, name: &str, value: &str) {
        if self.fits(value.len())
            && let Some(variant) = self.variants.last_mut()
        {
            match name {
                "xml:lang" => variant.language = Some(value.to_owned()),
                "lang" => variant.language = variant.language.take().or_else(|| Some(value.to_owned())),
                _ => variant.properties.attribute(name, value),
            }
        }
    }

    /// A property of the last `tuv`, or of the unit itself.
    pub(super) fn property(&mut self, in_variant: bool, name: &str, value: &str) {
        if self.fits(name.len()) {
            let variant = self.variants.last_mut().filter(|_| in_variant);
            variant.map_or(&mut self.properties, |variant| &mut variant.properties).property(name, value);
        }
    }

    /// The text of the last `tuv`; the first counts.
    pub(super) fn text(&mut self, text: Passage) {
        if let Some(variant) = self.variants.last_mut().filter(|_| !self.is_too_large) {
            variant.text.get_or_insert(text);
        }
    }

    /// Whether so many more bytes fit into the unit. If they do not, nothing of it is kept.
    pub(super) fn fits(&mut self, more: usize) -> bool {
        self.weight = self.weight.saturating_add(more);
        self.is_too_large |= self.weight > limits::UNIT;
        if self.is_too_large {
            self.variants.clear();
        }
        !self.is_too_large
    }

    /// The tag of its source language, of the unit or of the header; none if every language may be the source.
    pub(super) fn source_language<'a>(&'a self, header: Option<&'a str>) -> Option<&'a str> {
        named_source(self.source.as_deref().or(header))
    }

    /// Its key in the program it comes from.
    pub(super) fn key(&self) -> Option<&String> {
        self.properties
            .key
            .as_ref()
            .or_else(|| self.variants.iter().find_map(|variant| variant.properties.key.as_ref()))
    }
}

/// The source language `srclang` names; none if it says that every language may be the source.
pub(super) fn named_source(srclang: Option<&str>) -> Option<&str> {
    srclang.map(str::trim).filter(|tag| !tag.is_empty() && *tag != "*all*")
}

/// The position of the text in this very language, else in one of its regions: headers say `en` where texts say `en-GB`.
pub(super) fn position_of<'a>(
    languages: impl Iterator<Item = Option<&'a Lang>> + Clone,
    wanted: &Lang,
) -> Option<usize> {
    let exact = languages.clone().position(|lang| lang == Some(wanted));
    exact.or_else(|| {
        let mut languages = languages;
        languages.position(|lang| lang.is_some_and(|lang| lang.primary() == wanted.primary()))
    })
}
