//! PDF: bytes in, the text of its pages parted by form feeds out, by the best engine there is.
//!
//! Order: pdfium where its library is found, then the program `pdftotext`, then the engine inside this program,
//! which is always there. A later engine is asked when one fails or finds next to nothing.

mod choice;
mod clean;
mod facts;
mod flatten;
mod fonts;
mod graph;
mod inside;
mod layout;
mod maps;
#[cfg(feature = "pdfium")]
mod pdfium;
#[cfg(not(feature = "pdfium"))]
#[path = "pdfium_absent.rs"]
mod pdfium;
mod pdftotext;
mod quiet;
mod spaces;
mod tokens;
mod unpack;
mod widths;

pub use choice::{PdfChoice, PdfEngine, pdf_engines};

use super::{Hint, ReadError};
use crate::model::{Media, Release, Source};
use facts::Facts;

/// Characters below which a page that shows pictures counts as scanned.
const SCANNED: usize = 20;

/// What an engine read.
pub(super) struct Reading {
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
    let (facts, own) = match facts::of(bytes, &hint.limits, inside_first) {
        Ok(found) => found,
        Err(broken @ ReadError::BrokenFile { .. }) => (Facts::default(), Some(Err(broken))),
        Err(refused) => return Err(refused),
    };
    let reading = best(bytes, hint, &order, &facts, own)?;
    hint.limits.check_pages(reading.pages.len())?;
    let mut pages = reading.pages;
    for page in &mut pages {
        *page = clean::page(&clean::unspread(page));
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
    Ok(Release { text, source, blocks: Vec::new(), title: facts.title })
}

/// The first reading that has about as many letters as the page shows; otherwise the one with most.
fn best(
    bytes: &[u8],
    hint: &Hint,
    order: &[PdfEngine],
    facts: &Facts,
    mut own: Option<Result<Reading, ReadError>>,
) -> Result<Reading, ReadError> {
    let mut kept: Option<Reading> = None;
    let mut refused: Option<ReadError> = None;
    for engine in order {
        let result = match engine {
            PdfEngine::PdfExtract => own.take().unwrap_or_else(|| facts::reading(bytes, &hint.limits)),
            outside => choice::run(*outside, bytes, &hint.pdf, &hint.limits),
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
                "its fonts do not say which characters they show; with pdfium or pdftotext they may be read",
            )
        })),
    }
}

/// Keeps the error that says most: anything before a missing engine.
fn prefer(before: Option<ReadError>, new: ReadError) -> ReadError {
    match before {
        Some(before) if !matches!(before, ReadError::EngineMissing { .. }) => before,
        _ => new,
    }
}

/// Letters, digits and signs of all pages.
fn letters(reading: &Reading) -> usize {
    reading.pages.iter().flat_map(|page| page.chars()).filter(|character| character.is_alphanumeric()).count()
}
