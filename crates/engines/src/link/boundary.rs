//! Finds where the Japanese term before a gloss begins.
//!
//! Three answers are weighed: the run of term characters, the run of nouns ([`run`](super::run)), and that run extended to
//! the left while the English has unexplained words ([`extension`](super::extension)). Quotes around a term decide at once.

use super::account::Account;
use super::coverage::coverage;
use super::extension::{extend, extend_over_bridge, extend_over_joined_word, extend_over_particle};
use super::gloss::is_oxidation_number;
use super::left_border::{after_particle, qualified, trimmed, whole_katakana};
use super::run::{character_run, noun_run, trim_marks};
use crate::model::{Sign, Span};
use crate::text::chars::{Class, class, has_japanese};
use crate::text::radicals::ideograph;
use crate::text::tokeniser::{Tokeniser, Word, WordClass};

/// The boundaries of a term, and why it begins there.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Boundary {
    /// Offset in `left` at which the term begins.
    pub(super) start: usize,
    /// Offset in `left` after its last character (before a closing quote).
    pub(super) end: usize,
    /// The signs that support it.
    pub(super) signs: Vec<Sign>,
    /// How far the term and its gloss account for each other; `None` for a quotation, which says its borders itself.
    pub(super) account: Option<Account>,
}

/// Maximum number of characters of context.
const WINDOW: usize = 48;

/// The boundaries of the Japanese term at the end of `left` with the gloss `english`.
pub(super) fn japanese(left: &str, english: &str, heads: &[&str], words: &Tokeniser) -> Option<Boundary> {
    let printed = left.trim_end();
    if let Some(quoted) = quotation(printed) {
        return Some(Boundary {
            start: quoted.start,
            end: quoted.end,
            signs: vec![Sign::new("quoted", 0.95)],
            account: None,
        });
    }
    let body = without_oxidation_number(printed);
    let window = window(body);
    // The dictionary has ideographs, not radicals; this fold does not change byte offsets.
    let folded: String = body[window..]
        .chars()
        .map(|c| if ideograph(c).len_utf8() == c.len_utf8() { ideograph(c) } else { c })
        .collect();
    let context = folded.as_str();
    let run = character_run(context);
    let nouns = trim_marks(context, noun_run(context, &words.of(context)).unwrap_or(run));
    // The dictionary may cut katakana it does not know: 動的デ|カップリング.
    let whole = whole_katakana(context, nouns);
    let nouns =
        if whole < nouns { noun_run(&context[..whole], &words.of(&context[..whole])).unwrap_or(whole) } else { nouns };
    let nouns = after_particle(context, nouns);
    let nouns = trimmed(context, nouns, english, words);
    let mut start = nouns;
    let mut signs = Vec::new();
    // A glossary head, or the term of another gloss, that ends here may extend over particles at which a run stops.
    let head = heads
        .iter()
        .filter(|head| head.len() >= 6 && context.ends_with(*head))
        .map(|head| context.len() - head.len())
        .min();
    // Only over kana: even if 95%信頼区間 is a head, the gloss may belong to 信頼区間 alone.
    let kana = |from: usize| context[from..start].chars().any(|c| class(c) == Class::Hiragana);
    if let Some(head) = head.filter(|&head| head < start && kana(head)) {
        start = head;
        signs.push(Sign::new("head_of_glossary", 0.97));
    } else if let Some(qualifier) = qualified(context, start, english, words) {
        start = qualifier;
        signs.push(Sign::new("qualifier", 0.93));
    } else if let Some(bridge) = extend_over_bridge(context, start, english, words) {
        start = bridge;
        signs.push(Sign::new("bridge", 0.9));
    } else if let Some(further) = extend(context, start, english, words)
        .or_else(|| extend_over_particle(context, start, english, heads, words))
        .or_else(|| extend_over_joined_word(context, start, english, words))
    {
        start = further;
        signs.push(Sign::new("extended", 0.79));
    }
    // "その場 (in-place)": in a quote that is still open, all text before the gloss is the term.
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
    if coverage(term, english) >= 0.999 {
        signs.push(Sign::new("sound_explains_all", 0.98));
    }
    if signs.is_empty() {
        signs.push(Sign::new("noun_run", 0.88));
    }
    let account = Account::of(term, english, words);
    let lead = context[start..].len() - context[start..].trim_start().len();
    Some(Boundary { start: window + start + lead, end: printed.len(), signs, account: Some(account) })
}

/// The text in the quotation that ends `left`.
pub(super) fn quoted(left: &str) -> Option<&str> {
    let left = left.trim_end();
    quotation(left).map(|span| span.of(left))
}

/// Whether a straight or curly quote is still open at the end of a text.
fn is_in_open_quote(before: &str) -> bool {
    before.ends_with('“') || before.ends_with('"') && before.matches('"').count() % 2 == 1
}

/// Whether a short text has no particle and so may be a name.
fn is_name(context: &str, words: &Tokeniser) -> bool {
    let particle = |word: &Word| word.class == WordClass::Particle;
    context.chars().count() <= 12 && !words.of(context).iter().any(particle)
}

/// The text before an oxidation number at its end: 酸化鉄(III).
fn without_oxidation_number(left: &str) -> &str {
    left.strip_suffix([')', '）'])
        .and_then(|rest| rest.rsplit_once(['(', '（']))
        .filter(|(_, inside)| is_oxidation_number(inside))
        .map_or(left, |(body, _)| body)
}

/// The span of the quotation that ends `left`.
fn quotation(left: &str) -> Option<Span> {
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

/// Offset at which the context begins: after the last end of a sentence, bracket or quote, at most [`WINDOW`] characters.
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
        // ASCII brackets and commas end the context unless they are part of a name: (R)-ケタミン, 1,3-ブタジエン.
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
