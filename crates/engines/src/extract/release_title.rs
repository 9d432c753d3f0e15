//! Finds the title of a release. A line is its title only if something proves it: the name of the document in its format, or an
//! institution or a date beside it.

use std::collections::HashSet;

use super::document::Document;
use super::fact::Fact;
use super::marker::MarkScope;
use super::rules::{RULES, compact};
use super::section_end::is_label;
use super::{dates, institution};
use crate::model::{BlockKind, MetadataSign, Release};
use crate::text::chars::{Class, class, has_japanese, is_japanese_letter};

/// Rows from the top in which the title may be.
const HEAD: usize = 40;

/// The shortest title that a format states and a row can be compared with, in characters without spaces.
const SHORTEST: usize = 8;

/// Rows from the top in which a heading may be the title, and a date proves that a release begins here.
const TOP: usize = 20;

/// The title of a release.
pub(super) fn of(
    document: &Document<'_>,
    release: &Release,
    glossary: &HashSet<usize>,
    institution: Option<usize>,
) -> Option<Fact> {
    // What comes after the first entry is no title.
    let end = glossary.iter().copied().min().unwrap_or(document.rows.len()).min(HEAD);
    let candidate = |row: usize| row < end && Some(row) != institution && is_candidate(document, row);
    let stated = release.title.iter().chain(&release.properties.titles).map(|title| compact(title));
    let stated: Vec<String> = stated.filter(|title| title.chars().count() >= SHORTEST).collect();
    let is_named = |row: usize| {
        let text = document.compact(row);
        text.chars().count() >= SHORTEST && stated.iter().any(|title| title.contains(&text) || text.contains(title))
    };
    let dated = (0..end.min(TOP)).any(|row| !document.is_apparatus(row) && dates::date_in_row(document, row).is_some());
    let issued = dated || institution.is_some() || institution::in_text(document, glossary).is_some();
    let heading = |row: usize| document.rows[row].line.block == Some(BlockKind::Heading);
    if let Some(row) = (0..end.min(TOP)).find(|&row| heading(row) && candidate(row) && (is_named(row) || issued)) {
        let sign = if is_named(row) { MetadataSign::File } else { MetadataSign::Heading };
        let span = document.rows[row].line.span;
        return Some(Fact { text: document.join(&[span]).text, span, sign });
    }
    let body = (0..end).find(|&row| document.rows[row].cells.iter().any(|cell| cell.1 == '。')).unwrap_or(end);
    // A full line is a title if the line below is the rest of it: the page is wider than its columns.
    let ends_below = |row: usize| {
        let next = row + 1;
        next < end
            && !document.is_apart(next)
            && !document.is_full(next)
            && (candidate(next) || is_rest_of_title(document, row, next))
    };
    let row = (0..end).find(|&row| {
        let line = &document.rows[row].line;
        // A lead paragraph before the title is not the title: its rows are full.
        candidate(row)
            && (row == 0 || !document.is_full(row - 1) || document.rows[row].after_page)
            && (row < body || stands_apart(document, row))
            && (document.looks_like_heading(row) || line.width <= 80 && (!document.is_full(row) || ends_below(row)))
            && (issued || is_named(row) || has_english_below(document, row, end))
    })?;
    let mut spans = vec![document.rows[row].line.span];
    let next = row + 1;
    if next < document.rows.len()
        && !document.is_apart(next)
        && document.rows[next].line.width < document.rows[row].line.width
        && (candidate(next) && runs_on(document, row) || is_rest_of_title(document, row, next))
        && has_japanese(document.rows[next].line.span.of(document.text))
            == has_japanese(document.rows[row].line.span.of(document.text))
        && !matches!(document.rows[next].cells.first().map(|cell| cell.1), Some('~' | '―' | '-' | '〜'))
    {
        spans.push(document.rows[next].line.span);
    }
    let sign = match (is_named(row), issued) {
        (true, _) => MetadataSign::File,
        (false, true) => MetadataSign::Top,
        (false, false) => MetadataSign::Pair,
    };
    let flow = document.join(&spans);
    let text = flow.text.trim();
    (!text.is_empty()).then(|| Fact::in_flow(&flow, text, sign))
}

/// Whether a row after the first sentences stands apart from the rows around it, as a title below a lead does.
fn stands_apart(document: &Document<'_>, row: usize) -> bool {
    let next = row + 1 + usize::from(runs_on(document, row));
    document.is_apart(row) && next < document.rows.len() && document.is_apart(next)
}

