//! The places of known terms in a pair in; for each term of the source what the translation makes of it out.

use std::collections::BTreeMap;

use super::known::{Concepts, Name};
use super::reading::Text;
use super::words::Likeness;
use crate::model::{ConceptId, Span, Spotted, TermId};
use crate::text::chars::{Class, class};
use crate::text::normal::normal;

/// Words before a term that was named before.
const POINTERS: [&str; 6] = ["この", "その", "これらの", "それらの", "同", "当該"];

/// A term of the source text, and what the translation makes of it.
#[derive(Debug, Clone)]
pub(super) struct Use {
    /// The concepts it may name, in order.
    pub(super) concepts: Vec<ConceptId>,
    /// Where it stands in the source.
    pub(super) source: Vec<Span>,
    /// How it is written there first.
    pub(super) written: String,
    /// The longer compound every one of its places is a part of, where what else that says is not known.
    pub(super) compound: Option<String>,
    /// Whether it may be said in many ways: a verb, one English word in small letters, something that was named before.
    pub(super) is_everyday: bool,
    /// Its accepted names in the translation, in order of the text, not overlapping.
    pub(super) renderings: Vec<Rendering>,
    /// What was made of it.
    pub(super) outcome: Outcome,
}

/// What a translation makes of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It uses an accepted name.
    Used,
    /// It uses a name it must not use, which is another rule's matter.
    Refused,
    /// It uses none that is known.
    Missing,
    /// None is known.
    Unknown,
}

/// An accepted name in a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rendering {
    pub(super) concept: ConceptId,
    pub(super) term: TermId,
    pub(super) span: Span,
    pub(super) likeness: Likeness,
}

/// The known terms of `source` that lie in no longer one, each once, with what `target` makes of it. `spots` are the known
/// terms of both texts.
pub(super) fn uses(
    source: &Text<'_>,
    target: &Text<'_>,
    (in_source, in_target): (&[Spotted], &[Spotted]),
    concepts: &Concepts,
) -> Vec<Use> {
    let mut places: BTreeMap<Span, Vec<ConceptId>> = BTreeMap::new();
    for spot in in_source.iter().filter(|spot| !spot.nested && !source.is_code(spot.span)) {
        let known = places.entry(spot.span).or_default();
        if concepts.holds(spot.concept_id) && !known.contains(&spot.concept_id) {
            known.push(spot.concept_id);
        }
    }
    let mut groups: BTreeMap<Vec<ConceptId>, Vec<Span>> = BTreeMap::new();
    for (span, mut known) in places.into_iter().filter(|(_, known)| !known.is_empty()) {
        known.sort_unstable();
        groups.entry(known).or_default().push(span);
    }
    let mut uses: Vec<Use> = groups
        .into_iter()
        .map(|(group, spans)| one(source, target, (in_source, in_target), concepts, group, spans))
        .collect();
    uses.sort_by_key(|used| used.source.first().copied());
    uses
}

fn one(
    source: &Text<'_>,
    target: &Text<'_>,
    (in_source, in_target): (&[Spotted], &[Spotted]),
    concepts: &Concepts,
    group: Vec<ConceptId>,
    spans: Vec<Span>,
) -> Use {
    let written = spans.first().map(|span| span.of(source.text)).unwrap_or_default().to_owned();
    let names = || {
        let known = group.iter().filter_map(|id| Some((*id, concepts.get(*id)?)));
        known.flat_map(|(id, known)| known.target.iter().map(move |name| (id, name)))
    };
    let found = found(target, in_target, names());
    let accepted = |term: TermId| names().any(|(_, name)| name.term_id == term && name.is_accepted());
    let (renderings, refused): (Vec<Rendering>, Vec<Rendering>) =
        found.into_iter().partition(|rendering| accepted(rendering.term));
    let spelt =
        || target.lang.is_japanese() && names().any(|(_, name)| name.is_accepted() && target.holds_spelling(name));
    let outcome = if !renderings.is_empty() || spelt() {
        Outcome::Used
    } else if !refused.is_empty() {
        Outcome::Refused
    } else if !names().any(|(_, name)| name.is_wanted()) {
        Outcome::Unknown
    } else if is_kept(&written, target) {
        Outcome::Used
    } else {
        Outcome::Missing
    };
    let compound = compound(source, in_source, &spans);
    let verb =
        group.iter().filter_map(|id| concepts.get(*id)).any(|known| known.source.iter().any(|name| name.is_word));
    let one_word = || source.lang.is_english() && written.chars().all(char::is_lowercase);
    // この細胞 was named before, so the translation may say `they`.
    let points_back = spans.iter().all(|span| {
        let before = source.text.get(..span.start).unwrap_or_default();
        source.lang.is_japanese() && POINTERS.iter().any(|pointer| before.ends_with(pointer))
    });
    let is_everyday = verb || points_back || one_word();
    Use { concepts: group, source: spans, renderings: apart(renderings), outcome, compound, is_everyday, written }
}

