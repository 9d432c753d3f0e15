//! Runs of nouns, and the parts of them that can be terms.

use crate::model::Span;
use crate::text::chars::{Class, class};
use crate::text::tokeniser::{Tokeniser, Word, WordClass};
use crate::text::word_lists::WORD_LISTS;

/// The most words of a term.
const MOST_WORDS: usize = 7;
/// The most characters of a term.
const LONGEST: usize = 32;
/// The most words of a run whose parts are looked at; a longer one is a list or a table.
const LONGEST_RUN: usize = 16;

/// Some words of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    /// Its bytes in the text.
    pub(super) span: Span,
    /// Number of words.
    pub(super) words: usize,
    /// Whether it is all of its run.
    pub(super) is_whole: bool,
}

/// The parts of all runs of a text that can be terms by the classes of their words.
pub(super) fn parts(text: &str, words: &Tokeniser) -> Vec<Part> {
    let all = words.of(text);
    let mut found = Vec::new();
    let mut from = 0;
    for at in 1..=all.len() {
        let goes_on = at < all.len() && joins(&all[at - 1], &all[at], text);
        if !goes_on {
            found.extend(parts_of(trimmed(&all[from..at], text), text));
            from = at;
        }
    }
    found
}

/// Whether a word goes on with the next: both may be inside a term, and nothing stands between them.
fn joins(word: &Word, next: &Word, text: &str) -> bool {
    let (one, other) = (word.span.of(text), next.span.of(text));
    word.span.end == next.span.start
        && is_inside(word, text)
        && is_inside(next, text)
        // 音声認識注2
        && !matches!(other, "注" | "註")
        && (![one, other].contains(&"・") || is_between_katakana(word, next, text))
}

/// Whether a middle dot stands between katakana, as in names of several words.
fn is_between_katakana(word: &Word, next: &Word, text: &str) -> bool {
    let katakana = |c: Option<char>| c.is_some_and(|c| class(c) == Class::Katakana && c != '・');
    if word.span.of(text) == "・" {
        katakana(text[next.span.start..].chars().next()) && katakana(text[..word.span.start].chars().next_back())
    } else {
        katakana(text[..word.span.end].chars().next_back()) && katakana(text[next.span.end..].chars().next())
    }
}

fn is_inside(word: &Word, text: &str) -> bool {
    let surface = word.span.of(text);
    match word.class {
        WordClass::Noun | WordClass::Suffix | WordClass::Prefix | WordClass::Number => true,
        WordClass::Adverbial => is_written_alike(surface),
        // 取り込み阻害
        WordClass::Conjunctive => surface.starts_with(is_kanji) && surface.chars().count() >= 2,
        WordClass::Counter => surface.chars().all(is_kanji),
        WordClass::Symbol | WordClass::Other => {
            matches!(surface, "-" | "‐" | "−" | "・" | "/" | "α" | "β" | "γ") || is_written_alike(surface)
        }
        WordClass::Verb | WordClass::Adjective | WordClass::Particle | WordClass::Adverb => false,
    }
}

fn is_kanji(c: char) -> bool {
    class(c) == Class::Kanji
}

/// Whether a word is in kanji, katakana, Latin or Greek letters only.
fn is_written_alike(surface: &str) -> bool {
    surface.chars().all(|c| matches!(class(c), Class::Kanji | Class::Katakana | Class::Latin | Class::Greek))
}

/// A run without the words with which no term begins or ends.
fn trimmed<'a>(run: &'a [Word], text: &str) -> &'a [Word] {
    let begins = |word: &Word| {
        let surface = word.span.of(text);
        matches!(word.class, WordClass::Noun | WordClass::Prefix | WordClass::Adverbial | WordClass::Other)
            && !WORD_LISTS.lead.contains(surface)
            && !is_mark(surface)
            && !is_ending(surface)
    };
    let ends = |word: &Word| {
        let surface = word.span.of(text);
        let kind = matches!(
            word.class,
            WordClass::Noun | WordClass::Suffix | WordClass::Conjunctive | WordClass::Other | WordClass::Counter
        );
        // そのもの, ら; 騒音下
        let is_part = surface.chars().all(|c| class(c) == Class::Hiragana)
            || matches!(surface, "上" | "下" | "中" | "間" | "内" | "外" | "後" | "前" | "時" | "等");
        let is_index = word.class == WordClass::Number && surface.chars().all(|c| c.is_ascii_digit());
        kind && !is_mark(surface) && !is_part || is_index
    };
    let start = run.iter().position(begins).unwrap_or(run.len());
    let end = run.iter().rposition(ends).map_or(start, |at| at + 1).max(start);
    &run[start..end]
}

/// Whether a word of one kanji only ends others, though the dictionary has it as a noun: 型肝炎 after a number.
fn is_ending(surface: &str) -> bool {
    matches!(surface, "型" | "系" | "的")
}

fn is_mark(surface: &str) -> bool {
    surface.chars().all(|c| !c.is_alphanumeric())
}

/// The parts of a run: itself, and what begins and ends as terms do inside it.
fn parts_of(run: &[Word], text: &str) -> Vec<Part> {
    if run.is_empty() || run.len() > LONGEST_RUN {
        return Vec::new();
    }
    let mut parts = Vec::new();
    for from in 0..run.len() {
        for to in from + 1..=run.len().min(from + MOST_WORDS) {
            let part = &run[from..to];
            let whole = part.len() == run.len();
            if !whole && trimmed(part, text).len() != part.len() {
                continue;
            }
            let span = Span::new(part[0].span.start, part[part.len() - 1].span.end);
            if span.of(text).chars().count() <= LONGEST && !cuts(run, from, to, text) {
                parts.push(Part { span, words: part.len(), is_whole: whole });
            }
        }
    }
    parts
}

/// Whether a border of a part cuts through katakana, Latin letters or before a suffix.
fn cuts(run: &[Word], from: usize, to: usize, text: &str) -> bool {
    let script = |at: usize, last: bool| {
        let surface = run[at].span.of(text);
        if last { surface.chars().next_back() } else { surface.chars().next() }.map(class)
    };
    let alike = |before: usize, after: usize| {
        let (one, other) = (script(before, true), script(after, false));
        one == other && matches!(one, Some(Class::Latin | Class::Digit))
    };
    from > 0 && alike(from - 1, from)
        || to < run.len() && (alike(to - 1, to) || matches!(run[to].class, WordClass::Suffix | WordClass::Counter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_whole_words_between_what_terms_do_not_hold() {
        let text = "𠮷膜のDNA複製を、センサーで見る";
        let found: Vec<&str> =
            parts(text, &Tokeniser::by_script()).into_iter().map(|part| part.span.of(text)).collect();
        assert_eq!(found, ["𠮷膜", "DNA", "DNA複製", "複製", "センサー", "見"]);
    }
}
