//! Finds where the English term before a Japanese gloss begins: `a transcription factor (転写因子)`.

use super::abbreviation::long_form;
use super::account::Account;
use super::coverage::expected_words_of_noun;
use crate::text::chars::{Class, class};
use crate::text::sound::similarity;
use crate::text::tokeniser::Tokeniser;

/// Words with which no term begins; the search to the left stops there.
const STOPS: &[&str] = &[
    "a",
    "an",
    "the",
    "of",
    "in",
    "on",
    "at",
    "by",
    "for",
    "to",
    "from",
    "with",
    "as",
    "and",
    "or",
    "but",
    "that",
    "which",
    "this",
    "these",
    "those",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "no",
    "not",
    "we",
    "our",
    "its",
    "their",
    "his",
    "her",
    "into",
    "using",
    "via",
    "called",
    "named",
    "known",
    "such",
    "than",
    "between",
    "both",
    "each",
    "any",
    "all",
    "some",
    "can",
    "may",
    "has",
    "have",
    "had",
    "it",
    "they",
    "so",
    "then",
    "when",
    "where",
    "while",
    "through",
    "within",
    "during",
    "under",
    "over",
    "also",
    "more",
    "most",
    "one",
    "two",
    "three",
    "new",
    "needs",
    "need",
    "use",
    "uses",
    "used",
    "contains",
    "include",
    "includes",
    "including",
    "about",
    "only",
    "how",
];

/// Function words that may occur inside a term.
const INNER: &[&str] = &["of", "in", "for", "to", "and", "on", "the", "by", "with", "from"];

/// Offset in `left` at which the English term with the gloss `japanese` begins.
pub(super) fn start(left: &str, japanese: &str, abbreviation: Option<&str>, tokeniser: &Tokeniser) -> Option<usize> {
    let trimmed = left.trim_end();
    let run = latin_run(trimmed);
    let context = &trimmed[run..];
    // What follows a dot or a slash is the end of an address or of the name of a file.
    let in_name = trimmed[..run].ends_with(['.', ':', '@', '_', '#', '?', '&', '=', '%', '~', '\\']);
    if context.trim().is_empty()
        || in_name && !trimmed[..run].ends_with(". ")
        || context.starts_with('/')
        || context.matches('/').count() >= 2
    {
        return None;
    }
    if let Some(found) = abbreviation.and_then(|abbreviation| long_form(abbreviation, context)) {
        return Some(trimmed.len() - found.len());
    }
    if let Some(at) = by_sound(context, japanese) {
        return Some(run + at);
    }
    let (wanted, surely) = (expected_words_of_noun(japanese), minimum_words(japanese));
    let words: Vec<(usize, &str)> = words(context);
    let mut first = None;
    let mut count = 0;
    let mut index = words.len();
    while index > 0 {
        index -= 1;
        let (at, word) = words[index];
        let lower = word.to_lowercase();
        if lower.chars().all(|c| c.is_ascii_digit()) {
            break;
        }
        if STOPS.contains(&lower.as_str()) {
            let inside = INNER.contains(&lower.as_str())
                && count > 0
                && count < surely
                && index > 0
                && !STOPS.contains(&words[index - 1].1.to_lowercase().as_str());
            // `limit of detection`: continue over a preposition only if the Japanese is likely to need more words.
            if !(inside && lower == "of") {
                break;
            }
            continue;
        }
        if count >= wanted && !word.contains('-') {
            break;
        }
        count += word.split('-').filter(|part| !part.is_empty()).count().min(2);
        first = Some(at);
        if count > wanted.max(1) {
            break;
        }
    }
    // Thalassia hemprichii: a capitalised word before a single lower-case one belongs to it.
    if let Some(at) = first
        && let Some(index) = words.iter().position(|(start, _)| *start == at)
        && index >= 1
        && count == 1
        && words[index].1.chars().all(char::is_lowercase)
    {
        let (before, word) = words[index - 1];
        let capital =
            word.chars().next().is_some_and(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
        if capital && !STOPS.contains(&word.to_lowercase().as_str()) {
            return Some(run + before);
        }
    }
    let first = first.map(|at| further(context, &words, at, japanese, tokeniser))?;
    Some(run + first)
}

/// A start further left: over words that the Japanese says too (単一バイナリーパッケージ, `single binary package`), and over the
/// preposition inside a capitalised name (`Missing in Action`).
fn further(context: &str, words: &[(usize, &str)], start: usize, japanese: &str, tokeniser: &Tokeniser) -> usize {
    let mut start = start;
    let mut said = Account::of(japanese, &context[start..], tokeniser);
    while let Some(index) = words.iter().position(|(at, _)| *at == start).filter(|index| *index > 0) {
        let (before, word) = words[index - 1];
        let capital = |at: usize| words[at].1.starts_with(char::is_uppercase);
        let is_stop = |word: &str| STOPS.contains(&word.to_lowercase().as_str());
        let longer = Account::of(japanese, &context[before..], tokeniser);
        if !is_stop(word) && longer.explained > said.explained {
            (start, said) = (before, longer);
        } else if ["in", "of"].iter().any(|inner| word.eq_ignore_ascii_case(inner))
            && index >= 2
            && capital(index)
            && capital(index - 2)
            && !is_stop(words[index - 2].1)
            && said.room > 1
        {
            start = words[index - 2].0;
            said = Account::of(japanese, &context[start..], tokeniser);
        } else {
            break;
        }
    }
    start
}

/// The start of the words that a katakana term sounds like: ダストトラップ = dust trap.
fn by_sound(context: &str, japanese: &str) -> Option<usize> {
    if japanese.chars().count() < 4 || !japanese.chars().all(|c| class(c) == Class::Katakana || c == '・') {
        return None;
    }
    let words = words(context);
    let last = words.len();
    (1..=last.min(4))
        .map(|count| {
            let joined: String = words[last - count..].iter().map(|(_, word)| *word).collect();
            (similarity(japanese, &joined), words[last - count].0)
        })
        .filter(|(similarity, _)| *similarity >= 0.76)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, at)| at)
}

