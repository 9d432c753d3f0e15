//! Finds the run of nouns, or of characters that terms are written with, at the end of the text before a gloss.

use crate::model::Span;
use crate::text::chars::{Class, class, fold, is_japanese_letter};
use crate::text::tokeniser::{Word, WordClass};
use crate::text::word_lists::WORD_LISTS;

/// The start of the longest run of term characters at the end of the context.
pub(super) fn character_run(context: &str) -> usize {
    let mut start = context.len();
    for (at, c) in context.char_indices().rev() {
        let inside = matches!(class(c), Class::Kanji | Class::Katakana | Class::Latin | Class::Digit | Class::Greek)
            || matches!(fold(c), '-' | '・' | '/' | '+' | '\'');
        let latin = |c: Option<char>| c.is_some_and(|c| matches!(class(c), Class::Latin | Class::Digit));
        let space = c == ' ' && (latin(context[..at].chars().next_back()) || latin(context[at + 1..].chars().next()));
        if !inside && !space {
            break;
        }
        start = at;
    }
    trim_lead(context, start)
}

/// The start of the run of nouns at the end of the context; `None` if the context ends with something else.
pub(super) fn noun_run(context: &str, words: &[Word]) -> Option<usize> {
    let glued = words_with_kana(context);
    let mut first = words.len();
    for (index, word) in words.iter().enumerate().rev() {
        let surface = word.span.of(context);
        let next = words.get(index + 1);
        let lone_kanji = surface.chars().count() == 1 && surface.chars().all(|c| class(c) == Class::Kanji);
        let touches = next.is_some_and(|next| {
            next.span.start == word.span.end
                && next.span.of(context).chars().next().is_some_and(|c| class(c) == Class::Kanji)
        });
        let inside = glued.iter().any(|span| span.overlaps(word.span));
        let joined = inside
            || (lone_kanji && touches)
            || match word.class {
                // 20分の仮眠: the dictionary has 分の as a single suffix.
                _ if surface.ends_with('の') && surface.chars().count() > 1 => false,
                WordClass::Noun | WordClass::Suffix | WordClass::Prefix | WordClass::Number | WordClass::Counter => {
                    true
                }
                // 取り込み阻害, 読み取り: a verb stem inside or at the end of a compound.
                WordClass::Conjunctive => {
                    next.is_none_or(|next| matches!(next.class, WordClass::Noun | WordClass::Suffix | WordClass::Conjunctive))
                        && !matches!(surface, "し" | "い" | "より" | "おり" | "なり")
                        // 教師あり学習 but not 差があり学習.
                        && (surface != "あり" || index > 0 && words[index - 1].class == WordClass::Noun && next.is_some())
                }
                // 強さ, 深み: an adjective stem and its suffix.
                WordClass::Verb | WordClass::Adjective => next.is_some_and(|next| {
                    next.class == WordClass::Suffix && matches!(next.span.of(context), "さ" | "み")
                }),
                WordClass::Symbol => surface.chars().all(is_inner_mark) || surface == "," && is_locant(words, index),
                WordClass::Adverbial => {
                    // 短時間, 一部: part of a name only if a noun follows immediately.
                    let touching =
                        next.is_some_and(|next| next.span.start == word.span.end && next.class != WordClass::Particle);
                    touching
                        && surface.chars().count() >= 2
                        && surface.chars().all(|c| matches!(class(c), Class::Kanji | Class::Katakana))
                        && !WORD_LISTS.lead.contains(surface)
                }
                WordClass::Other | WordClass::Adverb => surface
                    .chars()
                    .all(|c| matches!(class(c), Class::Kanji | Class::Katakana | Class::Latin | Class::Greek)),
                WordClass::Particle => false,
            };
        // 新潟大学 国立研究開発法人: a space between Japanese words separates them.
        let parted = next.is_some_and(|next| {
            context[word.span.end..next.span.start].contains([' ', '\u{3000}'])
                && surface.chars().next_back().is_some_and(is_japanese_letter)
                && next.span.of(context).chars().next().is_some_and(is_japanese_letter)
        });
        if !joined || parted {
            break;
        }
        first = index;
    }
    // Remove what cannot begin a term: determiners, suffixes, counters with their number, marks.
    while first < words.len() {
        let word = &words[first];
        let surface = word.span.of(context);
        let rest = words.len() - first - 1;
        let counter =
            |index: usize| words.get(index).is_some_and(|word| WORD_LISTS.counter.contains(word.span.of(context)));
        // 2種類の…, 14個: a quantity; but 二次 and 三重 are parts of names.
        let counted = word.class == WordClass::Number
            && rest >= 2
            && (first + 1..first + 5)
                .take_while(|&index| {
                    words.get(index).is_some_and(|word| word.class == WordClass::Number) || counter(index)
                })
                .any(counter);
        let drop = rest > 0
            && (WORD_LISTS.lead.contains(surface)
                || (matches!(surface, "図" | "表")
                    && words.get(first + 1).is_some_and(|next| next.class == WordClass::Number))
                || (word.class == WordClass::Number
                    && first > 0
                    && matches!(words[first - 1].span.of(context), "図" | "表"))
                || counted
                || (word.class == WordClass::Suffix && surface.chars().all(|c| class(c) == Class::Hiragana))
                || counter(first) && word.class == WordClass::Counter
                || (surface.chars().count() == 1
                    && surface.chars().all(|c| class(c) == Class::Hiragana)
                    && !glued.iter().any(|span| span.overlaps(word.span)))
                || (word.class == WordClass::Symbol && surface != "(")
                || (word.class == WordClass::Conjunctive
                    && surface.chars().all(|c| class(c) == Class::Hiragana)
                    && surface.chars().count() <= 2));
        if !drop {
            break;
        }
        first += 1;
    }
    words.get(first).map(|word| word.span.start)
}

