//! What kind of file bytes are: bytes in, format out. Content decides; a name or media type only breaks ties.

use super::ReadError;
use crate::model::Media;

/// How far a PDF header may stand from the start, as readers in use allow.
const PDF_HEADER_WITHIN: usize = 1024;

/// First bytes of formats that are not read, with their names.
const OTHERS: &[(&[u8], &str)] = &[
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (OLE, such as .doc)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\0", "a TIFF picture"),
    (b"MM\0*", "a TIFF picture"),
    (b"%!PS", "a PostScript file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
];

/// Tags that open a page of HTML.
const HTML_STARTS: &[&str] = &[
    "!doctype html",
    "html",
    "head",
    "body",
    "title",
    "meta",
    "div",
    "p",
    "h1",
    "h2",
    "h3",
    "table",
    "ul",
    "ol",
    "dl",
    "section",
    "article",
    "main",
    "script",
    "style",
    "link",
    "span",
    "br",
    "center",
    "font",
    "a",
    "b",
];

/// Finds the format of `bytes`; `name` and `media_type` matter only where the content leaves it open.
///
/// # Errors
/// `unknown_format` naming what the bytes seem to be.
pub(super) fn media(bytes: &[u8], name: &str, media_type: Option<&str>) -> Result<Media, ReadError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes);
    }
    for (start, seems) in OTHERS {
        if bytes.starts_with(start) {
            return Err(ReadError::UnknownFormat { seems });
        }
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Err(ReadError::UnknownFormat { seems: "a WebP picture" });
    }
    let head = bytes.get(..PDF_HEADER_WITHIN.min(bytes.len())).unwrap_or_default();
    if find(head, b"%PDF-").is_some_and(|at| at == 0 || find(bytes, b" obj").is_some()) {
        return Ok(Media::Pdf);
    }
    if is_html(bytes) || (named_html(name, media_type) && find(head, b"<").is_some()) {
        return Ok(Media::Html);
    }
    if is_json(bytes) {
        return Err(ReadError::UnknownFormat { seems: "a JSON file" });
    }
    Ok(Media::Text)
}

/// Whether the bytes are JSON from end to end: an object or an array, nothing a release could be.
fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let opens = bytes.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| matches!(byte, b'{' | b'['));
    opens && serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
}

/// A ZIP is a DOCX when it holds `word/document.xml`; the names stand uncompressed in its directory.
fn zipped(bytes: &[u8]) -> Result<Media, ReadError> {
    let seems = if find(bytes, b"word/document.xml").is_some() && find(bytes, b"[Content_Types].xml").is_some() {
        return Ok(Media::Docx);
    } else if find(bytes, b"xl/workbook").is_some() {
        "an Excel workbook"
    } else if find(bytes, b"ppt/presentation").is_some() {
        "a PowerPoint presentation"
    } else if find(bytes, b"application/vnd.oasis.opendocument").is_some() {
        "an OpenDocument file"
    } else if find(bytes, b"application/epub+zip").is_some() {
        "an EPUB book"
    } else {
        "a ZIP archive"
    };
    Err(ReadError::UnknownFormat { seems })
}

/// Whether the name or media type says HTML.
fn named_html(name: &str, media_type: Option<&str>) -> bool {
    let name = name.to_ascii_lowercase();
    let said = media_type.unwrap_or_default().to_ascii_lowercase();
    [".html", ".htm", ".xhtml"].iter().any(|end| name.ends_with(end)) || said.contains("html")
}

/// Whether the first tag after byte order mark, white space, comments and XML declaration is one of HTML.
fn is_html(bytes: &[u8]) -> bool {
    let window = bytes.get(..4096.min(bytes.len())).unwrap_or_default();
    let ascii: String = window.iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect();
    let mut rest = ascii.trim_start_matches(['\u{ef}', '\u{bb}', '\u{bf}', '\u{fe}', '\u{ff}']).trim_start();
    loop {
        let close = if rest.starts_with("<!--") {
            "-->"
        } else if rest.starts_with("<?xml") {
            "?>"
        } else {
            break;
        };
        match rest.find(close) {
            Some(end) => rest = rest[end + close.len()..].trim_start(),
            None => return false,
        }
    }
    let Some(inside) = rest.strip_prefix('<') else { return false };
    let tag: String = inside.chars().take(16).collect::<String>().to_ascii_lowercase();
    HTML_STARTS.iter().any(|start| {
        tag.strip_prefix(start).is_some_and(|after| {
            after.starts_with(|next: char| next == '>' || next == '/' || next.is_ascii_whitespace())
        })
    }) || tag.starts_with("!doctype html")
}

/// Where `needle` first stands in `bytes`.
pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}
