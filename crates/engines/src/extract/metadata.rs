//! Reads the metadata of a release from its text. What the text does not state stays `None`.

use std::collections::HashSet;

use super::dates;
use super::document::Document;
use super::rules::{RULES, compact};
use super::titles::strip_quotes;
use super::{institution, release_title, titles, values};
use crate::model::{Metadata, Release, TitlePair};
use crate::text::chars::{Class, class, folded, has_japanese, is_japanese_letter};

/// Reads title, institution, date, journal, paper titles and DOI, and the spans of the paper's two titles.
pub(super) fn read(
    document: &Document<'_>,
    release: &Release,
    glossary: &HashSet<usize>,
) -> (Metadata, Option<TitlePair>) {
    let institution_row = institution::row(document, glossary);
    let (english, japanese) = titles::of_paper(document, glossary).map_or((None, None), |(en, ja)| (Some(en), ja));
    let pair = english.as_ref().zip(japanese.as_ref()).map(|(en, ja)| TitlePair { en: en.span, ja: ja.span });
    let metadata = Metadata {
        title_ja: release_title::of(document, release, glossary, institution_row),
        title_en: None,
        institution: institution_row
            .and_then(|row| institution::in_row(document, row))
            .or_else(|| institution::in_text(document, glossary))
            .or_else(|| in_text(document, &release.properties.institutions)),
        date: dates::of(document, glossary).or_else(|| dates::stated(document, &release.properties.dates)),
        journal: values::values(document, &RULES.metadata.journal, glossary)
            .first()
            .map(|value| journal(value.text()))
            .or_else(|| journal_in_text(document))
            .or_else(|| in_text(document, &release.properties.journals)),
        paper_title_en: english.map(|title| title.text),
        paper_title_ja: japanese.map(|title| title.text),
        doi: doi(document),
    };
    (metadata, pair)
}

/// The first of the names that the format states which the text holds, too.
fn in_text(document: &Document<'_>, stated: &[String]) -> Option<String> {
    let text = if stated.is_empty() { String::new() } else { compact(document.text) };
    stated.iter().find(|name| name.chars().count() >= 4 && text.contains(&compact(name))).cloned()
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
        // npj (Nature Partner Journals) Regenerative Medicine: what stands before the name is part of it.
        if before[..start].trim_end().ends_with([')', '）', ',', '/']) {
            continue;
        }
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
