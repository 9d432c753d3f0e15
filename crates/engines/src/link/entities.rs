//! Recognises classes, units, organisations, people and publications, whose brackets are not glosses.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::records::is_romanised;
use crate::text::chars::{Class, class, folded};
use crate::text::english::is_abbreviation;
use crate::text::normal::normal;
use crate::text::sound::sounds_like;
use crate::text::word_lists::WORD_LISTS;

pub(super) fn last_latin_word(left: &str) -> String {
    let mut word: Vec<char> = left
        .trim_end()
        .chars()
        .rev()
        .take_while(|c| matches!(class(*c), Class::Latin | Class::Digit | Class::Greek) || *c == '-')
        .collect();
    word.reverse();
    word.into_iter().collect()
}

pub(super) fn has_digits(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_digit() || ('₀'..='₉').contains(&c))
}

/// Whether the Japanese term has every digit of the symbol: インターロイキン-1（IL-1） but not サイトカイン（IL-1B）.
pub(super) fn shares_digits(short: &str, ja: &str) -> bool {
    let folded = folded(ja);
    // A subscript belongs to a formula, which is a member of a class or a composition, never a name.
    !short.chars().any(|c| ('₀'..='₉').contains(&c))
        && short
            .chars()
            .filter(char::is_ascii_digit)
            .all(|digit| folded.contains(digit) || kanji_digit(digit).is_some_and(|kanji| folded.contains(kanji)))
}

fn kanji_digit(digit: char) -> Option<char> {
    digit.to_digit(10).and_then(|value| "〇一二三四五六七八九".chars().nth(value as usize))
}

/// Whether a term is a class whose bracket names a member: 物質, 遺伝子.
pub(super) fn is_generic(ja: &str) -> bool {
    WORD_LISTS.generic.contains(folded(ja).as_str())
}

pub(super) fn ends_generic(ja: &str) -> bool {
    let ja = folded(ja);
    WORD_LISTS.generic.iter().any(|word| ja.ends_with(word))
}

pub(super) fn is_publication(ja: &str) -> bool {
    let ja = folded(ja);
    WORD_LISTS.publication.iter().any(|word| ja.ends_with(word))
}

/// Whether a text is a part, an edition or the author of a written work: 第7章, 第 2 版, 項10.2, Knuth 著.
pub(super) fn is_part_of_a_work(ja: &str) -> bool {
    let tight: String = folded(ja).chars().filter(|c| class(*c) != Class::Space).collect();
    let numbered = |rest: &str, ends: &[char]| {
        rest.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c))
            && (ends.is_empty() || rest.ends_with(ends))
    };
    let chapter = tight.strip_prefix('第');
    chapter.is_some_and(|rest| numbered(rest, &['章', '版', '節', '項', '巻', '号', '部', '回', '条']))
        || ["項", "節", "章", "頁"].iter().any(|word| tight.strip_prefix(word).is_some_and(|rest| numbered(rest, &[])))
        || ["著", "編", "訳", "監修", "編著", "共著"]
            .iter()
            .any(|word| tight.strip_suffix(word).is_some_and(|rest| rest.ends_with(|c: char| class(c) == Class::Latin)))
}

/// Whether a Japanese text has running English in it, as rows of tables have: two words of three small letters or more in a row.
pub(super) fn has_english_words(ja: &str) -> bool {
    let is_word = |word: &str| word.len() >= 3 && word.bytes().all(|c| c.is_ascii_lowercase());
    let words: Vec<&str> = ja.split([' ', '\u{3000}']).collect();
    let is_joined = |word: &str| word.split('-').filter(|part| is_word(part)).count() >= 3;
    words.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1])) || words.iter().any(|word| is_joined(word))
}

/// Whether a term names a grant or programme that pays for research, with a capitalised name or an abbreviation in English.
pub(super) fn is_grant(ja: &str, en: &str) -> bool {
    let capitalised = en.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count() >= 2;
    // 戦略的創造研究推進事業（CREST）
    (capitalised || is_abbreviation(en)) && WORD_LISTS.grant.iter().any(|word| ja.ends_with(word))
}

/// Whether the Latin text is the chemical symbol or formula of the substance, or the symbol of the unit, that the term names.
pub(super) fn is_symbol_of(ja: &str, text: &str) -> bool {
    if let Some(names) = ELEMENTS.get(text) {
        return names.iter().any(|name| ja.ends_with(name));
    }
    WORD_LISTS.unit.contains(text)
        || is_unit_of_units(text)
        || is_sign_with_fraction(text)
        || is_formula(text) && names_a_substance(ja)
}

