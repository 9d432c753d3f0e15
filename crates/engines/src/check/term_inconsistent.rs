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
use super::terminology::{ConceptNames, Name, Terminology};
use super::text::DraftText;
use super::wording::{join, quote};
use super::{Unit, fixes};
use crate::model::{ConceptId, Finding, Fix, Lang, Location, Related, Review, Rule, Severity, Side, TermKind, Usage};

/// The largest number of other occurrences in a finding.
const MOST_RELATED: usize = 8;

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
    let counts: Vec<String> =
        groups.iter().map(|group| format!("{} {}", quote(&group.name.text), times(group.places.len()))).collect();
    let Some((chosen, others)) = groups.split_first() else { return Vec::new() };
    let mut found = Vec::new();
    for group in others {
        let all: Vec<Option<(Location, String)>> =
            group.places.iter().map(|place| change_at(units, place, names, chosen.name, lang)).collect();
        let units_of: BTreeSet<usize> = group.places.iter().map(|place| place.unit).collect();
        for unit in units_of {
            found.push(build_finding(unit, id, group, chosen, &counts, &all));
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

fn name_groups<'a>(names: &'a ConceptNames, places: &[RenderingPlace<'a>]) -> Vec<NameGroup<'a>> {
    let mut groups: Vec<NameGroup<'a>> = Vec::new();
    for name in names.target.iter().filter(|name| is_full_form(name)) {
        let here = || places.iter().filter(|place| place.rendering.term == name.term_id).copied();
        match groups.iter_mut().find(|group| are_equivalent(group.name, name)) {
            Some(group) => group.places.extend(here()),
            None => groups.push(NameGroup { name, places: here().collect() }),
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

/// Whether two names differ only in spelling, number or derivation.
fn are_equivalent(one: &Name, other: &Name) -> bool {
    let same_words = !one.words.is_empty()
        && one.words.len() == other.words.len()
        && one.words.iter().zip(&other.words).all(|(one, other)| one.compare(other).is_some());
    one.variant == other.variant || same_words
}

/// The change that replaces another name by the chosen one, if its form is certain.
fn change_at(
    units: &[Unit<'_>],
    place: &RenderingPlace<'_>,
    names: &ConceptNames,
    chosen: &Name,
    lang: &Lang,
) -> Option<(Location, String)> {
    let text = DraftText::new(units.get(place.unit)?.target, lang);
    let old = names.target.iter().find(|name| name.term_id == place.rendering.term)?;
    let (span, text) = fixes::change(&text, place.rendering.span, old, chosen)?;
    Some((Location { unit: place.unit, side: Side::Target, span }, text))
}

fn build_finding(
    unit: usize,
    id: ConceptId,
    group: &NameGroup<'_>,
    chosen: &NameGroup<'_>,
    counts: &[String],
    changes: &[Option<(Location, String)>],
) -> Finding {
    let here = || group.places.iter().filter(|place| place.unit == unit);
    let term = here().next().map(|place| place.written).unwrap_or_default();
    let prefers = chosen.name.usage == Usage::Preferred && chosen.name.review == Review::Approved;
    let why =
        if prefers { "preferred by the term base" } else { "the most frequent one, or the first in the term base" };
    let message = format!(
        "{} is translated in {} ways in this document: {}. {} is {why}.",
        quote(term),
        counts.len(),
        join(counts, "and"),
        quote(&chosen.name.text)
    );
    let parts = [term, &group.name.text, &chosen.name.text];
    let mut found = finding(Rule::TermInconsistent, Severity::Warning, message, &parts);
    found.unit = unit;
    found.target = here().map(|place| place.rendering.span).collect();
    found.concept_id = Some(id);
    let own: Option<Vec<(Location, String)>> = group
        .places
        .iter()
        .zip(changes)
        .filter(|(place, _)| place.unit == unit)
        .map(|(_, change)| change.clone())
        .collect();
    let all: Option<Vec<(Location, String)>> = changes.iter().cloned().collect();
    let title = fixes::title(&group.name.text, &chosen.name.text);
    let elsewhere = group.places.iter().any(|place| place.unit != unit);
    found.fixes.extend(own.map(|own| fixes::fix(title.clone(), own)));
    let everywhere = |all: Vec<(Location, String)>| -> Fix {
        let count = all.len();
        fixes::fix(format!("{title} in all {count} places"), all)
    };
    found.fixes.extend(all.filter(|_| elsewhere).map(everywhere));
    let related = |place: &RenderingPlace<'_>, name: &Name| {
        let at = Location { unit: place.unit, side: Side::Target, span: place.rendering.span };
        Related { place: at, message: format!("here: {}", quote(&name.text)) }
    };
    let first = chosen.places.first().map(|place| related(place, chosen.name));
    let same = group.places.iter().filter(|place| place.unit != unit).map(|place| related(place, group.name));
    found.related = first.into_iter().chain(same).take(MOST_RELATED).collect();
    found
}
