//! Completion: translations of the terms in the source text, typed in English, kana or romaji, and matches of the whole segment.
//!
//! Clients filter by the text before the cursor, each in its own way. So the server filters itself, gives each item the typed
//! text as its filter text, and has the client send a new request with every key press.

use std::collections::HashSet;

use tower_lsp_server::ls_types::{
    CompletionItem, CompletionItemKind, CompletionItemLabelDetails, CompletionList, CompletionParams,
    CompletionResponse, CompletionTextEdit, Documentation, InsertTextFormat, MarkupContent, MarkupKind, TextEdit,
};

use super::super::base::TextSuggestion;
use super::super::document::Snapshot;
use super::super::session::{LIMIT, Session};
use super::is_usable;
use super::offer::{Offer, takes_snippets};
use crate::answer::words::{ReviewWord, UsageWord, Word};
use crate::answer::{ConceptAnswer, MemoryMatchAnswer};
use crate::app::draft::{Passage, katakana, romaji, romaji_key};
use crate::model::{Side, Span};

/// The fewest letters to look up if there is no source text.
const FEWEST: usize = 2;

/// A possible item: the text it inserts, its term, and the readings it is found by.
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
                    session.log_failure("terms", &error).await;
                    return None;
                }
            };
            let (own, _) = snapshot.languages(Side::Source);
            let candidates = found.matches.iter().flat_map(|found| of_concept(&found.concept, own.as_str()));
            items.extend(offered(&snapshot, passage, offset, typed, candidates));
        }
    } else {
        let scope = snapshot.scope(Side::Source, &settings);
        let suggestion = session.suggestion(&scope, snapshot.query(unit)?, Some(settings.min_score)).await?;
        items.extend(offered(&snapshot, passage, offset, typed, of_source(&suggestion).into_iter()));
        let snippets = takes_snippets(session.capabilities.get());
        items.extend(whole(&snapshot, passage, byte, &suggestion.matches, snippets));
    }
    Some(CompletionResponse::List(CompletionList { is_incomplete: true, items }))
}

/// Translations of the terms of a source text, in order of the text.
fn of_source(suggestion: &TextSuggestion) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for found in suggestion.terms.iter() {
        let Some(suggested) = suggestion.concept(found) else { continue };
        let readings = readings(&suggested.concept);
        for translation in suggested.translations.iter().filter(|translation| is_usable(translation)) {
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

/// The Japanese terms of a concept and their readings.
fn readings(concept: &ConceptAnswer) -> Vec<String> {
    let japanese = concept.terms.iter().filter(|term| term.lang.starts_with("ja"));
    japanese.flat_map(|term| term.reading.iter().chain([&term.text])).cloned().collect()
}

/// The candidates that continue the typed text, as items; each text once.
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
        let Some(length) = typed_length(&candidate, typed) else { continue };
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

/// What the client filters by: the typed text, or the item itself if nothing is typed.
fn filter(typed: &str, length: usize, text: &str) -> String {
    let typed = &typed[typed.len() - length..];
    if typed.is_empty() { text.to_owned() } else { typed.to_owned() }
}

/// How many bytes of the typed text the candidate replaces: the beginning of the term, of its reading in kana, or in romaji. If
/// no word has been started, 0, and the candidate fits too.
fn typed_length(candidate: &Candidate, typed: &str) -> Option<usize> {
    let word = last_word(typed);
    if word.is_empty() {
        return Some(0);
    }
    // Several words of a term may have been typed.
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
    // If Latin letters follow Japanese ones, only the Latin letters are being typed.
    if word.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        let start = word.char_indices().rev().take_while(|(_, c)| c.is_ascii()).last();
        return start.map_or(word, |(at, _)| &word[at..]);
    }
    word
}

/// Matches as items that replace the whole translation. Where the client takes snippets, the changed parts of an adapted
/// match are places to stop at.
fn whole(
    snapshot: &Snapshot,
    passage: &Passage,
    byte: usize,
    matches: &[MemoryMatchAnswer],
    snippets: bool,
) -> Vec<CompletionItem> {
    let everything = Span::new(0, passage.text().len());
    let mut items = Vec::new();
    for found in matches {
        let offer = Offer::new(found);
        let target = offer.text();
        let changes = passage.replace(everything, target);
        // Clients accept only a single change on the line of the cursor that contains the cursor.
        let [change] = changes.as_slice() else { continue };
        let around = change.span.start <= byte && byte <= change.span.end;
        let Some((_, range)) = snapshot.location(passage.file(), change.span).filter(|_| around) else { continue };
        if range.start.line != range.end.line || target == passage.text() {
            continue;
        }
        let before = snapshot.text.get(change.span.start..byte).unwrap_or_default();
        let about = format!("{}\n\n= {target}\n\n{}", found.source, offer.origin());
        let snippet = snippets.then(|| offer.snippet(passage, &change.text)).flatten();
        items.push(CompletionItem {
            label: offer.title(60),
            label_details: offer.is_adapted().then(|| CompletionItemLabelDetails {
                detail: None,
                description: Some("adapted, to be checked".to_owned()),
            }),
            kind: Some(CompletionItemKind::SNIPPET),
            detail: Some(offer.origin()),
            documentation: Some(Documentation::MarkupContent(MarkupContent {
                kind: MarkupKind::PlainText,
                value: about,
            })),
            sort_text: Some(format!("0{:04}", items.len())),
            filter_text: Some(if before.is_empty() { target.to_owned() } else { before.to_owned() }),
            insert_text_format: snippet.as_ref().map(|_| InsertTextFormat::SNIPPET),
            text_edit: Some(CompletionTextEdit::Edit(TextEdit::new(
                range,
                snippet.unwrap_or_else(|| change.text.clone()),
            ))),
            ..CompletionItem::default()
        });
    }
    items
}

#[cfg(test)]
mod tests {
    use super::{Candidate, last_word, typed_length};

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
            assert_eq!(typed_length(&candidate, typed), want, "{typed}");
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
