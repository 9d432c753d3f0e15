//! Rule `numbers`: numbers that one text has and the other does not.
//!
//! Values are compared, not digits: 2.8億 is 280 million, 三種 is `three kinds`, 令和7年 is 2025. A repeated number may be left
//! out. Words that may or may not be numbers (once, 両方, the digits of a name) can account for a number of the other side, but
//! do not require one. Two numbers that changed places are found where a known word stands beside each.

mod anchors;
mod dates;
mod exchanged;
mod quantity;

use super::finding::finding;
use super::spots::PairSpots;
use super::text::DraftText;
use super::wording::{join, quote};
use crate::model::{Finding, Fix, Location, Replaced, Rule, Severity, Side, Span};
use crate::text::chars::is_japanese_letter;
use crate::text::normal::normal;
use crate::text::placeable::{PlaceableKind, placeables, rewrite};
use quantity::{Quantity, TextNumbers, numbers_in, plain};

/// Words that make a number negative.
const MINUS: [&str; 10] = ["minus", "negative", "below", "マイナス", "零下", "氷点下", "負", "減", "▲", "△"];

/// The largest number of numbers in a text that is checked, because each is compared with all of the other side.
const MOST: usize = 1_000;

pub(super) fn findings(source: &DraftText<'_>, target: &DraftText<'_>, spots: &PairSpots) -> Vec<Finding> {
    if [source, target].iter().any(|text| has_too_many(text)) {
        return Vec::new();
    }
    let (mut ours, mut theirs) = (numbers_in(source), numbers_in(target));
    // The digits in a name that both sides have belong to the name.
    drop_shared(&mut ours, target);
    drop_shared(&mut theirs, source);
    // List numbers must match only if both sides have one.
    let list_in_both = [&ours, &theirs].iter().all(|side| side.quantities.iter().any(|one| one.is_list_item));
    // A text that starts with a mark has lost its list number.
    let marked = |text: &DraftText<'_>| text.folded.text.starts_with(['.', ')', ':', '、']);
    if !list_in_both && !marked(source) && !marked(target) {
        for one in ours.quantities.iter_mut().chain(&mut theirs.quantities) {
            one.must_match &= !one.is_list_item;
        }
    }
    let signs = has_minus(source) || has_minus(target);
    exempt_quotations(&mut ours, source, &mut theirs, target);
    let (missing, fewer_there) = unmatched(&ours, &theirs, signs);
    let (added, fewer_here) = unmatched(&theirs, &ours, signs);
    let counters = counters_without_number(target);
    if !counters.is_empty() && missing.is_empty() && added.is_empty() {
        return vec![missing_number(source, target, &counters)];
    }
    let (names_here, names_there) = changed_names(&ours, &theirs);
    if missing.is_empty() && added.is_empty() && names_here.is_empty() {
        let anchors = anchors::anchors((source, target), (&ours, &theirs), spots);
        let exchanged = exchanged::exchanged((source, target), (&ours.quantities, &theirs.quantities), &anchors);
        return match exchanged {
            Some(spans) => vec![exchanged_numbers(source, target, spans)],
            None => repeated(source, target, &fewer_there, &fewer_here).into_iter().collect(),
        };
    }
    let spans = |found: &[&Quantity], names: &[Span]| -> Vec<Span> {
        found.iter().map(|found| found.span).chain(names.iter().copied()).collect()
    };
    let (here, there) = (spans(&missing, &names_here), spans(&added, &names_there));
    let words = |text: &DraftText<'_>, spans: &[Span]| -> Vec<String> {
        spans.iter().map(|span| text.folded.source(*span).of(text.text).to_owned()).collect()
    };
    let (ours, theirs) = (words(source, &here), words(target, &there));
    let quoted_list = |words: &[String]| {
        let all: Vec<String> = words.iter().map(|word| quote(word)).collect();
        join(&all, "and")
    };
    let verb = |words: &[String]| if words.len() == 1 { "is" } else { "are" };
    let message = match (ours.is_empty(), theirs.is_empty()) {
        (false, true) => format!("{} in the source {} missing in the translation.", quoted_list(&ours), verb(&ours)),
        (true, false) => {
            format!("{} in the translation {} not in the source.", quoted_list(&theirs), verb(&theirs))
        }
        _ => format!(
            "{} in the source {} missing in the translation, which has {}.",
            quoted_list(&ours),
            verb(&ours),
            quoted_list(&theirs)
        ),
    };
    let parts: Vec<&str> = std::iter::once(source.text).chain(ours.iter().chain(&theirs).map(String::as_str)).collect();
    // Numbers in words may be expressed by other words.
    let in_words = names_here.is_empty() && missing.iter().chain(&added).all(|one| one.in_words);
    let severity = if in_words { Severity::Information } else { Severity::Warning };
    let mut found = finding(Rule::Numbers, severity, message, &parts);
    found.source = super::finding::sorted_spans(here.iter().map(|span| source.folded.source(*span)).collect());
    found.target = super::finding::sorted_spans(there.iter().map(|span| target.folded.source(*span)).collect());
    if let ([lost], [new]) = (missing.as_slice(), added.as_slice())
        && names_here.is_empty()
    {
        found.fixes.extend(number_fix(source, target, lost, new));
    }
    vec![found]
}

