//! Reads the numbers and dates of a text, with all values the other side may have for them, and the names with digits.

use crate::check::text::DraftText;
use crate::model::Span;
use crate::text::chars::is_japanese_letter;
use crate::text::placeable::{Placeable, PlaceableKind, begins_with_counter, cardinals, hints};

/// A number or a date of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quantity {
    /// Its span in the folded text.
    pub(super) span: Span,
    pub(super) kind: PlaceableKind,
    /// Its value, then other values it may have.
    pub(super) values: Vec<String>,
    /// Whether the other side must have it.
    pub(super) must_match: bool,
    /// Whether it is the number of a list item.
    pub(super) is_list_item: bool,
    /// Whether it is written in words.
    pub(super) in_words: bool,
}

/// What a text says of numbers.
pub(super) struct TextNumbers {
    pub(super) quantities: Vec<Quantity>,
    /// Words that may account for a number of the other side.
    pub(super) hints: Vec<Quantity>,
    /// Names and codes with digits: IL-6, `v4.2`.
    pub(super) names: Vec<(Span, String)>,
}

/// Marks before the number of a note, which a translation may leave out or write differently.
const NOTES: [&str; 8] = ["注", "注釈", "脚注", "用語", "※", "*", "†", "note"];

pub(super) fn numbers_in(text: &DraftText<'_>) -> TextNumbers {
    let found = text.placeables();
    let folded = text.folded.text.as_str();
    let numeric = |found: &&Placeable| match found.kind {
        PlaceableKind::Number | PlaceableKind::Date => true,
        PlaceableKind::Code => is_version(&found.value),
        PlaceableKind::Tag => false,
    };
    let own: Vec<&Placeable> = found.iter().filter(numeric).collect();
    let mut quantities: Vec<Quantity> =
        own.iter().enumerate().map(|(at, found)| quantity(text, found, own.get(at + 1).copied())).collect();
    let whole: Vec<Span> =
        own.iter().filter(|found| found.kind != PlaceableKind::Date).map(|found| found.span).collect();
    let numbered = identifiers(folded, &own);
    quantities.retain(|one| !numbered.iter().any(|found| found.span.overlaps(one.span)));
    let hinted = hints(folded, text.lang).into_iter().filter(|hint| !whole.iter().any(|own| own.overlaps(hint.span)));
    let in_number = |span: Span| numbered.iter().any(|found| found.span.overlaps(span));
    let hints = hinted.filter(|hint| !in_number(hint.span)).map(|hint| from_word(&hint, false)).collect();
    let taken: Vec<Span> = own.iter().map(|found| found.span).collect();
    let spelt = cardinals(folded, text.lang).into_iter();
    quantities.extend(
        spelt.filter(|word| !taken.iter().any(|own| own.overlaps(word.span))).map(|word| from_word(&word, true)),
    );
    let codes = found.iter().filter(|found| matches!(found.kind, PlaceableKind::Code | PlaceableKind::Tag));
    let codes = codes.filter(|code| !is_version(&code.value)).map(|code| (code.span, code.value.to_lowercase()));
    let names = names(folded, &taken).into_iter().chain(codes).collect();
    quantities.extend(numbered);
    TextNumbers { quantities, hints, names }
}

/// Identifiers: numbers with hyphens such as 2023-31047 or 03-1234-56789, which must appear unchanged.
fn identifiers(folded: &str, own: &[&Placeable]) -> Vec<Quantity> {
    let inside = |c: char| c.is_ascii_digit() || c == '-';
    let mut found = Vec::new();
    let mut at = 0;
    for run in folded.split(|c: char| !inside(c)) {
        let begun = at + (run.len() - run.trim_start_matches('-').len());
        at += run.len();
        at += folded.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let value = run.trim_matches('-');
        let span = Span::new(begun, begun + value.len());
        // 2019-2023 is a range.
        let is_one = value.contains('-') && value.rsplit('-').next().is_some_and(|last| last.len() >= 5);
        let is_date = own.iter().any(|one| one.kind == PlaceableKind::Date && one.span.overlaps(span));
        if is_one && !is_date {
            let values = vec![value.to_owned()];
            let kind = PlaceableKind::Code;
            found.push(Quantity { span, kind, values, must_match: true, is_list_item: false, in_words: false });
        }
    }
    found
}

/// A number expressed by a word.
fn from_word(found: &Placeable, must_match: bool) -> Quantity {
    let values = vec![plain(&found.value)];
    Quantity { span: found.span, kind: found.kind, values, must_match, is_list_item: false, in_words: must_match }
}

fn quantity(text: &DraftText<'_>, found: &Placeable, next: Option<&Placeable>) -> Quantity {
    let folded = text.folded.text.as_str();
    let (before, after) = (folded.get(..found.span.start), folded.get(found.span.end..));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let written = found.span.of(folded);
    let mut values = vec![plain(&found.value)];
    if found.kind == PlaceableKind::Number {
        values.extend(next.and_then(|next| of_range(folded, found, next)));
        values.extend(afternoon_hour(&found.value, before, after));
        // 令和7年 is 2025 and also Reiwa 7.
        let digits = written.trim_matches(|c: char| !c.is_ascii_digit());
        if !written.starts_with(|c: char| c.is_ascii_digit() || c == '-') && !digits.is_empty() {
            values.push(plain(digits));
        }
    }
    // The minutes of a full hour.
    let is_full_hour = written == "00" && before.ends_with(':');
    let is_exempt = || is_full_hour || is_one(&values[0], text, (before, after)) || is_note(before, after);
    let must_match = found.kind != PlaceableKind::Number || !is_exempt();
    let is_list_item = is_list_number(before, after);
    Quantity { span: found.span, kind: found.kind, values, must_match, is_list_item, in_words: false }
}

