//! Compares the inline codes of a query with those of a stored segment.

use super::query::SegmentQuery;
use crate::model::{InlineCode, PairCodes};

/// The most codes named in a reason.
const MOST_NAMED: usize = 3;

/// How the codes of a query differ from those of the stored translation, as a sentence; none if they do not.
pub(super) fn codes_differ(query: &SegmentQuery, stored: &PairCodes) -> Option<String> {
    let written = query.codes.iter().map(|code| bare(code));
    let asked: Vec<String> = written.chain(query.form.codes.iter().map(|code| bare(code))).collect();
    let carried = |codes: &[InlineCode]| -> Vec<(String, String)> {
        codes.iter().filter(|code| code.is_carried_over()).map(|code| (bare(&code.code), code.code.clone())).collect()
    };
    let (source, target) = (carried(&stored.source), carried(&stored.target));
    if asked.is_empty() && source.is_empty() && target.is_empty() {
        return None;
    }
    let missing = |these: &[(String, String)]| -> Vec<String> {
        let mut left = asked.clone();
        let mut beyond = Vec::new();
        for (bare, code) in these {
            match left.iter().position(|asked| asked == bare) {
                Some(at) => drop(left.swap_remove(at)),
                None => beyond.push(code.clone()),
            }
        }
        beyond
    };
    let here = if target.is_empty() { &source } else { &target };
    let beyond = missing(here);
    if !beyond.is_empty() {
        return Some(format!("The translation has {}, which the text does not have.", named(&beyond)));
    }
    let mut lacking = asked.clone();
    for (bare, _) in &target {
        if let Some(at) = lacking.iter().position(|asked| asked == bare) {
            lacking.swap_remove(at);
        }
    }
    (!lacking.is_empty()).then(|| format!("The translation lacks {}, which the text has.", named(&lacking)))
}

/// A code without white space, by which two ways to write it are one.
fn bare(code: &str) -> String {
    code.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The codes as a list: "the tags `<b>` and `</b>`".
fn named(codes: &[String]) -> String {
    let shown: Vec<String> =
        codes.iter().take(MOST_NAMED).map(|code| format!("`{}`", code.replace('`', "'"))).collect();
    let more = codes.len().saturating_sub(MOST_NAMED);
    let more = if more > 0 { format!(" and {more} more") } else { String::new() };
    format!("the tag{} {}{more}", if codes.len() == 1 { "" } else { "s" }, shown.join(", "))
}
