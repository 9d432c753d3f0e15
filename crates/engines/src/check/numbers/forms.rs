//! Numbers of several parts: 一・五, 零点零四, 10⁶, 10の6乗, 3分の2, two thirds, 2年半, one and a half.

use super::quantity::{Quantity, around};
use super::reading::Reading;
use crate::model::Lang;
use crate::text::measure::{Decimal, Dimension, unit_at};

/// The largest exponent that is computed.
const LARGEST_EXPONENT: u32 = 30;

/// Kanji with which 半 is a word of its own: 半数, 半分, 半減.
const HALF_WORDS: &str = "数分減導径島球面期月日年世額値音角身永透側円周夏冬端固熟";

/// Signs and words between the factors of a product.
const TIMES: [&str; 7] = ["×", "x", "X", "*", "・", "掛ける", "times"];

/// Adds the values of numbers of several parts to their parts.
pub(super) fn read(folded: &str, lang: &Lang, quantities: &mut [Quantity]) {
    for at in 0..quantities.len() {
        if at + 1 < quantities.len() {
            decimal(folded, quantities, at);
            power(folded, lang, quantities, at);
            fraction(folded, lang, quantities, at);
        }
        part(folded, lang, &mut quantities[at]);
        half(folded, lang, &mut quantities[at]);
        half_of_scale(folded, quantities, at);
        magnitude(folded, &mut quantities[at]);
    }
}

/// Words around English numbers in words: three percent, half a million.
pub(super) fn words(folded: &str, quantities: &mut [Quantity]) {
    for one in quantities.iter_mut().filter(|one| one.in_words) {
        let (before, after) = around(folded, one.span);
        if let Some(rest) = [" percent", " per cent", "-percent", "%"].iter().find_map(|word| after.strip_prefix(word))
            && !rest.starts_with(|c: char| c.is_alphanumeric())
        {
            let percent = format!("{}%", one.value);
            one.also_number(&percent);
            one.amount = None;
        }
        let share = if before.ends_with("half a ") || before.ends_with("Half a ") {
            Decimal::parse("0.5")
        } else if before.ends_with("quarter of a ") || before.ends_with("quarter ") {
            Decimal::parse("0.25")
        } else {
            None
        };
        let large = one.amount.filter(|amount| amount.reaches(2)).zip(share);
        if let Some(part) = large.and_then(|(amount, share)| amount.times(share)) {
            one.also_number(&part.to_string());
        }
    }
}

fn between<'text>(folded: &'text str, one: &Quantity, next: &Quantity) -> &'text str {
    folded.get(one.span.end..next.span.start).unwrap_or_default()
}

/// The digits of a number in kanji that is written digit by digit.
fn kanji_digits(written: &str) -> Option<String> {
    let digit = |c: char| "〇一二三四五六七八九".chars().position(|digit| digit == c || (c == '零' && digit == '〇'));
    let digits: Option<String> =
        written.chars().map(|c| char::from_digit(u32::try_from(digit(c)?).ok()?, 10)).collect();
    digits.filter(|digits| !digits.is_empty())
}

/// 一・五, 零点零四.
fn decimal(folded: &str, quantities: &mut [Quantity], at: usize) {
    let (one, next) = (&quantities[at], &quantities[at + 1]);
    let sign = between(folded, one, next);
    if !matches!(sign, "・" | "点" | "." | "コンマ" | "") {
        return;
    }
    let (Some(whole), Some(part)) = (kanji_digits(one.span.of(folded)), kanji_digits(next.span.of(folded))) else {
        return;
    };
    // 一二地点: digit by digit.
    let value = if sign.is_empty() { format!("{whole}{part}") } else { format!("{whole}.{part}") };
    for one in &mut quantities[at..at + 2] {
        one.also_number(&value);
    }
    if whole == "0" && !sign.is_empty() {
        quantities[at].must_match = false;
        quantities[at + 1].must_match = true;
        quantities[at + 1].readings.remove(0);
        quantities[at + 1].value.clone_from(&value);
    }
    quantities[at + 1].amount = Decimal::parse(&value);
    quantities[at + 1].parts = 1;
}

