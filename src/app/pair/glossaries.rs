//! Makes links of the paired entries of two glossaries: one in the Japanese release and one in the English, each with its own place.

use super::StoredText;
use crate::align::{EntryPair, GlossaryEntry};
use crate::app::concepts::sentence_case::SmallWords;
use crate::model::{Entry, Lang, Link, Method, Relation};

/// The links of paired entries.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct PairedEntries {
    /// With places in the Japanese release.
    pub(super) ja: Vec<Link>,
    /// With places in the English release.
    pub(super) en: Vec<Link>,
}

impl PairedEntries {
    /// The links of these pairs.
    pub(super) fn of(ja: &[Entry], (en, en_text): (&[Entry], &str), pairs: &[EntryPair]) -> Self {
        let mut links = Self::default();
        let words = SmallWords::of(en_text);
        for pair in pairs {
            let (Some(one), Some(other)) = (ja.get(pair.ja), en.get(pair.en)) else { continue };
            if other.lang == Lang::EN {
                let english = words.in_sentence(&other.term);
                links.ja.push(link(one, (other, &english), pair, true));
                links.en.push(link(one, (other, &english), pair, false));
            }
        }
        links
    }
}

/// The entries of a release as pairing looks at them.
pub(super) fn prepared(text: &StoredText) -> Vec<GlossaryEntry<'_>> {
    let anchors = &text.stored.release.properties.anchors;
    let prepared = text.entries.iter().map(|entry| {
        let before = anchors.partition_point(|anchor| anchor.at < entry.span.start);
        let own = anchors.get(before..).unwrap_or_default().iter().take_while(|anchor| anchor.at == entry.span.start);
        let aliases = entry.aliases.iter().map(|alias| alias.text.as_str());
        GlossaryEntry {
            label: entry.marker.as_ref().map(|marker| marker.label.as_str()),
            anchors: own.map(|anchor| anchor.id.as_str()).collect(),
            names: std::iter::once(entry.term.as_str()).chain(aliases).collect(),
            definition: &entry.definition,
        }
    });
    prepared.collect()
}

fn link(ja: &Entry, (en, english): (&Entry, &str), pair: &EntryPair, in_japanese: bool) -> Link {
    Link {
        ja: ja.term.clone(),
        en: english.to_owned(),
        abbr: None,
        relation: Relation::Equivalent,
        method: Method::PairedEntry,
        confidence: pair.confidence,
        signs: pair.signs.clone(),
        span: if in_japanese { ja.head_span } else { en.head_span },
        support: format!("{} = {}", ja.head, en.head),
        entry: Some(if in_japanese { pair.ja } else { pair.en }),
    }
}
