//! What the rows of a file state of their names: usage and review. Pure.

use std::collections::{BTreeMap, BTreeSet};

use super::placement::GroupReport;
use super::row::TakenRow;
use crate::exchange::Name;
use crate::model::{Lang, Review, TermKind, Usage};
use crate::text::key::Key;

/// The usage of a pair applies to its English term, or to its Japanese term if the English one was in an earlier row.
pub(super) fn keep_usage_on_one_side(rows: &mut [TakenRow<'_>]) {
    let mut english_keys: BTreeSet<String> = BTreeSet::new();
    for TakenRow { row, .. } in rows {
        if row.states_each_name {
            continue;
        }
        let english = row.english().filter(|name| name.usage.is_some());
        let keys: Vec<String> =
            english.filter_map(|name| Key::new(&name.text, &name.lang)).map(|key| key.exact).collect();
        let before = english_keys.len();
        english_keys.extend(keys);
        let fresh = english_keys.len() > before;
        let of_pair: Vec<Usage> = row.english().filter_map(|name| name.usage).collect();
        let is_of_pair = |name: &Name| name.usage.is_some_and(|usage| of_pair.contains(&usage));
        for name in row.names.iter_mut().filter(|name| fresh && name.lang.is_japanese() && is_of_pair(name)) {
            name.usage = None;
        }
    }
}

/// Moves the ban of a pair from its Japanese to its English term, where the Japanese one is used in another pair: of
/// `joint research = 共同研究` approved and `co-research = 共同研究` forbidden, it is `co-research` that must not be used.
/// `is_used` says whether a Japanese term, given its key, has other English in the base.
pub(super) fn keep_ban_off_used_terms(rows: &mut [TakenRow<'_>], is_used: impl Fn(&str) -> bool) {
    let key = |name: &Name| Key::new(&name.text, &name.lang).map(|key| key.exact);
    let is_ban = |usage: Option<Usage>| matches!(usage, Some(Usage::Forbidden | Usage::Deprecated));
    let mut used: BTreeSet<String> = BTreeSet::new();
    for TakenRow { row, .. } in rows.iter() {
        let is_welcome = |name: &&Name| !is_ban(name.usage) && name.review != Some(Review::Rejected);
        // A row whose English is banned says nothing for its Japanese.
        if row.english().all(|name| is_welcome(&name)) && row.english().next().is_some() {
            used.extend(row.japanese().filter(is_welcome).filter_map(key));
        }
    }
    for TakenRow { row, .. } in rows.iter_mut().filter(|taken| !taken.row.states_each_name) {
        if row.english().next().is_none() || row.english().any(|name| name.usage.is_some()) {
            continue;
        }
        let is_other = |name: &Name| key(name).is_some_and(|key| used.contains(&key) || is_used(&key));
        let mut moved = None;
        for name in row.names.iter_mut().filter(|name| name.lang.is_japanese() && is_ban(name.usage)) {
            if is_other(name) {
                moved = moved.max(name.usage.take());
            }
        }
        for name in row.names.iter_mut().filter(|name| name.lang.is_english()) {
            name.usage = moved.or(name.usage);
        }
    }
}

/// What the file states of a name: the first usage counts, and a name approved in one pair is approved.
pub(super) struct Stated {
    /// The row of the group that states it, from 0.
    pub(super) at: usize,
    /// Whether to use it.
    pub(super) usage: Option<Usage>,
    /// Whether it was looked at.
    pub(super) review: Option<Review>,
}

/// Usage and review state that the file states for each name, by language and key. A second usage of a name is told to
/// `report`.
pub(super) fn stated_usages(rows: &[TakenRow<'_>], report: &mut GroupReport<'_>) -> BTreeMap<(Lang, String), Stated> {
    let mut usages: BTreeMap<(Lang, String), Stated> = BTreeMap::new();
    let mut first: BTreeMap<(Lang, String), (usize, Usage)> = BTreeMap::new();
    for (at, name) in rows.iter().enumerate().flat_map(|(at, taken)| taken.row.names.iter().map(move |name| (at, name)))
    {
        let Some(key) = Key::new(&name.text, &name.lang) else { continue };
        let key = (name.lang.clone(), key.exact);
        let stated = usages.entry(key.clone()).or_insert(Stated { at, usage: None, review: None });
        match (name.usage, first.get(&key)) {
            (Some(usage), Some((earlier, said))) if usage != *said => {
                report.contradicts(at, *earlier, &name.text, (*said, usage));
            }
            (Some(usage), None) => {
                first.insert(key, (at, usage));
                // The first name of a row is preferred anyway, so `preferred` matters only for an abbreviation or a variant.
                let is_second = matches!(name.kind, TermKind::Abbreviation | TermKind::Variant);
                stated.usage = (usage != Usage::Preferred || is_second).then_some(usage);
                stated.at = at;
            }
            _ => {}
        }
        // The difference between candidate and suggested depends on the evidence.
        match name.review {
            Some(Review::Approved) => stated.review = name.review,
            Some(Review::Rejected) => stated.review = stated.review.or(name.review),
            Some(Review::Candidate | Review::Suggested) | None => {}
        }
    }
    usages.retain(|_, stated| stated.usage.is_some() || stated.review.is_some());
    usages
}
