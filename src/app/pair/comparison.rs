//! Compares two releases: their sentences are aligned and their glossaries paired.

use std::collections::BTreeSet;

use super::StoredText;
use super::glossaries::{PairedEntries, prepared};
use super::languages::{ReleaseText, is_first_japanese, quoted};
use crate::align::{SentencePair, TranslationTable, glossary_pairs};
use crate::app::bilingual::{PassageAlignment, align_texts};
use crate::extract::{RunningSentence, running_text_without, whole_sentences};
use crate::model::{Lang, MetadataField, Segment, Span};
use crate::text::chars::has_japanese;
use crate::text::normal::normal;
use crate::text::tokeniser::Tokeniser;

/// Lines above the title of a release: its date, its number, the names of those who issue it.
const LETTERHEAD: usize = 12;

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
        let (mut one, mut other) = (one, other);
        add_unlisted_marks(&mut one, &other);
        add_unlisted_marks(&mut other, &one);
        let (one_text, other_text) = (text_of(&one), text_of(&other));
        let is_first = is_first_japanese(&one_text, &other_text)?;
        let ((ja, ja_text), (en, en_text)) =
            if is_first { ((one, one_text), (other, other_text)) } else { ((other, other_text), (one, one_text)) };
        // Entries that belong together are aligned by themselves: the two glossaries may be sorted differently. The others have no
        // translation here, unless the other release has no glossary: its definitions may be in the running text.
        let has_glossaries = !ja.entries.is_empty() && !en.entries.is_empty();
        let (ja_parts, en_parts) = (Parts::of(&ja, &ja_text, has_glossaries), Parts::of(&en, &en_text, has_glossaries));
        let (ja_sentences, en_sentences) = (ja_parts.japanese(false), en_parts.english(false));
        let mut aligned = align_texts(&ja_sentences, &en_sentences, table, words);
        let segments = aligned.segments.iter().map(|one| &one.segment);
        let sentences: Vec<SentencePair<'_>> = segments.chain(&aligned.doubtful).map(sentence_pair).collect();
        let pairs = glossary_pairs(&prepared(&ja), &prepared(&en), &sentences, table, words);
        for pair in &pairs {
            let part = (ja_parts.definition(&ja, pair.ja), en_parts.definition(&en, pair.en));
            let japanese: Vec<(&str, bool)> = part.0.iter().map(|text| (text.as_str(), has_japanese(text))).collect();
            let english: Vec<&str> = part.1.iter().map(String::as_str).filter(|text| !has_japanese(text)).collect();
            if !japanese.is_empty() && !english.is_empty() {
                aligned.join(align_texts(&japanese, &english, table, words).of_paired_entries(pair.confidence));
            }
        }
        if has_glossaries {
            // What entries without a partner say counts when the two are compared, and is in no segment.
            let ja_rest = ja_parts.without(&pairs.iter().map(|pair| pair.ja).collect());
            let en_rest = en_parts.without(&pairs.iter().map(|pair| pair.en).collect());
            let mut rest = align_texts(&ja_rest.japanese(true), &en_rest.english(true), table, words);
            rest.segments.clear();
            aligned.join(rest);
        }
        let parting = (
            aligned.parting.0.and_then(|at| ja_sentences.get(at)).map(|(text, _)| quoted(text)),
            aligned.parting.1.and_then(|at| en_sentences.get(at)).map(|text| quoted(text)),
        );
        let entries = PairedEntries::of(&ja.entries, (&en.entries, &en.stored.release.text), &pairs);
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

/// The sentences of a release by whether they are in its running text or in an entry of its glossary.
struct Parts<'a> {
    sentences: Vec<(&'a RunningSentence, Option<usize>)>,
}

impl<'a> Parts<'a> {
    fn of(text: &StoredText, read: &'a ReleaseText, has_glossary: bool) -> Self {
        let entry_at = |at: usize| {
            // The innermost of entries inside entries begins last.
            let of = text.entries.iter().enumerate().filter(|(_, entry)| entry.span.start <= at && at < entry.span.end);
            of.max_by_key(|(_, entry)| entry.span.start).map(|(index, _)| index)
        };
        let part = |sentence: &RunningSentence| entry_at(sentence.span.start).filter(|_| has_glossary);
        Self { sentences: read.sentences.iter().map(|sentence| (sentence, part(sentence))).collect() }
    }

    /// The sentences of the definition of an entry: those of the running text, which leaves captions and formulas on lines of their own
    /// out, except that the first one may begin on the line of the head.
    fn definition(&self, text: &StoredText, entry: usize) -> Vec<String> {
        let printed = definition(text, entry);
        let whole = whole_sentences(&printed);
        let Some(span) = text.entries.get(entry).map(|entry| entry.definition_span) else { return Vec::new() };
        let own = || self.sentences.iter().filter(|(_, part)| *part == Some(entry)).map(|(sentence, _)| sentence);
        let on_head_line = own().any(|sentence| sentence.span.start < span.start && span.start < sentence.span.end);
        let first = whole.first().filter(|_| on_head_line).map(|text| (*text).to_owned());
        let inside = own().filter(|sentence| span.start <= sentence.span.start && sentence.span.end <= span.end);
        let running: Vec<String> = first.into_iter().chain(inside.map(|sentence| sentence.text.clone())).collect();
        let letters = |texts: &mut dyn Iterator<Item = &str>| -> usize { texts.map(|text| text.chars().count()).sum() };
        let (read, all) = (letters(&mut running.iter().map(String::as_str)), letters(&mut whole.iter().copied()));
        if read * COVERED.1 >= all * COVERED.0 { running } else { whole.into_iter().map(str::to_owned).collect() }
    }

