//! Reads PDF with Google's pdfium, a library loaded at run time.

use std::path::Path;
use std::sync::{Mutex, OnceLock};

use pdfium_render::prelude::{PdfDocument, PdfPageTextChar, PdfRenderConfig, Pdfium, PdfiumError, PdfiumInternalError};

use super::page::{Arrangement, Glyph};
use super::{PdfText, panics};
use crate::read::{Limits, ReadError};

/// The engine's name.
const NAME: &str = "pdfium";

/// The library, loaded once per process. After a failure, the next call tries again.
static LIBRARY: OnceLock<Pdfium> = OnceLock::new();

/// Held while loading.
static LOADING: Mutex<()> = Mutex::new(());

/// The name of the engine (the library does not tell its version), or why it cannot be used.
pub(super) fn version(library: Option<&Path>) -> Result<String, ReadError> {
    loaded(library).map(|_| NAME.to_owned())
}

/// Reads all pages.
pub(super) fn read(bytes: &[u8], library: Option<&Path>, limits: &Limits) -> Result<PdfText, ReadError> {
    let pdfium = loaded(library)?;
    panics::catch(|| pages(pdfium, bytes, limits))
        .unwrap_or_else(|| Err(ReadError::broken("PDF", "`pdfium` crashed on it")))
}

/// A grey image (PGM) of the page with this number, counted from 1, at most `side` pixels long; `None` if it has no such page.
pub(super) fn picture(
    bytes: &[u8],
    library: Option<&Path>,
    number: usize,
    side: u16,
) -> Result<Option<Vec<u8>>, ReadError> {
    let pdfium = loaded(library)?;
    let drawn = panics::catch(|| {
        let document = open(pdfium, bytes)?;
        let Some(page) = i32::try_from(number - 1).ok().and_then(|at| document.pages().get(at).ok()) else {
            return Ok(None);
        };
        let (width, height) = (page.width().value, page.height().value);
        let scale = f32::from(side) / width.max(height).max(1.0);
        let Ok(bitmap) = page.render_with_config(&PdfRenderConfig::new().scale_page_by_factor(scale)) else {
            return Ok(None);
        };
        let pixels = bitmap.as_rgba_bytes();
        let grey = pixels.chunks_exact(4).map(|pixel| {
            // The weights of ITU-R BT.601.
            let [red, green, blue] = [pixel[0], pixel[1], pixel[2]].map(u32::from);
            u8::try_from((red * 299 + green * 587 + blue * 114) / 1000).unwrap_or(u8::MAX)
        });
        let mut image = format!("P5 {} {} 255\n", bitmap.width(), bitmap.height()).into_bytes();
        image.extend(grey);
        Ok(Some(image))
    });
    drawn.unwrap_or(Ok(None))
}

/// Opens a file.
fn open<'a>(pdfium: &'a Pdfium, bytes: &'a [u8]) -> Result<PdfDocument<'a>, ReadError> {
    pdfium.load_pdf_from_byte_slice(bytes, None).map_err(|cause| match cause {
        PdfiumError::PdfiumLibraryInternalError(PdfiumInternalError::PasswordError) => {
            ReadError::Encrypted { format: "PDF" }
        }
        _ => ReadError::broken("PDF", "`pdfium` could not read it"),
    })
}

/// The text of each page.
fn pages(pdfium: &Pdfium, bytes: &[u8], limits: &Limits) -> Result<PdfText, ReadError> {
    let document = open(pdfium, bytes)?;
    let mut pages = Arrangement::default();
    let mut length = 0;
    for page in document.pages().iter() {
        limits.check_pages(pages.len() + 1)?;
        let mut glyphs: Vec<Glyph> = Vec::new();
        if let Ok(text) = page.text() {
            for glyph in text.chars().iter().filter_map(|c| glyph(&c)) {
                match glyphs.last_mut() {
                    Some(before) if is_rest_of_ligature(before, &glyph) => before.text.push_str(&glyph.text),
                    _ => glyphs.push(glyph),
                }
            }
        }
        length += glyphs.iter().map(|glyph| glyph.text.len()).sum::<usize>();
        limits.check_text(length)?;
        pages.add(glyphs);
    }
    Ok(PdfText { engine: NAME.to_owned(), pages })
}

/// A character with its position; `None` for the spaces and line ends that `pdfium` adds, which positions show better.
fn glyph(character: &PdfPageTextChar<'_>) -> Option<Glyph> {
    if character.is_generated().unwrap_or(false) {
        return None;
    }
    let text = character.unicode_char()?;
    let text = if matches!(text, '\u{2}' | '\u{fffe}') { '-' } else { text };
    if text.is_control() {
        return None;
    }
    let (area, matrix) = (character.loose_bounds().ok()?, character.matrix().ok()?);
    let (x, y) = character.origin().ok()?;
    let (x, y) = (f64::from(x.value), f64::from(y.value));
    let (across, along) = (f64::from(matrix.a()), f64::from(matrix.b()));
    let size = f64::from(character.unscaled_font_size().value) * across.hypot(along);
    let length = f64::from(area.top().value - area.bottom().value);
    let mut encoded = [0; 4];
    let text: &str = text.encode_utf8(&mut encoded);
    let glyph = match along.abs() > across.abs() {
        false => Glyph::upright(x, y, f64::from(area.right().value) - x, size, text),
        true if along < 0.0 => Glyph::turned(x, y, length, size, text),
        // A line that runs upwards is read by itself.
        true => Glyph::upright(y, -x, length, size, text),
    };
    glyph.is_finite().then_some(glyph)
}

/// Whether a letter is the rest of a ligature (ff, fi): `pdfium` gives it by itself, at the same position.
fn is_rest_of_ligature(before: &Glyph, glyph: &Glyph) -> bool {
    let is_letter = |text: &str| text.chars().all(|c| c.is_ascii_lowercase());
    let same = |one: f64, other: f64| (one - other).abs() < 0.01;
    is_letter(&before.text)
        && is_letter(&glyph.text)
        && before.text.starts_with(['f', 's', 'c'])
        && same(before.left, glyph.left)
        && same(before.base, glyph.base)
}

/// The library at `path`, in the folder `path`, or on the system's library path.
fn loaded(path: Option<&Path>) -> Result<&'static Pdfium, ReadError> {
    if let Some(library) = LIBRARY.get() {
        return Ok(library);
    }
    let _guard = LOADING.lock();
    if let Some(library) = LIBRARY.get() {
        return Ok(library);
    }
    let bindings = match path {
        Some(folder) if folder.is_dir() => {
            Pdfium::bind_to_library(Pdfium::pdfium_platform_library_name_at_path(folder))
        }
        Some(file) => Pdfium::bind_to_library(file),
        None => Pdfium::bind_to_system_library(),
    };
    let bindings = bindings.map_err(|_| ReadError::EngineMissing {
        engine: NAME,
        problem: "its library was not found or has another version".to_owned(),
    })?;
    Ok(LIBRARY.get_or_init(|| Pdfium::new(bindings)))
}
