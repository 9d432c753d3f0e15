//! A text and a place in it come in; whether the place may be a term of its own, or cuts a word, goes out.
//!
//! Japanese has no spaces, so a term's letters also stand inside other words: グルー in グループ, おい in において. Runs
//! of katakana and of Latin letters and digits are words and are never cut; hiragana needs a word border; kanji compounds
//! may be cut (細胞 in 肝細胞), because their parts are words.

use std::collections::BTreeSet;

use crate::model::Span;
use crate::text::chars::{Class, class, is_invisible};

/// Whether the place under `span` cuts no word. `word_borders` are byte offsets where a dictionary parts words.
pub(super) fn stands_free(text: &str, span: Span, word_borders: Option<&BTreeSet<usize>>) -> bool {
    let inner = span.of(text);
    let visible = || inner.chars().filter(|c| !is_invisible(*c));
    let (Some(first), Some(last)) = (visible().next(), visible().next_back()) else { return false };
    let before = text.get(..span.start).unwrap_or_default().chars().rev().find(|c| !is_invisible(*c));
    let after = text.get(span.end..).unwrap_or_default().chars().find(|c| !is_invisible(*c));
    if before.is_some_and(|before| is_one_run(before, first)) || after.is_some_and(|after| is_one_run(last, after)) {
        return false;
    }
    if visible().nth(1).is_none() {
        let same = |beside: Option<char>| beside.is_some_and(|beside| class(beside) == class(first));
        if class(first) != Class::Other && (same(before) || same(after)) {
            return false;
        }
    }
    if is_hiragana(inner) {
        let hiragana = |beside: Option<char>| beside.is_some_and(|beside| class(beside) == Class::Hiragana);
        return match word_borders {
            Some(borders) => borders.contains(&span.start) && borders.contains(&span.end),
            None => !hiragana(before) && !hiragana(after),
        };
    }
    true
}

/// Whether `text` is hiragana alone.
pub(super) fn is_hiragana(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| matches!(class(c), Class::Hiragana | Class::Space) || c == 'ー')
}

/// Whether two characters side by side belong to one word that must not be cut.
fn is_one_run(left: char, right: char) -> bool {
    (class(left) == Class::Katakana && class(right) == Class::Katakana) || (is_wordlike(left) && is_wordlike(right))
}

/// Letters without spaces' help: Latin, Greek, digits, other alphabets. Superscript digits mark notes and are none.
pub(super) fn is_wordlike(c: char) -> bool {
    match class(c) {
        Class::Latin | Class::Digit | Class::Greek => true,
        Class::Other => c.is_alphabetic(),
        Class::Kanji | Class::Hiragana | Class::Katakana | Class::Space => false,
    }
}
