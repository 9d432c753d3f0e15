//! The text left of a gloss in, where its Japanese term begins out, with the signs that say so.
//!
//! Three answers are weighed: the run of term characters, the run of nouns ([`run`](super::run)), and that run extended to
//! the left as far as the English says more ([`further`](super::further)). Quotes around a term settle the question.

use super::explain::coverage;
use super::further::{extended, over_bridge, over_joined, over_particle};
use super::gloss::is_oxidation_number;
use super::run::{character_run, noun_run, trim_marks};
use crate::model::{Sign, Span};
use crate::text::chars::{Class, class, has_japanese};
use crate::text::radicals::ideograph;
use crate::text::tokeniser::{Tokeniser, Word, WordClass};

/// Where a term begins and why.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Boundary {
    /// Byte of `left` at which the term begins.
    pub(super) start: usize,
    /// Byte of `left` after its last character (before a closing quote).
    pub(super) end: usize,
    /// What speaks for it.
    pub(super) signs: Vec<Sign>,
}

/// Characters of context that are looked at.
const WINDOW: usize = 48;

/// The Japanese term that ends where `left` ends and that `english` glosses.
pub(super) fn japanese(left: &str, english: &str, heads: &[&str], words: &Tokeniser) -> Option<Boundary> {
    let trimmed = left.trim_end();
    if let Some(quoted) = quoted(trimmed) {
        return Some(Boundary { start: quoted.start, end: quoted.end, signs: vec![Sign::new("quoted", 0.95)] });
    }
    let body = without_oxidation_number(trimmed);
    let window = window(body);
    // Radicals stand for ideographs the dictionary knows; the fold keeps every byte in its place.
    let folded: String = body[window..]
        .chars()
        .map(|c| if ideograph(c).len_utf8() == c.len_utf8() { ideograph(c) } else { c })
        .collect();
    let context = folded.as_str();
    let run = character_run(context);
    let nouns = trim_marks(context, noun_run(context, &words.of(context)).unwrap_or(run));
    let mut start = nouns;
    let mut signs = Vec::new();
    // A glossary head or another gloss of the document that ends here reaches over particles a run stops at.
    let head = heads
        .iter()
        .filter(|head| head.len() >= 6 && context.ends_with(*head))
        .map(|head| context.len() - head.len())
        .min();
    // Only over kana: 95%信頼区間 is the head, the gloss may still be of 信頼区間 alone.
    let kana = |from: usize| context[from..start].chars().any(|c| class(c) == Class::Hiragana);
    if let Some(head) = head.filter(|&head| head < start && kana(head)) {
        start = head;
        signs.push(Sign::new("head_of_glossary", 0.97));
    } else if let Some(bridge) = over_bridge(context, start, english, words) {
        start = bridge;
        signs.push(Sign::new("bridge", 0.9));
    } else if let Some(further) = extended(context, start, english, words)
        .or_else(|| over_particle(context, start, english, heads, words))
        .or_else(|| over_joined(context, start, english, words))
    {
        start = further;
        signs.push(Sign::new("extended", 0.79));
    }
    // "その場 (in-place)": what stands in an open quote before its own gloss is the term.
    if start > 0 && is_in_open_quote(&body[..window]) && is_name(context, words) {
        start = 0;
        signs = vec![Sign::new("quoted", 0.85)];
    }
    if run == nouns && start == nouns {
        signs.push(Sign::new("runs_agree", 0.95));
    }
    let term = context[start..].trim();
    if term.is_empty() || !has_japanese(term) && term.chars().count() < 2 {
        return None;
    }
    let coverage = coverage(term, english);
    if coverage >= 0.999 {
        signs.push(Sign::new("sound_explains_all", 0.98));
    }
    if signs.is_empty() {
        signs.push(Sign::new("noun_run", 0.88));
    }
    let lead = context[start..].len() - context[start..].trim_start().len();
    Some(Boundary { start: window + start + lead, end: trimmed.len(), signs })
}

/// Whether a text ends in a straight or English quote that is still open.
fn is_in_open_quote(before: &str) -> bool {
    before.ends_with('“') || before.ends_with('"') && before.matches('"').count() % 2 == 1
}

/// Whether a short stretch has no particle, which would make it more than a name.
fn is_name(context: &str, words: &Tokeniser) -> bool {
    let particle = |word: &Word| word.class == WordClass::Particle;
    context.chars().count() <= 12 && !words.of(context).iter().any(particle)
}

/// 酸化鉄(III): where the term begins is told by what stands before its last bracket.
fn without_oxidation_number(left: &str) -> &str {
    left.strip_suffix([')', '）'])
        .and_then(|rest| rest.rsplit_once(['(', '（']))
        .filter(|(_, inside)| is_oxidation_number(inside))
        .map_or(left, |(body, _)| body)
}

/// The text inside a closing quote that ends `left`.
fn quoted(left: &str) -> Option<Span> {
    for (open, close) in [('「', '」'), ('『', '』'), ('“', '”'), ('〈', '〉'), ('"', '"'), ('＂', '＂')] {
        if let Some(inner) = left.strip_suffix(close) {
            let at = inner.rfind(open)?;
            let inside = &inner[at + open.len_utf8()..];
            let term = inside.chars().count() <= 30 && !inside.contains(['。', '」', '\n']) && has_japanese(inside);
            return term.then(|| Span::new(at + open.len_utf8(), inner.len()));
        }
    }
    None
}

/// Byte at which the looked-at context begins: after the last sentence end, bracket or quote, at most [`WINDOW`] characters.
fn window(left: &str) -> usize {
    let mut start = left.len();
    for (count, (at, c)) in left.char_indices().rev().enumerate() {
        if count >= WINDOW
            || matches!(
                c,
                '。' | '、'
                    | '，'
                    | '（'
                    | '）'
                    | '「'
                    | '」'
                    | '『'
                    | '』'
                    | '\n'
                    | '：'
                    | '！'
                    | '？'
                    | '【'
                    | '】'
                    | '；'
                    | '`'
                    | '"'
                    | '“'
                    | '”'
                    | '◆'
                    | '●'
                    | '※'
                    | '＝'
                    | '→'
                    | '［'
                    | '］'
            )
        {
            break;
        }
        // ASCII brackets and commas end the context unless they are inside a name: (R)-ケタミン, 1,3-ブタジエン.
        if matches!(c, '(' | ')')
            && !left[at + 1..].starts_with(['-', '‐', '−'])
            && !(c == '(' && left[at + 1..].chars().nth(1) == Some(')'))
        {
            break;
        }
        start = at;
    }
    start
}
