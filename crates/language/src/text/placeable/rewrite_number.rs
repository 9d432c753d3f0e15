//! Writes a number in the format of another one; texts are in the normal form N1.

use super::kanji;
use super::number_words::{EnglishWord, NUMBER_WORDS};
use crate::model::Lang;
use crate::text::decimal::Decimal;

/// The most decimals before a word for a power of ten: 2.85 million, but 2,853,111.
const FRACTION: u32 = 3;

/// `value` in the format of `written`. `model`, the value as the new source text writes it, is used only if `written`
/// does not determine the format.
pub(super) fn number(written: &str, value: &str, model: &str, lang: &Lang) -> Option<String> {
    let (negative, value) = value.strip_prefix('-').map_or((false, value), |value| (true, value));
    let written = written.strip_prefix('-').unwrap_or(written);
    let made = if value.ends_with('%') { percent(written, value, model) } else { plain(written, value, model, lang) };
    let made = made?;
    Some(if negative { format!("-{made}") } else { made })
}

fn plain(written: &str, value: &str, model: &str, lang: &Lang) -> Option<String> {
    let number = Decimal::parse(value)?;
    if lang.is_japanese() && NUMBER_WORDS.japanese.split_era(written).is_some() {
        return era(written, number);
    }
    let (figures, rest) = split_figures(written);
    match (figures.is_empty(), rest) {
        (false, "") => Some(in_figures(figures, value, model)),
        (false, "st" | "nd" | "rd" | "th") => ordinal(figures, value, model),
        (false, rest) if lang.is_english() => english(figures, rest, number, value),
        (false, rest) if lang.is_japanese() => japanese(figures, rest, number, value, model),
        (true, rest) if lang.is_japanese() => in_kanji(rest, number),
        (true, rest) if lang.is_english() => in_words(rest, number, value),
        _ => None,
    }
}

/// Splits a number into its leading figures and the rest.
fn split_figures(written: &str) -> (&str, &str) {
    let end = written.find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.').unwrap_or(written.len());
    written.split_at(end)
}

/// Figures with or without thousands separators, like the old ones.
fn in_figures(old: &str, value: &str, model: &str) -> String {
    let whole = old.split('.').next().unwrap_or_default();
    let separated = match (whole.contains(','), whole.len()) {
        (true, _) => true,
        (false, 0..=3) => model.contains(','),
        (false, _) => false,
    };
    let value = if old.starts_with('.') && value.starts_with("0.") { &value[1..] } else { value };
    if separated { with_separators(value) } else { value.to_owned() }
}

fn with_separators(value: &str) -> String {
    let (whole, fraction) = value.split_once('.').map_or((value, None), |(whole, part)| (whole, Some(part)));
    let mut out = String::with_capacity(value.len() + 4);
    for (at, c) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            out.push(',');
        }
        out.push(c);
    }
    if let Some(fraction) = fraction {
        out.push('.');
        out.push_str(fraction);
    }
    out
}

/// Figures in the usual English format: separators from ten thousand up.
fn english_figures(value: &str) -> String {
    if value.split('.').next().unwrap_or_default().len() > 4 { with_separators(value) } else { value.to_owned() }
}

fn ordinal(old: &str, value: &str, model: &str) -> Option<String> {
    let number: u64 = value.parse().ok()?;
    Some(format!("{}{}", in_figures(old, value, model), ordinal_ending(number)))
}

/// The ending of an English ordinal.
pub(super) fn ordinal_ending(number: u64) -> &'static str {
    match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    }
}

/// 2.8 million: figures before a word for a power of ten.
fn english(figures: &str, rest: &str, number: Decimal, value: &str) -> Option<String> {
    let (gap, word) = rest.split_at(usize::from(rest.starts_with([' ', '-'])));
    let Some(EnglishWord::Scale(old)) = NUMBER_WORDS.english.word(word) else {
        return Some(english_figures(value)).filter(|_| word.contains(' '));
    };
    let scaled = NUMBER_WORDS.english.scales().iter().rev().find_map(|(word, zeros)| {
        let mantissa = number.divided(*zeros)?;
        let fits = *zeros >= old.min(6) && number.reaches(*zeros) && mantissa.places() <= FRACTION;
        fits.then(|| format!("{}{gap}{word}", in_figures(figures, &mantissa.to_string(), "")))
    });
    Some(scaled.unwrap_or_else(|| english_figures(value)))
}

