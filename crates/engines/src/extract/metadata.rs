//! Reads the metadata of a release from its text. What the text does not state stays `None`.

use std::collections::HashSet;

use super::dates;
use super::document::Document;
use super::fact::{Fact, find};
use super::rules::RULES;
use super::titles::strip_quotes;
use super::{institution, journals, release_title, titles, values};
use crate::model::{Metadata, MetadataEvidence, MetadataField, MetadataSign, Release, Span, TitlePair};
use crate::text::chars::{Class, class, fold, folded, has_japanese, is_japanese_letter};

/// Reads title, institution, date, journal, paper titles and DOI, and the spans of the paper's two titles.
pub(super) fn read(
    document: &Document<'_>,
    release: &Release,
    glossary: &HashSet<usize>,
) -> (Metadata, Option<TitlePair>) {
    let institution_row = institution::row(document, glossary);
    let (english, japanese) = titles::of_paper(document, glossary).map_or((None, None), |(en, ja)| (Some(en), ja));
    let pair = english.as_ref().zip(japanese.as_ref()).map(|(en, ja)| TitlePair { en: en.span, ja: ja.span });
    let title = release_title::of(document, release, glossary, institution_row);
    let institution = institution_row
        .and_then(|row| institution::of_row(document, row))
        .or_else(|| institution::in_text(document, glossary))
        .or_else(|| in_text(document, &release.properties.institutions));
    let date = dates::of(document, glossary).or_else(|| dates::stated(document, &release.properties.dates));
    let journal = values::values(document, &RULES.metadata.journal, glossary)
        .first()
        .map(|value| Fact::in_flow(&value.flow, journal(value.text()), MetadataSign::Label))
        .or_else(|| journals::in_sentences(document))
        .or_else(|| in_text(document, &release.properties.journals));
    let mut evidence = Vec::new();
    let mut text_of = |field: MetadataField, fact: Option<Fact>| {
        let Fact { text, span, sign } = fact?;
        evidence.push(MetadataEvidence { field, span, sign });
        Some(text)
    };
    let metadata = Metadata {
        title_ja: text_of(MetadataField::TitleJa, title),
        title_en: None,
        institution: text_of(MetadataField::Institution, institution),
        date: text_of(MetadataField::Date, date),
        journal: text_of(MetadataField::Journal, journal),
        paper_title_en: text_of(MetadataField::PaperTitleEn, english),
        paper_title_ja: text_of(MetadataField::PaperTitleJa, japanese),
        doi: text_of(MetadataField::Doi, doi(document)),
        evidence: Vec::new(),
    };
    (Metadata { evidence, ..metadata }, pair)
}

/// The first of the names that the format states which the text holds, too.
fn in_text(document: &Document<'_>, stated: &[String]) -> Option<Fact> {
    let named = |name: &String| {
        let span = find(document.text, name).filter(|_| name.chars().count() >= 4)?;
        Some(Fact { text: name.clone(), span, sign: MetadataSign::File })
    };
    stated.iter().find_map(named)
}

/// The name of a journal, without what follows it.
fn journal(text: &str) -> &str {
    let text = without_numbers(text.trim());
    let cut = text
        .find(['（', '(', '，', '、'])
        .filter(|&at| at > 0 && !has_japanese(&text[..at]))
        .map_or(text, |at| &text[..at]);
    strip_quotes(cut.trim().trim_end_matches('誌'))
}

/// The name of a journal without the DOI, address, volume and pages behind a comma: `Sample Geophysics, 10.5555/sg.1`.
fn without_numbers(text: &str) -> &str {
    let is_number = |rest: &str| {
        let rest = rest.trim_start().to_lowercase();
        let numbered = rest.starts_with(|c: char| class(fold(c)) == Class::Digit);
        numbered || ["doi", "http", "vol", "no.", "pp.", "p."].iter().any(|word| rest.starts_with(word))
    };
    let end = text
        .char_indices()
        .filter(|(_, c)| matches!(c, ',' | '，' | '、' | ';' | '；'))
        .find(|(at, c)| *at > 0 && is_number(&text[at + c.len_utf8()..]))
        .map_or(text.len(), |(at, _)| at);
    text[..end].trim_end()
}

fn doi(document: &Document<'_>) -> Option<Fact> {
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
            // A folded character takes the place of one character.
            let (before, length) = (folded[..at].chars().count(), doi.chars().count());
            let mut offsets = document.text.char_indices().map(|(at, _)| at).skip(before);
            let start = offsets.next().unwrap_or_default();
            let end = offsets.nth(length - 1).unwrap_or(document.text.len());
            return Some(Fact { text: doi.to_owned(), span: Span::new(start, end), sign: MetadataSign::Form });
        }
    }
    None
}
