//! A text in; the quantities it states, in all ways the other side may state them, and the names that hold digits, out.

use crate::check::reading::Text;
use crate::model::Span;
use crate::text::chars::is_japanese_letter;
use crate::text::placeable::{Placeable, PlaceableKind, begins_with_counter, cardinals, hints};

/// A number or a date of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quantity {
    /// Where, in the folded text.
    pub(super) span: Span,
    pub(super) kind: PlaceableKind,
    /// What it says, then what else it may mean.
    pub(super) values: Vec<String>,
    /// Whether the other side has to say it.
    pub(super) is_asked: bool,
    /// Whether it only numbers an item of a list.
    pub(super) is_listed: bool,
    /// Whether it is said in words.
    pub(super) in_words: bool,
}

/// What a text says of numbers.
pub(super) struct Stated {
    pub(super) quantities: Vec<Quantity>,
    /// What may excuse a number of the other side.
    pub(super) hints: Vec<Quantity>,
    /// Names and codes that hold digits: IL-6, `v4.2`.
    pub(super) names: Vec<(Span, String)>,
}

/// Marks before the number of a note, which a translation may leave out or set another way.
const NOTES: [&str; 8] = ["注", "注釈", "脚注", "用語", "※", "*", "†", "note"];

pub(super) fn stated(text: &Text<'_>) -> Stated {
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
    let hints = hinted.filter(|hint| !in_number(hint.span)).map(|hint| said(&hint, false)).collect();
    let taken: Vec<Span> = own.iter().map(|found| found.span).collect();
    let spelt = cardinals(folded, text.lang).into_iter();
    quantities
        .extend(spelt.filter(|word| !taken.iter().any(|own| own.overlaps(word.span))).map(|word| said(&word, true)));
    let codes = found.iter().filter(|found| matches!(found.kind, PlaceableKind::Code | PlaceableKind::Tag));
    let codes = codes.filter(|code| !is_version(&code.value)).map(|code| (code.span, code.value.to_lowercase()));
    let names = names(folded, &taken).into_iter().chain(codes).collect();
    quantities.extend(numbered);
    Stated { quantities, hints, names }
}

/// Numbers of things that are no quantities, tied by hyphens: 2023-31047, 03-1234-56789. Such a number is said as it is written.
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
            found.push(Quantity { span, kind, values, is_asked: true, is_listed: false, in_words: false });
        }
    }
    found
}

/// A number that is said by something else.
fn said(found: &Placeable, is_asked: bool) -> Quantity {
    let values = vec![plain(&found.value)];
    Quantity { span: found.span, kind: found.kind, values, is_asked, is_listed: false, in_words: is_asked }
}

fn quantity(text: &Text<'_>, found: &Placeable, next: Option<&Placeable>) -> Quantity {
    let folded = text.folded.text.as_str();
    let (before, after) = (folded.get(..found.span.start), folded.get(found.span.end..));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let written = found.span.of(folded);
    let mut values = vec![plain(&found.value)];
    if found.kind == PlaceableKind::Number {
        values.extend(next.and_then(|next| of_range(folded, found, next)));
        values.extend(afternoon(&found.value, before, after));
        // 令和7年 is 2025 and also Reiwa 7.
        let digits = written.trim_matches(|c: char| !c.is_ascii_digit());
        if !written.starts_with(|c: char| c.is_ascii_digit() || c == '-') && !digits.is_empty() {
            values.push(plain(digits));
        }
    }
    // The minutes of a full hour.
    let sharp = written == "00" && before.ends_with(':');
    let excused = || sharp || is_one(&values[0], text, (before, after)) || is_note(before, after);
    let is_asked = found.kind != PlaceableKind::Number || !excused();
    let is_listed = is_list_number(before, after);
    Quantity { span: found.span, kind: found.kind, values, is_asked, is_listed, in_words: false }
}

/// A value as it is compared: no zeros at the end of a fraction, none before the number.
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