/// Two million: words for small whole numbers, figures for the rest.
fn in_words(old: &str, number: Decimal, value: &str) -> Option<String> {
    let english = &NUMBER_WORDS.english;
    let worded = english.scales().iter().rev().filter(|(_, zeros)| *zeros >= 3).find_map(|(scale, zeros)| {
        let count = number.divided(*zeros).filter(|_| number.reaches(*zeros))?.small()?;
        Some(format!("{} {scale}", english.small(count)?))
    });
    let made = worded.unwrap_or_else(|| english_figures(value));
    let capital = old.starts_with(|c: char| c.is_ascii_uppercase());
    if !capital {
        return Some(made);
    }
    let first = made.chars().next()?;
    Some(format!("{}{}", first.to_ascii_uppercase(), &made[first.len_utf8()..]))
}

/// 2.8億, 1億2000万, 3千: figures with kanji for powers of ten.
fn japanese(figures: &str, rest: &str, number: Decimal, value: &str, model: &str) -> Option<String> {
    let tight = rest.trim_start_matches(' ');
    let mut signs = tight.chars();
    let sign = signs.next().filter(|sign| kanji::zeros(*sign).is_some())?;
    let one_sign = signs.next().is_none();
    let zeros = kanji::zeros(sign)?;
    let gap = &rest[..rest.len() - tight.len()];
    let separated = figures.contains(',') || tight.contains(',');
    let figures_of = |number: &str| if separated { with_separators(number) } else { number.to_owned() };
    if one_sign {
        let with = |sign: char, zeros: u32, most: u32| {
            let mantissa = number.divided(zeros)?;
            let fits = number.reaches(zeros) && !mantissa.reaches(most) && mantissa.places() <= FRACTION;
            fits.then(|| format!("{}{gap}{sign}", figures_of(&mantissa.to_string())))
        };
        let other = || kanji::LARGE.iter().find_map(|(sign, zeros)| with(*sign, *zeros, 4));
        if let Some(made) = with(sign, zeros, if zeros < 4 { 1 } else { 4 }).or_else(other) {
            return Some(made);
        }
    }
    match kanji::parts(number, |group| figures_of(&group.to_string())) {
        Some(made) if number.reaches(4) => Some(made),
        _ => Some(in_figures(figures, value, model)),
    }
}

fn in_kanji(old: &str, number: Decimal) -> Option<String> {
    if !old.chars().all(|c| kanji::digit(c).is_some() || kanji::zeros(c).is_some()) {
        return None;
    }
    let in_row = old.chars().count() > 1 && old.chars().all(|c| kanji::digit(c).is_some());
    if in_row { kanji::row(number) } else { kanji::spelled(number) }
}

/// 令和8, 平成元, 令和八: the year in the era it belongs to.
fn era(old: &str, number: Decimal) -> Option<String> {
    let year = number.small()?;
    let (_, figures) = NUMBER_WORDS.japanese.split_era(old)?;
    let era = NUMBER_WORDS.japanese.era_of(year, None, None)?;
    Some(format!("{}{}", era.name, era_year(era.year(year)?, figures)?))
}

/// The year of an era in the format of `old`: in kanji, or in figures; 元 for the first year.
pub(super) fn era_year(year: u32, old: &str) -> Option<String> {
    match (year, old.chars().all(|c| c.is_ascii_digit() || c == '元')) {
        (1, _) => Some("元".to_owned()),
        (year, true) => Some(year.to_string()),
        (year, false) => kanji::spelled(Decimal::whole(year)),
    }
}

/// 30%, 30 percent, 3割, 3割5分.
fn percent(written: &str, value: &str, model: &str) -> Option<String> {
    let value = value.strip_suffix('%')?;
    let (figures, rest) = split_figures(written);
    let tenth = rest.starts_with('割') || (figures.is_empty() && written.ends_with('割'));
    if !tenth {
        let word = rest.trim_start_matches(' ');
        let known = [NUMBER_WORDS.japanese.percent(word), NUMBER_WORDS.english.percent(word)];
        let whole = known.contains(&Some(word.len())) && !figures.is_empty();
        return whole.then(|| format!("{}{rest}", in_figures(figures, value, model)));
    }
    let hundredths = Decimal::parse(value)?.small()?;
    let tenths = Decimal::whole(hundredths / 10);
    let tenths = if figures.is_empty() { kanji::spelled(tenths)? } else { tenths.to_string() };
    match hundredths % 10 {
        0 => Some(format!("{tenths}割")),
        _ if figures.is_empty() || hundredths < 10 => None,
        more => Some(format!("{tenths}割{more}分")),
    }
}
