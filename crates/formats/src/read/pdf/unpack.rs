//! Unpacks compressed streams within a budget of bytes.

use std::io::Read;

use flate2::read::{DeflateDecoder, ZlibDecoder};
use lopdf::{Dictionary, Object, Stream};

use crate::read::{Limits, ReadError};

/// One byte of LZW unpacks to at most this many.
const LZW_FACTOR: usize = 2_731;

/// The budget of decompressed bytes for a whole file.
pub(super) struct Budget {
    limits: Limits,
    used: usize,
    work: usize,
}

impl Budget {
    /// The full budget.
    pub(super) fn new(limits: Limits) -> Self {
        Self { limits, used: 0, work: 0 }
    }

    /// Spends `bytes` of the budget.
    pub(super) fn take(&mut self, bytes: usize) -> Result<(), ReadError> {
        self.used = self.used.saturating_add(bytes);
        self.limits.check_expanded(self.used)
    }

    /// Adds work for the decoder; gives that of all pages so far.
    pub(super) fn work(&mut self, work: usize) -> usize {
        self.work = self.work.saturating_add(work);
        self.work
    }

    /// The remaining bytes.
    fn left(&self) -> usize {
        self.limits.expanded.saturating_sub(self.used)
    }
}

/// Checks the raw file before any parser unpacks it: each stream that begins like Flate data is unpacked and counted
/// without keeping the result. Images are never unpacked later, so they do not count.
pub(super) fn check_file(bytes: &[u8], limits: &Limits) -> Result<(), ReadError> {
    let mut budget = Budget::new(*limits);
    let mut at = 0;
    while let Some(found) = crate::read::sniff::find(bytes.get(at..).unwrap_or_default(), b"stream") {
        let keyword = at + found;
        at = keyword + b"stream".len();
        if keyword >= 3 && bytes.get(keyword - 3..keyword) == Some(b"end") {
            continue;
        }
        let dictionary = dictionary_before(bytes, keyword);
        let packs_objects = has(dictionary, b"/ObjStm") || has(dictionary, b"/XRef");
        let strange = dictionary.contains(&b'#');
        if packs_objects
            && (count(dictionary, b"Decode") - count(dictionary, b"DecodeParms") > 1 || has(dictionary, b"LZW"))
        {
            return Err(ReadError::broken("PDF", "an object stream is compressed twice"));
        }
        if has(dictionary, b"/Image") && !packs_objects && !strange {
            continue;
        }
        let start = at
            + bytes
                .get(at..)
                .unwrap_or_default()
                .iter()
                .take_while(|byte| matches!(byte, b'\r' | b'\n' | b' '))
                .count();
        let data = bytes.get(start..).unwrap_or_default();
        if is_zlib(data) {
            budget.take(unpacked_length(data, budget.left()))?;
        }
    }
    Ok(())
}

/// The dictionary text before a stream keyword.
fn dictionary_before(bytes: &[u8], keyword: usize) -> &[u8] {
    let window = bytes.get(keyword.saturating_sub(2048)..keyword).unwrap_or_default();
    let start = window.windows(4).rposition(|part| part == b" obj" || part == b"\nobj").unwrap_or(0);
    window.get(start..).unwrap_or_default()
}

/// Whether `needle` occurs in `bytes`.
fn has(bytes: &[u8], needle: &[u8]) -> bool {
    crate::read::sniff::find(bytes, needle).is_some()
}

/// How often `needle` occurs in `bytes`.
fn count(bytes: &[u8], needle: &[u8]) -> usize {
    bytes.windows(needle.len()).filter(|window| *window == needle).count()
}

/// Whether data begins with a zlib header.
fn is_zlib(data: &[u8]) -> bool {
    matches!(data, [first, second, ..] if first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0)
}

/// How many bytes zlib data unpacks to, counted no further than one past `room`.
fn unpacked_length(data: &[u8], budget: usize) -> usize {
    let mut decoder = ZlibDecoder::new(data);
    let mut buffer = [0; 16 * 1024];
    let mut total = 0_usize;
    while let Ok(read @ 1..) = decoder.read(&mut buffer) {
        total += read;
        if total > budget {
            break;
        }
    }
    total
}

