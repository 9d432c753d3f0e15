//! Signs that change what a number says: below zero, plus or minus, before the Common Era. A text that has one nowhere does not
//! say the same.

use super::quantity::{NumberText, Quantity, TextNumbers, around, last};

/// What a number is marked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Minus,
    PlusMinus,
    BeforeChrist,
}

/// Words by which a text may say it, wherever they stand, in lower case.
const MINUS: [&str; 24] = [
    "minus",
    "negative",
    "below",
    "under",
    "sub-zero",
    "subzero",
    "freezing",
    "less",
    "lower",
    "fewer",
    "decreas",
    "reduc",
    "loss",
    "マイナス",
    "零下",
    "氷点下",
    "負",
    "減",
    "低",
    "下",
    "▲",
    "△",
    "不足",
    "赤字",
];
const PLUS_MINUS: [&str; 20] = [
    "±",
    "+/-",
    "+-",
    "plus or minus",
    "plus-minus",
    "plus/minus",
    "within",
    "margin",
    "either",
    "sd",
    "se",
    "standard",
    "deviation",
    "プラスマイナス",
    "プラス・マイナス",
    "以内",
    "前後",
    "標準",
    "偏差",
    "上下",
];
const BEFORE_CHRIST: [&str; 6] = ["前", "bc", "b.c", "before christ", "before the common", "before our"];

/// The numbers of one text with a mark that the other text has nowhere.
pub(super) fn unsaid(own: &TextNumbers, text: &NumberText<'_>, other: &NumberText<'_>) -> Vec<Quantity> {
    let marked: Vec<(&Quantity, Mark)> = own
        .quantities
        .iter()
        .filter(|one| one.must_match)
        .filter_map(|one| Some((one, mark(&text.folded.text, one)?)))
        .collect();
    if marked.is_empty() {
        return Vec::new();
    }
    let other = other.folded.text.to_lowercase();
    let unsaid = marked.into_iter().filter(|(_, mark)| !says(&other, *mark));
    unsaid.map(|(one, _)| one.clone()).collect()
}

fn mark(folded: &str, one: &Quantity) -> Option<Mark> {
    let (before, after) = around(folded, one.span);
    let before = last(before, 16).to_lowercase();
    let before = before.trim_end();
    let ends = |words: &[&str]| words.iter().any(|word| before.ends_with(word));
    let after: String = after.chars().take(14).collect();
    if ends(&["±", "+/-", "plus or minus", "プラスマイナス"]) {
        Some(Mark::PlusMinus)
    } else if ends(&["氷点下", "零下", "マイナス", "minus", "negative"])
        || after.contains("below zero")
        || after.contains("below freezing")
    {
        Some(Mark::Minus)
    } else {
        let has_era = ends(&["紀元前"])
            || [" BC", " B.C", " century BC", " century B.C"].iter().any(|word| after.starts_with(word));
        has_era.then_some(Mark::BeforeChrist)
    }
}

/// Whether a text in lower case says it.
fn says(text: &str, mark: Mark) -> bool {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    match mark {
        Mark::Minus => {
            let signed = text.match_indices(['-', '−']).any(|(at, sign)| {
                text.get(at + sign.len()..).is_some_and(|rest| rest.trim_start().starts_with(|c: char| c.is_numeric()))
            });
            signed || has(&MINUS)
        }
        Mark::PlusMinus => has(&PLUS_MINUS),
        Mark::BeforeChrist => has(&BEFORE_CHRIST),
    }
}
