//! A text of a pair with the forms that rules compare: folded text, words, key, numbers and codes. Each is computed once, when
//! it is first needed.

use std::cell::OnceCell;

use super::terminology::Name;
use super::words::{Word, words};
use crate::model::{Lang, Span};
use crate::text::chars::{Class, class};
use crate::text::key::Key;
use crate::text::normal::{FoldedText, fold};
use crate::text::placeable::{Placeable, PlaceableKind, placeables};

/// A text of a pair.
pub(super) struct DraftText<'a> {
    /// As written.
    pub(super) text: &'a str,
    pub(super) lang: &'a Lang,
    pub(super) folded: FoldedText,
    words: OnceCell<Vec<Word>>,
    key: OnceCell<String>,
    placeables: OnceCell<Vec<Placeable>>,
    codes: OnceCell<Vec<Span>>,
    shielded: OnceCell<Vec<Span>>,
}

impl<'a> DraftText<'a> {
    pub(super) fn new(text: &'a str, lang: &'a Lang) -> Self {
        Self {
            text,
            lang,
            folded: fold(text),
            words: OnceCell::new(),
            key: OnceCell::new(),
            placeables: OnceCell::new(),
            codes: OnceCell::new(),
            shielded: OnceCell::new(),
        }
    }

    /// Its words, if it is written with spaces.
    pub(super) fn words(&self) -> &[Word] {
        self.words.get_or_init(|| words(&self.folded))
    }

    /// Its numbers, dates, codes and tags, as spans of the folded text.
    pub(super) fn placeables(&self) -> &[Placeable] {
        self.placeables.get_or_init(|| placeables(&self.folded.text, self.lang))
    }

    /// Spans that are not the translator's words: codes, tags, and titles in quotation marks.
    pub(super) fn shielded(&self) -> &[Span] {
        self.shielded.get_or_init(|| {
            let mut spans = self.codes().to_vec();
            spans.extend(quotations(self.text));
            apart(spans)
        })
    }

    /// Codes, tags, addresses and DOIs.
    pub(super) fn codes(&self) -> &[Span] {
        self.codes.get_or_init(|| {
            let is_code = |found: &&Placeable| matches!(found.kind, PlaceableKind::Code | PlaceableKind::Tag);
            let codes = self.placeables().iter().filter(is_code);
            let mut spans: Vec<Span> = codes.map(|found| self.folded.source(found.span)).collect();
            spans.extend(digital_object_identifiers(self.text));
            apart(spans)
        })
    }

    /// Whether a span overlaps a code.
    pub(super) fn is_code(&self, span: Span) -> bool {
        overlaps_one(self.codes(), span)
    }

    /// Whether a span overlaps one that is not the translator's words.
    pub(super) fn is_shielded(&self, span: Span) -> bool {
        overlaps_one(self.shielded(), span)
    }

    /// Whether a Japanese text contains a name in any spelling; runs of katakana, Latin letters and digits are not cut.
    pub(super) fn contains_variant(&self, name: &Name) -> bool {
        let key = self.key.get_or_init(|| Key::new(self.text, self.lang).map(|key| key.variant).unwrap_or_default());
        key.match_indices(name.variant.as_str()).any(|(at, found)| {
            let end = at + found.len();
            let before = key.get(..at).and_then(|before| before.chars().next_back());
            let after = key.get(end..).and_then(|after| after.chars().next());
            !is_one_run(before, found.chars().next()) && !is_one_run(found.chars().next_back(), after)
        })
    }
}

/// Spans in order, those that overlap as one.
fn apart(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut found: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match found.last_mut().filter(|last| last.overlaps(span)) {
            Some(last) => *last = last.cover(span),
            None => found.push(span),
        }
    }
    found
}

/// Whether a span overlaps one of these, which are in order and apart.
fn overlaps_one(spans: &[Span], span: Span) -> bool {
    let first = spans.partition_point(|one| one.end <= span.start);
    spans.get(first..).into_iter().flatten().take(2).any(|one| one.overlaps(span))
}

/// Whether two adjacent characters belong to one run that must not be cut.
fn is_one_run(one: Option<char>, next: Option<char>) -> bool {
    let (Some(one), Some(next)) = (one.map(class), next.map(class)) else { return false };
    let word = |class| matches!(class, Class::Latin | Class::Digit);
    (one == Class::Katakana && next == Class::Katakana) || (word(one) && word(next))
}

/// Digital object identifiers: `10.1000/182`.
fn digital_object_identifiers(text: &str) -> Vec<Span> {
    let starts = text.match_indices("10.").filter(|(at, _)| {
        let rest = text.get(at + 3..).unwrap_or_default();
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        digits >= 4 && rest.get(digits..).is_some_and(|rest| rest.starts_with('/'))
    });
    let end = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        at + rest.find(|c: char| !c.is_ascii_graphic() || matches!(c, '"' | '<' | '>' | ')')).unwrap_or(rest.len())
    };
    starts.map(|(at, _)| Span::new(at, end(at))).collect()
}

/// Text in quotation marks that is long enough to be a title: three words, or five characters of Japanese.
pub(super) fn quotations(text: &str) -> Vec<Span> {
    const MARKS: [(char, char); 5] = [('「', '」'), ('『', '』'), ('“', '”'), ('"', '"'), ('«', '»')];
    let mut spans = Vec::new();
    let mut at = 0;
    while let Some(open) =
        text.get(at..).and_then(|rest| rest.find(MARKS.map(|(open, _)| open))).map(|found| at + found)
    {
        let Some(mark) = text.get(open..).and_then(|rest| rest.chars().next()) else { break };
        let start = open + mark.len_utf8();
        let close = MARKS.iter().find(|(open, _)| *open == mark).map_or('"', |(_, close)| *close);
        let Some(length) = text.get(start..).and_then(|rest| rest.find(close)) else {
            at = start;
            continue;
        };
        let span = Span::new(start, start + length);
        let inside = span.of(text);
        if inside.split_whitespace().count() >= 3 || (matches!(mark, '「' | '『') && inside.chars().count() >= 5) {
            spans.push(span);
        }
        at = span.end + close.len_utf8();
    }
    spans
}
