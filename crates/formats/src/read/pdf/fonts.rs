//! Converts text in East Asian fonts without a map to Unicode to UTF-16, so that the decoder needs no encoding tables.
//!
//! The encodings are those of ISO 32000-2, table 116: `Shift_JIS` (`90ms-RKSJ-H` and its kin), EUC (`EUC-H`), JIS (`H`),
//! UTF-16 (`UniJIS-UTF16-H` and its kin), and CIDs of a predefined collection (`Identity-H`). Codes of any other font
//! without a map are unreadable: they become U+FFFD, so that the loss shows. Half-width letters are assumed to be half as
//! wide.

use encoding_rs::{EUC_JP, Encoding, SHIFT_JIS};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use super::collections::Collection;
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
    /// Two bytes, the CID of a collection.
    Cid(Collection),
    /// Two bytes without a known meaning.
    Unreadable,
}

/// How the codes of a font are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct FontEncoding {
    /// The family.
    pub(super) family: EncodingFamily,
    /// Whether lines run downwards.
    pub(super) vertical: bool,
}

/// Codes for characters beyond the first 65,536, which have no code of one unit: surrogates, which stand for nothing alone.
#[derive(Debug, Default)]
pub(super) struct StandIns(Vec<char>);

impl StandIns {
    /// The first code.
    const FIRST: u32 = 0xD800;
    /// The number of codes.
    const COUNT: usize = 0x800;

    /// The code for a character.
    fn code(&mut self, character: char) -> u16 {
        let at = self.0.iter().position(|known| *known == character).unwrap_or_else(|| {
            self.0.push(character);
            self.0.len() - 1
        });
        let code = u32::try_from(at).unwrap_or(u32::MAX).saturating_add(Self::FIRST);
        u16::try_from(code).ok().filter(|_| at < Self::COUNT).unwrap_or(0xFFFD)
    }

    /// The rows of a map to Unicode.
    fn rows(&self) -> Vec<String> {
        let row = |(code, character): (u32, &char)| {
            let units: String = character.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("{unit:04X}")).collect();
            format!("<{code:04X}> <{code:04X}> <{units}>\n")
        };
        (Self::FIRST..).zip(self.0.iter().take(Self::COUNT)).map(row).collect()
    }
}

/// How the codes of a composite font are read; `None` if the decoder can read them.
pub(super) fn encoding(document: &Document, font: &Dictionary) -> Option<FontEncoding> {
    if !font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0") {
        return None;
    }
    let Object::Name(name) = graph::get(document, font, b"Encoding")? else { return None };
    let name = std::str::from_utf8(name).ok()?;
    let is_identity = matches!(name, "Identity-H" | "Identity-V");
    let family = if name.contains("RKSJ") {
        EncodingFamily::ShiftJis
    } else if matches!(name, "EUC-H" | "EUC-V") {
        EncodingFamily::Euc
    } else if matches!(name, "H" | "V") {
        EncodingFamily::Jis
    } else if name.starts_with("UniJIS") && (name.contains("UTF16") || name.contains("UCS2")) {
        EncodingFamily::Utf16
    } else if is_identity && graph::get(document, font, b"ToUnicode").is_none() {
        collection(document, font).map_or(EncodingFamily::Unreadable, EncodingFamily::Cid)
    } else {
        return None;
    };
    Some(FontEncoding { family, vertical: name == "V" || name.ends_with("-V") })
}

/// Whether a font writes downwards and is not in the file: engines that draw with another font then misplace its characters.
pub(super) fn is_absent_vertical(document: &Document, font: &Object) -> bool {
    let Some(Object::Dictionary(font)) = graph::resolve(document, font) else { return false };
    let program = || {
        let descriptor = graph::dictionary(document, descendant(document, font)?, b"FontDescriptor")?;
        [&b"FontFile"[..], b"FontFile2", b"FontFile3"].into_iter().find_map(|key| graph::get(document, descriptor, key))
    };
    encoding(document, font).is_some_and(|encoding| encoding.vertical) && program().is_none()
}

/// The font that a composite font draws with.
fn descendant<'a>(document: &'a Document, font: &'a Dictionary) -> Option<&'a Dictionary> {
    let Object::Array(fonts) = graph::get(document, font, b"DescendantFonts")? else { return None };
    match graph::resolve(document, fonts.first()?)? {
        Object::Dictionary(descendant) => Some(descendant),
        _ => None,
    }
}

