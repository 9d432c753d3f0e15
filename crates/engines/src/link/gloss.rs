//! Reads the content of a bracket as a gloss: an English name, an abbreviation, a Japanese name, or nothing useful.

use super::name_shape::{is_english, is_key, japanese_name};
use super::passage::is_note_mark;
use crate::text::chars::{Class, class, fold, has_japanese, is_japanese_letter};
use crate::text::english::{are_names_of_a_species, is_abbreviation, is_scientific_name};
use crate::text::word_lists::WORD_LISTS;

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
        || inside.contains('。') && !inside.split_once('。').is_some_and(|(_, rest)| begins_hereafter(rest))
        || is_oxidation_number(inside)
    {
        return None;
    }
    let mut gloss = Gloss::default();
    let parts = parts(without_remark(without_reading(inside)));
    if is_list(&parts, inside) {
        return None;
    }
    let many_abbreviations = parts.iter().filter(|part| is_abbreviation(part)).count() >= 2;
    for (at, part) in parts.iter().enumerate() {
        let part = strip_label(part);
        // TMER（transmembrane electrical resistance）: the one in the inner bracket explains the other.
        if let Some((outer, inner)) = nested(part) {
            gloss.abbreviation = gloss.abbreviation.or(Some(outer));
            gloss.english = gloss.english.or(Some(inner));
            continue;
        }
        if at > 0 && is_sign(part) {
            continue;
        }
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
        } else if is_abbreviation(part) && !is_key(part) {
            if gloss.abbreviation.is_none() { gloss.abbreviation = Some(part) } else { gloss.other += 1 }
        } else if is_english(part) && gloss.english.is_none() {
            gloss.english = Some(part);
        } else if let Some(known) = gloss.english.filter(|known| are_names_of_a_species(known, part)) {
            // Anguilla japonica, Japanese eel: the common name is the translation.
            gloss.english = Some(if is_scientific_name(part) { known } else { part });
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
        let cut = matches!(c, ':' | '：' | ';' | '；' | '、' | '＝' | '。')
            || (narrow && comma_separates(&inside[start..at], &inside[at + c.len_utf8()..]));
        if cut && depth <= 0 {
            out.push(inside[start..at].trim());
            start = at + c.len_utf8();
        }
    }
    out.push(inside[start..].trim());
    out
}

/// The reading in hiragana with which a bracket begins.
pub(super) fn leading_reading(inside: &str) -> Option<&str> {
    let inside = inside.trim();
    let end = inside.find(|c: char| class(c) != Class::Hiragana && c != 'ー').unwrap_or(inside.len());
    let ends = inside[end..].chars().next().is_none_or(|c| {
        matches!(c, '、' | ',' | '，' | ';' | '；' | ':' | '：' | '/' | '／' | '・' | '=' | '＝' | ' ' | '\u{3000}')
    });
    (ends && is_reading(&inside[..end])).then_some(&inside[..end])
}

/// What follows the reading of the term in hiragana: ちょうせき tide.
fn without_reading(inside: &str) -> &str {
    let end = inside.find([' ', '\u{3000}', '／', '/', '・', '･']).unwrap_or(0);
    let (reading, rest) = inside.split_at(end);
    let name = rest.trim_start_matches([' ', '\u{3000}', '／', '/', '・', '･']);
    if is_reading(reading) && !has_japanese(name) { name } else { inside }
}

/// A gloss without the Japanese remark in a bracket at its end: membrane resistance（単位はΩ）.
fn without_remark(inside: &str) -> &str {
    let Some(body) = inside.strip_suffix([')', '）']) else { return inside };
    let Some(open) = body.rfind(['(', '（']).filter(|&open| open > 0) else { return inside };
    let remark = body[open..].trim_start_matches(['(', '（']);
    let named = remark.chars().filter(|c| is_japanese_letter(*c)).count() >= 2;
    if named && !begins_hereafter(remark) && !has_japanese(&body[..open]) { body[..open].trim_end() } else { inside }
}

/// Whether a text introduces the name used from here on: 以下、DLSと呼ぶ.
fn begins_hereafter(text: &str) -> bool {
    HEREAFTER.iter().any(|word| text.trim_start().starts_with(word))
}

/// An abbreviation and its long form in a bracket of its own, or the other way round.
fn nested(part: &str) -> Option<(&str, &str)> {
    let body = part.strip_suffix([')', '）', ']', '］'])?;
    let open = body.find(['(', '（', '[', '［'])?;
    let (outer, inner) = (body[..open].trim(), body[open..].trim_start_matches(['(', '（', '[', '［']).trim());
    let inner = strip_label(inner);
    match (is_abbreviation(outer), is_abbreviation(inner)) {
        (true, false) if is_english(inner) => Some((outer, inner)),
        (false, true) if is_english(outer) => Some((inner, outer)),
        _ => None,
    }
}

/// Whether a part is a mathematical sign for what is named: G×E, (BH)max.
fn is_sign(part: &str) -> bool {
    let short = part.chars().count() <= 4;
    let greek = part.chars().any(|c| class(c) == Class::Greek) || part.contains('/');
    !part.contains(' ')
        && !has_japanese(part)
        && part.chars().count() <= 10
        && (short && greek || part.contains(['×', '·', '(', '_', '^', '∙', '⋅']))
}

