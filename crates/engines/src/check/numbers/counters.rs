//! Counters and other words that lost their number: 第引数, 番目, a -dimensional array.

use super::quantity::NumberText;
use crate::check::finding::{finding, sorted_spans};
use crate::check::wording::quote;
use crate::model::{Finding, Rule, Severity, Span};
use crate::text::chars::{Class, class, is_japanese_letter};
use crate::text::placeable::is_joined_to_number;

/// What may stand before a counter as its number.
const NUMERALS: &str = "〇一二三四五六七八九十百千万億兆何数幾";

/// The counters of a translation that have no number.
pub(super) fn without_number(text: &NumberText<'_>) -> Vec<Span> {
    let folded = text.folded.text.as_str();
    if text.lang.is_english() {
        return joined_to_nothing(folded);
    }
    if !text.lang.is_japanese() {
        return Vec::new();
    }
    let numeral = |c: char| c.is_alphanumeric() && (c.is_ascii() || NUMERALS.contains(c));
    let mut found = Vec::new();
    for (at, sign) in folded.match_indices('第') {
        let before = folded.get(..at).and_then(|before| before.chars().next_back());
        let after = folded.get(at + sign.len()..).unwrap_or_default().trim_start().chars().next();
        let word = before.is_some_and(|c| "次落及".contains(c));
        let numbered = after.is_none_or(|c| numeral(c) || !is_japanese_letter(c));
        if !word && !numbered {
            found.push(Span::new(at, at + sign.len()));
        }
    }
    for (at, sign) in folded.match_indices("番目").chain(folded.match_indices("回目")) {
        let before = folded.get(..at).unwrap_or_default().trim_end().chars().next_back();
        if before.is_none_or(|c| !numeral(c) && (is_japanese_letter(c) || matches!(c, '、' | '。' | '「' | '('))) {
            found.push(Span::new(at, at + sign.len()));
        }
    }
    for (at, sign) in folded.match_indices('つ') {
        let (before, after) = (folded.get(..at).unwrap_or_default(), folded.get(at + sign.len()..).unwrap_or_default());
        if let Some(tail) = tail_of_counter(after).filter(|_| has_lost_its_number(before)) {
            found.push(Span::new(at, at + sign.len() + tail));
        }
    }
    for (at, sign) in folded.match_indices("対多") {
        let before = folded.get(..at).unwrap_or_default();
        if before.is_empty() || before.ends_with([' ', '、', '。', '「', '(', 'の', 'は', 'が', 'を']) {
            let tight = before.trim_end().chars().next_back();
            if tight.is_none_or(|c| !numeral(c) && c != '多') {
                found.push(Span::new(at, at + sign.len()));
            }
        }
    }
    found.extend(spans_without_number(folded));
    for (at, sign) in folded.match_indices('年') {
        let before = folded.get(..at).and_then(|before| before.chars().next_back());
        let month = folded.get(at + sign.len()..).unwrap_or_default().trim_start_matches(|c: char| c.is_ascii_digit());
        let dated =
            month.starts_with('月') && !folded.get(at + sign.len()..).is_some_and(|after| after.starts_with('月'));
        if dated && before.is_none_or(|c| matches!(c, ' ' | '、' | '。' | '「' | '(' | 'は' | 'が' | 'を' | 'の'))
        {
            found.push(Span::new(at, at + sign.len()));
        }
    }
    sorted_spans(found)
}

/// Units of time and of repetition, before words that need a number: 日以内, ヶ月前.
const LIMITED: [&str; 12] = ["日", "週間", "ヶ月", "か月", "カ月", "ヵ月", "年", "秒", "分", "文字", "件", "個"];
const LIMITS: [&str; 5] = ["以内", "以上", "以下", "未満", "前に"];

