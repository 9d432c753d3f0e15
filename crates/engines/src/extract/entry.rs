//! Reads the entries of a glossary section: marker, head and definition, joined from their rows and with their spans.

use std::collections::HashSet;

use super::body::{EntryBody, EntryRows, HeadAndDefinition, split, usual_separator};
use super::document::Document;
use super::marker::MarkScope;
use super::rules::RULES;
use super::separator::is_bar;
use super::{apparatus, head, tags};
use crate::model::{BlockKind, Entry, Lang, Marker, Span};
use crate::text::chars::{Class, class, has_japanese, is_invisible};
use crate::text::layout::Flow;
use crate::text::ordinary::ordinary;

/// The entries of a section.
pub(super) fn read(document: &Document<'_>, rows: &[EntryRows<'_>], group: u32) -> Vec<Entry> {
    let bodies: Vec<EntryBody<'_>> = rows.iter().filter_map(|rows| EntryBody::new(document, rows)).collect();
    let usual_separator = usual_separator(document, &bodies);
    let parts: Vec<HeadAndDefinition> = bodies.iter().map(|body| split(document, body, usual_separator)).collect();
    let tags = tags::of(parts.iter().map(|(head, _)| document.join(head).text));
    let mut entries: Vec<Entry> =
        bodies.iter().zip(parts).filter_map(|(body, parts)| entry(document, body, parts, &tags, group)).collect();
    // Terms of a definition list that follow each other share the description.
    let is_term = |span: Span| {
        let at = document.rows.partition_point(|row| row.line.span.end <= span.start);
        let block = |row: usize| document.rows.get(row).and_then(|row| row.line.block);
        block(at) == Some(BlockKind::DefinedTerm) && block(at + 1) == Some(BlockKind::DefinedTerm)
    };
    for index in (1..entries.len()).rev() {
        let [before, after] = &mut entries[index - 1..=index] else { continue };
        if before.definition.is_empty() && is_term(before.head_span) && before.head_span.end <= after.head_span.start {
            before.definition.clone_from(&after.definition);
            before.definition_span = after.definition_span;
            before.span = before.span.cover(after.definition_span);
        }
    }
    entries
}

/// The longest head, in bytes: some 200 characters.
pub(super) const LONGEST_HEAD: usize = 600;

