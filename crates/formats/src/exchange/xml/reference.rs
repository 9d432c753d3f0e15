//! References to characters inside text: `&amp;`, `&#x3042;`. Only the five entities of XML itself are known, so nothing can
//! expand.

use std::borrow::Cow;

/// A part of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::exchange) enum Part<'a> {
    /// Text that stands for itself.
    Verbatim(&'a str),
    /// A character that is written otherwise: a reference, or a line end that is not LF.
    Written(char),
    /// A reference to a character XML does not allow, which tools write nevertheless.
    Nothing,
    /// A reference to an unknown entity, by its name.
    Unknown(&'a str),
    /// A `&` that begins no reference.
    LoneAmpersand,
}

/// The longest reference that is recognised, in bytes.
const LONGEST: usize = 48;

/// The parts of a text, each with its offset and length.
pub(in crate::exchange) fn parts(text: &str) -> impl Iterator<Item = (Part<'_>, usize, usize)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let (part, length) = match rest.find(['&', '\r']) {
            Some(0) if rest.starts_with("\r\n") => (Part::Written('\n'), 2),
            Some(0) if rest.starts_with('\r') => (Part::Written('\n'), 1),
            Some(0) => reference(rest),
            Some(length) => (Part::Verbatim(&rest[..length]), length),
            None => (Part::Verbatim(rest), rest.len()),
        };
        let start = at;
        at += length;
        Some((part, start, length))
    })
}

/// The reference at the beginning of `text`, and its length.
fn reference(text: &str) -> (Part<'_>, usize) {
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';');
    let Some(name) = end.map(|end| &text[1..end]) else { return (Part::LoneAmpersand, 1) };
    let part = match name {
        "amp" => Part::Written('&'),
        "lt" => Part::Written('<'),
        "gt" => Part::Written('>'),
        "quot" => Part::Written('"'),
        "apos" => Part::Written('\''),
        _ => match name.strip_prefix('#').map(number) {
            Some(Some(0)) => Part::Nothing,
            Some(number) => match number.and_then(char::from_u32) {
                Some(letter) => Part::Written(letter),
                None => Part::Unknown(name),
            },
            None if is_name(name) => Part::Unknown(name),
            None => return (Part::LoneAmpersand, 1),
        },
    };
    (part, name.len() + 2)
}

fn number(digits: &str) -> Option<u32> {
    match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok(),
        None => digits.parse().ok(),
    }
}

fn is_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_alphabetic() || c == '_')
        && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':'))
}

/// The value of an attribute; none if a reference in it is unknown. Line ends and tabs count as spaces.
pub(super) fn resolved(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains(['&', '\n', '\r', '\t']) {
        return Some(Cow::Borrowed(text));
    }
    let mut plain = String::with_capacity(text.len());
    for (part, ..) in parts(text) {
        match part {
            Part::Verbatim(text) => plain.extend(text.chars().map(|c| if matches!(c, '\n' | '\t') { ' ' } else { c })),
            Part::Written(letter) => plain.push(letter),
            Part::Nothing => {}
            Part::LoneAmpersand => plain.push('&'),
            Part::Unknown(_) => return None,
        }
    }
    Some(Cow::Owned(plain))
}

#[cfg(test)]
mod tests {
    use super::{Part, parts, resolved};

    #[test]
    fn references_are_told_from_lone_ampersands() {
        for (text, want) in [
            ("&amp;x", vec![(Part::Written('&'), 0, 5), (Part::Verbatim("x"), 5, 1)]),
            ("&#x20BB7;", vec![(Part::Written('𠮷'), 0, 9)]),
            ("&#0;", vec![(Part::Nothing, 0, 4)]),
            ("&#xD800;", vec![(Part::Unknown("#xD800"), 0, 8)]),
            ("&nbsp;", vec![(Part::Unknown("nbsp"), 0, 6)]),
            ("R & D;", vec![(Part::Verbatim("R "), 0, 2), (Part::LoneAmpersand, 2, 1), (Part::Verbatim(" D;"), 3, 3)]),
            ("\r\n\r", vec![(Part::Written('\n'), 0, 2), (Part::Written('\n'), 2, 1)]),
        ] {
            assert_eq!(parts(text).collect::<Vec<_>>(), want, "{text:?}");
        }
        assert_eq!(resolved("a&lt;\tb").as_deref(), Some("a< b"));
        assert_eq!(resolved("&x;"), None);
    }
}
