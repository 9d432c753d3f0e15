//! The characters of the predefined collections of East Asian fonts (Adobe-Japan1 and its kin), by CID.
//!
//! Fonts that name such a collection need no map to Unicode of their own, and TeX and old layout programs write none.

use std::sync::OnceLock;

use hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};

/// A character collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Collection {
    Japan1,
    Gb1,
    Cns1,
    Korea1,
}

/// The maps to Unicode, read when first needed.
static MAPS: [OnceLock<Option<CMap>>; 4] = [const { OnceLock::new() }; 4];

impl Collection {
    /// The collection with that registry and ordering.
    pub(super) fn named(registry: &[u8], ordering: &[u8]) -> Option<Self> {
        match CidFamily::from_registry_ordering(registry, ordering) {
            CidFamily::AdobeJapan1 => Some(Self::Japan1),
            CidFamily::AdobeGB1 => Some(Self::Gb1),
            CidFamily::AdobeCNS1 => Some(Self::Cns1),
            CidFamily::AdobeKorea1 => Some(Self::Korea1),
            CidFamily::AdobeIdentity | CidFamily::Custom { .. } => None,
        }
    }

    /// The text of a CID.
    pub(super) fn text(self, cid: u16) -> Option<String> {
        let (at, name) = match self {
            Self::Japan1 => (0, CMapName::AdobeJapan1Ucs2),
            Self::Gb1 => (1, CMapName::AdobeGb1Ucs2),
            Self::Cns1 => (2, CMapName::AdobeCns1Ucs2),
            Self::Korea1 => (3, CMapName::AdobeKorea1Ucs2),
        };
        let map = MAPS.get(at)?.get_or_init(|| CMap::parse(load_embedded(name)?, load_embedded)).as_ref()?;
        match map.lookup_bf_string(u32::from(cid))? {
            BfString::Char(character) => Some(character.to_string()),
            BfString::String(text) => Some(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cids_of_the_japanese_collection_have_their_characters() {
        let japan = Collection::named(b"Adobe", b"Japan1").unwrap();
        for (cid, want) in [(843, "あ"), (1125, "亜"), (13706, "𠮷"), (34, "A")] {
            assert_eq!(japan.text(cid).as_deref(), Some(want), "{cid}");
        }
        assert_eq!(japan.text(u16::MAX), None);
        assert_eq!(Collection::named(b"Adobe", b"Identity"), None);
    }
}
