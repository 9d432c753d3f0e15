//! Whether two source texts say the same apart from the values and terms that a repair replaces.
//!
//! A repair carries new numbers and terms into a stored translation, whose other words it leaves as they are. That is right
//! only if the other words of both source texts are alike and in the same order: where 対照群 and 処置群 have changed places,
//! or 増加 stands for 減少, the stored translation would say something false with the new numbers in it.

use super::alignment::TokenAlignment;
use super::replacement::Replacement;
use crate::model::{Lang, Span};
use crate::text::comparison::{ComparisonForm, SLOT, Token};

/// Japanese words that two sentences that state the same may differ in: the particles of topic and subject, plain and polite
/// style, and what joins a sentence to the one before it.
const JAPANESE: [&str; 15] = [
    "は",
    "が",
    "だ",
    "で",
    "です",
    "ある",
    "である",
    "でし",
    "でした",
    "だった",
    "であった",
    "まし",
    "ます",
    "なお",
    "そして",
];

/// English words that two sentences that state the same may differ in.
const ENGLISH: [&str; 4] = ["the", "a", "an", "that"];

/// Whether all tokens of both texts correspond to each other in order, but for what is replaced and for words and marks that
/// do not change what a sentence states.
pub(super) fn is_same_wording(
    (source, query): (&ComparisonForm, &ComparisonForm),
    lang: &Lang,
    alignment: &TokenAlignment,
    replacements: &[Replacement],
) -> bool {
    let differs = |token: &Token, spans: &[Span]| {
        !spans.iter().any(|span| span.contains(token.source)) && !may_differ(&token.text, lang)
    };
    let (of_source, of_query): (Vec<Span>, Vec<Span>) = replacements.iter().map(|one| (one.source, one.query)).unzip();
    let (mut at_source, mut at_query) = (0, 0);
    for pair in
        alignment.tokens.iter().map(|pair| (pair.source, pair.query)).chain([(source.tokens.len(), query.tokens.len())])
    {
        let (here, there) = (source.tokens.get(at_source..pair.0), query.tokens.get(at_query..pair.1));
        let same = here.unwrap_or_default().iter().all(|token| !differs(token, &of_source))
            && there.unwrap_or_default().iter().all(|token| !differs(token, &of_query));
        if !same {
            return false;
        }
        (at_source, at_query) = (pair.0 + 1, pair.1 + 1);
    }
    true
}

/// Whether a word or mark may be there or not without a change of what is stated.
fn may_differ(token: &str, lang: &Lang) -> bool {
    if token.chars().eq([SLOT]) {
        return false;
    }
    let is_mark = |c: char| {
        matches!(c, '、' | '。' | ',' | '.' | '，' | '．' | ';' | '!' | '"' | '\'' | '「' | '」') || c.is_whitespace()
    };
    token.chars().all(is_mark)
        || (lang.is_japanese() && JAPANESE.contains(&token))
        || (lang.is_english() && ENGLISH.contains(&token))
}
