//! Rule `source_inconsistent`: the same source text is translated in more than one way.
//!
//! Texts in different contexts, and the plural forms of a message, are not compared with each other. Where only the names of
//! the units in their file differ (`menu.open`, `state.open`), a different translation may be meant: it is worth a look, and
//! nothing is corrected.

use std::collections::BTreeMap;

use super::Unit;
use super::analysis::PairAnalysis;
use super::finding::finding;
use super::wording::quote;
use crate::model::{Finding, Fix, Location, Related, Replaced, Rule, Severity, Side, Span};

/// The largest number of other occurrences in a finding.
const MOST_RELATED: usize = 5;

/// One finding for each pair whose translation is not the most frequent one of its source text; of equally frequent ones, the
/// first without a finding of its own is taken.
pub(super) fn findings(units: &[Unit<'_>], analyses: &[&PairAnalysis]) -> Vec<Finding> {
    type Sense<'a> = (&'a str, Option<&'a str>, Option<usize>);
    let mut groups: BTreeMap<Sense<'_>, Vec<usize>> = BTreeMap::new();
    for (at, analysis) in analyses.iter().enumerate().filter(|(_, analysis)| analysis.is_translated) {
        let facts = units.get(at).map(|unit| unit.facts).unwrap_or_default();
        groups.entry((analysis.source_form.as_str(), facts.context, facts.form)).or_default().push(at);
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
        let is_sound = |at: usize| !analyses[at].findings.iter().any(|finding| finding.severity <= Severity::Warning);
        let rank = |(count, first): (usize, usize)| (count, is_sound(first), std::cmp::Reverse(first));
        let chosen = counts.iter().max_by_key(|(_, counted)| rank(**counted));
        let Some((chosen, (count, first))) = chosen else { continue };
        // Nothing is corrected into a translation that has something wrong itself.
        let is_proven = is_sound(*first);
        let chosen_one =
            ChosenTranslation { first: *first, count: *count, is_proven, of: group.len(), ways: counts.len() };
        // One translation more than is listed, because a finding leaves out its own.
        let mut firsts: Vec<usize> = counts.values().map(|(_, at)| *at).filter(|at| at != first).collect();
        firsts.sort_unstable();
        firsts.insert(0, *first);
        firsts.truncate(MOST_RELATED + 1);
        let others = group.iter().filter(|at| analyses[**at].target_form != **chosen);
        found.extend(others.map(|at| disagreement(units, analyses, &firsts, *at, &chosen_one)));
    }
    found
}

/// The translation that the others are held against.
struct ChosenTranslation {
    /// The first pair that has it.
    first: usize,
    /// How many pairs have it, of how many, with how many different translations.
    count: usize,
    of: usize,
    ways: usize,
    /// Whether nothing is wrong with it.
    is_proven: bool,
}

/// The finding of one pair; `firsts` are pairs with different translations, the first for each.
fn disagreement(
    units: &[Unit<'_>],
    analyses: &[&PairAnalysis],
    firsts: &[usize],
    at: usize,
    ChosenTranslation { first, count, of, ways, is_proven }: &ChosenTranslation,
) -> Finding {
    let (unit, chosen) = (&units[at], &units[*first]);
    // A label or heading may well be translated differently elsewhere.
    let is_named_otherwise = is_name(unit.facts.key) && is_name(chosen.facts.key) && unit.facts.key != chosen.facts.key;
    let severity = if analyses[at].is_label || is_named_otherwise { Severity::Information } else { Severity::Warning };
    let message = format!(
        "{} is translated in {ways} ways in this draft; {count} of {of} times as {}.",
        quote(unit.source),
        quote(chosen.target)
    );
    let mut found = finding(Rule::SourceInconsistent, severity, message, &[unit.source, unit.target]);
    found.unit = at;
    found.source = vec![Span::new(0, unit.source.len())];
    found.target = vec![Span::new(0, unit.target.len())];
    let place = |at: usize| Location { unit: at, side: Side::Target, span: Span::new(0, units[at].target.len()) };
    let change = Replaced { place: place(at), text: chosen.target.to_owned() };
    if !is_named_otherwise && *is_proven {
        found.fixes = vec![Fix { title: format!("Translate as {}", quote(chosen.target)), changes: vec![change] }];
    }
    let related = firsts.iter().filter(|other| analyses[**other].target_form != analyses[at].target_form);
    let quote_there =
        |other: &usize| Related { place: place(*other), message: format!("here: {}", quote(units[*other].target)) };
    found.related = related.take(MOST_RELATED).map(quote_there).collect();
    found
}

/// Whether the key of a unit is a name somebody has given it, such as `menu.open`: words, and not a number or a checksum.
fn is_name(key: Option<&str>) -> bool {
    let Some(key) = key else { return false };
    let letters = key.chars().filter(|c| c.is_alphabetic()).count();
    let digits = key.chars().filter(char::is_ascii_digit).count();
    let is_checksum = key.len() >= 16 && key.chars().all(|c| c.is_ascii_hexdigit() || c == '-');
    letters >= 3 && letters > 2 * digits && !is_checksum
}
