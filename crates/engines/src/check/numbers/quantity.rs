//! Reads the numbers and dates of a text, with all readings the other side may have for them.

use std::borrow::Cow;

use super::reading::{Reading, plain, readings_of};
use super::{carry, clocks, eras, forms, measures, names};
use crate::check::text::DraftText;
use crate::model::{Lang, Span};
use crate::text::chars::is_japanese_letter;
use crate::text::measure::{Decimal, UnitReading};
use crate::text::normal::{FoldedText, fold_powers};
use crate::text::placeable::{Placeable, PlaceableKind, begins_with_counter, hints, placeables, word_numbers};

/// A text of a pair as its numbers are read: in a normal form that keeps powers (10⁶) apart from the digits before.
pub(super) struct NumberText<'a> {
    /// As written.
    pub(super) text: &'a str,
    pub(super) lang: &'a Lang,
    pub(super) folded: Cow<'a, FoldedText>,
    pub(super) placeables: Cow<'a, [Placeable]>,
}

impl<'a> NumberText<'a> {
    pub(super) fn new(draft: &'a DraftText<'_>) -> Self {
        let (text, lang) = (draft.text, draft.lang);
        match fold_powers(text) {
            Some(folded) => {
                let placeables = Cow::Owned(placeables(&folded.text, lang));
                Self { text, lang, folded: Cow::Owned(folded), placeables }
            }
            None => {
                Self { text, lang, folded: Cow::Borrowed(&draft.folded), placeables: Cow::Borrowed(draft.placeables()) }
            }
        }
    }
}

/// The unit after a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct UnitUse {
    pub(super) readings: &'static [UnitReading],
    /// Whether it surely is this unit, so that a quantity of another size is another quantity.
    pub(super) is_sure: bool,
    /// Whether it is one of several: km/h, mg/L.
    pub(super) is_compound: bool,
    /// Its place in the folded text.
    pub(super) span: Span,
}

/// A number or a date of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quantity {
    /// Its span in the folded text.
    pub(super) span: Span,
    pub(super) kind: PlaceableKind,
    /// Its value by itself.
    pub(super) value: String,
    /// What it may stand for, its own value first.
    pub(super) readings: Vec<Reading>,
    /// The number that a unit would measure; none for dates, codes and percentages.
    pub(super) amount: Option<Decimal>,
    /// Where its unit would begin.
    pub(super) tail: usize,
    pub(super) unit: Option<UnitUse>,
    /// So many numbers before it are parts of the same: the 10 of 10^6.
    pub(super) parts: usize,
    /// Whether the other side must have it.
    pub(super) must_match: bool,
    /// Whether it is the number of a list item.
    pub(super) is_list_item: bool,
    /// Whether it counts so few things that a pronoun may stand for them: 2つ, both of them.
    pub(super) is_count: bool,
    /// Whether it is written in words.
    pub(super) in_words: bool,
    /// Whether it is written in digits, if only in a name.
    pub(super) in_digits: bool,
    /// Whether it is part of code between grave accents, so that only digits can stand for it.
    pub(super) is_literal: bool,
    /// Whether it is part of a fraction: 3分の2.
    pub(super) is_part: bool,
    /// Whether it is an ordinal in words, or a part of a whole: third.
    pub(super) is_ordinal: bool,
}

impl Quantity {
    pub(super) fn new(span: Span, kind: PlaceableKind, value: &str) -> Self {
        let value = plain(value);
        let amount = if kind == PlaceableKind::Number { Decimal::parse(&value) } else { None };
        Self {
            span,
            kind,
            readings: readings_of(&value),
            value,
            amount,
            tail: span.end,
            unit: None,
            parts: 0,
            must_match: true,
            is_list_item: false,
            is_count: false,
            in_words: false,
            is_part: false,
            in_digits: true,
            is_literal: false,
            is_ordinal: false,
        }
    }

    /// Adds a reading.
    pub(super) fn also(&mut self, reading: Reading) {
        if !self.readings.contains(&reading) {
            self.readings.push(reading);
        }
    }

    /// Adds a number that it may stand for.
    pub(super) fn also_number(&mut self, value: &str) {
        for reading in readings_of(&plain(value)) {
            self.also(reading);
        }
    }

    /// Its value as a small whole number.
    pub(super) fn whole(&self) -> Option<u32> {
        self.amount.and_then(Decimal::small)
    }
}

/// What a text says of numbers.
pub(super) struct TextNumbers {
    /// Numbers, in order.
    pub(super) quantities: Vec<Quantity>,
    /// Words that may account for a number of the other side.
    pub(super) hints: Vec<Quantity>,
    /// Names and codes with digits: IL-6, `v4.2`.
    pub(super) names: Vec<(Span, String)>,
}

/// Marks before the number of a note, which a translation may leave out or write differently.
const NOTES: [&str; 8] = ["注", "注釈", "脚注", "用語", "※", "*", "†", "note"];

