//! For each term of the source, what the translation makes of it: an accepted name, a discouraged one, or none.

use std::collections::BTreeMap;

use super::terminology::{MOST_COMPARED, Name, Terminology};
use super::text::DraftText;
use super::words::WordMatch;
use rustc_hash::FxHashMap;

use crate::model::{ConceptId, Span, Spotted, TermId};
use crate::text::chars::{Class, class};
use crate::text::normal::normal;

/// Words that refer back to a term named before.
const DEMONSTRATIVES: [&str; 6] = ["この", "その", "これらの", "それらの", "同", "当該"];

/// A term of the source text, and what the translation makes of it.
#[derive(Debug, Clone)]
pub(super) struct TermUse {
    /// The concepts it may name, in order.
    pub(super) concepts: Vec<ConceptId>,
    /// Where it occurs in the source.
    pub(super) source: Vec<Span>,
    /// How it is written at its first occurrence.
    pub(super) written: String,
    /// The longer compound that contains every occurrence, if the term base does not have the rest of it.
    pub(super) compound: Option<String>,
    /// Whether it can be translated in many ways: a verb, one English word in lower case, or something named before.
    pub(super) is_flexible: bool,
    /// Its accepted names in the translation, in text order, not overlapping.
    pub(super) renderings: Vec<Rendering>,
    /// What the translation makes of it.
    pub(super) outcome: UseOutcome,
}

/// What a translation makes of a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UseOutcome {
    /// It uses an accepted name.
    Accepted,
    /// It uses a discouraged name, which another rule reports.
    Discouraged,
    /// It uses none of the names.
    Missing,
    /// The term base has no name in the target language.
    NoTranslation,
}

/// An accepted name in a translation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rendering {
    pub(super) concept: ConceptId,
    pub(super) term: TermId,
    pub(super) span: Span,
    pub(super) relation: WordMatch,
}

/// The terms of `source` that are not nested in longer ones, each once, with what `target` makes of it.
pub(super) fn uses(
    source: &DraftText<'_>,
    target: &DraftText<'_>,
    (in_source, in_target): (&[Spotted], &[Spotted]),
    terminology: &Terminology,
) -> Vec<TermUse> {
    let mut places: BTreeMap<Span, Vec<ConceptId>> = BTreeMap::new();
    for spot in in_source.iter().filter(|spot| !spot.nested && !source.is_code(spot.span)) {
        let known = places.entry(spot.span).or_default();
        if terminology.contains(spot.concept_id) && !known.contains(&spot.concept_id) {
            known.push(spot.concept_id);
        }
    }
    let mut groups: BTreeMap<Vec<ConceptId>, Vec<Span>> = BTreeMap::new();
    for (span, mut known) in places.into_iter().filter(|(_, known)| !known.is_empty()) {
        known.sort_unstable();
        groups.entry(known).or_default().push(span);
    }
    let mut in_target_by_concept: FxHashMap<ConceptId, Vec<&Spotted>> = FxHashMap::default();
    for spot in in_target {
        in_target_by_concept.entry(spot.concept_id).or_default().push(spot);
    }
    let mut uses: Vec<TermUse> = groups
        .into_iter()
        .map(|(group, spans)| term_use(source, target, (in_source, &in_target_by_concept), terminology, group, spans))
        .collect();
    uses.sort_by_key(|used| used.source.first().copied());
    uses
}

