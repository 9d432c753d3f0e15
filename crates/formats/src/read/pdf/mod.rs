//! Reads PDF with the best engine available; form feeds separate the pages.
//!
//! The engines are tried in this order: pdfium if its library is found, the program `pdftotext`, and the built-in engine,
//! which is always available. The next engine is tried if one fails or finds next to nothing. Pages that are pictures of text are
//! read by OCR ([`scan`]) where it is installed.

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
mod scan;
mod tokens;
mod unpack;
mod vertical;
mod widths;
mod words;

pub use engines::{PdfEngine, PdfEngineOptions, available_pdf_engines};
pub use scan::{OcrMode, OcrOptions, ocr_engine};

use super::{Hint, ReadError};
use crate::model::{Block, BlockKind, DocumentProperties, Media, Release, Source, Span};
use inspection::PdfFacts;
use page::{Arrangement, LineKind, PrintedLine};
use scan::Recogniser;

/// A page with images and fewer characters than this counts as scanned.
const SCANNED: usize = 20;

/// Text from an engine.
struct PdfText {
    /// Name and version of the engine.
    engine: String,
    /// Its pages.
    pages: Arrangement,
}

impl PdfText {
    /// As many pages without a character.
    fn blank(count: usize) -> Self {
        let mut pages = Arrangement::default();
        (0..count).for_each(|_| pages.add(Vec::new()));
        Self { engine: String::new(), pages }
    }
}

/// Reads a PDF.
///
/// # Errors
/// `broken_file`, `encrypted`, `no_text_layer`, `too_many_scans`, `engine_missing`, `engine_too_slow` and the limits' errors.
pub(super) fn release(bytes: &[u8], hint: &Hint) -> Result<Release, ReadError> {
    let order = hint.pdf.order();
    let inside_first = order.first() == Some(&PdfEngine::PdfExtract);
    let (facts, own) = match inspection::inspect(bytes, &hint.limits, inside_first) {
        Ok(found) => found,
        Err(broken @ ReadError::BrokenFile { .. }) => (PdfFacts::default(), Some(Err(broken))),
        Err(refused) => return Err(refused),
    };
    let mut reading = match best(bytes, hint, &order, &facts, own) {
        // No engine finds out what the characters are; what they look like can still be read.
        Err(ReadError::BrokenFile { .. }) if facts.pages > 0 => PdfText::blank(facts.pages),
        result => result?,
    };
    hint.limits.check_pages(reading.pages.len())?;
    let count = reading.pages.len();
    let scans = scans(&reading.pages, &facts);
    let recognition = recognise(&mut reading, &scans, bytes, hint)?;
    let printed = reading.pages.letters();
    let pictures = scans.len() - recognition.pages.len();
    if printed == 0 || (pictures > 0 && printed < SCANNED * count.min(pictures)) {
        let advice = recognition.advice.unwrap_or("OCR found no text in them, either. Check that it is the right file");
        return Err(ReadError::NoTextLayer { pages: facts.pages.max(count), advice });
    }
    let (text, blocks, pages) = text(reading.pages.lines());
    hint.limits.check_text(text.len())?;
    let source = Source {
        name: hint.name.clone(),
        media: Media::Pdf,
        engine: reading.engine,
        encoding: None,
        pages: u32::try_from(facts.pages.max(count)).ok(),
        url: None,
    };
    let number = |page: &usize| u32::try_from(page + 1).unwrap_or(u32::MAX);
    let properties = DocumentProperties {
        recognised: recognition.pages.iter().filter_map(|page| pages.get(*page).copied()).collect(),
        unread_pages: recognition.unread.iter().map(number).collect(),
        ..DocumentProperties::default()
    };
    Ok(Release { text, source, blocks, title: facts.title, properties })
}

