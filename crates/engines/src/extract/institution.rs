//! Finds the institution that issues a release: on a line of its own at the top, or as the affiliation of the researchers.

use std::collections::HashSet;

use super::dates;
use super::document::Document;
use super::fact::Fact;
use super::institution_name::{LONGEST_NAME, SHORTEST_NAME, ends_like_one, is_company};
use super::joint_issue;
use super::rules::RULES;
use crate::model::MetadataSign;
use crate::text::chars::{Class, class, folded, has_japanese, is_japanese_letter};

/// Rows at the top of a release in which a line may be its institution.
const HEAD: usize = 14;

/// Rows from the top in which a sentence may name the affiliation of the researchers.
const TEXT: usize = 30;

/// Rows in which a name may be mentioned again.
const MENTIONS: usize = 300;

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
    if is_about_people(&text) {
        return false;
    }
    if kana_name_in_row(document, row, &text) {
        return true;
    }
    let clause = ["を", "が", "は", "で", "する", "した", "から", "ページ", "サイト", "お知らせ", "一覧", "について"];
    let short = line.width <= 64 && !text.contains('。') && !clause.iter().any(|word| text.contains(word));
    let english = RULES.metadata.institution_words_en.iter().any(|word| text.contains(word.as_str()));
    short && (names_institution(&text) || is_company(&text))
        || english
            && line.width <= 64
            && !has_japanese(&text)
            && text.split_whitespace().count() <= 8
            && !text.ends_with('.')
}

/// Whether a row gives a person, with an office or after a label, or any other labelled fact.
fn is_about_people(text: &str) -> bool {
    let mut pieces = text.split([' ', '\u{3000}']).filter(|piece| !piece.is_empty());
    let labels = RULES.references.authors.iter().chain(&RULES.sections.labels);
    let labelled = pieces.clone().next().is_some_and(|first| labels.into_iter().any(|label| label == first));
    labelled
        || text.contains(':')
        || pieces.any(|piece| RULES.metadata.offices.iter().any(|office| piece.ends_with(office.as_str())))
}

/// Whether a line without a date is only the name of an institution, perhaps with its abbreviation or its part in the release: the
/// second of several that issue a release.
pub(super) fn is_name_line(text: &str) -> bool {
    let text = folded(text);
    let name = match text.trim().strip_suffix(')').and_then(|text| text.rsplit_once('(')) {
        Some((name, inside)) if !name.trim().is_empty() && !inside.contains(['、', '。']) => name,
        _ => text.as_str(),
    };
    ends_like_one(name) || is_company(name)
}

/// Whether a row is a name with hiragana (はまなす医科大学, 株式会社みらい製薬), which only a date beside it or the text itself can tell from
/// a clause.
fn kana_name_in_row(document: &Document<'_>, row: usize, name: &str) -> bool {
    let hiragana = name.chars().any(|c| class(c) == Class::Hiragana);
    let clause = ["を", "する", "した", "について", "から", "ページ", "サイト", "一覧"];
    let company = ["株式会社", "財団法人", "社団法人", "学校法人", "開発法人", "行政法人"]
        .iter()
        .any(|kind| name.find(kind).is_some_and(|at| at <= 2 * kind.len() && name.len() > at + kind.len() + 3));
    hiragana
        && (company && name.chars().count() <= LONGEST_NAME && !name.contains([' ', '、', '。']) || ends_like_one(name))
        && !clause.iter().any(|word| name.contains(word))
        && (dates::date_in_row(document, row).is_some() || mentions(document, name) >= 2)
}

