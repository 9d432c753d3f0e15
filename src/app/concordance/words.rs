//! Searches for words in any order: the index tokens to query, and the positions of the words in a text.

use crate::fuzzy::ContainsQuery;
use crate::model::{Lang, Span};
use crate::text::comparison::{ComparisonForm, SLOT, Token};
use crate::text::english::{second_singular, singular};
use crate::text::normal::normal;
use crate::text::plural::plural;
use crate::text::tokeniser::Tokeniser;

/// A word to search for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// Its normal form, in lower case.
    written: String,
    /// The tokens that match it, in lower case: the word, in English also its plural and singular, and a slot if it is
    /// a number.
    tokens: Vec<String>,
}

/// The words of a query for texts in `lang`, without punctuation.
pub(super) fn words(text: &str, lang: &Lang, tokeniser: &Tokeniser) -> Vec<Word> {
    let form = ComparisonForm::new(text, lang, tokeniser);
    let said = form.tokens.iter().filter(|token| is_slot(token) || token.text.contains(char::is_alphanumeric));
    let mut words: Vec<Word> = said.map(|token| Word::new(written(token, text), is_slot(token), lang)).collect();
    words.sort_by(|one, other| one.written.cmp(&other.written));
    words.dedup();
    words
}

impl Word {
    fn new(written: String, number: bool, lang: &Lang) -> Self {
        let mut tokens = if lang.is_english() { numbers(&written) } else { vec![written.clone()] };
        // The digit in "IL-6" is a word, that in "6 mice" a number.
        if number || written.contains(|c: char| c.is_ascii_digit()) {
            tokens.push(SLOT.to_string());
        }
        Self { written, tokens }
    }

    fn is(&self, token: &Token, text: &str) -> bool {
        if is_slot(token) {
            written(token, text) == self.written
        } else {
            self.tokens.contains(&token.text.to_lowercase())
        }
    }
}

/// The index query for all of these words. Japanese tokens keep their case, so a word with upper- or lower-case letters
/// is searched for as a piece of text, which ignores case.
pub(super) fn contains_query(words: &[Word], lang: &Lang) -> ContainsQuery {
    let mut query = ContainsQuery::default();
    for word in words {
        let cased = word.written.chars().any(|c| !c.to_uppercase().eq([c]));
        if lang.is_japanese() && cased && !word.tokens.iter().any(|token| token.contains(SLOT)) {
            query.pieces.push(word.written.chars().collect());
        } else {
            query.words.push(word.tokens.clone());
        }
    }
    query
}

/// The positions of the words in a text, in order; empty unless all words occur.
pub(super) fn places(words: &[Word], text: &str, lang: &Lang, tokeniser: &Tokeniser) -> Vec<Span> {
    let form = ComparisonForm::new(text, lang, tokeniser);
    let mut places = Vec::new();
    for word in words {
        let before = places.len();
        places.extend(form.tokens.iter().filter(|token| word.is(token, text)).map(|token| token.source));
        if places.len() == before {
            return Vec::new();
        }
    }
    places.sort_unstable_by_key(|span| (span.start, span.end));
    places.dedup();
    places
}

fn is_slot(token: &Token) -> bool {
    token.text.starts_with(SLOT)
}

fn written(token: &Token, text: &str) -> String {
    normal(token.source.of(text)).to_lowercase()
}

/// An English word in singular and plural.
fn numbers(word: &str) -> Vec<String> {
    let one = singular(word);
    let ends = |endings: &[&str]| endings.iter().any(|ending| one.ends_with(ending));
    let mut forms = vec![word.to_owned()];
    forms.extend(second_singular(word).map(str::to_owned));
    if let Some(several) = plural(&one) {
        forms.push(several);
    } else if let Some(stem) = one.strip_suffix("is") {
        forms.push(format!("{stem}es"));
    } else if ends(&["s", "x", "z", "ch", "sh"]) {
        forms.push(format!("{one}es"));
    } else {
        forms.push(format!("{one}s"));
    }
    if one.ends_with('o') {
        forms.push(format!("{one}es"));
    }
    forms.push(one);
    forms.sort_unstable();
    forms.dedup();
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_words_are_looked_for_in_both_numbers() {
        for (word, want) in [
            ("cell", "cell cells"),
            ("cells", "cell cells"),
            ("studies", "studies study"),
            ("study", "studies study"),
            ("box", "box boxes"),
            ("hypothesis", "hypotheses hypothesis"),
            ("analysis", "analyses analysis"),
            ("mass", "mass masses"),
            ("assay", "assay assays"),
            ("echo", "echo echoes"),
            ("mouse", "mice mouse"),
            ("mice", "mice mouse"),
            ("axes", "axe axes axis"),
        ] {
            assert_eq!(numbers(word).join(" "), want, "{word}");
        }
    }

    #[test]
    fn words_stand_where_whole_tokens_are_them() {
        let tokeniser = Tokeniser::by_script();
        for (lang, question, text, want) in [
            (Lang::EN, "cells mouse", "A mouse cell; Mouse-cells, cellular", vec!["mouse", "cell", "Mouse", "cells"]),
            (Lang::EN, "cell, (rat)", "a cell", vec![]),
            (Lang::EN, "6 il", "IL-6 in 6 mice", vec!["IL", "6", "6"]),
            (Lang::EN, "280 million", "280 million cells of 28 million", vec!["280 million"]),
            (Lang::JA, "IPS マウス", "ﾏｳｽのiPS細胞", vec!["ﾏｳｽ", "iPS"]),
            (Lang::JA, "１２", "12匹と112匹", vec!["12"]),
        ] {
            let words = words(question, &lang, &tokeniser);
            let got: Vec<&str> = places(&words, text, &lang, &tokeniser).iter().map(|span| span.of(text)).collect();
            assert_eq!(got, want, "{question}");
        }
    }
}
