//! Reads the metadata of a release from its text. What the text does not state stays `None`.

use std::collections::HashSet;

use super::dates;
use super::document::Document;
use super::rules::RULES;
use super::titles::strip_quotes;
use super::{titles, values};
use crate::model::{BlockKind, Metadata, Release, TitlePair};
use crate::text::chars::{Class, class, folded, has_japanese, is_japanese_letter};

/// Reads title, institution, date, journal, paper titles and DOI, and the spans of the paper's two titles.
pub(super) fn read(
    document: &Document<'_>,
    release: &Release,
    glossary: &HashSet<usize>,
) -> (Metadata, Option<TitlePair>) {
    let institution_row = institution_row(document, glossary);
    let (english, japanese) = titles::of_paper(document, glossary).map_or((None, None), |(en, ja)| (Some(en), ja));
    let pair = english.as_ref().zip(japanese.as_ref()).map(|(en, ja)| TitlePair { en: en.span, ja: ja.span });
    let metadata = Metadata {
        title_ja: title(document, release, glossary, institution_row),
        title_en: None,
        institution: institution_row.map(|row| institution(document, row)).or_else(|| institution_in_text(document)),
        date: dates::of(document, glossary),
        journal: values::values(document, &RULES.metadata.journal, glossary)
            .first()
            .map(|value| journal(value.text()))
            .or_else(|| journal_in_text(document)),
        paper_title_en: english.map(|title| title.text),
        paper_title_ja: japanese.map(|title| title.text),
        doi: doi(document),
    };
    (metadata, pair)
}

fn is_not_title(compact: &str) -> bool {
    let bare: String = compact.chars().filter(|c| class(*c) != Class::Other && class(*c) != Class::Digit).collect();
    RULES.metadata.not_title.iter().any(|word| {
        bare == *word || (bare.starts_with(word.as_str()) && bare.chars().count() <= word.chars().count() + 4)
    })
}

fn is_institution(document: &Document<'_>, row: usize) -> bool {
    // Folded, because PDFs may write 国⽴⼤学 with radicals.
    let text = folded(document.rows[row].line.span.of(document.text));
    let line = &document.rows[row].line;
    let japanese = RULES.metadata.institution_words.iter().any(|word| text.contains(word.as_str()));
    let english = RULES.metadata.institution_words_en.iter().any(|word| text.contains(word.as_str()));
    let verbs = ["を", "が", "は", "で", "する", "した", "から"].iter().any(|word| text.contains(word));
    let short = line.width <= 64 && !text.contains('。');
    (japanese && short && !verbs) || (english && short && !has_japanese(&text) && text.split_whitespace().count() <= 8)
}

fn institution_row(document: &Document<'_>, glossary: &HashSet<usize>) -> Option<usize> {
    (0..document.rows.len().min(14))
        .find(|row| {
            !glossary.contains(row) && is_institution(document, *row) && dates::date_in_row(document, *row).is_none()
        })
        .or_else(|| {
            (0..document.rows.len().min(8)).find(|row| !glossary.contains(row) && is_institution(document, *row))
        })
}

fn institution(document: &Document<'_>, row: usize) -> String {
    let text = document.join(&[document.rows[row].line.span]).text;
    let text = text.trim();
    // Minato Institute of Technology (港工科大学)
    match text.find(['(', '（']) {
        Some(at) if !has_japanese(&text[..at]) && at > 0 => text[..at].trim().to_owned(),
        _ => text.to_owned(),
    }
}

/// The first institution that a sentence names as the researchers' affiliation.
fn institution_in_text(document: &Document<'_>) -> Option<String> {
    for row in document.rows.iter().take(30) {
        let text = row.line.span.of(document.text);
        let Some((at, word)) =
            ["大学", "研究所", "機構"].iter().filter_map(|word| text.find(word).map(|at| (at, *word))).min()
        else {
            continue;
        };
        let start = text[..at]
            .char_indices()
            .rev()
            .take_while(|(_, c)| matches!(class(*c), Class::Kanji | Class::Katakana) || c.is_ascii_uppercase())
            .last()
            .map_or(at, |(at, _)| at);
        if at - start >= 3 {
            let tail: String =
                text[at + word.len()..].chars().take_while(|c| matches!(class(*c), Class::Kanji)).collect();
            let tail = ["教授", "准教授", "講師", "助教"]
                .iter()
                .find_map(|title| tail.find(title).map(|at| tail[..at].to_owned()))
                .unwrap_or(tail);
            return Some(format!("{}{word}{tail}", &text[start..at]));
        }
    }
    None
}

