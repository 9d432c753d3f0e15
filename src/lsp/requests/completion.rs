//! A place in a translation in; the translations of the terms of its source, by English, kana or romaji as typed, and whole
//! remembered translations out.
//!
//! Clients filter by what stands before the cursor, each in its own way. Here the server filters, gives each item what was
//! typed as its filter text, and asks to be asked again with every key.

use std::collections::HashSet;

use tower_lsp_server::ls_types::{
    CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionList, CompletionParams,
    CompletionResponse, CompletionTextEdit, Documentation, MarkupContent, MarkupKind, TextEdit,
};

use super::super::document::Snapshot;
use super::super::session::{LIMIT, Session};
use super::{beginning, is_wanted, target_of};
use crate::answer::words::{ReviewWord, UsageWord, Word};
use crate::answer::{ConceptAnswer, MemoryMatchAnswer, SegmentAnswer};
use crate::app::draft::{Passage, katakana, romaji, romaji_key};
use crate::model::{Side, Span};

/// The fewest letters that are looked up where there is no source text.
const FEWEST: usize = 2;

/// What may be offered: what it puts in, for which term, and what it is found by.
struct Candidate {
    text: String,
    term: String,
    readings: Vec<String>,
    about: String,
}

pub(in crate::lsp) async fn answer(session: &Session, params: CompletionParams) -> Option<CompletionResponse> {
    let at = params.text_document_position;
    let (_, snapshot) = session.snapshot(&at.text_document.uri)?;
    let byte = snapshot.lines.byte(&snapshot.text, at.position);
    let (unit, side, offset) = snapshot.at(byte)?;
    let passage = snapshot.unit(unit)?.passage(side)?;
    if !passage.reaches(byte) || (side == Side::Source && !snapshot.is_alone()) {
        return None;
    }
    let settings = session.settings.load_full();
    let typed = passage.text().get(..offset)?;
    let mut items = Vec::new();
    if snapshot.is_alone() {
        let word = last_word(typed);
        if word.chars().count() >= FEWEST {
            let base = session.base.load_full()?;
            let found = match base.lookup(word, &settings.projects, LIMIT).await {
                Ok(found) => found,
                Err(error) => {
                    session.failed("a term", &error).await;
                    return None;
                }
            };
            let (own, _) = snapshot.languages(Side::Source);
            let candidates = found.matches.iter().flat_map(|found| of_concept(&found.concept, own.as_str()));
            items.extend(offered(&snapshot, passage, offset, typed, candidates));
        }
    } else {
        let asking = snapshot.asking(Side::Source, &settings);
        let offer = session.offer(&asking, snapshot.asked(unit)?, Some(settings.min_score)).await?;
        items.extend(offered(&snapshot, passage, offset, typed, of_source(&offer).into_iter()));
        items.extend(whole(&snapshot, passage, byte, &offer.matches));
    }
    Some(CompletionResponse::List(CompletionList { is_incomplete: true, items }))
}

/// Translations of the terms of a source text, in order of the text.
fn of_source(offer: &SegmentAnswer) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for found in offer.terms.iter() {
        let readings = readings(&found.concept);
        for translation in found.translations.iter().filter(|translation| is_wanted(translation)) {
            candidates.push(Candidate {
                text: translation.text.clone(),
                term: found.text.clone(),
                readings: readings.clone(),
                about: format!(
                    "{}, {}, {:.0} %",
                    translation.usage.as_str(),
                    translation.review.as_str(),
                    100.0 * translation.confidence
                ),
            });
        }
    }
    candidates
}

/// Terms of a concept in the language of the document.
fn of_concept(concept: &ConceptAnswer, lang: &str) -> Vec<Candidate> {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
    let named: Vec<&str> = concept
        .terms
        .iter()
        .filter(|term| primary(&term.lang) != primary(lang))
        .map(|term| term.text.as_str())
        .collect();
    let own = concept.terms.iter().filter(|term| {
        primary(&term.lang) == primary(lang)
            && term.review != ReviewWord::Rejected
            && !matches!(term.usage, UsageWord::Deprecated | UsageWord::Forbidden)
    });
    own.map(|term| Candidate {
        text: term.text.clone(),
        term: named.first().copied().unwrap_or_default().to_owned(),
        readings: readings(concept).into_iter().chain(named.iter().map(|name| (*name).to_owned())).collect(),
        about: format!("{}, {}", term.usage.as_str(), term.review.as_str()),
    })
    .collect()
}

/// How the Japanese terms of a concept are read, and they themselves.
fn readings(concept: &ConceptAnswer) -> Vec<String> {
    let japanese = concept.terms.iter().filter(|term| term.lang.starts_with("ja"));
    japanese.flat_map(|term| term.reading.iter().chain([&term.text])).cloned().collect()
}

/// The candidates that go on what is typed, as items; each text once.
fn offered(
    snapshot: &Snapshot,
    passage: &Passage,
    offset: usize,
    typed: &str,
    candidates: impl Iterator<Item = Candidate>,
) -> Vec<CompletionItem> {
    let mut seen = HashSet::new();
    let mut items = Vec::new();
    for candidate in candidates {
        let Some(length) = goes_on(&candidate, typed) else { continue };
        if !seen.insert(candidate.text.clone()) {
            continue;
        }
        let start = offset - length;
        let Some((_, range)) = snapshot.range_of(passage, Span::new(start, offset)) else { continue };
        items.push(CompletionItem {
            label: candidate.text.clone(),
            label_details: Some(CompletionItemLabelDetails { detail: None, description: Some(candidate.term.clone()) }),
            kind: Some(CompletionItemKind::TEXT),
            detail: Some(format!("{} · {}", candidate.term, candidate.about)),
            sort_text: Some(format!("1{:04}", items.len())),
            filter_text: Some(filter(typed, length, &candidate.text)),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(range, passage.encode(&candidate.text)))),
            ..CompletionItem::default()
        });
    }
    items
}

