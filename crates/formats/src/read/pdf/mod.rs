//! Reads PDF with the best engine available; form feeds separate the pages.
//!
//! The engines are tried in this order: pdfium if its library is found, the program `pdftotext`, and the built-in engine,
//! which is always available. The next engine is tried if one fails or finds next to nothing.

mod built_in;
mod clean;
mod engines;
mod flatten;
mod fonts;
mod graph;
mod inspection;
mod layout;
mod maps;
mod panics;
#[cfg(feature = "pdfium")]
mod pdfium;
#[cfg(not(feature = "pdfium"))]
#[path = "pdfium_absent.rs"]
mod pdfium;
mod pdftotext;
mod spaces;
mod tokens;
mod unpack;
mod widths;

pub use engines::{PdfEngine, PdfEngineOptions, available_pdf_engines};

use super::{Hint, ReadError};
use crate::model::{Media, Release, Source};
use inspection::PdfFacts;

/// A page with images and fewer characters than this counts as scanned.
const SCANNED: usize = 20;

/// Text from an engine.
pub(super) struct PdfText {
    /// Name and version of the engine.
    pub(super) engine: String,
    /// Text of each page.
    pub(super) pages: Vec<String>,
}

/// Reads a PDF.
///
/// # Errors
/// `broken_file`, `encrypted`, `no_text_layer`, `engine_missing`, `engine_too_slow` and the limits' errors.
pub(super) fn release(bytes: &[u8], hint: &Hint) -> Result<Release, ReadError> {
    let order = hint.pdf.order();
    let inside_first = order.first() == Some(&PdfEngine::PdfExtract);
    let (facts, own) = match inspection::inspect(bytes, &hint.limits, inside_first) {
        Ok(found) => found,
        Err(broken @ ReadError::BrokenFile { .. }) => (PdfFacts::default(), Some(Err(broken))),
        Err(refused) => return Err(refused),
    };
    let reading = best(bytes, hint, &order, &facts, own)?;
    hint.limits.check_pages(reading.pages.len())?;
    let mut pages = reading.pages;
    for page in &mut pages {
        *page = clean::page(&clean::close_spread_lines(page));
    }
    let printed: usize =
        pages.iter().flat_map(|page| page.chars()).filter(|character| !character.is_whitespace()).count();
    if printed == 0 || (facts.pictures > 0 && printed < SCANNED * pages.len().min(facts.pictures)) {
        return Err(ReadError::NoTextLayer { pages: facts.pages.max(pages.len()) });
    }
    let text = pages.join("\u{c}");
    hint.limits.check_text(text.len())?;
    let source = Source {
        name: hint.name.clone(),
        media: Media::Pdf,
        engine: reading.engine,
        encoding: None,
        pages: u32::try_from(facts.pages.max(pages.len())).ok(),
    };
    Ok(Release { text, source, title: facts.title, ..Release::default() })
}

/// The text of the first engine that gives about as many characters as the pages show; otherwise the longest text.
fn best(
    bytes: &[u8],
    hint: &Hint,
    order: &[PdfEngine],
    facts: &PdfFacts,
    mut own: Option<Result<PdfText, ReadError>>,
) -> Result<PdfText, ReadError> {
    let mut kept: Option<PdfText> = None;
    let mut refused: Option<ReadError> = None;
    for engine in order {
        let result = match engine {
            PdfEngine::PdfExtract => own.take().unwrap_or_else(|| inspection::reading(bytes, &hint.limits)),
            outside => engines::run(*outside, bytes, &hint.pdf, &hint.limits),
        };
        match result {
            Ok(reading) if letters(&reading) * 4 >= facts.shown => return Ok(reading),
            Ok(reading) if kept.as_ref().is_none_or(|before| letters(before) < letters(&reading)) => {
                kept = Some(reading);
            }
            Ok(_) => {}
            Err(cause) => refused = Some(prefer(refused, cause)),
        }
    }
    match kept {
        Some(reading) if letters(&reading) > 0 || facts.shown == 0 => Ok(reading),
        _ => Err(refused.unwrap_or_else(|| {
            ReadError::broken(
                "PDF",
                "its fonts do not tell which characters they show; pdfium or pdftotext may be able to read it",
            )
        })),
    }
}

/// The more informative of two errors: any other error rather than a missing engine.
fn prefer(before: Option<ReadError>, new: ReadError) -> ReadError {
    match before {
        Some(before) if !matches!(before, ReadError::EngineMissing { .. }) => before,
        _ => new,
    }
}

/// Number of characters on all pages, without white space.
fn letters(reading: &PdfText) -> usize {
    reading.pages.iter().flat_map(|page| page.chars()).filter(|character| character.is_alphanumeric()).count()
}
