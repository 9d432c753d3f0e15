//! A question and remembered segments in; matches out: scored, with reasons, what was changed, and a mended target.

use serde::{Deserialize, Serialize};

use super::align::Alignment;
use super::carry::{Carried, carried, placeables_of};
use super::class::MatchClass;
use super::diff::{Edit, Side, diff};
use super::mend::{WithTerms, mended};
use super::occurrences::forbidden;
use super::order::{Nearness, order};
use super::penalty::{Circumstances, Penalties, Penalty};
use super::question::{Question, Remembered};
use super::replace::{Replacement, applied};
use super::terms::FoundTerm;
use crate::model::{Lang, ReleaseId, Review, SegmentId, Span};
use crate::search::score::{Distance, Parts, parts};
use crate::text::comparable::Comparable;
use crate::text::placeable::PlaceableKind;
use crate::text::words::Words;

/// Segments that have so few characters, or one token, count only from [`SURE`] up: one edit changes them altogether.
const SHORT: usize = 4;
/// What the base of short segments must reach.
const SURE: u8 = 75;

/// A remembered translation offered for a text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MemoryMatch {
    /// Number of the remembered segment.
    pub segment_id: SegmentId,
    /// What the match is worth, 0 to 101: the score of its class less all penalties.
    pub score: u8,
    /// How alike the two source texts are with placeables taken for the same: 0 to 99, and 100 only as written.
    pub base: u8,
    /// In which way they are alike.
    pub class: MatchClass,
    /// The two distances the base is made of.
    pub parts: Parts,
    /// What was taken off.
    pub penalties: Vec<Penalty>,
    /// What was changed from the remembered source text to the text asked about.
    pub diff: Vec<Edit>,
    /// The target with numbers and terms of the text asked about, where they could be put in without guessing. `target`
    /// is left as it is remembered.
    pub repaired: Option<Repaired>,
    /// The remembered source text.
    pub source: String,
    /// Its translation as remembered.
    pub target: String,
    /// Name of the project.
    pub project: String,
    /// The release it stands in.
    pub release_id: Option<ReleaseId>,
    /// Where it comes from: `ingest`, or the name of an imported file.
    pub origin: String,
    /// Subject field.
    pub field: Option<String>,
    /// Document or series it stands in.
    pub document: Option<String>,
    /// When it was made, RFC 3339.
    pub created_at: Option<String>,
    /// Who made it.
    pub author: Option<String>,
    /// Whether a person has looked.
    pub review: Review,
    /// Probability that source and target belong together, 0 to 1.
    pub confidence: f64,
    /// Whether the memory holds the pair the other way round.
    pub reversed: bool,
    /// How near it is to the text asked about.
    pub near: Nearness,
    /// Insertions and deletions between the characters of both, against the sum of their lengths.
    pub indel: Distance,
    /// Whether one side is so short that a small difference changes all of it.
    pub is_short: bool,
}

/// A target in which something of the text asked about has been put.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Repaired {
    /// The new target.
    pub target: String,
    /// What it is worth. With values alone put in it is the score of the match. With terms it is two less than the
    /// likeness of the text asked about and the source with its terms put in, at most 97, less all penalties.
    pub score: u8,
    /// What was put in, in order of the text asked about.
    pub changes: Vec<Change>,
}

/// Something that was put into a target.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Whether it is a term or a value.
    pub kind: ChangeKind,
    /// What it stands for, in the text asked about.
    pub query: Span,
    /// What was there instead, in the remembered source text.
    pub source: Span,
    /// What gave way, in the remembered target.
    pub target: Span,
    /// Where it stands now, in the new target.
    pub repaired: Span,
}

/// What was put into a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// A number, date, code or tag.
    Value,
    /// A term.
    Term,
}

/// What a remembered segment is worth for a question, and why.
#[must_use]
pub fn judge(question: &Question, remembered: Remembered, penalties: &Penalties, words: &Words) -> MemoryMatch {
    let segment = &remembered.segment;
    let form = Comparable::new(&segment.source, &question.source_lang, words);
    let parts = parts(&question.form, &form);
    let class = MatchClass::of(question, &remembered, &form, parts);
    let alignment = Alignment::new(&form, &question.form);
    let target = (segment.target.as_str(), &question.target_lang);
    let carried = carried(&form, (&question.text, &question.form), &alignment, target);
    let terms: Vec<&FoundTerm> = question.terms.iter().chain(&remembered.terms).collect();
    let fields = question.field.as_deref().zip(remembered.field.as_deref()).filter(|(asked, known)| asked != known);
    let penalties_found = penalties.list(&Circumstances {
        unplaced_values: carried.left,
        standing: penalties.for_standing(remembered.review, remembered.is_aligned(), segment.confidence),
        origin: &remembered.origin,
        targets: remembered.how_many_targets,
        forbidden_term: forbidden(&terms, target.0, target.1, words),
        tags_differ: tags_differ(&question.form, target, &carried.replacements),
        fields,
    });
    let points = penalties_found.iter().fold(0_u8, |sum, penalty| sum.saturating_add(penalty.points));
    let score = class.score(parts.base).saturating_sub(points);
    let (source_side, query_side) =
        (Side { text: &segment.source, form: &form }, Side { text: &question.text, form: &question.form });
    let edits = diff(source_side, query_side, &alignment);
    let repaired = repaired(question, &remembered, &form, &alignment, carried, words, |likeness| match likeness {
        None => score,
        Some(base) => base.saturating_sub(penalties.mended).min(penalties.mended_most).saturating_sub(points),
    });
    let near = Nearness::new(
        (question.document.as_deref(), remembered.document.as_deref()),
        (question.field.as_deref(), remembered.field.as_deref()),
    );
    let is_short = [&question.form, &form].iter().any(|side| side.chars.len() <= SHORT || side.tokens.len() <= 1);
    let as_written = matches!(class, MatchClass::Context | MatchClass::Exact);
    MemoryMatch {
        segment_id: remembered.id,
        score,
        base: if as_written { 100 } else { parts.base.min(99) },
        class,
        parts,
        penalties: penalties_found,
        diff: edits,
        repaired,
        project: remembered.project,
        release_id: remembered.release_id,
        origin: remembered.origin,
        field: remembered.field,
        document: remembered.document,
        created_at: remembered.created_at,
        author: remembered.author,
        review: remembered.review,
        confidence: remembered.segment.confidence,
        source: remembered.segment.source,
        target: remembered.segment.target,
        reversed: remembered.reversed,
        near,
        indel: super::indel::indel(&question.form.chars, &form.chars),
        is_short,
    }
}