/// Whether a mark may occur inside names: (R)-ケタミン, 入力/出力.
fn is_inner_mark(c: char) -> bool {
    matches!(c, '∕' | '-' | '‐' | '−' | '－' | '・' | '/' | '／' | '–' | '+' | '＋' | '(' | ')' | '\'')
}

/// Whether a comma is directly between numbers: 1,3-ブタジエン.
fn is_locant(words: &[Word], comma: usize) -> bool {
    let number = |index: usize| words.get(index).filter(|word| word.class == WordClass::Number);
    let (before, after) = (comma.checked_sub(1).and_then(number), number(comma + 1));
    before.is_some_and(|word| word.span.end == words[comma].span.start)
        && after.is_some_and(|word| word.span.start == words[comma].span.end)
}

/// Spans of words that are partly written in kana: う蝕, せん断, 差の差.
fn words_with_kana(context: &str) -> Vec<Span> {
    WORD_LISTS
        .kana_word
        .iter()
        .flat_map(|word| context.match_indices(word).map(|(at, word)| Span::new(at, at + word.len())))
        .collect()
}

/// Moves a start past marks with which no term begins.
pub(super) fn trim_marks(context: &str, start: usize) -> usize {
    let rest = &context[start..];
    let bare = rest.trim_start_matches(['・', ' ', '\u{3000}', '/', '／', '+']);
    // A dash with a space after it separates a list number from a name.
    let dashed = bare.strip_prefix(['-', '–', '−', '－']).filter(|after| after.starts_with([' ', '\u{3000}']));
    start + rest.len() - dashed.map_or(bare, str::trim_start).len()
}

/// Moves a start past marks, and past words of two or more characters with which no term begins (従来, いわゆる).
fn trim_lead(context: &str, start: usize) -> usize {
    let mut start = start;
    loop {
        let rest = &context[start..];
        let trimmed = rest.trim_start_matches([' ', '・', '-', '－', '/', '／', 'ー', '\'', '+']);
        let lead = WORD_LISTS
            .lead
            .iter()
            .filter(|word| word.chars().count() >= 2)
            .find(|word| trimmed.starts_with(**word) && trimmed.len() > word.len());
        let next = start + (rest.len() - trimmed.len()) + lead.map_or(0, |word| word.len());
        if next == start {
            return start;
        }
        start = next;
    }
}