/// The collection that the glyphs of a composite font are numbered by.
fn collection(document: &Document, font: &Dictionary) -> Option<Collection> {
    let descendant = descendant(document, font)?;
    let system = graph::dictionary(document, descendant, b"CIDSystemInfo")?;
    let text = |key: &[u8]| match graph::get(document, system, key) {
        Some(Object::String(text, _)) => Some(text.as_slice()),
        _ => None,
    };
    Collection::named(text(b"Registry")?, text(b"Ordering")?)
}

/// Codes as UTF-16 units, one for each character. A code without a character becomes a space, one of an unreadable font
/// U+FFFD.
pub(super) fn to_units(codes: &[u8], family: EncodingFamily, stand_ins: &mut StandIns) -> Vec<u16> {
    let pairs = || codes.chunks(2).map(|pair| u16::from(pair[0]) << 8 | u16::from(*pair.get(1).unwrap_or(&0)));
    let text = match family {
        EncodingFamily::Utf16 => encoding_rs::UTF_16BE.decode_without_bom_handling(codes).0.into_owned(),
        EncodingFamily::ShiftJis => decode(codes, SHIFT_JIS),
        EncodingFamily::Euc => decode(codes, EUC_JP),
        EncodingFamily::Jis => decode(&codes.iter().map(|byte| byte | 0x80).collect::<Vec<u8>>(), EUC_JP),
        EncodingFamily::Cid(collection) => {
            pairs().map(|cid| collection.text(cid).unwrap_or_else(|| " ".to_owned())).collect()
        }
        EncodingFamily::Unreadable => return pairs().map(|_| 0xFFFD).collect(),
    };
    let unit = |character: char| match u16::try_from(u32::from(character)) {
        Ok(0xFFFD) => 0x20,
        Ok(unit) => unit,
        Err(_) => stand_ins.code(character),
    };
    text.chars().map(unit).collect()
}

/// The width of a unit in thousandths of the font size.
pub(super) fn unit_width(unit: u16) -> u16 {
    if matches!(unit, 0x20..=0x7E | 0xFF61..=0xFF9F) { 500 } else { 1000 }
}

/// Decodes text in a byte encoding.
fn decode(codes: &[u8], encoding: &'static Encoding) -> String {
    encoding.decode_without_bom_handling(codes).0.into_owned()
}

/// Changes every such font of the file to use UTF-16 units or stand-ins as codes. A font with a custom encoding is decoded by its map
/// to Unicode, which goes by code and not by glyph.
pub(super) fn use_utf16_codes(document: &mut Document, stand_ins: &StandIns) {
    let mut wanted: Vec<(ObjectId, Option<ObjectId>)> = Vec::new();
    let mut own_maps: Vec<ObjectId> = Vec::new();
    for (id, object) in &document.objects {
        let Object::Dictionary(font) = object else { continue };
        if encoding(document, font).is_none() {
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
    let map = document.add_object(Stream::new(Dictionary::new(), unicode_map(stand_ins).into_bytes()));
    for (id, descendant) in wanted {
        if let Some(Object::Dictionary(font)) = document.objects.get_mut(&id) {
            font.set("Encoding", "Identity-H");
            font.set("ToUnicode", map);
        }
        if let Some(Object::Dictionary(font)) = descendant.and_then(|id| document.objects.get_mut(&id)) {
            let row =
                |first: i64, count: usize| [Object::Integer(first), Object::Array(vec![Object::Integer(500); count])];
            font.set("W", [row(0x20, 95), row(0xff61, 63)].concat());
            font.set("DW", 1000);
        }
    }
}

/// A map from each UTF-16 unit to itself, and from each stand-in to its character.
fn unicode_map(stand_ins: &StandIns) -> String {
    let rows = (0x00..=0xff).filter(|row| !(0xd8..=0xdf).contains(row));
    let rows: Vec<String> =
        rows.map(|row| format!("<{row:02X}00> <{row:02X}FF> <{row:02X}00>\n")).chain(stand_ins.rows()).collect();
    let mut map = String::from("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n");
    map.push_str("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for part in rows.chunks(100) {
        map.push_str(&format!("{} beginbfrange\n{}endbfrange\n", part.len(), part.concat()));
    }
    map.push_str("endcmap end end\n");
    map
}
