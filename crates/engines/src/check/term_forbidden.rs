//! Rule `term_forbidden`: forbidden and deprecated names in the translation, with the name to use instead.
//!
//! Exempt are names nested in a longer term, in a code, an address, a DOI or a quoted title, and names that are accepted for
//! another concept in the source.

use std::collections::BTreeSet;

use super::finding::finding;
use super::fixes;
use super::terminology::{Name, Terminology};
use super::text::DraftText;
use super::wording::quote;
use crate::model::{ConceptId, Finding, Location, Rule, Severity, Side, Span, Spotted, Usage};

/// The largest number of occurrences in the source that a finding points at.
const MOST_SOURCE_SPANS: usize = 100;

pub(super) fn findings(
    target: &DraftText<'_>,
    (in_source, in_target): (&[Spotted], &[Spotted]),
    terminology: &Terminology,
) -> Vec<Finding> {
    let in_source_concepts: BTreeSet<ConceptId> = in_source.iter().map(|spot| spot.concept_id).collect();
    let accepted: BTreeSet<Span> = in_target
        .iter()
        .filter(|spot| in_source_concepts.contains(&spot.concept_id))
        .filter(|spot| terminology.target_name(spot.concept_id, spot.term_id).is_some_and(Name::is_accepted))
        .map(|spot| spot.span)
        .collect();
    let mut found: Vec<Finding> = Vec::new();
    let mut seen = BTreeSet::new();
    for spot in in_target.iter().filter(|spot| !spot.nested) {
        let Some(names) = terminology.get(spot.concept_id) else { continue };
        let Some(name) = names.target_name(spot.term_id).filter(|name| name.is_discouraged()) else { continue };
        let is_in_source = in_source_concepts.contains(&spot.concept_id);
        let applies = is_in_source || names.source.is_empty();
        let is_forbidden = name.usage == Usage::Forbidden;
        if (!applies && !is_forbidden)
            || accepted.contains(&spot.span)
            || target.is_shielded(spot.span)
            || !seen.insert(spot.span)
        {
            continue;
        }
        let severity = if is_forbidden && applies { Severity::Error } else { Severity::Warning };
        found.push(discouraged_name(target, spot, name, names.recommended(), severity, in_source));
    }
    found
}

fn discouraged_name(
    target: &DraftText<'_>,
    spot: &Spotted,
    name: &Name,
    recommended: Option<&Name>,
    severity: Severity,
    in_source: &[Spotted],
) -> Finding {
    let written = spot.span.of(target.text);
    let verdict = if name.usage == Usage::Forbidden { "is forbidden" } else { "is deprecated" };
    let instead = recommended
        .map_or_else(|| "; the term base has no other name".to_owned(), |name| format!("; use {}", quote(&name.text)));
    let message = format!("{} {verdict}{instead}.", quote(written));
    let mut found = finding(Rule::TermForbidden, severity, message, &[&name.text]);
    let same = in_source.iter().filter(|other| other.concept_id == spot.concept_id && !other.nested);
    found.source = super::finding::sorted_spans(same.take(MOST_SOURCE_SPANS).map(|other| other.span).collect());
    found.target = vec![spot.span];
    found.concept_id = Some(spot.concept_id);
    if let Some(recommended) = recommended
        && let Some((span, text)) = fixes::change(target, spot.span, name, recommended)
    {
        let place = Location { unit: 0, side: Side::Target, span };
        found.fixes.push(fixes::fix(fixes::title(written, &text), vec![(place, text)]));
    }
    found
}
