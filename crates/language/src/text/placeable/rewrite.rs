//! Writes a new value in the format of an existing placeable, to update a number or date in a translation.
//!
//! The format includes thousands separators, words for powers of ten, eras, kanji, character width and the order of a
//! date. A value that cannot be written in that format is written in the plainest similar one, or not at all. The caller
//! must read the changed text again and keep the change only if the value is right.

use super::{PlaceableKind, rewrite_date, rewrite_number};
use crate::model::Lang;
use crate::text::normal::normal;

/// `value` in the format of `written`, in `lang`. `model` is the value as the new source text writes it; codes and tags
/// are copied from it. `None` if the value cannot be written safely.
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

/// Whether two characters differ only in width, or in the kind of dash or space.
fn differs_in_width_only(written: char, plain: char) -> bool {
    written == plain || full_width(plain) == written || (plain == ' ' && written.is_whitespace()) || plain == '-'
}

fn full_width(c: char) -> char {
    if c.is_ascii_graphic() { char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c) } else { c }
}
