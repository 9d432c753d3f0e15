//! Takes a printed head apart into the term and its aliases: `SASP（細胞老化随伴分泌現象：Senescence-…）`.

use crate::model::{Alias, AliasKind, Lang};
use crate::text::chars::{Class, class, has_japanese, is_japanese_letter};
use crate::text::english::{are_names_of_a_species, is_abbreviation, is_symbol};
use crate::text::kana;
use crate::text::letter_names::reads_aloud;
use crate::text::ordinary::in_usual_width;
use crate::text::synonyms::are_names_of_one_thing;

/// A head, taken apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Head {
    /// The head without the gloss, reading or abbreviation after it, and without quotes and punctuation.
    pub(super) term: String,
    /// Other names.
    pub(super) aliases: Vec<Alias>,
}

/// How a head ends that asks what the term is.
const ASKED: [&str; 8] =
    ["とは何ですか", "って何ですか", "とは何か", "とは何", "って何", "ってなに", "とはなにか", "とは"];

/// Takes a head apart.
pub(super) fn read(printed: &str) -> Head {
    let printed = &in_usual_width(printed);
    let mut rest = printed.trim().trim_end_matches([':', '：', '、', '，']).trim();
    let mut aliases = Vec::new();
    // The whole head in quotes: `「項目」`, `『項目』`, `"term"`.
    rest = unquote(rest);
    let asked = rest.trim_end_matches(['？', '?']);
    rest =
        ASKED.iter().find_map(|words| asked.strip_suffix(words)).filter(|term| !term.is_empty()).unwrap_or(rest).trim();
    let mut glosses: Vec<&str> = Vec::new();
    while let Some((before, inside)) = trailing_parenthesis(rest) {
        if before.trim().is_empty() || belongs_to_term(before, inside) {
            break;
        }
        glosses.push(inside);
        rest = before.trim_end();
    }
    // `日本語 / English` and `日本語／English`.
    if let Some((left, right)) = rest.split_once(['/', '／'])
        && has_japanese(left)
        && !has_japanese(right)
        && right.chars().filter(char::is_ascii_lowercase).count() >= 3
        && right.contains(' ') | right.chars().all(|c| c.is_ascii_alphabetic() || c == '-' || c == ' ')
        && left.chars().any(|c| class(c) != Class::Latin)
        && (rest.contains(" /") || rest.contains('／') || rest.contains("/ "))
    {
        glosses.push(right.trim());
        rest = left.trim();
    }
    if let Some((left, right)) = english_behind(rest) {
        glosses.push(right);
        rest = left;
    }
    let term = unquote(rest.trim()).trim_end_matches([':', '：']).trim();
    for inside in glosses.iter().rev() {
        aliases.extend(parts(term, inside).into_iter().map(|part| alias(term, part)));
    }
    aliases.extend(components(term));
    aliases.retain(|alias| alias.text != term);
    Head { term: term.to_owned(), aliases }
}

/// Splits a Japanese name from the English one printed behind it: `機械学習 Machine learning`. A single word is English only if it
/// is in small letters, since others belong to names: `タンパク質 Notch`, `環境 DNA`.
fn english_behind(text: &str) -> Option<(&str, &str)> {
    let (last, _) = text.char_indices().rev().find(|(_, c)| is_japanese_letter(*c))?;
    let at = last + text[last..].find(|c| class(c) == Class::Space)?;
    let (left, right) = (text[..at].trim_end(), text[at..].trim());
    let words: Vec<&str> = right.split_whitespace().collect();
    let small = |word: &&str| word.chars().filter(char::is_ascii_lowercase).count() >= 3;
    let plain =
        right.chars().all(|c| matches!(class(c), Class::Latin | Class::Space | Class::Digit) || "-'’,.".contains(c));
    let english = words.len() >= 2 && words.iter().any(small)
        || words.len() == 1 && right.len() >= 4 && right.chars().all(|c| c.is_ascii_lowercase());
    let japanese = left.chars().next_back().is_some_and(|c| is_japanese_letter(c) || class(c) == Class::Latin);
    (has_japanese(left) && japanese && plain && english && right.starts_with(char::is_alphabetic))
        .then_some((left, right))
}

