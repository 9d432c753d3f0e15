//! Finds the date of a release and writes it in ISO 8601. Reads Western and era years, slashes and English months.

use std::collections::{HashMap, HashSet};

use super::date_numbers::{NUMERALS, after_other_year, before_other_year, beginning, ending, in_digits};
use super::document::Document;
use super::fact::Fact;
use super::label::label_end;
use super::marker::Cell;
use super::rules::{RULES, compact};
use crate::model::{MetadataSign, Span};
use crate::text::chars::{Class, class, fold};
use crate::text::english::MONTHS;
use crate::text::placeable::{begins_with_era, first_year_of_era};

/// The longest date, in characters: `令和 12 年 12 月 31 日`, `September 30th, 2024`.
const LONGEST: usize = 24;

/// Rows at the top of a release in which a date is that of the release.
const HEAD: usize = 14;

/// The date of a release, from the first of these that exists: a date after a label (発表日), a short line with a date at
/// the top, a date after the label of a page or paper (公開日), a date in a sentence about the publication.
pub(super) fn of(document: &Document<'_>, glossary: &HashSet<usize>) -> Option<Fact> {
    let rules = &RULES.metadata;
    let rows: Vec<usize> =
        (0..document.rows.len()).filter(|row| !glossary.contains(row) && !document.is_apparatus(*row)).collect();
    let labelled = |labels: &[String]| rows.iter().find_map(|&row| after_label(document, row, labels));
    let short = |row: usize| document.rows[row].line.width <= 56;
    let fact = |row: usize, sign| date_in_row(document, row).map(|date| at(document, row, date, sign));
    labelled(&rules.date)
        .or_else(|| {
            let top = rows.iter().take(HEAD).filter(|&&row| short(row) && !is_about_dates(document, row));
            top.into_iter().find_map(|&row| fact(row, MetadataSign::Top))
        })
        .or_else(|| labelled(&rules.date_published))
        .or_else(|| {
            let told = |row: &&usize| mentions_publication(document, **row);
            rows.iter().filter(told).find_map(|&row| fact(row, MetadataSign::Sentence))
        })
}

/// The longest row in which the characters of a date are looked for, in bytes.
const LONGEST_ROW: usize = 600;

/// The date `date`, which `row` prints.
fn at(document: &Document<'_>, row: usize, date: String, sign: MetadataSign) -> Fact {
    let line = document.rows[row].line.span;
    let text = line.of(document.text);
    let mut span = line;
    if text.len() <= LONGEST_ROW {
        let holds = |part: &str| first_date(part).as_deref() == Some(&*date);
        let starts = text.char_indices().map(|(at, _)| at).take_while(|&at| holds(&text[at..]));
        let start = starts.last().unwrap_or(0);
        let ends = text[start..].char_indices().rev().map(|(at, c)| start + at + c.len_utf8());
        let end = ends.take_while(|&end| holds(&text[start..end])).last().unwrap_or(text.len());
        span = Span::new(line.start + start, line.start + end);
    }
    Fact { text: date, span, sign }
}

/// The first of the dates that the format states which the text holds, too.
pub(super) fn stated(document: &Document<'_>, stated: &[String]) -> Option<Fact> {
    let dates = || stated.iter().filter_map(|date| first_date(date));
    dates().next()?;
    let rows = (0..document.rows.len()).rev();
    let held: HashMap<String, usize> = rows.filter_map(|row| Some((date_in_row(document, row)?, row))).collect();
    let printed =
        dates().find_map(|date| held.get(&date).map(|&row| at(document, row, date.clone(), MetadataSign::File)));
    // A line at the top with the month and day of such a date: 10.03 Sat.
    printed.or_else(|| {
        let head = || (0..document.rows.len().min(HEAD)).filter(|&row| document.rows[row].line.width <= WIDEST_DAY);
        dates().find_map(|date| {
            let row = head().find(|&row| begins_with_day(&document.compact(row), &date))?;
            Some(Fact { text: date, span: document.rows[row].line.span, sign: MetadataSign::File })
        })
    })
}

