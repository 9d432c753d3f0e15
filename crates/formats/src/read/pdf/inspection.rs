//! Inspects a PDF before an external engine reads it: number of pages, images, title. Also runs the built-in engine.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use lopdf::{Document, Object};

use super::fonts::StandIns;
use super::unpack::Budget;
use super::{PdfText, built_in, flatten, fonts, graph, maps, panics, unpack};
use crate::read::{Limits, ReadError};

/// Stack size of the parsing thread; nested objects need a lot.
const STACK: usize = 64 << 20;

/// Time limit for parsing and reading.
const SECONDS: u64 = 120;

/// Facts about a file.
#[derive(Debug, Clone, Default)]
pub(super) struct PdfFacts {
    /// Number of pages.
    pub(super) pages: usize,
    /// For each page whether it has images.
    pub(super) pictures: Vec<bool>,
    /// Approximate number of characters shown; 0 if unknown.
    pub(super) shown: usize,
    /// Whether text is set downwards in a font that the file does not hold.
    pub(super) absent_vertical: bool,
    /// The title in the file's metadata.
    pub(super) title: Option<String>,
}

/// The facts, and the text from the built-in engine if it was requested.
type Inspection = (PdfFacts, Option<Result<PdfText, ReadError>>);

/// The text from the built-in engine only.
pub(super) fn reading(bytes: &[u8], limits: &Limits) -> Result<PdfText, ReadError> {
    inspect(bytes, limits, true)?.1.unwrap_or_else(|| Err(ReadError::broken("PDF", "it could not be read")))
}

/// Parses the file within the limits and, if `text` is set, reads it with the built-in engine.
pub(super) fn inspect(bytes: &[u8], limits: &Limits, text: bool) -> Result<Inspection, ReadError> {
    unpack::check_file(bytes, limits)?;
    let (sender, receiver) = mpsc::channel();
    let (owned, limits) = (bytes.to_vec(), *limits);
    thread::Builder::new()
        .name("pdf".to_owned())
        .stack_size(STACK)
        .spawn(move || {
            let result = panics::catch(|| parse(&owned, &limits, text));
            let _ = sender.send(result);
        })
        .map_err(|cause| ReadError::EngineMissing { engine: built_in::NAME, problem: cause.to_string() })?;
    match receiver.recv_timeout(Duration::from_secs(SECONDS)) {
        Ok(Some(result)) => result,
        Ok(None) => Err(ReadError::broken("PDF", "its objects are inconsistent")),
        Err(_) => Err(ReadError::EngineTooSlow { engine: built_in::NAME, seconds: SECONDS }),
    }
}

/// Loads, checks and reads the file.
fn parse(bytes: &[u8], limits: &Limits, text: bool) -> Result<Inspection, ReadError> {
    let document = match panics::catch(|| Document::load_mem(bytes)) {
        Some(Ok(document)) => document,
        _ if unpack::names_encryption(bytes) => return Err(ReadError::Encrypted { format: "PDF" }),
        _ => return Err(ReadError::broken("PDF", "its cross-reference table could not be read")),
    };
    if document.is_encrypted() && !document.was_encrypted() {
        return Err(ReadError::Encrypted { format: "PDF" });
    }
    let ids: Vec<lopdf::ObjectId> = document.page_iter().take(limits.pages.saturating_add(1)).collect();
    if ids.is_empty() {
        return Err(ReadError::broken("PDF", "it has no pages"));
    }
    limits.check_pages(ids.len().max(document.page_iter().take(100_000).count()))?;
    let mut budget = Budget::new(*limits);
    let mut facts = PdfFacts { pages: ids.len(), title: title(&document), ..PdfFacts::default() };
    let mut flats = Vec::new();
    maps::check(&document, &mut budget)?;
    let mut stand_ins = StandIns::default();
    for (index, id) in ids.into_iter().enumerate() {
        let Some(Object::Dictionary(page)) = document.objects.get(&id) else {
            facts.pictures.push(false);
            continue;
        };
        let flat = flatten::page(&document, page, index + 1, &mut budget, &mut stand_ins)?;
        facts.shown += flat.shown / 2;
        facts.pictures.push(flat.pictures > 0);
        facts.absent_vertical |= flat.fonts.iter().any(|(_, font)| fonts::is_absent_vertical(&document, font));
        flats.push(flat);
    }
    let reading = if text { Some(built_in::read(document, flats, &stand_ins, &mut budget, limits)) } else { None };
    Ok((facts, reading))
}

/// The title in the file's metadata.
fn title(document: &Document) -> Option<String> {
    let information = graph::dictionary(document, &document.trailer, b"Info")?;
    let Some(Object::String(bytes, _)) = graph::get(document, information, b"Title") else { return None };
    let decoded =
        if bytes.starts_with(b"\xfe\xff") || bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xef\xbb\xbf") {
            encoding_rs::Encoding::for_bom(bytes).map(|(encoding, _)| encoding.decode(bytes).0.into_owned())?
        } else {
            std::str::from_utf8(bytes)
                .map_or_else(|_| bytes.iter().map(|byte| char::from(*byte)).collect(), str::to_owned)
        };
    let title: String = decoded.chars().filter(|character| !character.is_control()).collect();
    let title = title.trim();
    if title.is_empty() { None } else { Some(title.to_owned()) }
}
