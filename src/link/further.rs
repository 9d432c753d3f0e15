//! The text left of a gloss and the start of its last run of nouns in, a start further left out where the English says more
//! than the run does: by sound, over a verb, over a particle.

use super::explain::{content_words, coverage, explained, units_in};
use super::lists::LISTS;
use super::run::noun_run;
use crate::text::chars::{Class, class};
use crate::text::sound::sounds_like;
use crate::text::tokeniser::{Tokeniser, WordClass};

/// A start further left that explains more English words, where its first unit is itself explained.
pub(super) fn extended(context: &str, start: usize, english: &str, words: &Tokeniser) -> Option<usize> {
    let wanted: Vec<&str> = content_words(english);
    if wanted.len() < 2 {
        return None;
    }
    let have = explained(&context[start..], &wanted);
    let mut best: Option<(usize, usize)> = None;
    let list = words.of(&context[..start]);
    for index in (0..list.len()).rev().take(6) {
        let word = &list[index];
        if !matches!(word.class, WordClass::Noun | WordClass::Prefix) {
            continue;
        }
        let surface = word.span.of(context);
        let own = explained(surface, &wanted);
        let whole = explained(&context[word.span.start..], &wanted);
        if own >= 1 && whole > have && best.is_none_or(|(_, most)| whole > most) {
            best = Some((word.span.start, whole));
        }
    }
    let (found, _) = best?;
    // The unit may stand inside a longer noun run: take the run's beginning.
    let end = list.iter().find(|word| word.span.start == found).map_or(found, |word| word.span.end);
    let run = noun_run(&context[..end], &words.of(&context[..end])).unwrap_or(found);
    Some(run.min(found))
}

/// A start over a verb the English says too: 証拠に基づく政策立案 = evidence-based policy making.
pub(super) fn over_bridge(context: &str, start: usize, english: &str, words: &Tokeniser) -> Option<usize> {
    let lower = english.to_lowercase();
    let wanted = content_words(&lower);
    // 自動化された意思決定 = automated decision-making.
    let participle = wanted.iter().any(|word| word.len() > 4 && word.ends_with("ed"));
    let bridge =
        ["された", "化した"].into_iter().find(|word| participle && context[..start].ends_with(word)).or_else(|| {
            LISTS
                .bridge
                .iter()
                .find(|(ja, en)| context[..start].ends_with(ja) && wanted.contains(en))
                .map(|(ja, _)| *ja)
        })?;
    let before = &context[..start - bridge.len()];
    noun_run(before, &words.of(before))
}

/// A start over one の to the left, where the run alone is too short for what the English says: 位相の読み取り = phase picking.
pub(super) fn over_particle(
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
    // 弱い力 = weak force: an adjective belongs to a term that says too little without it.
    if let Some(adjective) = adjective_before(context, start, words)
        && wanted >= 2
        && units_in(run) < wanted
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
    if wanted < 2 || units_in(run.trim_end_matches('化')) >= wanted || coverage(run, english) >= 0.999 {
        return None;
    }
    let from = noun_run(before, &words.of(before))?;
    // 図3の相図: the number is the figure's.
    if before[..from].ends_with(['図', '表']) {
        return None;
    }
    let longer = &context[from..];
    (units_in(longer.trim_end_matches('化')) <= wanted + 1).then_some(from)
}

/// A start over one の, where the English writes both nouns as one word that begins as the first sounds: タートルの形 = turtleshape.
pub(super) fn over_joined(context: &str, start: usize, english: &str, words: &Tokeniser) -> Option<usize> {
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

/// Where the adjective (弱い, 高い) begins that stands right before `start`.
fn adjective_before(context: &str, start: usize, words: &Tokeniser) -> Option<usize> {
    let before = &context[..start];
    let list = words.of(before);
    let last = list.last()?;
    (last.span.end == before.len() && last.class == WordClass::Adjective && last.span.of(before).ends_with('い'))
        .then_some(last.span.start)
}

/// 川のアユ（Plecoglossus altivelis）: an organism's name in katakana and its Latin name, which says no more than it does.
fn names_a_species(run: &str, english: &str) -> bool {
    let words: Vec<&str> = english.split_whitespace().collect();
    let [genus, species] = words.as_slice() else { return false };
    genus.starts_with(char::is_uppercase)
        && genus.chars().skip(1).all(char::is_lowercase)
        && species.chars().all(char::is_lowercase)
        && run.chars().all(|c| class(c) == Class::Katakana)
        && explained(run, &words) == 0
}