fn term_use(
    source: &DraftText<'_>,
    target: &DraftText<'_>,
    (in_source, in_target): (&[Spotted], &FxHashMap<ConceptId, Vec<&Spotted>>),
    terminology: &Terminology,
    group: Vec<ConceptId>,
    spans: Vec<Span>,
) -> TermUse {
    let written = spans.first().map(|span| span.of(source.text)).unwrap_or_default().to_owned();
    let names = || {
        let known = group.iter().filter_map(|id| Some((*id, terminology.get(*id)?)));
        known.flat_map(|(id, known)| known.target.iter().map(move |name| (id, name)))
    };
    let found = renderings_of(target, in_target, &group, terminology);
    let accepted = |rendering: &Rendering| {
        terminology.target_name(rendering.concept, rendering.term).is_some_and(Name::is_accepted)
    };
    let (renderings, discouraged): (Vec<Rendering>, Vec<Rendering>) = found.into_iter().partition(accepted);
    let has_variant = || {
        let mut compared = names().filter(|(_, name)| name.is_accepted()).take(MOST_COMPARED);
        target.lang.is_japanese() && compared.any(|(_, name)| target.contains_variant(name))
    };
    let outcome = if !renderings.is_empty() || has_variant() {
        UseOutcome::Accepted
    } else if !discouraged.is_empty() {
        UseOutcome::Discouraged
    } else if !names().any(|(_, name)| name.is_recommended()) {
        UseOutcome::NoTranslation
    } else if is_unchanged(&written, target) {
        UseOutcome::Accepted
    } else {
        UseOutcome::Missing
    };
    let compound = compound(source, in_source, &spans);
    let is_general_word = group
        .iter()
        .filter_map(|id| terminology.get(*id))
        .any(|known| known.source.iter().any(|name| name.is_general_word));
    let is_lowercase_english = || source.lang.is_english() && written.chars().all(char::is_lowercase);
    // この細胞 refers back to something named before, so the translation may say `they`.
    let points_back = spans.iter().all(|span| {
        let before = source.text.get(..span.start).unwrap_or_default();
        source.lang.is_japanese() && DEMONSTRATIVES.iter().any(|word| before.ends_with(word))
    });
    let is_flexible = is_general_word || points_back || is_lowercase_english();
    TermUse {
        concepts: group,
        source: spans,
        renderings: without_overlaps(renderings),
        outcome,
        compound,
        is_flexible,
        written,
    }
}

/// The compound of kanji or katakana that contains all of these spans and does not consist of known terms.
fn compound(source: &DraftText<'_>, in_source: &[Spotted], spans: &[Span]) -> Option<String> {
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
        // A single character more is a prefix or suffix: 細胞内, 各細胞.
        let longer = |part: Span| part.of(source.text).chars().nth(1).is_some() && !covered(part);
        (longer(left) || longer(right)).then(|| left.cover(right))
    };
    let around: Option<Vec<Span>> = spans.iter().map(around).collect();
    around?.first().map(|span| span.of(source.text).to_owned())
}

/// All occurrences of all names of these concepts, in the order of the names.
fn renderings_of(
    target: &DraftText<'_>,
    in_target: &FxHashMap<ConceptId, Vec<&Spotted>>,
    group: &[ConceptId],
    terminology: &Terminology,
) -> Vec<Rendering> {
    let mut found: Vec<((usize, usize), Rendering)> = Vec::new();
    let mut compared = 0;
    for (order, concept) in group.iter().enumerate() {
        let Some(names) = terminology.get(*concept) else { continue };
        let mut add = |position: usize, term: TermId, span: Span, relation: WordMatch| {
            found.push(((order, position), Rendering { concept: *concept, term, span, relation }));
        };
        for spot in in_target.get(concept).into_iter().flatten() {
            if let Some(position) = names.position(spot.term_id) {
                add(position, spot.term_id, spot.span, WordMatch::Same);
            }
        }
        if target.lang.is_japanese() {
            continue;
        }
        for (position, name) in names.target.iter().enumerate().take(MOST_COMPARED - compared) {
            compared += 1;
            for hit in target.find_name(name) {
                add(position, name.term_id, hit.span, hit.relation);
            }
        }
    }
    found.sort_by_key(|(position, _)| *position);
    found.into_iter().map(|(_, rendering)| rendering).collect()
}

/// Resolves overlaps: keeps the closest match, then the longest, then the first name.
fn without_overlaps(mut found: Vec<Rendering>) -> Vec<Rendering> {
    // The sort is stable, so names keep their order.
    found.sort_by_key(|rendering| (rendering.relation, std::cmp::Reverse(rendering.span.len())));
    let mut kept: BTreeMap<usize, Rendering> = BTreeMap::new();
    for rendering in found {
        // Those kept do not overlap, so only the last one that starts before this one ends can overlap it.
        let before = kept.range(..rendering.span.end.max(rendering.span.start + 1)).next_back();
        if before.is_none_or(|(_, other)| !other.span.overlaps(rendering.span)) {
            kept.insert(rendering.span.start, rendering);
        }
    }
    kept.into_values().collect()
}

/// Whether the translation has the term unchanged, like a symbol or a name in Latin letters.
fn is_unchanged(written: &str, target: &DraftText<'_>) -> bool {
    let latin = written.chars().all(|c| !crate::text::chars::is_japanese_letter(c));
    (latin || target.lang.is_japanese()) && target.folded.text.contains(&normal(written))
}
