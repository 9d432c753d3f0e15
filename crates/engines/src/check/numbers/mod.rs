//! Rule `numbers`: numbers that one text has and the other does not.
//!
//! Values are compared, not digits: 2.8億 is 280 million, 三種 is `three kinds`, 令和7年 is 2025, 0.1秒 is `100 ms`. A number may have
//! several readings, and one that both sides share is enough. A repeated number may be left out. Words that may or may not be
//! numbers (once, 両方, the digits of a name) can account for a number of the other side, but do not require one. Two numbers
//! that changed places are found where a known word stands beside each.

mod anchors;
mod carry;
mod clocks;
mod conversions;
mod counters;
mod dates;
mod eras;
mod exchanged;
mod fixes;
mod forms;
mod literals;
mod marks;
mod matching;
mod measures;
mod names;
mod orders;
mod quantity;
mod reader;
mod reading;
mod shares;
mod shortened;
mod sure;

use super::finding::finding;
use super::spots::PairSpots;
use super::text::DraftText;
use super::wording::{join, quote};
use crate::model::{Finding, Rule, Severity, Span};
use matching::{MOST, compare};
use quantity::{NumberText, Quantity};

pub(super) fn findings(source: &DraftText<'_>, target: &DraftText<'_>, spots: &PairSpots) -> Vec<Finding> {
    if [source, target].iter().any(|text| has_too_many(text)) {
        return Vec::new();
    }
    let (source, target) = (&NumberText::new(source), &NumberText::new(target));
    let Some(compared) = compare(source, target) else { return Vec::new() };
    let (missing, added) = (&compared.missing, &compared.added);
    let counters = counters::without_number(target);
    if !counters.is_empty() && missing.is_empty() && added.is_empty() {
        return vec![counters::missing_number(source, target, &counters)];
    }
    if compared.agrees() {
        let anchors = anchors::anchors((source, target), &compared.numbers, spots);
        return match exchanged::exchanged((source, target), &compared.numbers, &anchors) {
            Some(spans) => vec![exchanged_numbers(source, target, spans)],
            None => repeated(source, target, &compared.fewer_there, &compared.fewer_here).into_iter().collect(),
        };
    }
    let (names_here, names_there) = &compared.names;
    let spans = |found: &[Quantity], names: &[Span]| -> Vec<Span> {
        found.iter().map(|found| found.span).chain(names.iter().copied()).collect()
    };
    let (here, there) = (spans(missing, names_here), spans(added, names_there));
    let words = |text: &NumberText<'_>, spans: &[Span]| -> Vec<String> {
        spans.iter().map(|span| text.folded.source(*span).of(text.text).to_owned()).collect()
    };
    let (ours, theirs) = (words(source, &here), words(target, &there));
    let message = message(&ours, &theirs);
    let parts: Vec<&str> = std::iter::once(source.text).chain(ours.iter().chain(&theirs).map(String::as_str)).collect();
    // Numbers in words may be expressed by other words.
    let in_words = names_here.is_empty() && missing.iter().chain(added).all(|one| one.in_words);
    let severity = if in_words { Severity::Information } else { Severity::Warning };
    let mut found = finding(Rule::Numbers, severity, message, &parts);
    found.source = super::finding::sorted_spans(here.iter().map(|span| source.folded.source(*span)).collect());
    found.target = super::finding::sorted_spans(there.iter().map(|span| target.folded.source(*span)).collect());
    if let ([lost], [new]) = (missing.as_slice(), added.as_slice())
        && names_here.is_empty()
    {
        found.fixes.extend(fixes::number_fix(source, target, lost, new));
    }
    vec![found]
}

/// Says what is missing and what is not in the source.
fn message(ours: &[String], theirs: &[String]) -> String {
    let quoted_list = |words: &[String]| {
        let all: Vec<String> = words.iter().map(|word| quote(word)).collect();
        join(&all, "and")
    };
    let verb = |words: &[String]| if words.len() == 1 { "is" } else { "are" };
    match (ours.is_empty(), theirs.is_empty()) {
        (false, true) => format!("{} in the source {} missing in the translation.", quoted_list(ours), verb(ours)),
        (true, false) => format!("{} in the translation {} not in the source.", quoted_list(theirs), verb(theirs)),
        _ => format!(
            "{} in the source {} missing in the translation, which has {}.",
            quoted_list(ours),
            verb(ours),
            quoted_list(theirs)
        ),
    }
}

/// Whether a text is a table of numbers rather than sentences.
fn has_too_many(text: &DraftText<'_>) -> bool {
    let chars = text.folded.text.chars();
    let runs = chars.clone().zip(chars.skip(1)).filter(|(one, next)| one.is_numeric() && !next.is_numeric());
    runs.count() > MOST || text.placeables().len() > MOST
}

fn exchanged_numbers(source: &NumberText<'_>, target: &NumberText<'_>, [here, there]: [[Span; 2]; 2]) -> Finding {
    let written = there.map(|span| span.of(target.text));
    let message = format!("{} and {} have changed places in the translation.", quote(written[0]), quote(written[1]));
    let mut found =
        finding(Rule::Numbers, Severity::Warning, message, &[source.text, "exchanged", written[0], written[1]]);
    found.source = super::finding::sorted_spans(here.to_vec());
    found.target = super::finding::sorted_spans(there.to_vec());
    found
}

/// Numbers that one side has more often than the other, which may just be more concise.
fn repeated(
    source: &NumberText<'_>,
    target: &NumberText<'_>,
    there: &[Quantity],
    here: &[Quantity],
) -> Option<Finding> {
    let (text, found, more, less) = match (there.is_empty(), here.is_empty()) {
        (false, _) => (source, there, "source", "translation"),
        (true, false) => (target, here, "translation", "source"),
        (true, true) => return None,
    };
    let spans = super::finding::sorted_spans(found.iter().map(|one| text.folded.source(one.span)).collect());
    let written = spans.first().map(|span| span.of(text.text)).unwrap_or_default();
    let message = format!("{} occurs more often in the {more} than in the {less}.", quote(written));
    let mut finding = finding(Rule::Numbers, Severity::Information, message, &[source.text, more, written]);
    match more {
        "source" => finding.source = spans,
        _ => finding.target = spans,
    }
    Some(finding)
}
