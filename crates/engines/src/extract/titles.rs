//! Finds the titles of the paper that a release reports on: the English one, and the Japanese one printed with it.

use std::collections::HashSet;

use super::document::Document;
use super::fact::Fact;
use super::rules::{RULES, compact};
use super::values::{self, LabelledValue};
use crate::model::{MetadataSign, Span};
use crate::text::chars::{Class, class, has_japanese, is_japanese_letter};
use crate::text::layout::Flow;

/// The title `text`, part of the joined rows `flow`; `None` if nothing is left of it.
fn title(flow: &Flow, text: &str, sign: MetadataSign) -> Option<Fact> {
    let at = flow.text.find(text).filter(|_| !text.is_empty())?;
    let span = flow.source(Span::new(at, at + text.len()));
    Some(Fact { text: with_plain_hyphens(text), span, sign })
}

/// A title with a hyphen for each minus sign between Latin letters, which only the font of a PDF puts there: Brain−Liver.
fn with_plain_hyphens(title: &str) -> String {
    let characters: Vec<char> = title.chars().collect();
    let is_letter = |at: Option<usize>| at.and_then(|at| characters.get(at)).is_some_and(char::is_ascii_alphabetic);
    let plain = |(at, c): (usize, &char)| match c {
        '−' if is_letter(at.checked_sub(1)) && is_letter(Some(at + 1)) => '-',
        other => *other,
    };
    characters.iter().enumerate().map(plain).collect()
}

/// The paper's English title, and the Japanese one if the document pairs the two.
pub(super) fn of_paper(document: &Document<'_>, glossary: &HashSet<usize>) -> Option<(Fact, Option<Fact>)> {
    let titles = values::values(document, &RULES.metadata.paper_title, glossary);
    let translated = values::values(document, &RULES.metadata.paper_title_ja, glossary);
    let paper = titles.iter().chain(&translated).find(|value| mostly_latin(value.text()))?;
    let (english, japanese) = pair_inside(paper.text());
    let japanese = japanese
        .and_then(|inside| title(&paper.flow, inside, MetadataSign::Pair))
        .or_else(|| japanese_of(document, paper, &titles, &translated));
    Some((title(&paper.flow, english, MetadataSign::Label)?, japanese))
}

/// Whether a value is a title in English: some words, not a name of one or an address.
fn mostly_latin(text: &str) -> bool {
    let head: String = text.chars().take(24).collect();
    let latin = head.chars().filter(|c| class(*c) == Class::Latin).count();
    let japanese = head.chars().filter(|c| is_japanese_letter(*c)).count();
    let words = text.split_whitespace().filter(|word| word.chars().any(|c| class(c) == Class::Latin)).count();
    latin >= 6
        && latin >= japanese * 2
        && words >= 3
        && !text.contains('@')
        && !head.chars().take(6).any(is_japanese_letter)
}

/// Splits `English title（日本語の題）` into both titles.
fn pair_inside(text: &str) -> (&str, Option<&str>) {
    let open = text.char_indices().find(|&(at, c)| {
        matches!(c, '（' | '(' | '「' | '『') && has_japanese(text[at..].chars().take(12).collect::<String>().as_str())
    });
    let Some((at, _)) = open else { return (strip_quotes(text), None) };
    let inside = &text[at..];
    let label = is_title_label(&inside.chars().take(10).collect::<String>());
    let japanese = inner_title(inside);
    let plausible = label || japanese.chars().count() >= 8;
    (strip_quotes(&text[..at]), (plausible && !japanese.ends_with('誌')).then_some(japanese))
}

/// The Japanese title paired with the English one: after a label of its own, or in a parenthesis in the next row.
fn japanese_of(
    document: &Document<'_>,
    paper: &LabelledValue,
    titles: &[LabelledValue],
    translated: &[LabelledValue],
) -> Option<Fact> {
    let japanese = |value: &&LabelledValue| has_japanese(value.text()) && !mostly_latin(value.text());
    let labelled = |value: &LabelledValue| title(&value.flow, inner_title(value.text()), MetadataSign::Label);
    if let Some(value) = translated.iter().find(japanese) {
        return labelled(value);
    }
    let next = document.rows.get(paper.end)?;
    let text = next.line.span.of(document.text).trim();
    if let Some(inside) = text.strip_prefix(['（', '(', '「', '『'])
        && has_japanese(inside)
    {
        let mut flow = Flow::default();
        for row in document.rows.iter().skip(paper.end).take(3) {
            flow.add_line(document.text, row.line.span);
            if flow.text.ends_with(['）', ')', '」', '』']) {
                break;
            }
        }
        return title(&flow, inner_title(&flow.text), MetadataSign::Pair);
    }
    let near = |value: &&LabelledValue| {
        value.row >= paper.row && value.row <= paper.end + 2 || paper.row > value.row && paper.row <= value.end + 1
    };
    // A label such as 論文名 twice in a row, once for each language.
    titles.iter().filter(near).find(japanese).and_then(labelled)
}

/// A Japanese title without label and brackets.
fn inner_title(text: &str) -> &str {
    let mut text = text.trim();
    // Brackets, quotes and the label (和訳：) may be in any order.
    for _ in 0..4 {
        let bare = text
            .trim_matches(|c: char| matches!(c, '（' | '(' | '。' | ' ' | '\u{3000}'))
            .trim_end_matches(['）', ')']);
        let bare = if balance(bare) < 0 {
            bare
        } else if balance(bare) > 0 {
            text.trim_start_matches(['（', '('])
        } else {
            bare
        };
        let unlabelled = match bare.split_once([':', '：', '）', ')']) {
            Some((label, rest)) if label.chars().count() <= 16 && is_title_label(label) => rest,
            _ => bare,
        };
        let unquoted = unlabelled.trim().trim_matches(QUOTES).trim();
        if unquoted == text {
            break;
        }
        text = unquoted;
    }
    text
}

fn balance(text: &str) -> i32 {
    text.chars().map(|c| i32::from(matches!(c, '（' | '(')) - i32::from(matches!(c, '）' | ')'))).sum()
}

fn is_title_label(label: &str) -> bool {
    let folded = compact(label);
    ["訳", "題", "日本語", "和文", "タイトル", "japanese"].iter().any(|word| folded.contains(word))
}

const QUOTES: [char; 10] = ['“', '”', '"', '「', '」', '『', '』', '‘', '’', '＂'];

/// A title without the quotes around it and the comma after it.
pub(super) fn strip_quotes(text: &str) -> &str {
    let text = text.trim().trim_end_matches([',', '，', '、']).trim();
    text.trim_start_matches(QUOTES).trim_end_matches(QUOTES).trim()
}