/// Whether a text is a unit made of others: m2/g, S/m, `W/(m·K)`, cm-1. Capitals alone may as well be an abbreviation: S/N, A/V.
fn is_unit_of_units(text: &str) -> bool {
    const SHORT: [&str; 17] = ["m", "g", "s", "h", "d", "L", "l", "A", "C", "F", "H", "J", "K", "N", "S", "V", "W"];
    let text = normal(text);
    let is_combined = text.contains(['/', '·', '・', '*']) || text.ends_with(|c: char| c.is_ascii_digit());
    let mut parts = text.split(['/', '·', '・', '*', ' ', '(', ')']).filter(|part| !part.is_empty());
    let mut small = false;
    let all = parts.all(|part| {
        let letters = part.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches(['-', '−', '^']);
        small |= letters.contains(char::is_lowercase);
        SHORT.contains(&letters) || WORD_LISTS.unit.contains(letters)
    });
    is_combined && all && small && text.starts_with(char::is_alphabetic)
}

/// Whether a text is the sign of a quantity with a fraction as its index: T1/2, t1/2.
fn is_sign_with_fraction(text: &str) -> bool {
    let text = normal(text);
    let Some((before, after)) = text.split_once('/') else { return false };
    let mut letters = before.chars();
    letters.next().is_some_and(char::is_alphabetic)
        && !letters.as_str().is_empty()
        && letters.as_str().chars().all(|c| c.is_ascii_digit())
        && !after.is_empty()
        && after.chars().all(|c| c.is_ascii_digit())
}

/// Symbols of elements and their Japanese names (glossary/elements.csv).
static ELEMENTS: LazyLock<HashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let rows = include_str!("../../../../glossary/elements.csv").lines().skip(1);
    rows.filter_map(|row| row.split_once(',')).map(|(symbol, names)| (symbol, names.split(' ').collect())).collect()
});

/// Whether a text is made of symbols of elements and numbers, and cannot as well be an abbreviation: `NaCl`, CO₂, `LiFePO4`.
fn is_formula(text: &str) -> bool {
    let text = normal(text);
    let mut rest = text.as_str();
    let (mut elements, mut sure) = (0, false);
    while let Some(c) = rest.chars().next() {
        let two = rest.get(..2).filter(|two| ELEMENTS.contains_key(two));
        let one = rest.get(..1).filter(|one| ELEMENTS.contains_key(one));
        if let Some(symbol) = two.or(one) {
            elements += 1;
            sure |= symbol.len() == 2;
            rest = &rest[symbol.len()..];
        } else if c.is_ascii_digit() || matches!(c, '(' | ')' | '+' | '-' | '.' | '·' | '・' | '−' | 'x') {
            sure |= c.is_ascii_digit();
            rest = &rest[c.len_utf8()..];
        } else {
            return false;
        }
    }
    sure && elements > 0
}

/// Whether a term can name a substance.
fn names_a_substance(ja: &str) -> bool {
    ja.contains(['酸', '化', '素', '塩', '硫', '炭', '窒', '硝', '燐', '鉱', '水', '銅', '鉄', '銀', '鉛', '金'])
        || ELEMENTS.values().flatten().any(|name| name.chars().count() >= 3 && ja.contains(name))
}

pub(super) fn is_organisation(ja: &str, en: &str) -> bool {
    let ja = folded(ja);
    let capitalised = en.chars().next().is_some_and(char::is_uppercase);
    WORD_LISTS.organisation.iter().any(|word| ja.ends_with(word) || ja.starts_with(word) && ja != *word)
        || capitalised && WORD_LISTS.organisation_latin.iter().any(|word| ja.ends_with(word))
}

/// Whether a text is two short kanji words with a space between: 平川 司.
pub(super) fn is_japanese_personal_name(ja: &str) -> bool {
    let parts: Vec<&str> = ja.split([' ', '\u{3000}']).collect();
    parts.len() == 2
        && parts
            .iter()
            .all(|part| (1..=3).contains(&part.chars().count()) && part.chars().all(|c| class(c) == Class::Kanji))
}

