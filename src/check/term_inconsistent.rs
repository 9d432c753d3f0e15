//! The facts of a document in; terms that are rendered by more than one accepted name out, place by place, with what most
//! places or the term base prefer.
//!
//! Names that differ in spelling or number alone are one; an abbreviation after its full form is the same name said short.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::facts::Facts;
use super::known::{Concepts, Known, Name};
use super::note::{finding, listed, shown};
use super::reading::Text;
use super::uses::Rendering;
use super::{Unit, replace};
use crate::model::{ConceptId, Finding, Fix, Lang, Place, Related, Review, Rule, Severity, Side, TermKind, Usage};

/// The most other places a finding shows.
const MOST_RELATED: usize = 8;

/// A place where a concept is named.
#[derive(Clone, Copy)]
struct Named<'a> {
    unit: usize,
    rendering: &'a Rendering,
    written: &'a str,
}

pub(super) fn findings(units: &[Unit<'_>], facts: &[&Facts], lang: &Lang, concepts: &Concepts) -> Vec<Finding> {
    let mut places: BTreeMap<ConceptId, Vec<Named<'_>>> = BTreeMap::new();
    for (unit, facts) in facts.iter().enumerate() {
        for used in &facts.uses {
            for rendering in &used.renderings {
                let named = Named { unit, rendering, written: &used.written };
                places.entry(rendering.concept).or_default().push(named);
            }
        }
    }
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (id, places) in places {
        let Some(known) = concepts.get(id) else { continue };
        for finding in of_concept(units, id, known, &places, lang) {
            // RenderingSide concepts may have the same names.
            if seen.insert((finding.unit, finding.key.clone())) {
                found.push(finding);
            }
        }
    }
    found
}

/// The names of a concept that are in use, each with its places; names that are one stand together.
struct Way<'a> {
    name: &'a Name,
    places: Vec<Named<'a>>,
}

fn of_concept(units: &[Unit<'_>], id: ConceptId, known: &Known, places: &[Named<'_>], lang: &Lang) -> Vec<Finding> {
    let mut ways = ways(known, places);
    if ways.len() < 2 {
        return Vec::new();
    }
    // What a person prefers, then what most places have, then what is offered first.
    ways.sort_by_key(|way| {
        let preferred = way.name.usage == Usage::Preferred && way.name.review == Review::Approved;
        (!preferred, Reverse(way.places.len()))
    });
    let counts: Vec<String> =
        ways.iter().map(|way| format!("{} {}", shown(&way.name.text), times(way.places.len()))).collect();
    let Some((chosen, others)) = ways.split_first() else { return Vec::new() };
    let mut found = Vec::new();
    for way in others {
        let all: Vec<Option<(Place, String)>> =
            way.places.iter().map(|place| changed(units, place, known, chosen.name, lang)).collect();
        let units_of: BTreeSet<usize> = way.places.iter().map(|place| place.unit).collect();
        for unit in units_of {
            found.push(one(unit, id, way, chosen, &counts, &all));
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

fn ways<'a>(known: &'a Known, places: &[Named<'a>]) -> Vec<Way<'a>> {
    let mut ways: Vec<Way<'a>> = Vec::new();
    for name in known.target.iter().filter(|name| is_full(name)) {
        let here = || places.iter().filter(|place| place.rendering.term == name.term_id).copied();
        match ways.iter_mut().find(|way| are_one(way.name, name)) {
            Some(way) => way.places.extend(here()),
            None => ways.push(Way { name, places: here().collect() }),
        }
    }
    ways.retain(|way| !way.places.is_empty());
    for way in &mut ways {
        way.places.sort_by_key(|place| (place.unit, place.rendering.span));
        way.places.dedup_by_key(|place| (place.unit, place.rendering.span));
    }
    ways
}

/// Whether a name is one said in full.
fn is_full(name: &Name) -> bool {
    !name.is_short() && name.kind != TermKind::Symbol && !crate::text::english::is_abbreviation(&name.text)
}

/// Whether two names differ in spelling, number or derivation alone.
fn are_one(one: &Name, other: &Name) -> bool {
    let same_words = !one.words.is_empty()
        && one.words.len() == other.words.len()
        && one.words.iter().zip(&other.words).all(|(one, other)| one.likeness(other).is_some());
    one.variant == other.variant || same_words
}

/// The change that puts the chosen name where another stands, where that is certain.
fn changed(
    units: &[Unit<'_>],
    place: &Named<'_>,
    known: &Known,
    chosen: &Name,
    lang: &Lang,
) -> Option<(Place, String)> {
    let text = Text::new(units.get(place.unit)?.target, lang);
    let old = known.target.iter().find(|name| name.term_id == place.rendering.term)?;
    let (span, text) = replace::change(&text, place.rendering.span, old, chosen)?;
    Some((Place { unit: place.unit, side: Side::Target, span }, text))
}

fn one(
    unit: usize,
    id: ConceptId,
    way: &Way<'_>,
    chosen: &Way<'_>,
    counts: &[String],
    changes: &[Option<(Place, String)>],
) -> Finding {
    let here = || way.places.iter().filter(|place| place.unit == unit);
    let term = here().next().map(|place| place.written).unwrap_or_default();
    let prefers = chosen.name.usage == Usage::Preferred && chosen.name.review == Review::Approved;
    let why =
        if prefers { "what the term base prefers" } else { "what most of them have, or the term base names first" };
    let message = format!(
        "{} is rendered in {} ways in this document: {}; {} is {why}.",
        shown(term),
        counts.len(),
        listed(counts, "and"),
        shown(&chosen.name.text)
    );
    let parts = [term, &way.name.text, &chosen.name.text];
    let mut found = finding(Rule::TermInconsistent, Severity::Warning, message, &parts);
    found.unit = unit;
    found.target = here().map(|place| place.rendering.span).collect();
    found.concept_id = Some(id);
    let own: Option<Vec<(Place, String)>> = way
        .places
        .iter()
        .zip(changes)
        .filter(|(place, _)| place.unit == unit)
        .map(|(_, change)| change.clone())
        .collect();
    let all: Option<Vec<(Place, String)>> = changes.iter().cloned().collect();
    let title = replace::title(&way.name.text, &chosen.name.text);
    let elsewhere = way.places.iter().any(|place| place.unit != unit);
    found.fixes.extend(own.map(|own| replace::fix(title.clone(), own)));
    let everywhere = |all: Vec<(Place, String)>| -> Fix {
        let count = all.len();
        replace::fix(format!("{title} in all {count} places"), all)
    };
    found.fixes.extend(all.filter(|_| elsewhere).map(everywhere));
    let related = |place: &Named<'_>, name: &Name| {
        let at = Place { unit: place.unit, side: Side::Target, span: place.rendering.span };
        Related { place: at, message: format!("here {}", shown(&name.text)) }
    };
    let first = chosen.places.first().map(|place| related(place, chosen.name));
    let same = way.places.iter().filter(|place| place.unit != unit).map(|place| related(place, way.name));
    found.related = first.into_iter().chain(same).take(MOST_RELATED).collect();
    found
}