/// The numbers of a text.
pub(super) fn numbers_in(text: &NumberText<'_>) -> TextNumbers {
    let folded = text.folded.text.as_str();
    let numeric = |found: &&Placeable| match found.kind {
        PlaceableKind::Number | PlaceableKind::Date => true,
        PlaceableKind::Code => is_version(&found.value),
        PlaceableKind::Tag => false,
    };
    let own: Vec<&Placeable> = text.placeables.iter().filter(numeric).collect();
    let identifiers = names::identifiers(folded, &own);
    let mut quantities: Vec<Quantity> = own.iter().map(|found| quantity(text, found)).collect();
    quantities.retain(|one| !overlaps(&identifiers, one.span, |found| found.span));
    if text.lang.is_japanese() {
        let letters = eras::letters(folded);
        quantities.extend(letters);
        quantities.sort_by_key(|one| one.span);
    }
    let taken: Vec<Span> = quantities.iter().map(|one| one.span).collect();
    let words = word_numbers(folded, text.lang).into_iter();
    let words = words.filter(|word| !overlaps(&taken, word.number.span, |span| *span));
    quantities.extend(words.map(|word| Quantity {
        must_match: word.is_sure,
        in_words: true,
        in_digits: false,
        is_ordinal: word.is_ordinal,
        ..Quantity::new(word.number.span, word.number.kind, &word.number.value)
    }));
    quantities.sort_by_key(|one| one.span);
    if text.lang.is_english() {
        forms::words(folded, &mut quantities);
    }
    eras::read(folded, text.lang, &mut quantities);
    forms::read(folded, text.lang, &mut quantities);
    measures::read(folded, text.lang, &mut quantities);
    carry::read(folded, &mut quantities);
    let covered = carry::covered(folded, &quantities);
    clocks::read(folded, text.lang, &mut quantities);
    count_once(folded, &mut quantities);
    let literals = literals(folded);
    for one in &mut quantities {
        one.is_literal = one.in_digits && overlaps(&literals, one.span, |literal| *literal);
        one.is_count &= !one.is_literal;
    }
    let whole: Vec<Span> =
        own.iter().filter(|found| found.kind != PlaceableKind::Date).map(|found| found.span).collect();
    let free = |span: Span| !overlaps(&whole, span, |own| *own) && !overlaps(&identifiers, span, |one| one.span);
    let hint = |found: Placeable| Quantity {
        must_match: false,
        in_words: true,
        in_digits: found.span.of(folded).starts_with(|c: char| c.is_ascii_digit()),
        ..Quantity::new(found.span, found.kind, &found.value)
    };
    let mut hints: Vec<Quantity> =
        hints(folded, text.lang).into_iter().filter(|hint| free(hint.span)).map(hint).collect();
    hints.extend(measures::phrases(folded, text.lang));
    hints.extend(covered);
    if text.lang.is_japanese() {
        hints.extend(eras::phrases(folded));
    }
    let codes = text.placeables.iter().filter(|found| matches!(found.kind, PlaceableKind::Code | PlaceableKind::Tag));
    let codes = codes.filter(|code| !is_version(&code.value)).map(|code| (code.span, code.value.to_lowercase()));
    let taken: Vec<Span> = quantities.iter().map(|one| one.span).collect();
    let names = names::names(folded, &taken).into_iter().chain(codes).collect();
    quantities.extend(identifiers);
    TextNumbers { quantities, hints, names }
}

/// Whether a span overlaps one of `sorted`, which are in order and do not overlap each other.
pub(super) fn overlaps<T>(sorted: &[T], span: Span, of: impl Fn(&T) -> Span) -> bool {
    let first = sorted.partition_point(|one| of(one).end <= span.start);
    sorted.get(first).is_some_and(|one| of(one).overlaps(span))
}

fn quantity(text: &NumberText<'_>, found: &Placeable) -> Quantity {
    let folded = text.folded.text.as_str();
    let (before, after) = around(folded, found.span);
    let written = found.span.of(folded);
    let mut one = Quantity::new(found.span, found.kind, &found.value);
    if found.kind == PlaceableKind::Number {
        // A dash before a number may be a minus: 温度−5℃.
        let dash = before.strip_suffix('-').is_some_and(|rest| !rest.ends_with(|c: char| c.is_ascii_alphanumeric()));
        if dash && !one.value.starts_with('-') {
            let negative = format!("-{}", one.value);
            one.also_number(&negative);
        }
        let vague = before.ends_with(['数', '何', '幾']) && text.lang.is_japanese();
        // The minutes of a full hour.
        let is_full_hour = written == "00" && before.ends_with(':');
        let is_exempt = is_full_hour
            || vague
            || is_one(&one.value, text.lang, (before, after))
            || is_note(before, after)
            || (text.lang.is_japanese() && is_sum_of_list(one.whole(), before, after));
        one.must_match = !is_exempt;
        let counts = after.trim_start().starts_with(['つ', '人', '者', '個']);
        one.is_count = one.whole().is_some_and(|count| count == 0 || (counts && (2..=3).contains(&count)));
    }
    if found.kind == PlaceableKind::Date {
        for part in super::dates::numbers(&one.value) {
            one.also(Reading::Number(part));
        }
    }
    one.in_digits = written.contains(|c: char| c.is_ascii_digit());
    one.is_list_item = is_list_number(before, after);
    one
}

