//! A Japanese stretch and its English in, how much of the one the other explains out: by sound, by identity, by length.

use crate::text::chars::{Class, class, fold};
use crate::text::normal::normal;
use crate::text::sound;

/// English words that carry meaning.
pub(super) fn content_words(english: &str) -> Vec<&str> {
    english
        .split(|c: char| c.is_whitespace() || matches!(c, '-' | '‐' | '–' | '/' | ',' | '−'))
        .filter(|word| {
            !word.is_empty()
                && !matches!(
                    word.to_lowercase().as_str(),
                    "of" | "the" | "a" | "an" | "in" | "for" | "and" | "to" | "on" | "by" | "with" | "from" | "at"
                )
        })
        .collect()
}

/// How many of the English words a Japanese stretch explains by sound or identity.
pub(super) fn explained(japanese: &str, wanted: &[&str]) -> usize {
    let units = units(japanese);
    wanted
        .iter()
        .filter(|word| {
            units.iter().any(|unit| {
                if unit.chars().all(|c| class(c) == Class::Katakana) {
                    unit.chars().count() >= 3 && sound::sounds_like(unit, word)
                } else {
                    unit.chars().count() >= 2 && unit.eq_ignore_ascii_case(word)
                }
            })
        })
        .count()
}

/// Share of the English words explained, 0 to 1; 0 where none can be.
pub(super) fn coverage(japanese: &str, english: &str) -> f64 {
    let english = normal(english);
    let wanted = content_words(&english);
    if wanted.is_empty() {
        return 0.0;
    }
    // トレードオフ, レジンセメント: one run of katakana for several words.
    let katakana = japanese.chars().count() >= 4 && japanese.chars().all(|c| class(c) == Class::Katakana);
    if katakana && wanted.len() >= 2 && sound::similarity(japanese, &wanted.concat()) >= 0.76 {
        return 1.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
    let share = explained(japanese, &wanted) as f64 / wanted.len() as f64;
    share
}

/// A term cut at script borders, Japanese against the rest.
pub(super) fn units(text: &str) -> Vec<String> {
    let mut units: Vec<(Class, String)> = Vec::new();
    for c in text.chars().map(fold) {
        let kind = match class(c) {
            Class::Latin | Class::Digit | Class::Greek => Class::Latin,
            kind => kind,
        };
        match units.last_mut() {
            Some((last, unit)) if *last == kind => unit.push(c),
            _ => units.push((kind, c.to_string())),
        }
    }
    units
        .into_iter()
        .filter(|(kind, _)| matches!(kind, Class::Kanji | Class::Katakana | Class::Latin))
        .map(|(_, unit)| unit)
        .collect()
}

/// How many English words a Japanese stretch is likely to take: every two kanji, every katakana or Latin run, a verb with
/// its kana as one.
pub(super) fn units_in(japanese: &str) -> usize {
    count(japanese, true)
}

/// The same for a stretch known to be a noun, whose kana begin no verb.
pub(super) fn units_of_noun(japanese: &str) -> usize {
    count(japanese, false)
}

fn count(japanese: &str, verbs: bool) -> usize {
    let (mut total, mut kanji, mut verbal) = (0_usize, 0_usize, false);
    let mut previous = Class::Space;
    for c in japanese.chars().chain(std::iter::once(' ')) {
        let here = class(c);
        match here {
            Class::Kanji => kanji += 1,
            Class::Hiragana if verbs && c != 'の' && previous == Class::Kanji && kanji == 1 => verbal = true,
            _ => {}
        }
        if here != Class::Kanji && !(here == Class::Hiragana && verbal) {
            total += if verbal { usize::from(kanji > 0) } else { kanji.div_ceil(2) };
            kanji = 0;
            verbal = false;
        }
        if matches!(here, Class::Katakana | Class::Latin | Class::Greek) && previous != here {
            total += 1;
        }
        previous = here;
    }
    total
}
