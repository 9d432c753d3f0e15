//! Reads a text of a language written with spaces as the letters it is searched by.
//!
//! ```text
//! Cell-free neural networks, γ   →  cell·free|neural|network(s),|gamma     · hyphen   | space   (s) with or without
//! ```
//!
//! Spaces and hyphens are not letters, so that cell-free, cell free and cellfree match each other. The word breaks of a match
//! are compared afterwards ([`super::breaks`]), so that therapist is not found in "the rapist". English is read in American
//! spelling, and the last word of a match and one before a preposition also in the singular: nuclei of cells.

use std::ops::Range;

use crate::model::Span;
use crate::text::english;

use super::breaks::{Separator, WordBreaks};
use super::folded::{FoldedChar, for_each_folded};
use super::stream::{ALTERNATIVE, BEGINS, ENDS, HYPHEN, LITERAL, LetterStream, ORDINARY, PLURAL, SPACE};
use super::tokens::{Token, token_end};
use super::trie::Trie;
use super::walk::{Continuation, MatchForm, PatternMatch, SearchText, Walk};

/// A text written with spaces, as it is searched.
#[derive(Debug, Default)]
pub(super) struct SpacedText {
    stream: LetterStream,
    alternatives: Vec<Alternative>,
    /// The letters of the alternatives.
    letters: String,
}

/// An alternative reading of a word.
#[derive(Debug, Clone)]
struct Alternative {
    /// The letter of the stream before which it starts.
    at: usize,
    /// The letters of the word in the stream.
    word: Range<usize>,
    /// The letters it has from there on in this reading.
    letters: Range<usize>,
    /// Whether a match may continue after it.
    is_continued: bool,
    form: MatchForm,
}

/// What precedes a token.
#[derive(Debug, Clone, Copy)]
struct SeparatorBefore {
    /// The separator of two words.
    separator: Separator,
    /// Whether there is anything between the tokens.
    is_separated: bool,
    /// Whether it is written as it is compared.
    is_literal: bool,
}

impl SpacedText {
    /// Reads a text.
    pub(super) fn new(text: &str, is_english: bool) -> Self {
        let mut chars = Vec::with_capacity(text.len());
        for_each_folded(text, |c| chars.push(c));
        let mut read = Self { stream: LetterStream::with_capacity(text.len() + 8), ..Self::default() };
        let start = SeparatorBefore { separator: Separator::None, is_separated: false, is_literal: true };
        let (mut at, mut before, mut after_word, mut word) = (0, start, false, String::new());
        while let Some(c) = chars.get(at) {
            let separator = match c.letter {
                ' ' => Some(Separator::Space),
                '_' | '/' if is_english => Some(Separator::Space),
                '-' => Some(Separator::Hyphen),
                _ => None,
            };
            if let Some(separator) = separator {
                let is_literal = before.is_literal && c.is_unchanged;
                before = SeparatorBefore { separator: separator.max(before.separator), is_separated: true, is_literal };
                at += 1;
                continue;
            }
            let end = token_end(&chars, at);
            let token = Token::new(&chars[at..end], chars.get(end));
            if !(token.is_word && after_word) {
                before.separator = Separator::None;
            }
            let first = read.stream.len();
            read.add(&chars[at..end], token, before, &mut word);
            if is_english && token.is_word {
                read.americanise(&chars[at..end], token, first, &word);
                if token.ends && english::may_be_plural(&word) {
                    let touches = at > 0 && !before.is_separated;
                    let is_head = precedes_preposition(&chars[end..]);
                    read.add_singulars(token, first..read.stream.len(), &word, touches, is_head);
                }
            }
            if token.ends {
                read.stream.set(read.stream.len() - 1, ENDS);
            }
            (at, before, after_word) = (end, start, token.is_word);
        }
        read.alternatives.sort_by_key(|one| one.at);
        read.stream.close();
        for alternative in &read.alternatives {
            read.stream.set(alternative.at, ALTERNATIVE);
        }
        read
    }

    /// Adds the letters of a token, also to `word`.
    fn add(&mut self, chars: &[FoldedChar], token: Token, before: SeparatorBefore, word: &mut String) {
        word.clear();
        let mut flags = match before.separator {
            Separator::None => 0,
            Separator::Hyphen => HYPHEN,
            Separator::Space => SPACE,
        };
        flags |= if token.begins { BEGINS } else { 0 };
        flags |= if token.is_ordinary && before.is_literal { ORDINARY } else { 0 };
        let ordinary = if token.is_ordinary { ORDINARY } else { 0 };
        for c in chars {
            if c.letter.is_ascii() {
                let small = c.letter.to_ascii_lowercase();
                let literal = if c.is_unchanged && small == c.letter { LITERAL } else { 0 };
                self.stream.push(small, flags | literal, c.start, c.end, 1);
                word.push(small);
                flags = ordinary;
                continue;
            }
            let name = english::greek_names(c.letter.encode_utf8(&mut [0; 4])).to_lowercase();
            for letter in name.chars() {
                self.stream.push(letter, flags, c.start, c.end, 1);
                flags = 0;
            }
            word.push_str(&name);
        }
    }

