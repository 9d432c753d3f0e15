//! Builds the index entries of one language from stored segments.

use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::fuzzy::{Attributes, IndexedSegment, Origin, context_hash, name_hash};
use crate::model::Lang;
use crate::store::StoredSegment;
use crate::text::comparison::ComparisonForm;
use crate::text::tokeniser::Tokeniser;

/// The entries for the sides of these segments that are in `lang`.
pub(super) fn entries(segments: &[StoredSegment], lang: &Lang, words: &Tokeniser) -> Vec<IndexedSegment> {
    let mut entries = Vec::with_capacity(segments.len());
    for stored in segments {
        for reversed in [false, true] {
            let pair = &stored.segment;
            let (side, other, text) = if reversed {
                (&pair.target_lang, &pair.source_lang, &pair.target)
            } else {
                (&pair.source_lang, &pair.target_lang, &pair.source)
            };
            if side.primary() == lang.primary() {
                let form = ComparisonForm::new(text, side, words);
                entries.extend(IndexedSegment::new(stored.id, text, &form, attributes(stored, other, reversed)));
            }
        }
    }
    entries
}

/// The attributes of a segment in the index; `other` is the language of the other side.
fn attributes(stored: &StoredSegment, other: &Lang, reversed: bool) -> Attributes {
    let hash = |name: &Option<String>| name.as_deref().map_or(0, name_hash);
    // The neighbouring segments are known by their source texts only.
    let context = if reversed {
        0
    } else {
        context_hash(stored.provenance.neighbours.before, stored.provenance.neighbours.after)
    };
    let mut attributes = Attributes::default();
    attributes.context = context;
    attributes.created = stored.provenance.created_at.as_deref().map_or(0, seconds);
    attributes.project = u32::try_from(stored.project_id.get()).unwrap_or(u32::MAX);
    attributes.document = hash(&stored.provenance.document);
    attributes.field = hash(&stored.provenance.field);
    attributes.other_lang = name_hash(other.primary());
    let origin = if stored.provenance.is_aligned() { Origin::Aligned } else { Origin::Imported };
    attributes.with(stored.review, reversed, origin, stored.segment.confidence)
}

/// An RFC 3339 time in seconds since 1970; 0 for anything else.
pub(in crate::app) fn seconds(time: &str) -> u32 {
    let parsed = OffsetDateTime::parse(time, &Rfc3339).ok();
    parsed.and_then(|time| u32::try_from(time.unix_timestamp()).ok()).unwrap_or_default()
}
