//! How much of an English term a Japanese text accounts for, by sound, by identical letters and by length.

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

/// How many of the English words a Japanese text accounts for by sound or identity.
pub(super) fn explained_words(japanese: &str, wanted: &[&str]) -> usize {
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

/// The share of the English words accounted for, 0 to 1; 0 if none can be.
pub(super) fn coverage(japanese: &str, english: &str) -> f64 {
    let english = normal(english);
    let wanted = content_words(&english);
    if wanted.is_empty() {
        return 0.0;
    }
    // トレードオフ, レジンセメント: one katakana word for several English words.
    let katakana = japanese.chars().count() >= 4 && japanese.chars().all(|c| class(c) == Class::Katakana);
    if katakana && wanted.len() >= 2 && sound::similarity(japanese, &wanted.concat()) >= 0.76 {
        return 1.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
    let share = explained_words(japanese, &wanted) as f64 / wanted.len() as f64;
    share
}

/// A term split where the script changes between Japanese and other scripts.
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

/// How many English words a Japanese text is likely to need: one for every two kanji, every katakana or Latin run, and
/// every verb with its kana.
pub(super) fn expected_words(japanese: &str) -> usize {
    count(japanese, true)
}

/// The same for a noun, in which kana do not belong to a verb.
pub(super) fn expected_words_of_noun(japanese: &str) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_explained_by_sound_or_by_the_same_letters() {
        for (japanese, english, share) in [
            ("トレードオフ", "trade-off", 1.0),
            ("レジンセメント", "resin cement", 1.0),
            ("RNA干渉", "RNA interference", 0.5),
            ("遺伝子", "gene", 0.0),
            // Two characters of katakana sound like too many words.
            ("アメ鉄", "ame iron", 0.0),
        ] {
            assert_eq!(coverage(japanese, english), share, "{japanese} {english}");
        }
    }
}
