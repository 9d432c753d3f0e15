//! Holds the numbers of two texts against each other.

use std::collections::HashMap;

use super::quantity::{NumberText, Quantity, TextNumbers, overlaps};
use super::reader::numbers_in;
use super::reading::Reading;
use super::{conversions, dates, literals, marks, names, orders};
use crate::model::Span;
use crate::text::placeable::PlaceableKind;

/// Words that make a number negative.
const MINUS: [&str; 11] = ["minus", "negative", "below", "under", "マイナス", "零下", "氷点下", "負", "減", "▲", "△"];

/// Words of both languages that are translations of each other before they stand for a number.
const ALIKE: [&[&str]; 2] =
    [&["最初", "初", "first", "firstly"], &["四半", "四半期", "quarter", "quarters", "quarterly"]];

/// Words for a square, of which one side is enough.
const SQUARES: [&str; 5] = ["角", "四方", "平方", "正方", "square"];

/// The largest number of numbers in a text that is checked. A text with more is a table rather than sentences.
pub(super) const MOST: usize = 1_000;

/// The largest number of words that may be numbers.
const MOST_HINTS: usize = 8_000;

/// What differs between the numbers of two texts, as spans of their folded forms or as numbers.
pub(super) struct Comparison {
    /// Numbers of the source that the translation lacks.
    pub(super) missing: Vec<Quantity>,
    /// Numbers of the translation that the source lacks.
    pub(super) added: Vec<Quantity>,
    /// Numbers that the translation has less often, and those that the source has less often.
    pub(super) fewer_there: Vec<Quantity>,
    pub(super) fewer_here: Vec<Quantity>,
    /// All numbers of the source and of the translation.
    pub(super) numbers: (TextNumbers, TextNumbers),
    /// Names that differ in their digits alone, on each side.
    pub(super) names: (Vec<Span>, Vec<Span>),
}

impl Comparison {
    /// Whether nothing is missing or added.
    pub(super) fn agrees(&self) -> bool {
        self.missing.is_empty() && self.added.is_empty() && self.names.0.is_empty()
    }
}

/// Compares the numbers of a source and its translation; `None` if one has too many.
pub(super) fn compare(source: &NumberText<'_>, target: &NumberText<'_>) -> Option<Comparison> {
    let (mut ours, mut theirs) = (numbers_in(source), numbers_in(target));
    if [&ours, &theirs].iter().any(|side| side.quantities.len() > MOST || side.hints.len() > MOST_HINTS) {
        return None;
    }
    names::drop_shared(&mut ours, target);
    names::drop_shared(&mut theirs, source);
    // List numbers must match only if both sides have one.
    let list_in_both = [&ours, &theirs].iter().all(|side| side.quantities.iter().any(|one| one.is_list_item));
    // A text that starts with a mark has lost its list number.
    let marked = |text: &NumberText<'_>| text.folded.text.starts_with(['.', ')', ':', '、']);
    if !list_in_both && !marked(source) && !marked(target) {
        for one in ours.quantities.iter_mut().chain(&mut theirs.quantities) {
            one.must_match &= !one.is_list_item;
        }
    }
    for words in ALIKE {
        pair_off(words, &mut ours, source, &mut theirs, target);
    }
    let is_square = SQUARES.iter().any(|word| source.folded.text.contains(word) || target.folded.text.contains(word));
    for one in ours.quantities.iter_mut().chain(&mut theirs.quantities) {
        one.must_match &= !(one.is_side && is_square);
    }
    let signs = has_minus(source) || has_minus(target);
    exempt_quotations(&mut ours, source, &mut theirs, target);
    let (mut missing, mut fewer_there) = unmatched(&ours, &theirs, signs);
    let (mut added, mut fewer_here) = unmatched(&theirs, &ours, signs);
    conversions::drop_converted(&mut missing, source, &mut added, target);
    for (found, unsaid) in
        [(&mut missing, marks::unsaid(&ours, source, target)), (&mut added, marks::unsaid(&theirs, target, source))]
    {
        let new = unsaid.into_iter().filter(|one| !found.iter().any(|other| other.span == one.span));
        let new: Vec<Quantity> = new.collect();
        found.extend(new);
    }
    if let Some((lost, new)) = orders::differing(source, target) {
        missing.push(lost);
        added.push(new);
    }
    let (more_here, more_there) = literals::uneven(source, target);
    fewer_there.extend(more_here);
    fewer_here.extend(more_there);
    let names = names::changed(&ours, &theirs);
    Some(Comparison { missing, added, fewer_there, fewer_here, numbers: (ours, theirs), names })
}

fn has_minus(text: &NumberText<'_>) -> bool {
    let lower = text.folded.text.to_lowercase();
    MINUS.iter().any(|word| lower.contains(word))
}

