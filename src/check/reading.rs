//! A text of a pair and its language in; its forms for comparison, and where a name stands in it, out.

use std::cell::OnceCell;

use super::known::Name;
use super::words::{Likeness, Word, words};
use crate::model::{Lang, Span};
use crate::text::chars::{Class, class};
use crate::text::key::Key;
use crate::text::normal::{FoldedText, fold};
use crate::text::placeable::{Placeable, PlaceableKind, placeables};

/// Words that may stand between the parts of a name that was turned round: expression of the gene.
const LINKS: &[&str] = &["of", "in", "for", "by", "from", "to", "with", "on", "at", "between", "against"];
/// Words that may follow them.
const ARTICLES: &[&str] = &["the", "a", "an", "this", "these", "its", "their", "such", "each"];
/// The most words of a text that are read as one word of a name: wave length, wavelength.
const MOST_JOINED: usize = 5;

/// A text of a pair.
pub(super) struct Text<'a> {
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

/// A place where a name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) span: Span,
    pub(super) likeness: Likeness,
}

impl<'a> Text<'a> {
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

    /// Its words, where it is written with spaces.
    pub(super) fn words(&self) -> &[Word] {
        self.words.get_or_init(|| words(&self.folded))
    }

    /// Its numbers, dates, codes and tags; places in the folded text.
    pub(super) fn placeables(&self) -> &[Placeable] {
        self.placeables.get_or_init(|| placeables(&self.folded.text, self.lang))
    }

    /// Places that are not the translator's words: codes, tags, titles in quotation marks.
    pub(super) fn shielded(&self) -> &[Span] {
        self.shielded.get_or_init(|| {
            let mut spans = self.codes().to_vec();
            spans.extend(quoted(self.text));
            spans
        })
    }

    /// Codes, tags, addresses and DOIs.
    pub(super) fn codes(&self) -> &[Span] {
        self.codes.get_or_init(|| {
            let of_programs = |found: &&Placeable| matches!(found.kind, PlaceableKind::Code | PlaceableKind::Tag);
            let codes = self.placeables().iter().filter(of_programs);
            let mut spans: Vec<Span> = codes.map(|found| self.folded.source(found.span)).collect();
            spans.extend(digital_names(self.text));
            spans
        })
    }

    /// Whether a place lies in a code.
    pub(super) fn is_code(&self, span: Span) -> bool {
        self.codes().iter().any(|code| code.overlaps(span))
    }

    /// Whether a place lies in one that is not the translator's words.
    pub(super) fn is_shielded(&self, span: Span) -> bool {
        self.shielded().iter().any(|shield| shield.overlaps(span))
    }

    /// Whether a Japanese text holds a name, spelt in any way; katakana, Latin letters and digits are never cut.
    pub(super) fn holds_spelling(&self, name: &Name) -> bool {
        let key = self.key.get_or_init(|| Key::new(self.text, self.lang).map(|key| key.variant).unwrap_or_default());
        key.match_indices(name.variant.as_str()).any(|(at, found)| {
            let end = at + found.len();
            let before = key.get(..at).and_then(|before| before.chars().next_back());
            let after = key.get(end..).and_then(|after| after.chars().next());
            !cuts(before, found.chars().next()) && !cuts(found.chars().next_back(), after)
        })
    }

    /// The places of a name in a text that is written with spaces, in order; several readings of one place come once, the
    /// closest.
    pub(super) fn hits(&self, name: &Name) -> Vec<Hit> {
        let (own, wanted) = (self.words(), name.words.as_slice());
        let mut hits: Vec<Hit> = Vec::new();
        if wanted.is_empty() {
            return hits;
        }
        for at in 0..own.len() {
            let found = self.run(at, wanted).or_else(|| self.joined(at, wanted)).or_else(|| self.turned(at, wanted));
            let Some(hit) = found else { continue };
            if hits.last().is_none_or(|last| last.span.end <= hit.span.start) {
                hits.push(hit);
            }
        }
        hits
    }

