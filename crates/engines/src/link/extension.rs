//! Extends a Japanese term to the left when its English gloss has words that the last noun run does not account for: by
//! sound, over a verb, or over a particle.

use super::account::Account;
use super::coverage::{content_words, coverage, expected_words, explained_words};
use super::run::noun_run;
use crate::text::chars::{Class, class};
use crate::text::sound::sounds_like;
use crate::text::tokeniser::{Tokeniser, WordClass};
use crate::text::word_lists::WORD_LISTS;
use crate::text::word_pairs;

/// A start further left that accounts for more English words, if its first unit accounts for one of them.
pub(super) fn extend(context: &str, start: usize, english: &str, words: &Tokeniser) -> Option<usize> {
    let wanted: Vec<&str> = content_words(english);
    if wanted.len() < 2 {
        return None;
    }
    let have = explained_words(&context[start..], &wanted);
    let mut best: Option<(usize, usize)> = None;
    let list = words.of(&context[..start]);
    for index in (0..list.len()).rev().take(6) {
        let word = &list[index];
        if !matches!(word.class, WordClass::Noun | WordClass::Prefix) {
            continue;
        }
        let surface = word.span.of(context);
        let own = explained_words(surface, &wanted);
        let whole = explained_words(&context[word.span.start..], &wanted);
        if own >= 1 && whole > have && best.is_none_or(|(_, most)| whole > most) {
            best = Some((word.span.start, whole));
        }
    }
    let (found, _) = best?;
    // The unit may be inside a longer noun run: start at the beginning of that run.
    let end = list.iter().find(|word| word.span.start == found).map_or(found, |word| word.span.end);
    let run = noun_run(&context[..end], &words.of(&context[..end])).unwrap_or(found);
    Some(run.min(found))
}

/// A start left of a verb that the English has too: 証拠に基づく政策立案 = evidence-based policy making.
pub(super) fn extend_over_bridge(context: &str, start: usize, english: &str, words: &Tokeniser) -> Option<usize> {
    let lower = english.to_lowercase();
    let wanted = content_words(&lower);
    // 自動化された意思決定 = automated decision-making.
    let participle = wanted.iter().any(|word| word.len() > 4 && word.ends_with("ed"));
    let bridge =
        ["された", "化した"].into_iter().find(|word| participle && context[..start].ends_with(word)).or_else(|| {
            WORD_LISTS
                .bridge
                .iter()
                .find(|(ja, en)| context[..start].ends_with(ja) && wanted.contains(en))
                .map(|(ja, _)| *ja)
        })?;
    let before = &context[..start - bridge.len()];
    noun_run(before, &words.of(before))
}

/// A start left of one の, if the run alone is too short for the English: 位相の読み取り = phase picking.
pub(super) fn extend_over_particle(
    context: &str,
    start: usize,
    english: &str,
    heads: &[&str],
    words: &Tokeniser,
) -> Option<usize> {
    let wanted = english.split_whitespace().filter(|word| !content_words(word).is_empty()).count();
    let lower = format!(" {} ", english.to_lowercase());
    // naming and binding: 名前づけと束縛.
    let joined = ["と", "および", "及び", "や"]
        .iter()
        .find_map(|word| context[..start].strip_suffix(word))
        .filter(|_| lower.contains(" and "));
    let run = &context[start..];
    // 弱い力 = weak force: an adjective belongs to a term that would be too short without it.
    if let Some(adjective) = adjective_before(context, start, words)
        && wanted >= 2
        && !Account::of(run, english, words).fits()
    {
        return Some(adjective);
    }
    if heads.contains(&run) || names_a_species(run, english) {
        return None;
    }
    let before = match joined {
        Some(before) => before,
        None => context[..start].strip_suffix('の')?,
    };
    if wanted < 2 || expected_words(run.trim_end_matches('化')) >= wanted || coverage(run, english) >= 0.999 {
        return None;
    }
    let from = noun_run(before, &words.of(before))?;
    // 図3の相図: the number belongs to the figure.
    if before[..from].ends_with(['図', '表']) {
        return None;
    }
    let longer = &context[from..];
    (expected_words(longer.trim_end_matches('化')) <= wanted + 1).then_some(from)
}

/// A start left of one の, if the English writes both nouns as one word that begins like the first sounds: タートルの形 =
/// turtleshape.
pub(super) fn extend_over_joined_word(context: &str, start: usize, english: &str, words: &Tokeniser) -> Option<usize> {
    let before = context[..start].strip_suffix('の')?;
    let word = english.trim();
    if word.len() < 6 || !word.bytes().all(|c| c.is_ascii_lowercase()) || sounds_like(&context[start..], word) {
        return None;
    }
    let from = noun_run(before, &words.of(before))?;
    let first = &before[from..];
    let katakana = first.chars().count() >= 2 && first.chars().all(|c| class(c) == Class::Katakana);
    let begins = (3..=word.len() - 3).any(|end| sounds_like(first, &word[..end]));
    (katakana && begins).then_some(from)
}

/// The start of the adjective (弱い, 高い) right before `start`.
fn adjective_before(context: &str, start: usize, words: &Tokeniser) -> Option<usize> {
    let before = &context[..start];
    let list = words.of(before);
    let last = list.last()?;
    let surface = last.span.of(before);
    // What a common adjective says in English is known, and the English does not say it.
    (last.span.end == before.len()
        && last.class == WordClass::Adjective
        && surface.ends_with('い')
        && !word_pairs::has(surface))
    .then_some(last.span.start)
}

/// Whether a name in katakana is glossed with the Latin name of a species, which needs no extension: 川のアユ
/// （Plecoglossus altivelis）.
fn names_a_species(run: &str, english: &str) -> bool {
    let words: Vec<&str> = english.split_whitespace().collect();
    let [genus, species] = words.as_slice() else { return false };
    genus.starts_with(char::is_uppercase)
        && genus.chars().skip(1).all(char::is_lowercase)
        && species.chars().all(char::is_lowercase)
        && run.chars().all(|c| class(c) == Class::Katakana)
        && explained_words(run, &words) == 0
}