fn entry(
    document: &Document<'_>,
    body: &EntryBody<'_>,
    (head_spans, mut definition_rows): HeadAndDefinition,
    tags: &HashSet<String>,
    group: u32,
) -> Option<Entry> {
    // What is longer is no head, however the entry is laid out.
    if head_spans.iter().map(|span| span.len()).sum::<usize>() > LONGEST_HEAD {
        return None;
    }
    let head_flow = document.join(&head_spans);
    let head_text = trim_head(&head_flow.text);
    let mut name = tags::without(head_text, tags).to_owned();
    // A table with further columns of names: 用語 / よみ / term / 説明. Or the English name on a line under the head.
    while let Some(column) = definition_rows.first_mut().and_then(|(_, span)| name_column(document.text, span)) {
        let names = column.replace(['(', '（'], ": ").replace([')', '）'], "");
        name = format!("{name}（{names}）");
    }
    if definition_rows.len() > 1
        && let Some(english) =
            apparatus::english_name(definition_rows[0].1.of(document.text)).filter(|_| has_japanese(&name))
    {
        name = with_english(&name, english);
        definition_rows.remove(0);
    }
    // A table of terms in two languages: the English is all that the entry says.
    if let [(_, only)] = definition_rows.as_slice()
        && let Some(english) = apparatus::english_name(only.of(document.text)).filter(|_| has_japanese(&name))
    {
        name = with_english(&name, english);
    }
    let head = head::read(&name);
    if let Some((_, span)) = definition_rows.first_mut() {
        span.start += sign_length(span.of(document.text));
    }
    let flow = definition(document, &definition_rows);
    let text = strip_navigation(flow.text.trim()).trim_start_matches([':', '：', '…', '＝']).trim_start();
    let text = text.to_owned();
    if head.term.is_empty() || text.is_empty() && head_spans.is_empty() {
        return None;
    }
    let head_span = head_spans.iter().copied().reduce(Span::cover).unwrap_or_default();
    let definition_span = match (definition_rows.first(), definition_rows.last()) {
        (Some(first), Some(last)) => first.1.cover(last.1),
        _ => Span::new(head_span.end, head_span.end),
    };
    let marker = body
        .mark
        .map(|mark| Marker { printed: printed_mark(body.mark_span.of(document.text)), label: mark.label.clone() });
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

/// A head with the English name printed beside or below it, whose own bracket holds one more: `environmental sand（eSand）`.
fn with_english(name: &str, english: &str) -> String {
    format!("{name}（{}）", english.replace(['(', '（'], "、").replace([')', '）'], ""))
}

/// A mark as printed, without invisible characters, and without the colon and spaces after it.
fn printed_mark(text: &str) -> String {
    let shown: String = text.chars().filter(|c| !is_invisible(*c)).map(ordinary).collect();
    shown.trim().trim_end_matches([':', '：']).trim().to_owned()
}

/// A head without the separator after it: colons, dashes, とは.
pub(super) fn trim_head(text: &str) -> &str {
    let bare = text.trim().trim_end_matches(['、', '，']);
    let bare = bare.strip_suffix("とは").unwrap_or(bare);
    bare.trim_end_matches([':', '：', '…', '―', '－', '–', '—', '=', '＝', ' ']).trim()
}

/// The length of a dash, colon or arrow before a definition, with the space or tab after it.
fn sign_length(text: &str) -> usize {
    let rest = text.trim_start_matches(['-', '－', '–', '―', '→', '⇒', ':', '：', '＝', '=']);
    let bare = rest.trim_start();
    let signed = rest.len() < text.len() && (bare.len() < rest.len() || text.starts_with(['―', '→', '⇒']));
    if signed { text.len() - bare.len() } else { 0 }
}

/// Removes a leading cell that names the term, separated by a tab, from a definition and returns it: its English, or its reading.
/// A cell with only a separator is removed too, and is an empty name.
fn name_column<'a>(text: &'a str, span: &mut Span) -> Option<&'a str> {
    let cell = span.of(text);
    let (at, bar) = cell.char_indices().find(|(at, c)| {
        *c == '\t' || is_bar(*c) && (*c != '|' || cell[..*at].ends_with(' ') || cell[at + 1..].starts_with(' '))
    })?;
    let (name, rest) = (&cell[..at], cell[at + bar.len_utf8()..].trim_start_matches(' '));
    if rest.trim().is_empty() {
        return None;
    }
    let name = name.trim();
    let latin = name.chars().filter(|c| class(*c) == Class::Latin).count();
    let english = !has_japanese(name) && latin >= 2 && !name.ends_with('.') && name.split_whitespace().count() <= 10;
    let reading = name.chars().count() <= 24
        && name.chars().any(|c| class(c) == Class::Hiragana)
        && name.chars().all(|c| matches!(class(c), Class::Hiragana | Class::Space) || c == 'ー' || c == '・');
    if !english && !reading {
        return None;
    }
    span.start = span.end - rest.len();
    Some(name)
}

pub(super) fn mostly_latin(text: &str) -> bool {
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
pub(super) fn definition(document: &Document<'_>, rows: &[(usize, Span)]) -> Flow {
    let mut flow = Flow::default();
    let mut previous: Option<usize> = None;
    let mut in_list = false;
    for (row, span) in rows {
        if let Some(previous) = previous {
            let item = document.mark(*row, MarkScope::Row).is_some()
                && (document.ends_sentence(previous) || flow.text.ends_with([':', '：']) || in_list);
            in_list = item;
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
        let lower = bare.to_ascii_lowercase();
        let Some(word) = RULES.sections.navigation.iter().find(|word| lower.ends_with(word.as_str())) else {
            return trimmed;
        };
        let printed = bare[..bare.len() - word.len()].trim_end();
        let cut = printed.trim_end_matches(['[', '［', '(', '（', '【', '〔', '▲', '↑', '→', '⇒', '≫', '»', ' ']);
        let framed = bare.len() < trimmed.len() && cut.len() < printed.len()
            || cut.ends_with(['。', '\n'])
            || cut.is_empty()
            || matches!(word.as_str(), "↑" | "↩" | "▲");
        if !framed || cut.len() == text.len() {
            return trimmed;
        }
        text = cut;
    }
}
