//! Makes findings, and the keys by which they are recognised in later versions of a document.

use crate::model::{Finding, Rule, Severity, Span};
use crate::text::normal::normal;

/// Texts longer than this appear in a key as a hash, so that keys stay short.
const LONGEST_PART: usize = 60;

/// A finding about one pair, whose index is set later. `parts` are the texts that identify the problem.
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

/// The key of a problem, the same in every version of a document: the rule and the folded texts it is about.
fn key(rule: Rule, parts: &[&str]) -> String {
    let mut key = rule.as_str().to_owned();
    for part in parts {
        let folded = normal(part).to_lowercase().replace('|', "/");
        key.push('|');
        if folded.chars().count() > LONGEST_PART {
            key.push_str(&format!("#{:016x}", crate::model::fingerprint(&folded).cast_unsigned()));
        } else {
            key.push_str(&folded);
        }
    }
    key
}

/// The distinct spans in order.
pub(super) fn sorted_spans(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    spans.dedup();
    spans
}
