//! Rule `term_inconsistent`: a term is translated by more than one accepted name in a document. Each occurrence is reported,
//! with the name that the term base prefers or that most occurrences have.
//!
//! A message with plural forms counts with its first form. A label in a context of its own (a menu's `Record`, a table's
//! `Record`) is compared with labels of the same context only.
//!
//! Names that differ only in spelling or number count as one; an abbreviation used after its full form is not a different name.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::analysis::PairAnalysis;
use super::finding::finding;
use super::term_uses::Rendering;
use super::terminology::{ConceptNames, MOST_COMPARED, Name, Terminology};
use super::text::DraftText;
use super::wording::{join, quote};
use super::{Unit, fixes};
use crate::model::{
    ConceptId, Finding, Fix, Lang, Location, Related, Review, Rule, Severity, Side, TermId, TermKind, Usage,
};

/// The largest number of other occurrences in a finding.
const MOST_RELATED: usize = 8;
/// The largest number of names in a message.
const MOST_NAMES: usize = 8;
/// The largest number of changes in all fixes of one name that concern the whole document: a name that is used very often
/// is offered such a fix at its first occurrences only.
const MOST_CHANGES: usize = 20_000;

/// An occurrence of a name of a concept.
#[derive(Clone, Copy)]
struct RenderingPlace<'a> {
    unit: usize,
    rendering: &'a Rendering,
    written: &'a str,
}

pub(super) fn findings(
    units: &[Unit<'_>],
    analyses: &[&PairAnalysis],
    lang: &Lang,
    terminology: &Terminology,
) -> Vec<Finding> {
    let mut places: BTreeMap<(ConceptId, Option<&str>), Vec<RenderingPlace<'_>>> = BTreeMap::new();
    for (unit, analysis) in analyses.iter().enumerate() {
        let facts = units.get(unit).map(|unit| unit.facts).unwrap_or_default();
        if facts.form.is_some_and(|form| form > 0) {
            continue;
        }
        let context = facts.context.filter(|_| analysis.is_label);
        for used in &analysis.uses {
            for rendering in &used.renderings {
                let named = RenderingPlace { unit, rendering, written: &used.written };
                places.entry((rendering.concept, context)).or_default().push(named);
            }
        }
    }
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for ((id, _), places) in places {
        let Some(names) = terminology.get(id) else { continue };
        for finding in of_concept(units, id, names, &places, lang) {
            // Several concepts may have the same names.
            if seen.insert((finding.unit, finding.key.clone())) {
                found.push(finding);
            }
        }
    }
    found
}

/// Equivalent names of a concept, with their occurrences.
struct NameGroup<'a> {
    name: &'a Name,
    places: Vec<RenderingPlace<'a>>,
}