/// Whether a match is to be shown where `floor` is the lowest score wanted. Rejected segments never are, short ones only
/// where their base reaches 75.
#[must_use]
pub fn shown(offer: &MemoryMatch, floor: u8) -> bool {
    offer.review != Review::Rejected && offer.score >= floor && !(offer.is_short && offer.parts.base < SURE)
}

/// What to show of `remembered`, best first: what reaches `floor`, in the target language, no pair of texts twice.
#[must_use]
pub fn memory_matches(
    question: &Question,
    remembered: Vec<Remembered>,
    penalties: &Penalties,
    words: &Words,
    floor: u8,
) -> Vec<MemoryMatch> {
    let of_language = |known: &Remembered| known.segment.target_lang.primary() == question.target_lang.primary();
    let judged = remembered.into_iter().filter(of_language).map(|known| judge(question, known, penalties, words));
    let mut matches: Vec<MemoryMatch> = judged.filter(|offer| shown(offer, floor)).collect();
    matches.sort_by(order);
    let mut seen = std::collections::HashSet::new();
    matches.retain(|offer| seen.insert((offer.source.clone(), offer.target.clone())));
    matches
}

/// Whether the tags of the text asked about are other than those of the target with its values put in.
fn tags_differ(query: &Comparable, (target, lang): (&str, &Lang), replacements: &[Replacement]) -> bool {
    if !target.contains('<') && !query.placeables.iter().any(|found| found.kind == PlaceableKind::Tag) {
        return false;
    }
    let patched = applied(target, replacements).map_or_else(|| target.to_owned(), |(text, _)| text);
    let tags = |list: &[crate::text::placeable::Placeable]| {
        let is_tag = |found: &&crate::text::placeable::Placeable| {
            found.kind == PlaceableKind::Tag && found.value.starts_with('<')
        };
        let mut tags: Vec<String> = list.iter().filter(is_tag).map(|found| found.value.clone()).collect();
        tags.sort();
        tags
    };
    tags(&query.placeables) != tags(&placeables_of(&patched, lang))
}

/// The target with values and terms put in, where there are any; `worth` gives its score from the likeness of the source
/// with its terms put in, where there are terms.
fn repaired(
    question: &Question,
    remembered: &Remembered,
    form: &Comparable,
    alignment: &Alignment,
    carried: Carried,
    words: &Words,
    worth: impl Fn(Option<u8>) -> u8,
) -> Option<Repaired> {
    let source = WithTerms { form, terms: &remembered.terms };
    let query = WithTerms { form: &question.form, terms: &question.terms };
    let target = (remembered.segment.target.as_str(), &question.target_lang);
    let terms = mended(source, query, alignment, target, words);
    let mut all = carried.replacements;
    all.extend(terms.iter().cloned());
    all.sort_by_key(|replacement| replacement.query);
    if all.is_empty() {
        return None;
    }
    let (text, places) = applied(target.0, &all)?;
    let likeness = if terms.is_empty() { None } else { Some(likeness(question, remembered, &terms, words)?) };
    let change = |(replacement, repaired): (&Replacement, Span)| Change {
        kind: if replacement.term { ChangeKind::Term } else { ChangeKind::Value },
        query: replacement.query,
        source: replacement.source,
        target: replacement.target,
        repaired,
    };
    Some(Repaired { target: text, score: worth(likeness), changes: all.iter().zip(places).map(change).collect() })
}

/// How like the text asked about the remembered source is with its terms put in.
fn likeness(question: &Question, remembered: &Remembered, terms: &[Replacement], words: &Words) -> Option<u8> {
    let in_source: Vec<Replacement> = terms
        .iter()
        .map(|term| Replacement { target: term.source, text: term.query.of(&question.text).to_owned(), ..term.clone() })
        .collect();
    let (text, _) = applied(&remembered.segment.source, &in_source)?;
    Some(parts(&question.form, &Comparable::new(&text, &question.source_lang, words)).base)
}
