//! The numbers of a pair in; those one text states and the other does not out.
//!
//! Values are compared, not digits: 2.8億 is 280 million, 三種 is `three kinds`, 令和7年 is 2025. A number that is said
//! again may be left out. Words that only may be numbers (once, 両方, the digits of a name) excuse a number of the other
//! side and ask for none.

mod dates;
mod quantity;

use super::note::{finding, listed, shown};
use super::reading::Text;
use crate::model::{Finding, Fix, Place, Replaced, Rule, Severity, Side, Span};
use crate::text::chars::is_japanese_letter;
use crate::text::normal::normal;
use crate::text::placeable::{PlaceableKind, placeables, rewrite};
use quantity::{Quantity, Stated, plain, stated};

/// Words that take a number below zero.
const MINUS: [&str; 10] = ["minus", "negative", "below", "マイナス", "零下", "氷点下", "負", "減", "▲", "△"];

/// The most numbers a text may hold to be looked at: each is held against all of the other side.
const MOST: usize = 1_000;

pub(super) fn findings(source: &Text<'_>, target: &Text<'_>) -> Vec<Finding> {
    if [source, target].iter().any(|text| holds_too_many(text)) {
        return Vec::new();
    }
    let (mut ours, mut theirs) = (stated(source), stated(target));
    // The digits of a name both sides have are that name's.
    drop_shared(&mut ours, target);
    drop_shared(&mut theirs, source);
    // The number of an item of a list is asked for where both sides have one.
    let listed_in_both = [&ours, &theirs].iter().all(|side| side.quantities.iter().any(|one| one.is_listed));
    // A mark that begins a text has lost its number.
    let marked = |text: &Text<'_>| text.folded.text.starts_with(['.', ')', ':', '、']);
    if !listed_in_both && !marked(source) && !marked(target) {
        for one in ours.quantities.iter_mut().chain(&mut theirs.quantities) {
            one.is_asked &= !one.is_listed;
        }
    }
    let signs = has_minus(source) || has_minus(target);
    drop_quoted(&mut ours, source, &mut theirs, target);
    let (missing, fewer_there) = unmatched(&ours, &theirs, signs);
    let (added, fewer_here) = unmatched(&theirs, &ours, signs);
    let orphans = orphans(target);
    if !orphans.is_empty() && missing.is_empty() && added.is_empty() {
        return vec![orphaned(source, target, &orphans)];
    }
    let (renamed_here, renamed_there) = renamed(&ours, &theirs);
    if missing.is_empty() && added.is_empty() && renamed_here.is_empty() {
        return repeated(source, target, &fewer_there, &fewer_here).into_iter().collect();
    }
    let spans = |found: &[&Quantity], names: &[Span]| -> Vec<Span> {
        found.iter().map(|found| found.span).chain(names.iter().copied()).collect()
    };
    let (here, there) = (spans(&missing, &renamed_here), spans(&added, &renamed_there));
    let words = |text: &Text<'_>, spans: &[Span]| -> Vec<String> {
        spans.iter().map(|span| text.folded.source(*span).of(text.text).to_owned()).collect()
    };
    let (ours, theirs) = (words(source, &here), words(target, &there));
    let listed_shown = |words: &[String]| {
        let all: Vec<String> = words.iter().map(|word| shown(word)).collect();
        listed(&all, "and")
    };
    let has = |words: &[String]| if words.len() == 1 { "has" } else { "have" };
    let message = match (ours.is_empty(), theirs.is_empty()) {
        (false, true) => format!("{} of the source {} no equal in the translation.", listed_shown(&ours), has(&ours)),
        (true, false) => {
            format!("{} of the translation {} no equal in the source.", listed_shown(&theirs), has(&theirs))
        }
        _ => format!(
            "{} of the source {} no equal in the translation, which has {}.",
            listed_shown(&ours),
            has(&ours),
            listed_shown(&theirs)
        ),
    };
    let parts: Vec<&str> = std::iter::once(source.text).chain(ours.iter().chain(&theirs).map(String::as_str)).collect();
    // Words may be said in words of another kind.
    let in_words = renamed_here.is_empty() && missing.iter().chain(&added).all(|one| one.in_words);
    let severity = if in_words { Severity::Information } else { Severity::Warning };
    let mut found = finding(Rule::Numbers, severity, message, &parts);
    found.source = super::note::in_order(here.iter().map(|span| source.folded.source(*span)).collect());
    found.target = super::note::in_order(there.iter().map(|span| target.folded.source(*span)).collect());
    if let ([lost], [new]) = (missing.as_slice(), added.as_slice())
        && renamed_here.is_empty()
    {
        found.fixes.extend(mended(source, target, lost, new));
    }
    vec![found]
}

fn drop_shared(own: &mut Stated, other: &Text<'_>) {
    let other = other.folded.text.to_lowercase();
    let shared: Vec<Span> =
        own.names.iter().filter(|(_, name)| other.contains(name.as_str())).map(|(span, _)| *span).collect();
    own.hints.retain(|hint| !shared.iter().any(|name| name.contains(hint.span)));
}

/// Whether a text is a table of numbers rather than sentences.
fn holds_too_many(text: &Text<'_>) -> bool {
    let chars = text.folded.text.chars();
    let runs = chars.clone().zip(chars.skip(1)).filter(|(one, next)| one.is_numeric() && !next.is_numeric());
    runs.count() > MOST || text.placeables().len() > MOST
}

fn has_minus(text: &Text<'_>) -> bool {
    let lower = text.folded.text.to_lowercase();
    MINUS.iter().any(|word| lower.contains(word))
}