/// Unpacks one stream within the budget.
pub(super) fn stream(stream: &Stream, budget: &mut Budget) -> Result<Vec<u8>, ReadError> {
    let filters: Vec<Vec<u8>> = match stream.dict.get(b"Filter") {
        Ok(Object::Name(name)) => vec![name.clone()],
        Ok(Object::Array(names)) => names.iter().filter_map(|name| name.as_name().ok().map(<[u8]>::to_vec)).collect(),
        _ => Vec::new(),
    };
    let mut content = stream.content.clone();
    for filter in filters.iter().take(4) {
        content = match filter.as_slice() {
            b"FlateDecode" | b"Fl" if !has_predictor(&stream.dict) => flate(&content, budget)?,
            b"LZWDecode" | b"LZW" if content.len().saturating_mul(LZW_FACTOR) > budget.left() => {
                return Err(ReadError::ExpandsTooMuch { limit: budget.limits.expanded });
            }
            b"FlateDecode" | b"Fl" | b"LZWDecode" | b"LZW" | b"ASCII85Decode" | b"A85" => {
                apply_filter(&stream.dict, filter, content, budget)?
            }
            b"ASCIIHexDecode" | b"AHx" => hexadecimal(&content),
            _ => return Ok(Vec::new()),
        };
        budget.take(content.len())?;
    }
    Ok(content)
}

/// Whether the stream uses a predictor.
fn has_predictor(dictionary: &Dictionary) -> bool {
    dictionary
        .get(b"DecodeParms")
        .and_then(Object::as_dict)
        .is_ok_and(|parameters| parameters.get(b"Predictor").is_ok())
}

/// Unpacks Flate data, even if its header or end is broken.
fn flate(data: &[u8], budget: &Budget) -> Result<Vec<u8>, ReadError> {
    let bound = u64::try_from(budget.left()).unwrap_or(u64::MAX).saturating_add(1);
    let mut out = Vec::new();
    let whole = ZlibDecoder::new(data).take(bound).read_to_end(&mut out).is_ok();
    if !whole && out.is_empty() {
        let _ = DeflateDecoder::new(data.get(2..).unwrap_or_default()).take(bound).read_to_end(&mut out);
    }
    budget.limits.check_expanded(out.len())?;
    Ok(out)
}

/// Applies one filter with the PDF library, after checking that the result fits the budget.
fn apply_filter(
    dictionary: &Dictionary,
    filter: &[u8],
    content: Vec<u8>,
    budget: &Budget,
) -> Result<Vec<u8>, ReadError> {
    if filter.starts_with(b"Fl") {
        budget.limits.check_expanded(budget.used.saturating_add(unpacked_length(&content, budget.left())))?;
    }
    let full: &[u8] = match filter {
        b"Fl" => b"FlateDecode",
        b"LZW" => b"LZWDecode",
        b"A85" => b"ASCII85Decode",
        other => other,
    };
    let mut alone = Dictionary::new();
    alone.set("Filter", Object::Name(full.to_vec()));
    if let Ok(parameters) = dictionary.get(b"DecodeParms") {
        alone.set("DecodeParms", parameters.clone());
    }
    Ok(Stream::new(alone, content).decompressed_content().unwrap_or_default())
}

/// Decodes hexadecimal digits up to `>`.
fn hexadecimal(data: &[u8]) -> Vec<u8> {
    let digits: Vec<u8> = data
        .iter()
        .take_while(|byte| **byte != b'>')
        .filter_map(|byte| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect();
    digits.chunks(2).map(|pair| pair.first().unwrap_or(&0) << 4 | pair.get(1).unwrap_or(&0)).collect()
}

/// Whether the raw file names an encryption dictionary.
pub(super) fn names_encryption(bytes: &[u8]) -> bool {
    has(bytes, b"/Encrypt ") || has(bytes, b"/Encrypt\n") || has(bytes, b"/Encrypt<<")
}
