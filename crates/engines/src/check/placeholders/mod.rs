//! Rule `placeholders`: placeholders of programs that the translation lacks, adds, changes or puts in another order.
//!
//! `%s`, `%1$d`, `%(name)s`, `{0}`, `{name:.2f}`, `${x}`, `{{ x }}`. Width, precision and spaces inside are the translator's
//! choice. Arguments without a number are counted: `%s of %d` may become `%2$d … %1$s`, but not `%d … %s`.

mod scan;

use super::Unit;
use super::difference::{Difference, Item, listed};
use super::finding::{finding, sorted_spans};
use super::fixes;
use super::wording::quote;
use crate::model::{Finding, Location, Rule, Severity, Side};
use scan::{Placeholder, scan};

pub(super) fn findings(unit: Unit<'_>) -> Option<Finding> {
    let (source, target) = (scan(unit.source), scan(unit.target));
    if source.is_empty() && target.is_empty() {
        return None;
    }
    let is_counted = |found: &[Placeholder]| found.iter().all(|found| found.position.is_none() || !found.is_implicit);
    // Without numbers on either side, the kinds say what is lost; the order is compared after that.
    let by_kind = !is_counted(&source) && !is_counted(&target);
    let items = |found: &[Placeholder]| -> Vec<Item> {
        found
            .iter()
            .map(|found| Item { span: Some(found.span), key: found.key(by_kind), written: found.written.clone() })
            .collect()
    };
    let (sources, targets) = (items(&source), items(&target));
    let difference =
        if by_kind { Difference::of_counts(&sources, &targets) } else { Difference::of_names(&sources, &targets) };
    if difference.is_empty() {
        return order(unit, &source, &target);
    }
    let (lost, added) = (&difference.lost, &difference.added);
    // The form for one thing may say `one` where the others have a number.
    if unit.facts.is_singular && lost.len() + added.len() == 1 {
        return None;
    }
    let message = difference.message("placeholder");
    let parts: Vec<&str> = lost.iter().chain(added).map(|item| item.key.as_str()).collect();
    let mut found = finding(Rule::Placeholders, Severity::Warning, message, &parts);
    found.source = sorted_spans(lost.iter().filter_map(|item| item.span).collect());
    found.target = sorted_spans(added.iter().filter_map(|item| item.span).collect());
    if let ([lost], [added]) = (lost.as_slice(), added.as_slice())
        && let Some(span) = added.span
    {
        let place = Location { unit: 0, side: Side::Target, span };
        found.fixes.push(fixes::fix(fixes::title(&added.written, &lost.written), vec![(place, lost.written.clone())]));
    }
    Some(found)
}

/// Whether a text has any placeholder.
pub(super) fn are_in(text: &str) -> bool {
    !scan(text).is_empty()
}

/// The finding of arguments without a number that stand in another order.
fn order(unit: Unit<'_>, source: &[Placeholder], target: &[Placeholder]) -> Option<Finding> {
    let kinds = |found: &[Placeholder]| -> Vec<String> {
        found.iter().filter(|found| found.is_implicit).map(|found| found.key(true)).collect()
    };
    let (before, after) = (kinds(source), kinds(target));
    if before == after || before.len() != after.len() {
        return None;
    }
    let written: Vec<String> =
        target.iter().filter(|found| found.is_implicit).map(|found| quote(&found.written)).collect();
    let message = format!(
        "The placeholders stand in another order, {}, and get each other's values. Number them: {}.",
        listed(&written),
        quote("%2$s")
    );
    let mut found = finding(Rule::Placeholders, Severity::Warning, message, &[unit.source, unit.target]);
    let spans = |found: &[Placeholder]| {
        sorted_spans(found.iter().filter(|found| found.is_implicit).map(|found| found.span).collect())
    };
    (found.source, found.target) = (spans(source), spans(target));
    Some(found)
}