/// What the client filters by: what is typed, or the text itself where nothing is.
fn filter(typed: &str, length: usize, text: &str) -> String {
    let typed = &typed[typed.len() - length..];
    if typed.is_empty() { text.to_owned() } else { typed.to_owned() }
}

/// How many bytes of what is typed the candidate goes on: its own beginning, its reading in kana, or that in romaji. Where no
/// word is begun, none, and it is offered all the same.
fn goes_on(candidate: &Candidate, typed: &str) -> Option<usize> {
    let word = last_word(typed);
    if word.is_empty() {
        return Some(0);
    }
    // Of a term of several words more than the last may be typed.
    let lower = candidate.text.to_lowercase();
    let mut starts: Vec<usize> = typed.char_indices().map(|(at, _)| at).filter(|at| begins_word(typed, *at)).collect();
    starts.truncate(starts.len());
    for start in starts.iter().rev().take(6).rev() {
        let tail = &typed[*start..];
        if !tail.trim().is_empty() && lower.starts_with(&tail.to_lowercase()) {
            return Some(tail.len());
        }
    }
    let kana = katakana(word);
    let roman = romaji_key(word);
    let by_reading = candidate.readings.iter().any(|reading| {
        katakana(reading).starts_with(&kana)
            || (word.is_ascii() && word.len() >= FEWEST && romaji_key(&romaji(reading)).starts_with(&roman))
    });
    by_reading.then_some(word.len())
}

fn begins_word(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let here = text[at..].chars().next();
    here.is_some_and(char::is_alphanumeric) && before.is_none_or(|letter| !letter.is_ascii_alphanumeric())
}

/// The letters at the end of a text.
fn last_word(text: &str) -> &str {
    let start = text.char_indices().rev().take_while(|(_, c)| c.is_alphanumeric() || matches!(c, 'ー' | '-')).last();
    let word = start.map_or("", |(at, _)| &text[at..]);
    // Of Latin letters behind Japanese ones, only they are being typed.
    if word.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        let start = word.char_indices().rev().take_while(|(_, c)| c.is_ascii()).last();
        return start.map_or(word, |(at, _)| &word[at..]);
    }
    word
}

/// Remembered translations as items that take the place of the whole translation.
fn whole(snapshot: &Snapshot, passage: &Passage, byte: usize, matches: &[MemoryMatchAnswer]) -> Vec<CompletionItem> {
    let everything = Span::new(0, passage.text().len());
    let mut items = Vec::new();
    for found in matches {
        let target = target_of(found);
        let changes = passage.replace(everything, target);
        // One change, on the line of the cursor and around it: else no client takes it.
        let [change] = changes.as_slice() else { continue };
        let around = change.span.start <= byte && byte <= change.span.end;
        let Some((_, range)) = snapshot.location(passage.file(), change.span).filter(|_| around) else { continue };
        if range.start.line != range.end.line || target == passage.text() {
            continue;
        }
        let before = snapshot.text.get(change.span.start..byte).unwrap_or_default();
        let about = format!("{}\n\n= {target}\n\n{} · {}", found.source, found.review.as_str(), found.origin);
        items.push(CompletionItem {
            label: format!("{} % {}", found.score.min(100), beginning(target, 60)),
            kind: Some(CompletionItemKind::SNIPPET),
            detail: Some(format!("{} · {}", found.review.as_str(), found.origin)),
            documentation: Some(Documentation::MarkupContent(MarkupContent {
                kind: MarkupKind::PlainText,
                value: about,
            })),
            sort_text: Some(format!("0{:04}", items.len())),
            filter_text: Some(if before.is_empty() { target.to_owned() } else { before.to_owned() }),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(range, change.text.clone()))),
            ..CompletionItem::default()
        });
    }
    items
}

#[cfg(test)]
mod tests {
    use super::{Candidate, goes_on, last_word};

    #[test]
    fn a_term_is_found_by_its_english_its_kana_and_its_romaji() {
        let candidate = Candidate {
            text: "nerve cell".into(),
            term: "神経細胞".into(),
            readings: vec!["シンケイサイボウ".into(), "神経細胞".into()],
            about: String::new(),
        };
        for (typed, want) in [
            ("The ", Some(0)),
            ("", Some(0)),
            ("The ne", Some(2)),
            ("The Nerve ce", Some(8)),
            ("The nerve ", Some(0)),
            ("The sinkei", Some(6)),
            ("The shinkeisai", Some(10)),
            ("しんけい", Some(12)),
            ("シンケイサ", Some(15)),
            ("神経", Some(6)),
            ("The cell", None),
            ("The s", None),
            ("𠮷ne", Some(2)),
        ] {
            assert_eq!(goes_on(&candidate, typed), want, "{typed}");
        }
    }

    #[test]
    fn the_word_being_typed_is_that_of_one_script() {
        for (text, want) in [
            ("the cell", "cell"),
            ("細胞ce", "ce"),
            ("細胞", "細胞"),
            ("a ", ""),
            ("スーパー", "スーパー"),
            ("IL-1", "IL-1"),
        ] {
            assert_eq!(last_word(text), want, "{text}");
        }
    }
}