/// Spans, amounts and dates that have lost a number: 、週間以内に, 約年, 1月日, 年月1日.
fn spans_without_number(folded: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let open = |before: &str| {
        before.is_empty() || before.ends_with([' ', '、', '。', '「', '(', 'は', 'が', 'を', 'に', 'も', 'て'])
    };
    for unit in LIMITED {
        for (at, sign) in folded.match_indices(unit) {
            let (before, after) =
                (folded.get(..at).unwrap_or_default(), folded.get(at + sign.len()..).unwrap_or_default());
            let tight = before.trim_end();
            // 契約年 and 予約日 are words.
            let about =
                tight.strip_suffix('約').is_some_and(|rest| !rest.ends_with(|c: char| class(c) == Class::Kanji));
            let numbered = tight.ends_with(|c: char| c.is_alphanumeric() && (c.is_ascii() || NUMERALS.contains(c)));
            let limited = open(before) && !numbered && LIMITS.iter().any(|word| after.starts_with(word));
            let about = about && !after.starts_with(|c: char| class(c) == Class::Kanji);
            if limited || about {
                found.push(Span::new(at, at + sign.len()));
            }
        }
    }
    let digit = |text: &str| text.ends_with(|c: char| c.is_ascii_digit());
    for (at, sign) in folded.match_indices("月日") {
        if digit(folded.get(..at).unwrap_or_default().trim_end()) {
            found.push(Span::new(at + '月'.len_utf8(), at + sign.len()));
        }
    }
    for (at, sign) in folded.match_indices("年月") {
        let after = folded.get(at + sign.len()..).unwrap_or_default().trim_start();
        let day = after.trim_start_matches(|c: char| c.is_ascii_digit());
        if digit(folded.get(..at).unwrap_or_default().trim_end())
            && day.len() < after.len()
            && day.trim_start().starts_with('日')
        {
            found.push(Span::new(at + '年'.len_utf8(), at + sign.len()));
        }
    }
    found
}

/// The length of what a text goes on with as it does after the counter つ.
fn tail_of_counter(after: &str) -> Option<usize> {
    const TAILS: [&str; 36] = [
        "の",
        "以上",
        "以下",
        "だけ",
        "です",
        "であ",
        "目",
        "めは",
        "めの",
        "に分",
        "に決",
        "に限",
        "にな",
        "にし",
        "にまとめ",
        "を",
        "もな",
        "もあ",
        "も表示",
        "または",
        "指定",
        "取",
        "返",
        ")",
        "、",
        "。",
        "ずつ",
        "とも",
        "しか",
        "必要",
        "で、",
        "は、",
        "よりも",
        "あります",
        "に、",
        "前の",
    ];
    TAILS.iter().find(|tail| after.starts_with(**tail)).map(|tail| tail.len())
}

/// Whether no word that ends in つ can begin in `before`: という, もう and particles are complete.
fn has_lost_its_number(before: &str) -> bool {
    let tight = before.trim_end();
    if tight.ends_with(|c: char| c.is_alphanumeric() && (c.is_ascii() || NUMERALS.contains(c))) {
        return false;
    }
    let whole = [
        "という",
        "もう",
        "ちょうど",
        "った",
        "って",
        "対して",
        "少なくとも",
        "通常",
        "最大",
        "合計",
        "たとえば",
        "例えば",
    ];
    let open = [' ', '、', '。', '「', '(', '`', 'は', 'が', 'を', 'の', 'に'];
    let whole = whole.iter().any(|word| tight.ends_with(word)) || (tight.ends_with('と') && !tight.ends_with("ひと"));
    let open = before.is_empty() || before.ends_with(open);
    whole || open
}

/// English words that have lost the number before their hyphen: a -dimensional array.
fn joined_to_nothing(folded: &str) -> Vec<Span> {
    let lost = |at: &usize| {
        let before = folded.get(..*at).unwrap_or_default();
        let word = folded.get(at + 1..).unwrap_or_default();
        let word = word.get(..word.bytes().take_while(u8::is_ascii_lowercase).count()).unwrap_or_default();
        (before.is_empty() || before.ends_with([' ', '(', '"'])) && is_joined_to_number(word)
    };
    let found = folded.match_indices('-').map(|(at, _)| at).filter(lost);
    found.map(|at| Span::new(at, at + 1)).collect()
}

/// The finding for them.
pub(super) fn missing_number(source: &NumberText<'_>, target: &NumberText<'_>, counters: &[Span]) -> Finding {
    let spans: Vec<Span> = counters.iter().map(|span| target.folded.source(*span)).collect();
    let written = spans.first().map(|span| span.of(target.text)).unwrap_or_default();
    let message = format!("{} in the translation has no number.", quote(written));
    let mut found = finding(Rule::Numbers, Severity::Warning, message, &[source.text, written]);
    found.target = spans;
    found
}
