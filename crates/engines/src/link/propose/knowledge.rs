//! English names of Japanese terms, and long forms of abbreviations, from outside the document.

use std::collections::{BTreeMap, HashSet};

use crate::text::chars::{Class, class};

/// The longest part of a term that is looked up, in characters.
const LONGEST: usize = 16;

/// English names of Japanese terms, and long forms of abbreviations.
#[derive(Debug, Clone, Default)]
pub struct Knowledge {
    names: BTreeMap<String, Vec<String>>,
    long_forms: BTreeMap<String, Vec<String>>,
}

impl Knowledge {
    /// Adds an English name of the Japanese term with this exact key.
    pub fn add(&mut self, ja_key: &str, en: &str) {
        add(&mut self.names, ja_key, en);
    }

    /// Adds a long form of an abbreviation.
    pub fn add_long_form(&mut self, abbreviation: &str, en: &str) {
        add(&mut self.long_forms, abbreviation, en);
    }

    /// The names known for a key.
    pub(super) fn names(&self, ja_key: &str) -> &[String] {
        self.names.get(ja_key).map(Vec::as_slice).unwrap_or_default()
    }

    /// The possible long forms of an abbreviation.
    pub(super) fn long_forms(&self, abbreviation: &str) -> &[String] {
        self.long_forms.get(abbreviation).map(Vec::as_slice).unwrap_or_default()
    }
}

/// Adds a name unless it is there.
fn add(names: &mut BTreeMap<String, Vec<String>>, key: &str, name: &str) {
    let known = names.entry(key.to_owned()).or_default();
    if !known.iter().any(|one| one == name) {
        known.push(name.to_owned());
    }
}

/// Every substring of 2 to [`LONGEST`] characters (or a single kanji) that begins and ends at a possible part border.
pub(super) fn stretches(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::new();
    let mut seen = HashSet::new();
    for start in 0..chars.len() {
        for end in start + 1..=chars.len().min(start + LONGEST) {
            if is_border(&chars, start) && is_border(&chars, end) {
                let part: String = chars[start..end].iter().collect();
                let has_letter = chars[start..end].iter().any(|c| c.is_alphanumeric());
                if has_letter && seen.insert(part.clone()) {
                    out.push(part);
                }
            }
        }
    }
    out
}

/// Whether a part of a term may begin or end before the character at `at`: not inside katakana, Latin letters or digits.
pub(super) fn is_border(chars: &[char], at: usize) -> bool {
    let (Some(before), Some(after)) = (at.checked_sub(1).and_then(|at| chars.get(at)), chars.get(at)) else {
        return true;
    };
    let kind = |c: char| match class(c) {
        Class::Latin | Class::Greek | Class::Digit => Class::Latin,
        kind => kind,
    };
    let (before, after) = (kind(*before), kind(*after));
    before != after || !matches!(before, Class::Katakana | Class::Latin | Class::Hiragana)
}
