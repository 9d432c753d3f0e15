//! What both sides of a pair should have alike, and what one of them lacks.

use std::collections::BTreeMap;

use super::wording::{join, quote};
use crate::model::Span;

/// The most things named in a message.
const MOST_NAMED: usize = 4;

/// A part of a text that the other side should have too.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// Where it stands; none for a code of the file format, which stands beside the text.
    pub(super) span: Option<Span>,
    /// What it is compared by.
    pub(super) key: String,
    /// As it is written.
    pub(super) written: String,
}

/// What the translation lacks, and what only it has.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Difference {
    pub(super) lost: Vec<Item>,
    pub(super) added: Vec<Item>,
}

impl Difference {
    /// Compares how often each key occurs.
    pub(super) fn of_counts(source: &[Item], target: &[Item]) -> Self {
        Self { lost: excess(source, target), added: excess(target, source) }
    }

    /// Compares which keys occur at all.
    pub(super) fn of_names(source: &[Item], target: &[Item]) -> Self {
        let missing = |these: &[Item], those: &[Item]| {
            let known: std::collections::BTreeSet<&str> = those.iter().map(|item| item.key.as_str()).collect();
            these.iter().filter(|item| !known.contains(item.key.as_str())).cloned().collect()
        };
        Self { lost: missing(source, target), added: missing(target, source) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.lost.is_empty() && self.added.is_empty()
    }

    /// What differs, as a sentence; `kind` is what is compared.
    pub(super) fn message(&self, kind: &str) -> String {
        let (lost, added) = (named(&self.lost, kind), named(&self.added, kind));
        match (self.lost.as_slice(), self.added.as_slice()) {
            ([lost], [added]) => {
                format!("The {kind} {} became {} in the translation.", quote(&lost.written), quote(&added.written))
            }
            (_, []) => format!("The translation lacks {lost}."),
            ([], _) => format!("The translation has {added}, which the source text does not have."),
            _ => format!("The translation lacks {lost}, and has {added} instead."),
        }
    }
}

/// The items of `these` beyond as many of the same key as `those` have.
fn excess(these: &[Item], those: &[Item]) -> Vec<Item> {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for item in those {
        *left.entry(item.key.as_str()).or_default() += 1;
    }
    let mut found = Vec::new();
    for item in these {
        match left.get_mut(item.key.as_str()) {
            Some(count) if *count > 0 => *count -= 1,
            _ => found.push(item.clone()),
        }
    }
    found
}

/// The kind with the items: "the placeholders `%s` and `{name}`".
fn named(items: &[Item], kind: &str) -> String {
    let written: Vec<String> = items.iter().map(|item| quote(&item.written)).collect();
    let plural = if kind.ends_with('s') { "es" } else { "s" };
    format!("the {kind}{} {}", if items.len() == 1 { "" } else { plural }, listed(&written))
}

/// The first few of a list in prose.
pub(super) fn listed(texts: &[String]) -> String {
    if texts.len() <= MOST_NAMED {
        return join(texts, "and");
    }
    let (first, rest) = texts.split_at(MOST_NAMED);
    format!("{} and {} more", first.join(", "), rest.len())
}
