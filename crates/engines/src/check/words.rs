//! English words in the form they are compared in, and whether two words are forms of the same word.
//!
//! Two words match if they differ only in case, plural, Greek letters or American spelling, or if their endings after a common
//! stem are in the same row of glossary/derivations.csv: hypothalamus and hypothalamic, inhibit and inhibition. A symbol (`SHH`,
//! `Cdkn1a`) keeps its case and has at most a plural in -s.

use std::sync::LazyLock;

use crate::model::Span;
use crate::text::chars::is_japanese_letter;
use crate::text::english::{american, greek_names, infinitive, is_symbol, possible_singular, singular};
use crate::text::normal::FoldedText;

/// The fewest letters in the common stem of two derived words.
const STEM: usize = 4;
/// The longest ending in the table.
const LONGEST_ENDING: usize = 10;

/// A word of a text written with spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Its span in the text as written.
    pub(super) span: Span,
    /// Its form without case unless it is a symbol, with Greek letters by name and in American spelling.
    form: String,
    /// Its form in the singular; empty for a symbol.
    singular: String,
    /// The other singular of a plural such as axes.
    other_singular: Option<&'static str>,
    /// The infinitive of an irregular past form.
    infinitive: Option<&'static str>,
}

/// How closely two words match, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum WordMatch {
    /// The same word, apart from spelling and plural.
    Same,
    /// One is derived from the other.
    Derived,
}

impl Word {
    fn new(span: Span, written: &str, all_capitals: bool) -> Self {
        if !all_capitals && is_symbol(written) {
            let form = greek_names(written);
            return Self { span, form, singular: String::new(), other_singular: None, infinitive: None };
        }
        let form = american(&greek_names(&written.to_lowercase()));
        let (singular, other_singular, infinitive) = (singular(&form), possible_singular(&form), infinitive(&form));
        Self { span, form, singular, other_singular, infinitive }
    }

    /// Whether its case matters.
    fn is_symbol(&self) -> bool {
        self.singular.is_empty()
    }

    /// How closely it matches `other`; `None` if they are different words.
    pub(super) fn compare(&self, other: &Self) -> Option<WordMatch> {
        if self.form == other.form {
            return Some(WordMatch::Same);
        }
        match (self.is_symbol(), other.is_symbol()) {
            (true, true) => {
                let plural = |one: &Self, several: &Self| several.form.strip_suffix('s') == Some(&one.form);
                (plural(self, other) || plural(other, self)).then_some(WordMatch::Same)
            }
            (false, false) if self.shares_singular(other) => Some(WordMatch::Same),
            // An s more or less, and not a plural: species and specie.
            (false, false) if differs_by_s(&self.form, &other.form) => None,
            (false, false) => {
                let derived =
                    is_derived(self.infinitive.unwrap_or(&self.form), other.infinitive.unwrap_or(&other.form))
                        || self.infinitive == Some(&other.form)
                        || other.infinitive == Some(&self.form)
                        || is_negation(&self.form, other)
                        || is_negation(&other.form, self);
                derived.then_some(WordMatch::Derived)
            }
            _ => None,
        }
    }

    /// Whether both may be forms of one noun.
    fn shares_singular(&self, other: &Self) -> bool {
        self.singular == other.singular
            || self.other_singular == Some(&other.singular)
            || other.other_singular == Some(&self.singular)
    }

    /// Its form.
    pub(super) fn form(&self) -> &str {
        &self.form
    }

    /// Its form in the singular.
    pub(super) fn singular_form(&self) -> &str {
        if self.is_symbol() { &self.form } else { &self.singular }
    }
}

/// The words of a folded text: runs of letters and digits except kanji and kana, divided at hyphens and apostrophes. The `s` of
/// a genitive is not a word. In a text that is all capitals, they have no meaning.
pub(super) fn words(folded: &FoldedText) -> Vec<Word> {
    let text = folded.text.as_str();
    let all_capitals = text.chars().filter(|c| c.is_uppercase()).count() >= 12 && !text.chars().any(char::is_lowercase);
    let mut words = Vec::new();
    let mut word_start: Option<usize> = None;
    let mut close = |start: usize, end: usize| {
        let written = text.get(start..end).unwrap_or_default();
        let genitive = written == "s" && text.get(..start).is_some_and(|before| before.ends_with('\''));
        if !genitive {
            words.push(Word::new(folded.source(Span::new(start, end)), written, all_capitals));
        }
    };
    for (at, c) in text.char_indices() {
        let inside = c.is_alphanumeric() && !is_japanese_letter(c);
        match (word_start, inside) {
            (None, true) => word_start = Some(at),
            (Some(start), false) => {
                close(start, at);
                word_start = None;
            }
            _ => {}
        }
    }
    if let Some(start) = word_start {
        close(start, text.len());
    }
    words
}

