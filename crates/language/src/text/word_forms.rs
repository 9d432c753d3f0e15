//! Forms of English words that no rule gives (glossary/english-forms.csv): the plurals of nouns and the past forms of verbs.
//!
//! A word has one entry, found by a single look-up of any of its forms; endings such as `*virus`, `*viruses` stand for all
//! words that end so.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

/// The forms of the table.
#[derive(Debug, Default)]
pub(super) struct WordForms {
    /// The singulars a word has as a plural; a listed singular and a word without a plural have themselves.
    singulars: FxHashMap<&'static str, Singulars>,
    /// The preferred plural of a singular.
    plurals: FxHashMap<&'static str, &'static str>,
    /// Endings of plurals and of their singulars, by their last two letters.
    endings: FxHashMap<&'static [u8], Vec<(&'static str, &'static str)>>,
    /// Endings of singulars and of their plurals.
    plural_endings: Vec<(&'static str, &'static str)>,
    /// The base of an irregular past form.
    verbs: FxHashMap<&'static str, &'static str>,
}

/// The singulars of a plural.
#[derive(Debug, Clone, Copy)]
struct Singulars {
    first: &'static str,
    /// The other singular of `axes`, `bases` and the like.
    second: Option<&'static str>,
    /// A singular that the word rather does not have, as `means` is mostly a word of its own.
    unlikely: Option<&'static str>,
}

/// The table.
pub(super) static FORMS: LazyLock<WordForms> =
    LazyLock::new(|| WordForms::read(include_str!("../../../../glossary/english-forms.csv")));

impl WordForms {
    /// Reads rows of `word,forms,kind,note`.
    fn read(table: &'static str) -> Self {
        let mut forms = Self::default();
        for line in table.lines().skip(1) {
            let mut cells = line.splitn(4, ',');
            let (Some(word), Some(others), Some(kind)) = (cells.next(), cells.next(), cells.next()) else { continue };
            for form in others.split('|').filter(|form| !form.is_empty()) {
                match (kind, word.strip_prefix('*'), form.strip_prefix('*')) {
                    ("verb", ..) => drop(forms.verbs.entry(form).or_insert(word)),
                    ("reading", ..) => {
                        if let Some(singulars) = forms.singulars.get_mut(form) {
                            singulars.unlikely = Some(word);
                        }
                    }
                    (_, Some(one), Some(several)) => forms.add_ending(one, several),
                    _ => forms.add_plural(word, form),
                }
            }
            if matches!(kind, "noun" | "single") && !word.starts_with('*') {
                forms.add_singular(word);
            }
        }
        forms
    }

    fn add_plural(&mut self, one: &'static str, several: &'static str) {
        self.plurals.entry(one).or_insert(several);
        let new = Singulars { first: one, second: None, unlikely: None };
        let singulars = self.singulars.entry(several).or_insert(new);
        if singulars.first != one {
            singulars.second = Some(one);
        }
    }

    fn add_singular(&mut self, word: &'static str) {
        self.singulars.entry(word).or_insert(Singulars { first: word, second: None, unlikely: None });
    }

    fn add_ending(&mut self, one: &'static str, several: &'static str) {
        self.plural_endings.push((one, several));
        for ending in [several, one] {
            let last = &ending.as_bytes()[ending.len().saturating_sub(2)..];
            self.endings.entry(last).or_default().push((ending, one));
        }
    }

    /// The singular of a lower-case word as the stem that stays and the ending to append, if the table has it.
    pub(super) fn singular_parts<'a>(&self, word: &'a str) -> Option<(&'a str, &'static str)> {
        if let Some(singulars) = self.singulars.get(word) {
            return Some(if singulars.first == word { (word, "") } else { ("", singulars.first) });
        }
        let last = word.as_bytes().get(word.len().checked_sub(2)?..)?;
        let endings = self.endings.get(last)?;
        endings.iter().find_map(|(ending, one)| {
            let stem = word.strip_suffix(ending)?;
            Some(if ending == one { (word, "") } else { (stem, *one) })
        })
    }

    /// The second singular of a plural that two words share.
    pub(super) fn second_singular(&self, word: &str) -> Option<&'static str> {
        self.singulars.get(word)?.second
    }

    /// The singular a word may have, though it is mostly a word of its own.
    pub(super) fn unlikely_singular(&self, word: &str) -> Option<&'static str> {
        self.singulars.get(word)?.unlikely
    }

    /// Whether a word is a plural of the table.
    pub(super) fn is_plural(&self, word: &str) -> bool {
        self.singulars.get(word).is_some_and(|singulars| singulars.first != word)
    }

    /// The preferred plural of a lower-case word, if the table has it.
    pub(super) fn plural(&self, word: &str) -> Option<String> {
        if let Some(several) = self.plurals.get(word) {
            return Some((*several).to_owned());
        }
        let whole = |(one, several): &(&str, &str)| Some(format!("{}{several}", word.strip_suffix(one)?));
        self.plural_endings.iter().find_map(whole)
    }

    /// Whether a word has no plural, or is listed without one.
    pub(super) fn is_single(&self, word: &str) -> bool {
        !self.plurals.contains_key(word) && self.singulars.get(word).is_some_and(|singulars| singulars.first == word)
    }

    /// The base of an irregular past form.
    pub(super) fn verb(&self, word: &str) -> Option<&'static str> {
        self.verbs.get(word).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_lower_case_and_has_no_row_twice() {
        let table = include_str!("../../../../glossary/english-forms.csv");
        let mut seen = std::collections::BTreeSet::new();
        for line in table.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            let [word, forms, kind, _] = cells[..] else { panic!("{line}") };
            assert!(matches!(kind, "noun" | "verb" | "single" | "reading"), "{line}");
            assert_eq!(forms.is_empty(), kind == "single", "{line}");
            assert!(seen.insert((word, kind)), "twice: {line}");
            for form in forms.split('|').chain([word]).filter(|form| !form.is_empty()) {
                assert_eq!(form.starts_with('*'), word.starts_with('*'), "{line}");
                let letters = form.strip_prefix('*').unwrap_or(form);
                assert!(letters.len() > 1 && letters.chars().all(|c| c.is_ascii_lowercase()), "{line}");
            }
        }
    }

    #[test]
    fn a_plural_gives_its_singular_and_a_singular_its_plural() {
        let rows = include_str!("../../../../glossary/english-forms.csv").lines().skip(1).map(|line| line.split(','));
        for mut cells in rows {
            let one = cells.next().unwrap_or_default();
            let Some(several) = FORMS.plurals.get(one) else { continue };
            let singular = FORMS.singulars[several];
            assert!(singular.first == one || singular.second == Some(one), "{one} {several}");
        }
    }
}
