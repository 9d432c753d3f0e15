//! Finds the institution that issues a release: on a line of its own at the top, or as the affiliation of the researchers.

use std::collections::HashSet;

use super::dates;
use super::document::Document;
use super::fact::Fact;
use super::rules::RULES;
use crate::model::MetadataSign;
use crate::text::chars::{Class, class, folded, has_japanese};

/// Rows at the top of a release in which a line may be its institution.
const HEAD: usize = 14;

/// Rows from the top in which a sentence may name the affiliation of the researchers.
const TEXT: usize = 30;

/// The fewest characters of the name before 大学 and the like.
const SHORTEST_NAME: usize = 2;

/// The row that names the institution.
pub(super) fn row(document: &Document<'_>, glossary: &HashSet<usize>) -> Option<usize> {
    let rows = document.rows.len();
    let names = |row: &usize| !glossary.contains(row) && is_institution(document, *row);
    (0..rows.min(HEAD))
        .find(|row| names(row) && dates::date_in_row(document, *row).is_none())
        .or_else(|| (0..rows.min(HEAD)).find(names))
}

/// Whether a row names an institution and nothing else but a date.
pub(super) fn is_institution(document: &Document<'_>, row: usize) -> bool {
    let is_path = document.rows[row].cells.iter().any(|cell| cell.1 == '>');
    if is_path || document.is_apparatus(row) {
        return false;
    }
    let Some(text) = in_row(document, row) else { return false };
    let text = folded(&text);
    let line = &document.rows[row].line;
    let clause = ["を", "が", "は", "で", "する", "した", "から", "ページ", "サイト", "お知らせ", "一覧", "について"];
    let short = line.width <= 64 && !text.contains('。') && !clause.iter().any(|word| text.contains(word));
    let english = RULES.metadata.institution_words_en.iter().any(|word| text.contains(word.as_str()));
    short && names_institution(&text)
        || english
            && line.width <= 64
            && !has_japanese(&text)
            && text.split_whitespace().count() <= 8
            && !text.ends_with('.')
}

/// Whether a text holds the name of an institution, not only a word such as 大学, or 機構 in the sense of a mechanism.
fn names_institution(text: &str) -> bool {
    RULES
        .metadata
        .institution_words
        .iter()
        .any(|word| text.match_indices(word.as_str()).any(|(at, _)| is_name(&text[..at], word)))
}

/// Whether `before` is the beginning of a name that ends in `word`.
fn is_name(before: &str, word: &str) -> bool {
    let name = before.chars().rev().take_while(|c| {
        matches!(class(*c), Class::Kanji | Class::Katakana | Class::Latin) || matches!(c, '・' | '-' | 'ー')
    });
    let agency = || RULES.metadata.agency_stems.iter().any(|stem| before.ends_with(stem.as_str()));
    name.count() >= SHORTEST_NAME && (word != "機構" || agency())
}

/// The name that a row gives, without a date and other words with digits before and after it.
pub(super) fn in_row(document: &Document<'_>, row: usize) -> Option<String> {
    let text = document.join(&[document.rows[row].line.span]).text;
    let pieces: Vec<&str> = text.split(' ').filter(|piece| !piece.is_empty()).collect();
    let is_fact = |piece: &&str| {
        piece.chars().any(|c| class(c) == Class::Digit)
            || piece.chars().all(|c| class(c) == Class::Other)
            || is_weekday(piece)
    };
    let first = pieces.iter().position(|piece| !is_fact(piece))?;
    let last = pieces.iter().rposition(|piece| !is_fact(piece))?;
    let joined = pieces[first..=last].join(" ");
    // 国立大学法人 is the kind of corporation, not the name.
    let corporation = ["国立大学法人", "公立大学法人", "学校法人"]
        .iter()
        .find_map(|kind| folded(&joined).starts_with(kind).then_some(kind.len()));
    let text = corporation.map_or(joined.as_str(), |length| joined[length..].trim()).to_owned();
    // Minato Institute of Technology (港工科大学)
    match text.find(['(', '（']) {
        Some(at) if !has_japanese(&text[..at]) && at > 0 => Some(text[..at].trim().to_owned()),
        _ => Some(text),
    }
}

/// Whether a word is the day of the week behind a date: （月）.
fn is_weekday(piece: &str) -> bool {
    let bare = piece.trim_matches(['(', ')', '（', '）']);
    bare.chars().count() <= 3
        && bare.starts_with(['月', '火', '水', '木', '金', '土', '日'])
        && piece.len() > bare.len()
}

/// Parts of a university at which its name may end: 見本大学理学部.
const UNITS: [&str; 7] = ["研究科", "研究院", "研究所", "学部", "学院", "病院", "高等研究院"];

/// The institution that a row names.
pub(super) fn of_row(document: &Document<'_>, row: usize) -> Option<Fact> {
    let text = in_row(document, row)?;
    Some(Fact::in_row(document, row, without_school(&text).to_owned(), MetadataSign::Top))
}

/// The university whose graduate school a line names: 見本大学大学院理学研究科.
fn without_school(text: &str) -> &str {
    match text.find("大学大学院") {
        Some(at) if !text.contains([' ', '\u{3000}', '、', '・']) => &text[..at + "大学".len()],
        _ => text,
    }
}

/// The first institution that a sentence names as the researchers' affiliation: 見本大学の研究グループは, 見本大学理学部の教授.
pub(super) fn in_text(document: &Document<'_>, glossary: &HashSet<usize>) -> Option<Fact> {
    for index in 0..document.rows.len().min(TEXT) {
        if glossary.contains(&index) || document.is_apparatus(index) {
            continue;
        }
        let text = folded(document.rows[index].line.span.of(document.text));
        // A path of links: トップ > 報道 > 用語解説.
        if text.contains('>') {
            continue;
        }
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
        let start = if at - start < 2 * '大'.len_utf8() { kana_name(&text, at).unwrap_or(start) } else { start };
        let rest = &text[at + word.len()..];
        let tail: String = rest.chars().take_while(|c| class(*c) == Class::Kanji).collect();
        let people = tail.contains("教授")
            || rest[tail.len()..].starts_with(['の', 'と', 'ら', 'は', '、', '・', '(', ' ', '\u{3000}']);
        if people && (is_name(&text[start..at], word) || kana_name(&text, at) == Some(start)) {
            let school = if tail.starts_with("大学院") { "大学院".len() } else { 0 };
            let ends = |unit: &&str| tail[school..].find(*unit).map(|at| school + at + unit.len());
            let unit = UNITS.iter().filter_map(ends).min().unwrap_or(0);
            let name = format!("{}{word}{}", &text[start..at], &tail[..unit]);
            return Some(Fact::in_row(document, index, name, MetadataSign::Sentence));
        }
    }
    None
}

/// Where a name with の that begins the row starts, whose last part before `at` is one character: 都の西大学.
fn kana_name(text: &str, at: usize) -> Option<usize> {
    let lead = text.len() - text.trim_start().len();
    let name = text.get(lead..at)?;
    let (first, last) = name.split_once('の')?;
    let is_kanji = |part: &str| part.chars().all(|c| class(c) == Class::Kanji);
    let is_word =
        ["他", "別", "某", "本", "同", "各", "両", "当", "下", "前", "後"].iter().any(|word| name.contains(word));
    let short = (1..=3).contains(&first.chars().count()) && last.chars().count() == 1;
    (short && is_kanji(first) && is_kanji(last) && !is_word).then_some(lead)
}