/// The widest line that is a day, in columns: `10月3日（土） 更新`.
const WIDEST_DAY: usize = 24;

/// Whether a compact line begins with the month and day of a date in ISO 8601: 10.03sat, 10/3, 10月3日.
fn begins_with_day(line: &str, date: &str) -> bool {
    let number = |text: &str| -> Option<(u32, usize)> {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        Some((text.get(..digits.min(2))?.parse().ok()?, digits))
    };
    let parts = || {
        let (month, length) = number(line)?;
        let sign = line[length..].chars().next().filter(|c| matches!(c, '.' | '/' | '-' | '月'))?;
        let rest = &line[length + sign.len_utf8()..];
        let (day, length) = number(rest)?;
        let ends = if sign == '月' {
            rest[length..].starts_with('日')
        } else {
            !rest[length..].starts_with(['.', '/', '-'])
        };
        ends.then(|| format!("{month:02}-{day:02}"))
    };
    parts().is_some_and(|day| date.get(5..) == Some(day.as_str()))
}

/// Whether a row is a labelled date.
pub(super) fn is_labelled(document: &Document<'_>, row: usize) -> bool {
    let rules = &RULES.metadata;
    [&rules.date, &rules.date_published].iter().any(|labels| after_label(document, row, labels).is_some())
}

/// Whether a row, or the one after it, says that something was published.
fn mentions_publication(document: &Document<'_>, row: usize) -> bool {
    let compact = document.compact(row);
    ["公開", "掲載", "発表", "公表", "付け"].iter().any(|word| compact.contains(word))
        || document
            .rows
            .get(row + 1)
            .is_some_and(|next| ["公開", "掲載"].iter().any(|word| next.line.span.of(document.text).contains(word)))
}

/// The date right after one of `labels` at the start of a row (`発表日：2024年6月18日`, `公開日（オンライン） 令和6年…`),
/// or in the row below a label that fills its row.
fn after_label(document: &Document<'_>, row: usize, labels: &[String]) -> Option<Fact> {
    let printed = |cells: &[Cell]| cells.iter().map(|cell| cell.1).collect::<String>();
    let cells = &document.rows[row].cells;
    let end = labels.iter().find_map(|label| label_end(cells, label))?;
    let rest = printed(&cells[end..]);
    let value = without_qualifier(&rest);
    if !value.is_empty() {
        return begins_with_date(value)
            .filter(|_| !goes_on(value))
            .map(|date| at(document, row, date, MetadataSign::Label));
    }
    let date =
        document.rows.get(row + 1).and_then(|next| begins_with_date(without_qualifier(&printed(&next.cells))))?;
    Some(at(document, row + 1, date, MetadataSign::Label))
}

/// Whether what follows a label goes on behind its date: `2021-05-10 のように書く` is about dates.
fn goes_on(value: &str) -> bool {
    value.chars().filter(|c| class(*c) == Class::Hiragana).count() >= 3 && !value.contains(['(', '年'])
}

/// Whether a row says how dates are written.
fn is_about_dates(document: &Document<'_>, row: usize) -> bool {
    let cells = &document.rows[row].cells;
    let labels = RULES.metadata.date.iter().chain(&RULES.metadata.date_published);
    let value = labels.filter_map(|label| label_end(cells, label)).next();
    value.is_some_and(|at| goes_on(&cells[at..].iter().map(|cell| cell.1).collect::<String>()))
}

/// The text after a label, without leading punctuation and without a parenthesis that qualifies the label.
fn without_qualifier(text: &str) -> &str {
    let sign = |c: char| matches!(class(c), Class::Space | Class::Other);
    let outside = match text.trim_start().strip_prefix('(').and_then(|inside| inside.split_once(')')) {
        Some((inside, rest)) if first_date(inside).is_none() => rest,
        _ => text,
    };
    outside.trim_start_matches(sign)
}

/// The date that a text begins with.
fn begins_with_date(text: &str) -> Option<String> {
    let start: String = text.chars().take(LONGEST).collect();
    let era = begins_with_era(&start);
    let month = MONTHS.iter().any(|month| month.get(..3).is_some_and(|short| start.to_lowercase().starts_with(short)));
    (era || month || start.starts_with(|c: char| class(c) == Class::Digit)).then(|| first_date(&start)).flatten()
}