fn title(
    document: &Document<'_>,
    release: &Release,
    glossary: &HashSet<usize>,
    institution: Option<usize>,
) -> Option<String> {
    let candidate = |row: usize| {
        let text = document.rows[row].line.span.of(document.text);
        let letters = text.chars().filter(|c| is_japanese_letter(*c)).count() * 2
            + text.chars().filter(|c| class(*c) == Class::Latin).count();
        letters >= 14
            && !glossary.contains(&row)
            && Some(row) != institution
            && !is_institution(document, row)
            && dates::date_in_row(document, row).is_none_or(|date| date.len() * 3 < text.len())
            && !is_not_title(&document.compact(row))
            && !text.contains('。')
            && !matches!(text.chars().next(), Some('※' | '【' | '・' | '◆' | '●' | '○' | '①' | '＜' | '<'))
            && !text.contains(['：', '>'])
    };
    if let Some(row) = (0..document.rows.len().min(20))
        .find(|&row| document.rows[row].line.block == Some(BlockKind::Heading) && candidate(row))
    {
        return Some(document.join(&[document.rows[row].line.span]).text);
    }
    let row = (0..document.rows.len().min(40)).find(|&row| {
        candidate(row)
            && (document.looks_like_heading(row) || document.rows[row].line.width <= 80 && !document.is_full(row))
    })?;
    // A lead paragraph before the title is not the title: its rows are full.
    let mut spans = vec![document.rows[row].line.span];
    let next = row + 1;
    if next < document.rows.len()
        && !document.is_apart(next)
        && document.rows[next].line.width < document.rows[row].line.width
        && candidate(next)
        && document.rows[row].line.width >= 40
        && !matches!(document.rows[next].cells.first().map(|cell| cell.1), Some('~' | '―' | '-' | '〜'))
    {
        spans.push(document.rows[next].line.span);
    }
    let text = document.join(&spans).text.trim().to_owned();
    Some(text).filter(|text| !text.is_empty()).or_else(|| release.title.clone())
}

fn journal(text: &str) -> String {
    let text = text.trim();
    let cut = text
        .find(['（', '(', '，', '、'])
        .filter(|&at| at > 0 && !has_japanese(&text[..at]))
        .map_or(text, |at| &text[..at]);
    strip_quotes(cut.trim().trim_end_matches('誌')).to_owned()
}

/// `米国科学誌「Molecular Psychiatry」`, `Circulation Research 誌`.
fn journal_in_text(document: &Document<'_>) -> Option<String> {
    let spans: Vec<_> = document.rows.iter().map(|row| row.line.span).collect();
    let text = document.join(&spans).text;
    for (at, _) in text.match_indices('誌') {
        let after = text[at + '誌'.len_utf8()..].trim_start();
        if let Some(open) = after.strip_prefix(['「', '『', '“'])
            && let Some(end) = open.find(['」', '』', '”'])
            && !has_japanese(&open[..end])
        {
            return Some(open[..end].trim().to_owned());
        }
        let before = text[..at].trim_end().trim_end_matches(['」', '』', '”']);
        let start = before
            .char_indices()
            .rev()
            .take_while(|(_, c)| matches!(class(*c), Class::Latin | Class::Space) || matches!(c, '&' | ':' | '-' | '.'))
            .last()
            .map_or(before.len(), |(at, _)| at);
        let name = before[start..].trim();
        if name.chars().filter(|c| class(*c) == Class::Latin).count() >= 4
            && name.starts_with(|c: char| c.is_uppercase())
        {
            return Some(name.to_owned());
        }
    }
    None
}

fn doi(document: &Document<'_>) -> Option<String> {
    let folded = folded(document.text);
    for (at, _) in folded.match_indices("10.") {
        let rest = &folded[at..];
        let registrant: String = rest[3..].chars().take_while(char::is_ascii_digit).collect();
        if !(4..=9).contains(&registrant.len()) || !rest[3 + registrant.len()..].starts_with('/') {
            continue;
        }
        let end = rest
            .find(|c: char| {
                class(c) == Class::Space
                    || is_japanese_letter(c)
                    || matches!(c, '、' | '。' | '」' | '<' | '>' | '"' | '【')
            })
            .unwrap_or(rest.len());
        let doi = rest[..end].trim_end_matches(['.', ',', ')', ']', ';', ':']);
        if doi.len() > 8 + registrant.len() - 4 {
            return Some(doi.to_owned());
        }
    }
    None
}
