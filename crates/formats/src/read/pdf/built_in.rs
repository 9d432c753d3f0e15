//! The built-in engine: decodes flattened pages and arranges the glyphs into text by their positions.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use pdf_extract::{MediaBox, OutputDev, OutputError, Transform, output_doc_page};

use super::flatten::FlatPage;
use super::fonts::StandIns;
use super::page::{Arrangement, Glyph};
use super::unpack::{self, Budget};
use super::{PdfText, fonts, maps, panics, widths};
use crate::read::{Limits, ReadError};

/// The engine's name.
pub(super) const NAME: &str = "pdf-extract";

/// Reads flattened pages one by one. If the decoder panics on a page or font, only the text of that one is lost.
pub(super) fn read(
    mut document: Document,
    flats: Vec<FlatPage>,
    stand_ins: &StandIns,
    budget: &mut Budget,
    limits: &Limits,
) -> Result<PdfText, ReadError> {
    unpack_fonts(&mut document, budget)?;
    widths::normalise(&mut document, budget)?;
    fonts::use_utf16_codes(&mut document, stand_ins);
    let content = document.new_object_id();
    let page = document.new_object_id();
    let tree = document.new_object_id();
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree });
    document
        .objects
        .insert(tree, Object::Dictionary(dictionary! { "Type" => "Pages", "Count" => 1, "Kids" => vec![page.into()] }));
    document.trailer.set("Root", catalog);
    let place = PageSlot { content, page, tree };
    let mut sound: BTreeMap<ObjectId, bool> = BTreeMap::new();
    let mut pages = Arrangement::default();
    let mut length = 0;
    for flat in flats {
        let mut fonts = Dictionary::new();
        for (name, font) in flat.fonts {
            let id = font.as_reference().ok();
            let works = match id.and_then(|id| sound.get(&id)) {
                Some(known) => *known,
                None => place.decodes(&mut document, &font),
            };
            if let Some(id) = id {
                sound.insert(id, works);
            }
            fonts.set(name, if works { font } else { Object::Dictionary(stand_in()) });
        }
        let glyphs = place.glyphs(&mut document, fonts, flat.content, limits);
        length += glyphs.iter().map(|glyph| glyph.text.len()).sum::<usize>();
        limits.check_text(length)?;
        pages.add(glyphs);
    }
    Ok(PdfText { engine: NAME.to_owned(), pages })
}

/// The objects of the file that are replaced by the page being read.
struct PageSlot {
    content: ObjectId,
    page: ObjectId,
    tree: ObjectId,
}

impl PageSlot {
    /// Whether the decoder accepts the font.
    fn decodes(&self, document: &mut Document, font: &Object) -> bool {
        let mut fonts = Dictionary::new();
        fonts.set("F", font.clone());
        self.put(document, fonts, b"BT /F 1 Tf ET".to_vec());
        panics::catch(|| output_doc_page(document, &mut GlyphCollector::new(0), 1).is_ok()).unwrap_or(false)
    }

    /// The glyphs of a page; if the decoder panics, those before the panic.
    fn glyphs(&self, document: &mut Document, fonts: Dictionary, content: Vec<u8>, limits: &Limits) -> Vec<Glyph> {
        self.put(document, fonts, content);
        let mut glyphs = GlyphCollector::new(limits.text);
        let _ = panics::catch(|| output_doc_page(document, &mut glyphs, 1));
        glyphs.found
    }

    /// Reduces the file to a single page.
    fn put(&self, document: &mut Document, fonts: Dictionary, content: Vec<u8>) {
        document.objects.insert(self.content, Object::Stream(Stream::new(Dictionary::new(), content)));
        let page = dictionary! {
            "Type" => "Page", "Parent" => self.tree, "Contents" => self.content,
            "MediaBox" => vec![0.into(), 0.into(), 1000.into(), 1000.into()],
            "Resources" => dictionary! { "Font" => fonts },
        };
        document.objects.insert(self.page, Object::Dictionary(page));
    }
}

/// A font that shows nothing, for text whose font the decoder does not accept.
fn stand_in() -> Dictionary {
    let descendant =
        dictionary! { "Type" => "Font", "Subtype" => "CIDFontType2", "FontDescriptor" => Dictionary::new() };
    dictionary! {
        "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "None", "Encoding" => "Identity-H",
        "DescendantFonts" => vec![Object::Dictionary(descendant)],
    }
}

/// Unpacks the streams of all fonts within the budget, so that the decoder unpacks nothing itself.
fn unpack_fonts(document: &mut Document, budget: &mut Budget) -> Result<(), ReadError> {
    for object in document.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        let is =
            |key: &[u8], name: &[u8]| stream.dict.get(key).and_then(Object::as_name).is_ok_and(|found| found == name);
        if is(b"Subtype", b"Image") || is(b"Type", b"ObjStm") || is(b"Type", b"XRef") || is(b"Type", b"Metadata") {
            stream.set_plain_content(Vec::new());
        } else if stream.dict.get(b"Filter").is_ok() {
            let content = unpack::stream(stream, budget)?;
            stream.set_plain_content(content);
        }
        if !maps::is_safe_to_decode(&stream.content) {
            stream.set_plain_content(Vec::new());
        }
    }
    Ok(())
}

/// Collects glyphs from the decoder.
struct GlyphCollector {
    found: Vec<Glyph>,
    budget: usize,
}

impl GlyphCollector {
    /// A collector that stops at this many bytes of text.
    fn new(budget: usize) -> Self {
        Self { found: Vec::new(), budget }
    }
}

impl OutputDev for GlyphCollector {
    fn begin_page(&mut self, _: u32, _: &MediaBox, _: Option<(f64, f64, f64, f64)>) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_page(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn output_character(
        &mut self,
        place: &Transform,
        width: f64,
        _: f64,
        size: f64,
        text: &str,
    ) -> Result<(), OutputError> {
        let height = (place.m21.hypot(place.m22) * size).abs();
        let length = place.m11.hypot(place.m12) * size.abs();
        let (x, y, width) = (place.m31, place.m32, width * length);
        let glyph = match place.m12.abs() > place.m11.abs() {
            false => Glyph::upright(x, y, width, height, text),
            true if place.m12 < 0.0 => Glyph::turned(x, y, width, height, text),
            // A line that runs upwards, such as the name of an axis, is read by itself.
            true => Glyph::upright(y, -x, width, height, text),
        };
        if text.is_empty() || !glyph.is_finite() {
            return Ok(());
        }
        self.budget = self.budget.checked_sub(text.len()).ok_or(OutputError::FormatError(std::fmt::Error))?;
        self.found.push(glyph);
        Ok(())
    }

    fn begin_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_word(&mut self) -> Result<(), OutputError> {
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), OutputError> {
        Ok(())
    }
}
