//! The encoding of a file.
//!
//! The encoding is that of the byte order mark, else UTF-16 where the position of NUL bytes shows it, else the one the file
//! declares (in the XML declaration or the header of a PO file), else UTF-8. A file that has no way to declare its
//! encoding and is not valid UTF-8 is tried as EUC-JP and `Shift_JIS`. Import and check both decode by these rules.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_JP, Encoding, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

use crate::exchange::item::Fault;
use crate::exchange::limits;

/// How many bytes at the beginning of a file are examined.
pub(super) const HEAD: usize = 64 << 10;

/// How far a declaration of the encoding is looked for.
const DECLARATION: usize = 8 << 10;

/// The text of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecodedFile {
    /// The text, without byte order mark. All positions are bytes of this text.
    pub text: String,
    /// The encoding the file was read in.
    pub encoding: &'static str,
    /// Whether some bytes were not valid in that encoding. U+FFFD stands in their place.
    pub has_invalid_bytes: bool,
}

/// Decodes a whole file by the same rules as an import.
///
/// # Errors
/// `undecodable_text` when the file declares an encoding that does not exist.
pub(in crate::exchange) fn decode(bytes: &[u8]) -> Result<DecodedFile, Fault> {
    if bytes.len() > limits::WHOLE_FILE {
        return Err(Fault::broken_file(format!("It has more than {} bytes. Split it.", limits::WHOLE_FILE)));
    }
    let (encoding, mark) = encoding_of(bytes.get(..HEAD).unwrap_or(bytes))?;
    let (text, has_invalid_bytes) = encoding.decode_without_bom_handling(bytes.get(mark..).unwrap_or_default());
    Ok(DecodedFile { text: text.into_owned(), encoding: encoding.name(), has_invalid_bytes })
}

/// The encoding of a file with this beginning, and the length of its byte order mark.
pub(super) fn encoding_of(head: &[u8]) -> Result<(&'static Encoding, usize), Fault> {
    if let Some(marked) = Encoding::for_bom(head) {
        return Ok(marked);
    }
    match head {
        [b'<', 0, ..] => return Ok((UTF_16LE, 0)),
        [0, b'<', ..] => return Ok((UTF_16BE, 0)),
        _ => {}
    }
    let Some(label) = declared(head) else { return Ok((undeclared(head), 0)) };
    // Files that declare ASCII often hold more than that. UTF-8 is the same as far as ASCII goes.
    if ["ascii", "us-ascii"].iter().any(|ascii| label.eq_ignore_ascii_case(ascii)) {
        return Ok((UTF_8, 0));
    }
    match Encoding::for_label(label.as_bytes()) {
        // The declaration itself was readable byte by byte, so the file cannot be UTF-16.
        Some(encoding) if encoding == UTF_16LE || encoding == UTF_16BE => Ok((UTF_8, 0)),
        Some(encoding) => Ok((encoding, 0)),
        None => Err(Fault::UnknownEncoding { label }),
    }
}

/// UTF-8, or the Japanese encoding of a table or dictionary, which cannot declare one.
fn undeclared(head: &[u8]) -> &'static Encoding {
    // The last character may be cut by the end of the head.
    let is_utf8 = std::str::from_utf8(head).map_or_else(|error| error.error_len().is_none(), |_| true);
    let can_declare = head.trim_ascii_start().starts_with(b"<") || head.windows(5).any(|five| five == b"msgid");
    if is_utf8 || can_declare {
        return UTF_8;
    }
    let whole_lines = head.iter().rposition(|byte| *byte == b'\n').map_or(head, |end| &head[..end]);
    let fits = |encoding: &&'static Encoding| {
        encoding.decode_without_bom_handling_and_without_replacement(whole_lines).is_some()
    };
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(whole_lines, true);
    let guess = detector.guess(Some(b"jp"), Utf8Detection::Deny);
    let japanese = [EUC_JP, SHIFT_JIS];
    [guess, EUC_JP, SHIFT_JIS].into_iter().filter(|encoding| japanese.contains(encoding)).find(fits).unwrap_or(UTF_8)
}

/// The encoding an XML declaration or the header of a PO file names.
fn declared(head: &[u8]) -> Option<String> {
    let ascii: String = head.iter().take(DECLARATION).map(|byte| char::from(*byte)).collect();
    let label = if ascii.trim_start().starts_with("<?xml") {
        let declaration = ascii.split("?>").next()?;
        let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        value.get(1..)?.split(quote).next()?
    } else {
        ascii.split_once("charset=")?.1.split(|c: char| !(c.is_ascii_alphanumeric() || "-_:.".contains(c))).next()?
    };
    // `CHARSET` is what templates of PO files hold until somebody fills it in.
    let label = label.trim();
    (!label.is_empty() && label != "CHARSET").then(|| label.chars().take(40).collect())
}

#[cfg(test)]
mod tests {
    use super::{DecodedFile, decode};

    #[test]
    fn a_file_is_decoded_as_its_mark_its_declaration_or_its_bytes_say() {
        let po = "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=Shift_JIS\\n\"\n";
        for (bytes, text, encoding, has_invalid_bytes) in [
            (b"\xEF\xBB\xBFa\xE5\xAD\x97".to_vec(), "a字", "UTF-8", false),
            (b"\xFF\xFEa\0W\x5B".to_vec(), "a字", "UTF-16LE", false),
            (b"\xFE\xFF\0a\x5BW".to_vec(), "a字", "UTF-16BE", false),
            (b"\xFF\xFEa".to_vec(), "\u{fffd}", "UTF-16LE", true),
            (b"\x93\xFA\x96\x7B\n".to_vec(), "日本\n", "Shift_JIS", false),
            (b"\xC6\xFC\xCB\xDC\n".to_vec(), "日本\n", "EUC-JP", false),
            ([po.as_bytes(), b"# \x93\xFA"].concat(), &format!("{po}# 日"), "Shift_JIS", false),
            (b"msgid \"\x93\xFA\"".to_vec(), "msgid \"\u{fffd}\u{fffd}\"", "UTF-8", true),
            (
                b"\xff\xd8\xff\xe0\x00\x10JFIF\x00".to_vec(),
                "\u{fffd}\u{fffd}\u{fffd}\u{fffd}\0\u{10}JFIF\0",
                "UTF-8",
                true,
            ),
        ] {
            let want = DecodedFile { text: text.to_owned(), encoding, has_invalid_bytes };
            assert_eq!(decode(&bytes), Ok(want), "{bytes:?}");
        }
        assert!(decode(b"<?xml version='1.0' encoding='klingon-1'?>").is_err());
    }
}
