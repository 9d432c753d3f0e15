//! Reads the content of a bracket as a gloss: an English name, an abbreviation, a Japanese name, or nothing useful.

use super::passage::is_note_mark;
use super::word_lists::WORD_LISTS;
use crate::text::chars::{Class, class, fold, has_japanese};
use crate::text::english::{MONTHS, is_abbreviation};

/// The gloss in a bracket after a term.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Gloss<'a> {
    /// An English name.
    pub(super) english: Option<&'a str>,
    /// An abbreviation.
    pub(super) abbreviation: Option<&'a str>,
    /// A Japanese name.
    pub(super) japanese: Option<&'a str>,
    /// Number of parts that are none of these.
    pub(super) other: usize,
}

/// Reads the content of a bracket; `None` if it has examples, quantities, references, people or places.
pub(super) fn read(inside: &str) -> Option<Gloss<'_>> {
    let inside = inside.trim();
    if inside.is_empty()
        || inside.chars().count() > 200
        || inside.contains("://")
        || inside.contains('@')
        || inside.contains('。')
        || is_oxidation_number(inside)
    {
        return None;
    }
    let mut gloss = Gloss::default();
    let parts = parts(inside);
    let many_abbreviations = parts.iter().filter(|part| is_abbreviation(part)).count() >= 2;
    for part in parts {
        let part = strip_label(part);
        if part.is_empty() || is_note_mark(&tight(part)) || is_reading(part) {
            continue;
        }
        if is_rejected(part) {
            // After examples, quantities or references nothing counts; only an English name before them does.
            gloss.english?;
            break;
        }
        if has_japanese(part) {
            if gloss.japanese.is_none() && japanese_name(part) { gloss.japanese = Some(part) } else { gloss.other += 1 }
        } else if is_abbreviation(part) {
            if gloss.abbreviation.is_none() { gloss.abbreviation = Some(part) } else { gloss.other += 1 }
        } else if is_english(part) && gloss.english.is_none() {
            gloss.english = Some(part);
        } else {
            gloss.other += 1;
        }
    }
    // （AK, TN, HH）: initials, grant holders, several instances.
    if many_abbreviations && gloss.english.is_none() {
        return None;
    }
    // （PhaseⅠ、Ⅱ）: a single word, and something that is neither English nor Japanese nor an abbreviation.
    if gloss.other > 0 && gloss.abbreviation.is_none() && gloss.english.is_some_and(|english| !english.contains(' ')) {
        return None;
    }
    (gloss.english.is_some() || gloss.abbreviation.is_some() || gloss.japanese.is_some()).then_some(gloss)
}

/// Whether a bracket is part of a compound's name: 酸化鉄(III), 銅(II). IV has too many other meanings.
pub(super) fn is_oxidation_number(inside: &str) -> bool {
    matches!(inside, "I" | "II" | "III" | "V" | "VI" | "VII" | "VIII" | "Ⅰ" | "Ⅱ" | "Ⅲ" | "Ⅳ" | "Ⅴ" | "Ⅵ" | "Ⅶ" | "Ⅷ")
}

/// The parts of a gloss: split at colons, semicolons and full-width commas, and at an ASCII comma before or after an
/// abbreviation or between scripts.
fn parts(inside: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    let mut depth = 0_i32;
    for (at, c) in inside.char_indices() {
        match c {
            '(' | '（' | '[' | '「' => depth += 1,
            ')' | '）' | ']' | '」' => depth -= 1,
            _ => {}
        }
        let narrow = matches!(c, ',' | '，');
        let cut = matches!(c, ':' | '：' | ';' | '；' | '、' | '＝')
            || (narrow && comma_separates(&inside[start..at], &inside[at + c.len_utf8()..]));
        if cut && depth <= 0 {
            out.push(inside[start..at].trim());
            start = at + c.len_utf8();
        }
    }
    out.push(inside[start..].trim());
    out
}

fn comma_separates(before: &str, after: &str) -> bool {
    let next = after.split([',', '，', ';', ':', '、']).next().unwrap_or_default().trim();
    let before = before.trim();
    is_abbreviation(strip_label(next)) || is_abbreviation(before) || has_japanese(before) != has_japanese(next)
}

/// Labels that say what a part is.
const LABELS: &[&str] = &[
    "英語表記",
    "英語名",
    "英名",
    "英語",
    "英訳",
    "英文名",
    "英",
    "略称",
    "略語",
    "略して",
    "略号",
    "略",
    "通称",
    "別名",
    "学名",
    "または",
    "もしくは",
    "あるいは",
    "or ",
    "abbr. ",
    "abbreviated as ",
    "hereafter ",
];

/// A part without its label: 英語名, 略称, 以下.
fn strip_label(part: &str) -> &str {
    let mut part = part.trim().trim_matches(['“', '”', '"', '\'', '‘', '’', '「', '」', '『', '』']).trim();
    for label in LABELS {
        if let Some(rest) = part.strip_prefix(*label) {
            let rest = rest.trim_start_matches([':', '：', ' ', '=', '＝', 'は', '\u{3000}']);
            if !rest.is_empty() && (label.is_ascii() || !has_japanese(rest)) {
                part = rest;
            }
        }
    }
    if LABELS.contains(&part.trim()) { "" } else { part.trim() }
}

