//! Groups the claims of a release by what they are about. Pure.
//!
//! An entry, its aliases and its definition form a group, which links with the same Japanese name join. Links that
//! belong to no entry form groups of their own if they are certain enough.

use std::collections::BTreeMap;

use super::claim::{ClaimedDefinition, Group};
use super::confidence::OFFERED;
use super::definitions::definitions_disagree;
use super::names;
use crate::model::{Entry, EvidenceMethod, Extraction, Link, Method, Relation};

/// A definition is compared with at most this many of the same name before it.
const MOST_COMPARED: usize = 16;

/// The claims of a release in groups, in the order of the text.
#[must_use]
pub(in crate::app) fn groups(found: &Extraction, links: &[Link]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    // The exact keys of the names in entries, each with the index of its group.
    let mut named: BTreeMap<String, usize> = BTreeMap::new();
    // The group of each entry.
    let mut of_entries: Vec<Option<usize>> = Vec::with_capacity(found.entries.len());
    let linked = names::LinkedNames::of(links);
    for (index, entry) in found.entries.iter().enumerate() {
        let claims = names::of_entry(entry, index, &linked);
        let Some(leading) = claims.iter().find(|claim| claim.lang.is_japanese()).or_else(|| claims.first()) else {
            of_entries.push(None);
            continue;
        };
        let existing = named.get(&leading.key.exact).copied().filter(|group| agrees(&groups[*group], entry));
        let place = existing.unwrap_or(groups.len());
        of_entries.push(Some(place));
        if existing.is_none() {
            groups.push(Group::default());
        }
        for claim in claims.iter().filter(|claim| claim.lang.is_japanese() && claim.method == EvidenceMethod::Entry) {
            named.entry(claim.key.exact.clone()).or_insert(place);
        }
        groups[place].claims.extend(claims);
        if !entry.definition.is_empty() {
            let lang = entry.lang.clone();
            groups[place].definitions.push(ClaimedDefinition {
                lang,
                text: entry.definition.clone(),
                entry: Some(index),
                origin: None,
            });
        }
    }
    let mut apart: BTreeMap<String, usize> = BTreeMap::new();
    for (index, link) in links.iter().enumerate() {
        if !matches!(link.relation, Relation::Equivalent | Relation::AbbreviationOf) {
            continue;
        }
        let Some(ja) = names::of_link(link, index, false) else { continue };
        let Some(en) = names::of_link(link, index, true) else { continue };
        // A pair of entries is about its own entry, whatever other entries are named.
        let paired = link.entry.filter(|_| link.method == Method::PairedEntry && link.confidence >= OFFERED);
        let paired = paired.and_then(|entry| of_entries.get(entry).copied().flatten());
        let place = match paired.as_ref().or_else(|| named.get(&ja.key.exact)) {
            Some(place) => *place,
            None if link.confidence < OFFERED => continue,
            None => *apart.entry(ja.key.exact.clone()).or_insert_with(|| {
                groups.push(Group::default());
                groups.len() - 1
            }),
        };
        let claims = &mut groups[place].claims;
        claims.push(ja);
        claims.push(en);
        claims.extend(names::abbreviation_of(link, index));
    }
    groups
}

/// Whether an entry with a name that already has a group can mean the same thing.
fn agrees(group: &Group, entry: &Entry) -> bool {
    let known = group.definitions.iter().take(MOST_COMPARED);
    !known.into_iter().any(|known| definitions_disagree(&known.text, &entry.definition))
}