    /// Changes the last word, which starts at the letter `first`, to American spelling as keys have it.
    fn americanise(&mut self, chars: &[FoldedChar], token: Token, first: usize, word: &str) {
        if !english::is_british(word) {
            return;
        }
        let (Some(start), Some(end)) = (chars.first(), chars.last()) else { return };
        let mut flags = self.stream.flags()[first] & !LITERAL;
        self.stream.truncate(first);
        for letter in english::american(word).chars() {
            self.stream.push(letter, flags, start.start, end.end, 1);
            flags &= ORDINARY;
        }
        if token.may_be_symbol {
            // The case of symbols matters, so a key may not recognise their British spelling.
            self.add_alternative(first..self.stream.len(), word, MatchForm::Other, true);
        }
    }

    /// Adds the singulars that the last word may be the plural of. A match may continue after a head, which precedes a
    /// preposition.
    fn add_singulars(&mut self, token: Token, range: Range<usize>, word: &str, touches: bool, is_head: bool) {
        let (stem, ending) = english::singular_parts(word);
        if stem.len() < word.len() || !ending.is_empty() {
            let singular = english::american(&format!("{stem}{ending}"));
            self.add_alternative(range.clone(), &singular, MatchForm::Singular, is_head);
            self.stream.set(range.end - 1, PLURAL);
            if is_head {
                self.stream.add_head(range.len(), singular.chars().count());
            }
        }
        if let Some(second) = english::second_singular(word) {
            self.add_alternative(range.clone(), second, MatchForm::Other, false);
        }
        if token.is_plural_symbol {
            self.add_alternative(range.clone(), &word[..word.len() - 1], MatchForm::Other, false);
        }
        if touches && word.len() <= 4 {
            // A key reads a word together with the marks right before it, which make it longer.
            let longer = english::singular(&format!("____{word}"));
            self.add_alternative(range, &longer[4..], MatchForm::Other, false);
        }
    }

    /// Adds an alternative reading of the last word, from where it differs.
    fn add_alternative(&mut self, range: Range<usize>, other: &str, form: MatchForm, is_continued: bool) {
        let letters = &self.stream.letters()[range.clone()];
        let same = letters.iter().zip(other.chars()).take_while(|(letter, other)| **letter == *other);
        let (count, bytes) = same.fold((0, 0), |(count, bytes), (letter, _)| (count + 1, bytes + letter.len_utf8()));
        let from = self.letters.len();
        self.letters.push_str(&other[bytes..]);
        let letters = from..self.letters.len();
        self.alternatives.push(Alternative { at: range.start + count, word: range, letters, is_continued, form });
    }

    /// Whether a text of this length consists of ordinary English words, separated by single spaces or hyphens.
    pub(super) fn is_ordinary(&self, length: usize) -> bool {
        let last = self.stream.len().checked_sub(1);
        let is_whole = |last| self.stream.span(0, last) == Span::new(0, length);
        last.is_some_and(|last| is_whole(last) && self.stream.is_ordinary(0, last))
    }

    /// The word breaks of the whole text.
    pub(super) fn breaks(&self) -> WordBreaks {
        self.stream.len().checked_sub(1).map_or_else(WordBreaks::default, |last| self.stream.breaks(0, last))
    }
}

/// Whether a preposition follows after a space.
fn precedes_preposition(rest: &[FoldedChar]) -> bool {
    let [space, rest @ ..] = rest else { return false };
    let is = |preposition: &&str| {
        let letters = preposition.len();
        let same = || rest.iter().zip(preposition.chars()).all(|(c, letter)| c.letter == letter);
        rest.len() > letters && rest[letters].letter == ' ' && same()
    };
    space.letter == ' ' && english::PREPOSITIONS.iter().any(is)
}

impl SearchText for SpacedText {
    fn stream(&self) -> &LetterStream {
        &self.stream
    }

    fn walk_alternatives(&self, walk: Walk, trie: &Trie, found: &mut Continuation) {
        let at = walk.at as usize;
        let from = self.alternatives.partition_point(|one| one.at < at);
        for alternative in self.alternatives[from..].iter().take_while(|one| one.at == at) {
            if walk.first as usize > alternative.word.start {
                continue;
            }
            let Some(node) = trie.walk(walk.node, self.letters[alternative.letters.clone()].chars()).1 else {
                continue;
            };
            let end = u32::try_from(alternative.word.end).unwrap_or(u32::MAX);
            if self.stream.flags()[alternative.word.end - 1] & ENDS != 0 && trie.is_end(node) {
                found.matches.push(PatternMatch { first: walk.first, last: end - 1, node, form: alternative.form });
            }
            if alternative.is_continued {
                found.walks.push(Walk { at: end, node, is_altered: true, ..walk });
            }
        }
    }
}