/// The first full date in a row.
pub(super) fn date_in_row(document: &Document<'_>, row: usize) -> Option<String> {
    first_date(document.rows[row].line.span.of(document.text))
}

/// Whether a text is a date, perhaps with the time and what happens then, and nothing else: 2026年10月3日（土）14時解禁.
pub(super) fn is_date_line(text: &str) -> bool {
    if text.len() > LONGEST_ROW || first_date(text).is_none() {
        return false;
    }
    let mut rest = compact(text);
    for word in &RULES.metadata.date_words {
        rest = rest.replace(word.as_str(), "");
    }
    let is_sign = |c: char| matches!(class(c), Class::Digit | Class::Other) || NUMERALS.contains(c);
    rest.chars().filter(|c| !is_sign(*c)).count() <= 1
}

fn first_date(text: &str) -> Option<String> {
    let folded: Vec<char> =
        text.chars().map(fold).filter(|c| class(*c) != Class::Space || c.is_ascii_whitespace()).collect();
    let compact: String = folded.iter().filter(|c| class(**c) != Class::Space).collect();
    kanji(&in_digits(&compact)).or_else(|| numeric(&compact)).or_else(|| english(&folded.iter().collect::<String>()))
}

/// 2024年6月18日, 令和6年9月30日, 令和元年5月1日, and with the year twice: 2024年（令和6年）9月30日.
fn kanji(text: &str) -> Option<String> {
    for (at, _) in text.match_indices('年') {
        let before = before_other_year(ending(&text[..at]));
        let (digits, gen_start) = trailing_digits(before);
        let era = first_year_of_era(&before[..gen_start]);
        let year = match (digits.parse::<u32>(), era) {
            (Ok(year), Some(first)) => (first + year).saturating_sub(1),
            (Ok(year), None) if digits.len() == 4 => year,
            (Err(_), _) if before.ends_with('元') => first_year_of_era(before.strip_suffix('元')?)?,
            _ => continue,
        };
        let rest = after_other_year(beginning(&text[at + '年'.len_utf8()..]));
        let Some((month, rest)) = rest.split_once('月') else { continue };
        let Some((day, _)) = rest.split_once('日') else { continue };
        if let Some(date) = iso(year, month.parse().ok(), day.parse().ok()) {
            return Some(date);
        }
    }
    None
}

/// 2025/2/14, 2024-06-18, 2024.6.18.
fn numeric(text: &str) -> Option<String> {
    for separator in ['/', '-', '.'] {
        let parts: Vec<&str> = text.split(separator).collect();
        for window in parts.windows(3) {
            let (year, _) = trailing_digits(window[0]);
            let day: String = window[2].chars().take_while(char::is_ascii_digit).collect();
            if year.len() == 4
                && let Some(date) = iso(year.parse().ok()?, window[1].parse().ok(), day.parse().ok())
            {
                return Some(date);
            }
        }
    }
    None
}

