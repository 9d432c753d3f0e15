//! Decides whether a match may be a word of its own.
//!
//! Japanese has no spaces, so the letters of a term also occur inside other words: グルー in グループ, おい in において. Runs of
//! katakana and of Latin letters and digits are words and are never cut ([`super::traits`]). This file has the other rules: a
//! single character must stand alone, and hiragana needs word boundaries. Kanji compounds may be cut (細胞 in 肝細胞), because
//! their parts are words.

use crate::model::Span;
use crate::text::chars::{Class, class};
use crate::text::tokeniser::Tokeniser;

use super::traits::{CharTraits, table, traits_of};

/// The word boundaries of one text.
pub(super) struct WordBoundaries<'a> {
    text: &'a str,
    words: &'a Tokeniser,
    /// The clauses segmented last, and the boundaries of their words.
    clauses: Span,
    boundaries: Vec<usize>,
}

impl<'a> WordBoundaries<'a> {
    /// For matches in `text`.
    pub(super) fn new(text: &'a str, words: &'a Tokeniser) -> Self {
        Self { text, words, clauses: Span::default(), boundaries: Vec::new() }
    }

    /// Whether a match is a single character next to others of its script.
    pub(super) fn is_lone_character(&self, span: Span) -> bool {
        let table = table();
        let mut letters = span.of(self.text).chars().filter(|c| is_base(table, *c));
        let (Some(only), None) = (letters.next(), letters.next()) else { return false };
        let (before, after) = self.neighbours(span);
        let own = class(only);
        own != Class::Other && (before == Some(own) || after == Some(own))
    }

    /// Whether a match is all hiragana and cuts a word. Without a dictionary, adjacent hiragana counts as a cut.
    pub(super) fn cuts_hiragana(&mut self, span: Span) -> bool {
        let table = table();
        let is_kana = |c: char| {
            let traits = traits_of(table, c);
            traits.is_hiragana() || traits.is_combining() || c == 'ー' || class(c) == Class::Space
        };
        if !span.of(self.text).chars().all(is_kana) {
            return false;
        }
        if self.words.has_dictionary() {
            return !self.has_word_boundaries(span);
        }
        let (before, after) = self.neighbours(span);
        before == Some(Class::Hiragana) || after == Some(Class::Hiragana)
    }

    /// Whether a match that mixes kana with other letters begins or ends with hiragana that may belong to the words around it:
    /// ろ過 in ごろ過ぎ, は種 in これは種の. Such a match can only stand for a term that is written otherwise.
    pub(super) fn cuts_mixed(&mut self, span: Span) -> bool {
        let table = table();
        let hiragana = |c: char| class(c) == Class::Hiragana;
        let text = span.of(self.text);
        let head = text.chars().take_while(|c| hiragana(*c));
        let tail = text.chars().rev().take_while(|c| hiragana(*c));
        let (head_length, tail_length) = (head.clone().count(), tail.clone().count());
        let before = self.text[..span.start].chars().rev().find(|c| is_base(table, *c));
        let after = self.text[span.end..].chars().find(|c| is_base(table, *c));
        if head_length == 1
            && head.clone().all(|c| PARTICLES.contains(&c))
            && before.is_some_and(|c| !matches!(class(c), Class::Other | Class::Space))
        {
            return true;
        }
        if tail_length == 1 && tail.clone().all(|c| PARTICLES.contains(&c)) {
            return true;
        }
        let follows = head_length > 0 && before.is_some_and(hiragana);
        let is_followed = tail_length > 0 && after.is_some_and(hiragana);
        if is_followed
            && !after.is_some_and(|c| PARTICLES.contains(&c))
            && (tail_length == 1 || !self.words.has_dictionary())
        {
            return true;
        }
        if follows && !self.words.has_dictionary() {
            return !before.is_some_and(|c| PARTICLES.contains(&c));
        }
        (follows && !self.is_word_boundary(span, span.start))
            || (is_followed && self.words.has_dictionary() && !self.is_word_boundary(span, span.end))
    }

    /// Whether the dictionary has word boundaries at both ends of `span`. Clauses are segmented independently, so only the clauses
    /// around it are read.
    fn has_word_boundaries(&mut self, span: Span) -> bool {
        [span.start, span.end].into_iter().all(|at| self.is_word_boundary(span, at))
    }

    /// Whether the dictionary has a word boundary at `at`, one of the ends of `span`.
    fn is_word_boundary(&mut self, span: Span, at: usize) -> bool {
        if !self.clauses.contains(span) || self.clauses.is_empty() {
            let before = &self.text[..span.start];
            let start = before.rfind(CLAUSE_ENDS).map_or(0, |at| {
                let mark = before[at..].chars().next();
                at + mark.map_or(0, char::len_utf8)
            });
            let after = &self.text[span.end..];
            let end = after.find(CLAUSE_ENDS).map_or(self.text.len(), |at| {
                let mark = after[at..].chars().next();
                span.end + at + mark.map_or(0, char::len_utf8)
            });
            self.clauses = Span::new(start, end);
            let words = self.words.surfaces(self.clauses.of(self.text));
            self.boundaries = words.iter().flat_map(|word| [start + word.start, start + word.end]).collect();
        }
        self.boundaries.binary_search(&at).is_ok()
    }

    /// The classes of the characters next to a match.
    fn neighbours(&self, span: Span) -> (Option<Class>, Option<Class>) {
        let table = table();
        let before = self.text[..span.start].chars().rev().find(|c| is_base(table, *c));
        let after = self.text[span.end..].chars().find(|c| is_base(table, *c));
        (before.map(class), after.map(class))
    }
}

/// Whether a character is visible and not a mark on another.
fn is_base(table: &[CharTraits], c: char) -> bool {
    let traits = traits_of(table, c);
    !traits.is_ignorable() && !traits.is_combining()
}

/// Hiragana that are particles by themselves.
const PARTICLES: [char; 14] = ['は', 'と', 'に', 'の', 'を', 'が', 'も', 'へ', 'で', 'や', 'か', 'ね', 'よ', 'し'];

/// Ends of clauses; no word of the dictionary reaches across one.
const CLAUSE_ENDS: [char; 4] = ['。', '、', '\n', '\t'];
