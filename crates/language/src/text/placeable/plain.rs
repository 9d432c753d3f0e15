//! Japanese words that contain a numeral or a word for a number and say nothing of one: 一致, 対象, 簡単.

use super::number_words::NUMBER_WORDS;
use crate::model::Span;

/// The Japanese words that contain a numeral or a listed word and say nothing of a number, in order.
pub(super) fn plain_words(text: &str) -> Vec<Span> {
    let words = NUMBER_WORDS.japanese.plain_words.iter();
    let mut spans: Vec<Span> = words
        .flat_map(|word| text.match_indices(word.as_str()).map(|(at, found)| Span::new(at, at + found.len())))
        .collect();
    spans.sort_unstable();
    spans
}

/// Whether a number in words lies inside of such a word.
pub(super) fn is_plain(plain: &[Span], span: Span) -> bool {
    let begun = plain.partition_point(|word| word.start <= span.start);
    let near = plain.get(begun.saturating_sub(3)..begun).unwrap_or_default();
    near.iter().any(|word| word.contains(span))
}
