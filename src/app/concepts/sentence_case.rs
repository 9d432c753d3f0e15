//! Writes the heads of English entries as terms are written inside a sentence: `Photobleaching` becomes `photobleaching`, and a
//! name keeps its capital.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::model::{Entry, Extraction};

/// Endings that words have and names do not.
const ENDINGS: [&str; 17] = [
    "ology", "graphy", "ometry", "oscopy", "ation", "ition", "ction", "lysis", "osis", "itis", "ility", "ivity",
    "oscope", "ometer", "imaging", "escence", "ergence",
];

/// The words of a text that are written small in it.
#[derive(Debug)]
pub(in crate::app) struct SmallWords<'a>(BTreeSet<&'a str>);

impl<'a> SmallWords<'a> {
    /// Those of a text.
    pub(in crate::app) fn of(text: &'a str) -> Self {
        let words = text.split(|c: char| !c.is_alphanumeric());
        Self(words.filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase())).collect())
    }

    /// A term with a small first letter, if only its place gave it a capital: no other word has one, and the text has the word
    /// small, or its ending is that of no name.
    pub(in crate::app) fn in_sentence(&self, term: &str) -> String {
        let first = term.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let rest = term.get(first.len()..).unwrap_or_default();
        let is_ordinary = first.len() > 1
            && first.starts_with(|c: char| c.is_ascii_uppercase())
            && first.chars().skip(1).all(|c| c.is_ascii_lowercase());
        let has_capital = rest.split([' ', '-']).any(|word| word.starts_with(char::is_uppercase));
        let small = first.to_ascii_lowercase();
        let singular = small.strip_suffix('s').unwrap_or(&small);
        let forms = [small.as_str(), singular, &format!("{small}s")];
        let is_word =
            forms.iter().any(|form| self.0.contains(form)) || ENDINGS.iter().any(|end| singular.ends_with(end));
        // The capital of a title says nothing, but a name may have it in both words.
        if is_ordinary && !has_capital && is_word { format!("{small}{rest}") } else { term.to_owned() }
    }
}

/// What was extracted, with the heads of English entries as terms are written in a sentence. The entries of a release stay as printed.
pub(in crate::app) fn with_small_heads<'a>(found: &'a Extraction, text: &str) -> Cow<'a, Extraction> {
    let is_english = |entry: &Entry| entry.lang.is_english();
    if !found.entries.iter().any(is_english) {
        return Cow::Borrowed(found);
    }
    let words = SmallWords::of(text);
    let mut found = found.clone();
    for entry in found.entries.iter_mut().filter(|entry| is_english(entry)) {
        entry.term = words.in_sentence(&entry.term);
    }
    Cow::Owned(found)
}

#[cfg(test)]
mod tests {
    use super::SmallWords;

    #[test]
    fn only_words_that_are_no_names_lose_the_capital_of_their_place() {
        let words = SmallWords::of("The mice show entangled photons and photobleaching. Fermi levels were measured.");
        for (head, want) in [
            ("Photobleaching", "photobleaching"),
            ("Entangled photon", "entangled photon"),
            ("Photons", "photons"),
            ("Histopathology", "histopathology"),
            ("Fermi level", "Fermi level"),
            ("Kyoto", "Kyoto"),
            ("Entangled Photon", "Entangled Photon"),
            ("DNA", "DNA"),
            ("X-ray", "X-ray"),
            ("もつれ", "もつれ"),
            ("", ""),
        ] {
            assert_eq!(words.in_sentence(head), want);
        }
    }
}
