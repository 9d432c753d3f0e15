//! Compares two releases: their sentences are aligned and their glossaries paired.

use std::collections::BTreeSet;

use super::StoredText;
use super::glossaries::{PairedEntries, prepared};
use super::languages::{ReleaseText, is_first_japanese, quoted};
use crate::align::{TranslationTable, glossary_pairs};
use crate::app::bilingual::{PassageAlignment, align_texts};
use crate::extract::{RunningSentence, running_text};
use crate::text::tokeniser::Tokeniser;

/// Two releases and what they have in common.
pub(super) struct Comparison {
    /// The Japanese release.
    pub(super) ja: StoredText,
    /// The English release.
    pub(super) en: StoredText,
    /// Their aligned sentences.
    pub(super) aligned: PassageAlignment,
    /// The entries of their glossaries that belong together.
    pub(super) entries: PairedEntries,
    /// The sentences from which on they have nothing in common, quoted.
    parting: (Option<String>, Option<String>),
}

impl Comparison {
    /// Compares two releases, given in any order; an error says why they are not in two languages.
    pub(super) fn of(
        one: StoredText,
        other: StoredText,
        table: &TranslationTable,
        words: &Tokeniser,
    ) -> Result<Self, String> {
        let (one_text, other_text) = (text_of(&one), text_of(&other));
        let is_first = is_first_japanese(&one_text, &other_text)?;
        let ((ja, ja_text), (en, en_text)) =
            if is_first { ((one, one_text), (other, other_text)) } else { ((other, other_text), (one, one_text)) };
        let pairs = glossary_pairs(&prepared(&ja), &prepared(&en), table, words);
        // Entries that belong together are aligned by themselves: the two glossaries may be sorted differently.
        let entries = (pairs.iter().map(|pair| pair.ja).collect(), pairs.iter().map(|pair| pair.en).collect());
        let (ja_parts, en_parts) = (Parts::of(&ja, &ja_text, &entries.0), Parts::of(&en, &en_text, &entries.1));
        let (ja_sentences, en_sentences) = (ja_parts.japanese(None), en_parts.english(None));
        let mut aligned = align_texts(&ja_sentences, &en_sentences, table, words);
        for pair in &pairs {
            let part = (ja_parts.japanese(Some(pair.ja)), en_parts.english(Some(pair.en)));
            if !part.0.is_empty() && !part.1.is_empty() {
                aligned.join(align_texts(&part.0, &part.1, table, words));
            }
        }
        let parting = (
            aligned.parting.0.and_then(|at| ja_sentences.get(at)).map(|(text, _)| quoted(text)),
            aligned.parting.1.and_then(|at| en_sentences.get(at)).map(|text| quoted(text)),
        );
        let entries = PairedEntries::of(&ja.entries, &en.entries, &pairs);
        Ok(Self { ja, en, aligned, entries, parting })
    }

    /// Where they part, as a message says it.
    pub(super) fn parting(&self) -> String {
        let place = |quote: &Option<String>| quote.clone().unwrap_or_else(|| "its end".to_owned());
        format!(
            "they part at {} in the Japanese and {} in the English text",
            place(&self.parting.0),
            place(&self.parting.1)
        )
    }
}

/// The sentences of a release by the paired entry of its glossary that they are in.
struct Parts<'a> {
    sentences: Vec<(&'a RunningSentence, Option<usize>)>,
}

impl<'a> Parts<'a> {
    fn of(text: &StoredText, read: &'a ReleaseText, paired: &BTreeSet<usize>) -> Self {
        let entry_at = |at: usize| {
            // The innermost of entries inside entries begins last.
            let of = text.entries.iter().enumerate().filter(|(_, entry)| entry.span.start <= at && at < entry.span.end);
            of.max_by_key(|(_, entry)| entry.span.start).map(|(index, _)| index)
        };
        let part = |sentence: &RunningSentence| entry_at(sentence.span.start).filter(|entry| paired.contains(entry));
        Self { sentences: read.sentences.iter().map(|sentence| (sentence, part(sentence))).collect() }
    }

    /// The sentences of an entry, or outside all, each with whether it is Japanese.
    fn japanese(&self, entry: Option<usize>) -> Vec<(&'a str, bool)> {
        let own = self.sentences.iter().filter(|(_, part)| *part == entry);
        own.map(|(sentence, _)| (sentence.text.as_str(), sentence.lang.is_japanese())).collect()
    }

    /// The English sentences of an entry, or outside all.
    fn english(&self, entry: Option<usize>) -> Vec<&'a str> {
        let own = self.sentences.iter().filter(|(sentence, part)| *part == entry && sentence.lang.is_english());
        own.map(|(sentence, _)| sentence.text.as_str()).collect()
    }
}

fn text_of(text: &StoredText) -> ReleaseText {
    ReleaseText {
        name: text.stored.head.source.name.clone(),
        text: text.stored.release.text.clone(),
        sentences: running_text(&text.stored.release),
    }
}
