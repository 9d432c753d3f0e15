//! The facts of a draft in; source texts that are translated in more than one way out.

use std::collections::{BTreeMap, BTreeSet};

use super::Unit;
use super::facts::Facts;
use super::note::{finding, shown};
use crate::model::{Finding, Fix, Place, Related, Replaced, Rule, Severity, Side, Span};

/// The most other places a finding shows.
const MOST_RELATED: usize = 5;

/// One finding for each pair whose translation is not the one most pairs of its source text have; of equals the first counts.
pub(super) fn findings(units: &[Unit<'_>], facts: &[&Facts]) -> Vec<Finding> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, facts) in facts.iter().enumerate().filter(|(_, facts)| facts.is_translated) {
        groups.entry(facts.source_form.as_str()).or_default().push(at);
    }
    let mut found = Vec::new();
    for group in groups.values().filter(|group| group.len() > 1) {
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for at in group {
            let count = counts.entry(facts[*at].target_form.as_str()).or_insert((0, *at));
            count.0 += 1;
        }
        if counts.len() < 2 {
            continue;
        }
        let chosen = counts.iter().max_by_key(|(_, (count, first))| (*count, std::cmp::Reverse(*first)));
        let Some((chosen, (count, first))) = chosen else { continue };
        let others = group.iter().filter(|at| facts[**at].target_form != **chosen);
        found.extend(others.map(|at| other(units, facts, group, *at, (*first, *count, counts.len()))));
    }
    found
}

fn other(
    units: &[Unit<'_>],
    facts: &[&Facts],
    group: &[usize],
    at: usize,
    (first, count, ways): (usize, usize, usize),
) -> Finding {
    let (unit, chosen) = (&units[at], &units[first]);
    // A label or heading may well read otherwise elsewhere.
    let severity = if facts[at].is_label { Severity::Information } else { Severity::Warning };
    let message = format!(
        "{} is translated in {ways} ways in this draft; {count} of {} times it is {}.",
        shown(unit.source),
        group.len(),
        shown(chosen.target)
    );
    let mut found = finding(Rule::SourceInconsistent, severity, message, &[unit.source, unit.target]);
    found.unit = at;
    found.source = vec![Span::new(0, unit.source.len())];
    found.target = vec![Span::new(0, unit.target.len())];
    let place = |at: usize| Place { unit: at, side: Side::Target, span: Span::new(0, units[at].target.len()) };
    let change = Replaced { place: place(at), text: chosen.target.to_owned() };
    found.fixes = vec![Fix { title: format!("Translate as {}", shown(chosen.target)), changes: vec![change] }];
    let mut seen = BTreeSet::from([facts[at].target_form.as_str()]);
    let related = std::iter::once(&first).chain(group).filter(|other| seen.insert(facts[**other].target_form.as_str()));
    let shown_there =
        |other: &usize| Related { place: place(*other), message: format!("here {}", shown(units[*other].target)) };
    found.related = related.take(MOST_RELATED).map(shown_there).collect();
    found
}
