//! Reads PDF with Google's pdfium, a library loaded at run time.

use std::path::Path;
use std::sync::{Mutex, OnceLock};

use pdfium_render::prelude::{PdfPageTextChar, Pdfium, PdfiumError, PdfiumInternalError};

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

/// The text of each page.
fn pages(pdfium: &Pdfium, bytes: &[u8], limits: &Limits) -> Result<PdfText, ReadError> {
    let document = pdfium.load_pdf_from_byte_slice(bytes, None).map_err(|cause| match cause {
        PdfiumError::PdfiumLibraryInternalError(PdfiumInternalError::PasswordError) => {
            ReadError::Encrypted { format: "PDF" }
        }
        _ => ReadError::broken("PDF", "`pdfium` could not read it"),
    })?;
    let mut pages = Arrangement::default();
    let mut length = 0;
    for page in document.pages().iter() {
        limits.check_pages(pages.len() + 1)?;
        let glyphs: Vec<Glyph> =
            page.text().map(|text| text.chars().iter().filter_map(|c| glyph(&c)).collect()).unwrap_or_default();
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
