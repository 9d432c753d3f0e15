//! What a PDF is before its text matters: bytes in, pages, pictures, title and the reading of the engine inside out.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use lopdf::{Document, Object};

use super::unpack::Room;
use super::{Reading, flatten, graph, inside, quiet, unpack};
use crate::read::{Limits, ReadError};

/// Stack of the thread that parses: objects inside objects need much.
const STACK: usize = 64 << 20;

/// How long parsing and reading may take.
const SECONDS: u64 = 120;

/// What is known about a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts {
    /// Number of pages.
    pub(super) pages: usize,
    /// Pages with pictures.
    pub(super) pictures: usize,
    /// About how many characters the pages show; 0 where not known.
    pub(super) shown: usize,
    /// The title field.
    pub(super) title: Option<String>,
}

/// Facts, and the reading of the engine inside where it was asked for.
type Found = (Facts, Option<Result<Reading, ReadError>>);

/// The reading of the engine inside alone.
pub(super) fn reading(bytes: &[u8], limits: &Limits) -> Result<Reading, ReadError> {
    of(bytes, limits, true)?.1.unwrap_or_else(|| Err(ReadError::broken("PDF", "it was not read")))
}

/// Parses the file inside its limits and, where `text` is asked for, reads it with the engine inside.
pub(super) fn of(bytes: &[u8], limits: &Limits, text: bool) -> Result<Found, ReadError> {
    unpack::check_file(bytes, limits)?;
    let (sender, receiver) = mpsc::channel();
    let (owned, limits) = (bytes.to_vec(), *limits);
    thread::Builder::new()
        .name("pdf".to_owned())
        .stack_size(STACK)
        .spawn(move || {
            let result = quiet::catch(|| parse(&owned, &limits, text));
            let _ = sender.send(result);
        })
        .map_err(|cause| ReadError::EngineMissing { engine: inside::NAME, problem: cause.to_string() })?;
    match receiver.recv_timeout(Duration::from_secs(SECONDS)) {
        Ok(Some(result)) => result,
        Ok(None) => Err(ReadError::broken("PDF", "its objects contradict each other")),
        Err(_) => Err(ReadError::EngineTooSlow { engine: inside::NAME, seconds: SECONDS }),
    }
}

/// Loads the file, checks it, reads it.
fn parse(bytes: &[u8], limits: &Limits, text: bool) -> Result<Found, ReadError> {
    let document = match quiet::catch(|| Document::load_mem(bytes)) {
        Some(Ok(document)) => document,
        _ if unpack::names_encryption(bytes) => return Err(ReadError::Encrypted { format: "PDF" }),
        _ => return Err(ReadError::broken("PDF", "its table of objects cannot be read")),
    };
    if document.is_encrypted() && !document.was_encrypted() {
        return Err(ReadError::Encrypted { format: "PDF" });
    }
    let ids: Vec<lopdf::ObjectId> = document.page_iter().take(limits.pages.saturating_add(1)).collect();
    if ids.is_empty() {
        return Err(ReadError::broken("PDF", "it lists no pages"));
    }
    limits.check_pages(ids.len().max(document.page_iter().take(100_000).count()))?;
    let mut room = Room::new(*limits);
    let mut facts = Facts { pages: ids.len(), title: title(&document), ..Facts::default() };
    let mut flats = Vec::new();
    for id in ids {
        let Some(Object::Dictionary(page)) = document.objects.get(&id) else { continue };
        let flat = flatten::page(&document, page, &mut room)?;
        facts.shown += flat.shown / 2;
        facts.pictures += usize::from(flat.pictures > 0);
        flats.push(flat);
    }
    let reading = if text { Some(inside::read(document, flats, &mut room, limits)) } else { None };
    Ok((facts, reading))
}

/// The title field of the file.
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