/// The compound of kanji or katakana that all of these places are parts of, and that known terms do not make up.
fn compound(source: &Text<'_>, in_source: &[Spotted], spans: &[Span]) -> Option<String> {
    if !source.lang.is_japanese() {
        return None;
    }
    let whole: Vec<Span> = in_source.iter().filter(|spot| !spot.nested).map(|spot| spot.span).collect();
    let covered = |place: Span| {
        let near = whole.partition_point(|span| span.start <= place.start);
        near.checked_sub(1).and_then(|at| whole.get(at)).is_some_and(|span| span.contains(place))
    };
    let letter = |c: char| matches!(class(c), Class::Kanji | Class::Katakana);
    let around = |span: &Span| -> Option<Span> {
        let before: usize =
            source.text.get(..span.start)?.chars().rev().take_while(|c| letter(*c)).map(char::len_utf8).sum();
        let after: usize = source.text.get(span.end..)?.chars().take_while(|c| letter(*c)).map(char::len_utf8).sum();
        let (left, right) = (Span::new(span.start - before, span.start), Span::new(span.end, span.end + after));
        // One sign more is a prefix or suffix: 細胞内, 各細胞.
        let longer = |part: Span| part.of(source.text).chars().nth(1).is_some() && !covered(part);
        (longer(left) || longer(right)).then(|| left.cover(right))
    };
    let around: Option<Vec<Span>> = spans.iter().map(around).collect();
    around?.first().map(|span| span.of(source.text).to_owned())
}

/// Every place of every name.
fn found<'a>(
    target: &Text<'_>,
    in_target: &[Spotted],
    names: impl Iterator<Item = (ConceptId, &'a Name)>,
) -> Vec<Rendering> {
    let mut found = Vec::new();
    for (concept, name) in names {
        let spotted = in_target.iter().filter(|spot| spot.term_id == name.term_id && spot.concept_id == concept);
        found.extend(spotted.map(|spot| Rendering {
            concept,
            term: name.term_id,
            span: spot.span,
            likeness: Likeness::Same,
        }));
        if !target.lang.is_japanese() {
            let hits = target.hits(name).into_iter();
            found.extend(hits.map(|hit| Rendering {
                concept,
                term: name.term_id,
                span: hit.span,
                likeness: hit.likeness,
            }));
        }
    }
    found
}

/// Of renderings that overlap the closest stays, then the longest, then the one named first.
fn apart(mut found: Vec<Rendering>) -> Vec<Rendering> {
    // Stable, so names keep their order.
    found.sort_by_key(|rendering| (rendering.likeness, std::cmp::Reverse(rendering.span.len())));
    let mut kept: BTreeMap<usize, Rendering> = BTreeMap::new();
    for rendering in found {
        // Those kept do not overlap, so the last that begins before this one's end is the only one that may.
        let before = kept.range(..rendering.span.end.max(rendering.span.start + 1)).next_back();
        if before.is_none_or(|(_, other)| !other.span.overlaps(rendering.span)) {
            kept.insert(rendering.span.start, rendering);
        }
    }
    kept.into_values().collect()
}

/// Whether the translation keeps the term as it is written: a symbol, a name in Latin letters.
fn is_kept(written: &str, target: &Text<'_>) -> bool {
    let latin = written.chars().all(|c| !crate::text::chars::is_japanese_letter(c));
    (latin || target.lang.is_japanese()) && target.folded.text.contains(&normal(written))
}