/// Whether katakana parts transcribe as many capitalised words, each sounding like its part: マリア・レンツ（Maria Lenz）.
pub(super) fn is_transcribed_personal_name(ja: &str, en: &str) -> bool {
    // 地震学者チャールズ・ミホン: what comes before the name says who that is.
    let in_name = |c: char| class(c) == Class::Katakana || matches!(c, '・' | '＝' | '=');
    let name = ja.char_indices().rev().take_while(|(_, c)| in_name(*c)).last().map_or("", |(at, _)| &ja[at..]);
    let parts: Vec<&str> = name.trim_start_matches('・').split(['・', '＝', '=']).collect();
    let words: Vec<&str> = en.split_whitespace().collect();
    let capitalised = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase)
            && word.chars().skip(1).all(|c| c.is_lowercase() || c == '.')
    };
    // チャールズ・ミホン（Charles Francis Mihon）: a middle name may be missing, if the others sound alike.
    let ends_alike = parts.len() < words.len()
        && parts.first().zip(words.first()).is_some_and(|(ja, en)| sounds_like(ja, en))
        && parts.last().zip(words.last()).is_some_and(|(ja, en)| sounds_like(ja, en));
    parts.len() >= 2
        && (parts.len() == words.len() || ends_alike)
        && parts.iter().all(|part| part.chars().all(|c| class(c) == Class::Katakana))
        && words.iter().all(capitalised)
}

/// Whether kanji have beside them two or three capitalised words in Japanese syllables: 伊藤三郎（Saburo Ito）.
pub(super) fn is_romanised_personal_name(ja: &str, en: &str) -> bool {
    let kanji = ja.chars().filter(|c| class(*c) == Class::Kanji).count();
    let spaces = ja.chars().filter(|c| class(*c) == Class::Space).count();
    (3..=7).contains(&kanji) && kanji + spaces == ja.chars().count() && en.contains(' ') && is_romanised(en)
}

/// Whether a text is an office, with its name in English: 教授（Professor）.
pub(super) fn is_office(ja: &str, en: &str) -> bool {
    en.starts_with(char::is_uppercase) && WORD_LISTS.person.contains(&ja)
}

/// Whether a text is a unit of measurement: mS/cm, dB, kHz.
pub(super) fn is_unit(text: &str) -> bool {
    text.contains('/') && text.chars().count() <= 6 || WORD_LISTS.unit.contains(text)
}

/// Whether a bracket belongs to the name of a person: ジョン・スミス（John Smith）教授.
pub(super) fn is_person(left: &str, inside: &str, after: &str) -> bool {
    let mut rest = after.chars();
    rest.next();
    let rest = rest.as_str().trim_start();
    let named = WORD_LISTS.person.iter().any(|word| rest.starts_with(word) || left.trim_end().ends_with(word));
    let words: Vec<&str> = inside.split_whitespace().collect();
    let capitalised = (2..=4).contains(&words.len())
        && words.iter().all(|word| {
            word.chars().next().is_some_and(char::is_uppercase)
                && word.chars().all(|c| c.is_alphabetic() || matches!(c, '.' | '-' | '\''))
                && (word.chars().count() == 1
                    || word.chars().any(char::is_lowercase)
                    || word.ends_with('.')
                    || words.len() == 2)
        });
    named && capitalised || left.trim_end().ends_with("さん")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_works_and_running_english_are_no_terms() {
        for (ja, want) in [
            ("第7章", true),
            ("第 2 版", true),
            ("項10.2.3", true),
            ("Knuth 著", true),
            ("第二言語", false),
            ("版画", false),
        ] {
            assert_eq!(is_part_of_a_work(ja), want, "{ja}");
        }
        assert!(has_english_words("分散型 tool influenced by others") && !has_english_words("Debian 膜 gene"));
    }

    #[test]
    fn symbols_of_substances_and_units_are_told_from_abbreviations() {
        for (ja, text, want) in [
            ("スカンジウム", "Sc", true),
            ("塩化ナトリウム", "NaCl", true),
            ("二酸化炭素", "CO₂", true),
            ("リン酸鉄リチウム", "LiFePO4", true),
            ("キロヘルツ", "kHz", true),
            ("比表面積", "m2/g", true),
            ("電気伝導率", "S/m", true),
            ("熱伝導率", "W/(m·K)", true),
            ("波数", "cm-1", true),
            ("濃度", "mol/L", true),
            ("水", "H2O", true),
            ("半減期", "T1/2", true),
            ("信号対雑音比", "S/N", false),
            ("入出力", "I/O", false),
            ("質量電荷比", "m/z", false),
            ("プログラム細胞死", "PD-1", false),
            ("一塩基多型", "SNP", false),
            ("補体", "C3", false),
            ("心不全", "HF", false),
            ("中心領域", "Ce", false),
            ("𠮷膜", "YM", false),
        ] {
            assert_eq!(is_symbol_of(ja, text), want, "{ja} {text}");
        }
    }
}
