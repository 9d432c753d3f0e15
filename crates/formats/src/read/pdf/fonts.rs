//! Converts text in Japanese fonts with a predefined encoding to UTF-16, so that the decoder needs no encoding tables.
//!
//! The encodings are those of ISO 32000-2, table 116: `Shift_JIS` (`90ms-RKSJ-H` and its kin), EUC (`EUC-H`), JIS (`H`)
//! and UTF-16 (`UniJIS-UTF16-H` and its kin). Such fonts are often not embedded and have no map to Unicode. Half-width
//! letters are assumed to be half as wide.

use encoding_rs::{EUC_JP, Encoding, SHIFT_JIS};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::graph;

/// Families of predefined encodings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EncodingFamily {
    /// One or two bytes.
    ShiftJis,
    /// One byte, or two bytes with the high bit set.
    Euc,
    /// Two seven-bit bytes.
    Jis,
    /// Two bytes, UTF-16.
    Utf16,
}

/// The family of a composite font's encoding.
pub(super) fn family(document: &Document, font: &Dictionary) -> Option<EncodingFamily> {
    if !font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0") {
        return None;
    }
    let Object::Name(name) = graph::get(document, font, b"Encoding")? else { return None };
    let name = std::str::from_utf8(name).ok()?;
    if name.contains("RKSJ") {
        Some(EncodingFamily::ShiftJis)
    } else if matches!(name, "EUC-H" | "EUC-V") {
        Some(EncodingFamily::Euc)
    } else if matches!(name, "H" | "V") {
        Some(EncodingFamily::Jis)
    } else if name.starts_with("UniJIS") && (name.contains("UTF16") || name.contains("UCS2")) {
        Some(EncodingFamily::Utf16)
    } else {
        None
    }
}

/// Codes of a family as UTF-16 units, in hexadecimal digits between angle brackets. A code without a character becomes a
/// space.
pub(super) fn to_utf16(codes: &[u8], family: EncodingFamily) -> Vec<u8> {
    let text = match family {
        EncodingFamily::Utf16 => encoding_rs::UTF_16BE.decode_without_bom_handling(codes).0.into_owned(),
        EncodingFamily::ShiftJis => decode(codes, SHIFT_JIS),
        EncodingFamily::Euc => decode(codes, EUC_JP),
        EncodingFamily::Jis => decode(&codes.iter().map(|byte| byte | 0x80).collect::<Vec<u8>>(), EUC_JP),
    };
    let units: String = text.replace('\u{fffd}', " ").encode_utf16().map(|unit| format!("{unit:04X}")).collect();
    format!("<{units}>").into_bytes()
}

/// Decodes text in a byte encoding.
fn decode(codes: &[u8], encoding: &'static Encoding) -> String {
    encoding.decode_without_bom_handling(codes).0.into_owned()
}

/// Changes every such font of the file to use UTF-16 units as codes. A font with a custom encoding is decoded by its map
/// to Unicode, which goes by code and not by glyph.
pub(super) fn use_utf16_codes(document: &mut Document) {
    let mut wanted: Vec<(ObjectId, Option<ObjectId>)> = Vec::new();
    let mut own_maps: Vec<ObjectId> = Vec::new();
    for (id, object) in &document.objects {
        let Object::Dictionary(font) = object else { continue };
        if family(document, font).is_none() {
            own_maps.extend(matches!(graph::get(document, font, b"Encoding"), Some(Object::Stream(_))).then_some(*id));
            continue;
        }
        let descendant = match graph::get(document, font, b"DescendantFonts") {
            Some(Object::Array(fonts)) => fonts.first().and_then(|font| font.as_reference().ok()),
            _ => None,
        };
        wanted.push((*id, descendant));
    }
    for id in own_maps {
        if let Some(Object::Dictionary(font)) = document.objects.get_mut(&id)
            && font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0")
        {
            font.set("Encoding", "Identity-H");
        }
    }
    if wanted.is_empty() {
        return;
    }
    let map = document.add_object(Stream::new(Dictionary::new(), unicode_map().into_bytes()));
    for (id, descendant) in wanted {
        if let Some(Object::Dictionary(font)) = document.objects.get_mut(&id) {
            font.set("Encoding", "Identity-H");
            font.set("ToUnicode", map);
        }
        if let Some(Object::Dictionary(font)) = descendant.and_then(|id| document.objects.get_mut(&id)) {
            let row =
                |first: i64, count: usize| [Object::Integer(first), Object::Array(vec![Object::Integer(500); count])];
            font.set("W", [row(0x20, 95), row(0xff61, 63)].concat());
        }
    }
}

/// A map from each UTF-16 unit to itself.
fn unicode_map() -> String {
    let rows: Vec<u32> = (0x00..=0xff).filter(|row| !(0xd8..=0xdf).contains(row)).collect();
    let mut map = String::from("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n");
    map.push_str("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for part in rows.chunks(100) {
        let ranges: String = part.iter().map(|row| format!("<{row:02X}00> <{row:02X}FF> <{row:02X}00>\n")).collect();
        map.push_str(&format!("{} beginbfrange\n{ranges}endbfrange\n", part.len()));
    }
    map.push_str("endcmap end end\n");
    map
}
