//! Recognises the format of a file by its content; name and media type only break ties.

use super::ReadError;
use crate::model::Media;

/// The PDF header must be within this many bytes, as in common readers.
const PDF_HEADER_WITHIN: usize = 1024;

/// First bytes of unsupported formats, with their names.
const UNSUPPORTED: &[(&[u8], &str)] = &[
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
    (b"\0\0\0\x01Bud1", "a folder view of macOS (.DS_Store)"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
];

/// Tags with which an HTML page may begin.
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

/// The format of `bytes`; `name` and `media_type` matter only if the content does not decide.
///
/// # Errors
/// `unknown_format` with the likely format.
pub(super) fn media(bytes: &[u8], name: &str, media_type: Option<&str>) -> Result<Media, ReadError> {
    // What such a file holds is anything; its name is what programs know it by.
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default();
    if base.starts_with("~$") || base.starts_with(".~lock.") {
        return Err(ReadError::UnknownFormat { seems: "the lock file of an open Office document" });
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zip_media(bytes);
    }
    for (start, seems) in UNSUPPORTED {
        if bytes.starts_with(start) {
            return Err(ReadError::UnknownFormat { seems });
        }
    }
    if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        return Err(ReadError::UnknownFormat { seems: "a WebP picture" });
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Err(ReadError::UnknownFormat { seems: "a video or a HEIC picture" });
    }
    let head = bytes.get(..PDF_HEADER_WITHIN.min(bytes.len())).unwrap_or_default();
    if find(head, b"%PDF-").is_some_and(|at| at == 0 || find(bytes, b" obj").is_some()) {
        return Ok(Media::Pdf);
    }
    if is_html(bytes) || (is_named_html(name, media_type) && find(head, b"<").is_some()) {
        return Ok(Media::Html);
    }
    if is_json(bytes) {
        return Err(ReadError::UnknownFormat { seems: "a JSON file" });
    }
    Ok(Media::Text)
}

/// Whether the bytes are JSON as a whole, an object or an array, and so not a release.
fn is_json(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let opens = bytes.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| matches!(byte, b'{' | b'['));
    opens && serde_json::from_slice::<serde::de::IgnoredAny>(bytes).is_ok()
}

/// The format of a ZIP archive: it is a DOCX if it has `word/document.xml`. File names in archives are not compressed.
fn zip_media(bytes: &[u8]) -> Result<Media, ReadError> {
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

/// Whether the name or media type indicates HTML.
fn is_named_html(name: &str, media_type: Option<&str>) -> bool {
    let name = name.to_ascii_lowercase();
    let said = media_type.unwrap_or_default().to_ascii_lowercase();
    [".html", ".htm", ".xhtml"].iter().any(|end| name.ends_with(end)) || said.contains("html")
}

/// Whether the first tag, after a byte order mark, white space, comments and an XML declaration, is an HTML tag.
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

/// The first position of `needle` in `bytes`.
pub(super) fn find(bytes: &[u8], needle: &[u8]) -> Option<usize> {
    bytes.windows(needle.len()).position(|window| window == needle)
}
