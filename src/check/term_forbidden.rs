//! The known terms of a pair in; names in the translation that are forbidden or no longer wanted out, with what to use
//! instead.
//!
//! No use: what lies in a longer known term, in a code, an address, a DOI or a quoted title, and what is an accepted name
//! of another concept the source speaks of.

use std::collections::BTreeSet;

use super::known::{Concepts, Name};
use super::note::{finding, shown};
use super::reading::Text;
use super::replace;
use crate::model::{ConceptId, Finding, Place, Rule, Severity, Side, Span, Spotted, Usage};

pub(super) fn findings(
    target: &Text<'_>,
    (in_source, in_target): (&[Spotted], &[Spotted]),
    concepts: &Concepts,
) -> Vec<Finding> {
    let spoken: BTreeSet<ConceptId> = in_source.iter().map(|spot| spot.concept_id).collect();
    let accepted = |span: Span| {
        let named = in_target.iter().filter(|spot| spot.span == span && spoken.contains(&spot.concept_id));
        named.into_iter().any(|spot| concepts.target_name(spot.concept_id, spot.term_id).is_some_and(Name::is_accepted))
    };
    let mut found: Vec<Finding> = Vec::new();
    let mut seen = BTreeSet::new();
    for spot in in_target.iter().filter(|spot| !spot.nested) {
        let Some(known) = concepts.get(spot.concept_id) else { continue };
        let Some(name) = known.target.iter().find(|name| name.term_id == spot.term_id && name.is_refused()) else {
            continue;
        };
        let spoken_of = spoken.contains(&spot.concept_id);
        let for_this = spoken_of || known.source.is_empty();
        let forbidden = name.usage == Usage::Forbidden;
        if (!for_this && !forbidden) || accepted(spot.span) || target.is_shielded(spot.span) || !seen.insert(spot.span)
        {
            continue;
        }
        let severity = if forbidden && for_this { Severity::Error } else { Severity::Warning };
        found.push(refused(target, spot, name, known.wanted(), severity, in_source));
    }
    found
}

fn refused(
    target: &Text<'_>,
    spot: &Spotted,
    name: &Name,
    wanted: Option<&Name>,
    severity: Severity,
    in_source: &[Spotted],
) -> Finding {
    let written = spot.span.of(target.text);
    let verdict = if name.usage == Usage::Forbidden { "is forbidden" } else { "is no longer to be used" };
    let instead = wanted.map_or_else(
        || "; the term base names nothing to use instead".to_owned(),
        |wanted| format!("; use {}", shown(&wanted.text)),
    );
    let message = format!("{} {verdict}{instead}.", shown(written));
    let mut found = finding(Rule::TermForbidden, severity, message, &[&name.text]);
    let same = in_source.iter().filter(|other| other.concept_id == spot.concept_id && !other.nested);
    found.source = super::note::in_order(same.map(|other| other.span).collect());
    found.target = vec![spot.span];
    found.concept_id = Some(spot.concept_id);
    if let Some(wanted) = wanted
        && let Some((span, text)) = replace::change(target, spot.span, name, wanted)
    {
        let place = Place { unit: 0, side: Side::Target, span };
        found.fixes.push(replace::fix(replace::title(written, &text), vec![(place, text)]));
    }
    found
}
