//! Finds a name in a text written with spaces, also inflected, joined, coordinated or turned round.

use super::terminology::Name;
use super::text::DraftText;
use super::words::{Word, WordMatch};
use crate::model::Span;
use crate::text::english::PREPOSITIONS;

/// Determiners that may follow a preposition.
const DETERMINERS: &[&str] = &["the", "a", "an", "this", "these", "its", "their", "such", "each"];
/// The largest number of words read as one word of a name: wave length, wavelength.
const MOST_JOINED: usize = 5;

/// An occurrence of a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NameMatch {
    pub(super) span: Span,
    pub(super) relation: WordMatch,
}

impl DraftText<'_> {
    /// The occurrences of a name in a text written with spaces, in order; each once, in its closest reading.
    pub(super) fn find_name(&self, name: &Name) -> Vec<NameMatch> {
        let (own, name) = (self.words(), name.words.as_slice());
        let mut hits: Vec<NameMatch> = Vec::new();
        if name.is_empty() {
            return hits;
        }
        for at in 0..own.len() {
            let found = self.in_order(at, name).or_else(|| self.joined(at, name)).or_else(|| self.reversed(at, name));
            let Some(hit) = found else { continue };
            if hits.last().is_none_or(|last| last.span.end <= hit.span.start) {
                hits.push(hit);
            }
        }
        hits
    }

    /// The words of a name in order, starting at `at`; words coordinated with one of them may come between.
    fn in_order(&self, at: usize, name: &[Word]) -> Option<NameMatch> {
        let own = self.words();
        let first = own.get(at)?;
        let mut relation = first.compare(name.first()?)?;
        let mut here = at;
        for word in name.get(1..)? {
            let next = own.get(here + 1)?;
            let coordinated = || {
                // gene and protein expression, gene- and protein-expression
                let joins = matches!(next.form(), "and" | "or");
                joins.then(|| own.get(here + 3)).flatten().and_then(|later| Some((here + 3, later.compare(word)?)))
            };
            let direct = next.compare(word).filter(|_| self.is_one_clause(here)).map(|found| (here + 1, found));
            let (there, found) = direct.or_else(|| coordinated().map(|(there, _)| (there, WordMatch::Derived)))?;
            relation = relation.max(found);
            here = there;
        }
        Some(NameMatch { span: first.span.cover(own.get(here)?.span), relation })
    }

    /// Words at `at` that spell the name with other spaces and hyphens.
    fn joined(&self, at: usize, name: &[Word]) -> Option<NameMatch> {
        let own = self.words();
        let letters: usize = name.iter().map(|word| word.form().len()).sum();
        let head = own.get(at)?;
        let (first, begins) = (head.form().as_bytes().first()?, name.first()?.form().as_bytes().first()?);
        if letters < 4 || first != begins || (name.len() == 1 && head.form().len() >= letters) {
            return None;
        }
        let (last, before) = name.split_last()?;
        let letters_of_name: String = before.iter().map(Word::form).chain([last.singular_form()]).collect();
        let mut written = String::new();
        for end in at..own.len().min(at + MOST_JOINED) {
            let word = own.get(end)?;
            if end > at && !self.is_one_clause(end - 1) {
                return None;
            }
            if written.len() + word.singular_form().len() == letters_of_name.len()
                && letters_of_name.ends_with(word.singular_form())
                && letters_of_name.starts_with(&written)
            {
                return Some(NameMatch { span: head.span.cover(word.span), relation: WordMatch::Same });
            }
            written.push_str(word.form());
            if !letters_of_name.starts_with(&written) {
                return None;
            }
        }
        None
    }

    /// The name in reverse order with a preposition: expression of the genes.
    fn reversed(&self, at: usize, name: &[Word]) -> Option<NameMatch> {
        let own = self.words();
        let first = own.get(at)?;
        (1..name.len()).find_map(|cut| {
            let (front, back) = name.split_at(cut);
            let after = self.end_of(at, back)?;
            let link = own.get(after).filter(|word| PREPOSITIONS.contains(&word.form()))?;
            let mut start = after + 1;
            start += usize::from(own.get(start).is_some_and(|word| DETERMINERS.contains(&word.form())));
            let end = self.end_of(start, front)?;
            let last = own.get(end - 1)?;
            Some(NameMatch { span: first.span.cover(link.span).cover(last.span), relation: WordMatch::Derived })
        })
    }

    /// The end of `name` if its words occur in order from `at`.
    fn end_of(&self, at: usize, name: &[Word]) -> Option<usize> {
        let own = self.words();
        let all = name.iter().enumerate().all(|(offset, word)| {
            own.get(at + offset).is_some_and(|there| there.compare(word).is_some())
                && (offset == 0 || self.is_one_clause(at + offset - 1))
        });
        all.then_some(at + name.len())
    }

    /// Whether a word and the next belong to the same clause.
    fn is_one_clause(&self, at: usize) -> bool {
        let own = self.words();
        let (Some(one), Some(next)) = (own.get(at), own.get(at + 1)) else { return false };
        let between = Span::new(one.span.end, next.span.start).of(self.text);
        !between.contains([',', ';', ':', '!', '?', '\n', '。', '、']) && !between.contains(". ")
    }
}
