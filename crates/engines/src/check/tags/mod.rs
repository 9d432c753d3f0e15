//! Rule `tags`: tags that the translation lacks, adds or leaves open.
//!
//! The tags are those written in the texts (`<b>`, `<x id="2"/>`) and the inline codes of the file format. What looks like a
//! tag counts if it is one of HTML or of XLIFF, if its other half is in the text, or if it has attributes or closes itself:
//! `<filename>` alone is a word to translate.

mod scan;

use std::collections::BTreeMap;

use super::Unit;
use super::difference::{Difference, Item};
use super::finding::{finding, sorted_spans};
use super::wording::quote;
use crate::model::{Finding, Rule, Severity};
use scan::{Half, Tag, tags};

pub(super) fn findings(unit: Unit<'_>) -> Option<Finding> {
    let (source, target) = (tags(unit.source, unit.facts.source_codes), tags(unit.target, unit.facts.target_codes));
    if source.is_empty() && target.is_empty() {
        return None;
    }
    let items = |tags: &[Tag]| -> Vec<Item> {
        tags.iter().map(|tag| Item { span: tag.span, key: tag.key(), written: tag.written.clone() }).collect()
    };
    let difference = Difference::of_counts(&items(&source), &items(&target));
    let open = open_tag(&target).filter(|_| open_tag(&source).is_none());
    let message = match (&open, difference.is_empty()) {
        (None, true) => return None,
        (Some(tag), _) if tag.half == Half::Open => {
            format!("The translation opens {} and does not close it.", quote(&tag.written))
        }
        (Some(tag), _) => format!("The translation closes {} and has not opened it.", quote(&tag.written)),
        (None, false) => difference.message("tag"),
    };
    let (lost, added) = (&difference.lost, &difference.added);
    let mut parts: Vec<&str> = lost.iter().chain(added).map(|item| item.key.as_str()).collect();
    if let (Some(tag), true) = (&open, difference.is_empty()) {
        parts.push(&tag.written);
    }
    let mut found = finding(Rule::Tags, Severity::Warning, message, &parts);
    found.source = sorted_spans(lost.iter().filter_map(|item| item.span).collect());
    let unbalanced = open.as_ref().and_then(|tag| tag.span);
    found.target = sorted_spans(added.iter().filter_map(|item| item.span).chain(unbalanced).collect());
    Some(found)
}

/// The first tag whose other half is missing or on the wrong side. Codes beside the text have no order.
fn open_tag(tags: &[Tag]) -> Option<Tag> {
    let mut open: BTreeMap<&str, Vec<&Tag>> = BTreeMap::new();
    for tag in tags {
        let waiting = open.entry(tag.name.as_str()).or_default();
        match tag.half {
            Half::Open => waiting.push(tag),
            Half::Close if waiting.pop().is_none() => return Some(tag.clone()),
            Half::Close | Half::Whole => {}
        }
    }
    open.into_values().flatten().min_by_key(|tag| tag.span).cloned()
}