/// 10^6, 10の6乗, 10 to the sixth, with a factor before it.
fn power(folded: &str, lang: &Lang, quantities: &mut [Quantity], at: usize) {
    let (base, exponent) = (&quantities[at], &quantities[at + 1]);
    let sign = between(folded, base, exponent);
    let after = around(folded, exponent.span).1;
    let negative = match sign {
        "^" | "**" | "^+" | "^{" => exponent.value.starts_with('-'),
        "^-" | "**-" | "^{-" => true,
        "の" | "のマイナス" | "の-" if after.starts_with('乗') => {
            sign != "の" || exponent.value.starts_with('-')
        }
        " to the " | " to the power of " | " to the power " if !lang.is_japanese() => exponent.value.starts_with('-'),
        " to the minus " | " to the power of minus " | " to the negative " if !lang.is_japanese() => true,
        _ => return,
    };
    if base.value != "10" {
        // 2024¹: the mark of a note.
        quantities[at + 1].must_match &= base.value.len() < 3 || sign != "^";
        return;
    }
    let size = exponent.value.trim_start_matches('-').parse().ok().filter(|size| *size <= LARGEST_EXPONENT);
    let one = Decimal::whole(1);
    let Some(value) = size.and_then(|size| if negative { one.divided(size) } else { one.scaled(size) }) else { return };
    let factor = at
        .checked_sub(1)
        .filter(|before| TIMES.contains(&between(folded, &quantities[*before], &quantities[at]).trim()));
    let product = factor.and_then(|factor| quantities[factor].amount?.times(value));
    let first = if product.is_some() { at - 1 } else { at };
    let (value, bare) = (product.unwrap_or(value), value);
    for one in &mut quantities[first..at + 2] {
        one.also_number(&value.shortest().to_string());
        one.amount = None;
    }
    for one in &mut quantities[at..at + 2] {
        one.is_power = true;
        one.also_number(&bare.shortest().to_string());
    }
    quantities[at + 1].amount = Some(value);
    quantities[at + 1].parts = at + 1 - first;
    if lang.is_japanese() && after.starts_with('乗') {
        quantities[at + 1].tail += '乗'.len_utf8();
    }
}

/// 3分の2, 2/3, two thirds, with a whole number before it.
fn fraction(folded: &str, lang: &Lang, quantities: &mut [Quantity], at: usize) {
    let (one, next) = (&quantities[at], &quantities[at + 1]);
    let sign = between(folded, one, next);
    let (part, whole, in_words) = match sign {
        "分の" if lang.is_japanese() => (next, one, one.in_words),
        "/" | "⁄" => (one, next, false),
        " " | "-" if next.is_ordinal && next.in_words && !is_place(folded, one) => (one, next, true),
        _ => return,
    };
    let denominator = if sign == "分の" { at } else { at + 1 };
    let (Some(part), Some(whole)) = (part.amount, whole.amount) else { return };
    let mixed = |before: &usize| {
        let is_beside = matches!(between(folded, &quantities[*before], &quantities[at]), " " | " and ");
        is_beside && (sign == "⁄" || lang.is_english())
    };
    let before = at.checked_sub(1).filter(mixed).and_then(|before| quantities[before].amount);
    let share = part.over(whole);
    // 五分の一 and one sixth are numbers, though 五 and sixth may be parts of other words.
    quantities[denominator].must_match |= in_words;
    for one in &mut quantities[at..at + 2] {
        one.is_part = true;
        one.also(Reading::Number(format!("{part}/{whole}")));
        one.readings.extend(share.map(|share| Reading::Measure(Dimension::ratio(), share)));
    }
    let sum = share.and_then(|share| before?.plus(share));
    let first = if sum.is_some() { at - 1 } else { at };
    for one in &mut quantities[first..at + 2] {
        if let Some(sum) = sum {
            one.also_number(&sum.to_string());
        }
        one.amount = None;
    }
    quantities[at + 1].amount = sum.or(share);
    quantities[at + 1].parts = at + 1 - first;
}

