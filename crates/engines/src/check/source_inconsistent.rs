//! Rule `source_inconsistent`: the same source text is translated in more than one way.

use std::collections::{BTreeMap, BTreeSet};

use super::Unit;
use super::analysis::PairAnalysis;
use super::finding::finding;
use super::wording::quote;
use crate::model::{Finding, Fix, Location, Related, Replaced, Rule, Severity, Side, Span};

/// The largest number of other occurrences in a finding.
const MOST_RELATED: usize = 5;

/// One finding for each pair whose translation is not the most frequent one of its source text; of equally frequent ones, the
/// first is taken.
pub(super) fn findings(units: &[Unit<'_>], analyses: &[&PairAnalysis]) -> Vec<Finding> {
    let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, analysis) in analyses.iter().enumerate().filter(|(_, analysis)| analysis.is_translated) {
        groups.entry(analysis.source_form.as_str()).or_default().push(at);
    }
    let mut found = Vec::new();
    for group in groups.values().filter(|group| group.len() > 1) {
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for at in group {
            let count = counts.entry(analyses[*at].target_form.as_str()).or_insert((0, *at));
            count.0 += 1;
        }
        if counts.len() < 2 {
            continue;
        }
        let chosen = counts.iter().max_by_key(|(_, (count, first))| (*count, std::cmp::Reverse(*first)));
        let Some((chosen, (count, first))) = chosen else { continue };
        let others = group.iter().filter(|at| analyses[**at].target_form != **chosen);
        found.extend(others.map(|at| disagreement(units, analyses, group, *at, (*first, *count, counts.len()))));
    }
    found
}

fn disagreement(
    units: &[Unit<'_>],
    analyses: &[&PairAnalysis],
    group: &[usize],
    at: usize,
    (first, count, ways): (usize, usize, usize),
) -> Finding {
    let (unit, chosen) = (&units[at], &units[first]);
    // A label or heading may well be translated differently elsewhere.
    let severity = if analyses[at].is_label { Severity::Information } else { Severity::Warning };
    let message = format!(
        "{} is translated in {ways} ways in this draft; {count} of {} times as {}.",
        quote(unit.source),
        group.len(),
        quote(chosen.target)
    );
    let mut found = finding(Rule::SourceInconsistent, severity, message, &[unit.source, unit.target]);
    found.unit = at;
    found.source = vec![Span::new(0, unit.source.len())];
    found.target = vec![Span::new(0, unit.target.len())];
    let place = |at: usize| Location { unit: at, side: Side::Target, span: Span::new(0, units[at].target.len()) };
    let change = Replaced { place: place(at), text: chosen.target.to_owned() };
    found.fixes = vec![Fix { title: format!("Translate as {}", quote(chosen.target)), changes: vec![change] }];
    let mut seen = BTreeSet::from([analyses[at].target_form.as_str()]);
    let related =
        std::iter::once(&first).chain(group).filter(|other| seen.insert(analyses[**other].target_form.as_str()));
    let quote_there =
        |other: &usize| Related { place: place(*other), message: format!("here: {}", quote(units[*other].target)) };
    found.related = related.take(MOST_RELATED).map(quote_there).collect();
    found
}