/// Whether a part is the reading of the term, in hiragana: 耳石（じせき、otolith）.
fn is_reading(part: &str) -> bool {
    part.chars().count() >= 2
        && part.chars().all(|c| class(c) == Class::Hiragana || c == 'ー')
        && !part.ends_with(['は', 'を', 'が', 'に', 'で'])
}

/// A text folded and without spaces.
fn tight(text: &str) -> String {
    text.chars().map(fold).filter(|c| class(*c) != Class::Space).collect()
}

fn is_rejected(part: &str) -> bool {
    let folded = tight(part);
    WORD_LISTS.reject.iter().any(|word| if *word == "等" { folded.ends_with(word) } else { folded.contains(word) })
        || WORD_LISTS.reject_lead.iter().any(|word| folded.starts_with(word) && folded.chars().count() <= 14)
}

/// Whether a Japanese part can be a name: short, not a sentence, not a quantity.
fn japanese_name(part: &str) -> bool {
    let count = part.chars().count();
    let hiragana = part.chars().filter(|c| class(*c) == Class::Hiragana).count();
    let starts_number = part.starts_with(|c: char| class(c) == Class::Digit);
    (2..=30).contains(&count)
        && hiragana * 2 <= count
        && !starts_number
        && !part.ends_with(['を', 'が', 'は', 'に', 'で', 'た', 'る', 'す', 'う'])
        && !part.contains(['。', '、', '・', '＝', '→'])
}

/// Whether English words can be a name.
pub(super) fn is_english(part: &str) -> bool {
    let letters = part.chars().filter(|c| class(*c) == Class::Latin).count();
    let lower = part.chars().filter(|c| c.is_lowercase() && class(*c) == Class::Latin).count();
    let total = part.chars().filter(|c| class(*c) != Class::Space).count();
    let words: Vec<&str> = part.split_whitespace().collect();
    let longest = words.iter().map(|word| word.chars().filter(|c| c.is_alphabetic()).count()).max().unwrap_or(0);
    if letters < 3 || lower < 2 && letters < 4 || letters * 10 < total * 6 || words.len() > 14 || longest < 3 {
        return false;
    }
    let folded = part.to_lowercase();
    let quantity = part.starts_with(|c: char| c.is_ascii_digit()) && words.len() <= 2 && lower <= 4
        || part.contains(['=', '＝', '<', '>', '±', '%', '％', '°']);
    let citation = folded.contains("et al")
        || folded.contains("doi")
        || folded.contains("vol.")
        || folded.starts_with("fig") && folded.chars().any(|c| c.is_ascii_digit())
        || ends_in_year(part);
    let month = MONTHS.iter().any(|month| folded.starts_with(*month) && folded.chars().any(|c| c.is_ascii_digit()));
    !quantity && !citation && !month && !folded.starts_with("see ") && !folded.starts_with("e.g")
}

fn ends_in_year(part: &str) -> bool {
    let digits: String = part.chars().rev().take_while(char::is_ascii_digit).collect();
    digits.len() == 4 && (digits.ends_with('1') || digits.ends_with('2'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_say_what_they_hold() {
        for (inside, english, abbreviation, japanese) in [
            ("intersystem crossing: ISC", Some("intersystem crossing"), Some("ISC"), None),
            ("transient absorption spectroscopy, TAS", Some("transient absorption spectroscopy"), Some("TAS"), None),
            ("principal component analysis、略称PCA", Some("principal component analysis"), Some("PCA"), None),
            ("garnet-type oxide、Li7La3Zr2O12など", Some("garnet-type oxide"), None, None),
            (
                "細胞老化随伴分泌現象：Senescence-Associated Secretory Phenotype",
                Some("Senescence-Associated Secretory Phenotype"),
                None,
                Some("細胞老化随伴分泌現象"),
            ),
            ("検出限界, LOD", None, Some("LOD"), Some("検出限界")),
            ("Social Isolation/Loneliness", Some("Social Isolation/Loneliness"), None, None),
            ("Sr/Ca ratio", Some("Sr/Ca ratio"), None, None),
            ("LPL", None, Some("LPL"), None),
            ("salt [a: b] solution", Some("salt [a: b] solution"), None, None),
        ] {
            assert_eq!(read(inside), Some(Gloss { english, abbreviation, japanese, other: 0 }), "{inside}");
        }
        for inside in [
            "LDL コレステロールなど",
            "23個",
            "AK,TN,HH",
            "図1",
            "後述",
            "例えば GCaMP など",
            "金",
            "2024年",
            "https://example.jp",
            "p<0.05",
            "博士後期課程を修了した",
            "STEM CELLS 2019",
            "contact office @ campus",
        ] {
            let got = read(inside);
            assert!(
                got.as_ref().is_none_or(|gloss| gloss.english.is_none() && gloss.abbreviation.is_none()),
                "{inside} {got:?}"
            );
        }
    }
}