    /// Those that are in none of these entries.
    fn without(&self, entries: &BTreeSet<usize>) -> Self {
        let others = self.sentences.iter().filter(|(_, part)| part.is_none_or(|entry| !entries.contains(&entry)));
        Self { sentences: others.copied().collect() }
    }

    /// The sentences of entries, or of the running text, each with whether it is Japanese.
    fn japanese(&self, in_entries: bool) -> Vec<(&'a str, bool)> {
        let own = self.sentences.iter().filter(|(_, part)| part.is_some() == in_entries);
        own.map(|(sentence, _)| (sentence.text.as_str(), sentence.lang.is_japanese())).collect()
    }

    /// The English sentences of entries, or of the running text.
    fn english(&self, in_entries: bool) -> Vec<&'a str> {
        let own =
            self.sentences.iter().filter(|(sentence, part)| part.is_some() == in_entries && sentence.lang.is_english());
        own.map(|(sentence, _)| sentence.text.as_str()).collect()
    }
}

/// The share of a definition's letters that its sentences in the running text must have to stand for it.
const COVERED: (usize, usize) = (7, 10);

fn sentence_pair(segment: &Segment) -> SentencePair<'_> {
    SentencePair { ja: &segment.source, en: &segment.target, confidence: segment.confidence }
}

/// The definition of an entry, without its head and the marks of notes.
fn definition(text: &StoredText, entry: usize) -> String {
    let Some(entry) = text.entries.get(entry) else { return String::new() };
    let mut definition = entry.definition.clone();
    let inside = |mark: &&Span| entry.definition_span.start <= mark.start && mark.end <= entry.definition_span.end;
    for mark in text.marks.iter().filter(inside) {
        definition = definition.replacen(mark.of(&text.stored.release.text), "", 1);
    }
    definition
}

/// The fewest note numbers that show that what looks like marks of notes are.
const NUMBERS: usize = 2;

/// Adds the marks of notes of a release whose glossary has none, as `(1)` in a text with an alphabetical glossary: the numbers of the
/// marks in the other release, in the order of their first mention.
fn add_unlisted_marks(text: &mut StoredText, other: &StoredText) {
    if !text.marks.is_empty() || other.marks.is_empty() {
        return;
    }
    let printed = other.marks.iter().map(|mark| mark.of(&other.stored.release.text));
    let digits = |mark: &str| -> String { normal(mark).chars().filter(char::is_ascii_digit).collect() };
    let numbers: BTreeSet<u32> = printed.filter_map(|mark| digits(mark).parse().ok()).collect();
    let own = &text.stored.release.text;
    let body = text.entries.iter().map(|entry| entry.span.start).min().unwrap_or(own.len());
    for (open, close) in [("(", ")"), ("[", "]"), ("*", "")] {
        let of = |number: &u32| {
            let mark = format!("{open}{number}{close}");
            let places = own.match_indices(&mark).filter(|(at, mark)| {
                let before = own[..*at].trim_end().chars().next_back();
                let after = own[at + mark.len()..].chars().next();
                *at < body && before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
            });
            places.map(|(at, mark)| Span::new(at, at + mark.len())).collect::<Vec<Span>>()
        };
        let found: Vec<Vec<Span>> = numbers.iter().map(of).collect();
        let firsts: Vec<usize> = found.iter().filter_map(|places| places.first()).map(|span| span.start).collect();
        if firsts.len() >= NUMBERS && firsts.len() == numbers.len() && firsts.is_sorted() {
            text.marks = found.into_iter().flatten().collect();
            text.marks.sort_unstable_by_key(|span| span.start);
            return;
        }
    }
}

fn text_of(text: &StoredText) -> ReleaseText {
    let release = &text.stored.release;
    let mut sentences = running_text_without(release, &text.marks);
    if let Some(span) = title_span(text) {
        // Above its title a release has its date and the name of its house.
        sentences.retain(|sentence| sentence.span.end > span.start);
        if sentences.first().is_none_or(|first| first.span.start >= span.end)
            && let Some(title) = text.stored.head.metadata.title_ja.clone()
        {
            let lang = if has_japanese(&title) { Lang::JA } else { Lang::EN };
            sentences.insert(0, RunningSentence { text: title, span, lang });
        }
    }
    ReleaseText { name: text.stored.head.source.name.clone(), text: release.text.clone(), sentences }
}

/// Where the title of a release is printed in its text, if it is near the beginning of it.
fn title_span(text: &StoredText) -> Option<Span> {
    let evidence = &text.stored.head.metadata.evidence;
    let title = evidence.iter().find(|one| one.field == MetadataField::TitleJa)?.span;
    let above = text.stored.release.text.get(..title.start)?;
    (!title.is_empty() && above.lines().filter(|line| !line.trim().is_empty()).count() <= LETTERHEAD).then_some(title)
}
