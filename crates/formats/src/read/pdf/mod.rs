//! Reads PDF with the best engine available; form feeds separate the pages.
//!
//! The engines are tried in this order: pdfium if its library is found, the program `pdftotext`, and the built-in engine,
//! which is always available. The next engine is tried if one fails or finds next to nothing.

mod built_in;
mod clean;
mod codes;
mod collections;
mod engines;
mod flatten;
mod fonts;
mod graph;
mod inspection;
mod maps;
mod page;
mod panics;
#[cfg(feature = "pdfium")]
mod pdfium;
#[cfg(not(feature = "pdfium"))]
#[path = "pdfium_absent.rs"]
mod pdfium;
mod pdftotext;
mod tokens;
mod unpack;
mod vertical;
mod widths;
mod words;

pub use engines::{PdfEngine, PdfEngineOptions, available_pdf_engines};

use super::{Hint, ReadError};
use crate::model::{Block, BlockKind, Media, Release, Source, Span};
use inspection::PdfFacts;
use page::{Arrangement, LineKind, PrintedLine};

/// A page with images and fewer characters than this counts as scanned.
const SCANNED: usize = 20;

/// Text from an engine.
struct PdfText {
    /// Name and version of the engine.
    engine: String,
    /// Its pages.
    pages: Arrangement,
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
    let printed = reading.pages.letters;
    let count = reading.pages.len();
    if printed == 0 || (facts.pictures > 0 && printed < SCANNED * count.min(facts.pictures)) {
        return Err(ReadError::NoTextLayer { pages: facts.pages.max(count) });
    }
    let (text, blocks) = text(reading.pages.lines());
    hint.limits.check_text(text.len())?;
    let source = Source {
        name: hint.name.clone(),
        media: Media::Pdf,
        engine: reading.engine,
        encoding: None,
        pages: u32::try_from(facts.pages.max(count)).ok(),
        url: None,
    };
    Ok(Release { text, source, blocks, title: facts.title, ..Release::default() })
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
            Ok(reading)
                if reading.pages.letters * 4 >= facts.shown
                    && reading.pages.unreadable * 20 <= reading.pages.letters =>
            {
                return Ok(reading);
            }
            Ok(reading) if kept.as_ref().is_none_or(|before| before.pages.letters < reading.pages.letters) => {
                kept = Some(reading);
            }
            Ok(_) => {}
            Err(cause) => refused = Some(prefer(refused, cause)),
        }
    }
    match kept {
        Some(reading) if reading.pages.letters > reading.pages.unreadable || facts.shown == 0 => Ok(reading),
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

/// The text of all pages, and which of its lines are rows of tables.
fn text(pages: Vec<Vec<PrintedLine>>) -> (String, Vec<Block>) {
    let mut out = String::new();
    let mut blocks = Vec::new();
    for (number, lines) in pages.into_iter().enumerate() {
        if number > 0 {
            out.push('\u{c}');
        }
        let page = out.len();
        for line in lines {
            let content = clean::line(&line.text);
            // An empty line where there is one already, or at the head of a page, says nothing.
            if content.is_empty() && (out.len() == page || out.ends_with("\n\n")) {
                continue;
            }
            let start = out.len();
            out.push_str(&content);
            if line.kind != LineKind::Text {
                blocks.push(Block { kind: BlockKind::Row, span: Span::new(start, out.len()) });
            }
            out.push('\n');
        }
    }
    (out, blocks)
}