/// The start of the Latin words at the end of a text, after the last punctuation or Japanese.
fn latin_run(text: &str) -> usize {
    let mut start = text.len();
    for (at, c) in text.char_indices().rev() {
        let inside = matches!(class(c), Class::Latin | Class::Digit | Class::Greek)
            || matches!(c, ' ' | '-' | '‐' | '–' | '−' | '\'' | '’' | '/' | '+');
        if !inside {
            break;
        }
        start = at;
    }
    start + (text[start..].len() - text[start..].trim_start().len())
}

fn words(text: &str) -> Vec<(usize, &str)> {
    let mut out = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain(std::iter::once((text.len(), ' '))) {
        if c == ' ' {
            if let Some(start) = start.take() {
                out.push((start, &text[start..at]));
            }
        } else if start.is_none() {
            start = Some(at);
        }
    }
    out
}

/// The fewest English words that a Japanese term is likely to need: an odd kanji is a suffix.
fn minimum_words(japanese: &str) -> usize {
    let kanji = japanese.chars().filter(|c| class(*c) == Class::Kanji).count();
    expected_words_of_noun(japanese).saturating_sub(kanji % 2).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_terms_begin_where_they_should() {
        for (left, japanese, abbreviation, want) in [
            (
                "contains freeze-dried components for cell-free protein synthesis",
                "無細胞タンパク質合成",
                None,
                "cell-free protein synthesis",
            ),
            ("and a transcription factor", "転写因子", None, "transcription factor"),
            ("a single binary package", "単一バイナリーパッケージ", None, "single binary package"),
            ("who went Missing in Action", "行方不明", None, "Missing in Action"),
            ("The limit of detection", "検出限界", Some("LOD"), "limit of detection"),
            ("\"The strip needs no cold chain", "冷蔵輸送", None, "cold chain"),
            ("その後transient receptor potential", "一過性受容器電位", None, "transient receptor potential"),
        ] {
            let at = start(left, japanese, abbreviation, &Tokeniser::by_script()).unwrap();
            assert_eq!(&left[at..], want);
        }
    }
}