/// January 15, 2024 and 15 January 2024.
fn english(text: &str) -> Option<String> {
    let words: Vec<String> = text
        .split(|c: char| c.is_whitespace() || c == ',' || c == '.')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    for (at, word) in words.iter().enumerate() {
        let Some(month) = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(word.as_str())) else {
            continue;
        };
        let number = |index: Option<usize>| {
            index
                .and_then(|index| words.get(index))
                .and_then(|word| word.trim_end_matches(char::is_alphabetic).parse::<u32>().ok())
        };
        let month = u32::try_from(month + 1).ok();
        let found = match (number(at.checked_sub(1)), number(Some(at + 1)), number(Some(at + 2))) {
            (_, Some(day), Some(year)) if year > 1900 => iso(year, month, Some(day)),
            (Some(day), Some(year), _) if year > 1900 => iso(year, month, Some(day)),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

fn trailing_digits(text: &str) -> (&str, usize) {
    let start = text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (&text[start..], start)
}

fn iso(year: u32, month: Option<u32>, day: Option<u32>) -> Option<String> {
    let (month, day) = (month?, day?);
    ((1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day))
        .then(|| format!("{year:04}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Release;

    #[test]
    fn dates_are_read_in_every_dress() {
        for (text, want) in [
            ("2024年6月18日", Some("2024-06-18")),
            ("令和６年 9 月 30 日（月）", Some("2024-09-30")),
            ("令和元年5月1日", Some("2019-05-01")),
            ("PRESS RELEASE 2025/2/14", Some("2025-02-14")),
            ("2024.06.18", Some("2024-06-18")),
            ("January 15, 2024", Some("2024-01-15")),
            ("15 Jan 2024", Some("2024-01-15")),
            ("2024年（令和６年）9月30日", Some("2024-09-30")),
            ("2024年(令和６年)０９月３０日（月）", Some("2024-09-30")),
            ("令和６年（２０２４年）９月３０日", Some("2024-09-30")),
            ("2024（令和6）年9月30日", Some("2024-09-30")),
            ("令和6(2024)年9月30日", Some("2024-09-30")),
            ("二〇二四年九月三十日", Some("2024-09-30")),
            ("令和六年十二月二十三日", Some("2024-12-23")),
            ("二十四年の年月", None),
            ("2024年度", None),
            ("10.1038/s41380-024-02419-6", None),
            ("第54回", None),
        ] {
            assert_eq!(first_date(text).as_deref(), want, "{text}");
        }
    }

    #[test]
    fn a_line_is_a_date_if_it_says_nothing_else() {
        for line in [
            "2024年6月18日（火）14時解禁",
            "2024年6月18日（火）午後2時",
            "令和６年（２０２４年）６月18日",
            "二〇二四年六月十八日",
            "2024年6月18日 15:00 報道解禁",
        ] {
            assert!(is_date_line(line), "{line}");
        }
        for line in ["2024年6月18日 東都大学", "2024年6月18日の流星の数え方", "解禁日", "2024年6月18日に氷の研究を発表"]
        {
            assert!(!is_date_line(line), "{line}");
        }
        assert!(begins_with_day("06.18tue", "2024-06-18") && begins_with_day("6月18日(火)", "2024-06-18"));
        assert!(!begins_with_day("2024.06.18", "2024-06-18") && !begins_with_day("6.18.1", "2024-06-18"));
    }

    #[test]
    fn a_release_is_dated_by_its_label_then_its_head_then_the_paper() {
        let far = "本文の行。\n".repeat(20);
        for (text, want) in [
            ("解禁：2024年6月20日\n発表日：2024年6月18日\n題名\n", Some("2024-06-18")),
            ("解禁 2024/6/20\n【配信日時】　令和６年６月18日 14時\n", Some("2024-06-18")),
            ("■発 表 日■\n2024.6.18\n題名\n", Some("2024-06-18")),
            ("Release date: 18 June 2024\nTitle\n", Some("2024-06-18")),
            ("東都大学\n公開日（オンライン）2024年6月18日\n", Some("2024-06-18")),
            ("2024年6月18日\n東都大学\n論文情報\n掲載日：2024年6月15日\n", Some("2024-06-18")),
            (&format!("{far}論文情報\n掲載日　2024年6月15日\n"), Some("2024-06-15")),
            (&format!("{far}成果は2024年6月10日に公開された。\n公開日：2024年6月15日\n"), Some("2024-06-15")),
            (&format!("{far}成果は2024年6月10日に公開された。\n"), Some("2024-06-10")),
            (&format!("{far}Published: June 15, 2024\n"), Some("2024-06-15")),
            (&format!("{far}発表日までに2024年6月の試料を集めた。\n"), None),
            (&format!("{far}Dated rocks of 2024-06-15 were used.\n"), None),
        ] {
            let release = Release { text: text.to_owned(), ..Release::default() };
            let found = of(&Document::new(&release), &HashSet::new());
            assert_eq!(found.as_ref().map(|fact| fact.text.as_str()), want, "{text}");
            if let Some(fact) = found {
                assert_eq!(first_date(fact.span.of(text)), Some(fact.text), "{text}");
            }
        }
    }
}
