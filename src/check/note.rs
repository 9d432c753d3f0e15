//! The parts of a finding in; the finding, or the key it is remembered by, out.

use crate::model::{Finding, Rule, Severity, Span};
use crate::text::normal::normal;

/// Words longer than this stand in a key as a number, so that keys stay short.
const LONGEST_PART: usize = 60;

/// A finding about one pair, which is given its number later.
pub(super) fn finding(rule: Rule, severity: Severity, message: String, parts: &[&str]) -> Finding {
    Finding {
        rule,
        severity,
        unit: 0,
        source: Vec::new(),
        target: Vec::new(),
        message,
        concept_id: None,
        fixes: Vec::new(),
        related: Vec::new(),
        key: key(rule, parts),
    }
}

/// What the same problem is known by in every version of a document: the rule and the folded words it is about.
fn key(rule: Rule, parts: &[&str]) -> String {
    let mut key = rule.as_str().to_owned();
    for part in parts {
        let folded = normal(part).to_lowercase().replace('|', "/");
        key.push('|');
        if folded.chars().count() > LONGEST_PART {
            key.push_str(&format!("#{:016x}", crate::model::segment::fingerprint(&folded).cast_unsigned()));
        } else {
            key.push_str(&folded);
        }
    }
    key
}

/// Words of a text as a message shows them: on one line, in backticks, not too many.
pub(super) fn shown(text: &str) -> String {
    const MOST: usize = 60;
    let line: String = text.split_whitespace().collect::<Vec<_>>().join(" ").replace('`', "'");
    if line.chars().count() <= MOST {
        return format!("`{line}`");
    }
    let start: String = line.chars().take(MOST - 1).collect();
    format!("`{start}…`")
}

/// RenderingSide of them, parted by commas and a word before the last.
pub(super) fn listed(texts: &[String], word: &str) -> String {
    match texts {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} {word} {last}", before.join(", ")),
    }
}

/// Spans in order, each once.
pub(super) fn in_order(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans.dedup();
    spans
}