fn of_concept(
    units: &[Unit<'_>],
    id: ConceptId,
    names: &ConceptNames,
    places: &[RenderingPlace<'_>],
    lang: &Lang,
) -> Vec<Finding> {
    let mut groups = name_groups(names, places);
    if groups.len() < 2 {
        return Vec::new();
    }
    // The name approved as preferred, then the most frequent one, then the first suggestion.
    groups.sort_by_key(|group| {
        let preferred = group.name.usage == Usage::Preferred && group.name.review == Review::Approved;
        (!preferred, Reverse(group.places.len()))
    });
    let shown = groups.iter().take(MOST_NAMES);
    let mut counts: Vec<String> =
        shown.map(|group| format!("{} {}", quote(&group.name.text), times(group.places.len()))).collect();
    if groups.len() > MOST_NAMES {
        counts.push("other names".to_owned());
    }
    let ways = format!("{} ways in this document: {}", groups.len(), join(&counts, "and"));
    let Some((chosen, others)) = groups.split_first() else { return Vec::new() };
    let mut found = Vec::new();
    for group in others {
        let own: Vec<Vec<Option<(Location, String)>>> =
            group.by_unit().map(|places| changes_at(units, places, names, chosen.name, lang)).collect();
        let all: Option<Vec<(Location, String)>> = own.iter().flatten().cloned().collect();
        for (number, (places, own)) in group.by_unit().zip(own).enumerate() {
            let is_within = number * group.places.len() < MOST_CHANGES;
            let all = all.as_ref().filter(|_| is_within && places.len() < group.places.len());
            found.push(build_finding(id, places, group, chosen, &ways, (own.into_iter().collect(), all.cloned())));
        }
    }
    found
}

fn times(count: usize) -> String {
    match count {
        1 => "once".to_owned(),
        2 => "twice".to_owned(),
        count => format!("{count} times"),
    }
}

impl<'a> NameGroup<'a> {
    /// The occurrences of each pair, which are sorted.
    fn by_unit(&self) -> impl Iterator<Item = &[RenderingPlace<'a>]> {
        self.places.chunk_by(|one, next| one.unit == next.unit)
    }
}

fn name_groups<'a>(names: &'a ConceptNames, places: &[RenderingPlace<'a>]) -> Vec<NameGroup<'a>> {
    let mut by_term: BTreeMap<TermId, Vec<RenderingPlace<'a>>> = BTreeMap::new();
    for place in places {
        by_term.entry(place.rendering.term).or_default().push(*place);
    }
    let mut groups: Vec<NameGroup<'a>> = Vec::new();
    let mut by_variant: BTreeMap<&str, usize> = BTreeMap::new();
    for (position, name) in names.target.iter().enumerate().filter(|(_, name)| is_full_form(name)) {
        let here = by_term.remove(&name.term_id).unwrap_or_default();
        if here.is_empty() && position >= MOST_COMPARED {
            continue;
        }
        let same = || groups.iter().take(MOST_COMPARED).position(|group| has_same_words(group.name, name));
        match by_variant.get(name.variant.as_str()).copied().or_else(same) {
            Some(group) => groups[group].places.extend(here),
            None => {
                by_variant.insert(&name.variant, groups.len());
                groups.push(NameGroup { name, places: here });
            }
        }
    }
    groups.retain(|group| !group.places.is_empty());
    for group in &mut groups {
        group.places.sort_by_key(|place| (place.unit, place.rendering.span));
        group.places.dedup_by_key(|place| (place.unit, place.rendering.span));
    }
    groups
}

/// Whether a name is a full form.
fn is_full_form(name: &Name) -> bool {
    !name.is_abbreviation() && name.kind != TermKind::Symbol && !crate::text::english::is_abbreviation(&name.text)
}

/// Whether the words of two names differ only in spelling, number or derivation.
fn has_same_words(one: &Name, other: &Name) -> bool {
    !one.words.is_empty()
        && one.words.len() == other.words.len()
        && one.words.iter().zip(&other.words).all(|(one, other)| one.compare(other).is_some())
}

/// For each of these occurrences in one pair, the change that replaces it by the chosen name, if its form is certain.
fn changes_at(
    units: &[Unit<'_>],
    places: &[RenderingPlace<'_>],
    names: &ConceptNames,
    chosen: &Name,
    lang: &Lang,
) -> Vec<Option<(Location, String)>> {
    let unit = places.first().and_then(|place| Some((place.unit, units.get(place.unit)?)));
    let Some((unit, pair)) = unit else { return vec![None; places.len()] };
    let text = DraftText::new(pair.target, lang);
    let change = |place: &RenderingPlace<'_>| {
        let old = names.target_name(place.rendering.term)?;
        let (span, text) = fixes::change(&text, place.rendering.span, old, chosen)?;
        Some((Location { unit, side: Side::Target, span }, text))
    };
    places.iter().map(change).collect()
}

/// A fix of one pair, and one of the whole document, if they are certain.
type Changes = (Option<Vec<(Location, String)>>, Option<Vec<(Location, String)>>);

/// The finding of the occurrences of a name in one pair.
fn build_finding(
    id: ConceptId,
    places: &[RenderingPlace<'_>],
    group: &NameGroup<'_>,
    chosen: &NameGroup<'_>,
    ways: &str,
    (own, all): Changes,
) -> Finding {
    let (unit, term) = places.first().map_or((0, ""), |place| (place.unit, place.written));
    let prefers = chosen.name.usage == Usage::Preferred && chosen.name.review == Review::Approved;
    let why =
        if prefers { "preferred by the term base" } else { "the most frequent one, or the first in the term base" };
    let message = format!("{} is translated in {ways}. {} is {why}.", quote(term), quote(&chosen.name.text));
    let parts = [term, &group.name.text, &chosen.name.text];
    let mut found = finding(Rule::TermInconsistent, Severity::Warning, message, &parts);
    found.unit = unit;
    found.target = places.iter().map(|place| place.rendering.span).collect();
    found.concept_id = Some(id);
    let title = fixes::title(&group.name.text, &chosen.name.text);
    found.fixes.extend(own.map(|own| fixes::fix(title.clone(), own)));
    let everywhere = |all: Vec<(Location, String)>| -> Fix {
        let count = all.len();
        fixes::fix(format!("{title} in all {count} places"), all)
    };
    found.fixes.extend(all.map(everywhere));
    let related = |place: &RenderingPlace<'_>, name: &Name| {
        let at = Location { unit: place.unit, side: Side::Target, span: place.rendering.span };
        Related { place: at, message: format!("here: {}", quote(&name.text)) }
    };
    let first = chosen.places.first().map(|place| related(place, chosen.name));
    let same =
        group.by_unit().filter(|places| places.iter().all(|place| place.unit != unit)).take(MOST_RELATED).flatten();
    found.related = first.into_iter().chain(same.map(|place| related(place, group.name))).take(MOST_RELATED).collect();
    found
}
