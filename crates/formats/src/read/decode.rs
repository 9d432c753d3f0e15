//! Decodes bytes of unknown encoding.
//!
//! The encoding is the first of these that applies: a byte order mark, UTF-16 recognised by its NULs, valid UTF-8 (other
//! encodings are never valid UTF-8 by chance), the declared encoding, the most likely Japanese encoding.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{EUC_JP, Encoding, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE};

use super::ReadError;

/// At most one character in this many may be wrong; more is an error.
const CHARACTERS_PER_FAULT: usize = 500;

/// Decodes `bytes`; `declared` is the encoding that the document declares (`charset=` in HTML).
///
/// # Errors
/// `undecodable_text` with the position of the first byte that could not be decoded, `unknown_format` for what is no text at all.
pub(super) fn text(bytes: &[u8], declared: Option<&str>) -> Result<(String, &'static str), ReadError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let decoded = decode_leniently(&bytes[mark..], encoding, mark)?;
        return Ok((decoded, encoding.name()));
    }
    if let Some(encoding) = utf16_by_nulls(bytes) {
        let decoded = decode_leniently(bytes, encoding, 0)?;
        return Ok((decoded, encoding.name()));
    }
    if let Some(position) = bytes.iter().position(|byte| *byte == 0) {
        return Err(undecodable(bytes, "UTF-8", position));
    }
    let escapes = bytes.contains(&0x1b);
    if !escapes
        && !bytes.is_ascii()
        && let Some(decoded) = decode_strictly(bytes, UTF_8)
    {
        return Ok((decoded, UTF_8.name()));
    }
    if let Some(encoding) = declared.and_then(|label| Encoding::for_label(label.trim().as_bytes()))
        && encoding != UTF_16LE
        && encoding != UTF_16BE
        && let Some(decoded) = decode_strictly(bytes, encoding)
    {
        return Ok((decoded, encoding.name()));
    }
    if !escapes && let Some(decoded) = decode_strictly(bytes, UTF_8) {
        return Ok((decoded, UTF_8.name()));
    }
    if escapes && let Some(decoded) = decode_strictly(bytes, ISO_2022_JP) {
        return Ok((decoded, ISO_2022_JP.name()));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guessed = detector.guess(Some(b"jp"), Utf8Detection::Allow);
    for encoding in [guessed, SHIFT_JIS, EUC_JP, UTF_8] {
        let known = [SHIFT_JIS, EUC_JP, ISO_2022_JP, UTF_8].contains(&encoding);
        if known && let Some(decoded) = decode_strictly(bytes, encoding) {
            return Ok((decoded, encoding.name()));
        }
    }
    let likeliest = if [SHIFT_JIS, EUC_JP, ISO_2022_JP].contains(&guessed) { guessed } else { UTF_8 };
    Ok((decode_leniently(bytes, likeliest, 0)?, likeliest.name()))
}

/// This many stray control characters are tolerated in a text of any length.
const STRAY_CONTROLS: usize = 4;

/// Decodes bytes that are entirely valid in the encoding. Many stray control characters make them invalid too.
fn decode_strictly(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    let decoded = encoding.decode_without_bom_handling_and_without_replacement(bytes)?.into_owned();
    let strange = decoded.chars().filter(|character| is_stray_control(*character)).count();
    let few = strange <= STRAY_CONTROLS && !decoded.contains('\0');
    if !few && strange * CHARACTERS_PER_FAULT > decoded.chars().count() { None } else { Some(decoded) }
}

/// Decodes bytes with few faults; if there are many, the error names the first.
fn decode_leniently(bytes: &[u8], encoding: &'static Encoding, skipped: usize) -> Result<String, ReadError> {
    let (decoded, _) = encoding.decode_without_bom_handling(bytes);
    let faults = decoded.chars().filter(|character| *character == '\u{fffd}' || is_stray_control(*character)).count();
    if faults * CHARACTERS_PER_FAULT > decoded.chars().count() {
        let position = skipped + valid_up_to(bytes, encoding);
        return Err(undecodable(bytes, encoding.name(), position));
    }
    Ok(decoded.into_owned())
}

/// Bytes of programs, pictures and archives have at least so many control characters that no text has, and one in so many bytes. Fewer
/// are a damaged text, of which the place of the damage helps.
const BINARY: (usize, usize) = (64, 50);

/// The error for bytes that are no text, or text in an unknown encoding.
fn undecodable(bytes: &[u8], encoding: &'static str, position: usize) -> ReadError {
    let controls = bytes.iter().filter(|byte| is_stray_control(char::from(**byte)) && byte.is_ascii()).count();
    let (fewest, bytes_per_control) = BINARY;
    if controls >= fewest && controls * bytes_per_control > bytes.len() {
        ReadError::UnknownFormat { seems: "binary data" }
    } else {
        ReadError::UndecodableText { encoding, position }
    }
}

/// The number of bytes before the first fault.
fn valid_up_to(bytes: &[u8], encoding: &'static Encoding) -> usize {
    if encoding == UTF_8 {
        return Encoding::utf8_valid_up_to(bytes);
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut room = String::with_capacity(decoder.max_utf8_buffer_length(bytes.len()).unwrap_or(bytes.len()));
    let (_, read) = decoder.decode_to_string_without_replacement(bytes, &mut room, true);
    read.saturating_sub(1)
}

/// Whether a character is a control character that text does not need.
fn is_stray_control(character: char) -> bool {
    character.is_control()
        && !matches!(character, '\t' | '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{1a}' | '\u{1b}' | '\u{85}')
}

/// Recognises UTF-16 without a byte order mark by its NULs; the byte order is the one that gives more usual text.
fn utf16_by_nulls(bytes: &[u8]) -> Option<&'static Encoding> {
    let window = bytes.get(..4096.min(bytes.len())).unwrap_or_default();
    if window.len() < 4 || !bytes.len().is_multiple_of(2) || !window.contains(&0) {
        return None;
    }
    let (little, big) = (common_share(window, UTF_16LE), common_share(window, UTF_16BE));
    let (best, encoding) = if little >= big { (little, UTF_16LE) } else { (big, UTF_16BE) };
    if best >= 70 { Some(encoding) } else { None }
}

/// The percentage of characters that are common in Japanese text. A kanji with NUL as its second byte is a Latin letter
/// decoded in the wrong byte order, except for `一`.
fn common_share(window: &[u8], encoding: &'static Encoding) -> usize {
    let (decoded, _) = encoding.decode_without_bom_handling(window);
    let usual = decoded.chars().filter(|character| match character {
        '\t' | '\n' | '\r' | ' '..='~' | '\u{3000}'..='\u{30ff}' | '\u{ff00}'..='\u{ffef}' | '一' => true,
        '\u{4e00}'..='\u{9fff}' => u32::from(*character) % 0x100 != 0,
        _ => false,
    });
    usual.count() * 100 / decoded.chars().count().max(1)
}