pub(super) fn unquote(text: &str) -> &str {
    // Markdown doubles its signs: **前浜**.
    let bold = text.strip_prefix("**").and_then(|text| text.strip_suffix("**"));
    if let Some(inner) = bold.filter(|inner| !inner.is_empty() && !inner.contains('*')) {
        return inner.trim();
    }
    for (open, close) in [
        ('「', '」'),
        ('『', '』'),
        ('“', '”'),
        ('"', '"'),
        ('【', '】'),
        ('［', '］'),
        ('[', ']'),
        ('‘', '’'),
        ('〖', '〗'),
        ('≪', '≫'),
        ('‹', '›'),
        ('｛', '｝'),
        ('{', '}'),
        ('（', '）'),
        ('(', ')'),
        ('*', '*'),
        ('_', '_'),
        ('〔', '〕'),
        ('〈', '〉'),
        ('《', '》'),
        ('<', '>'),
        ('＜', '＞'),
    ] {
        if let Some(inner) = text.strip_prefix(open).and_then(|text| text.strip_suffix(close))
            && !inner.contains([open, close])
            && !inner.is_empty()
        {
            return inner.trim();
        }
    }
    text
}

/// Splits a text before the parenthesis that ends it: `前浜（foreshore）`, `前浜【foreshore】`.
fn trailing_parenthesis(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end();
    let close = text.chars().next_back()?;
    if !matches!(close, ')' | '）' | ']' | '］' | '〕' | '】') {
        return None;
    }
    let mut depth = 0;
    for (at, c) in text.char_indices().rev() {
        match c {
            ')' | '）' | ']' | '］' | '〕' | '】' => depth += 1,
            '(' | '（' | '[' | '［' | '〔' | '【' => {
                depth -= 1;
                if depth == 0 {
                    return Some((&text[..at], text[at + c.len_utf8()..text.len() - close.len_utf8()].trim()));
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether a parenthesis is part of the name: 特徴選択的(性), 鉄(III), poly(A).
fn belongs_to_term(before: &str, inside: &str) -> bool {
    let count = inside.chars().count();
    let roman = !inside.is_empty() && inside.chars().all(|c| matches!(c, 'I' | 'V' | 'X' | 'Ⅰ'..='Ⅻ'));
    let kanji = inside.chars().all(|c| matches!(class(c), Class::Kanji | Class::Hiragana));
    let latin_before = before.chars().next_back().is_some_and(|c| matches!(class(c), Class::Latin | Class::Digit));
    roman
        || (count == 1 && kanji && before.chars().next_back().is_some_and(is_japanese_letter))
        || (count == 1 && latin_before && !before.ends_with(' '))
        || inside.chars().all(|c| c.is_ascii_digit() || c == '+' || c == '-')
}

/// The parts of the gloss of a term: `細胞老化随伴分泌現象：Senescence-…`, `intersystem crossing, ISC`, `moon, natural satellite`.
fn parts<'a>(term: &str, inside: &'a str) -> Vec<&'a str> {
    let mut parts: Vec<&str> = inside.split([':', '：', ';', '；', '、']).map(str::trim).collect();
    // A head that is a list has the names of its parts.
    let alone = parts.len() == 1 && !term.contains(['、', '，', ',', '・', 'と']) && has_japanese(term);
    parts = parts
        .into_iter()
        .flat_map(|part| match part.rsplit_once([',', '，']) {
            Some((left, right)) if are_names_of_a_species(left.trim(), right.trim()) => vec![left.trim(), right.trim()],
            Some((left, right)) if is_abbreviation(right.trim()) || has_japanese(left) != has_japanese(right) => {
                vec![left.trim(), right.trim()]
            }
            Some((left, right)) if alone && are_names_of_one_thing(left.trim(), right.trim()) => {
                vec![left.trim(), right.trim()]
            }
            _ => vec![part],
        })
        .collect();
    // きかいがくしゅう / machine learning: names in two languages.
    let parts = parts.into_iter().flat_map(|part| match part.split_once(['/', '／']) {
        Some((left, right)) if has_japanese(left) != has_japanese(right) && part.contains([' ', '／']) => {
            vec![left.trim(), right.trim()]
        }
        _ => vec![part],
    });
    parts
        .map(|part| {
            let lower = part
                .trim_start_matches("英語")
                .trim_start_matches("英")
                .trim_start_matches("略称")
                .trim_start_matches("略");
            lower.trim_start_matches([':', '：', ' ', '=']).trim()
        })
        .filter(|part| !part.is_empty())
        .collect()
}

fn alias(term: &str, text: &str) -> Alias {
    let japanese = has_japanese(text);
    let kind = if japanese
        && kana::is_kana(text)
        && (term.chars().any(|c| class(c) == Class::Kanji) && text.chars().any(|c| class(c) == Class::Hiragana)
            || !has_japanese(term) && is_symbol(term) && reads_aloud(text, term))
    {
        AliasKind::Reading
    } else if is_abbreviation(text) {
        AliasKind::Abbr
    } else if is_abbreviation(term) {
        AliasKind::Expansion
    } else if japanese == has_japanese(term) {
        AliasKind::Synonym
    } else {
        AliasKind::Gloss
    };
    Alias { text: text.to_owned(), kind, lang: if japanese { Lang::JA } else { Lang::EN } }
}

/// The terms that a head lists: A、B and C; VLDL-, LDL-コレステロール.
fn components(term: &str) -> Vec<Alias> {
    let conjunctions = ["および", "及び", "ならびに", "並びに", "と", "、", "，", ",", "・"];
    let strong = conjunctions[..4].iter().any(|word| term.contains(word)) || term.contains(['、', '，', ',']);
    if !strong {
        return Vec::new();
    }
    let mut pieces: Vec<String> = vec![term.to_owned()];
    for word in ["および", "及び", "ならびに", "並びに", "、", "，", ","] {
        pieces = pieces
            .iter()
            .flat_map(|piece| piece.split(word).map(|part| part.trim().to_owned()).collect::<Vec<_>>())
            .collect();
    }
    pieces.retain(|piece| !piece.is_empty());
    if pieces.len() < 2 {
        return Vec::new();
    }
    // VLDL-, LDL-コレステロール: a part that ends with a hyphen shares the tail of the last one.
    let tail = pieces.last().and_then(|last| last.rsplit_once('-')).map(|(_, tail)| tail.to_owned());
    pieces
        .into_iter()
        .map(|piece| match (&tail, piece.strip_suffix('-')) {
            (Some(tail), Some(_)) => format!("{piece}{tail}"),
            _ => piece,
        })
        .map(|text| Alias {
            lang: if has_japanese(&text) { Lang::JA } else { Lang::EN },
            text,
            kind: AliasKind::Component,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_taken_apart() {
        for (printed, term, aliases) in [
            ("リポタンパクリパーゼ（LPL）", "リポタンパクリパーゼ", vec![("LPL", AliasKind::Abbr)]),
            ("三重項状態（triplet state）", "三重項状態", vec![("triplet state", AliasKind::Gloss)]),
            (
                "SASP（細胞老化随伴分泌現象：Senescence-Associated Secretory Phenotype）",
                "SASP",
                vec![
                    ("細胞老化随伴分泌現象", AliasKind::Expansion),
                    ("Senescence-Associated Secretory Phenotype", AliasKind::Expansion),
                ],
            ),
            ("特徴選択的(性)", "特徴選択的(性)", vec![]),
            ("「領域局在性」", "領域局在性", vec![]),
            ("知識蒸留：", "知識蒸留", vec![]),
            ("耳石（じせき）", "耳石", vec![("じせき", AliasKind::Reading)]),
            ("酸化鉄(III)", "酸化鉄(III)", vec![]),
            ("反実仮想 / counterfactual", "反実仮想", vec![("counterfactual", AliasKind::Gloss)]),
            ("Biosensor (バイオセンサー)", "Biosensor", vec![("バイオセンサー", AliasKind::Gloss)]),
            (
                "項間交差（intersystem crossing, ISC）",
                "項間交差",
                vec![("intersystem crossing", AliasKind::Gloss), ("ISC", AliasKind::Abbr)],
            ),
            (
                "衛星（moon, natural satellite）",
                "衛星",
                vec![("moon", AliasKind::Gloss), ("natural satellite", AliasKind::Gloss)],
            ),
            ("衛星（satellite, natural）", "衛星", vec![("satellite, natural", AliasKind::Gloss)]),
            ("手順（start, stop, check）", "手順", vec![("start, stop, check", AliasKind::Gloss)]),
            (
                "電子スピン、量子ビット",
                "電子スピン、量子ビット",
                vec![("電子スピン", AliasKind::Component), ("量子ビット", AliasKind::Component)],
            ),
            (
                "VLDL-, LDL-コレステロール",
                "VLDL-, LDL-コレステロール",
                vec![("VLDL-コレステロール", AliasKind::Component), ("LDL-コレステロール", AliasKind::Component)],
            ),
        ] {
            let head = read(printed);
            let got: Vec<(&str, AliasKind)> =
                head.aliases.iter().map(|alias| (alias.text.as_str(), alias.kind)).collect();
            assert_eq!((head.term.as_str(), got), (term, aliases), "{printed}");
        }
    }
}