/// Whether the bracket lists several things of one kind, which are examples or members: start, stop, check; a1、b2 など.
fn is_list(parts: &[&str], inside: &str) -> bool {
    let narrow: Vec<&str> = inside.split([',', '，', '、']).map(str::trim).filter(|part| !part.is_empty()).collect();
    let word = |part: &&str| {
        !part.contains(' ') && !has_japanese(part) && part.starts_with(|c: char| c.is_alphabetic() || c == '.')
    };
    let words = narrow.iter().filter(|part| word(part) && !is_abbreviation(part)).count();
    // sensor-a1、sensor-b2 など: one of them before the Japanese that says they are examples.
    let examples = match parts {
        [first, .., last] if has_japanese(last) && is_rejected(last) => {
            let named = last.split(is_japanese_letter).next().unwrap_or_default().trim();
            word(&named) && word(first) && narrow.len() >= 2 && is_abbreviation(named) == is_abbreviation(first)
        }
        _ => false,
    };
    let conjunction = ["および", "及び", "または", "又は", "ならびに", "並びに"]
        .iter()
        .filter_map(|word| inside.split_once(word))
        .any(|(one, other)| {
            one.trim_end().ends_with(|c: char| class(c) == Class::Latin)
                && other.trim_start().starts_with(|c: char| class(c) == Class::Latin)
        });
    narrow.len() >= 3 && words == narrow.len() || examples || conjunction
}

fn comma_separates(before: &str, after: &str) -> bool {
    let next = after.split([',', '，', ';', ':', '、']).next().unwrap_or_default().trim();
    let before = before.trim();
    is_sign(next)
        || are_names_of_a_species(before, next)
        || is_abbreviation(strip_label(next))
        || is_abbreviation(before)
        || has_japanese(before) != has_japanese(next)
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
    let part = defined_name(part).unwrap_or(part);
    if LABELS.contains(&part.trim()) || HEREAFTER.contains(&part.trim()) { "" } else { part.trim() }
}

/// Words that introduce the name used from here on.
const HEREAFTER: &[&str] = &["以下", "以後", "以降", "ここでは", "本稿では", "本論文では"];
/// Verbs that end such a phrase, longest first.
const CALLED: &[&str] = &[
    "と略記する",
    "と略称する",
    "と表記する",
    "と省略する",
    "と略します",
    "と呼びます",
    "と表記",
    "と略記",
    "と略称",
    "と省略",
    "と略す",
    "と呼ぶ",
    "と記載",
    "と称す",
    "という",
    "と言う",
    "と記す",
    "とする",
    "と略",
    "と記",
];

/// The Latin name that a phrase says will be used from here on: 以下DLSと略, 以下「VLS」という, RNと略記.
fn defined_name(part: &str) -> Option<&str> {
    let introduced = HEREAFTER.iter().find_map(|word| part.strip_prefix(word));
    let bare = introduced.unwrap_or(part).trim_start_matches(['、', '，', ',', ' ', '\u{3000}', ':', '：', 'は']);
    let called = CALLED.iter().find_map(|word| bare.strip_suffix(word));
    let name = called
        .unwrap_or(bare)
        .trim()
        .trim_matches(['「', '」', '『', '』', '“', '”', '"', '\'', '‘', '’', '単', 'に'])
        .trim();
    ((introduced.is_some() || called.is_some()) && !name.is_empty() && !has_japanese(name)).then_some(name)
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

/// Whether a part is a number and what it counts: 3 years.
fn is_quantity(part: &str) -> bool {
    let words: Vec<&str> = part.split_whitespace().collect();
    matches!(words.as_slice(), [number, _] if number.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')))
}

fn is_rejected(part: &str) -> bool {
    let folded = tight(part);
    if is_quantity(part) {
        return true;
    }
    WORD_LISTS.reject.iter().any(|word| if *word == "等" { folded.ends_with(word) } else { folded.contains(word) })
        || WORD_LISTS.reject_lead.iter().any(|word| folded.starts_with(word) && folded.chars().count() <= 14)
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
            ("ちょうせき tide", Some("tide"), None, None),
            ("dorsal layer, 以下DLSと略", Some("dorsal layer"), Some("DLS"), None),
            ("ventral layer、以下「VLS」という", Some("ventral layer"), Some("VLS"), None),
            ("relay nucleus；以下、RNと略記", Some("relay nucleus"), Some("RN"), None),
            ("TMER（membrane resistance）", Some("membrane resistance"), Some("TMER"), None),
            ("membrane resistance (TMER)", Some("membrane resistance"), Some("TMER"), None),
            ("maximum field product, (BH)max", Some("maximum field product"), None, None),
            ("gene-environment action, G×E", Some("gene-environment action"), None, None),
            ("ちょうせき／tide", Some("tide"), None, None),
            ("ちょういけい・tide gauge", Some("tide gauge"), None, None),
            ("dorsal layer。以下、DLSと呼ぶ", Some("dorsal layer"), Some("DLS"), None),
            ("feedback path（以下FBP）", Some("feedback path"), Some("FBP"), None),
            ("efficiency product [EP]", Some("efficiency product"), Some("EP"), None),
            ("TMER：membrane resistance（単位はΩ）", Some("membrane resistance"), Some("TMER"), None),
            ("surface density, ρs", Some("surface density"), None, None),
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
            "sensor-a1、sensor-b2 など",
            "calc, sheet および table",
            "start, stop, check",
            ".dsc",
            "~/papers/gene",
            "make -b",
            "preinst, postinst, prerm",
        ] {
            let got = read(inside);
            assert!(
                got.as_ref().is_none_or(|gloss| gloss.english.is_none() && gloss.abbreviation.is_none()),
                "{inside} {got:?}"
            );
        }
    }
}
