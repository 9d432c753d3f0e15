//! Everyday words: what is made of nothing else is no term.

use crate::text::chars::{Class, class};
use crate::text::tokeniser::{Tokeniser, WordClass};
use crate::text::word_lists::WORD_LISTS;
use crate::text::word_pairs;

/// Whether a text can be a term: one of its words is not an everyday one, and it names no organisation, person or work.
pub(super) fn can_be_term(text: &str, words: &Tokeniser) -> bool {
    let tokens = words.base_forms(text);
    let special = tokens.iter().filter(|(span, kind, base)| !is_everyday(span.of(text), *kind, base)).count();
    let count = text.chars().count();
    let alone = tokens.len() == 1;
    special > 0 && (!alone || is_technical(text)) && count >= 2 && !is_name(text)
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

/// Whether a text names an organisation, a journal, a grant or a person.
fn is_name(text: &str) -> bool {
    let ends = |list: &[&'static str]| list.iter().any(|word| text.ends_with(word));
    ends(&WORD_LISTS.organisation)
        || ends(&WORD_LISTS.organisation_latin)
        || ends(&WORD_LISTS.publication)
        || ends(&WORD_LISTS.grant)
        || ends(&WORD_LISTS.person)
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
            ("センサー", true),
            ("DNA複製", true),
            ("𠮷", false),
            ("光", false),
        ] {
            assert_eq!(can_be_term(text, &words), want, "{text}");
        }
    }
}