fn drop_shared(own: &mut TextNumbers, other: &DraftText<'_>) {
    let other = other.folded.text.to_lowercase();
    let shared: Vec<Span> =
        own.names.iter().filter(|(_, name)| other.contains(name.as_str())).map(|(span, _)| *span).collect();
    own.hints.retain(|hint| !shared.iter().any(|name| name.contains(hint.span)));
}

/// Whether a text is a table of numbers rather than sentences.
fn has_too_many(text: &DraftText<'_>) -> bool {
    let chars = text.folded.text.chars();
    let runs = chars.clone().zip(chars.skip(1)).filter(|(one, next)| one.is_numeric() && !next.is_numeric());
    runs.count() > MOST || text.placeables().len() > MOST
}

fn has_minus(text: &DraftText<'_>) -> bool {
    let lower = text.folded.text.to_lowercase();
    MINUS.iter().any(|word| lower.contains(word))
}

/// Japanese counters that lost their number: 第引数, 番目.
fn counters_without_number(text: &DraftText<'_>) -> Vec<Span> {
    if !text.lang.is_japanese() {
        return Vec::new();
    }
    let folded = text.folded.text.as_str();
    let numeral =
        |c: char| c.is_alphanumeric() && (c.is_ascii() || "〇一二三四五六七八九十百千万億兆何数幾".contains(c));
    let mut found = Vec::new();
    for (at, sign) in folded.match_indices('第') {
        let before = folded.get(..at).and_then(|before| before.chars().next_back());
        let after = folded.get(at + sign.len()..).unwrap_or_default().trim_start().chars().next();
        let word = before.is_some_and(|c| "次落及".contains(c));
        let numbered = after.is_none_or(|c| numeral(c) || !is_japanese_letter(c));
        if !word && !numbered {
            found.push(Span::new(at, at + sign.len()));
        }
    }
    for (at, sign) in folded.match_indices("番目").chain(folded.match_indices("回目")) {
        let before = folded.get(..at).unwrap_or_default().trim_end().chars().next_back();
        if before.is_none_or(|c| !numeral(c) && (is_japanese_letter(c) || matches!(c, '、' | '。' | '「' | '('))) {
            found.push(Span::new(at, at + sign.len()));
        }
    }
    for tail in ["つの", "つ以上", "つだけ", "つです", "つ目"] {
        for (at, sign) in folded.match_indices(tail) {
            let before = folded.get(..at).and_then(|before| before.chars().next_back());
            if before.is_none_or(|c| matches!(c, ' ' | '、' | '。' | '「' | '(' | 'は' | 'が' | 'を')) {
                let tight = folded.get(..at).unwrap_or_default().trim_end().chars().next_back();
                if tight.is_none_or(|c| !numeral(c)) {
                    found.push(Span::new(at, at + sign.len()));
                }
            }
        }
    }
    super::finding::sorted_spans(found)
}

fn missing_number(source: &DraftText<'_>, target: &DraftText<'_>, counters: &[Span]) -> Finding {
    let spans: Vec<Span> = counters.iter().map(|span| target.folded.source(*span)).collect();
    let written = spans.first().map(|span| span.of(target.text)).unwrap_or_default();
    let message = format!("{} in the translation has no number.", quote(written));
    let mut found = finding(Rule::Numbers, Severity::Warning, message, &[source.text, written]);
    found.target = spans;
    found
}

