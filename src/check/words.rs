//! English text in; its words in the form they are compared in, and whether two words are forms of one, out.
//!
//! Two words are forms of one if case, plural, Greek letters or American spelling is all that parts them, or if what
//! follows a stem they share are two endings of one row of glossary/derivations.csv: hypothalamus and hypothalamic,
//! inhibit and inhibition. A symbol (`SHH`, `Cdkn1a`) keeps its case and has a plural in -s at most.

use std::sync::LazyLock;

use crate::model::Span;
use crate::text::chars::is_japanese_letter;
use crate::text::english::{american, greek_names, is_symbol, singular};
use crate::text::normal::FoldedText;

/// The fewest letters of a stem two derived words share.
const STEM: usize = 4;
/// The longest ending of the shipped rows.
const LONGEST_ENDING: usize = 10;

/// A word of a text that is written with spaces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Where, in the text as written.
    pub(super) span: Span,
    /// Its form without case, but of a symbol; Greek letters by name, American spelling.
    form: String,
    /// The same as one of several; empty for a symbol.
    singular: String,
}

/// How alike two words are, the closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// One word, apart from spelling and plural.
    Same,
    /// One is derived from the other.
    Derived,
}

impl Word {
    fn new(span: Span, written: &str, shouted: bool) -> Self {
        if !shouted && is_symbol(written) {
            return Self { span, form: greek_names(written), singular: String::new() };
        }
        let form = american(&greek_names(&written.to_lowercase()));
        let singular = singular(&form);
        Self { span, form, singular }
    }

    /// Whether its case matters.
    fn is_symbol(&self) -> bool {
        self.singular.is_empty()
    }

    /// How alike it is to `other`; `None` where they are two words.
    pub(super) fn likeness(&self, other: &Self) -> Option<Likeness> {
        if self.form == other.form {
            return Some(Likeness::Same);
        }
        match (self.is_symbol(), other.is_symbol()) {
            (true, true) => {
                let plural = |one: &Self, several: &Self| several.form.strip_suffix('s') == Some(&one.form);
                (plural(self, other) || plural(other, self)).then_some(Likeness::Same)
            }
            (false, false) if self.singular == other.singular => Some(Likeness::Same),
            (false, false) => {
                let derived =
                    is_derived(&self.form, &other.form) || is_denied(&self.form, other) || is_denied(&other.form, self);
                derived.then_some(Likeness::Derived)
            }
            _ => None,
        }
    }

    /// Its form.
    pub(super) fn form(&self) -> &str {
        &self.form
    }

    /// Its form as one of several.
    pub(super) fn one(&self) -> &str {
        if self.is_symbol() { &self.form } else { &self.singular }
    }
}

/// The words of a folded text: runs of letters and digits but kanji and kana, cut at hyphens and apostrophes. The `s` of a
/// genitive is none. A text in capitals throughout says nothing by them.
pub(super) fn words(folded: &FoldedText) -> Vec<Word> {
    let text = folded.text.as_str();
    let shouted = text.chars().filter(|c| c.is_uppercase()).count() >= 12 && !text.chars().any(char::is_lowercase);
    let mut words = Vec::new();
    let mut begun: Option<usize> = None;
    let mut close = |start: usize, end: usize| {
        let written = text.get(start..end).unwrap_or_default();
        let genitive = written == "s" && text.get(..start).is_some_and(|before| before.ends_with('\''));
        if !genitive {
            words.push(Word::new(folded.source(Span::new(start, end)), written, shouted));
        }
    };
    for (at, c) in text.char_indices() {
        let inside = c.is_alphanumeric() && !is_japanese_letter(c);
        match (begun, inside) {
            (None, true) => begun = Some(at),
            (Some(start), false) => {
                close(start, at);
                begun = None;
            }
            _ => {}
        }
    }
    if let Some(start) = begun {
        close(start, text.len());
    }
    words
}

/// glossary/derivations.csv: the endings of each row.
static FAMILIES: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
    let rows = include_str!("../../glossary/derivations.csv").lines().skip(1);
    rows.filter_map(|row| row.split(',').next()).map(|endings| endings.split('|').collect()).collect()
});

/// Whether a word denies another: unencrypted, encryption.
fn is_denied(form: &str, other: &Word) -> bool {
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

    fn likeness(a: &str, b: &str) -> Option<Likeness> {
        words(&fold(a))[0].likeness(&words(&fold(b))[0])
    }

    #[test]
    fn forms_of_one_word_are_alike() {
        for (a, b) in
            [("Tumours", "tumor"), ("nuclei", "nucleus"), ("GPCRs", "GPCR"), ("γ", "gamma"), ("Cells", "cell")]
        {
            assert_eq!(likeness(a, b), Some(Likeness::Same), "{a} {b}");
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
        ] {
            assert_eq!(likeness(a, b), Some(Likeness::Derived), "{a} {b}");
        }
    }

    #[test]
    fn other_words_and_symbols_of_another_case_are_not() {
        for (a, b) in [
            ("Cdkn1a", "CDKN1A"),
            ("SHH", "shh"),
            ("cell", "cerebral"),
            ("artery", "artificial"),
            ("protein", "proteome"),
            ("neuron", "neutron"),
            ("network", "netlist"),
            ("gene", "general"),
            ("atherosclerosis", "arteriosclerosis"),
        ] {
            assert_eq!(likeness(a, b), None, "{a} {b}");
        }
    }

    #[test]
    fn words_are_cut_at_hyphens_and_kanji_and_a_genitive_is_none() {
        let folded = fold("The cell's Ｔ-cell 細胞cells");
        let forms: Vec<String> = words(&folded).iter().map(|word| word.form.clone()).collect();
        assert_eq!(forms, ["the", "cell", "T", "cell", "cells"]);
    }

    #[test]
    fn every_ending_of_the_shipped_rows_fits() {
        for family in FAMILIES.iter() {
            assert!(family.len() > 1, "{family:?}");
            assert!(family.iter().all(|ending| ending.len() <= LONGEST_ENDING && ending.is_ascii()), "{family:?}");
        }
    }
}