/// The insides of code between grave accents.
fn literals(folded: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, usize)> = None;
    let mut at = 0;
    while let Some(start) = folded.get(at..).and_then(|rest| rest.find('`')).map(|next| at + next) {
        let marks = folded.bytes().skip(start).take_while(|byte| *byte == b'`').count();
        at = start + marks;
        match open {
            Some((inside, same)) if same == marks => {
                let inside = Span::new(inside, start);
                // A single mark may also hold words: :doc:`2 つ以上 <…>`.
                let is_code = marks > 1 || !inside.of(folded).contains(|c: char| c == ' ' || is_japanese_letter(c));
                found.extend(is_code.then_some(inside));
                open = None;
            }
            Some(_) => {}
            None => open = Some((at, marks)),
        }
    }
    found
}

/// The texts before and after a span.
pub(super) fn around(folded: &str, span: Span) -> (&str, &str) {
    (folded.get(..span.start).unwrap_or_default(), folded.get(span.end..).unwrap_or_default())
}

/// A number that is said twice, the second time in brackets or as the other side of a square: 天保8年(1837年), 10 km (10,000 m),
/// 5 mm by 5 mm.
fn count_once(folded: &str, quantities: &mut [Quantity]) {
    for at in 1..quantities.len() {
        let (before, rest) = quantities.split_at_mut(at);
        let (Some(first), Some(second)) = (before.last(), rest.first_mut()) else { continue };
        let between = folded.get(first.span.end..second.span.start).unwrap_or_default();
        let in_brackets = between.ends_with(['(', '[', '=']) && between.chars().count() <= 12;
        let same = first.readings.iter().any(|reading| second.readings.contains(reading));
        // 5 mm by 5 mm is 5ミリ角.
        let is_square = between.ends_with(" by ") || between.ends_with('×') || between.ends_with("× ");
        second.must_match &= !((in_brackets || is_square && between.len() <= 12) && same && first.must_match);
    }
}

/// Whether it is a single thing, which the other language expresses by an article or a singular.
fn is_one(value: &str, lang: &Lang, (before, after): (&str, &str)) -> bool {
    let after = after.trim_start();
    // 1日目 and 1番目 are ordinals; 3分の1 is a third.
    let ordinal = after.chars().take(3).any(|c| c == '目');
    let one_to_one = after.starts_with("対1") || before.ends_with("1対");
    let counted = one_to_one || (begins_with_counter(after) || after.starts_with('日')) && !ordinal;
    // 1細胞あたり is per cell.
    let per = || {
        let near = after.char_indices().nth(16).map_or(after, |(end, _)| after.get(..end).unwrap_or_default());
        let near = near.split(['、', '。', 'の', 'は', 'が', 'を', 'に']).next().unwrap_or_default();
        ["あたり", "当たり", "当り", "ごと", "毎"].iter().any(|word| near.contains(word))
    };
    value == "1" && lang.is_japanese() && (counted || before.trim_end().ends_with("分の") || per())
}

/// Whether it only counts what is listed before it: AとBの2つ.
fn is_sum_of_list(number: Option<u32>, before: &str, after: &str) -> bool {
    let counts = after.trim_start().starts_with(['つ', '者', '種', '点', '個']);
    let Some(number) = number.filter(|number| counts && (2..=6).contains(number)) else { return false };
    let before = last(before, 120).trim_end();
    if !before.ends_with('の') && !before.ends_with("という") && !before.ends_with("といった") {
        return false;
    }
    let clause = before.rsplit('。').next().unwrap_or_default();
    let joints = ["と", "、", "や", "・", ","].iter().map(|joint| clause.matches(joint).count()).sum::<usize>();
    joints + 1 >= number as usize
}

/// Whether a code is a version number: only digits and points.
fn is_version(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn is_note(before: &str, after: &str) -> bool {
    // *30* is an emphasised number.
    if after.starts_with('*') {
        return false;
    }
    let before = last(before, 16).trim_end().trim_end_matches(['(', '[', '.', ' ']).to_lowercase();
    NOTES.iter().any(|mark| before.ends_with(mark))
}

/// The last characters of a text.
pub(super) fn last(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().take(count).last().map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}

/// Whether it is the number of a list item: (1) …, 2. …
fn is_list_number(before: &str, after: &str) -> bool {
    let first = before.len() <= 8 && before.trim().trim_matches(['(', '[', '<']).is_empty();
    let mut rest = after.chars();
    let marked = matches!(rest.next(), Some('.' | ')' | ']' | '>' | ':' | '、'));
    first && marked && !rest.as_str().trim().is_empty() && !rest.next().is_some_and(|c| c.is_ascii_digit())
}