/// A value in its compared form: without leading zeros and without zeros at the end of a fraction.
pub(super) fn plain(value: &str) -> String {
    let (number, percent) = value.strip_suffix('%').map_or((value, ""), |number| (number, "%"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (sign, size) = number.strip_prefix('-').map_or(("", number), |size| ("-", size));
    let (whole, fraction) = size.split_once('.').unwrap_or((size, ""));
    if !digits(whole) || !(fraction.is_empty() || digits(fraction)) {
        return value.to_owned();
    }
    let whole = whole.trim_start_matches('0');
    let (whole, fraction) = (if whole.is_empty() { "0" } else { whole }, fraction.trim_end_matches('0'));
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{sign}{whole}{point}{fraction}{percent}")
}

/// The value of the first number of a range with the scale or percent sign of the last: 1~2億, 30 to 40 %.
fn of_range(folded: &str, first: &Placeable, last: &Placeable) -> Option<String> {
    let between = folded.get(first.span.end..last.span.start)?.trim();
    let is_range = matches!(
        between,
        "~" | "-" | "から" | "," | "、" | "・" | "/" | "to" | "and" | "or" | "と" | "または" | "ないし"
    );
    if !is_range || last.kind != PlaceableKind::Number {
        return None;
    }
    if last.value.ends_with('%') && !first.value.ends_with('%') {
        return Some(plain(&format!("{}%", first.value)));
    }
    let written = last.span.of(folded);
    let figures: String = written.chars().take_while(|c| c.is_ascii_digit() || *c == '.' || *c == ',').collect();
    let figures = plain(&figures.replace(',', ""));
    let zeros = zeros_between(&figures, &plain(&last.value))?;
    Some(plain(&shifted(&first.value, zeros)))
}

/// The number of zeros by which the two numbers differ.
fn zeros_between(small: &str, large: &str) -> Option<usize> {
    (1..=16).find(|zeros| plain(&shifted(small, *zeros)) == large)
}

/// A number with its decimal point moved to the right.
fn shifted(number: &str, zeros: usize) -> String {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut digits = fraction.chars().chain(std::iter::repeat('0'));
    let moved: String = digits.by_ref().take(zeros).collect();
    let rest: String = fraction.chars().skip(zeros).collect();
    if rest.is_empty() { format!("{whole}{moved}") } else { format!("{whole}{moved}.{rest}") }
}

/// An afternoon hour on the 24-hour clock.
fn afternoon_hour(value: &str, before: &str, after: &str) -> Option<String> {
    let hour: u32 = value.parse().ok().filter(|hour| (1..12).contains(hour))?;
    let after = after.trim_start().to_ascii_lowercase();
    let after = after.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()).trim_start().to_owned();
    let is_after_noon = before.trim_end().ends_with("午後") || after.starts_with("pm") || after.starts_with("p.m");
    is_after_noon.then(|| (hour + 12).to_string())
}

/// Whether it is a single thing, which the other language expresses by an article or a singular.
fn is_one(value: &str, text: &DraftText<'_>, (before, after): (&str, &str)) -> bool {
    let after = after.trim_start();
    // 1日目 and 1番目 are ordinals; 3分の1 is a third.
    let ordinal = after.chars().take(3).any(|c| c == '目');
    let counted = (begins_with_counter(after) || after.starts_with('日')) && !ordinal;
    value == "1" && text.lang.is_japanese() && (counted || before.trim_end().ends_with("分の"))
}

/// Whether a code is a version number: only digits and points.
fn is_version(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn is_note(before: &str, after: &str) -> bool {
    // *30* is an emphasised number.
    if after.starts_with('*') {
        return false;
    }
    let before = before.trim_end().trim_end_matches(['(', '[', '.', ' ']).to_lowercase();
    NOTES.iter().any(|mark| before.ends_with(mark))
}

/// Whether it is the number of a list item: (1) …, 2. …
fn is_list_number(before: &str, after: &str) -> bool {
    let first = before.trim().trim_matches(['(', '[', '<']).is_empty();
    let mut rest = after.chars();
    let marked = matches!(rest.next(), Some('.' | ')' | ']' | '>' | ':' | '、'));
    first && marked && !rest.as_str().trim().is_empty() && !rest.next().is_some_and(|c| c.is_ascii_digit())
}

/// Runs of letters, digits and connecting marks that have both letters and digits and are not part of a number.
fn names(folded: &str, taken: &[Span]) -> Vec<(Span, String)> {
    let connects = |c: char| matches!(c, '-' | '.' | '/' | '_');
    let inside = |c: char| (c.is_alphanumeric() && !is_japanese_letter(c)) || connects(c);
    let mut names = Vec::new();
    let mut at = 0;
    for run in folded.split(|c: char| !inside(c)) {
        let begun = at;
        at += run.len();
        at += folded.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let name = run.trim_matches(connects);
        let start = begun + (run.len() - run.trim_start_matches(connects).len());
        let span = Span::new(start, start + name.len());
        let both = name.contains(|c: char| c.is_ascii_digit()) && name.contains(char::is_alphabetic);
        if both && !taken.iter().any(|taken| taken.overlaps(span)) {
            names.push((span, name.to_lowercase()));
        }
    }
    names
}