/// Counters of a Japanese text that lost their number: 第引数, 番目.
fn orphans(text: &Text<'_>) -> Vec<Span> {
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
    super::note::in_order(found)
}

fn orphaned(source: &Text<'_>, target: &Text<'_>, orphans: &[Span]) -> Finding {
    let spans: Vec<Span> = orphans.iter().map(|span| target.folded.source(*span)).collect();
    let written = spans.first().map(|span| span.of(target.text)).unwrap_or_default();
    let message = format!("{} of the translation has no number.", shown(written));
    let mut found = finding(Rule::Numbers, Severity::Warning, message, &[source.text, written]);
    found.target = spans;
    found
}

/// Numbers one side says more often than the other, which may only say it shorter.
fn repeated(source: &Text<'_>, target: &Text<'_>, there: &[&Quantity], here: &[&Quantity]) -> Option<Finding> {
    let (text, found, more, less) = match (there.is_empty(), here.is_empty()) {
        (false, _) => (source, there, "source", "translation"),
        (true, false) => (target, here, "translation", "source"),
        (true, true) => return None,
    };
    let spans = super::note::in_order(found.iter().map(|one| text.folded.source(one.span)).collect());
    let written = spans.first().map(|span| span.of(text.text)).unwrap_or_default();
    let message = format!("{} stands more often in the {more} than in the {less}.", shown(written));
    let mut finding = finding(Rule::Numbers, Severity::Information, message, &[source.text, more, written]);
    match more {
        "source" => finding.source = spans,
        _ => finding.target = spans,
    }
    Some(finding)
}

/// Takes quantities back that stand in a stretch the other side has word by word: a date in English quoted in Japanese.
fn drop_quoted(ours: &mut Stated, source: &Text<'_>, theirs: &mut Stated, target: &Text<'_>) {
    let quoted = |stated: &Stated, own: &Text<'_>, other: &Text<'_>| -> Vec<String> {
        let written = stated.quantities.iter().map(|one| one.span.of(&own.folded.text));
        let in_letters = written.filter(|written| written.contains(|c: char| c.is_ascii_alphabetic()));
        in_letters.filter(|written| other.folded.text.contains(written)).map(str::to_owned).collect()
    };
    let mut shared = quoted(ours, source, target);
    shared.extend(quoted(theirs, target, source));
    for (stated, text) in [(ours, source), (theirs, target)] {
        let places = shared.iter().flat_map(|words| {
            text.folded.text.match_indices(words.as_str()).map(|(at, found)| Span::new(at, at + found.len()))
        });
        let places: Vec<Span> = places.collect();
        for one in &mut stated.quantities {
            one.is_asked &= !places.iter().any(|place| place.contains(one.span));
        }
    }
}

/// The quantities the other side would have to state and does not, and those it states less often.
fn unmatched<'a>(own: &'a Stated, other: &Stated, signs: bool) -> (Vec<&'a Quantity>, Vec<&'a Quantity>) {
    let all = || other.quantities.iter().chain(&other.hints);
    // How often the other side says it, and how often it would have to.
    let said = |asked: &Quantity| match asked.kind {
        PlaceableKind::Date => (usize::from(dates::is_said(asked, &all())), 1),
        _ => {
            let same =
                own.quantities.iter().filter(|other| other.is_asked && other.values[0] == asked.values[0]).count();
            let mut said: Vec<Span> =
                all().filter(|said| answers_number(asked, said, signs)).map(|said| said.span).collect();
            said.sort_unstable();
            said.dedup_by(|later, earlier| later.overlaps(*earlier));
            (said.len(), same)
        }
    };
    let (mut missing, mut fewer) = (Vec::new(), Vec::new());
    for asked in own.quantities.iter().filter(|asked| asked.is_asked) {
        match said(asked) {
            (0, _) => missing.push(asked),
            (times, wanted) if times < wanted => fewer.push(asked),
            _ => {}
        }
    }
    (missing, fewer)
}

fn answers_number(asked: &Quantity, said: &Quantity, signs: bool) -> bool {
    asked.values.iter().any(|value| {
        said.values.iter().any(|other| {
            let unsigned = |value: &str| value.trim_start_matches('-').to_owned();
            value == other
                || (signs && unsigned(value) == unsigned(other))
                || (said.kind == PlaceableKind::Date && dates::has_part(other, value))
        })
    })
}

/// Names that differ from a name of the other side in their digits alone, where neither side has the other's: IL-6, IL-8.
fn renamed(own: &Stated, other: &Stated) -> (Vec<Span>, Vec<Span>) {
    let shape = |name: &str| -> String { name.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect() };
    let lone = |own: &Stated, other: &Stated| -> Vec<(Span, String)> {
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

/// The number of the source written as the translation writes the one it has instead, where that is certain.
fn mended(source: &Text<'_>, target: &Text<'_>, lost: &Quantity, new: &Quantity) -> Option<Fix> {
    if lost.kind != new.kind || new.in_words {
        return None;
    }
    let (from, to) = (source.folded.source(lost.span), target.folded.source(new.span));
    let value = lost.values.first()?;
    let text = rewrite(to.of(target.text), new.kind, value, from.of(source.text), target.lang)?;
    let folded = normal(&text);
    let read = placeables(&folded, target.lang);
    let says_it = matches!(read.as_slice(), [only] if plain(&only.value) == *value && only.span.len() == folded.len());
    let title = format!("Write {} for {}", shown(&text), shown(to.of(target.text)));
    let place = Place { unit: 0, side: Side::Target, span: to };
    says_it.then(|| Fix { title, changes: vec![Replaced { place, text }] })
}