    /// The words of a name one after the other, the first at `at`; what is coordinated with one of them may stand between.
    fn run(&self, at: usize, wanted: &[Word]) -> Option<Hit> {
        let own = self.words();
        let first = own.get(at)?;
        let mut likeness = first.likeness(wanted.first()?)?;
        let mut here = at;
        for word in wanted.get(1..)? {
            let next = own.get(here + 1)?;
            let coordinated = || {
                // gene and protein expression, gene- and protein-expression
                let joins = matches!(next.form(), "and" | "or");
                joins.then(|| own.get(here + 3)).flatten().and_then(|later| Some((here + 3, later.likeness(word)?)))
            };
            let direct = next.likeness(word).filter(|_| self.meet(here)).map(|found| (here + 1, found));
            let (there, found) = direct.or_else(|| coordinated().map(|(there, _)| (there, Likeness::Derived)))?;
            likeness = likeness.max(found);
            here = there;
        }
        Some(Hit { span: first.span.cover(own.get(here)?.span), likeness })
    }

    /// Other words at `at` that are written like the name but for spaces and hyphens.
    fn joined(&self, at: usize, wanted: &[Word]) -> Option<Hit> {
        let own = self.words();
        let letters: usize = wanted.iter().map(|word| word.form().len()).sum();
        let head = own.get(at)?;
        let (first, begins) = (head.form().as_bytes().first()?, wanted.first()?.form().as_bytes().first()?);
        if letters < 4 || first != begins || (wanted.len() == 1 && head.form().len() >= letters) {
            return None;
        }
        let (last, before) = wanted.split_last()?;
        let name: String = before.iter().map(Word::form).chain([last.one()]).collect();
        let mut written = String::new();
        for end in at..own.len().min(at + MOST_JOINED) {
            let word = own.get(end)?;
            if end > at && !self.meet(end - 1) {
                return None;
            }
            if written.len() + word.one().len() == name.len()
                && name.ends_with(word.one())
                && name.starts_with(&written)
            {
                return Some(Hit { span: head.span.cover(word.span), likeness: Likeness::Same });
            }
            written.push_str(word.form());
            if !name.starts_with(&written) {
                return None;
            }
        }
        None
    }

    /// A name turned round: expression of the genes.
    fn turned(&self, at: usize, wanted: &[Word]) -> Option<Hit> {
        let own = self.words();
        let first = own.get(at)?;
        (1..wanted.len()).find_map(|cut| {
            let (front, back) = wanted.split_at(cut);
            let after = self.same(at, back)?;
            let link = own.get(after).filter(|word| LINKS.contains(&word.form()))?;
            let mut start = after + 1;
            start += usize::from(own.get(start).is_some_and(|word| ARTICLES.contains(&word.form())));
            let end = self.same(start, front)?;
            let last = own.get(end - 1)?;
            Some(Hit { span: first.span.cover(link.span).cover(last.span), likeness: Likeness::Derived })
        })
    }

    /// One past the last of `wanted`, which stand one after the other from `at`.
    fn same(&self, at: usize, wanted: &[Word]) -> Option<usize> {
        let own = self.words();
        let all = wanted.iter().enumerate().all(|(offset, word)| {
            own.get(at + offset).is_some_and(|there| there.likeness(word).is_some())
                && (offset == 0 || self.meet(at + offset - 1))
        });
        all.then_some(at + wanted.len())
    }

    /// Whether nothing that ends a clause parts a word from the next.
    fn meet(&self, at: usize) -> bool {
        let own = self.words();
        let (Some(one), Some(next)) = (own.get(at), own.get(at + 1)) else { return false };
        let between = Span::new(one.span.end, next.span.start).of(self.text);
        !between.contains([',', ';', ':', '!', '?', '\n', '。', '、']) && !between.contains(". ")
    }
}

/// Whether two neighbours are parts of one run that is never cut.
fn cuts(one: Option<char>, next: Option<char>) -> bool {
    let (Some(one), Some(next)) = (one.map(class), next.map(class)) else { return false };
    let word = |class| matches!(class, Class::Latin | Class::Digit);
    (one == Class::Katakana && next == Class::Katakana) || (word(one) && word(next))
}

/// Identifiers of publications: `10.1000/182`.
fn digital_names(text: &str) -> Vec<Span> {
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

/// What stands in quotation marks and is a title by its length: three words, or five characters of Japanese.
pub(super) fn quoted(text: &str) -> Vec<Span> {
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