/// The rows of glossary/derivations.csv, each a list of endings.
static FAMILIES: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
    let rows = include_str!("../../../../glossary/derivations.csv").lines().skip(1);
    rows.filter_map(|row| row.split(',').next()).map(|endings| endings.split('|').collect()).collect()
});

/// Whether one of two words is the other with an s at its end.
fn differs_by_s(a: &str, b: &str) -> bool {
    a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a)
}

/// Whether a word is the negation of another: unencrypted, encryption.
fn is_negation(form: &str, other: &Word) -> bool {
    let bare = form.strip_prefix("un").or_else(|| form.strip_prefix("non"));
    bare.is_some_and(|bare| bare == other.form || bare == other.singular || is_derived(bare, &other.form))
}

/// Whether one of two lower-case words is derived from the other.
fn is_derived(a: &str, b: &str) -> bool {
    let shared = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    if shared < STEM || !a.is_ascii() || !b.is_ascii() {
        return false;
    }
    let from = shared.saturating_sub(LONGEST_ENDING).max(STEM);
    (from..=shared).any(|stem| {
        let (Some(a), Some(b)) = (a.get(stem..), b.get(stem..)) else { return false };
        a.len().max(b.len()) <= LONGEST_ENDING
            && FAMILIES.iter().any(|family| family.contains(&a) && family.contains(&b))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::normal::fold;

    fn relation(a: &str, b: &str) -> Option<WordMatch> {
        words(&fold(a))[0].compare(&words(&fold(b))[0])
    }

    #[test]
    fn forms_of_one_word_match() {
        for (a, b) in [
            ("Tumours", "tumor"),
            ("nuclei", "nucleus"),
            ("GPCRs", "GPCR"),
            ("γ", "gamma"),
            ("Cells", "cell"),
            ("Mice", "mouse"),
            ("women", "woman"),
            ("teeth", "tooth"),
            ("axes", "axis"),
            ("axes", "axe"),
            ("bases", "basis"),
            ("bases", "base"),
            ("means", "mean"),
            ("data", "datum"),
            ("people", "person"),
            ("fish", "fishes"),
        ] {
            assert_eq!(relation(a, b), Some(WordMatch::Same), "{a} {b}");
        }
        for (a, b) in [
            ("hypothalamus", "hypothalamic"),
            ("therapy", "therapeutic"),
            ("mitochondria", "mitochondrial"),
            ("cell", "cellular"),
            ("inhibits", "inhibition"),
            ("activated", "activation"),
            ("metastasis", "metastatic"),
            ("analysis", "analytical"),
            ("analysed", "analysis"),
            ("synthesis", "synthesised"),
            ("cortex", "cortical"),
            ("resistance", "resistant"),
            ("biological", "biology"),
            ("control", "controlled"),
            ("classify", "classification"),
            ("encryption", "unencrypted"),
            ("bound", "bind"),
            ("bound", "binding"),
            ("grew", "grow"),
            ("froze", "frozen"),
            ("arose", "arise"),
            ("broken", "break"),
            ("held", "hold"),
            ("shrank", "shrinking"),
            ("spun", "spin"),
        ] {
            assert_eq!(relation(a, b), Some(WordMatch::Derived), "{a} {b}");
        }
    }

    #[test]
    fn other_words_and_symbols_of_another_case_do_not_match() {
        for (a, b) in [
            ("Cdkn1a", "CDKN1A"),
            ("SHH", "shh"),
            ("cell", "cerebral"),
            ("artery", "artificial"),
            ("protein", "proteome"),
            ("neuron", "neutron"),
            ("network", "netlist"),
            ("gene", "general"),
            ("gas", "gase"),
            ("species", "specie"),
            ("lens", "len"),
            ("news", "new"),
            ("process", "proces"),
            ("base", "basis"),
            ("axe", "axis"),
            ("mouse", "mousse"),
            ("atherosclerosis", "arteriosclerosis"),
        ] {
            assert_eq!(relation(a, b), None, "{a} {b}");
        }
    }

    #[test]
    fn words_are_divided_at_hyphens_and_kanji_and_a_genitive_is_dropped() {
        let folded = fold("The cell's Ｔ-cell 細胞cells");
        let forms: Vec<String> = words(&folded).iter().map(|word| word.form.clone()).collect();
        assert_eq!(forms, ["the", "cell", "T", "cell", "cells"]);
    }

    #[test]
    fn every_ending_in_the_table_fits() {
        for family in FAMILIES.iter() {
            assert!(family.len() > 1, "{family:?}");
            assert!(family.iter().all(|ending| ending.len() <= LONGEST_ENDING && ending.is_ascii()), "{family:?}");
        }
    }
}