/// What the first number of a range means by the scale or the percent sign of the last: 1~2億, 30 to 40 %.
fn of_range(folded: &str, first: &Placeable, last: &Placeable) -> Option<String> {
    let between = folded.get(first.span.end..last.span.start)?.trim();
    let tied = matches!(
        between,
        "~" | "-" | "から" | "," | "、" | "・" | "/" | "to" | "and" | "or" | "と" | "または" | "ないし"
    );
    if !tied || last.kind != PlaceableKind::Number {
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

/// So many zeros make one number of the other.
fn zeros_between(small: &str, large: &str) -> Option<usize> {
    (1..=16).find(|zeros| plain(&shifted(small, *zeros)) == large)
}

/// A number with its point moved to the right.
fn shifted(number: &str, zeros: usize) -> String {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let mut digits = fraction.chars().chain(std::iter::repeat('0'));
    let moved: String = digits.by_ref().take(zeros).collect();
    let rest: String = fraction.chars().skip(zeros).collect();
    if rest.is_empty() { format!("{whole}{moved}") } else { format!("{whole}{moved}.{rest}") }
}

/// An hour after noon on a clock of twenty-four.
fn afternoon(value: &str, before: &str, after: &str) -> Option<String> {
    let hour: u32 = value.parse().ok().filter(|hour| (1..12).contains(hour))?;
    let after = after.trim_start().to_ascii_lowercase();
    let after = after.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()).trim_start().to_owned();
    let is_after_noon = before.trim_end().ends_with("午後") || after.starts_with("pm") || after.starts_with("p.m");
    is_after_noon.then(|| (hour + 12).to_string())
}

/// Whether it is one of something, which the other language says by an article or a singular.
fn is_one(value: &str, text: &Text<'_>, (before, after): (&str, &str)) -> bool {
    let after = after.trim_start();
    // 1日目 and 1番目 are ordinals; 3分の1 is a third.
    let ordinal = after.chars().take(3).any(|c| c == '目');
    let counted = (begins_with_counter(after) || after.starts_with('日')) && !ordinal;
    value == "1" && text.lang.is_japanese() && (counted || before.trim_end().ends_with("分の"))
}

/// Whether a code is a version: digits and points alone.
fn is_version(value: &str) -> bool {
    value.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn is_note(before: &str, after: &str) -> bool {
    // *30* is a number that stands out.
    if after.starts_with('*') {
        return false;
    }
    let before = before.trim_end().trim_end_matches(['(', '[', '.', ' ']).to_lowercase();
    NOTES.iter().any(|mark| before.ends_with(mark))
}

/// Whether it numbers an item of a list: (1) …, 2. …
fn is_list_number(before: &str, after: &str) -> bool {
    let first = before.trim().trim_matches(['(', '[', '<']).is_empty();
    let mut rest = after.chars();
    let marked = matches!(rest.next(), Some('.' | ')' | ']' | '>' | ':' | '、'));
    first && marked && !rest.as_str().trim().is_empty() && !rest.next().is_some_and(|c| c.is_ascii_digit())
}

/// Runs of letters, digits and what ties them that hold both and lie in no number.
fn names(folded: &str, taken: &[Span]) -> Vec<(Span, String)> {
    let ties = |c: char| matches!(c, '-' | '.' | '/' | '_');
    let inside = |c: char| (c.is_alphanumeric() && !is_japanese_letter(c)) || ties(c);
    let mut names = Vec::new();
    let mut at = 0;
    for run in folded.split(|c: char| !inside(c)) {
        let begun = at;
        at += run.len();
        at += folded.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let name = run.trim_matches(ties);
        let start = begun + (run.len() - run.trim_start_matches(ties).len());
        let span = Span::new(start, start + name.len());
        let both = name.contains(|c: char| c.is_ascii_digit()) && name.contains(char::is_alphabetic);
        if both && !taken.iter().any(|taken| taken.overlaps(span)) {
            names.push((span, name.to_lowercase()));
        }
    }
    names
}
