//! Everyday words: what is made of nothing else is no term.

use crate::text::chars::{Class, class, has_japanese};
use crate::text::tokeniser::{Tokeniser, WordClass};
use crate::text::word_lists::WORD_LISTS;
use crate::text::word_pairs;

/// Whether a text can be a term: one of its words is not an everyday one, and it names no organisation, person or work.
pub(super) fn can_be_term(text: &str, words: &Tokeniser) -> bool {
    let tokens = words.base_forms(text);
    let special = tokens.iter().filter(|(span, kind, base)| !is_everyday(span.of(text), *kind, base)).count();
    let count = text.chars().count();
    let alone = tokens.len() == 1;
    special > 0
        && !is_code(text)
        && !is_prose(text)
        && !is_list(text)
        && (!alone || is_technical(text))
        && count >= 2
        && !is_name(text)
}

fn is_everyday(surface: &str, kind: WordClass, base: &str) -> bool {
    matches!(
        kind,
        WordClass::Number
            | WordClass::Suffix
            | WordClass::Prefix
            | WordClass::Counter
            | WordClass::Symbol
            | WordClass::Particle
    ) || WORD_LISTS.ordinary.contains(surface)
        || WORD_LISTS.lead.contains(surface)
        || WORD_LISTS.counter.contains(surface)
        || WORD_LISTS.place.contains(surface)
        || word_pairs::has(base)
        || word_pairs::has(surface)
        || surface.chars().count() == 1 && surface.chars().all(|c| class(c) != Class::Kanji)
}

/// Whether a single word looks like a term: four kana or more of katakana, three kanji or more, or letters and digits together.
fn is_technical(text: &str) -> bool {
    let count = |kind: Class| text.chars().filter(|c| class(*c) == kind).count();
    let all = text.chars().count();
    count(Class::Katakana) >= 4
        || count(Class::Kanji) >= 3 && count(Class::Kanji) == all
        || count(Class::Latin) >= 2 && all >= 3
}

/// Whether a text is a date, a count or a unit, or has a number as long as those of grants: 2月3日, mS/cm, JP18H05416.
fn is_code(text: &str) -> bool {
    let unit = text.contains('/') && text.chars().count() <= 6;
    let chars: Vec<char> = text.chars().collect();
    let counted = chars.windows(2).any(|pair| {
        pair[0].is_ascii_digit()
            && matches!(pair[1], '年' | '月' | '日' | '人' | '万' | '億' | '円' | '件' | '回' | '歳' | '時')
    });
    let digits = chars.iter().filter(|c| c.is_ascii_digit()).count();
    let letters = chars.iter().filter(|c| c.is_ascii_uppercase()).count();
    unit || counted || digits >= 5 || digits >= 4 && letters >= 4
}

/// Whether a text is an English word, rather than a symbol or an abbreviation.
fn is_prose(text: &str) -> bool {
    !has_japanese(text) && text.split(|c: char| !c.is_lowercase()).any(|run| run.len() >= 4)
}

/// Whether a text lists several things: TV・ラジオ・WEB.
fn is_list(text: &str) -> bool {
    text.matches('・').count() >= 2
}

/// The name in a run that ends in somebody's title: 見本花子教授.
pub(super) fn person(run: &str) -> Option<&str> {
    let run = run.strip_suffix('ら').unwrap_or(run);
    let titles = WORD_LISTS.person.iter().filter(|title| title.chars().count() >= 2);
    titles.filter_map(|title| run.strip_suffix(title)).find(|name| !name.is_empty())
}

/// Whether a text names an organisation, a journal, a grant or a person.
fn is_name(text: &str) -> bool {
    let ends = |list: &[&'static str]| list.iter().any(|word| text.ends_with(word));
    WORD_LISTS.organisation.iter().any(|word| word.chars().count() >= 2 && text.contains(word))
        || ends(&WORD_LISTS.organisation)
        || ends(&WORD_LISTS.organisation_latin)
        || ends(&WORD_LISTS.publication)
        || ends(&WORD_LISTS.grant)
        || ends(&WORD_LISTS.person)
        || ["事業", "教授ら", "氏ら", "学系", "キャンパス"].iter().any(|word| text.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_of_everyday_words_is_no_term() {
        let words = Tokeniser::by_script();
        for (text, want) in [
            ("研究", false),
            ("見本大学", false),
            ("国際誌", false),
            ("JP18H05416", false),
            ("JPMJFR2061", false),
            ("Molecular", false),
            ("IL-1", true),
            ("TV・ラジオ・WEB", false),
            ("センサー", true),
            ("DNA複製", true),
            ("𠮷", false),
            ("光", false),
        ] {
            assert_eq!(can_be_term(text, &words), want, "{text}");
        }
    }
}
