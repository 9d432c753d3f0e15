//! A text and a place in it come in; whether the place may be a term of its own goes out.
//!
//! Japanese has no spaces, so a term's letters also stand inside other words: グルー in グループ, おい in において. Runs
//! of katakana and of Latin letters and digits are words and are never cut ([`super::traits`]). Here is the rest: one
//! character stands alone or not at all, and hiragana needs a word border. Kanji compounds may be cut (細胞 in 肝細胞),
//! because their parts are words.

use crate::model::Span;
use crate::text::chars::{Class, class};
use crate::text::tokeniser::Tokeniser;

use super::traits::{Traits, look_up, table};

/// Judges the places of one text.
pub(super) struct Borders<'a> {
    text: &'a str,
    words: &'a Tokeniser,
    /// The clauses the dictionary has cut last, and where it parts their words.
    clauses: Span,
    parts: Vec<usize>,
}

impl<'a> Borders<'a> {
    /// For the places of `text`.
    pub(super) fn new(text: &'a str, words: &'a Tokeniser) -> Self {
        Self { text, words, clauses: Span::default(), parts: Vec::new() }
    }

    /// Whether a place is one character among others of its script.
    pub(super) fn is_lost(&self, span: Span) -> bool {
        let table = table();
        let mut letters = span.of(self.text).chars().filter(|c| counts(table, *c));
        let (Some(only), None) = (letters.next(), letters.next()) else { return false };
        let (before, after) = self.beside(span);
        let own = class(only);
        own != Class::Other && (before == Some(own) || after == Some(own))
    }

    /// Whether a place is hiragana alone and cuts a word. Without a dictionary hiragana beside it tells.
    pub(super) fn cuts_hiragana(&mut self, span: Span) -> bool {
        let table = table();
        let is_kana = |c: char| {
            let traits = look_up(table, c);
            traits.is_hiragana() || traits.joins() || c == 'ー' || class(c) == Class::Space
        };
        if !span.of(self.text).chars().all(is_kana) {
            return false;
        }
        if self.words.has_dictionary() {
            return !self.parts_words(span);
        }
        let (before, after) = self.beside(span);
        before == Some(Class::Hiragana) || after == Some(Class::Hiragana)
    }

    /// Whether the dictionary parts words at both ends of `span`. It cuts clause by clause, so a clause is all it needs
    /// to see.
    fn parts_words(&mut self, span: Span) -> bool {
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
            self.parts = words.iter().flat_map(|word| [start + word.start, start + word.end]).collect();
        }
        [span.start, span.end].iter().all(|place| self.parts.binary_search(place).is_ok())
    }

    /// The classes of the characters beside a place.
    fn beside(&self, span: Span) -> (Option<Class>, Option<Class>) {
        let table = table();
        let before = self.text[..span.start].chars().rev().find(|c| counts(table, *c));
        let after = self.text[span.end..].chars().find(|c| counts(table, *c));
        (before.map(class), after.map(class))
    }
}

/// Whether a character is one of its own: not invisible, and no mark on another.
fn counts(table: &[Traits], c: char) -> bool {
    let traits = look_up(table, c);
    !traits.is_nothing() && !traits.joins()
}

/// What ends a clause for the dictionary, which looks at no word across it.
const CLAUSE_ENDS: [char; 4] = ['。', '、', '\n', '\t'];
