//! Checks that character maps and font programs are safe to pass to the decoder.
//!
//! The decoder recurses for each open bracket and stores every code of a range, so both must be limited.

use lopdf::{Document, Object};

use super::graph;
use super::tokens::token;
use super::unpack::{self, Budget};
use crate::read::ReadError;

/// Maximum nesting depth of brackets; maps need two levels, font programs a few.
const DEPTH: usize = 256;

/// Maximum number of codes in a map; there are 65 536 two-byte codes.
const CODES: u64 = 200_000;

/// The most codes in all maps of a file: a hundred fonts with every two-byte code.
const CODES_OF_FILE: u64 = 6_600_000;

/// Checks the maps of all fonts before any engine reads them: a few bytes can name ranges of billions of codes.
pub(super) fn check(document: &Document, budget: &mut Budget) -> Result<(), ReadError> {
    let mut sum: u64 = 0;
    for object in document.objects.values() {
        let Object::Dictionary(font) = object else { continue };
        for key in [b"ToUnicode".as_slice(), b"Encoding"] {
            let Some(Object::Stream(map)) = graph::get(document, font, key) else { continue };
            let content = unpack::stream(map, budget)?;
            sum = sum.saturating_add(codes(&content));
            if sum > CODES_OF_FILE {
                let limit = usize::try_from(CODES_OF_FILE).unwrap_or(usize::MAX);
                return Err(ReadError::TooManyCodes { limit });
            }
        }
    }
    Ok(())
}

/// Whether brackets are not nested too deep and ranges are not too long.
pub(super) fn is_safe_to_decode(content: &[u8]) -> bool {
    deepest(content) <= DEPTH && codes(content) <= CODES
}

/// The deepest nesting of any kind of bracket.
fn deepest(content: &[u8]) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in content {
        match byte {
            b'[' | b'(' | b'<' | b'{' => depth += 1,
            b']' | b')' | b'>' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// Number of codes in all ranges of a map.
fn codes(content: &[u8]) -> u64 {
    let mut sum: u64 = 0;
    let mut at = 0;
    let mut inside = false;
    let mut waiting: Option<u64> = None;
    let mut place = 0;
    while let Some((part, next)) = token(content, at) {
        at = next;
        match part {
            b"beginbfrange" | b"begincidrange" | b"beginnotdefrange" => (inside, place) = (true, 0),
            b"endbfrange" | b"endcidrange" | b"endnotdefrange" => inside = false,
            _ if !inside => {}
            _ => {
                match (place, code(part)) {
                    (0, first) => waiting = first,
                    (1, Some(last)) => {
                        sum = sum.saturating_add(last.saturating_sub(waiting.unwrap_or(0)).saturating_add(1));
                    }
                    _ => {}
                }
                place = (place + 1) % 3;
            }
        }
    }
    sum
}

/// The value of a code in angle brackets.
fn code(part: &[u8]) -> Option<u64> {
    let digits = part.strip_prefix(b"<")?.strip_suffix(b">")?;
    let plain: String =
        digits.iter().filter(|byte| !byte.is_ascii_whitespace()).map(|byte| char::from(*byte)).collect();
    if plain.len() > 8 { Some(u64::MAX / 4) } else { u64::from_str_radix(&plain, 16).ok() }
}