/// How often the text has a name with nothing before it that could belong to it.
fn mentions(document: &Document<'_>, name: &str) -> usize {
    let in_row = |text: String| {
        let begins = |at: usize| text[..at].chars().next_back().is_none_or(|c| !is_japanese_letter(c));
        text.match_indices(name).filter(|(at, _)| begins(*at)).count()
    };
    document.rows.iter().take(MENTIONS).map(|row| in_row(folded(row.line.span.of(document.text)))).sum()
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
            || DATE_WORDS.contains(piece)
            || RULES.metadata.not_title.iter().any(|word| word == piece)
    };
    let first = pieces.iter().position(|piece| !is_fact(piece))?;
    let last = pieces.iter().rposition(|piece| !is_fact(piece))?;
    let joined = pieces[first..=last].join(" ");
    // 国立大学法人 is the kind of corporation, not the name.
    let corporation = ["国立大学法人", "公立大学法人", "学校法人"]
        .iter()
        .find_map(|kind| folded(&joined).starts_with(kind).then_some(kind.len()));
    let text = without_kind(corporation.map_or(joined.as_str(), |length| joined[length..].trim())).to_owned();
    let text = without_role(&text).to_owned();
    // Minato Institute of Technology (港工科大学)
    match text.find(['(', '（']) {
        Some(at) if !has_japanese(&text[..at]) && at > 0 => Some(text[..at].trim().to_owned()),
        _ => Some(text),
    }
}

/// A name without a bracket behind it that says how the institution takes part: 見本大学（共同発表）.
fn without_role(text: &str) -> &str {
    let Some((name, role)) = text.strip_suffix([')', '）']).and_then(|text| text.rsplit_once(['(', '（'])) else {
        return text;
    };
    let is_role = RULES.metadata.roles.iter().any(|word| role.contains(word.as_str()));
    if is_role && !name.is_empty() { name.trim_end() } else { text }
}

/// Words of a date whose numbers stand apart: 2026 年 1 月 15 日.
const DATE_WORDS: [&str; 8] = ["年", "月", "日", "令和", "平成", "昭和", "付", "現在"];

/// A name without the kind of document printed behind it: 見本大学プレスリリース.
fn without_kind(text: &str) -> &str {
    let rest = |word: &String| text.strip_suffix(word.as_str()).map(str::trim_end).filter(|rest| ends_like_one(rest));
    RULES.metadata.not_title.iter().find_map(rest).unwrap_or(text)
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
    Some(Fact::in_row(document, row, without_school(joint_issue::first(&text)).to_owned(), MetadataSign::Top))
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
        let Some(start) = left_border(document, &text, start, at, at + word.len()) else { continue };
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

/// Words in hiragana after which a name may begin.
const BEFORE_NAMES: [&str; 22] = [
    "と",
    "の",
    "は",
    "で",
    "や",
    "に",
    "を",
    "が",
    "も",
    "へ",
    "から",
    "より",
    "および",
    "ならびに",
    "また",
    "このたび",
    "らと",
    "らは",
    "する",
    "した",
    "では",
    "には",
];

/// Where the name begins whose last characters without hiragana begin at `start`; `None` where nothing proves it: hiragana
/// before it may belong to the name (はこだて未来大学).
fn left_border(document: &Document<'_>, text: &str, start: usize, at: usize, end: usize) -> Option<usize> {
    let is_letter = |c: char| is_japanese_letter(c) || matches!(class(c), Class::Latin | Class::Digit) || c == '・';
    let wide = text[..at].char_indices().rev().take_while(|(_, c)| is_letter(*c)).last().map_or(at, |(at, _)| at);
    if wide >= start || kana_name(text, at) == Some(wide) {
        return Some(start.min(wide));
    }
    let whole = &text[wide..end];
    if whole.chars().count() <= LONGEST_NAME && mentions(document, whole) >= 2 {
        return Some(wide);
    }
    let before = text[wide..start].trim_end_matches(|c: char| class(c) == Class::Hiragana);
    let kana = &text[wide + before.len()..start];
    let short = before.chars().count() <= 3 && before.chars().any(|c| class(c) == Class::Hiragana);
    let ends = BEFORE_NAMES.iter().any(|word| kana == *word || word.chars().count() >= 2 && kana.ends_with(word));
    (!short && (kana.is_empty() || ends)).then_some(start)
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