/// Exempts numbers in a passage that the other side has verbatim: an English date quoted in Japanese.
fn exempt_quotations(
    ours: &mut TextNumbers,
    source: &NumberText<'_>,
    theirs: &mut TextNumbers,
    target: &NumberText<'_>,
) {
    let quoted = |numbers: &TextNumbers, own: &NumberText<'_>, other: &NumberText<'_>| -> Vec<String> {
        let written = numbers.quantities.iter().map(|one| one.span.of(&own.folded.text));
        let in_letters = written.filter(|written| written.contains(|c: char| c.is_ascii_alphabetic()));
        in_letters.filter(|written| other.folded.text.contains(written)).map(str::to_owned).collect()
    };
    let mut shared = quoted(ours, source, target);
    shared.extend(quoted(theirs, target, source));
    shared.sort();
    shared.dedup();
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

/// Takes words such as 最初 and `first` as translations of each other, so that neither accounts for a number.
fn pair_off(
    words: &[&str],
    ours: &mut TextNumbers,
    source: &NumberText<'_>,
    theirs: &mut TextNumbers,
    target: &NumberText<'_>,
) {
    let places = |numbers: &TextNumbers, text: &NumberText<'_>| -> Vec<Span> {
        let is_one = |span: &Span| words.contains(&span.of(&text.folded.text).to_ascii_lowercase().as_str());
        let mut spans: Vec<Span> =
            numbers.hints.iter().chain(&numbers.quantities).map(|one| one.span).filter(is_one).collect();
        spans.sort_unstable();
        spans.dedup_by(|later, earlier| later.overlaps(*earlier));
        spans
    };
    let (here, there) = (places(ours, source), places(theirs, target));
    let count = here.len().min(there.len());
    for (numbers, spans) in [(ours, here), (theirs, there)] {
        let paired = spans.get(..count).unwrap_or_default();
        let is_paired = |one: &Quantity| !one.must_match && overlaps(paired, one.span, |span| *span);
        numbers.hints.retain(|one| !is_paired(one));
        numbers.quantities.retain(|one| !is_paired(one));
    }
}

/// A reading without its sign.
fn unsigned(reading: &Reading) -> Option<Reading> {
    match reading {
        Reading::Number(value) => Some(Reading::Number(value.strip_prefix('-')?.to_owned())),
        _ => None,
    }
}

/// The numbers that the other side should have and does not, and those that it has less often.
fn unmatched(own: &TextNumbers, other: &TextNumbers, signs: bool) -> (Vec<Quantity>, Vec<Quantity>) {
    let all: Vec<&Quantity> = other.quantities.iter().chain(&other.hints).collect();
    let mut index: HashMap<Reading, Vec<usize>> = HashMap::new();
    for (at, one) in all.iter().enumerate() {
        for reading in &one.readings {
            index.entry(reading.clone()).or_default().push(at);
            if let Some(reading) = unsigned(reading).filter(|_| signs) {
                index.entry(reading).or_default().push(at);
            }
        }
    }
    let places = |reading: &Reading| {
        let unsigned = unsigned(reading).filter(|_| signs);
        let found = index.get(reading).into_iter().flatten();
        let found: Vec<usize> =
            found.chain(unsigned.and_then(|reading| index.get(&reading)).into_iter().flatten()).copied().collect();
        found
    };
    let dates = dates::Dates::new(&all);
    // The places on the other side that may be a number, by some of its readings.
    let said = |asked: &Quantity, skipped: usize| {
        let readings = asked.readings.iter().skip(skipped);
        let found = readings.flat_map(|reading| places(reading).into_iter().map(move |at| (at, reading)));
        let found = found.filter(|(at, reading)| !is_other_unit(asked, all[*at], reading));
        let found = found.filter(|(at, _)| !(asked.is_literal || asked.is_figure) || all[*at].in_digits);
        let found = found.filter(|(at, _)| asked.is_counted || !all[*at].is_vague);
        found.map(|(at, _)| all[at]).collect::<Vec<&Quantity>>()
    };
    let is_otherwise = |asked: &Quantity| said(asked, 1).iter().any(|said| said.value != asked.value);
    let group = |asked: &Quantity| (asked.value.clone(), asked.is_ordinal);
    let mut wanted: HashMap<_, usize> = HashMap::new();
    let asked = || own.quantities.iter().filter(|one| one.must_match);
    for one in asked().filter(|one| !is_otherwise(one)) {
        *wanted.entry(group(one)).or_default() += 1;
    }
    let (mut missing, mut fewer) = (Vec::new(), Vec::new());
    for asked in asked() {
        if asked.kind == PlaceableKind::Date {
            if !dates.has(asked) && places(&asked.readings[0]).is_empty() {
                missing.push(asked.clone());
            }
            continue;
        }
        if is_otherwise(asked) {
            continue;
        }
        let mut spans: Vec<Span> = said(asked, 0).iter().map(|said| said.span).collect();
        spans.sort_unstable();
        spans.dedup_by(|later, earlier| later.overlaps(*earlier));
        match (spans.len(), wanted.get(&group(asked))) {
            (0, _) => missing.push(asked.clone()),
            (times, Some(wanted)) if times < *wanted && !asked.is_count && !asked.is_literal => {
                fewer.push(asked.clone());
            }
            _ => {}
        }
    }
    (missing, fewer)
}

/// Whether two numbers that are alike surely stand for different things: 5 mg and 5 g, two thirds and two fifths.
fn is_other_unit(asked: &Quantity, said: &Quantity, by: &Reading) -> bool {
    let sure = |one: &Quantity| one.unit.as_ref().is_some_and(|unit| unit.is_sure);
    let shares = || asked.readings.iter().skip(1).any(|reading| said.readings.contains(reading));
    let is_rate = |one: &Quantity| one.readings.iter().any(|reading| matches!(reading, Reading::Rate(..)));
    let comparable = (sure(asked) && sure(said))
        || (is_rate(asked) && is_rate(said))
        || (asked.is_part && said.is_part)
        || (asked.is_power && said.is_power);
    *by == asked.readings[0] && comparable && !shares()
}