fn exchanged_numbers(source: &DraftText<'_>, target: &DraftText<'_>, [here, there]: [[Span; 2]; 2]) -> Finding {
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
    source: &DraftText<'_>,
    target: &DraftText<'_>,
    there: &[&Quantity],
    here: &[&Quantity],
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

/// Exempts numbers in a passage that the other side has verbatim: an English date quoted in Japanese.
fn exempt_quotations(ours: &mut TextNumbers, source: &DraftText<'_>, theirs: &mut TextNumbers, target: &DraftText<'_>) {
    let quoted = |numbers: &TextNumbers, own: &DraftText<'_>, other: &DraftText<'_>| -> Vec<String> {
        let written = numbers.quantities.iter().map(|one| one.span.of(&own.folded.text));
        let in_letters = written.filter(|written| written.contains(|c: char| c.is_ascii_alphabetic()));
        in_letters.filter(|written| other.folded.text.contains(written)).map(str::to_owned).collect()
    };
    let mut shared = quoted(ours, source, target);
    shared.extend(quoted(theirs, target, source));
    for (numbers, text) in [(ours, source), (theirs, target)] {
        let places = shared.iter().flat_map(|words| {
            text.folded.text.match_indices(words.as_str()).map(|(at, found)| Span::new(at, at + found.len()))
        });
        let places: Vec<Span> = places.collect();
        for one in &mut numbers.quantities {
            one.must_match &= !places.iter().any(|place| place.contains(one.span));
        }
    }
}

/// The numbers that the other side should have and does not, and those that it has less often.
fn unmatched<'a>(own: &'a TextNumbers, other: &TextNumbers, signs: bool) -> (Vec<&'a Quantity>, Vec<&'a Quantity>) {
    let all = || other.quantities.iter().chain(&other.hints);
    // How often the other side has it, and how often it should.
    let said = |asked: &Quantity| match asked.kind {
        PlaceableKind::Date => (usize::from(dates::is_matched(asked, &all())), 1),
        _ => {
            let same =
                own.quantities.iter().filter(|other| other.must_match && other.values[0] == asked.values[0]).count();
            let mut said: Vec<Span> =
                all().filter(|said| is_same_number(asked, said, signs)).map(|said| said.span).collect();
            said.sort_unstable();
            said.dedup_by(|later, earlier| later.overlaps(*earlier));
            (said.len(), same)
        }
    };
    let (mut missing, mut fewer) = (Vec::new(), Vec::new());
    for asked in own.quantities.iter().filter(|asked| asked.must_match) {
        match said(asked) {
            (0, _) => missing.push(asked),
            (times, expected) if times < expected => fewer.push(asked),
            _ => {}
        }
    }
    (missing, fewer)
}

/// Whether a number of the other side matches.
fn is_same_number(asked: &Quantity, said: &Quantity, signs: bool) -> bool {
    asked.values.iter().any(|value| {
        said.values.iter().any(|other| {
            let unsigned = |value: &str| value.trim_start_matches('-').to_owned();
            value == other
                || (signs && unsigned(value) == unsigned(other))
                || (said.kind == PlaceableKind::Date && dates::has_part(other, value))
        })
    })
}

/// Names that differ from one of the other side only in their digits, if neither side has the other's: IL-6, IL-8.
fn changed_names(own: &TextNumbers, other: &TextNumbers) -> (Vec<Span>, Vec<Span>) {
    let shape = |name: &str| -> String { name.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect() };
    let lone = |own: &TextNumbers, other: &TextNumbers| -> Vec<(Span, String)> {
        let missing = own.names.iter().filter(|(_, name)| !other.names.iter().any(|(_, same)| same == name));
        missing.cloned().collect()
    };
    let (here, there) = (lone(own, other), lone(other, own));
    let mut spans = (Vec::new(), Vec::new());
    for (span, name) in &here {
        if let Some((other, _)) = there.iter().find(|(_, other)| shape(other) == shape(name)) {
            spans.0.push(*span);
            spans.1.push(*other);
        }
    }
    spans
}

/// The fix that puts the number of the source into the translation, in the format used there, if that is certain.
fn number_fix(source: &DraftText<'_>, target: &DraftText<'_>, lost: &Quantity, new: &Quantity) -> Option<Fix> {
    if lost.kind != new.kind || new.in_words {
        return None;
    }
    let (from, to) = (source.folded.source(lost.span), target.folded.source(new.span));
    let value = lost.values.first()?;
    let text = rewrite(to.of(target.text), new.kind, value, from.of(source.text), target.lang)?;
    let folded = normal(&text);
    let read = placeables(&folded, target.lang);
    let is_verified =
        matches!(read.as_slice(), [only] if plain(&only.value) == *value && only.span.len() == folded.len());
    let title = format!("Write {} for {}", quote(&text), quote(to.of(target.text)));
    let place = Location { unit: 0, side: Side::Target, span: to };
    is_verified.then(|| Fix { title, changes: vec![Replaced { place, text }] })
}
