//! Reads the entries of a glossary section: marker, head and definition, joined from their rows and with their spans.

use super::body::{EntryBody, EntryRows, split, usual_separator};
use super::document::Document;
use super::head;
use super::rules::RULES;
use super::separator::Separator;
use crate::model::{Entry, Lang, Marker, Span};
use crate::text::chars::{Class, class, has_japanese};
use crate::text::layout::Flow;

/// The entries of a section.
pub(super) fn read(document: &Document<'_>, rows: &[EntryRows<'_>], group: u32) -> Vec<Entry> {
    let bodies: Vec<EntryBody<'_>> = rows.iter().filter_map(|rows| EntryBody::new(document, rows)).collect();
    let usual_separator = usual_separator(document, &bodies);
    bodies.iter().filter_map(|body| entry(document, body, usual_separator, group)).collect()
}

fn entry(
    document: &Document<'_>,
    body: &EntryBody<'_>,
    usual_separator: Option<Separator>,
    group: u32,
) -> Option<Entry> {
    let (head_spans, mut definition_rows) = split(document, body, usual_separator);
    let head_flow = document.join(&head_spans);
    let head_text = trim_head(&head_flow.text);
    // A table with an English column: 用語 / term / 説明.
    let column = definition_rows.first_mut().and_then(|(_, span)| english_column(document.text, span));
    let head = match column {
        Some(english) => {
            let names = english.replace(['(', '（'], ": ").replace([')', '）'], "");
            head::read(&format!("{head_text}（{names}）"))
        }
        None => head::read(head_text),
    };
    let flow = definition(document, &definition_rows);
    let text = strip_navigation(flow.text.trim()).trim_start_matches([':', '：', '…', '＝']).trim_start().to_owned();
    if head.term.is_empty() || text.is_empty() && head_spans.is_empty() {
        return None;
    }
    let head_span = head_spans.iter().copied().reduce(Span::cover).unwrap_or_default();
    let definition_span = match (definition_rows.first(), definition_rows.last()) {
        (Some(first), Some(last)) => first.1.cover(last.1),
        _ => Span::new(head_span.end, head_span.end),
    };
    let marker = body.mark.map(|mark| Marker {
        printed: body.mark_span.of(document.text).trim().trim_end_matches([':', '：']).trim().to_owned(),
        label: mark.label.clone(),
    });
    let lang = if has_japanese(&head.term) || has_japanese(&text) { Lang::JA } else { Lang::EN };
    // In an English release, Japanese in the head is a gloss: the term itself is the English one.
    let lang = if !has_japanese(&head.term) && mostly_latin(&text) { Lang::EN } else { lang };
    Some(Entry {
        marker,
        head: head_text.to_owned(),
        term: head.term,
        aliases: head.aliases,
        definition: text,
        span: body.mark_span.cover(head_span).cover(definition_span),
        head_span,
        definition_span,
        group,
        lang,
    })
}

/// A head without the separator after it: colons, dashes, とは.
fn trim_head(text: &str) -> &str {
    let bare = text.trim().trim_end_matches(['、', '，']);
    let bare = bare.strip_suffix("とは").unwrap_or(bare);
    bare.trim_end_matches([':', '：', '…', '―', '－', '–', '—', '=', '＝', ' ']).trim()
}

/// Removes a leading cell of English, separated by a tab, from a definition and returns it.
fn english_column<'a>(text: &'a str, span: &mut Span) -> Option<&'a str> {
    let cell = span.of(text);
    let (english, _) = cell.split_once('\t')?;
    let english = english.trim();
    let latin = english.chars().filter(|c| class(*c) == Class::Latin).count();
    if has_japanese(english) || latin < 3 {
        return None;
    }
    let rest = cell.split_once('\t').map_or("", |(_, rest)| rest);
    span.start = span.end - rest.len();
    Some(english)
}

fn mostly_latin(text: &str) -> bool {
    let (mut latin, mut japanese) = (0, 0);
    for c in text.chars() {
        match class(c) {
            Class::Latin => latin += 1,
            Class::Kanji | Class::Hiragana | Class::Katakana => japanese += 1,
            _ => {}
        }
    }
    latin > japanese * 4
}

/// Joins the rows of a definition; the author's paragraphs and list items keep their own lines.
fn definition(document: &Document<'_>, rows: &[(usize, Span)]) -> Flow {
    let mut flow = Flow::default();
    let mut previous: Option<usize> = None;
    for (row, span) in rows {
        if let Some(previous) = previous {
            let item = document.mark(*row, true).is_some()
                && (document.ends_sentence(previous) || flow.text.ends_with([':', '：']));
            let paragraph = document.ends_sentence(previous)
                && document.ends_paragraph(previous)
                && !document.rows[*row].after_page;
            if item || paragraph {
                flow.break_paragraph();
            }
        }
        flow.add_line(document.text, *span);
        previous = Some(*row);
    }
    flow
}

fn strip_navigation(text: &str) -> &str {
    let mut text = text;
    loop {
        let trimmed = text.trim_end();
        let bare = trimmed.trim_end_matches([']', '］', ')', '）', '】', '〕']);
        let Some(word) = RULES.sections.navigation.iter().find(|word| bare.ends_with(word.as_str())) else {
            return trimmed;
        };
        let cut = bare[..bare.len() - word.len()].trim_end();
        let cut = cut.trim_end_matches(['[', '［', '(', '（', '【', '〔', '▲', '↑', '→', '⇒']);
        let framed = bare.len() < trimmed.len()
            || cut.ends_with(['。', '\n'])
            || cut.is_empty()
            || matches!(word.as_str(), "↑" | "↩" | "▲");
        if !framed || cut.len() == text.len() {
            return trimmed;
        }
        text = cut;
    }
}
