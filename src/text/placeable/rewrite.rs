//! A placeable as a translation writes it, and another value, in; that value written the same way out.
//!
//! The same way means: thousands separators, scale words, eras, kanji, width and order of a date as they were. Where a
//! value has no such form the nearest plain one is taken, or none at all: whoever puts it into a text reads that text
//! again and keeps it only if it says what it should.

use super::{PlaceableKind, rewrite_date, rewrite_number};
use crate::model::Lang;
use crate::text::normal::normal;

/// `value` written as `written` is, in `lang`; `model` is how the text asked about writes it. Codes and tags are taken
/// from the model. `None` where nothing safe can be written.
#[must_use]
pub fn rewrite(written: &str, kind: PlaceableKind, value: &str, model: &str, lang: &Lang) -> Option<String> {
    if matches!(kind, PlaceableKind::Code | PlaceableKind::Tag) {
        return Some(model.to_owned());
    }
    let plain = normal(written);
    let mut pairs = written.chars().zip(plain.chars());
    let same_length = written.chars().count() == plain.chars().count();
    if !same_length || !pairs.all(|(written, plain)| differs_in_width_only(written, plain)) {
        return None;
    }
    let made = match kind {
        PlaceableKind::Date => rewrite_date::date(&plain, value, lang)?,
        _ => rewrite_number::number(&plain, value, &normal(model), lang)?,
    };
    let wide = written.chars().any(|c| ('０'..='９').contains(&c));
    let minus = written.chars().next().filter(|_| plain.starts_with('-'));
    let dressed = made.chars().enumerate().map(|(at, c)| match c {
        '-' if at == 0 => minus.unwrap_or(c),
        '0'..='9' if wide => full_width(c),
        ',' | '.' | '%' if wide && (written.contains(full_width(c)) || !written.contains(c)) => full_width(c),
        c => c,
    });
    Some(dressed.collect())
}

/// Whether two characters differ in their dress only: width, the kind of a dash or a space.
fn differs_in_width_only(written: char, plain: char) -> bool {
    written == plain || full_width(plain) == written || (plain == ' ' && written.is_whitespace()) || plain == '-'
}

fn full_width(c: char) -> char {
    if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c) } else { c }
}
