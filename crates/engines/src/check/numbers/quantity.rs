//! The numbers and dates of a text, and the text as they are read in it.

use std::borrow::Cow;

use super::reading::{Reading, plain, readings_of};
use crate::check::text::DraftText;
use crate::model::{Lang, Span};
use crate::text::measure::{Decimal, UnitReading};
use crate::text::normal::{FoldedText, fold_powers};
use crate::text::placeable::{Placeable, PlaceableKind, placeables};

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
    /// Whether it is a figure for which no word stands: N+1, version 2.0.
    pub(super) is_figure: bool,
    /// Whether it counts what `several` or `either` may count: 2つ, two ways.
    pub(super) is_counted: bool,
    /// Whether it is a word for any small number: several, either.
    pub(super) is_vague: bool,
    /// Whether it is the second side of a square: 5 mm by 5 mm.
    pub(super) is_side: bool,
    /// Whether it is part of a fraction: 3分の2.
    pub(super) is_part: bool,
    /// Whether it is the base or the exponent of a power of ten.
    pub(super) is_power: bool,
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
            is_figure: false,
            is_counted: true,
            is_vague: false,
            is_side: false,
            is_part: false,
            is_power: false,
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

/// Whether a span overlaps one of `sorted`, which are in order and do not overlap each other.
pub(super) fn overlaps<T>(sorted: &[T], span: Span, of: impl Fn(&T) -> Span) -> bool {
    let first = sorted.partition_point(|one| of(one).end <= span.start);
    sorted.get(first).is_some_and(|one| of(one).overlaps(span))
}

/// The texts before and after a span.
pub(super) fn around(folded: &str, span: Span) -> (&str, &str) {
    (folded.get(..span.start).unwrap_or_default(), folded.get(span.end..).unwrap_or_default())
}

/// The last characters of a text.
pub(super) fn last(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().take(count).last().map_or(text.len(), |(at, _)| at);
    text.get(start..).unwrap_or_default()
}