/// Whether a number stands where an ordinal would: the one third of them.
fn is_place(folded: &str, one: &Quantity) -> bool {
    one.is_ordinal || around(folded, one.span).0.ends_with("the ")
}

/// A third, three quarters, three-fifths.
fn part(folded: &str, lang: &Lang, one: &mut Quantity) {
    if !lang.is_english() {
        return;
    }
    let (before, after) = around(folded, one.span);
    let quarters = [" quarters", "-quarters"].iter().any(|word| after.starts_with(word));
    let single = one.is_ordinal && (before.ends_with("a ") || before.ends_with("A ") || before.ends_with("one-"));
    let (part, whole) = match one.amount {
        Some(count) if quarters => (count, Decimal::whole(4)),
        Some(whole) if single => (Decimal::whole(1), whole),
        _ => return,
    };
    one.is_part = true;
    one.also(Reading::Number(format!("{part}/{whole}")));
    one.readings.extend(part.over(whole).map(|share| Reading::Measure(Dimension::ratio(), share)));
}

/// 2年半, 1時間半, 2倍半; two and a half.
fn half(folded: &str, lang: &Lang, one: &mut Quantity) {
    let after = around(folded, one.span).1;
    let length = if lang.is_japanese() {
        let unit = unit_at(after, lang).map(|unit| unit.length);
        let counter = || {
            ["年", "日", "倍", "回", "月", "世紀"].iter().find(|word| after.starts_with(*word)).map(|word| word.len())
        };
        // 2年半: the unit comes before the half.
        let Some(unit) = unit.or_else(counter) else { return };
        let rest = after.get(unit..).and_then(|rest| rest.strip_prefix('半'));
        let is_half = rest.is_some_and(|rest| !rest.starts_with(|next| HALF_WORDS.contains(next)));
        is_half.then_some(0)
    } else {
        [" and a half", "-and-a-half", " and one half", " and one-half", " 1/2"]
            .iter()
            .find(|words| after.starts_with(**words))
            .map(|words| words.len())
    };
    let half = Decimal::parse("0.5");
    let sum = one.amount.zip(half).and_then(|(amount, half)| amount.plus(half));
    if let (Some(length), Some(sum)) = (length, sum) {
        // 1年半 is no single year.
        if lang.is_japanese() && one.value == "1" {
            one.must_match = true;
            one.value = sum.to_string();
            one.readings.clear();
        }
        one.also_number(&sum.to_string());
        one.amount = Some(sum);
        one.tail += length;
    }
}

/// One and a half million.
fn half_of_scale(folded: &str, quantities: &mut [Quantity], at: usize) {
    let Some(next) = quantities.get(at + 1) else { return };
    let one = &quantities[at];
    let is_beside = one.tail > one.span.end && folded.get(one.tail..next.span.start) == Some(" ");
    let is_scale = next.in_words && next.value.starts_with("10") && next.value.trim_end_matches('0') == "1";
    let product = one.amount.zip(next.amount).and_then(|(one, next)| one.times(next));
    if let Some(product) = product.filter(|_| is_beside && is_scale) {
        for one in &mut quantities[at..at + 2] {
            one.also_number(&product.to_string());
            one.amount = None;
        }
        quantities[at + 1].amount = Some(product);
        quantities[at + 1].parts = 1;
    }
}

/// Two orders of magnitude: a hundred.
fn magnitude(folded: &str, one: &mut Quantity) {
    let after = around(folded, one.span).1;
    let exponent = one.whole().filter(|exponent| *exponent <= LARGEST_EXPONENT);
    if after.starts_with(" orders of magnitude")
        && let Some(value) = exponent.and_then(|exponent| Decimal::whole(1).scaled(exponent))
    {
        one.also_number(&value.to_string());
    }
}