/// Whether a title continues on the next line, not with a subtitle: the line is full, or ends in a word that needs another.
fn runs_on(document: &Document<'_>, row: usize) -> bool {
    let last = document.rows[row].cells.last().map(|cell| cell.1);
    document.is_full(row) || last.is_some_and(|c| "のをはがとでたな、・,-".contains(c) || c.is_ascii_lowercase())
}

/// The narrowest first line of a title whose last word may be broken, in columns.
const BROKEN: usize = 30;

/// The most characters of the rest of a word on the next line.
const REST: usize = 3;

/// Whether a line holds the rest of a title that a page broke inside a word (解 / 明) or before the ending of one.
fn is_rest_of_title(document: &Document<'_>, row: usize, next: usize) -> bool {
    let text = document.rows[next].line.span.of(document.text);
    let (line, rest) = (&document.rows[row], &document.rows[next].cells);
    let (Some(last), Some(first)) = (line.cells.last().map(|cell| cell.1), rest.first().map(|cell| cell.1)) else {
        return false;
    };
    let ending = "をにがでとのへはもす".contains(first) && rest.len() <= REST * 4;
    let broken = class(last) == Class::Katakana && (class(first) == Class::Katakana || first == 'ー');
    line.line.width >= BROKEN
        && is_japanese_letter(last)
        && is_japanese_letter(first)
        && (rest.len() <= REST || ending || broken)
        && !text.contains(['。', '：', ':', '、'])
        && !is_not_title(&document.compact(next))
        && !document.is_section_end(next)
        && !institution::is_institution(document, next)
        && !institution::is_name_line(text)
        && dates::date_in_row(document, next).is_none()
        && document.mark(next, MarkScope::Row).is_none()
}

/// Whether a row can be a title.
fn is_candidate(document: &Document<'_>, row: usize) -> bool {
    let text = document.rows[row].line.span.of(document.text);
    let letters = text.chars().filter(|c| is_japanese_letter(*c)).count() * 2
        + text.chars().filter(|c| class(*c) == Class::Latin).count();
    letters >= 14
        && !institution::is_institution(document, row)
        && !institution::is_name_line(text)
        && !dates::is_date_line(text)
        && dates::date_in_row(document, row).is_none_or(|date| date.len() * 3 < text.len())
        && !is_not_title(&document.compact(row))
        && !document.is_apparatus(row)
        && !super::apparatus::is_issue(document, row)
        && !is_list_of_names(text)
        && !is_label(text)
        && document.mark(row, MarkScope::Row).is_none()
        && !text.contains('。')
        && !matches!(text.chars().next(), Some('※' | '【' | '・' | '◆' | '●' | '○' | '①' | '＜' | '<'))
        && !text.contains(['：', '>', '＝'])
        && !text.contains(" = ")
}

/// Whether a row lists people in Latin letters: Hanako REI, Taro MIHON.
fn is_list_of_names(text: &str) -> bool {
    let names: Vec<&str> = text.split([',', ';', '、', '，', '&', '・']).map(str::trim).collect();
    let is_name = |name: &&str| {
        let words: Vec<&str> = name.split_whitespace().collect();
        let capital = |word: &&str| {
            word.starts_with(char::is_uppercase)
                && word.chars().all(|c| class(c) == Class::Latin || matches!(c, '.' | '-'))
        };
        (2..=4).contains(&words.len()) && words.iter().all(capital)
    };
    !has_japanese(text) && names.len() >= 2 && names.iter().all(is_name)
}

fn is_not_title(compact: &str) -> bool {
    let bare: String = compact.chars().filter(|c| class(*c) != Class::Other && class(*c) != Class::Digit).collect();
    RULES.metadata.not_title.iter().any(|word| {
        let extra = bare.chars().count().saturating_sub(word.chars().count());
        bare == *word
            || bare.starts_with(word.as_str()) && extra <= 4
            || word.chars().count() >= 5 && bare.ends_with(word.as_str()) && extra <= 8
    })
}

/// Whether the row under a Japanese one is a title in English: four words or more, most of them capitalised.
fn has_english_below(document: &Document<'_>, row: usize, end: usize) -> bool {
    let text = |row: usize| document.rows[row].line.span.of(document.text);
    if row + 1 >= end || !has_japanese(text(row)) || has_japanese(text(row + 1)) {
        return false;
    }
    let words: Vec<&str> = text(row + 1).split_whitespace().filter(|word| word.len() > 3).collect();
    let capitals = words.iter().filter(|word| word.starts_with(|c: char| c.is_uppercase())).count();
    words.len() >= 3 && capitals * 3 >= words.len() * 2 && !text(row + 1).contains(['[', '@'])
}