/// The pages, counted from 0, that show pictures and next to no characters, or characters no font explains. Without any
/// character in the file, all of them.
fn scans(pages: &Arrangement, facts: &PdfFacts) -> Vec<usize> {
    let is_empty = pages.letters() == 0;
    let is_picture = |page: usize| facts.pictures.get(page).copied().unwrap_or(false);
    let counts = pages.counts().iter().enumerate();
    counts
        .filter(|(page, counts)| {
            is_empty || (is_picture(*page) && counts.letters < SCANNED) || counts.unreadable > counts.letters
        })
        .map(|(page, _)| page)
        .collect()
}

/// What became of scanned pages.
#[derive(Default)]
struct PageRecognition {
    /// The pages, counted from 0, that were recognised.
    pages: Vec<usize>,
    /// The pages, counted from 0, that could not be tried.
    unread: Vec<usize>,
    /// What to do to have those read.
    advice: Option<&'static str>,
}

/// Reads scanned pages by OCR, if there are any and it is installed.
fn recognise(reading: &mut PdfText, scans: &[usize], bytes: &[u8], hint: &Hint) -> Result<PageRecognition, ReadError> {
    let mut out = PageRecognition::default();
    if scans.is_empty() {
        return Ok(out);
    }
    let unread =
        |advice| PageRecognition { unread: scans.to_vec(), advice: Some(advice), ..PageRecognition::default() };
    let recogniser = match Recogniser::open(&hint.pdf.ocr, hint.pdf.pdfium.as_deref()) {
        Ok(recogniser) => recogniser,
        Err(advice) => return Ok(unread(advice)),
    };
    // A document that has text beside its pictures is worth reading without them.
    let has_text = reading.pages.letters() > 0;
    match hint.limits.check_scans(scans.len()) {
        Err(_) if has_text => return Ok(unread("Split the file, or run OCR on it first")),
        result => result?,
    }
    for (at, &page) in scans.iter().enumerate() {
        let glyphs = match recogniser.page(bytes, page + 1, &hint.limits) {
            Err(ReadError::EngineTooSlow { .. }) if has_text => {
                out.unread = scans[at..].to_vec();
                break;
            }
            result => result?,
        };
        let before = reading.pages.counts().get(page).map_or(0, |counts| counts.letters);
        if glyphs.len() > before {
            reading.pages.replace(page, glyphs);
            out.pages.push(page);
        }
    }
    if out.pages.len() == reading.pages.len() {
        reading.engine = recogniser.engine;
    } else if !out.pages.is_empty() {
        reading.engine = format!("{}, {}", reading.engine, recogniser.engine);
    }
    Ok(out)
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
    let mut order = order.to_vec();
    if facts.absent_vertical {
        // Only the engine inside knows where such characters stand.
        order.sort_by_key(|engine| *engine != PdfEngine::PdfExtract);
    }
    for engine in &order {
        let result = match engine {
            PdfEngine::PdfExtract => own.take().unwrap_or_else(|| inspection::reading(bytes, &hint.limits)),
            outside => engines::run(*outside, bytes, &hint.pdf, &hint.limits),
        };
        match result {
            Ok(reading)
                if reading.pages.letters() * 4 >= facts.shown
                    && reading.pages.unreadable() * 20 <= reading.pages.letters() =>
            {
                return Ok(reading);
            }
            Ok(reading) if kept.as_ref().is_none_or(|before| before.pages.letters() < reading.pages.letters()) => {
                kept = Some(reading);
            }
            Ok(_) => {}
            Err(cause) => refused = Some(prefer(refused, cause)),
        }
    }
    match kept {
        Some(reading) if reading.pages.letters() > reading.pages.unreadable() || facts.shown == 0 => Ok(reading),
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

/// The text of all pages, which of its lines are rows of tables, and where each page is.
fn text(pages: Vec<Vec<PrintedLine>>) -> (String, Vec<Block>, Vec<Span>) {
    let mut out = String::new();
    let mut blocks = Vec::new();
    let mut spans = Vec::with_capacity(pages.len());
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
        spans.push(Span::new(page, out.len()));
    }
    (out, blocks, spans)
}
